"""The field that searches as one types and takes a scanner's codes from anywhere."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from jdfulfil_desktop.gui.theme import Role, icon
from jdfulfil_desktop.gui.widgets.scanning import ScanDetector

_PAUSE_MS = 150


def monotonic_ms() -> float:
    """Return milliseconds of a clock that never goes back."""
    return time.monotonic() * 1000


class SearchField(QLineEdit):
    """Emit `searched(text)` a moment after typing stops or on Enter, `scanned(code)` for a scan.

    A scan replaces what was in the field. Esc empties it. The clock is injected for tests.
    """

    searched = Signal(str)
    scanned = Signal(str)

    def __init__(
        self,
        placeholder: str,
        *,
        name: str = "searchField",
        now_ms: Callable[[], float] = monotonic_ms,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._now = now_ms
        self._detector = ScanDetector()
        self._told = ""
        self.setObjectName(name)
        self.setProperty("kind", "search")
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setMaxLength(200)
        self.addAction(icon("barcode-scan", Role.DIM), QLineEdit.ActionPosition.LeadingPosition)
        self._clear = self.addAction(
            icon("close", Role.DIM), QLineEdit.ActionPosition.TrailingPosition
        )
        self._clear.setToolTip(self.tr("Clear"))
        self._clear.triggered.connect(self.clear)
        self._clear.setVisible(False)
        for button, words in zip(
            self.findChildren(QToolButton), (placeholder, self.tr("Clear")), strict=True
        ):
            button.setAccessibleName(words)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self.textChanged.connect(self._changed)

    def keep_time(self, now_ms: Callable[[], float]) -> None:
        """Tell scanners from people by this clock; forms make the field without one."""
        self._now = now_ms

    def event(self, event: QEvent) -> bool:
        """Take the Tab of a scanner before it moves the keyboard on; a person's Tab moves it."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            code = self._detector.end(self._now()) if _is_plain_tab(event) else None
            if code is not None:
                self.take_scan(code)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Search at once on Enter, empty the field on Esc, notice a scanner."""
        now = self._now()
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._enter(now)
            return
        if key is Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        if event.text():
            self._detector.feed(event.text(), now)
        super().keyPressEvent(event)

    def take_scan(self, code: str) -> None:
        """Show a code that was scanned elsewhere in the window, and tell it."""
        self.setText(code)
        self._pause.stop()
        self._told = code
        self.selectAll()
        self.scanned.emit(code)

    def _enter(self, now: float) -> None:
        code = self._detector.end(now)
        if code is not None:
            self.take_scan(code)
        else:
            self._pause.stop()
            self._tell(always=True)

    def _changed(self, words: str) -> None:
        self._clear.setVisible(bool(words))
        self._pause.start()

    def _tell(self, always: bool = False) -> None:
        words = "".join(c for c in self.text() if c.isprintable()).strip()
        if always or words != self._told:
            self._told = words
            self.searched.emit(words)


def _is_plain_tab(event: QKeyEvent) -> bool:
    return Qt.Key(event.key()) is Qt.Key.Key_Tab and not event.modifiers()
