"""The table of lines in the dialog that draws a list up."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.gui.rows_table import RowsTable
from jdfulfil_desktop.gui.tables import Column, ColumnKind
from jdfulfil_desktop.gui.words import tr


def plan_table(parent: QWidget) -> RowsTable:
    """Make the table of planned lines."""
    kind = ColumnKind
    columns = [
        Column("sku", tr("SKU"), kind.CODE, 140, lambda r: r.sku),
        Column("name", tr("Name"), kind.TEXT, 160, lambda r: r.name, stretch=True),
        Column("quantity", tr("Quantity"), kind.NUMBER, 84, lambda r: r.quantity),
    ]
    return RowsTable(
        columns, name="planTable", title=tr("Lines"), key=lambda line: line.sku, parent=parent
    )
