"""Hold an account back while its quota is used up, and let single probes through (code 2)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from jdfulfil_desktop.application.ports import Clock
from jdfulfil_desktop.sync.backoff import QUOTA_PROBES_S, step
from jdfulfil_desktop.sync.wake import Sleep, Wake


class Gate:
    """Open by default. Once closed, one worker at a time may try, at the probes' times."""

    def __init__(self, clock: Clock, sleep: Sleep) -> None:
        self._clock = clock
        self._sleep = sleep
        self._waiting: dict[Wake, None] = {}
        self._probes = 0
        self._probing = False
        self._until: float | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether work flows freely."""
        return self._until is None

    @property
    def seconds_left(self) -> float:
        """Give the seconds until the next probe; 0 where none is needed or it is under way."""
        return max(0.0, self._until - self._clock.monotonic()) if self._until is not None else 0.0

    def close(self) -> float:
        """Close after an answer "quota used up"; give the seconds until the next probe.

        Answers of calls that were under way together count once.
        """
        if self._until is None or self._probing:
            self._until = self._clock.monotonic() + step(QUOTA_PROBES_S, self._probes)
            self._probes += 1
            self._probing = False
            self._wake_all()
        return self.seconds_left

    def open(self) -> bool:
        """Open after an answer of JD that is not about the quota; tell whether it was closed.

        An answer to a call from before the closing says nothing: only a probe's counts.
        """
        if self._until is None or not self._probing:
            return False
        self._until, self._probes, self._probing = None, 0, False
        self._wake_all()
        return True

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[bool]:
        """Wait until work may go on; yields whether it is a probe (then: one call only)."""
        probe = await self._enter()
        try:
            yield probe
        finally:
            if probe and self._probing:
                self._probing = False
                self._wake_all()

    async def _enter(self) -> bool:
        while self._until is not None:
            if not self._probing and self.seconds_left <= 0:
                self._probing = True
                return True
            wake = Wake(self._sleep)
            self._waiting[wake] = None
            try:
                await wake.wait(None if self._probing else self.seconds_left)
            finally:
                del self._waiting[wake]
        return False

    def _wake_all(self) -> None:
        for wake in self._waiting:
            wake.set()
