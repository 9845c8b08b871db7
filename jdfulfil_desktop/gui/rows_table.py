"""A table over a list that is all in memory: lines of a dialog, verdicts, a preview."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from jdfulfil_desktop.gui.tables import Column, PagedTableModel, TableView

_PAGE, _PAGES = 250, 400


class RowsTable(TableView):
    """Show rows that are given whole (up to 100,000), drawn like every other table."""

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        name: str,
        title: str,
        key: Callable[[Any], Hashable],
        parent: QWidget | None = None,
    ) -> None:
        model = PagedTableModel(columns, key=key, page_size=_PAGE, cached_pages=_PAGES)
        super().__init__(model, name=name, parent=parent)
        model.setParent(self)
        self.setObjectName(name)
        self.setAccessibleName(title)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these rows instead."""
        self.paged_model.reset(len(rows))
        for page in range(0, len(rows), _PAGE):
            self.paged_model.set_page(page // _PAGE, rows[page : page + _PAGE])

    def rows(self) -> list[Any]:
        """Give the rows on show."""
        return self.paged_model.loaded_rows()


class TableCard(QFrame):
    """The frame around a table in a dialog."""

    def __init__(self, table: TableView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self.setProperty("table", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(table)
        self.setFocusProxy(table)
