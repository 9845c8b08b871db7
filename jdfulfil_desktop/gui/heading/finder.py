"""Hits below the search field while one types or scans: orders, products, locations, lists."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from jdfulfil_desktop.application.queries import SearchHit
from jdfulfil_desktop.gui.heading.popover import Popover
from jdfulfil_desktop.gui.theme import Role, icon
from jdfulfil_desktop.gui.widgets.search import SearchField
from jdfulfil_desktop.gui.words import tr

_ICONS = {
    "order": "truck-check-outline",
    "product": "tag-outline",
    "location": "map-marker-outline",
    "inbound": "tray-arrow-down",
}
_ROW, _MOST_ROWS, _LEAST = 34, 9, 2
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}

Find = Callable[[str], Awaitable[Sequence[SearchHit]]]
Start = Callable[[Coroutine[Any, Any, Any]], object]


class Finder(Popover):
    """Offer records by what is typed; `opened(SearchHit)` by Enter, click, or an exact scan.

    `missed(text)`: nothing fits what was scanned or entered.
    """

    opened = Signal(object)
    missed = Signal(str)

    def __init__(self, field: SearchField, find: Find, start: Start, window: QWidget) -> None:
        super().__init__(window, name="finder")
        self.setAccessibleName(tr("Search results"))
        self._field, self._find, self._start = field, find, start
        self._asked = ""
        self._entered = False
        self.hits: list[SearchHit] = []
        self.list = QListWidget(self)
        self.list.setObjectName("searchHits")
        self.list.setAccessibleName(tr("Search results"))
        self.list.setIconSize(QSize(16, 16))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.itemClicked.connect(lambda item: self._open(self.list.row(item)))
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.list)
        field.installEventFilter(self)
        field.searched.connect(self._typed)
        field.scanned.connect(self._scanned)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move in the list with Up and Down while the field keeps the keyboard."""
        if watched is self._field:
            if event.type() is QEvent.Type.FocusOut:
                self.put_away()
            elif event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                return self._key(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _key(self, key: Qt.Key) -> bool:
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up} and self.isVisible():
            step = 1 if key is Qt.Key.Key_Down else -1
            self.list.setCurrentRow((self.list.currentRow() + step) % max(self.list.count(), 1))
            return True
        if key is Qt.Key.Key_Escape and self.isVisible():
            self.put_away()
            return True
        if key in _ENTER:
            if self.isVisible() and self.list.currentRow() > 0:
                self._open(self.list.currentRow())
                return True
            # Passed on: the field tells a scan from a person, then says what was entered.
            self._entered = True
        return False

    def _typed(self, words: str) -> None:
        entered, self._entered = self._entered, False
        self._start(self._ask(words, enter=entered, scan=False))

    def _scanned(self, code: str) -> None:
        self._entered = False
        self._start(self._ask(code, enter=True, scan=True))

    async def _ask(self, words: str, *, enter: bool, scan: bool) -> None:
        self._asked = words
        if len(words) < _LEAST:
            self.put_away()
            return
        found = list(await self._find(words))
        if words != self._asked:
            return
        exact = [hit for hit in found if _is_exactly(hit, words)]
        if scan and len(exact) != 1:
            # A code that several records have is for the user to choose from; one that only one
            # order knows at all (JD's number) means that one.
            several, exact = bool(exact), found if [hit.kind for hit in found] == ["order"] else []
            if several:
                self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        if enter and (exact or (found and not scan)):
            self._show(found)
            self._open(found.index(exact[0]) if exact else 0)
        elif enter and not found:
            self.put_away()
            self.missed.emit(words)
        else:
            self._show(found)

    def _show(self, found: list[SearchHit]) -> None:
        self.hits = found
        self.list.clear()
        for hit in found:
            words = f"{hit.title}   {hit.subtitle}" if hit.subtitle else hit.title
            item = QListWidgetItem(icon(_ICONS.get(hit.kind, "magnify"), Role.DIM), words)
            item.setToolTip(words)
            item.setSizeHint(QSize(0, _ROW))
            self.list.addItem(item)
        if not found or not self._field.hasFocus():
            self.put_away()
            return
        self.list.setCurrentRow(0)
        height = min(len(found), _MOST_ROWS) * _ROW + 4
        self.show_below(self._field, self._field.width(), height)

    def _open(self, at: int) -> None:
        if 0 <= at < len(self.hits):
            self.put_away()
            self.opened.emit(self.hits[at])


def _is_exactly(hit: SearchHit, words: str) -> bool:
    wanted = words.casefold()
    parts = [hit.title, hit.key, *hit.subtitle.split(" · ")]
    return any(part.casefold() == wanted for part in parts)
