from __future__ import annotations

import asyncio

from jdfulfil_desktop.sync.wake import Wake, first
from tests.unit.sync.virtual import VirtualTime, run_virtually


def test_a_wait_ends_by_itself_or_when_woken() -> None:
    clock = VirtualTime()

    async def main() -> list[tuple[bool, float]]:
        wake, began = Wake(clock.sleep), clock.monotonic()
        ends = [(await wake.wait(5), clock.monotonic() - began)]
        wake.set()
        ends.append((await wake.wait(5), clock.monotonic() - began))
        waiting = asyncio.create_task(wake.wait(None))
        await clock.sleep(3)
        wake.set()
        ends.append((await waiting, clock.monotonic() - began))
        return ends

    assert run_virtually(clock, main) == [(False, 5), (True, 5), (True, 8)]


def test_what_takes_too_long_is_cancelled() -> None:
    clock = VirtualTime()

    async def main() -> tuple[bool, bool]:
        work = asyncio.create_task(clock.sleep(10))
        return await first(work, 1, clock.sleep), work.cancelled()

    assert run_virtually(clock, main) == (False, True)
