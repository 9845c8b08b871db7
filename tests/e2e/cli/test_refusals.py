"""What is refused, and how it is said: exit code, one JSON document, nothing written."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
from pathlib import Path

import pytest

from tests.e2e.cli.program import SAMPLES, Program, Sandbox


def test_usage_is_exit_2_and_a_document(program: Program) -> None:
    assert program.refuse("order", code=2) == "usage"
    assert program.refuse("--json", "fly", code=2) == "usage"
    assert program.refuse("warehouse", "add", "--own", code=2) == "usage"
    assert program.refuse("order", "show", "shopee", code=2) == "order_key_invalid"
    line = ("inbound", "create", "--warehouse-no", "W", "--line", "KOPI")
    assert program.refuse(*line, code=2) == "line_invalid"
    assert not (program.data_dir / "jdfulfil.db-wal").exists()


def test_words_come_in_three_languages(program: Program) -> None:
    said = {}
    for lang in ("id", "en", "zh"):
        ended = program.text("--lang", lang, "order", "show", "shopee/1")
        assert (ended.returncode, ended.stdout) == (1, "")
        said[lang] = ended.stderr
    assert "tidak ditemukan" in said["id"]
    assert "was not found" in said["en"]
    assert "找不到" in said["zh"]


def test_wrong_files_are_named(program: Program, tmp_path: Path) -> None:
    program.do("store", "add", "--channel", "shopee", "--name", "Toko")
    text = tmp_path / "catatan.xlsx"
    text.write_bytes(b"\x00\x01 bukan spreadsheet")
    assert program.refuse("order", "import", str(text)) == "not_a_workbook"
    assert program.refuse("order", "import", str(tmp_path / "tiada.xlsx")) == "not_found"
    products = SAMPLES / "products.xlsx"
    assert program.refuse("order", "import", str(products)) == "unknown_layout"
    tokopedia = SAMPLES / "tokopedia_ordersku.csv"
    wrong = ("order", "import", str(tokopedia), "--store", "Toko")
    assert program.refuse(*wrong) == "wrong_channel"
    assert program.refuse("order", "import", str(tokopedia), code=2) == "store_needed"
    nowhere = ("order", "import", str(tokopedia), "--store", "Tiada")
    assert program.refuse(*nowhere, code=2) == "store_not_found"
    assert program.refuse("store", "bind", "Tiada", "--warehouse-no", "W") == "store_not_found"
    assert program.do("order", "list")["orders"] == []


def test_bad_rows_are_exit_4_or_1(program: Program, tmp_path: Path) -> None:
    file = tmp_path / "produk.csv"
    file.write_text("sku,nama,berat (kg)\nA-1,Kopi,0.25\nB-2,Teh,berat\n", encoding="utf-8")
    report = program.do("product", "import", str(file), code=4)
    assert (report["new"], report["refused"]) == (1, 1)
    [problem] = report["problems"]
    assert (problem["row"], problem["code"], problem["value"]) == (3, "bad_number", "berat")
    file.write_text("sku,nama,berat (kg)\nB-2,Teh,berat\n", encoding="utf-8")
    assert program.do("product", "import", str(file), code=1)["refused"] == 1
    assert [p["sku"] for p in program.do("product", "list")["products"]] == ["A-1"]


def test_addresses_without_encryption_are_refused(program: Program) -> None:
    words = ["--department-no", "D", "--warehouse-no", "W", "--pin", "P"]
    plain = program.connect_only("quick", "--gateway", "http://example.com/routerjson", *words)
    assert plain == (1, "address_insecure")
    oauth = ["--gateway", "https://example.com/routerjson", "--oauth", "http://example.com"]
    assert program.connect_only("quick", *oauth, *words) == (1, "address_insecure")


def test_a_gateway_that_is_away_is_exit_3(program: Program) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{taken.getsockname()[1]}/routerjson"
        words = ["--gateway", address, "--department-no", "D", "--warehouse-no", "W", "--pin", "P"]
        assert program.connect_only("quick", *words) == (3, "gateway_unreachable")
    assert program.do("connection", "list")["connections"] == []


def test_basic_takes_its_secret_from_standard_input(program: Program, sandbox: Sandbox) -> None:
    basic = sandbox.info["basic"]
    own = ["--app-key", basic["app_key"], "--app-secret-stdin"]
    own += ["--gateway-user", basic["gateway_user"]]
    words = ("connect", "basic", *sandbox.words(), *own)
    answer = program.connect(sandbox, *words, subscribe=True, stdin=basic["app_secret"] + "\n")
    assert answer.code == 0, answer
    assert (answer.document["mode"], answer.document["news"]) == ("basic", "periodic")
    kept = [path.read_bytes() for path in program.data_dir.rglob("*") if path.is_file()]
    assert not any(basic["app_secret"].encode() in content for content in kept)
    modes = {path.name: path.stat().st_mode & 0o077 for path in program.data_dir.glob("secrets.*")}
    assert modes == {"secrets.bin": 0, "secrets.key": 0}


def test_one_pin_belongs_to_one_merchant(program: Program, sandbox: Sandbox) -> None:
    first = program.connect(sandbox, "connect", "quick", *sandbox.words())
    assert first.code == 0
    other = sandbox.words(1)
    other[other.index("--pin") + 1] = sandbox.merchant(0)["pin"]
    second = program.connect(sandbox, "connect", "quick", *other, merchant=1)
    assert second.code == 1
    assert second.document["error"]["code"] in ("pin_taken", "pin_in_use")
    merchant = sandbox.merchant()
    further = merchant["warehouse_nos"][1]
    added = ("--department-no", merchant["department_no"], "--warehouse-no", further)
    assert program.do("warehouse", "add", *added)["warehouse_no"] == further
    assert program.do("warehouse", "add", "--own", "--name", "Rumah")["warehouse_no"] == "OWN-01"
    known = {w["warehouse_no"] for w in program.do("warehouse", "list")["warehouses"]}
    assert known == {*merchant["warehouse_nos"][:2], "OWN-01"}
    nothing = program.ask("product", "push")
    assert (nothing.code, nothing.document["error"]["code"]) == (2, "warehouse_needed")


@pytest.mark.skipif(os.name == "nt", reason="Windows ends processes without a signal to answer")
def test_sync_ends_when_told(program: Program) -> None:
    program.do("connection", "list")
    with subprocess.Popen(
        program.words("sync", "--json"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=program.environment(),
    ) as process:
        assert process.stderr is not None
        assert "Ctrl+C" in process.stderr.readline()
        process.send_signal(signal.SIGTERM)
        stdout, _ = process.communicate(timeout=30)
    assert process.returncode == 0
    assert json.loads(stdout)["pushed"] == 0
