"""`label …` and `report` by command: files in, files out, what scripts read (R36, R39)."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pypdfium2 as pdfium

from tests.e2e.cli.program import Program
from tests.helpers.order_files import shopee_rows
from tests.helpers.pdf_files import write_labels
from tests.helpers.workbooks import write_xlsx


def orders(program: Program, folder: Path) -> None:
    """Two orders of a store that an own warehouse serves, which stocks neither yet."""
    program.do("store", "add", "--channel", "shopee", "--name", "Toko")
    for number, tracking in (("260801AA01", "SPXID00000001"), ("260801AA02", "SPXID00000002")):
        rows = shopee_rows({"No. Pesanan": number, "No. Resi": tracking})
        program.do("order", "import", str(write_xlsx(folder / f"{number}.xlsx", {"orders": rows})))


def test_labels_find_their_orders_and_come_out_again(program: Program, tmp_path: Path) -> None:
    orders(program, tmp_path)
    pages = [["Resi SPXID00000002"], ["Pesanan 260801AA01"], ["what only a person can read"]]
    path = str(write_labels(tmp_path / "labels.pdf", pages))
    told = program.do("label", "attach", path, code=4)
    assert told == {"files": [{"file": "labels.pdf", "matched": 2, "unmatched": 1, "known": 0}]}
    assert program.do("label", "attach", path)["files"][0]["known"] == 3
    [loose] = program.do("label", "list")["labels"]
    assert (loose["page"], loose["order_no"]) == (3, None)
    number = str(loose["label_id"])
    assert program.refuse("label", "assign", number, "shopee/NONE") == "order_not_found"
    program.do("label", "assign", number, "shopee/260801AA01")
    assert program.do("label", "list")["labels"] == []
    mine = program.do("label", "list", "shopee/260801AA01")["labels"]
    assert [(one["page"], one["matched_by"]) for one in mine] == [(2, "260801AA01"), (3, None)]
    names = ("shopee/260801AA01", "shopee/260801AA02")
    made = program.do("label", "bundle", str(tmp_path / "out.pdf"), *names)
    assert (made["pages"], made["without_label"]) == (3, [])
    assert len(pdfium.PdfDocument(tmp_path / "out.pdf")) == 3
    program.do("label", "bundle", str(tmp_path / "out.zip"), *names)
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        assert len(archive.namelist()) == 3
    assert program.do("label", "remove", number) == {"removed": 1}
    assert program.refuse("label", "remove", number) == "label_not_found"
    (tmp_path / "no.pdf").write_bytes(b"a letter")
    assert program.refuse("label", "attach", str(tmp_path / "no.pdf")) == "not_a_pdf"
    assert program.refuse("label", "bundle", str(tmp_path / "x.pdf")) == "labels_missing"


def test_a_report_by_command(program: Program, tmp_path: Path) -> None:
    orders(program, tmp_path)
    told = program.do("report", "--days", "7")
    assert [(row["channel"], row["orders"], row["shipments"]) for row in told["days"]] == [
        ("shopee", 2, 0)
    ]
    assert [row["orders"] for row in told["held"]] == [2]
    assert program.do("report", "--channel", "lazada")["days"] == []
    assert program.refuse("report", "--days", "999", code=2) == "usage"
    assert "Shopee" in program.text("report").stdout
