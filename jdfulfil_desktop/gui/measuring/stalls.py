"""Watch how long the GUI thread keeps others waiting: gaps between the ticks of a 5 ms timer."""

from __future__ import annotations

import math
from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QObject, Qt, QTimer

TICK_MS = 5


class StallWatch(QObject):
    """Collect stalls, in ms: the gap between two ticks less the 5 ms that it should be.

    `ticked` is the signal of its timer.
    """

    def __init__(self, now: Callable[[], float] = perf_counter) -> None:
        super().__init__()
        self._now = now
        self._last = 0.0
        self._stalls: list[float] = []
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)
        self.ticked = self._timer.timeout

    def start(self) -> None:
        """Begin to watch; called in the GUI thread."""
        self._last = self._now()
        self._timer.start()

    def stop(self) -> None:
        """End with what has passed since the last tick, which may be the worst of all."""
        self._timer.stop()
        self.tick()

    def tick(self) -> None:
        """Note one gap."""
        now = self._now()
        self._stalls.append(max(0.0, (now - self._last) * 1000 - TICK_MS))
        self._last = now

    def worst(self) -> float:
        """Give the longest stall, in ms."""
        return max(self._stalls, default=0.0)

    def percentile(self, share: float) -> float:
        """Give the stall that `share` (0 to 1) of all gaps do not exceed, in ms."""
        if not self._stalls:
            return 0.0
        ordered = sorted(self._stalls)
        return ordered[max(0, math.ceil(share * len(ordered)) - 1)]
