"""Turn a row and a column into the words of a cell: shown, in the tooltip, read aloud."""

from __future__ import annotations

from typing import Any

from jdfulfil_desktop.gui.tables.columns import (
    Column,
    ColumnKind,
    PictureCell,
    ReasonCell,
    StatusCell,
)
from jdfulfil_desktop.gui.tables.formats import NOTHING, CellFormat


def cell_text(column: Column, row: Any, formats: CellFormat) -> str:
    """Return the text that a cell shows; a dash where there is nothing."""
    value = column.value(row)
    if value is None or value == "":
        return NOTHING
    if column.kind is ColumnKind.NUMBER:
        return formats.number(value)
    if column.kind is ColumnKind.MONEY:
        return formats.money(value)
    if column.kind is ColumnKind.TIME:
        return formats.time(value)
    if isinstance(value, StatusCell | ReasonCell | PictureCell):
        return value.text
    return str(value)


def cell_tooltip(column: Column, row: Any, formats: CellFormat) -> str | None:
    """Return the whole text of a cell, a time with year and zone; None where there is nothing."""
    if column.tooltip is not None:
        return column.tooltip(row)
    value = column.value(row)
    if value is None or value == "":
        return None
    if column.kind is ColumnKind.TIME:
        return formats.time_in_full(value)
    return cell_text(column, row, formats)


def accessible_text(column: Column, row: Any, formats: CellFormat) -> str:
    """Return what a screen reader says: the column's title and the cell's text."""
    return f"{column.title}: {cell_text(column, row, formats)}"
