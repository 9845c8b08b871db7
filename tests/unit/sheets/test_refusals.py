"""One unreadable row refuses its whole order, and only that row is listed."""

from __future__ import annotations

import pytest

from tests.helpers.grouped import group
from tests.helpers.order_files import shopee_rows, tokopedia_rows
from tests.helpers.workbooks import Value

BAD = [
    ("No. Pesanan", "", "missing_value", ""),
    ("No. Pesanan", 5.812345678901235e17, "id_not_exact", "5.812345678901235e+17"),
    ("No. Pesanan", "1.2E+12", "id_not_exact", "1.2E+12"),
    ("Status Pesanan", "", "missing_value", ""),
    ("Jumlah", "", "missing_value", ""),
    ("Jumlah", "0", "quantity_invalid", "0"),
    ("Jumlah", -1.0, "quantity_invalid", "-1"),
    ("Jumlah", 1.5, "quantity_invalid", "1.5"),
    ("Jumlah", "dua", "quantity_invalid", "dua"),
    ("Jumlah", "9999999", "quantity_invalid", "9999999"),
    ("Returned quantity", "x", "quantity_invalid", "x"),
    ("Harga Setelah Diskon", "gratis", "bad_number", "gratis"),
    ("No. Resi", 12345678.0, "tracking_number_not_text", "12345678"),
    ("Waktu Pesanan Dibuat", "kemarin", "bad_date", "kemarin"),
    ("Waktu Pesanan Dibuat", 46235.5, "bad_date", "46235.5"),
]


@pytest.mark.parametrize(("column", "value", "code", "shown"), BAD)
def test_a_bad_cell_is_named(column: str, value: Value, code: str, shown: str) -> None:
    found = group(shopee_rows({"No. Pesanan": "GOOD"}, {column: value}))
    assert found.problems == [(3, column, shown, code)]
    assert [order.order_no for order in found.orders] == ["GOOD"]
    assert (found.rows_read, found.refused_orders) == (2, 1)


def test_a_line_without_any_sku_is_refused() -> None:
    blank = {"Nomor Referensi SKU": "", "SKU Induk": "", "Nama Produk": ""}
    found = group(shopee_rows(blank))
    assert found.problems == [(2, "Nomor Referensi SKU", "", "missing_value")]


def test_the_whole_order_goes_the_other_rows_are_not_listed() -> None:
    found = group(
        shopee_rows(
            {"No. Pesanan": "A"},
            {"No. Pesanan": "A", "Jumlah": "x"},
            {"No. Pesanan": "B"},
            {"No. Pesanan": "A"},
        )
    )
    assert [order.order_no for order in found.orders] == ["B"]
    assert [problem[0] for problem in found.problems] == [3]
    assert found.refused_rows == {2, 3, 5}
    assert (found.rows_read, found.refused_orders) == (4, 1)


def test_two_bad_cells_of_a_row_are_both_named() -> None:
    found = group(shopee_rows({"Jumlah": "x", "Harga Setelah Diskon": "y"}))
    assert [(p[0], p[3]) for p in found.problems] == [(2, "quantity_invalid"), (2, "bad_number")]


def test_rows_without_an_order_number_are_orders_of_their_own() -> None:
    found = group(shopee_rows({"No. Pesanan": ""}, {"No. Pesanan": ""}))
    assert found.refused_orders == 2
    assert [problem[3] for problem in found.problems] == ["missing_value", "missing_value"]


def test_blank_rows_and_rows_of_blanks_are_no_rows() -> None:
    rows = shopee_rows({"No. Pesanan": "A"}, {"No. Pesanan": "B"})
    rows[2:2] = [[""] * 51, ["  "] * 51, [None] * 51, []]
    found = group(rows)
    assert [order.rows for order in found.orders] == [(2,), (7,)]
    assert found.rows_read == 2


def test_a_total_line_under_the_rows_is_no_order() -> None:
    rows = shopee_rows({})
    rows.append(["", "", "Total 1 pesanan"])
    assert group(rows).rows_read == 1


def test_an_order_number_of_15_digits_as_a_number_is_taken() -> None:
    found = group(tokopedia_rows({"Order ID": 581000000000001.0}))
    assert found.only.order_no == "581000000000001"


def test_one_line_id_with_two_contents_is_a_conflict() -> None:
    found = group(tokopedia_rows({}, {"Quantity": "5"}))
    assert found.problems == [
        (4, "SKU ID", "1731000000000000001", "duplicate_line_conflict"),
    ]
    assert found.orders == []


def test_one_line_id_with_one_content_is_added_up() -> None:
    assert [x.quantity for x in group(tokopedia_rows({}, {})).only.lines] == [2]


def test_one_sku_in_two_packages_is_no_conflict() -> None:
    found = group(tokopedia_rows({}, {"Package ID": "2", "Tracking ID": "JX2", "Quantity": "3"}))
    assert [(x.package, x.quantity, x.tracking_no) for x in found.only.lines] == [
        ("1151000000000000001", 1, "JX0000000001"),
        ("2", 3, "JX2"),
    ]
