"""Import stock and location tables (R20, R26): good rows are kept, bad ones shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from jdfulfil_desktop.application.bus import Bus
from jdfulfil_desktop.application.ports import RowProblem, SheetReader, TableSheet, UnitOfWork
from jdfulfil_desktop.application.results import BindReport, StockLine, StockPreview, StockReport
from jdfulfil_desktop.application.sheet_columns import (
    LOCATION_COLUMNS,
    LOCATION_REQUIRED,
    STOCK_COLUMNS,
    STOCK_REQUIRED,
)
from jdfulfil_desktop.application.table_rows import (
    Row,
    count_rows,
    decimal_of,
    in_row_order,
)
from jdfulfil_desktop.domain.commands import (
    BindLocations,
    CreateInbound,
    PlaceProducts,
    SetOwnStock,
)
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.warehouse import Warehouse, WarehouseKind


def stock_import(
    bus: Bus, sheets: SheetReader, path: Path, warehouse_no: str, *, confirmed: bool = False
) -> StockReport:
    """Set an own warehouse's figures, or draw up an inbound list for a JD warehouse (R20).

    JD's quantities belong to JD: its figures are never overwritten; the products are chosen for the
    warehouse, to be registered next. Raises FileProblem, and RuleError where R13 or R17 ask first
    (unless `confirmed`) or the warehouse is unknown.
    """
    table = sheets.read_table(path, STOCK_COLUMNS, STOCK_REQUIRED)
    warehouse, known = bus.writer.submit(
        lambda uow: _stock_facts(uow, table, warehouse_no)
    ).result()
    units, problems = _quantities(table.rows, known)
    changed, inbound_no = 0, ""
    if units:
        skus = tuple(units)
        bus.submit(PlaceProducts(warehouse_no, skus, confirmed)).result()
        if warehouse.kind is WarehouseKind.OWN:
            changed = bus.submit(SetOwnStock(warehouse_no, units)).result()
        else:
            lines = tuple((sku, quantity) for sku, quantity in units.items() if quantity)
            if lines:
                inbound_no = bus.submit(CreateInbound(warehouse_no, lines, table.file)).result()
    every = [*table.problems, *problems]
    return StockReport(
        file=table.file,
        rows_read=count_rows(table),
        changed=changed,
        refused=len({problem.row for problem in every}),
        problems=in_row_order(every),
        inbound_no=inbound_no,
        skus=tuple(units),
    )


def stock_preview(bus: Bus, sheets: SheetReader, path: Path, warehouse_no: str) -> StockPreview:
    """Say what `stock_import` would do; writes nothing.

    Raises FileProblem, and RuleError where the warehouse is unknown.
    """
    table = sheets.read_table(path, STOCK_COLUMNS, STOCK_REQUIRED)
    warehouse, known = bus.writer.submit(
        lambda uow: _stock_facts(uow, table, warehouse_no)
    ).result()
    units, problems = _quantities(table.rows, known)
    return StockPreview(
        file=table.file,
        warehouse_no=warehouse_no,
        own=warehouse.kind is WarehouseKind.OWN,
        rows_read=count_rows(table),
        lines=bus.writer.submit(lambda uow: _lines(uow, warehouse_no, units)).result(),
        problems=in_row_order([*table.problems, *problems]),
    )


def _lines(uow: UnitOfWork, warehouse_no: str, units: Mapping[str, int]) -> tuple[StockLine, ...]:
    products = uow.products.get_many(units)
    figures = uow.ledger.rows([warehouse_no], list(units))
    placed = {p.sku for p in uow.products.placements([warehouse_no], list(units))}
    on_hand = {row.sku: row.on_hand for row in figures.values()}
    return tuple(
        StockLine(sku, products[sku].name, on_hand.get(Sku(sku), 0), quantity, sku in placed)
        for sku, quantity in units.items()
    )


def _stock_facts(
    uow: UnitOfWork, table: TableSheet, warehouse_no: str
) -> tuple[Warehouse, frozenset[str]]:
    warehouse = uow.warehouses.get(warehouse_no)
    if warehouse is None:
        raise RuleError("warehouse_not_found", subject=warehouse_no)
    known = uow.products.get_many({cells.get("sku", "").strip() for _, cells in table.rows})
    return warehouse, frozenset(known)


def _quantities(
    rows: Sequence[Row], known: frozenset[str]
) -> tuple[dict[str, int], list[RowProblem]]:
    """Read whole units of 0 or more by SKU; the same SKU twice is a contradiction."""
    units: dict[str, int] = {}
    problems: list[RowProblem] = []
    for number, cells in rows:
        sku, text = cells.get("sku", "").strip(), cells.get("quantity", "").strip()
        value = decimal_of(text) if text else None
        if not sku:
            problems.append(RowProblem(number, "sku", "", "missing_value", {}))
        elif value is None or value != value.to_integral_value():
            problems.append(RowProblem(number, "quantity", text, "quantity_invalid", {}))
        elif sku not in known:
            problems.append(RowProblem(number, "sku", sku, "product_not_found", {}))
        elif sku in units and units[sku] != int(value):
            problems.append(RowProblem(number, "sku", sku, "duplicate_line_conflict", {}))
        else:
            units[sku] = int(value)
    return units, problems


def locations_import(bus: Bus, sheets: SheetReader, path: Path, warehouse_no: str) -> BindReport:
    """Bind locations and SKUs from a table; lines are the spreadsheet's rows (R26)."""
    table = sheets.read_table(path, LOCATION_COLUMNS, LOCATION_REQUIRED)
    pairs = tuple(
        (number, cells.get("location", ""), cells.get("sku", "")) for number, cells in table.rows
    )
    report: BindReport = bus.submit(BindLocations(warehouse_no, pairs)).result()
    bad = [(p.row, p.code, {"value": p.value}) for p in table.problems]
    problems = sorted([*bad, *report.problems], key=lambda problem: problem[0])
    return replace(report, problems=tuple(problems))
