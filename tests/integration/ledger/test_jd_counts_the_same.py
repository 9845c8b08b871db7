"""R22, R29, R43: after a thousand random operations and a sync, JD counts what we count.

The practice gateway holds JD's side; it shares no code with the program. The walk is seeded, and
the seed is printed: `JDFULFIL_SEED=N` walks it again, `JDFULFIL_STEPS=N` walks further.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random, SystemRandom
from typing import Any

import pytest

from jdfulfil_desktop.application.ports import UnitOfWork
from jdfulfil_desktop.application.queries import Filter, Sort, StockListRow
from jdfulfil_desktop.application.remote.cancelling import cancel_outbound
from jdfulfil_desktop.application.remote.inbounds import submit_inbound
from jdfulfil_desktop.application.remote.products import push_products
from jdfulfil_desktop.application.remote.refreshing import refresh_inbounds, refresh_outbounds
from jdfulfil_desktop.domain import commands as c
from jdfulfil_desktop.domain import house_commands as h
from jdfulfil_desktop.domain.errors import GatewayError, RuleError
from jdfulfil_desktop.domain.ids import OrderNo, Sku
from jdfulfil_desktop.domain.order import Channel, OrderLine, OrderSnapshot, OrderStatus
from jdfulfil_desktop.domain.outbound import Outbound
from jdfulfil_desktop.domain.product import Component, Product
from tests.contract.sandbox.practice import Practice
from tests.contract.sandbox.serving import serve
from tests.integration.ledger.sums import differing
from tests.integration.remote.pc import Pc

STEPS = int(os.environ.get("JDFULFIL_STEPS", "1000"))
SKUS = ("KOPI", "TEH", "GULA")
SELLABLE = {"KOPI": "kopi", "TEH": "teh", "PAKET": "paket"}
"""Channel SKUs; PAKET is a bundle of all three."""


@pytest.fixture
def practice() -> Iterator[Practice]:
    gateway = serve()
    yield gateway
    gateway.stop()


@pytest.fixture
def pc(practice: Practice, tmp_path: Path) -> Iterator[Pc]:
    made = Pc(practice, tmp_path / "pc")
    made.authorize(subscribe=False)
    office = made.application.office
    made.command(c.SaveProducts(tuple(Product(Sku(s), f"Barang {s}") for s in SKUS)))
    report = made.run(lambda: push_products(office, made.warehouse_no, SKUS, confirmed=True))
    assert report.failed == 0
    made.command(c.AddStore(made.store, Channel.SHOPEE))
    made.command(c.BindStore(made.store, made.warehouse_no))
    bundle = tuple(Component(Sku(sku), n) for n, sku in enumerate(SKUS, 1))
    for channel_sku, parts in (
        ("kopi", (Component(Sku("KOPI")),)),
        ("teh", (Component(Sku("TEH"), 2),)),
        ("paket", bundle),
    ):
        made.command(c.LinkSku(Channel.SHOPEE, made.store, channel_sku, parts))
    yield made
    made.close()


class Walk:
    """A merchant's days, step by step, by chance."""

    def __init__(self, pc: Pc, chance: Random) -> None:
        self.pc, self.chance = pc, chance
        self.office = pc.application.office
        self.own = str(pc.command(c.AddOwnWarehouse("Rumah")))
        pc.command(c.PlaceProducts(self.own, SKUS, confirmed=True))
        self.orders: list[str] = []
        self.lists: list[str] = []
        self.steps: tuple[tuple[int, Callable[[], object]], ...] = (
            (30, self.sell),
            (6, self.sell_and_undo),
            (12, self.hold_or_release),
            (6, self.announce),
            (10, self.receive),
            (16, self.handle),
            (4, self.cancel),
            (8, self.count_own),
            (3, self.refresh),
            (2, self.sync),
        )

    def step(self) -> None:
        weights = [weight for weight, _ in self.steps]
        [deed] = self.chance.choices([deed for _, deed in self.steps], weights)
        with contextlib.suppress(RuleError, GatewayError):
            deed()
        assert differing(self.pc.application.places.database) == []

    # -- here -------------------------------------------------------------------------------------

    def sell(self) -> int:
        """Import a file of an order or two; gives the batch."""
        pc, at = self.pc, self.pc.application.clock.now()
        names = [f"N{len(self.orders) + n:05d}" for n in range(self.chance.randint(1, 2))]
        self.orders += names
        batch: int = pc.command(c.BeginImport("f.xlsx", Channel.SHOPEE, pc.store, at))
        pc.command(c.ImportOrders(batch, tuple(self.order(name) for name in names)))
        pc.command(c.CompleteImport(batch))
        return batch

    def order(self, name: str) -> OrderSnapshot:
        sku = self.chance.choice(sorted(SELLABLE.values()))
        return OrderSnapshot(
            Channel.SHOPEE,
            OrderNo(name),
            OrderStatus.READY_TO_SHIP,
            "Siap Dikirim",
            courier="J&T Express",
            tracking_no=f"JT{name}",
            created_at=self.pc.application.clock.now(),
            lines=(OrderLine(sku, sku, self.chance.randint(1, 3)),),
        )

    def sell_and_undo(self) -> None:
        self.pc.command(c.UndoImport(self.sell()))

    def hold_or_release(self) -> None:
        if self.orders:
            key = c.OrderKey(Channel.SHOPEE, self.chance.choice(self.orders))
            kind = self.chance.choice([c.HoldOrders, c.ReleaseOrders, c.ReleaseOrders])
            self.pc.command(kind((key,)))

    def count_own(self) -> None:
        counted = {self.chance.choice(SKUS): self.chance.randint(0, 40)}
        self.pc.command(h.CountStock(self.own, counted, self.chance.random() < 0.3))

    # -- at JD ------------------------------------------------------------------------------------

    def announce(self) -> None:
        lines = tuple((sku, self.chance.randint(10, 60)) for sku in SKUS)
        number = str(self.pc.command(c.CreateInbound(self.pc.warehouse_no, lines)))
        self.pc.run(lambda: submit_inbound(self.office, number))
        self.lists.append(number)

    def receive(self) -> None:
        """JD works on the oldest open list; at its end some pieces may be missing."""
        if not self.lists:
            return
        status = self.chance.choice([20, 50, 70])
        self.finish(self.lists[0], status)
        if status == 70:
            self.lists.pop(0)

    def finish(self, number: str, status: int) -> None:
        """JD takes a list on; one that it has completed stays as it is."""
        there = {row["spPoOrderNo"]: row["status"] for row in self.pc.practice.state()["inbound"]}
        if int(there.get(number, 70)) >= status:
            return
        goods = self.pc.goods_at_jd()
        received = {goods[sku]: self.chance.randint(5, 60) for sku in SKUS}
        more: dict[str, Any] = {"received": received} if status == 70 else {}
        self.pc.practice.advance(number, status, **more)

    def handle(self) -> None:
        """JD's people do the next thing with everything that is open."""
        self.pc.practice.control("POST", "advance", {"steps": 1})

    def cancel(self) -> None:
        rows = self.outbounds()
        if rows:
            number = self.chance.choice(rows).outbound_no
            self.pc.run(lambda: cancel_outbound(self.office, number))

    def refresh(self) -> None:
        self.pc.run(lambda: refresh_outbounds(self.office))
        self.pc.run(lambda: refresh_inbounds(self.office))

    def sync(self) -> None:
        assert self.pc.sync().idle

    # -- reading ----------------------------------------------------------------------------------

    def outbounds(self) -> list[Outbound]:
        account = self.pc.connection().id or 0

        def work(uow: UnitOfWork) -> list[Outbound]:
            return list(uow.outbounds.open_at_jd(account))

        return self.pc.write(work)

    def stock(self) -> dict[str, StockListRow]:
        wanted = Filter(equals={"warehouse_no": self.pc.warehouse_no})
        reader = self.pc.application.reader
        rows = reader.submit(lambda q: q.stock_page(wanted, Sort("sku"), 0, 50)).result(20)
        return {row.sku: row for row in rows}

    def at_jd(self) -> dict[str, int]:
        """Give JD's good, sellable figures by SKU."""
        state = self.pc.practice.state()
        skus = {row["goodsNo"]: row["isvGoodsNo"] for row in state["goods"]}
        house = self.pc.warehouse_no
        return {
            skus[row["goodsNo"]]: row["totalNum"]
            for row in state["stock"]
            if row["warehouseNo"] == house and row.get("status", "1") == "1"
        }

    def end_the_day(self) -> None:
        """Let JD finish all that is open, and hear of it."""
        self.sync()
        for number in self.lists:
            self.finish(number, 70)
        for _ in range(9):
            self.handle()
        self.refresh()
        self.sync()
        self.refresh()


@pytest.mark.slow
def test_after_a_thousand_operations_jd_counts_what_we_count(pc: Pc) -> None:
    seed = int(os.environ.get("JDFULFIL_SEED", "0")) or SystemRandom().randrange(1, 1_000_000)
    print(f"JDFULFIL_SEED={seed}")  # noqa: T201  a failure can be repeated
    walk = Walk(pc, Random(seed))
    walk.announce()
    walk.finish(walk.lists.pop(), 70)
    for _ in range(STEPS):
        walk.step()
    walk.end_the_day()
    ours, jd = walk.stock(), walk.at_jd()
    said = {
        sku: (row.on_hand, row.jd_figure, row.reserved, row.incoming) for sku, row in ours.items()
    }
    assert {sku: row.on_hand for sku, row in ours.items()} == jd, (seed, said)
    assert {sku: row.jd_figure for sku, row in ours.items()} == jd, (seed, said)
    assert all(row.incoming == 0 for row in ours.values()), (seed, said)
    assert differing(pc.application.places.database) == []
    assert len(pc.practice.state()["outbound"]) > STEPS // 20
