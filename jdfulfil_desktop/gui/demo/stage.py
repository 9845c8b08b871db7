"""The stage of the demo.

The window, its voice, its pictures, and waiting for what should happen.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from jdfulfil_desktop.application.queries import Filter, OrderDetail, Sort, StockListRow
from jdfulfil_desktop.domain.errors import EnvironmentProblem
from jdfulfil_desktop.gui.demo.pictures import Album, settled
from jdfulfil_desktop.gui.demo.room import Setting
from jdfulfil_desktop.gui.shell import Place
from jdfulfil_desktop.gui.window import MainWindow

T = TypeVar("T")
_WAIT_S = 60.0
_EVERYTHING = Filter()


class Stage:
    """Play in `window`.

    `step` says a numbered line, `show` goes to a page and takes its picture.
    """

    def __init__(self, window: MainWindow, setting: Setting) -> None:
        self.window = window
        self.desk = window.desk
        self.setting = setting
        self.room = setting.room
        self.album = Album(setting.out)
        self._step = 0

    def step(self, words: str) -> None:
        """Say what is done next."""
        self._step += 1
        self.setting.say(f"{self._step:2d}. {words}")

    def note(self, words: str) -> None:
        """Say a figure of the step."""
        self.setting.say(f"    {words}")

    async def show(self, page: str, picture: str, place: Place | None = None) -> None:
        """Go to a page and take its picture."""
        self.window.go(page, place)
        await self.picture(picture)

    async def picture(self, name: str) -> None:
        """Take a picture of what is seen now."""
        await asyncio.sleep(max(self.setting.pace_s, 0.15))
        await self.album.take(self.window, name)

    async def settle(self) -> None:
        """Let what is due come first."""
        await settled()

    async def away(self, job: Callable[[], T]) -> T:
        """Let JD's people do something; it blocks, so a worker thread does it."""
        return await asyncio.to_thread(job)

    async def until(self, what: str, come_true: Callable[[], Awaitable[bool]]) -> None:
        """Wait until something is so; raises EnvironmentProblem("demo_stuck") when it is not."""
        turned: asyncio.Event = asyncio.Event()
        connection = self.desk.happened.connect(lambda _events: turned.set())
        try:
            async with asyncio.timeout(_WAIT_S):
                while not await come_true():
                    # News wakes it; now and then it looks by itself, since a claim is no event.
                    try:
                        await asyncio.wait_for(turned.wait(), 0.25)
                    except TimeoutError:
                        continue
                    turned.clear()
        except TimeoutError as late:
            raise EnvironmentProblem("demo_stuck", subject=what) from late
        finally:
            self.desk.happened.disconnect(connection)

    async def quiet(self) -> None:
        """Wait until nothing is queued or uncertain any more."""

        async def nothing_waits() -> bool:
            overview = await self.desk.read(lambda q: q.overview())
            return overview.queued == 0 and overview.uncertain == 0

        await self.until("push", nothing_waits)

    async def orders(self) -> list[OrderDetail]:
        """Give every order whole."""
        return await self.desk.read(lambda q: q.order_details())

    async def order(self, order_no: str) -> OrderDetail:
        """Give one order."""
        return next(o for o in await self.orders() if o.order_no == order_no)

    async def stock(self) -> list[StockListRow]:
        """Give every stock row."""
        return await self.desk.read(lambda q: q.stock_page(_EVERYTHING, Sort("sku"), 0, 500))

    async def blocking(self, job: Callable[[Any], T]) -> T:
        """Run a job over the program's bus and readers on a worker thread."""
        return await self.desk.work(lambda: job(self.desk.program))
