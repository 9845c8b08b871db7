"""Paged tables: describe columns, give a source, get a table that is quick at a million rows.

model = PagedTableModel(columns, key=lambda r: r.outbound_no)
view = TableView(model, name="outbound", settings=settings)
loader = PageLoader(model, source, runner)
loader.show(filter, Sort("created_at", descending=True))   # again on every chip or search
loader.refresh()                                           # on news, keeps the place
model.update_row(key, row)                                 # one changed row, one repaint
"""

from jdfulfil_desktop.gui.tables.columns import (
    Column,
    ColumnKind,
    PictureCell,
    ReasonCell,
    StatusCell,
    check_column,
)
from jdfulfil_desktop.gui.tables.formats import NOTHING, WIB, CellFormat
from jdfulfil_desktop.gui.tables.layout import ViewSettings
from jdfulfil_desktop.gui.tables.loader import LoadState, PageLoader
from jdfulfil_desktop.gui.tables.model import PagedTableModel
from jdfulfil_desktop.gui.tables.source import (
    Cancellable,
    KeyedSource,
    PagedSource,
    Runner,
    Sort,
)
from jdfulfil_desktop.gui.tables.view import TableView

__all__ = [
    "NOTHING",
    "WIB",
    "Cancellable",
    "CellFormat",
    "Column",
    "ColumnKind",
    "KeyedSource",
    "LoadState",
    "PageLoader",
    "PagedSource",
    "PagedTableModel",
    "PictureCell",
    "ReasonCell",
    "Runner",
    "Sort",
    "StatusCell",
    "TableView",
    "ViewSettings",
    "check_column",
]
