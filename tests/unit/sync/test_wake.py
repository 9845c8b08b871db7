from __future__ import annotations

import asyncio

from jdfulfil_desktop.sync.wake import Wake, first
from tests.unit.sync.virtual import VirtualTime, run_virtually


def test_a_wait_ends_by_itself_or_when_woken() -> None:
    time = VirtualTime()

    async def main() -> list[tuple[bool, float]]:
        wake, began = Wake(time.sleep), time.monotonic()
        ends = [(await wake.wait(5), time.monotonic() - began)]
        wake.set()
        ends.append((await wake.wait(5), time.monotonic() - began))
        waiting = asyncio.create_task(wake.wait(None))
        await time.sleep(3)
        wake.set()
        ends.append((await waiting, time.monotonic() - began))
        return ends

    assert run_virtually(time, main) == [(False, 5), (True, 5), (True, 8)]


def test_what_takes_too_long_is_cancelled() -> None:
    time = VirtualTime()

    async def main() -> tuple[bool, bool]:
        work = asyncio.create_task(time.sleep(10))
        return await first(work, 1, time.sleep), work.cancelled()

    assert run_virtually(time, main) == (False, True)
