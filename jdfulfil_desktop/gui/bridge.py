"""Carry events from the writer's thread into the GUI thread, collected to at most ten a second.

One class, one direction. The other direction is `Desk`: commands go to the bus, gateway work to the
sync thread, and what comes back is awaited.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, QThread, QTimer, Signal, Slot

from jdfulfil_desktop.domain.events import Event

COLLECT_MS = 100


class Bridge(QObject):
    """Fulfil the Notifier port for the window; `happened` carries a tuple of distinct events."""

    happened = Signal(object)
    _arrived = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._waiting: dict[Event, None] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(COLLECT_MS)
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
            self._timer.start()

    @Slot()
    def _flush(self) -> None:
        with self._lock:
            events = tuple(self._waiting)
            self._waiting.clear()
        if events:
            self.happened.emit(events)
