"""Let the calls of an App Key out evenly: JD counts them by the second (PROTOCOL 7)."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from weakref import WeakKeyDictionary

from aiolimiter import AsyncLimiter

USUAL_CALLS_A_SECOND = 5.0


class Pacer:
    """Hold calls back to `per_second` of each App Key in each event loop; 0: not at all.

    One after the other instead of five at once: no second then holds more than its share, however
    a gateway places its windows.
    """

    def __init__(self, per_second: float = USUAL_CALLS_A_SECOND) -> None:
        self._per_second = per_second
        self._limiters: WeakKeyDictionary[asyncio.AbstractEventLoop, dict[str, AsyncLimiter]] = (
            WeakKeyDictionary()
        )

    @asynccontextmanager
    async def turn(self, app_key: str) -> AsyncIterator[None]:
        """Wait for the App Key's turn."""
        if self._per_second > 0:
            await self._limiter(app_key).acquire()
        yield

    def _limiter(self, app_key: str) -> AsyncLimiter:
        limiters = self._limiters.setdefault(asyncio.get_running_loop(), {})
        if app_key not in limiters:
            limiters[app_key] = AsyncLimiter(1, 1 / self._per_second)
        return limiters[app_key]
