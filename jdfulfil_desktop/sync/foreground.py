"""Run the background sync in the foreground: `jdfulfil sync` (CONTRACT)."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from jdfulfil_desktop.application.results import SyncReport
from jdfulfil_desktop.domain.events import Event
from jdfulfil_desktop.sync.fleet import Fleet
from jdfulfil_desktop.sync.means import Means
from jdfulfil_desktop.sync.wake import dismiss, first

LOOK_EVERY_S = 0.5
CLOSE_WITHIN_S = 10.0


@dataclass(frozen=True, slots=True)
class FleetNews:
    """Carry events of the writer's thread into the loop of a sync in the foreground."""

    fleet: Fleet
    loop: asyncio.AbstractEventLoop

    def publish(self, events: Sequence[Event]) -> None:
        """Wake whom events concern; does not block."""
        # The loop may have ended while the writer still works off its queue.
        with contextlib.suppress(RuntimeError):
            self.loop.call_soon_threadsafe(self.fleet.notice, events)


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
    idle = asyncio.create_task(_until_idle(fleet, until_idle, stopped), name="sync idle")
    try:
        await first(asyncio.shield(idle), timeout_s, means.sleep)
        is_idle = idle.done() and idle.result()
        if not until_idle:
            is_idle = await fleet.is_idle()
        await fleet.close(CLOSE_WITHIN_S)
    finally:
        await dismiss(idle, crew)
    return fleet.report(idle=is_idle, seconds=round(clock.monotonic() - began, 3))


async def _until_idle(fleet: Fleet, until_idle: bool, stopped: asyncio.Event) -> bool:
    """Wait until idle (True), or until told to stop (False)."""
    while not stopped.is_set():
        if until_idle and await fleet.is_idle():
            return True
        await fleet.rested.wait(LOOK_EVERY_S)
    return False
