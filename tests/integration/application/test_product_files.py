"""A product file with 20,000 rows of which 300 are wrong: 19,700 in, 300 to mend (R16, R17)."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from jdfulfil_desktop.adapters.sheets.reader import ChildProcessSheetReader
from jdfulfil_desktop.adapters.sheets.writers import write_table
from jdfulfil_desktop.application.ports import RowProblem
from jdfulfil_desktop.application.product_table import products_import
from jdfulfil_desktop.application.results import TableReport
from jdfulfil_desktop.application.sheet_columns import PRODUCT_COLUMNS
from jdfulfil_desktop.application.table_rows import rows_to_mend
from jdfulfil_desktop.domain.commands import SaveProducts
from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.product import Product
from jdfulfil_desktop.texts import LANGUAGES, Texts
from tests.helpers.shop import Shop

ROWS, WRONG = 20_000, 300
HEADERS = ["SKU", "Nama Produk", "Barcode", "Berat (kg)", "Masa Simpan (hari)", "Warna"]
SPOILT = (
    {"Nama Produk": ""},
    {"Berat (kg)": "berat"},
    {"Masa Simpan (hari)": "-5"},
    {"Barcode": "8.99E+12"},
    {"Barcode": "TAKEN"},
)
"""Ways in which a row is wrong; the last has the barcode of a product that is there."""


def write_file(path: Path, rows: int, wrong: int) -> None:
    every = rows // wrong if wrong else rows + 1
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, HEADERS)
        out.writeheader()
        for n in range(1, rows + 1):
            row = {
                "SKU": f"SKU-{n:05d}",
                "Nama Produk": f"Kopi {n}",
                "Barcode": f"89{n:011d}",
                "Berat (kg)": "0,25",
                "Masa Simpan (hari)": "365",
                "Warna": "Merah",
            }
            if n % every == 0 and n // every <= wrong:
                row |= SPOILT[n // every % len(SPOILT)]
            out.writerow(row)


def read_in(shop: Shop, path: Path) -> TableReport:
    return products_import(shop.bus, ChildProcessSheetReader(), path)


def mendable(report: TableReport, path: Path, lang: str) -> int:
    texts = Texts(lang)

    def say(problem: RowProblem) -> tuple[str, str]:
        words = texts.row_problem(problem)
        return words.what, words.fix

    names, rows = rows_to_mend(report.rejected, report.problems, PRODUCT_COLUMNS, say)
    assert all(row[len(names)] for row in rows), "every row says what is wrong with it"
    heads = [*(texts.field(name) for name in names), texts.say("col.problem"), "?"]
    return write_table(path, "produk", heads, rows)


def test_19700_are_in_and_300_in_a_file_that_imports_again(shop: Shop, tmp_path: Path) -> None:
    shop.do(SaveProducts((Product(Sku("OWNER"), "Has that barcode", barcode="TAKEN"),)))
    source = tmp_path / "produk.csv"
    write_file(source, ROWS, WRONG)
    report = read_in(shop, source)
    assert (report.rows_read, report.new, report.refused) == (ROWS, ROWS - WRONG, WRONG)
    assert len(report.rejected) == WRONG
    taken = [p for p in report.problems if p.code == "barcode_taken"]
    assert taken
    assert {p.data["sku"] for p in taken} == {"OWNER"}, "a doubled barcode names who has it"
    again = tmp_path / "ditolak.xlsx"
    assert mendable(report, again, "id") == WRONG
    mended = read_in(shop, again)
    assert (mended.rows_read, mended.refused) == (WRONG, WRONG), "nothing was mended yet"
    known = shop.write(lambda uow: uow.products.get_many())
    assert len(known) == ROWS - WRONG + 1
    assert known["SKU-00001"].colour == "Merah"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_file_to_mend_is_understood_in_every_language(
    shop: Shop, tmp_path: Path, lang: str
) -> None:
    source = tmp_path / "produk.csv"
    write_file(source, 20, 4)
    shop.do(SaveProducts((Product(Sku("OWNER"), "Has that barcode", barcode="TAKEN"),)))
    report = read_in(shop, source)
    assert report.refused == 4
    again = tmp_path / f"{lang}.xlsx"
    mendable(report, again, lang)
    found = read_in(shop, again)
    assert found.rows_read == 4
    assert {p.code for p in found.problems} == {p.code for p in report.problems}
