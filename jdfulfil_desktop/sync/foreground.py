"""Run the background sync in the foreground: `jdfulfil sync` (CONTRACT)."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import Callable

from jdfulfil_desktop.application.results import SyncReport
from jdfulfil_desktop.sync.fleet import Fleet
from jdfulfil_desktop.sync.means import Means
from jdfulfil_desktop.sync.wake import dismiss, first

LOOK_EVERY_S = 0.5
CLOSE_WITHIN_S = 10.0
log = logging.getLogger(__name__)


async def run_foreground(
    means: Means,
    *,
    until_idle: bool = True,
    timeout_s: float | None = 300.0,
    stop: asyncio.Event | None = None,
    attach: Callable[[Fleet], None] = lambda fleet: None,
) -> SyncReport:
    """Sync until nothing is left that the program would do by itself, or the time is up.

    Waits for its own retries. `until_idle` False: until `stop` or the time. `attach` gets the
    fleet, so that the caller can pass events on to it. The report's `idle` tells whether nothing
    was left at the end; what JD refused stands in its errors.
    """
    clock = means.office.clock
    began = clock.monotonic()
    stopped = stop or asyncio.Event()
    fleet = Fleet(means)
    attach(fleet)
    crew = asyncio.create_task(fleet.run(), name="sync fleet")
    idle = asyncio.create_task(_until_idle(fleet, crew, until_idle, stopped), name="sync idle")
    try:
        await first(asyncio.shield(idle), timeout_s, means.sleep)
        is_idle = idle.done() and idle.result()
        if not until_idle:
            is_idle = await fleet.is_idle()
        await fleet.close(CLOSE_WITHIN_S)
    finally:
        await dismiss(idle, crew)
    return fleet.report(idle=is_idle, seconds=round(clock.monotonic() - began, 3))


async def _until_idle(
    fleet: Fleet, crew: asyncio.Task[None], until_idle: bool, stopped: asyncio.Event
) -> bool:
    """Wait until idle (True), or until told to stop; the crew's crash is raised here."""
    while not stopped.is_set():
        if crew.done():
            crew.result()
        if until_idle and await fleet.is_idle():
            return True
        await fleet.rested.wait(LOOK_EVERY_S)
    return False


def sync_in_foreground(
    means: Means, *, until_idle: bool = True, timeout_s: float | None = 300.0
) -> SyncReport:
    """Run `run_foreground` in an event loop of its own, until Ctrl-C or SIGTERM at the latest.

    What is under way then still ends; the report tells how far it came.
    """

    async def main() -> SyncReport:
        stop = asyncio.Event()
        _stop_on_signals(stop)
        return await run_foreground(means, until_idle=until_idle, timeout_s=timeout_s, stop=stop)

    with asyncio.Runner() as runner:
        return runner.run(main())


def _stop_on_signals(stop: asyncio.Event) -> None:
    """Stop in order when asked to, where a loop can be told so: not everywhere it can."""
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        try:
            loop.add_signal_handler(number, stop.set)
        except (NotImplementedError, RuntimeError, ValueError):
            log.debug("no handler for signal %s here", number)
