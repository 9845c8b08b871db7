"""Columns of the stock list, and how a difference or a push state looks there."""

from __future__ import annotations

from jdfulfil_desktop.application.queries import StockListRow
from jdfulfil_desktop.domain.warehouse import PlacementState, WarehouseKind
from jdfulfil_desktop.gui.tables import Column, ColumnKind, StatusCell, check_column
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts

_KINDS = {
    PlacementState.OWN: StatusKind.DONE,
    PlacementState.WAITING: StatusKind.WAITING,
    PlacementState.UNCERTAIN: StatusKind.UNKNOWN,
    PlacementState.PUSHED: StatusKind.DONE,
    PlacementState.FAILED: StatusKind.FAILED,
}


def is_own(row: StockListRow) -> bool:
    """Tell whether the row's figures are the merchant's own to set (R20)."""
    return row.kind == WarehouseKind.OWN


def difference(row: StockListRow) -> int | None:
    """Give JD's figure less ours; None where JD has said none."""
    return None if row.jd_figure is None else row.jd_figure - row.on_hand


def signed(units: int, texts: Texts) -> str:
    """Write a difference with its sign: `+12`, `−3`."""
    sign = "+" if units > 0 else "−" if units < 0 else ""
    return f"{sign}{texts.number(abs(units))}"


def difference_cell(row: StockListRow, texts: Texts) -> StatusCell | None:
    """Mark a difference to JD; None in own warehouses and before JD's first figure."""
    found = difference(row)
    if found is None:
        return None
    if found:
        return StatusCell(StatusKind.NEEDS_YOU, signed(found, texts))
    return StatusCell(StatusKind.DONE, tr("Same"))


def cause_words(row: StockListRow, texts: Texts) -> str | None:
    """Say what most likely makes JD's figure another; None where it is the same (R22)."""
    cause = row.cause
    if cause is None:
        return None
    words = texts.say(f"stock_cause.{cause}.meaning")
    return tr("Likely cause: {0}.").format(texts.cause(cause)) + f" {words}"


def state_cell(row: StockListRow, texts: Texts) -> StatusCell:
    """Say how far the product is in the warehouse."""
    if not row.push_state:
        return StatusCell(StatusKind.WAITING, texts.placement_state(""))
    state = PlacementState(row.push_state)
    return StatusCell(_KINDS[state], texts.placement_state(state))


def columns(texts: Texts) -> list[Column]:
    """Give the list's columns; our figures first, JD's beside them."""
    kind = ColumnKind
    return [
        check_column(),
        Column("sku", tr("SKU"), kind.CODE, 150, lambda r: r.sku, sortable=True),
        Column("name", tr("Name"), kind.TEXT, 170, lambda r: r.name, sortable=True, stretch=True),
        Column("warehouse_no", tr("Warehouse"), kind.CODE, 104, _house, give_way=3),
        _figure("on_hand", 92, texts),
        _figure("reserved", 86, texts, give_way=1),
        _figure("available", 90, texts),
        _figure("incoming", 96, texts, give_way=2),
        _figure("jd_figure", 96, texts, give_way=1),
        Column(
            "difference",
            tr("Difference"),
            kind.STATUS,
            100,
            lambda r: difference_cell(r, texts),
            tooltip=lambda r: cause_words(r, texts),
        ),
        Column(
            "push_state",
            tr("Status"),
            kind.STATUS,
            160,
            lambda r: state_cell(r, texts),
            sortable=True,
            give_way=4,
        ),
        Column(
            "locations",
            tr("Locations"),
            kind.CODE,
            120,
            lambda r: ", ".join(r.locations) or None,
            give_way=5,
        ),
    ]


def _house(row: StockListRow) -> str:
    return row.warehouse_no


def _figure(name: str, width: int, texts: Texts, give_way: int = 0) -> Column:
    return Column(
        name,
        texts.figure(name),
        ColumnKind.NUMBER,
        width,
        lambda row: getattr(row, name),
        sortable=True,
        give_way=give_way,
    )
