"""Live some days of a merchant from one seed, with every fault, and judge each day."""

from __future__ import annotations

import asyncio
import logging
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.simulation.loop import BEGIN, Stalled, VirtualLoop, run_to_the_end
from tests.simulation.merchant import DAILY, Merchant
from tests.simulation.pc import Counts, Pc, Wrong
from tests.simulation.process import RECOVERED_EVERY_S, Process

DAY_S = 86_400.0
OFTEN, SELDOM = 1 / 60, 1 / 400
IDLE_WITHIN_S = 6 * 3600.0


@dataclass(slots=True)
class Verdict:
    """What came of a life: `wrong` is empty where nothing is."""

    seed: int
    counts: Counts = field(default_factory=Counts)
    digest: str = ""
    wrong: str = ""
    log: list[str] | None = None


class Life:
    """Some days at one PC."""

    def __init__(self, pc: Pc) -> None:
        self.pc = pc
        self.merchant = Merchant(pc)
        chance = pc.chance
        self._deaths = chance.choice((0.0, SELDOM, OFTEN))
        self._roughness = chance.choice((0.0, 0.1, 0.3, 0.6))
        self._backup: bytes | None = None
        pc.jd.mischief = chance.choice((0.0, 0.05, 0.2))

    async def live(self, days: int) -> None:
        """Live day by day; raises Wrong."""
        for day in range(days):
            self.pc.counts.days += 1
            await self._day()
            self.pc.find(self.pc.oracle.always())
            self.pc.check()
            drawn = self.pc.chance.random() < 0.6
            if drawn or day == days - 1:
                await self._evening()
            if self.pc.chance.random() < 0.9:  # else the PC stays on all night
                await self.pc.all_down(kindly=self.pc.chance.random() < 0.5)
            await self._until_morning(day + 1)

    async def _until_morning(self, day: int) -> None:
        morning = 1000.0 + day * DAY_S
        await asyncio.sleep(max(0.0, morning - self.pc.loop.ticks))

    # ------------------------------------------------------------------------------- one day

    async def _day(self) -> None:
        pc, chance = self.pc, self.pc.chance
        names = list(DAILY)
        weights = [DAILY[name][1] for name in names]
        for _ in range(chance.randrange(3, 14)):
            await asyncio.sleep(chance.choice((1.0, 20.0, 400.0, 1500.0)) * chance.random())
            self._world_goes_on()
            self._something_breaks()
            if chance.random() < 0.03:
                await self._back_up_or_restore()
            window = await pc.window_up(self._deaths)
            [name] = chance.choices(names, weights)
            await self._do(name, window)
            pc.check()

    async def _do(self, name: str, window: Process) -> None:
        """Do something in the window, or in a process beside it; often nobody waits for it."""
        chance = self.pc.chance
        action = DAILY[name][0]
        process = window
        if chance.random() < 0.15:
            process = await self.pc.second(self._deaths)
            if chance.random() < 0.5:
                name, action = "cli sync", Merchant.sync
        if process.dead:
            return
        task = process.start(self.merchant.act(name, action, process))
        if chance.random() < 0.6:
            await asyncio.wait({task}, timeout=chance.choice((1.0, 60.0, 600.0)))
        self._ended(task)

    def _ended(self, task: asyncio.Task[None]) -> None:
        """Whatever a task ends with that is no word of the program is a fault."""

        def look(done: asyncio.Task[None]) -> None:
            error = None if done.cancelled() else done.exception()
            if isinstance(error, Exception):
                self.pc.wrong.append(f"a command crashed: {error!r}")

        task.add_done_callback(look)

    def _world_goes_on(self) -> None:
        pc = self.pc
        for _ in range(pc.chance.choice((0, 0, 1, 1, 2))):
            pc.market.buy()
        left = {doc.number.split("-")[1] for doc in pc.jd.outbounds.values() if doc.left}
        pc.market.pass_time(lambda number: number in left)
        if pc.chance.random() < 0.05 and pc.market.orders:
            number = pc.chance.choice(list(pc.market.orders))
            pc.jd.refuses.add(f"{pc.market.orders[number].channel}-{number}".upper())
        if pc.chance.random() < 0.03:
            pc.jd.say("pin-1", "outbound", "EBU1", "ESL-FOREIGN", 10014)

    def _something_breaks(self) -> None:
        """Change what goes wrong from now on."""
        pc, chance, weather = self.pc, self.pc.chance, self.pc.weather
        weather.fault_rate = self._roughness * chance.choice((0.0, 0.5, 1.0))
        if not self._roughness:
            return
        now, pin = pc.loop.ticks, chance.choice(("pin-1", "pin-2"))
        weather.channel_breaks = chance.random() < 0.2
        draw = chance.random()
        if draw < 0.05:
            weather.dark_until = now + chance.uniform(1, 7200)
        elif draw < 0.10:
            weather.no_quota_until[pin] = now + chance.uniform(1, 5000)
        elif draw < 0.13:
            weather.revoked.add(pin)
        elif draw < 0.15:
            weather.wrong.add(pin)
        elif draw < 0.18:
            pc.clock.offset_s = chance.choice((0.0, -7200.0, 7200.0, -86400.0, 86400.0, 90.0))
            pc.trace(f"clock {pc.clock.offset_s:+}")
        elif draw < 0.21:
            pc.disk.full = True
        elif draw < 0.23:
            pc.disk.locked = True
        elif draw < 0.45:
            pc.disk.mend()

    async def _back_up_or_restore(self) -> None:
        """Keep a copy of the database; or come back to the copy, as after a lost PC."""
        pc = self.pc
        if self._backup is None:
            self._backup = pc.disk.snapshot()
            return
        await pc.all_down(kindly=False)
        pc.trace("restored")
        pc.counts.restores += 1
        pc.disk.mend()
        pc.disk.restore(self._backup)
        self._backup = None
        pc.oracle.restored = True
        pc.jd.cleared.clear()
        window = await pc.window_up()
        await self.merchant.act("authorize", Merchant.authorize, window)
        await self.merchant.act("import all", Merchant.import_all, window)

    # ------------------------------------------------------------------------------- evenings

    async def _evening(self) -> None:
        """Let every fault end and wait until nothing is left to do; then all three must agree."""
        pc = self.pc
        pc.weather.calm()
        pc.disk.mend()
        pc.jd.settle()
        pc.jd.frozen = True
        for process in pc.others:
            process.die()
            await process.bury()
        pc.others.clear()
        window = await self._immortal_window()
        await self.merchant.act("authorize", Merchant.authorize, window)
        await self.merchant.act("retry", Merchant.retry, window)
        await asyncio.sleep(RECOVERED_EVERY_S + 1.0)
        await self._until_idle(window)
        await self._news(window)
        await self._until_idle(window)
        if pc.oracle.restored:
            await Merchant.refresh(self.merchant, window)
            await self.merchant.act("adopt", Merchant.adopt, window)
        pc.find(pc.oracle.always())
        pc.find(pc.oracle.quiet())
        pc.check()
        pc.counts.quiet += 1
        pc.jd.frozen = False

    async def _immortal_window(self) -> Process:
        """Give a window that does not die any more; the one that is open stays open."""
        window = await self.pc.window_up()
        window.live_on()
        return window

    async def _until_idle(self, window: Process) -> None:
        assert window.fleet is not None
        began = self.pc.loop.ticks
        wait = 5.0
        while self.pc.loop.ticks - began < IDLE_WITHIN_S:
            await asyncio.sleep(wait)
            wait = min(900.0, 2 * wait)
            if await window.fleet.is_idle():
                return
        rows = self.pc.disk.rows(
            "SELECT outbound_no, push_state, next_attempt_at, error_code FROM outbounds "
            "WHERE push_state IN ('queued', 'sending', 'uncertain', 'cancelling')"
        )
        raise Wrong(f"nothing comes to its end: {rows}")

    async def _news(self, window: Process) -> None:
        """Bring the newest word of JD: by itself where subscribed, else by hand (R6)."""
        states = self.pc.disk.rows("SELECT subscribed FROM connections")
        if all(subscribed for (subscribed,) in states):
            await asyncio.sleep(self.pc.news_every_s + 120.0)
        else:
            await Merchant.refresh(self.merchant, window)


class _Crashes(logging.Handler):
    """Keep what the program logs as a crash."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.records: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        what = record.exc_info[1] if record.exc_info else ""
        self.records.append(f"{record.getMessage()}: {what!r}")


@contextmanager
def _listening() -> Iterator[_Crashes]:
    handler, log = _Crashes(), logging.getLogger("jdfulfil_desktop")
    propagates = log.propagate
    log.addHandler(handler)
    log.propagate = False
    try:
        yield handler
    finally:
        log.removeHandler(handler)
        log.propagate = propagates


def live(
    seed: int, days: int, *, folder: Path | None = None, in_memory: bool = True, logs: bool = False
) -> Verdict:
    """Live a life from its seed; the verdict names what was wrong first."""
    verdict = Verdict(seed)
    with tempfile.TemporaryDirectory() as made, _listening() as crashes:

        async def main(loop: VirtualLoop) -> None:
            pc = Pc(loop, seed, folder or Path(made), in_memory=in_memory)
            pc.log = [] if logs else None
            verdict.log = pc.log
            try:
                pc.main = asyncio.create_task(Life(pc).live(days))
                await pc.main
            except (Wrong, Stalled, asyncio.CancelledError) as found:
                words = "; ".join(dict.fromkeys(pc.wrong)) or str(found)
                verdict.wrong = f"day {pc.counts.days}: {words}"
            finally:
                if crashes.records and not verdict.wrong:
                    verdict.wrong = f"day {pc.counts.days}: crashed: {crashes.records[0]}"
                verdict.digest = pc.digest
                verdict.counts = pc.counts
                pc.counts.orders = len(pc.market.orders)
                pc.counts.pushed = len(pc.jd.outbounds)
                await pc.all_down(kindly=False)
                pc.disk.close()

        run_to_the_end(main)
    return verdict


__all__ = ["BEGIN", "Life", "Verdict", "live"]
