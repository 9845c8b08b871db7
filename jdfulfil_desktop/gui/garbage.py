"""Look for garbage in the GUI thread alone.

Python's collector runs in whichever thread happens to allocate. In a worker thread it would destroy
Qt objects there: Qt's destructor takes a lock and then wants the interpreter, while the GUI thread
holds the interpreter and wants the lock. Both would wait for ever. So the automatic collector stays
off while a window lives, and a timer of the GUI thread collects by the same thresholds.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1000


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
        """Collect each generation that has grown beyond its threshold, as Python would."""
        for generation, limit in enumerate(gc.get_threshold()):
            if limit and gc.get_count()[generation] > limit:
                gc.collect(generation)

    def stop(self) -> None:
        """Collect once more, here; then leave the collecting as it was before."""
        self._timer.stop()
        gc.unfreeze()
        gc.collect()
        if self._was_on:
            gc.enable()
