"""Entries of the ledger, the newest first: what moved, by how much, which document, who."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jdfulfil_desktop.application.queries import LedgerRow
from jdfulfil_desktop.domain.stock import FIGURE_OF, Figure, LedgerKind
from jdfulfil_desktop.gui.stock.columns import signed
from jdfulfil_desktop.gui.theme import SPACE_M, SPACE_S, Role
from jdfulfil_desktop.gui.widgets import ElidedLabel, IconLabel, TextRole, text
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts

SHOWN = 60
_ICONS = {
    LedgerKind.OPENING: "flag-outline",
    LedgerKind.RECEIVED: "tray-arrow-down",
    LedgerKind.SHIPPED: "truck-outline",
    LedgerKind.RETURNED: "keyboard-return",
    LedgerKind.ADJUSTMENT: "pencil-outline",
    LedgerKind.RESERVED: "lock-outline",
    LedgerKind.RELEASED: "lock-open-variant-outline",
    LedgerKind.PLANNED: "calendar-clock",
    LedgerKind.ARRIVED: "calendar-check",
}


class LedgerList(QWidget):
    """Show the newest entries; what moved the stock on hand shows the balance after it."""

    def __init__(
        self, entries: Sequence[LedgerRow], texts: Texts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._texts = texts
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_M - 2)
        shown = list(reversed(list(zip(entries, balances(entries), strict=True))))
        for entry, balance in shown[:SHOWN]:
            column.addWidget(self._row(entry, balance))
        if not entries:
            column.addWidget(text(tr("Nothing has moved yet."), TextRole.DIM, parent=self))
        if len(shown) > SHOWN:
            words = tr("{0} older entries are in the export.")
            left = texts.number(len(shown) - SHOWN)
            column.addWidget(text(words.format(left), TextRole.DIM, wrap=True, parent=self))

    def _row(self, entry: LedgerRow, balance: int | None) -> QWidget:
        texts = self._texts
        kind = LedgerKind(entry.kind)
        box = QWidget(self)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_S)
        row.addWidget(IconLabel(_ICONS[kind], Role.DIM, 16, box), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(ElidedLabel(texts.ledger_kind(kind), parent=box))
        below = " · ".join(p for p in (entry.document, entry.by, texts.time(entry.at)) if p)
        words.addWidget(ElidedLabel(below, TextRole.SMALL, parent=box))
        row.addLayout(words, 1)
        units = signed(entry.quantity, texts)
        figures = QVBoxLayout()
        figures.setSpacing(1)
        right = Qt.AlignmentFlag.AlignRight
        figures.addWidget(text(units, parent=box), 0, right)
        after = "" if balance is None else texts.number(balance)
        figures.addWidget(text(after, TextRole.SMALL, parent=box), 0, right)
        row.addLayout(figures)
        box.setToolTip(texts.time_in_full(entry.at))
        box.setAccessibleName(f"{texts.ledger_kind(kind)} {units}. {below}")
        return box


def balances(entries: Sequence[LedgerRow]) -> list[int | None]:
    """Give the stock on hand after each entry; None where it moved another figure."""
    found: list[int | None] = []
    total = 0
    for entry in entries:
        moved = FIGURE_OF[LedgerKind(entry.kind)] is Figure.ON_HAND
        total += entry.quantity if moved else 0
        found.append(total if moved else None)
    return found
