"""The table itself: fixed rows, keyboard, copying, columns that the user arranges.

view = TableView(model, name="outbound", settings=settings)
view.setObjectName("outboundTable")
view.rowChosen.connect(self.show_detail)      # the row, or None
"""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QTableView, QWidget

from jdfulfil_desktop.gui.tables.appearance import dress
from jdfulfil_desktop.gui.tables.clipboard import rows_as_text
from jdfulfil_desktop.gui.tables.columns import ColumnKind
from jdfulfil_desktop.gui.tables.columns_menu import ColumnsMenu
from jdfulfil_desktop.gui.tables.delegate import CellDelegate
from jdfulfil_desktop.gui.tables.header import TableHeader
from jdfulfil_desktop.gui.tables.layout import ColumnLayout, ViewSettings
from jdfulfil_desktop.gui.tables.model import PagedTableModel
from jdfulfil_desktop.gui.tables.painting import paint_keyboard_mark, paint_skeleton_rows
from jdfulfil_desktop.gui.tables.row_painting import paint_rows
from jdfulfil_desktop.gui.tables.source import Sort
from jdfulfil_desktop.gui.theme import ROW_HEIGHT, theme

Index = QModelIndex | QPersistentModelIndex


class TableView(QTableView):
    """Show a `PagedTableModel`.

    `rowChosen(row or None)`: the current row changed, or its content did. `rowActivated(row)`:
    Enter or double click. Space checks the selected rows, Ctrl+A all, Ctrl+C copies the selected
    rows as a spreadsheet takes them.
    """

    rowChosen = Signal(object)
    rowActivated = Signal(object)

    def __init__(
        self,
        model: PagedTableModel,
        *,
        name: str,
        settings: ViewSettings | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._paged = model
        self._hovered = -1
        self._chosen: Any = None
        self._loading = False
        dress(self)
        self.doubleClicked.connect(self._activate)
        header = TableHeader(self)
        self.setHorizontalHeader(header)
        self._cells = CellDelegate(lambda: self._hovered, self)
        self.setItemDelegate(self._cells)
        self.setModel(model)
        self.column_layout = ColumnLayout(header, model.columns, settings, name)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(False)
        header.setSortIndicatorShown(True)
        header.sectionClicked.connect(self._sort_clicked)
        header.customContextMenuRequested.connect(self._open_columns_menu)
        model.dataChanged.connect(self._rows_changed)
        model.modelReset.connect(self._forget_chosen)
        model.checkedChanged.connect(header.viewport().update)
        theme().changed.connect(self.viewport().update)

    # -- for pages ---------------------------------------------------------------------------------

    @property
    def paged_model(self) -> PagedTableModel:
        """Return the model."""
        return self._paged

    def chosen_row(self) -> Any | None:
        """Return the row that the keyboard is on, or None."""
        return self._chosen

    def selected_keys(self) -> list[Any]:
        """Return the keys of the selected rows that are in memory, from the top."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        found = [self._paged.row_at(row) for row in rows]
        return [self._paged.key_of(row) for row in found if row is not None]

    def show_sort(self, sort: Sort | None) -> None:
        """Show the order in force in the header, without asking for it."""
        if sort is None:
            self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            return
        descending = Qt.SortOrder.DescendingOrder
        order = descending if sort.descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(self._paged.column_index(sort.key), order)

    def choose_position(self, row: int) -> None:
        """Go to a row and select it."""
        if 0 <= row < self._paged.rowCount():
            self._select(row)
            self.scrollTo(self.currentIndex())

    def clear_choice(self) -> None:
        """Select nothing."""
        self.selectionModel().clear()

    def copy_selection(self) -> None:
        """Copy the selected rows: visible columns, tabs between cells, a line a row."""
        words = rows_as_text(self, self._paged)
        if words:
            QGuiApplication.clipboard().setText(words)

    def set_loading(self, *, loading: bool) -> None:
        """Paint skeleton rows while there are none yet."""
        if loading != self._loading:
            self._loading = loading
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, or skeleton rows in the columns' places."""
        paint_rows(self, event.rect(), partial(self._cells.paint_cell, self._paged))
        if self._loading and not self._paged.rowCount():
            paint_skeleton_rows(self.viewport(), self.horizontalHeader())
        elif self.hasFocus() and self.currentIndex().isValid():
            paint_keyboard_mark(
                self.viewport(), self.rowViewportPosition(self.currentIndex().row())
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle the keys named above."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_selection()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._activate(self.currentIndex())
        elif event.key() == Qt.Key.Key_Space and self._has_checks():
            self._toggle_selected()
        elif event.matches(QKeySequence.StandardKey.SelectAll) and self._has_checks():
            self._paged.checkAllRequested.emit(True)
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell the page which row was chosen; arriving with Tab alone chooses nothing."""
        super().currentChanged(current, previous)
        self._current_moved()
        self.viewport().update()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell it again: with Shift, Qt selects a row only after it became the current one."""
        super().selectionChanged(selected, deselected)
        self._current_moved()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse."""
        self._hover(self.rowAt(event.position().toPoint().y()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the mouse."""
        self._hover(-1)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the keyboard's mark away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the new size."""
        super().resizeEvent(event)
        self.column_layout.fit(self.viewport().width())

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was changed."""
        self.column_layout.flush()
        super().hideEvent(event)

    # -- inside ------------------------------------------------------------------------------------

    def _select(self, row: int) -> None:
        index = self._paged.index(row, self._first_column())
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def _first_column(self) -> int:
        """Return a visible column: a hidden one cannot be current."""
        return next(at for at in range(len(self._paged.columns)) if not self.isColumnHidden(at))

    def _has_checks(self) -> bool:
        return any(column.kind is ColumnKind.CHECK for column in self._paged.columns)

    def _toggle_selected(self) -> None:
        current = self._paged.row_at(self.currentIndex().row())
        here = [] if current is None else [self._paged.key_of(current)]
        keys = self.selected_keys() or here
        if keys:
            checked = self._paged.checked_keys()
            self._paged.set_checked(keys, not all(key in checked for key in keys))

    def _activate(self, index: QModelIndex | QPersistentModelIndex) -> None:
        row = self._paged.row_at(index.row()) if index.isValid() else None
        if row is not None:
            self.rowActivated.emit(row)

    def _hover(self, row: int) -> None:
        if row == self._hovered:
            return
        old, self._hovered = self._hovered, row
        for changed in (old, row):
            if changed >= 0:
                top = self.rowViewportPosition(changed)
                self.viewport().update(0, top, self.viewport().width(), ROW_HEIGHT)

    def _rows_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        at = self.currentIndex().row()
        if not first.row() <= at <= last.row():
            return
        row = self._paged.row_at(at)
        if not self._is_chosen(at):
            return
        if row is None or self._chosen is None or self._same(row, self._chosen):
            self._tell_chosen(row)
        else:
            self._follow_chosen()

    def _is_chosen(self, row: int) -> bool:
        return bool(self.selectionModel().isRowSelected(row, QModelIndex()))

    def _current_moved(self) -> None:
        at = self.currentIndex()
        if not at.isValid():
            self._tell_chosen(None)
        elif self._is_chosen(at.row()):
            self._tell_chosen(self._paged.want_row(at.row()))

    def _same(self, row: Any, other: Any) -> bool:
        return bool(self._paged.key_of(row) == self._paged.key_of(other))

    def _follow_chosen(self) -> None:
        """Stay with the record where news moved it; never slip to the one now in its place."""
        position = self._paged.position_of(self._paged.key_of(self._chosen))
        if position is not None and position < self._paged.rowCount():
            self._select(position)
        else:
            self.clear_choice()

    def _tell_chosen(self, row: Any | None) -> None:
        if row != self._chosen:
            self._chosen = row
            self.rowChosen.emit(row)

    def _forget_chosen(self) -> None:
        self._tell_chosen(None)

    def _sort_clicked(self, at: int) -> None:
        """Ask for the other order; Qt moved the arrow already where the column can be sorted."""
        header = self.horizontalHeader()
        if self._paged.columns[at].sortable:
            self._paged.sort(at, header.sortIndicatorOrder())
        else:
            header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    def _open_columns_menu(self, point: QPoint) -> None:
        self.columns_menu().popup(self.horizontalHeader().mapToGlobal(point))

    def columns_menu(self) -> ColumnsMenu:
        """Return the menu that shows and hides columns."""
        return ColumnsMenu(self.column_layout, self)
