"""Look for garbage in the GUI thread alone.

Python's collector runs in whichever thread happens to allocate. In a worker thread it would destroy
Qt objects there: Qt's destructor takes a lock and then wants the interpreter, while the GUI thread
holds the interpreter and wants the lock. Both would wait for ever. So the automatic collector stays
off while a window lives, and a timer of the GUI thread collects by the same thresholds.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 100
"""A busy sync leaves 100,000 objects a second; to look through them at once takes 130 ms."""
_OLD_SELDOM = 10
"""So many times as seldom as Python would the oldest are looked through: most of the window."""


class GarbageWatch(QObject):
    """Keep the collector off from now on; `begin` collects in this thread, `stop` ends both."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_on = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Begin to collect, with all that is there set aside.

        Looking through everything that the window consists of takes 60 to 200 ms.
        """
        gc.freeze()
        self._timer.start()

    def look(self) -> None:
        """Collect each generation that has grown beyond its threshold; the oldest more seldom."""
        young, middle, old = gc.get_threshold()
        for generation, limit in enumerate((young, middle, old * _OLD_SELDOM)):
            if limit and gc.get_count()[generation] > limit:
                gc.collect(generation)

    def stop(self) -> None:
        """Collect once more, here; then leave the collecting as it was before."""
        self._timer.stop()
        gc.unfreeze()
        gc.collect()
        if self._was_on:
            gc.enable()
