"""Carry events from the writer's thread into the GUI thread, collected to at most ten a second.

Where they keep coming, as in an import, two a second are plenty: every list on the screen reads and
paints itself anew each time, and the import itself goes on faster.

One class, one direction. The other direction is `Desk`: commands go to the bus, gateway work to the
sync thread, and what comes back is awaited.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from time import monotonic

from PySide6.QtCore import QObject, Qt, QThread, QTimer, Signal, Slot

from jdfulfil_desktop.domain.events import Event

COLLECT_MS = 100
FLOOD_MS = 500
_FLOOD_FROM = 5
"""So many times in a row, each within a second of the last one, are a flood."""
_IN_A_ROW_S = 1.0


class Bridge(QObject):
    """Fulfil the Notifier port for the window; `happened` carries a tuple of distinct events."""

    happened = Signal(object)
    _arrived = Signal()

    def __init__(
        self, parent: QObject | None = None, *, now: Callable[[], float] = monotonic
    ) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._waiting: dict[Event, None] = {}
        self._now = now
        self._last = float("-inf")
        self._row = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._flush)
        self._arrived.connect(self._collect, Qt.ConnectionType.QueuedConnection)

    def publish(self, events: Sequence[Event]) -> None:
        """Take events after their commit; called in the writer's thread, never blocks."""
        with self._lock:
            first = not self._waiting
            self._waiting.update(dict.fromkeys(events))
        if first:
            self._arrived.emit()

    @Slot()
    def _collect(self) -> None:
        assert QThread.currentThread() is self.thread(), "events enter the window in its thread"
        if not self._timer.isActive():
            at = self._now()
            self._row = self._row + 1 if at - self._last < _IN_A_ROW_S else 0
            self._timer.start(self.pause_ms)

    @property
    def pause_ms(self) -> int:
        """Give how long events are collected: a moment, or longer where they come in a flood."""
        return FLOOD_MS if self._row >= _FLOOD_FROM else COLLECT_MS

    @Slot()
    def _flush(self) -> None:
        with self._lock:
            events = tuple(self._waiting)
            self._waiting.clear()
        self._last = self._now()
        if events:
            self.happened.emit(events)
