"""Products, stock and locations are read as text by header, in either language."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from jdfulfil_desktop.adapters.sheets.reader import ChildProcessSheetReader
from jdfulfil_desktop.application.ports import TableSheet
from jdfulfil_desktop.application.sheet_columns import (
    LOCATION_COLUMNS,
    LOCATION_REQUIRED,
    PRODUCT_COLUMNS,
    PRODUCT_REQUIRED,
    STOCK_COLUMNS,
    STOCK_REQUIRED,
)
from jdfulfil_desktop.domain.errors import FileProblem
from tests.helpers.sample_files import PRODUCTS, SAMPLES
from tests.helpers.templates import TEMPLATES, write_templates
from tests.helpers.workbooks import Rows, write_csv, write_xlsx

READER = ChildProcessSheetReader()


def products(path: Path) -> TableSheet:
    return READER.read_table(path, PRODUCT_COLUMNS, PRODUCT_REQUIRED)


@pytest.mark.parametrize("name", ["products.xlsx", "products.csv"])
def test_the_sample_products(name: str) -> None:
    table = products(SAMPLES / name)
    assert table.file == name
    assert table.problems == ()
    assert len(table.rows) == len(PRODUCTS)
    number, first = table.rows[0]
    assert number == 2
    assert first == {
        "sku": "KOPI-GAYO-250",
        "name": "Kopi Gayo Bubuk 250 gr",
        "barcode": str(PRODUCTS[0][2]),
        "weight_kg": "0.27",
        "length_cm": "9",
        "width_cm": "6",
        "height_cm": "18",
        "shelf_life_days": "365",
        "inbound_limit_days": "240",
        "outbound_limit_days": "90",
    }


@pytest.mark.parametrize(
    "headers",
    [
        ["sku", "name", "barcode", "weight_kg"],
        ["SKU", "Product Name", "EAN", "Weight (kg)"],
        ["Kode SKU", "NAMA", "Barcode *", "Berat (kg)"],
        ["商品名称", "SKU 编码", "条码", "重量(kg)"],
    ],
)
def test_headers_of_every_language(tmp_path: Path, headers: list[str]) -> None:
    values = ["A-1", "Kopi", "8990001", "0.5"]
    if headers[0] == "商品名称":
        values[:2] = ["Kopi", "A-1"]
    path = write_csv(tmp_path / "p.csv", [["Daftar Produk"], headers, values])
    ((number, row),) = products(path).rows
    assert number == 3
    assert row == {"sku": "A-1", "name": "Kopi", "barcode": "8990001", "weight_kg": "0.5"}


def test_numeric_cells_are_text_and_long_ones_are_refused(tmp_path: Path) -> None:
    rows: Rows = [
        ["sku", "name", "barcode"],
        [1001.0, "Kopi", 8990001000010.0],
        ["B", "Teh", 1.2345678901234567e17],
        ["C", "Gula", "8.99E+12"],
        ["D", "", "1"],
        ["", "", ""],
        ["E", "Madu", "0012345678905"],
    ]
    table = products(write_xlsx(tmp_path / "p.xlsx", {"Produk": rows}))
    assert [(number, row["sku"], row["barcode"]) for number, row in table.rows] == [
        (2, "1001", "8990001000010"),
        (7, "E", "0012345678905"),
    ]
    assert [(p.row, p.column, p.code) for p in table.problems] == [
        (3, "barcode", "id_not_exact"),
        (4, "barcode", "id_not_exact"),
        (5, "name", "missing_value"),
    ]


def test_the_first_sheet_that_fits_is_read(tmp_path: Path) -> None:
    sheets: dict[str, Rows] = {
        "Petunjuk": [["Isi tabel", "di lembar lain"]],
        "Stok": [["SKU", "Jumlah"], ["A", 5.0], ["B", "7"]],
    }
    table = READER.read_table(
        write_xlsx(tmp_path / "s.xlsx", sheets), STOCK_COLUMNS, STOCK_REQUIRED
    )
    assert [dict(row) for _, row in table.rows] == [
        {"sku": "A", "quantity": "5"},
        {"sku": "B", "quantity": "7"},
    ]


def test_locations(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "l.csv", [["Lokasi", "SKU"], ["R-01-A", "A"]], delimiter=";")
    table = READER.read_table(path, LOCATION_COLUMNS, LOCATION_REQUIRED)
    assert [dict(row) for _, row in table.rows] == [{"location": "R-01-A", "sku": "A"}]


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([["SKU", "Harga"], ["A", "5"]], "unknown_layout"),
        ([["SKU", "Nama"]], "empty"),
        ([["", ""]], "empty"),
    ],
)
def test_tables_that_are_refused(tmp_path: Path, rows: list[list[str]], code: str) -> None:
    with pytest.raises(FileProblem) as problem:
        products(write_csv(tmp_path / "p.csv", rows))
    assert problem.value.code == code


def test_a_hand_made_csv_may_end_without_a_line_end(tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    path.write_text("sku,name,barcode\nA,Kopi,1\nB,Teh", encoding="utf-8")
    assert [row["sku"] for _, row in products(path).rows] == ["A", "B"]


def test_the_templates_have_the_columns_that_the_import_reads(tmp_path: Path) -> None:
    made = [path.name for path in write_templates(tmp_path)]
    for folder in (tmp_path, TEMPLATES):
        for name, columns in zip(
            made, (PRODUCT_COLUMNS, STOCK_COLUMNS, LOCATION_COLUMNS), strict=True
        ):
            sheet = openpyxl.load_workbook(folder / name).active
            assert sheet is not None
            titles = [str(cell.value) for cell in sheet[1]]
            assert len(titles) == len(columns)
            accepted = [{alias.casefold() for alias in aliases} for aliases in columns.values()]
            assert all(t.casefold() in names for t, names in zip(titles, accepted, strict=True))


def test_an_empty_template_is_an_empty_file() -> None:
    with pytest.raises(FileProblem) as problem:
        products(TEMPLATES / "produk.xlsx")
    assert problem.value.code == "empty"
