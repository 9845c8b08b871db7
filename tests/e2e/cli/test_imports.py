"""Bring orders in by command: columns said once, folders, looking back, taking back (R31)."""

from __future__ import annotations

from pathlib import Path

from tests.e2e.cli.program import Program
from tests.helpers.order_files import shopee_rows
from tests.helpers.workbooks import write_csv, write_xlsx

ROWS = [
    ["Kode", "Keadaan", "Barang", "Berapa", "Nomor kirim"],
    ["B-1", "dibayar", "KOPI", "2", "JX7"],
]


def test_columns_are_said_once(program: Program, tmp_path: Path) -> None:
    program.do("store", "add", "--channel", "bukalapak", "--name", "Lapak")
    path = str(write_csv(tmp_path / "laporan.csv", ROWS))
    assert program.refuse("order", "import", path) == "unknown_layout"
    fields = ("Kode=order_no", "Keadaan=status", "Barang=sku", "Berapa=quantity")
    words = [word for pair in (*fields, "Nomor kirim=tracking_no") for word in ("--map", pair)]
    assert program.refuse("order", "import", path, *words, code=2) == "columns_need_channel"
    wrong = (*words, "--map", "Nomor kirim=resi")
    refused = program.refuse("order", "import", path, "--store", "Lapak", *wrong, code=2)
    assert refused == "field_unknown"
    assert program.do("order", "import", path, "--store", "Lapak", *words)["orders_new"] == 1
    other = str(write_csv(tmp_path / "besok.csv", [ROWS[0], ["B-2", "dibayar", "TEH", "1", "JX8"]]))
    assert program.do("order", "import", other)["orders_new"] == 1
    numbers = {o["order_no"]: o["tracking_no"] for o in program.do("order", "list")["orders"]}
    assert numbers == {"B-1": "JX7", "B-2": "JX8"}


def test_a_folder_is_imported_looked_back_at_and_taken_back(
    program: Program, tmp_path: Path
) -> None:
    program.do("store", "add", "--channel", "shopee", "--name", "Toko")
    folder = tmp_path / "unduhan"
    folder.mkdir()
    write_xlsx(folder / "a.xlsx", {"orders": shopee_rows({"No. Pesanan": "260801AA01"})})
    write_xlsx(folder / "b.xlsx", {"orders": shopee_rows({"No. Pesanan": "260801AA02"})})
    (folder / "catatan.txt").write_text("belanja besok", encoding="utf-8")
    report = program.do("order", "import", str(folder), code=4)
    assert sorted((one["file"], one.get("orders_new")) for one in report["imports"]) == [
        ("a.xlsx", 1),
        ("b.xlsx", 1),
        ("catatan.txt", None),
    ]
    kept = program.do("order", "imports")["imports"]
    assert [row["state"] for row in kept] == ["complete", "complete"]
    assert all(row["by"] and row["begun_at"] and row["orders_new"] == 1 for row in kept)
    undone = program.do("order", "undo", str(kept[0]["import_no"]))
    assert (undone["state"], undone["file"]) == ("undone", kept[0]["file"])
    assert len(program.do("order", "list")["orders"]) == 1
    assert program.refuse("order", "undo", "99") == "batch_not_found"
