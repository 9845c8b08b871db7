"""Statuses against channels: what happens with an order, and why, by the user's own settings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from jdfulfil_desktop.domain.channels import ChannelRule, RuleSettings, row_for
from jdfulfil_desktop.domain.order import Channel, OrderStatus
from jdfulfil_desktop.gui.theme import HEADER_HEIGHT, ROW_HEIGHT, Role, icon
from jdfulfil_desktop.gui.warehouses.matrix import HairlineCell
from jdfulfil_desktop.gui.warehouses.verdicts import cell_words, why_words
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts

_ICON = 16
_STATUS_WIDTH = 168


class RuleMatrix(QTableWidget):
    """Show the channel table; `chosen(ChannelRule, Channel)` is the cell one looks at."""

    chosen = Signal(object, object)

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ruleTable")
        self.setAccessibleName(tr("Channel rules"))
        self._texts = texts
        self._groups = _groups()
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setIconSize(QSize(_ICON, _ICON))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setItemDelegate(HairlineCell(self))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self._add_heads()
        self.currentCellChanged.connect(lambda *_cell: self._tell())

    def _add_heads(self) -> None:
        statuses = list(OrderStatus)
        self.setColumnCount(1 + len(self._groups))
        self.setRowCount(len(statuses))
        names = [", ".join(map(self._texts.channel, group)) for group in self._groups]
        for at, words in enumerate([tr("Status"), *names]):
            head = QTableWidgetItem(words)
            head.setToolTip(words)
            self.setHorizontalHeaderItem(at, head)
        header = self.horizontalHeader()
        header.setFixedHeight(HEADER_HEIGHT)
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        self.setColumnWidth(0, _STATUS_WIDTH)
        for at, status in enumerate(statuses):
            cell = QTableWidgetItem(self._texts.order_status(status))
            cell.setFlags(Qt.ItemFlag.ItemIsEnabled)
            cell.setToolTip(cell.text())
            self.setItem(at, 0, cell)

    def show_rules(self, settings: RuleSettings) -> None:
        """Fill the cells as these settings have it."""
        for at, status in enumerate(OrderStatus):
            for place, group in enumerate(self._groups, 1):
                self.setItem(at, place, self._cell(row_for(group[0], status), group, settings))

    def _cell(
        self, row: ChannelRule, group: Sequence[Channel], settings: RuleSettings
    ) -> QTableWidgetItem:
        words = f"{row.rule} · {cell_words(row, settings)}"
        cell = QTableWidgetItem(words)
        if not row.create:
            cell.setIcon(icon("minus-circle-outline", Role.DIM))
        elif row.hold:
            cell.setIcon(icon("pause-circle-outline", Role.NEEDS_YOU))
        else:
            cell.setIcon(icon("check-circle", Role.DONE))
        why = why_words(row, settings, self._texts)
        cell.setToolTip(why)
        spoken = ", ".join(map(self._texts.channel, group))
        status = self._texts.order_status(row.status)
        cell.setData(int(Qt.ItemDataRole.AccessibleTextRole), f"{spoken}, {status}: {words}. {why}")
        return cell

    def _tell(self) -> None:
        place, statuses = self.currentColumn() - 1, list(OrderStatus)
        if 0 <= place < len(self._groups) and 0 <= self.currentRow() < len(statuses):
            channel = self._groups[place][0]
            self.chosen.emit(row_for(channel, statuses[self.currentRow()]), channel)


def _groups() -> list[tuple[Channel, ...]]:
    """Put channels together for which every status has the same row."""
    groups: dict[tuple[ChannelRule, ...], list[Channel]] = {}
    for channel in Channel:
        key = tuple(row_for(channel, status) for status in OrderStatus)
        groups.setdefault(key, []).append(channel)
    return [tuple(group) for group in groups.values()]
