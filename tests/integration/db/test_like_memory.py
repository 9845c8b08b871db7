"""Whatever happens in whatever order, the database holds what the unit of work in memory holds."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jdfulfil_desktop.adapters.db.store import open_database
from jdfulfil_desktop.application.queries import Filter, Sort
from jdfulfil_desktop.domain import commands as c
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.domain.outbound import SENT, Failure, Outbound, PushState
from tests.helpers.fakes import FakeClock, ImmediateWriter, RecordingNotifier
from tests.helpers.shop import W1, W2, Shop
from tests.integration.db.shops import a_shop
from tests.unit.application.conftest import MemoryPeek
from tests.unit.application.test_invariants import NUMBERS, SKUS, files, mark, place, steps

COUNTER = itertools.count()
Step = tuple[str, Any]


def outbounds(shop: Shop) -> list[Outbound]:
    """Give every outbound order, all attempts, by number."""

    def work(uow: Any) -> list[Outbound]:
        orders = [o for n in NUMBERS for o in uow.orders.get(Channel.SHOPEE, n)]
        rows = uow.outbounds.of_orders([o.id for o in orders])
        return sorted((x for found in rows.values() for x in found), key=lambda x: x.outbound_no)

    found: list[Outbound] = shop.write(work)
    return found


def bring(shop: Shop, chunk: list[Any]) -> None:
    shop.import_(*{one.order_no: one for one in chunk}.values())


def bring_and_undo(shop: Shop, chunk: list[Any]) -> None:
    """Bring a file and take it back, where nothing was sent before.

    The database lets an import be undone that only touched what had been sent earlier; the unit of
    work in memory refuses that.
    """
    if any(one.push_state in SENT for one in outbounds(shop)):
        return
    batch = shop.begin()
    shop.do(c.ImportOrders(batch, tuple({one.order_no: one for one in chunk}.values())))
    shop.do(c.UndoImport(batch))


def move(shop: Shop, state: str) -> None:
    """Take the first queued outbound order a step on, as the pusher does."""
    for one in outbounds(shop):
        if one.push_state in (PushState.QUEUED, PushState.SENDING, PushState.UNCERTAIN):
            moved = replace(
                one,
                push_state=PushState(state),
                jd_no=f"ESL-{one.outbound_no}" if state == "pushed" else one.jd_no,
                last_error=Failure("x", "words"),
                first_sent_at=one.first_sent_at or shop.clock.now(),
            )
            shop.write(lambda uow, row=moved: uow.outbounds.save_many([row]))
            shop.do(c.RedecideOrders())
            return


def hear(shop: Shop, code: int) -> None:
    for one in outbounds(shop):
        if one.push_state in SENT:
            shop.news(code, number=one.outbound_no, jd_no=f"ESL-{one.outbound_no}")


ACTS: dict[str, Callable[[Shop, Any], None]] = {
    "import": bring,
    "undo": bring_and_undo,
    "move": move,
    "news": hear,
    "place": place,
}


def act(shop: Shop, step: Step) -> str:
    """Do one step; gives the code of the rule that refused it."""
    name, what = step
    refused = ""
    try:
        ACTS.get(name, mark)(shop, step if name not in ACTS else what)
    except RuleError as error:
        refused = error.code
    shop.clock.advance(seconds=1)
    return refused


def seen(shop: Shop) -> dict[str, Any]:
    """Give what both have to agree on: ids, versions and turns are each one's own."""
    orders = {n: shop.write(lambda uow, n=n: uow.orders.get(Channel.SHOPEE, n)) for n in NUMBERS}
    return {
        "orders": {n: [replace(o, id=None) for o in found] for n, found in orders.items()},
        "decisions": {n: shop.peek.decision(found[0]) for n, found in orders.items() if found},
        "outbounds": [
            replace(x, id=None, order_id=None, version=0, turn=0) for x in outbounds(shop)
        ],
        "stock": {(sku, w): shop.figures_of(sku, w) for sku in SKUS for w in (W1, W2)},
    }


def fresh(shop: Shop) -> Shop:
    shop.connect(W1, W2)
    shop.open("KOPI")
    shop.stock_sku("TEH", W2)
    shop.link("TEH", "TEH")
    shop.do(c.BindStore("Toko Contoh", W2, priority=2))
    return shop


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(first=st.lists(files, min_size=1, max_size=2), story=st.lists(steps, max_size=8))
def test_database_and_memory_agree(
    template: Path, tmp_path: Path, first: list[Any], story: list[Step]
) -> None:
    target = tmp_path / f"{next(COUNTER)}.db"
    shutil.copy(template, target)
    clock, notifier = FakeClock(), RecordingNotifier()
    database = open_database(target, notifier, clock)
    writer = ImmediateWriter()
    try:
        real = fresh(a_shop(database, clock, notifier))
        model = fresh(Shop(writer, FakeClock(), writer.notifier, MemoryPeek(writer.memory)))
        for step in (("import", first), *story):
            assert act(real, step) == act(model, step), step
            assert seen(real) == seen(model), step
        rows = database.reader.submit(lambda q: q.outbound_page(Filter(), Sort(), 0, 99)).result(9)
        counts = database.reader.submit(lambda q: q.outbound_baskets()).result(9)
    finally:
        database.close()
    assert {name: n for name, n in counts.items() if n} == {
        basket: sum(row.basket == basket for row in rows) for basket in {r.basket for r in rows}
    }
