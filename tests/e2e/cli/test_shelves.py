"""Lists ended, copied and reported, and shelves put in order, by command line (R23-R30)."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook

from tests.e2e.cli.program import Program, Sandbox

TEH, KOPI = "TEH-250", "KOPI-250"


def products(folder: Path) -> str:
    path = folder / "products.csv"
    path.write_text(f"sku,name\n{TEH},Teh\n{KOPI},Kopi\n", encoding="utf-8")
    return str(path)


def sheet(path: Path, *rows: list[Any]) -> str:
    book = Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    book.save(path)
    return str(path)


def test_lists_end_as_jd_says_and_are_told_receipt_by_receipt(
    program: Program, sandbox: Sandbox, tmp_path: Path
) -> None:
    answer = program.connect(sandbox, "connect", "quick", *sandbox.words())
    assert answer.code == 0, answer
    house = sandbox.merchant()["warehouse_nos"][0]
    program.do("product", "import", products(tmp_path))
    program.do("product", "push", "--yes")
    assert program.refuse("inbound", "create", "--warehouse-no", house, code=2) == "usage"
    lines = sheet(tmp_path / "lines.xlsx", ["SKU", "Jumlah"], [TEH, 10], [KOPI, 4])
    made = program.do("inbound", "create", "--warehouse-no", house, "--file", lines)
    number = made["inbound_no"]
    assert program.refuse("inbound", "close", number) == "inbound_not_at_jd"
    program.do("inbound", "submit", number)
    sandbox.advance(number, 50, received={TEH: 6})
    refused = program.do("inbound", "cancel", number, code=1)
    assert (refused["result"], refused["code"]) == ("refused", "inbound_being_received")
    assert program.do("inbound", "close", number)["result"] == "closed"
    shown = program.do("inbound", "show", number)
    assert [(r["document"], r["booked"], r["jd_status"]) for r in shown["receipts"]] == [
        (None, 0, 50),
        (number, 6, 70),
    ]
    assert number in program.text("inbound", "show", number).stdout
    copied = program.do("inbound", "copy", number)
    assert [line["planned"] for line in copied["lines"]] == [10, 4]
    assert program.do("inbound", "cancel", copied["inbound_no"])["result"] == "cancelled"
    report = program.do("inbound", "report", number)
    assert report["total"] == {
        "lists": 1,
        "planned": 14,
        "received": 6,
        "differences": {"short": 8},
    }
    for name in ("report.xlsx", "report.csv"):
        program.do("inbound", "report", "--differing", "--out", str(tmp_path / name))
    book = load_workbook(tmp_path / "report.xlsx").active
    assert book is not None
    assert [row[4].value for row in book.iter_rows(min_row=2)] == [TEH, KOPI]
    with (tmp_path / "report.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row[7] for row in csv.reader(file)][1:] == ["6", "0"]


def test_shelves_are_filled_from_files_moved_and_cleared(program: Program, tmp_path: Path) -> None:
    house = program.do("warehouse", "add", "--own", "--name", "Gudang")["warehouse_no"]
    here = ("--warehouse-no", house)
    program.do("product", "import", products(tmp_path))
    program.do("location", "create", *here, "A-1", "A-2", "A-3")
    rows = (["Lokasi", "SKU"], ["A-1", TEH], ["A-9", TEH], ["A-1", KOPI])
    done = program.do("location", "bind", *here, sheet(tmp_path / "l.xlsx", *rows), code=4)
    assert (done["bound"], [p["line"] for p in done["problems"]]) == (2, [3])
    headed = tmp_path / "l.csv"
    headed.write_text(f"Lokasi,SKU\nA-2,{KOPI}\n", encoding="utf-8")
    assert program.do("location", "bind", *here, str(headed))["bound"] == 1
    bare = tmp_path / "bare.csv"
    bare.write_text(f"A-2,{TEH}\n", encoding="utf-8")
    assert program.do("location", "bind", *here, str(bare))["bound"] == 1
    moved = program.do("location", "move", *here, "--from", "A-1", "--to", "A-3", TEH)
    assert moved["moved"] == [TEH]
    words = ("location", "move", *here, "--from", "A-1", "--to", "A-3", TEH)
    assert program.refuse(*words) == "not_at_location"
    assert program.do("location", "unbind", *here, "A-1", KOPI)["unbound"] == [KOPI]
    assert program.do("location", "unbind", *here, "A-1", KOPI, code=1)["missing"] == [KOPI]
    free = program.do("location", "list", "--basket", "empty")["locations"]
    assert [row["code"] for row in free] == ["A-1"]
    assert program.do("location", "delete", *here, "A-1", "A-2", code=4)["deleted"] == ["A-1"]
