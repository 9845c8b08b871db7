"""A table model with the true number of rows and a cache of pages that are loaded when looked at.

It knows neither window nor database: it says `pageNeeded(int)` and is given `set_count(n)` and
`set_page(index, rows)`; a `PageLoader` sits between it and a source. Sorting is never done here
(`sortRequested`), and a change of one row repaints one row.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from operator import attrgetter
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from jdfulfil_desktop.gui.tables.cache import PageCache
from jdfulfil_desktop.gui.tables.cells import accessible_text, cell_text, cell_tooltip
from jdfulfil_desktop.gui.tables.columns import Column, ColumnKind
from jdfulfil_desktop.gui.tables.formats import CellFormat

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()

_ON_SCREEN = 2
"""The rows on a screen lie in at most so many pages."""

VALUE_ROLE = int(Qt.ItemDataRole.UserRole)
LOADING_ROLE = VALUE_ROLE + 1
COLUMN_ROLE = VALUE_ROLE + 2
KEY_ROLE = VALUE_ROLE + 3
"""The accessor's value; True while the row is not here; the `Column`; the row's key."""


class PagedTableModel(QAbstractTableModel):
    """Show any number of rows of which only the pages looked at are in memory.

    `key` names a row for good (default: its attribute `key`); checks are kept by it, so they
    survive sorting, filtering and pages that were dropped.
    """

    pageNeeded = Signal(int)
    sortRequested = Signal(str, object)
    checkAllRequested = Signal(bool)
    checkedChanged = Signal(int)

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        key: Callable[[Any], Hashable] = attrgetter("key"),
        formats: CellFormat | None = None,
        page_size: int = 100,
        cached_pages: int = 50,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.formats = formats or CellFormat()
        self.key_of = key
        self._cache = PageCache(page_size, cached_pages, key)
        self._count = 0
        self._asked: set[int] = set()
        self._wanted: list[int] = []
        self._checked: set[Hashable] = set()
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.setInterval(0)
        self._asking.timeout.connect(self._ask)

    # -- what the loader calls ---------------------------------------------------------------------

    @property
    def page_size(self) -> int:
        """Return the number of rows a page."""
        return self._cache.page_size

    def set_count(self, count: int) -> None:
        """Say how many rows there are; rows are added or taken at the end, nothing jumps."""
        if count > self._count:
            self.beginInsertRows(_NO_INDEX, self._count, count - 1)
            self._count = count
            self.endInsertRows()
        elif count < self._count:
            self.beginRemoveRows(_NO_INDEX, count, self._count - 1)
            self._count = count
            self.endRemoveRows()

    def set_page(self, page: int, rows: Sequence[Any]) -> None:
        """Give the rows of a page; only cells that differ are repainted."""
        self._asked.discard(page)
        changed, dropped = self._cache.put(page, rows)
        self._asked.difference_update(dropped)
        inside = [row for row in changed if row < self._count]
        if inside:
            self._emit_rows(inside[0], inside[-1])

    def release_page(self, page: int) -> None:
        """Say that a page was asked for and will not come; it is asked for again when looked at."""
        self._asked.discard(page)

    def reset(self, count: int = 0) -> None:
        """Forget all rows (another filter or order); checks stay."""
        self.beginResetModel()
        self._cache.clear()
        self._asked.clear()
        self._wanted.clear()
        self._count = count
        self.endResetModel()

    def invalidate(self) -> None:
        """Want every row again while still showing what is here; nothing is repainted for that.

        What was looked at last, and what was asked for and is not here yet, is asked for at once;
        other pages when they are looked at.
        """
        self._cache.mark_stale()
        wanted = [*self._asked, *self._cache.looked_at_last(_ON_SCREEN)] if self._count else []
        self._asked = set(wanted)
        self._wanted = list(dict.fromkeys(wanted))
        self._asking.start()

    def update_row(self, key: Hashable, row: Any) -> bool:
        """Replace one row where it is in memory; tell whether it was and differed."""
        position = self._cache.replace(key, row)
        if position is None or position >= self._count:
            return False
        self._emit_rows(position, position)
        return True

    # -- what pages ask ----------------------------------------------------------------------------

    def row_at(self, row: int) -> Any | None:
        """Return the row at a position, or None while it is not here."""
        return self._cache.row(row)

    def position_of(self, key: Hashable) -> int | None:
        """Return the position of the row with this key, or None where it is not in memory."""
        return self._cache.position(key)

    def is_checked(self, row: Any) -> bool:
        """Tell whether this row is checked."""
        return self.key_of(row) in self._checked

    def checked_count(self) -> int:
        """Return how many rows are checked."""
        return len(self._checked)

    def checked_keys(self) -> frozenset[Hashable]:
        """Return the keys of all checked rows, also of those not in memory."""
        return frozenset(self._checked)

    def set_checked(self, keys: Iterable[Hashable], checked: bool) -> None:
        """Check or uncheck rows by key; thousands at once cost one repaint."""
        before = len(self._checked)
        if checked:
            self._checked.update(keys)
        else:
            self._checked.difference_update(keys)
        if before != len(self._checked):
            self._emit_checks()

    def clear_checked(self) -> None:
        """Uncheck everything."""
        if self._checked:
            self._checked.clear()
            self._emit_checks()

    def loaded_rows(self) -> list[Any]:
        """Return the rows in memory, in order."""
        return list(self._cache.rows())

    def column_index(self, key: str) -> int:
        """Return the index of a column; KeyError where there is none."""
        for at, column in enumerate(self.columns):
            if column.key == key:
                return at
        raise KeyError(key)

    # -- Qt ----------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Return the true number of rows."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """Return the number of described columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a view or a screen reader asks for; rows not here are asked for."""
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == COLUMN_ROLE:
            return column
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return column.alignment
        row = self.want_row(index.row())
        if role == LOADING_ROLE:
            return row is None
        if row is None:
            return None
        return self._cell(row, column, role)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return a column's title and alignment."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return column.alignment
        return column if role == COLUMN_ROLE else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Allow selecting everywhere and checking in the check column."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.columns[index.column()].kind is ColumnKind.CHECK:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags | Qt.ItemFlag.ItemNeverHasChildren

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Check or uncheck a row."""
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None or role != Qt.ItemDataRole.CheckStateRole:
            return False
        checked = Qt.CheckState(value) is Qt.CheckState.Checked
        self.set_checked([self.key_of(row)], checked)
        return True

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask for another order; nothing is sorted here."""
        if 0 <= column < len(self.columns) and self.columns[column].sortable:
            self.sortRequested.emit(self.columns[column].key, order)

    # -- inside ------------------------------------------------------------------------------------

    def _cell(self, row: Any, column: Column, role: int) -> Any:
        if role == KEY_ROLE:
            return self.key_of(row)
        if column.kind is ColumnKind.CHECK:
            return self._check_state(row) if role == Qt.ItemDataRole.CheckStateRole else None
        if role == VALUE_ROLE:
            return column.value(row)
        if role == Qt.ItemDataRole.DisplayRole:
            return cell_text(column, row, self.formats)
        if role == Qt.ItemDataRole.ToolTipRole:
            return cell_tooltip(column, row, self.formats)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return accessible_text(column, row, self.formats)
        return None

    def _check_state(self, row: Any) -> Qt.CheckState:
        return Qt.CheckState.Checked if self.is_checked(row) else Qt.CheckState.Unchecked

    def want_row(self, row: int) -> Any | None:
        """Return the row at a position and have its page loaded where it is not here or stale."""
        page = row // self.page_size
        if not self._cache.is_fresh(page) and page not in self._asked:
            self._asked.add(page)
            self._wanted.append(page)
            self._asking.start()
        return self._cache.row(row)

    def _ask(self) -> None:
        """Ask outside of painting; what is on the screen now was looked at last and comes last."""
        wanted, self._wanted = self._wanted, []
        for page in wanted:
            self.pageNeeded.emit(page)

    def _emit_rows(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    def _emit_checks(self) -> None:
        self.checkedChanged.emit(len(self._checked))
        at = [i for i, column in enumerate(self.columns) if column.kind is ColumnKind.CHECK]
        if at and self._count:
            roles = [Qt.ItemDataRole.CheckStateRole]
            self.dataChanged.emit(self.index(0, at[0]), self.index(self._count - 1, at[0]), roles)
