"""A field that finds while one types, and takes what a scanner types into it.

edit.offer_from(desk, products_like)       # a function of Queries that gives Choices
edit.entered.connect(self._add)            # Enter: from a hand, a scanner, or on an offered line
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QSpinBox, QWidget

from jdfulfil_desktop.application.queries import Filter, Queries, Sort
from jdfulfil_desktop.gui.desk import Desk

_PAUSE_MS = 120
_OFFERED = 12


@dataclass(frozen=True, slots=True)
class Choice:
    """One line that is offered: what the field then holds, and what is read."""

    key: str
    words: str


Find = Callable[[Queries, str], Sequence[Choice]]


def products_like(q: Queries, words: str) -> list[Choice]:
    """Find products by SKU, name or barcode."""
    rows = q.product_page(Filter(search=words), Sort("sku"), 0, _OFFERED)
    return [Choice(row.sku, f"{row.sku} · {row.name}") for row in rows]


class StepEdit(QLineEdit):
    """Emit `entered(text)` on Enter instead of pressing the dialog's button: scans end with it."""

    entered = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter."""
        if Qt.Key(event.key()) in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()
            self.entered.emit(self.text().strip())
            return
        super().keyPressEvent(event)


class StepSpin(QSpinBox):
    """A number that emits `entered` on Enter instead of pressing the dialog's button."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter, after taking what was typed."""
        if Qt.Key(event.key()) in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()
            self.interpretText()
            self.entered.emit()
            return
        super().keyPressEvent(event)


class ChoiceEdit(StepEdit):
    """Offer what fits below the field, asked for on a reader thread; Down offers at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._find: Find | None = None
        self._offers = QStandardItemModel(self)
        completer = QCompleter(self._offers, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCompletionRole(Qt.ItemDataRole.UserRole)
        completer.setMaxVisibleItems(_OFFERED)
        popup = completer.popup()
        if popup is not None:
            popup.setObjectName("offers")
        self.setCompleter(completer)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.textEdited.connect(lambda _text: self._pause.start())

    def offer_from(self, desk: Desk, find: Find) -> None:
        """Say where offers come from."""
        self._desk, self._find = desk, find

    def offered(self) -> list[str]:
        """Give the keys on offer."""
        count = self._offers.rowCount()
        return [str(self._offers.item(at).data(Qt.ItemDataRole.UserRole)) for at in range(count)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Offer on Down; a scan's Enter puts the offers away."""
        if Qt.Key(event.key()) is Qt.Key.Key_Down:
            self._ask()
        elif Qt.Key(event.key()) in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._pause.stop()
            self._put_away()
        super().keyPressEvent(event)

    def _ask(self) -> None:
        if self._desk is not None:
            self._desk.start(self._offer(self._desk), self)

    async def _offer(self, desk: Desk) -> None:
        find, words = self._find, self.text().strip()
        if find is None:
            return
        found = await desk.read(lambda q: find(q, words))
        if self.text().strip() != words or not self.hasFocus():
            return
        self._offers.clear()
        for choice in found:
            item = QStandardItem(choice.words)
            item.setData(choice.key, Qt.ItemDataRole.UserRole)
            self._offers.appendRow(item)
        if found and [choice.key for choice in found] != [words]:
            self.completer().complete()
        else:
            self._put_away()

    def _put_away(self) -> None:
        popup = self.completer().popup()
        if popup is not None:
            popup.hide()
