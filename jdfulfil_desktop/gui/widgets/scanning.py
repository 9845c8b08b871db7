"""Tell a barcode scanner from a person: a scanner types a whole code faster than hands can.

`ScanDetector` is plain Python (characters and milliseconds in, codes out). `ScanCatcher` feeds it
from a window's key presses, so that a scan counts wherever the focus is, also on a button, and its
Enter presses nothing.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

_LEAST = 4
_GAP_MS = 50.0
_ENDS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}


class ScanDetector:
    """Collect characters that come less than `gap_ms` apart; at least four of them are a code."""

    def __init__(self, gap_ms: float = _GAP_MS, least: int = _LEAST) -> None:
        self._gap = gap_ms
        self._least = least
        self._typed: list[str] = []
        self._last: float | None = None

    def feed(self, character: str, at_ms: float) -> None:
        """Take a character; stray control characters (GS1 separators, STX) are left out."""
        if self._last is None or at_ms - self._last > self._gap:
            self._typed.clear()
        self._last = at_ms
        if character.isprintable():
            self._typed.append(character)

    def end(self, at_ms: float) -> str | None:
        """Take the closing Enter or Tab; return the code where it was a scanner's."""
        quick = self._last is not None and at_ms - self._last <= self._gap
        code = "".join(self._typed).strip()
        self._typed.clear()
        self._last = None
        return code if quick and len(code) >= self._least else None

    def pending(self, at_ms: float) -> bool:
        """Tell whether at least two characters came as quickly as only a scanner types."""
        quick = self._last is not None and at_ms - self._last <= self._gap
        return quick and len(self._typed) > 1


class ScanCatcher(QObject):
    """Watch a window's keys and emit `scanned(code)`; fields that take text keep their input.

    Only the widget with the focus is watched: a filter on the whole application would bring every
    repaint and every move of the mouse through Python.
    """

    scanned = Signal(str)

    def __init__(self, window: QWidget, now_ms: Callable[[], float]) -> None:
        super().__init__(window)
        self._window = window
        self._now = now_ms
        self._detector = ScanDetector()
        self._watched: QWidget | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)
            self._follow(None, app.focusWidget())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at key presses before the widget acts on them."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take(event)
        return super().eventFilter(watched, event)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = None
        if new is not None and new.window() is self._window and not takes_text(new):
            self._watched = new
            new.installEventFilter(self)

    def _take(self, event: QKeyEvent) -> bool:
        """Return True where the key belongs to a scan and must not press a button."""
        now = self._now()
        if Qt.Key(event.key()) in _ENDS:
            code = self._detector.end(now)
            if code is not None:
                self.scanned.emit(code)
            return code is not None
        if event.text():
            self._detector.feed(event.text(), now)
            return self._detector.pending(now)
        return False


def takes_text(widget: QWidget) -> bool:
    """Tell whether a widget is a place to type into."""
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        return not widget.isReadOnly()
    if isinstance(widget, QAbstractSpinBox):
        return True
    return isinstance(widget, QComboBox) and widget.isEditable()
