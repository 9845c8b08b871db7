"""Fill an empty practice with the sample data, before the user's eyes.

Then the window is theirs.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from jdfulfil_desktop.gui.app import until_closed
from jdfulfil_desktop.gui.demo import selling, supplying
from jdfulfil_desktop.gui.demo.room import Setting
from jdfulfil_desktop.gui.demo.stage import Stage
from jdfulfil_desktop.gui.program import Program
from jdfulfil_desktop.gui.window import MainWindow


def with_samples(
    setting_of: Callable[[Program], Setting],
) -> Callable[[MainWindow], Coroutine[Any, Any, int]]:
    """Give the story of `gui --practice --samples`: a practice with data keeps what it has."""

    async def story(window: MainWindow) -> int:
        closed = asyncio.ensure_future(until_closed(window))
        filling = asyncio.ensure_future(_fill(window, setting_of))
        try:
            await asyncio.wait({closed, filling}, return_when=asyncio.FIRST_COMPLETED)
            if filling.done() and (failure := filling.exception()) is not None:
                assert isinstance(failure, Exception)
                window.report(failure)
            return await closed
        finally:
            filling.cancel()

    return story


async def _fill(window: MainWindow, setting_of: Callable[[Program], Setting]) -> None:
    """Play the story up to the first pushes; afterwards documents move on by themselves."""
    if await window.desk.read(lambda q: q.connections()):
        return
    stage = Stage(window, setting_of(window.desk.program))
    await supplying.authorize(stage)
    products = await supplying.register_products(stage)
    await supplying.open_stores(stage)
    await supplying.bind_locations(stage, products)
    await supplying.receive_goods(stage, products)
    await selling.import_orders(stage)
    await selling.link_skus(stage)
    await selling.push(stage)
    window.go("homeTab")
