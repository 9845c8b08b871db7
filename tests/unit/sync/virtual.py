"""Time that passes only when nothing else happens, so that a day of retries takes a moment."""

from __future__ import annotations

import asyncio
import heapq
import itertools
import selectors
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

T = TypeVar("T")
BEGIN = datetime(2026, 3, 2, 3, 0, tzinfo=UTC)


class Stalled(BaseException):
    """Nothing can ever happen any more: everything waits for something that does not come."""


class Died(BaseException):
    """The process was killed at the point that the test chose."""


class VirtualTime:
    """A clock, and a sleep on it. `died` ends everything at the next idle moment."""

    def __init__(self, begin: datetime = BEGIN) -> None:
        self._now = begin
        self._monotonic = 1000.0
        self._sleeping: list[tuple[float, int, asyncio.Future[None]]] = []
        self._numbers = itertools.count()
        self.died = False

    def now(self) -> datetime:
        return self._now

    def monotonic(self) -> float:
        return self._monotonic

    async def sleep(self, seconds: float) -> None:
        waiting: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        due = self._monotonic + max(0.0, seconds)
        heapq.heappush(self._sleeping, (due, next(self._numbers), waiting))
        await waiting

    def jump(self, seconds: float) -> None:
        """Set the wall clock only, as a user or a summer time would."""
        self._now += timedelta(seconds=seconds)

    def pass_on(self) -> None:
        """Go on to the next sleeper that still waits."""
        if self.died:
            raise Died
        while self._sleeping:
            due, _, waiting = heapq.heappop(self._sleeping)
            if waiting.done():
                continue
            step = max(0.0, due - self._monotonic)
            self._monotonic += step
            self._now += timedelta(seconds=step)
            waiting.set_result(None)
            return
        raise Stalled


class _IdleSelector(selectors.DefaultSelector):
    def __init__(self, time: VirtualTime) -> None:
        super().__init__()
        self._time = time

    def select(self, timeout: float | None = None) -> Any:
        events = super().select(0)
        if not events and timeout != 0:
            self._time.pass_on()
        return events


def run_virtually(time: VirtualTime, main: Callable[[], Coroutine[Any, Any, T]]) -> T:
    """Run a coroutine in a loop of its own whose idle moments let virtual time pass."""
    loop = asyncio.SelectorEventLoop(_IdleSelector(time))
    try:
        return loop.run_until_complete(main())
    finally:
        _clear(loop)


def _clear(loop: asyncio.AbstractEventLoop) -> None:
    """Take the tasks that a death left behind away without a word."""
    tasks = asyncio.all_tasks(loop)
    for task in tasks:
        task.cancel()

    async def gone() -> None:
        await asyncio.gather(*tasks, return_exceptions=True)

    try:
        loop.run_until_complete(gone())
    finally:
        loop.close()
