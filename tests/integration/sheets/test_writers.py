"""What is written can be opened, harms nobody, and refused rows come back once mended."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from jdfulfil_desktop.adapters.sheets.reader import ChildProcessSheetReader
from jdfulfil_desktop.adapters.sheets.writers import neutral, write_refused, write_table
from jdfulfil_desktop.application.ports import RowProblem
from jdfulfil_desktop.domain.errors import EnvironmentProblem
from tests.helpers.order_files import many_shopee_rows, shopee_rows, tokopedia_rows
from tests.helpers.workbooks import Rows, write_csv, write_xlsx

READER = ChildProcessSheetReader()


def say(problem: RowProblem) -> tuple[str, str]:
    return f"{problem.column}: {problem.code}", "Perbaiki lalu impor lagi"


def content(path: Path) -> list[list[Any]]:
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("=1+1", "'=1+1"),
        ("+62811", "'+62811"),
        ("-2+3", "'-2+3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("-", "-"),
        ("-25", "-25"),
        ("Kopi = enak", "Kopi = enak"),
        ("", ""),
    ],
)
def test_active_text_is_made_harmless(text: str, wanted: str) -> None:
    assert neutral(text) == wanted


def test_a_table_keeps_text_as_text_and_numbers_as_numbers(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    at = datetime(2026, 8, 1, 9, 30, tzinfo=UTC)
    rows = [
        ["580000000000000001", 5, 0.25, at, date(2026, 8, 1), None, "=1+1"],
        ["000123", True, float("nan"), "#N/A", "a\x00b\ud800", "", "x" * 40_000],
    ]
    assert write_table(path, "Pesanan: [Agustus]", list("ABCDEFG"), rows) == 2
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Pesanan   Agustus"]
    header, first, second = content(path)
    assert header == list("ABCDEFG")
    assert first[:3] == ["580000000000000001", 5, 0.25]
    assert first[3] == datetime(2026, 8, 1, 9, 30)  # noqa: DTZ001  # workbooks know no zones
    assert first[5:] == [None, "'=1+1"]
    assert second[:5] == ["000123", True, "nan", "#N/A", "ab"]
    assert len(second[6]) == 32_767
    cell = book.worksheets[0]["G2"]
    assert (cell.data_type, cell.number_format) == ("s", "@")


def test_refused_rows_come_back_once_mended(tmp_path: Path) -> None:
    source = write_xlsx(
        tmp_path / "s.xlsx",
        {
            "orders": shopee_rows(
                {"No. Pesanan": "GOOD"},
                {"No. Pesanan": "BAD", "No. Telepon": "+62811", "Catatan": "=cmd()"},
                {"No. Pesanan": "BAD", "Jumlah": "dua", "Harga Setelah Diskon": "gratis"},
            )
        },
    )
    mended = tmp_path / "ditolak.xlsx"
    with READER.read_orders(source) as sheet:
        headers = [header for header, _ in sheet.info.columns]
        count = write_refused(
            mended, headers, sheet.refused_rows(), sheet.info.problems, say, along="Ikut ditolak"
        )
    assert count == 2
    titles, along, bad = content(mended)
    assert titles[-2:] == ["Alasan", "Saran"]
    assert along[-2:] == ["Ikut ditolak", None]
    assert bad[-2] == "Jumlah: quantity_invalid\nHarga Setelah Diskon: bad_number"
    assert bad[-1] == "Perbaiki lalu impor lagi"

    with READER.read_orders(mended) as again:
        assert again.info.profile == "shopee_orders"
        assert [(p.row, p.code) for p in again.info.problems] == [
            (3, "quantity_invalid"),
            (3, "bad_number"),
        ]
    book = openpyxl.load_workbook(mended)
    sheet_again = book.active
    assert sheet_again is not None
    sheet_again.cell(3, titles.index("Jumlah") + 1, "2")
    sheet_again.cell(3, titles.index("Harga Setelah Diskon") + 1, "62.500")
    book.save(mended)
    with READER.read_orders(mended) as last:
        (order,) = next(last.chunks())
    assert (order.order_no, order.lines[0].quantity) == ("BAD", 3)
    assert order.consignee.phone == "+62811"


def test_a_number_that_was_not_exact_stays_so(tmp_path: Path) -> None:
    source = write_xlsx(tmp_path / "s.xlsx", {"O": tokopedia_rows({"Order ID": 5.8e17})})
    out = tmp_path / "r.xlsx"
    with READER.read_orders(source) as sheet:
        headers = [header for header, _ in sheet.info.columns]
        write_refused(out, headers, sheet.refused_rows(), sheet.info.problems, say)
    with READER.read_orders(out) as again:
        assert [p.code for p in again.info.problems] == ["id_not_exact"]


def test_refused_rows_of_a_csv(tmp_path: Path) -> None:
    rows: Rows = tokopedia_rows({"Order ID": "1"}, {"Order ID": "2", "Quantity": "0"})
    source = write_csv(tmp_path / "s.csv", rows, delimiter=";", encoding="utf-8-sig")
    with READER.read_orders(source) as sheet:
        assert [(number, cells[0]) for number, cells in sheet.refused_rows()] == [(4, "2")]


def test_thousands_of_refused_rows(tmp_path: Path) -> None:
    header, *rows = many_shopee_rows(1_500, lines=1)
    for row in rows:
        row[20] = "x"
    source = write_csv(tmp_path / "s.csv", [header, *rows])
    with READER.read_orders(source) as sheet:
        assert (sheet.info.orders, sheet.info.refused_orders) == (0, 1_500)
        assert sum(1 for _ in sheet.refused_rows()) == 1_500
        assert list(sheet.chunks()) == []


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem) as problem:
        write_table(tmp_path / "nowhere" / "t.xlsx", "T", ["A"], [["1"]])
    assert problem.value.code == "disk"
    assert list(tmp_path.iterdir()) == []
