"""Run the background sync in this thread, for the command `sync`, until idle or told to end."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import Callable

from jdfulfil_desktop.application.hub import Hub
from jdfulfil_desktop.application.results import SyncReport
from jdfulfil_desktop.sync.fleet import Fleet
from jdfulfil_desktop.sync.foreground import FleetNews, run_foreground
from jdfulfil_desktop.sync.means import Means


def sync_here(
    means: Callable[[], Means],
    hub: Hub,
    *,
    until_idle: bool,
    timeout_s: float | None,
    started: Callable[[], None],
) -> SyncReport:
    """Sync until idle, out of time, Ctrl+C or SIGTERM; `started` is called once it runs."""

    async def run() -> SyncReport:
        stop = asyncio.Event()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            # Windows and other threads have no such handlers: Ctrl+C then ends it at once.
            with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, stop.set)

        def attach(fleet: Fleet) -> None:
            hub.subscribe(FleetNews(fleet, loop))

        started()
        return await run_foreground(
            means(), until_idle=until_idle, timeout_s=timeout_s, stop=stop, attach=attach
        )

    return asyncio.run(run())
