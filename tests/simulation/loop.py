"""An event loop in which time passes only when nothing else happens: no sockets, no waiting.

A day of retries takes a moment, and the same seed gives the same steps in the same order.
"""

from __future__ import annotations

import asyncio
import contextvars
import selectors
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime, timedelta
from typing import Any

BEGIN = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
"""Eight in the morning in Jakarta."""


class Stalled(BaseException):
    """Everything waits for something that never comes."""


class Died(BaseException):
    """The process is dead: nothing of it goes on."""


class _NoSelector:
    """Stand in for the selector: an idle loop lets virtual time pass to the next timer."""

    def __init__(self, loop: VirtualLoop) -> None:
        self._loop = loop

    def select(self, timeout: float | None = None) -> list[Any]:
        if timeout is None:
            raise Stalled
        if timeout > 0:
            self._loop.ticks += timeout
        return []

    def close(self) -> None:
        return None

    def get_map(self) -> dict[int, selectors.SelectorKey]:
        return {}


class VirtualLoop(asyncio.BaseEventLoop):
    """A loop on virtual time; every task of a process is known to it."""

    def __init__(self) -> None:
        super().__init__()
        self.ticks = 1000.0
        self._selector = _NoSelector(self)
        self._clock_resolution = 1e-6

    def time(self) -> float:
        return self.ticks

    def _process_events(self, event_list: list[Any]) -> None:
        return None

    def _write_to_self(self) -> None:
        return None


OWNER: contextvars.ContextVar[list[asyncio.Task[Any]] | None] = contextvars.ContextVar(
    "owner", default=None
)
"""The list of the process that the running code belongs to; new tasks are kept there."""


def keeping_tasks(
    loop: asyncio.AbstractEventLoop, work: Coroutine[Any, Any, Any], **more: Any
) -> asyncio.Task[Any]:
    """Make a task and note whose it is, so that a killed process takes all of its own along."""
    task = asyncio.Task(work, loop=loop, **more)
    owner = OWNER.get()
    if owner is not None:
        owner.append(task)
        if len(owner) > 200:
            owner[:] = [one for one in owner if not one.done()]
    return task


class PcClock:
    """The PC's clock: it may be wrong by `offset_s`, and may be set at any time."""

    def __init__(self, loop: VirtualLoop) -> None:
        self._loop = loop
        self.offset_s = 0.0

    def now(self) -> datetime:
        return true_time(self._loop) + timedelta(seconds=self.offset_s)

    def monotonic(self) -> float:
        return self._loop.ticks


def true_time(loop: VirtualLoop) -> datetime:
    """Give the time that JD and the rest of the world have."""
    return BEGIN + timedelta(seconds=loop.ticks - 1000.0)


def run_to_the_end(main: Callable[[VirtualLoop], Coroutine[Any, Any, None]]) -> None:
    """Run a whole life in a loop of its own."""
    loop = VirtualLoop()
    loop.set_task_factory(keeping_tasks)
    loop.set_exception_handler(lambda _loop, _context: None)
    asyncio.set_event_loop(loop)
    try:
        loop.run_until_complete(main(loop))
    finally:
        loop.run_until_complete(_clear(loop))
        asyncio.set_event_loop(None)
        loop.close()


async def _clear(loop: VirtualLoop) -> None:
    """Take away what is left, in the order it was made."""
    here = asyncio.current_task()
    left = [task for task in asyncio.all_tasks(loop) if task is not here]
    for task in left:
        task.cancel()
    await asyncio.gather(*left, return_exceptions=True)
