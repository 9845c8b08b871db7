"""Wait for a while or until woken, on whatever clock was handed in."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

Sleep = Callable[[float], Coroutine[Any, Any, None]]
"""Sleep some seconds: `asyncio.sleep`, or a simulated clock's."""


class Wake:
    """An event that is used up by waiting for it; belongs to the sync thread's loop."""

    def __init__(self, sleep: Sleep) -> None:
        self._sleep = sleep
        self._event = asyncio.Event()

    def set(self) -> None:
        """End the present wait, or the next one at once."""
        self._event.set()

    async def wait(self, seconds: float | None) -> bool:
        """Wait until woken, at most some seconds (None: for ever); tell whether it was woken."""
        woken = await first(self._event.wait(), seconds, self._sleep)
        self._event.clear()
        return woken


async def first(work: Awaitable[Any], seconds: float | None, pause: Sleep) -> bool:
    """Wait for work, at most some seconds; tell whether it ended. What is left is cancelled."""
    if seconds is None:
        await work
        return True
    task = asyncio.ensure_future(work)
    timer = asyncio.ensure_future(pause(max(0.0, seconds)))
    try:
        await asyncio.wait({task, timer}, return_when=asyncio.FIRST_COMPLETED)
        return task.done()
    finally:
        await dismiss(task, timer)


async def dismiss(*tasks: asyncio.Future[Any]) -> None:
    """Cancel tasks and wait until they are gone; what they ended with is not raised here."""
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
