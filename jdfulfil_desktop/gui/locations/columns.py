"""Columns of the list of locations."""

from __future__ import annotations

from jdfulfil_desktop.application.queries import LocationRow
from jdfulfil_desktop.gui.tables import Column, ColumnKind, StatusCell, check_column
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.words import tr


def use_cell(row: LocationRow) -> StatusCell:
    """Say whether something lies there."""
    if row.skus:
        return StatusCell(StatusKind.DONE, tr("In use"))
    return StatusCell(StatusKind.WAITING, tr("Empty"))


def columns() -> list[Column]:
    """Give the list's columns."""
    kind = ColumnKind
    return [
        check_column(),
        Column("code", tr("Location"), kind.CODE, 170, lambda r: r.code, sortable=True),
        Column(
            "warehouse_no",
            tr("Warehouse"),
            kind.CODE,
            130,
            lambda r: r.warehouse_no,
            sortable=True,
            give_way=2,
        ),
        Column("use", tr("Status"), kind.STATUS, 120, use_cell),
        Column("count", tr("SKUs"), kind.NUMBER, 70, lambda r: len(r.skus), give_way=1),
        Column("skus", tr("Products"), kind.TEXT, 300, lambda r: ", ".join(r.skus), stretch=True),
    ]
