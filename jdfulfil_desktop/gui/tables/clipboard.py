"""Selected rows as a spreadsheet takes them from the clipboard."""

from __future__ import annotations

from PySide6.QtWidgets import QTableView

from jdfulfil_desktop.gui.tables.columns import ColumnKind
from jdfulfil_desktop.gui.tables.model import PagedTableModel


def rows_as_text(view: QTableView, model: PagedTableModel) -> str:
    """Return the selected rows that are in memory: visible columns in their order on the screen."""
    header = view.horizontalHeader()
    shown = [
        at
        for at in sorted(range(len(model.columns)), key=header.visualIndex)
        if not view.isColumnHidden(at) and model.columns[at].kind is not ColumnKind.CHECK
    ]
    rows = sorted(index.row() for index in view.selectionModel().selectedRows())
    return "\n".join(
        "\t".join(str(model.index(row, at).data() or "") for at in shown)
        for row in rows
        if model.row_at(row) is not None
    )
