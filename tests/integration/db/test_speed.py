"""Record what an import and a page cost; the limits are wide, the figures are what is looked at."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

import pytest

from jdfulfil_desktop.application.ports import Priority, UnitOfWork
from jdfulfil_desktop.application.queries import Filter, Queries, Sort
from jdfulfil_desktop.domain.order import Channel, Consignee, Order, OrderLine
from jdfulfil_desktop.domain.outbound import PushState
from tests.integration.db.making import NOW, Desk, an_order, held, later, put

pytestmark = [pytest.mark.slow, pytest.mark.alone]
COUNT, CHUNK, SEED = 20_000, 500, 7
ORDERS_US, PAGE_MS = 2_000, 250


def orders(dice: random.Random) -> list[Order]:
    """Give a chunk as a file brings it: numbers by day and chance, a line or two, an address."""
    letters = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789"
    return [
        an_order(
            f"2411{dice.randint(1, 30):02d}{''.join(dice.choices(letters, k=8))}",
            tracking_no=f"SPXID04{dice.randrange(10**10):010d}",
            created_at=later(seconds=-dice.randrange(10**6)),
            ship_by=later(seconds=dice.randrange(10**6)),
            consignee=Consignee("B****i", "62****12", "Jl. Merdeka No. 1", "JABAR", "BANDUNG"),
            lines=tuple(
                OrderLine(f"SKU-{dice.randrange(3000):04d}", "Kaos Polos Lengan Pendek", 1, str(n))
                for n in range(dice.choice((1, 1, 1, 2)))
            ),
            rows=(2,),
        )
        for _ in range(CHUNK)
    ]


@pytest.mark.sqlite
def test_an_import_and_its_pages(desk: Desk, account: int, request: pytest.FixtureRequest) -> None:
    figures: dict[str, float] = {"seed": SEED}
    dice = random.Random(SEED)
    batch = desk.write(lambda uow: uow.batches.begin("f", Channel.SHOPEE, "Toko", NOW, NOW, "me"))
    spent = 0.0
    for n in range(COUNT // CHUNK):
        chunk = orders(dice)
        state, verdict = (PushState.QUEUED, None) if n % 3 else (PushState.HELD, held("x"))

        def work(uow: UnitOfWork, chunk=chunk, state=state, verdict=verdict) -> None:
            put(
                uow,
                chunk,
                state,
                **({} if verdict is None else {"decision": verdict}),
                batch_id=batch,
            )

        begun = time.perf_counter()
        desk.write(work, Priority.BULK)
        spent += time.perf_counter() - begun
    per_order = spent / COUNT * 1e6
    figures["import_us_per_order"] = round(per_order, 1)
    asked: dict[str, Callable[[Queries], object]] = {
        "first": lambda q: q.outbound_page(Filter(), Sort(), 0, 100),
        "middle": lambda q: q.outbound_page(Filter(), Sort("order_no"), COUNT // 2, 100),
        "basket": lambda q: q.outbound_page(Filter("queued"), Sort("ship_by"), COUNT // 4, 100),
        "search": lambda q: q.outbound_page(Filter(search="SPXID0412"), Sort(), 0, 100),
        "overview": lambda q: q.overview(),
    }
    slowest = 0.0
    for name, ask in asked.items():
        begun = time.perf_counter()
        desk.read(ask)
        took = (time.perf_counter() - begun) * 1e3
        figures[f"{name}_ms"] = round(took, 1)
        slowest = max(slowest, took)
    request.node.user_properties.extend(figures.items())
    assert desk.read(lambda q: q.outbound_count(Filter())) == COUNT
    assert per_order < ORDERS_US, figures
    assert slowest < PAGE_MS, figures
