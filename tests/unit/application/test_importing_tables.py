"""Show tables of products, stock and locations being imported."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from jdfulfil_desktop.application import product_table, stock_table
from jdfulfil_desktop.application.order_files import import_file
from jdfulfil_desktop.application.ports import RowProblem, SheetInfo
from jdfulfil_desktop.application.results import ImportReport, TableReport
from jdfulfil_desktop.domain import commands as c
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.order import Channel, OrderSnapshot
from jdfulfil_desktop.domain.product import ShelfLife
from tests.helpers.sheets import FakeSheet, FakeSheets
from tests.helpers.shop import W1, Shop, snapshot

FILE = Path("Order.all.xlsx")


def sheets(shop: Shop, *orders: OrderSnapshot, **more: Any) -> FakeSheets:
    channel = orders[0].channel if orders else Channel.SHOPEE
    info = SheetInfo(FILE.name, "shopee", channel, (), shop.clock.now(), orders=len(orders))
    return FakeSheets({FILE.name: FakeSheet(replace(info, **more), orders)})


def orders(count: int) -> tuple[OrderSnapshot, ...]:
    return tuple(snapshot(str(n), number=f"N{n}") for n in range(count))


def run(shop: Shop, reader: FakeSheets, **more: Any) -> ImportReport:
    return import_file(shop.bus, reader, FILE, **more)


def product(shop: Shop, sku: str) -> Any:
    return shop.write(lambda uow: uow.products.get_many([sku]))[sku]


def import_products(
    shop: Shop, *rows: dict[str, str], dry_run: bool = False, problems: Any = ()
) -> TableReport:
    reader = FakeSheets()
    path = reader.put_table("produk.xlsx", *rows, problems=problems)
    return product_table.products_import(shop.bus, reader, path, dry_run=dry_run)


def test_products_are_read_in_kilograms_and_centimetres(shop: Shop) -> None:
    row = {
        "sku": " KOPI ",
        "name": "Kopi  Bubuk",
        "barcode": "899001",
        "weight_kg": "0,2505",
        "length_cm": "10.55",
        "width_cm": "8",
        "height_cm": "",
        "shelf_life_days": "365",
        "inbound_limit_days": "180",
        "outbound_limit_days": "90",
    }
    report = import_products(shop, row, {"sku": "TEH", "name": "Teh"})
    assert (report.rows_read, report.new, report.refused, report.problems) == (2, 2, 0, ())
    kopi = product(shop, "KOPI")
    assert (kopi.name, kopi.barcode, kopi.weight_g) == ("Kopi Bubuk", "899001", 251)
    assert (kopi.length_mm, kopi.width_mm, kopi.height_mm) == (106, 80, 0)
    assert kopi.shelf_life == ShelfLife(365, 180, 90)
    assert product(shop, "TEH").shelf_life is None
    again = import_products(shop, row, {"sku": "TEH", "name": "Teh"})
    assert (again.new, again.updated, again.unchanged) == (0, 0, 2)


def test_a_blank_cell_keeps_what_is_known(shop: Shop) -> None:
    import_products(
        shop, {"sku": "KOPI", "name": "Kopi", "weight_kg": "1", "barcode": "1", "width_cm": "2"}
    )
    report = import_products(shop, {"sku": "KOPI", "name": "Baru", "weight_kg": "", "barcode": "2"})
    kopi = product(shop, "KOPI")
    assert (report.updated, kopi.name, kopi.weight_g) == (1, "Baru", 1000)
    assert (kopi.barcode, kopi.width_mm) == ("2", 20)


@pytest.mark.parametrize(
    ("cells", "column", "code"),
    [
        ({"sku": ""}, "sku", "missing_value"),
        ({"name": " "}, "name", "missing_value"),
        ({"weight_kg": "berat"}, "weight_kg", "bad_number"),
        ({"weight_kg": "-1"}, "weight_kg", "bad_number"),
        ({"length_cm": "NaN"}, "length_cm", "bad_number"),
        ({"width_cm": "1e99999"}, "width_cm", "bad_number"),
        ({"shelf_life_days": "1.5"}, "shelf_life_days", "bad_number"),
        ({"shelf_life_days": "x"}, "shelf_life_days", "bad_number"),
        ({"inbound_limit_days": "3"}, "shelf_life_days", "missing_value"),
        (
            {"shelf_life_days": "5", "outbound_limit_days": "9"},
            "shelf_life_days",
            "shelf_life_limit_invalid",
        ),
    ],
)
def test_what_is_wrong_with_a_row(
    shop: Shop, cells: dict[str, str], column: str, code: str
) -> None:
    row = {"sku": "KOPI", "name": "Kopi"}
    report = import_products(shop, {"sku": "TEH", "name": "Teh"}, {**row, **cells})
    assert (report.new, report.refused, report.rows_read) == (1, 1, 2)
    [problem] = report.problems
    assert (problem.row, problem.column, problem.code) == (3, column, code)


def test_doubles_in_a_table_and_beside_it(shop: Shop) -> None:
    import_products(shop, {"sku": "LAMA", "name": "Lama", "barcode": "1"})
    report = import_products(
        shop,
        {"sku": "A", "name": "A", "barcode": "2"},
        {"sku": "A", "name": "A", "barcode": "2"},
        {"sku": "A", "name": "Lain"},
        {"sku": "B", "name": "B", "barcode": "1"},
        {"sku": "C", "name": "C", "barcode": "2"},
        {"sku": "D", "name": "D"},
        problems=(RowProblem(9, "barcode", "1E+18", "id_not_exact", {}),),
    )
    assert [(p.row, p.column, p.code) for p in report.problems] == [
        (4, "sku", "duplicate_line_conflict"),
        (5, "barcode", "barcode_taken"),
        (6, "barcode", "barcode_taken"),
        (9, "barcode", "id_not_exact"),
    ]
    assert (report.new, report.unchanged, report.refused, report.rows_read) == (2, 1, 4, 7)
    assert report.problems[1].data == {"sku": "LAMA"}


def test_a_final_shelf_life_refuses_its_row(shop: Shop) -> None:
    shop.open()
    report = import_products(
        shop, {"sku": "KOPI", "name": "Kopi", "shelf_life_days": "30"}, {"sku": "B", "name": "B"}
    )
    assert [(p.column, p.value, p.code) for p in report.problems] == [
        ("shelf_life_days", "30", "shelf_life_fixed")
    ]
    assert report.new == 1


def test_a_rehearsal_writes_nothing(shop: Shop) -> None:
    report = import_products(shop, {"sku": "KOPI", "name": "Kopi"}, dry_run=True)
    assert report.new == 1
    assert shop.write(lambda uow: uow.products.get_many(None)) == {}


# --- stock and locations


def import_stock(shop: Shop, house: str, *rows: tuple[str, str], confirmed: bool = False) -> Any:
    reader = FakeSheets()
    cells = [{"sku": sku, "quantity": quantity} for sku, quantity in rows]
    path = reader.put_table("stok.xlsx", *cells)
    return stock_table.stock_import(shop.bus, reader, path, house, confirmed=confirmed)


def test_own_stock_is_set(shop: Shop) -> None:
    own = shop.do(c.AddOwnWarehouse("Rumah"))
    import_products(shop, {"sku": "KOPI", "name": "Kopi"}, {"sku": "TEH", "name": "Teh"})
    report = import_stock(
        shop,
        own,
        ("KOPI", "10"),
        ("TEH", "0"),
        ("KOPI", "10"),
        ("KOPI", "11"),
        ("X", "1"),
        ("", "1"),
        ("TEH", "1,5"),
        ("TEH", ""),
    )
    assert (report.changed, report.inbound_no, report.skus) == (1, "", ("KOPI", "TEH"))
    assert [(p.row, p.code) for p in report.problems] == [
        (5, "duplicate_line_conflict"),
        (6, "product_not_found"),
        (7, "missing_value"),
        (8, "quantity_invalid"),
        (9, "quantity_invalid"),
    ]
    assert (report.rows_read, report.refused) == (8, 5)
    assert shop.figures_of(house=own) == (10, 0, 0)


def test_jds_figures_are_never_overwritten(shop: Shop) -> None:
    shop.connect()
    import_products(shop, {"sku": "KOPI", "name": "Kopi"}, {"sku": "TEH", "name": "Teh"})
    report = import_stock(shop, W1, ("KOPI", "10"), ("TEH", "0"))
    assert (report.changed, report.skus) == (0, ("KOPI", "TEH"))
    listed = shop.write(lambda uow: uow.inbounds.get(report.inbound_no))
    assert [(x.sku, x.planned) for x in listed.lines] == [("KOPI", 10)]
    assert shop.figures_of() == (0, 0, 0)
    only_zero = import_stock(shop, W1, ("TEH", "0"))
    assert only_zero.inbound_no == ""


def test_stock_of_nothing_or_nowhere(shop: Shop) -> None:
    shop.connect()
    assert import_stock(shop, W1, ("X", "1")).refused == 1
    with pytest.raises(RuleError, match="warehouse_not_found"):
        import_stock(shop, "X", ("KOPI", "1"))


def test_a_sku_elsewhere_asks_first(shop: Shop) -> None:
    shop.open()
    own = shop.do(c.AddOwnWarehouse("Rumah"))
    with pytest.raises(RuleError, match="sku_in_other_warehouse"):
        import_stock(shop, own, ("KOPI", "1"))
    assert import_stock(shop, own, ("KOPI", "1"), confirmed=True).changed == 1


def test_locations_from_a_table(shop: Shop) -> None:
    shop.open()
    shop.do(c.CreateLocations(W1, ("A-1",)))
    reader = FakeSheets()
    path = reader.put_table(
        "lokasi.xlsx",
        {"location": "A-1", "sku": "KOPI"},
        {"location": "A-2", "sku": "KOPI"},
        problems=(RowProblem(4, "sku", "1E+18", "id_not_exact", {}),),
    )
    report = stock_table.locations_import(shop.bus, reader, path, W1)
    assert report.bound == 1
    assert [(line_no, code) for line_no, code, _ in report.problems] == [
        (3, "location_not_found"),
        (4, "id_not_exact"),
    ]
