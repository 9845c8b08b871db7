"""Stores against warehouses: a cell holds the priority of a binding (R12).

Digits bind with that priority, Delete unbinds, Enter opens the binding with its contact.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from jdfulfil_desktop.application.queries import StoreRow, WarehouseRow
from jdfulfil_desktop.domain.order import MARKETPLACES, Channel
from jdfulfil_desktop.domain.warehouse import WarehouseKind
from jdfulfil_desktop.gui.tables.formats import NOTHING
from jdfulfil_desktop.gui.theme import HEADER_HEIGHT, ROW_HEIGHT, Role, code_font, icon, theme
from jdfulfil_desktop.gui.warehouse_choice import house_words
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts

_FIXED = 4
_WIDTHS = (200, 110, 120, 90)
_HOUSE_WIDTH = 170
_PADDING = 5
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class HairlineCell(QStyledItemDelegate):
    """Give cells the padding and the hairline of every other table."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint ground and line over the whole cell, the content within its padding."""
        whole = QRect(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(whole, theme().color(Role.SELECTION))
        option.rect = whole.adjusted(_PADDING, 0, -_PADDING, -1)
        super().paint(painter, option, index)
        painter.fillRect(whole.x(), whole.bottom(), whole.width(), 1, theme().color(Role.LINE))


class BindingTable(QTableWidget):
    """Show priorities; `prioritized(store, house, n)`, `unbound(store, house)`, `opened(…)`."""

    prioritized = Signal(str, str, int)
    unbound = Signal(str, str)
    opened = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stores: list[StoreRow] = []
        self._houses: list[WarehouseRow] = []
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setFixedHeight(HEADER_HEIGHT)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setItemDelegate(HairlineCell(self))
        self.cellDoubleClicked.connect(self._open)
        theme().changed.connect(self.viewport().update)

    def show_bindings(
        self, stores: Sequence[StoreRow], houses: Sequence[WarehouseRow], texts: Texts
    ) -> None:
        """Show other bindings; the current cell stays."""
        row, column = self.currentRow(), self.currentColumn()
        self._stores, self._houses = list(stores), list(houses)
        heads = [tr("Store"), tr("Channel"), tr("Contact"), tr("Orders")]
        self.setColumnCount(_FIXED + len(self._houses))
        for at, words in enumerate([*heads, *(house_words(house) for house in self._houses)]):
            head = QTableWidgetItem(words)
            head.setToolTip(words)
            if at == _FIXED - 1:
                head.setTextAlignment(_RIGHT)
            self.setHorizontalHeaderItem(at, head)
        self.setRowCount(len(self._stores))
        for at, width in enumerate([*_WIDTHS, *[_HOUSE_WIDTH] * len(self._houses)]):
            self.setColumnWidth(at, width)
        for at, store in enumerate(self._stores):
            self._fill(at, store, texts)
        if row >= 0:
            self.setCurrentCell(min(row, self.rowCount() - 1), min(column, self.columnCount() - 1))

    def _fill(self, row: int, store: StoreRow, texts: Texts) -> None:
        own = bool(store.contact_name and store.contact_phone and store.contact_address)
        cells = [
            QTableWidgetItem(store.name),
            QTableWidgetItem(texts.channel(store.channel)),
            QTableWidgetItem(tr("complete") if own else tr("default")),
            QTableWidgetItem(texts.number(store.orders)),
        ]
        cells[2].setIcon(icon("check-circle", Role.DONE) if own else icon("pencil", Role.DIM))
        if not own:
            cells[2].setToolTip(tr("JD gets the department's contact; Enter completes it."))
        cells[3].setTextAlignment(_RIGHT)
        bound = {house: (priority, shop) for house, priority, shop in store.bindings}
        cells += [
            self._binding(store, house, bound.get(house.warehouse_no), texts)
            for house in self._houses
        ]
        for column, cell in enumerate(cells):
            self.setItem(row, column, cell)

    def _binding(
        self, store: StoreRow, house: WarehouseRow, bound: tuple[int, str] | None, texts: Texts
    ) -> QTableWidgetItem:
        name = f"{store.name}, {house.warehouse_no}"
        if bound is None:
            unable = house.kind == WarehouseKind.JD and Channel(store.channel) not in MARKETPLACES
            cell = QTableWidgetItem("R32" if unable else NOTHING)
            words = tr("{0}: not bound").format(name)
            if unable:
                words = tr("{0}: JD cannot ship this channel's orders (R32)").format(name)
        else:
            priority, shop = bound
            cell = QTableWidgetItem(texts.number(priority))
            cell.setIcon(icon("check-circle", Role.DONE))
            cell.setFont(code_font())
            words = tr("{0}: priority {1}").format(name, priority)
            if shop:
                words = tr("{0}, JD shop no. {1}").format(words, shop)
        cell.setToolTip(words)
        cell.setData(int(Qt.ItemDataRole.AccessibleTextRole), words)
        return cell

    def place(self) -> tuple[str, str]:
        """Give store and warehouse of the current cell; empty where there is none."""
        row, column = self.currentRow(), self.currentColumn() - _FIXED
        store = self._stores[row].name if 0 <= row < len(self._stores) else ""
        house = self._houses[column].warehouse_no if 0 <= column < len(self._houses) else ""
        return store, house

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Bind, unbind or open by key."""
        key, (store, house) = Qt.Key(event.key()), self.place()
        digit = event.text() if event.text().isdecimal() and event.text().isascii() else ""
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and store:
            self.opened.emit(store, house)
        elif digit and int(digit) and store and house:
            self.prioritized.emit(store, house, int(digit))
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and store and house:
            self.unbound.emit(store, house)
        else:
            super().keyPressEvent(event)

    def _open(self, _row: int, _column: int) -> None:
        store, house = self.place()
        if store:
            self.opened.emit(store, house)
