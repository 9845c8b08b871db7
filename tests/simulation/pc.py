"""The merchant's PC: one database, one clock, the processes that come and go, and JD far away."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from jdfulfil_desktop.application.ports import GatewayFactory
from tests.simulation.disk import Disk
from tests.simulation.gateway import factory
from tests.simulation.jd import Jd
from tests.simulation.loop import PcClock, VirtualLoop, true_time
from tests.simulation.market import Market
from tests.simulation.oracle import Oracle
from tests.simulation.process import Locks, Process
from tests.simulation.shop import set_up
from tests.simulation.weather import Weather


class Wrong(Exception):
    """The oracle found something."""


@dataclass(slots=True)
class Counts:
    """What happened in a life, so that nobody takes an empty one for a proof."""

    days: int = 0
    orders: int = 0
    pushed: int = 0
    deaths: int = 0
    restores: int = 0
    quiet: int = 0
    calls: int = 0
    transactions: int = 0

    def add(self, other: Counts) -> None:
        for name in self.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))


class Pc:
    """Everything one life needs; every choice comes from one seeded `chance`."""

    def __init__(self, loop: VirtualLoop, seed: int, folder: Path, *, in_memory: bool) -> None:
        self.loop = loop
        self.chance = Random(seed)
        self.clock = PcClock(loop)
        self.disk = Disk(folder, in_memory=in_memory)
        self.locks = Locks()
        self.jd = Jd(loop, Random(self.chance.random()))
        self.weather = Weather(loop, Random(self.chance.random()))
        self.market = Market(Random(self.chance.random()), lambda: true_time(loop))
        self.oracle = Oracle(self.disk, self.jd, self.market)
        self.look_every_s = self.chance.choice((900.0, 3600.0, 7200.0))
        self.news_every_s = self.chance.choice((1800.0, 3600.0, 7200.0))
        self.counts = Counts()
        self.wrong: list[str] = []
        self.main: asyncio.Task[None] | None = None
        self.importing: dict[int, Process] = {}
        self.window: Process | None = None
        self.others: list[Process] = []
        self.log: list[str] | None = None
        self._digest = hashlib.blake2b(digest_size=12)
        first = Process(self, "setup")
        set_up(first, self.jd, self.chance)

    # ------------------------------------------------------------------ what a process asks for

    def gateways(self, process: Process) -> GatewayFactory:
        return factory(self.jd, self.weather, process)

    def trace(self, what: str) -> None:
        """Note a step: two runs of one seed have the same digest, or they are not the same."""
        line = f"{self.loop.ticks:.6f} {what}"
        self._digest.update(line.encode())
        if self.log is not None and not what.endswith((":tx", ":commit")):
            self.log.append(line)

    @property
    def digest(self) -> str:
        return self._digest.hexdigest()

    def after_commit(self) -> None:
        self.counts.transactions += 1
        if self.jd.broken_rules:
            self.find(iter(self.jd.broken_rules))
        if self.disk.moved_back:
            self.find(f"{number} moved back" for number in self.disk.moved_back)
        if self.disk.claimed:
            self.find(self.oracle.claims())

    def find(self, wrong: Iterator[str]) -> None:
        """Keep what is wrong; the life ends with it."""
        self.wrong.extend(wrong)
        if self.wrong and self.main is not None:
            self.main.cancel()

    def check(self) -> None:
        """Raise Wrong where something was found."""
        if self.wrong:
            raise Wrong("; ".join(dict.fromkeys(self.wrong)))

    # ---------------------------------------------------------------------------------- processes

    def _new(self, name: str, rate: float) -> Process:
        dies_in = 1 + int(self.chance.expovariate(rate)) if rate else 0
        return Process(self, name, dies_in=dies_in)

    async def window_up(self, rate: float = 0.0) -> Process:
        """Give the living window; start one where there is none (`rate`: deaths a step)."""
        while self.window is None or self.window.dead:
            if self.window is not None:
                await self._bury(self.window)
            self.window = self._new("window", rate)
            self.window.begin(recovers=True)
            if not self.window.dead:
                self.window.sync()
                self.window.recover_again(self.importing)
        return self.window

    async def second(self, rate: float) -> Process:
        """Start a process beside the window: the command line."""
        process = self._new("cli", rate)
        process.begin(recovers=False)
        self.others.append(process)
        return process

    async def _bury(self, process: Process) -> None:
        if process.dead:
            self.counts.deaths += 1
        await process.bury()
        if not any(not other.dead for other in (*self.others, self.window) if other is not None):
            self.disk.crashed()

    async def all_down(self, *, kindly: bool) -> None:
        """End every process: closed like a window, or killed."""
        living = [p for p in (*self.others, self.window) if p is not None]
        for process in living:
            if kindly and not process.dead:
                await process.close()
            else:
                process.die()
                await process.bury()
        self.others.clear()
        self.window = None
        self.disk.crashed()
