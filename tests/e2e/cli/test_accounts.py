"""Accounts by command line: an answer pasted, paused, removed, brought back; JD's goods adopted."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from tests.e2e.cli.program import PATIENCE_S, SAMPLES, Program, Sandbox

CALLBACK = "http://127.0.0.1:9/back"


def paste(program: Program, sandbox: Sandbox) -> Any:
    """Connect with an app whose callback is elsewhere: the browser never comes back here."""
    words = program.words("connect", "quick", *sandbox.words(), "--callback", CALLBACK)
    with subprocess.Popen(
        [*words, "--answer-stdin", "--print-url", "--json"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=program.environment(),
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        address = process.stderr.readline().strip()
        back = sandbox.answer(address) if address.startswith("http") else ""
        if not back.startswith(CALLBACK):
            process.kill()  # it would wait for ten minutes
        process.stdin.write(f"http://127.0.0.1/\n{back}\n")
        process.stdin.flush()
        assert "Tidak ada kode" in process.stderr.readline()
        document = json.loads(process.stdout.read())
        assert process.wait(PATIENCE_S) == 0
    return document


def test_r5_r7_r10_r20_an_account_from_login_to_removal(
    program: Program, sandbox: Sandbox, tmp_path: Path
) -> None:
    merchant = sandbox.merchant()
    pin, (first, second) = merchant["pin"], merchant["warehouse_nos"][:2]
    assert paste(program, sandbox)["pin"] == pin
    account = ("--pin", pin)
    offers = {o["department_no"]: o for o in program.do("department", "offers", *account)["offers"]}
    offered = offers[merchant["department_no"]]["warehouses"]
    assert second in [house["warehouse_no"] for house in offered]
    assert program.do("connection", "check", *account)["state"] == "ok"
    assert program.do("connection", "pause", *account)["state"] == "paused"
    assert program.do("sync", "--until-idle", "--timeout", "20")["calls"] == {}
    assert program.do("connection", "resume", *account)["state"] == "ok"

    program.do("product", "import", str(SAMPLES / "products.csv"))
    program.do("product", "push", "--yes")
    other = Program(tmp_path / "other")
    other.connect(sandbox, "connect", "quick", *sandbox.words())
    counted = other.do("product", "adopt", "--dry-run")["found"]
    assert counted == len(sandbox.state()["goods"])
    adopted = other.do("product", "adopt")
    assert (adopted["new"], adopted["adopted"]) == (counted, counted)
    assert other.do("product", "adopt", "--warehouse-no", first)["known"] == counted

    store = ("store", "add", "--channel", "shopee", "--name", "Toko")
    program.do(*store)
    program.do("store", "archive", "Toko")
    assert program.refuse(*store) == "store_archived"
    assert program.do("connection", "remove", *account)["removed"]
    assert program.do("archive", "list") == {"connections": [pin], "stores": ["Toko"], "users": []}
    assert program.do("connection", "list") == {"connections": []}
    assert program.do("connection", "restore", *account)["state"] == "reauthorize"
    program.do("store", "restore", "Toko")
    history = program.do("history", "account", pin)["history"]
    assert [n["field"] for n in history if n.get("field") in ("on_hold", "archived")] == (
        ["on_hold", "on_hold", "archived", "archived"]
    )
    assert program.refuse("history", "account", code=2) == "usage"
    assert program.do("history", "settings") == {"history": []}


def test_r3_the_app_that_a_distributor_hands_out(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "app.json"
    path.write_text("{}")
    assert program.refuse("identity", "load", str(path)) == "identity_lacks"
    kept = {
        "gateway_url": "https://open-api.jd.id/routerjson",
        "app_key": "K",
        "app_secret": "top-secret",
        "isv_source": "ISV1",
        "distributor": "PT Contoh",
    }
    path.write_text(json.dumps(kept))
    loaded = program.do("identity", "load", str(path))["identity"]
    assert (loaded["distributor"], loaded["app_key"]) == ("PT Contoh", "K")
    assert "top-secret" not in json.dumps(program.do("identity", "show"))
    program.do("identity", "remove")
    assert program.do("identity", "show") == {"identity": None}
