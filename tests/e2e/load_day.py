"""Live a busy day through the window: `python -m tests.e2e.load_day --orders 20000`.

The real window, offscreen, with its real sync of two accounts against a practice gateway of its own
process, which is slow, out of quota and failing by turns. Orders come in waves while somebody walks
through the pages. Judged is by what the gateway holds. Only the pace differs: no limit of calls a
second, and a clock twenty times as fast, so that waits of minutes take seconds.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import os
import sqlite3
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from jdfulfil_desktop.application.remote.products import push_products
from jdfulfil_desktop.bootstrap import Application
from jdfulfil_desktop.domain import commands as c
from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.domain.product import Component
from jdfulfil_desktop.gui import app
from jdfulfil_desktop.gui.measuring.stalls import StallWatch
from jdfulfil_desktop.gui.window import MainWindow
from jdfulfil_desktop.sync.means import Means
from tests.contract.sandbox.practice import Practice
from tests.contract.sandbox.serving import start
from tests.integration.remote.pc import Pc
from tests.integration.sync.merchant import SKU, FastClock

ACCOUNTS, WAVES = 2, 10
ADD = "order.addOrder"
FAULT_EVERY_S, LOOK_EVERY_S, WALK_EVERY_S = 1.0, 0.25, 1.5
WALK = ("outboundTab", "homeTab", "outboundTab", "stockTab")
FAULTS: tuple[dict[str, Any], ...] = (
    {"kind": "delay", "method": "*", "seconds": 0.3, "times": 8},
    {"kind": "error_code", "method": ADD, "code": "2", "times": 2},
    {"kind": "http_500", "method": ADD, "times": 8},
    {"kind": "drop_after", "method": ADD, "times": 8},
)
NOT_PUSHED = """SELECT o.outbound_no, o.push_state, o.error_code, o.attempts, r.reason_code
FROM outbounds o JOIN orders r ON r.id = o.order_id WHERE o.push_state <> 'pushed' LIMIT 20"""
OVER = {"pushed", "rejected", "held", "cancelled"}
MEMORY = Path("/proc/self/status")


class Paced(Application):
    """The program as it is, but for how fast its time passes."""

    def means(self) -> Means:
        clock = self.clock
        assert isinstance(clock, FastClock)
        return replace(super().means(), sleep=clock.sleep)


@dataclass
class Day:
    """A day's figures while it is lived. `rss`: MiB at the beginning, in the middle, at the end."""

    file: Path
    orders: int
    numbers: list[str] = field(default_factory=list)
    rss: list[float] = field(default_factory=list)
    half: dict[str, int] = field(default_factory=dict)
    faults: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0
    stalls: StallWatch | None = None

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """Read the database beside the program, as another process would."""
        with closing(sqlite3.connect(f"file:{self.file}?mode=ro", uri=True)) as raw:
            return raw.execute(query).fetchall()

    def states(self) -> Counter[str]:
        """Count outbound orders by push state."""
        query = "SELECT push_state, count(*) FROM outbounds GROUP BY 1"
        return Counter(dict(self.rows(query)))

    def pushed_by_store(self) -> dict[str, int]:
        query = "SELECT store, count(*) FROM outbounds WHERE push_state = 'pushed' GROUP BY 1"
        return dict(self.rows(query))

    def remember(self) -> None:
        """Note how much memory the window's process has resident now, where the system tells."""
        if MEMORY.exists():
            lines = MEMORY.read_text(encoding="ascii", errors="replace").splitlines()
            [line] = [line for line in lines if line.startswith("VmRSS:")]
            self.rss.append(int(line.split()[1]) / 1024)


def set_up(gateway: Practice, folder: Path) -> list[Pc]:
    """Authorize the accounts into one data folder, with a store each; gives them, closed.

    Basic: Quick takes 999 orders a day of an account (R9).
    """
    merchants = []
    for index in range(ACCOUNTS):
        merchant = Pc(gateway, folder, index)
        merchant.authorize(subscribe=True, request=merchant.basic())
        if index == 0:
            merchant.add_products(SKU)
        house, office = merchant.warehouse_no, merchant.application.office
        assert asyncio.run(push_products(office, house, [SKU], confirmed=True)).failed == 0
        merchant.command(c.AddStore(merchant.store, Channel.SHOPEE))
        merchant.command(c.BindStore(merchant.store, house))
        parts = (Component(Sku(SKU), 1),)
        merchant.command(c.LinkSku(Channel.SHOPEE, merchant.store, "kopi", parts))
        merchant.close()
        merchants.append(merchant)
    return merchants


async def bring(merchants: Sequence[Pc], day: Day, chance: Random) -> None:
    """Import the day's orders in waves, for both stores, in the order that chance has it."""
    count = itertools.count(1)
    wave = max(1, day.orders // (WAVES * ACCOUNTS))
    left = {merchant.index: day.orders // ACCOUNTS for merchant in merchants}
    while any(left.values()):
        for merchant in chance.sample(list(merchants), len(merchants)):
            names = [f"L{next(count):06d}" for _ in range(min(wave, left[merchant.index]))]
            if names:
                left[merchant.index] -= len(names)
                await asyncio.to_thread(merchant.import_orders, names)
                day.numbers += [f"SHOPEE-{name}" for name in names]
        await asyncio.sleep(0.2)


async def trouble(gateway: Practice, day: Day) -> None:
    """Order one kind of fault after the other."""
    for fault in itertools.cycle(FAULTS):
        more = {name: value for name, value in fault.items() if name not in ("kind", "method")}
        await asyncio.to_thread(gateway.fault, fault["kind"], fault["method"], **more)
        day.faults[fault["kind"]] += 1
        await asyncio.sleep(FAULT_EVERY_S)


async def walk(window: MainWindow) -> None:
    """Look at one page after the other, as people do who wait."""
    for page in itertools.cycle(WALK):
        window.show_page(page)
        await asyncio.sleep(WALK_EVERY_S)


async def until_done(day: Day, importing: asyncio.Task[None], limit_s: float) -> None:
    """Wait until every order has come to its end; note the middle. Raises TimeoutError."""
    async with asyncio.timeout(limit_s):
        while True:
            states = await asyncio.to_thread(day.states)
            if not day.half and 2 * states["pushed"] >= day.orders:
                day.half = await asyncio.to_thread(day.pushed_by_store)
                day.remember()
            if importing.done():
                importing.result()
                if sum(states[state] for state in OVER) == day.orders:
                    return
            await asyncio.sleep(LOOK_EVERY_S)


def lived(
    day: Day, gateway: Practice, merchants: Sequence[Pc], chance: Random, limit_s: float
) -> app.Story:
    """Give the story of the day for a window that stands."""

    async def story(window: MainWindow) -> int:
        window.build_all()
        await window.desk.quiet()
        await asyncio.sleep(1.0)
        day.remember()
        day.stalls = StallWatch()
        day.stalls.start()
        began = perf_counter()
        importing = asyncio.create_task(bring(merchants, day, chance))
        beside = [asyncio.create_task(trouble(gateway, day)), asyncio.create_task(walk(window))]
        try:
            await until_done(day, importing, limit_s)
        finally:
            day.seconds = perf_counter() - began
            day.stalls.stop()
            await _end([importing, *beside])
        day.remember()
        return 0

    return story


async def _end(tasks: Iterable[asyncio.Task[None]]) -> None:
    running = list(tasks)
    for task in running:
        task.cancel()
    ended = await asyncio.gather(*running, return_exceptions=True)
    for error in ended:
        if isinstance(error, Exception):
            raise error


def figures_of(day: Day, held: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Compare the day with what the gateway holds."""
    at_jd = Counter(row["isvUUID"] for row in held)
    assert day.stalls is not None
    shares = sorted(day.half.values())
    return {
        "orders": len(day.numbers),
        "pushed": day.states()["pushed"],
        "not_pushed": day.rows(NOT_PUSHED),
        "lost": sum(at_jd[number] == 0 for number in day.numbers),
        "doubled": sum(count > 1 for count in at_jd.values()),
        "strange": len(set(at_jd) - set(day.numbers)),
        "seconds": round(day.seconds, 1),
        "faults_ordered": dict(day.faults),
        "worst_stall_ms": round(day.stalls.worst(), 1),
        "p99_stall_ms": round(day.stalls.percentile(0.99), 1),
        "rss_mib": [round(value, 1) for value in day.rss],
        "pushed_at_half_by_store": day.half,
        "smaller_share_at_half": round(shares[0] / sum(shares), 3) if len(shares) > 1 else 0.0,
    }


def run(orders: int, seed: int, limit_s: float) -> dict[str, Any]:
    """Live the day and give its figures."""
    gateway = start("--rate", "0", "--daily", "0")
    try:
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place) / "data"
            merchants = set_up(gateway, folder)
            day = Day(folder / "jdfulfil.db", orders - orders % ACCOUNTS)

            def opening() -> Application:
                opened = Pc(gateway, folder).application
                parts = {part.name: getattr(opened, part.name) for part in fields(Application)}
                program = Paced(**parts)
                for merchant in merchants:
                    merchant.application = program
                return program

            story = lived(day, gateway, merchants, Random(seed), limit_s)
            app.start(opening, lang="id", story=story, page=WALK[0])
            return figures_of(day, gateway.state()["outbound"])
    finally:
        gateway.stop()


def main() -> int:
    """Run, print the figures as JSON; exit code 1 where an order was lost, doubled or is stuck."""
    parser = argparse.ArgumentParser(prog="load_day", description=__doc__)
    parser.add_argument("--orders", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--limit", type=float, default=7200.0, help="give up after these seconds")
    given = parser.parse_args()
    figures = run(given.orders, given.seed, given.limit)
    sys.stdout.write(json.dumps({"seed": given.seed, **figures}, indent=2) + "\n")
    right = figures["pushed"] == figures["orders"]
    wrong = figures["lost"] or figures["doubled"] or figures["strange"]
    return 0 if right and not wrong else 1


if __name__ == "__main__":
    sys.exit(main())
