"""Whatever people, files and JD do in whatever order: stock, queue and verdicts agree."""

from __future__ import annotations

import contextlib
import string
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jdfulfil_desktop.domain import commands as c
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.order import Channel, Order, OrderStatus
from jdfulfil_desktop.domain.outbound import HOLDS_STOCK, SENT, Failure, Outbound, PushState
from tests.helpers.fakes import FakeClock, ImmediateWriter
from tests.helpers.shop import W1, W2, Shop, line, snapshot
from tests.unit.application.conftest import MemoryPeek

SKUS = ("KOPI", "TEH")
NUMBERS = ("1", "2")
Step = tuple[str, Any]

lines = st.lists(
    st.builds(
        line,
        st.sampled_from(SKUS),
        st.integers(1, 3),
        package=st.sampled_from(["", "P1", "P2"]),
        tracking_no=st.sampled_from(["", "N1", "N2"]),
    ),
    min_size=1,
    max_size=3,
)
files = st.builds(
    snapshot,
    st.sampled_from(NUMBERS),
    st.sampled_from(OrderStatus),
    st.sampled_from(["", "R1", "R2"]),
    lines,
    st.sampled_from([Channel.SHOPEE]),
    courier=st.sampled_from(["SPX_INSTANT", "JNE"]),
    cancel_requested=st.booleans(),
    country=st.sampled_from(["ID", "ID", "ID", "MY"]),
)
codes = st.sampled_from([10010, 10014, 10016, 10019, 10020, 10027, 10028, 10029, 10031, 10035])
steps = st.one_of(
    st.tuples(st.just("import"), st.lists(files, min_size=1, max_size=2)),
    st.tuples(st.just("undo"), st.lists(files, min_size=1, max_size=2)),
    st.tuples(st.sampled_from(list(string.ascii_lowercase[:6])), st.sampled_from(NUMBERS)),
    st.tuples(st.just("move"), st.sampled_from(["sending", "pushed", "uncertain", "rejected"])),
    st.tuples(st.just("news"), codes),
    st.tuples(st.just("place"), st.tuples(st.sampled_from(SKUS), st.sampled_from([W1, W2]))),
)


def fresh() -> Shop:
    writer = ImmediateWriter()
    return Shop(writer, FakeClock(), writer.notifier, MemoryPeek(writer.memory))


def tell(shop: Shop, story: list[Step]) -> None:
    """Go through a story in a shop of two warehouses; after each step all has to agree."""
    shop.connect(W1, W2)
    shop.open("KOPI")
    shop.stock_sku("TEH", W2)
    shop.link("TEH", "TEH")
    shop.do(c.BindStore("Toko Contoh", W2, priority=2))
    for step in story:
        act(shop, step)
        check(shop)


def orders_of(shop: Shop) -> list[Order]:
    found: list[Order] = []
    for number in NUMBERS:
        found += shop.write(lambda uow, no=number: uow.orders.get(Channel.SHOPEE, no))
    return found


def parts_of(shop: Shop, orders: list[Order]) -> list[Outbound]:
    """Give the newest attempt of every part; an older one was cancelled and holds nothing."""
    found = shop.write(lambda uow: uow.outbounds.of_orders([o.id for o in orders]))
    return [outbound for parts in found.values() for outbound in parts]


def act(shop: Shop, step: Step) -> None:
    """Do one step; what a rule refuses is refused, and nothing of it stays."""
    name, what = step
    with contextlib.suppress(RuleError):
        ACTS.get(name, mark)(shop, step if name not in ACTS else what)
    shop.clock.advance(seconds=1)


def bring(shop: Shop, files_: list[Any]) -> None:
    shop.import_(*{one.order_no: one for one in files_}.values())


def bring_and_undo(shop: Shop, files_: list[Any]) -> None:
    batch = shop.begin()
    shop.do(c.ImportOrders(batch, tuple({one.order_no: one for one in files_}.values())))
    check(shop)
    shop.do(c.UndoImport(batch))


def mark(shop: Shop, step: Step) -> None:
    letter, number = step
    key = c.OrderKey(Channel.SHOPEE, number)
    parts = (c.SplitPart((("KOPI", 1),), "H1"), c.SplitPart((("TEH", 1),), "H2"))
    command = {
        "a": c.AcceptOrders((key,)),
        "b": c.ArrangeShipment(key, "TYPED"),
        "c": c.HoldOrders((key,)),
        "d": c.ReleaseOrders((key,)),
        "e": c.SplitOrder(key, parts),
        "f": c.RetryOutbound((f"SHOPEE-{number}",)),
    }[letter]
    shop.do(command)


def move(shop: Shop, state: str) -> None:
    """Take the first queued outbound order a step on, as the pusher does."""
    for one in parts_of(shop, orders_of(shop)):
        if one.push_state in (PushState.QUEUED, PushState.SENDING, PushState.UNCERTAIN):
            moved = replace(
                one,
                push_state=PushState(state),
                jd_no=f"ESL-{one.outbound_no}" if state == "pushed" else one.jd_no,
                sent_tracking_no=one.sent_tracking_no or one.tracking_no,
                last_error=Failure("x", "words"),
                first_sent_at=one.first_sent_at or shop.clock.now(),
            )
            shop.write(lambda uow, row=moved: uow.outbounds.save_many([row]))
            shop.do(c.RedecideOrders())
            return


def hear(shop: Shop, code: int) -> None:
    for one in parts_of(shop, orders_of(shop)):
        if one.push_state in SENT:
            shop.news(code, number=one.outbound_no, jd_no=f"ESL-{one.outbound_no}")


def place(shop: Shop, what: tuple[str, str]) -> None:
    shop.place(*what)
    shop.do(c.RedecideOrders(f"warehouse:{what[1]}"))


ACTS: dict[str, Callable[[Shop, Any], None]] = {
    "import": bring,
    "undo": bring_and_undo,
    "move": move,
    "news": hear,
    "place": place,
}


def check(shop: Shop) -> None:
    orders = orders_of(shop)
    rows = parts_of(shop, orders)
    for house in (W1, W2):
        for sku in SKUS:
            there = [o for o in rows if o.warehouse_no == house]
            units = {o.outbound_no: sum(i.quantity for i in o.items if i.sku == sku) for o in there}
            reserved = sum(
                units[o.outbound_no] for o in there if o.push_state in HOLDS_STOCK and not o.booked
            )
            shipped = sum(units[o.outbound_no] for o in there if o.booked)
            assert shop.figures_of(sku, house) == (-shipped, reserved, 0)
    for order in orders:
        check_order(shop, order, [o for o in rows if o.order_id == order.id])


def check_order(shop: Shop, order: Order, parts: list[Outbound]) -> None:
    verdict = shop.peek.decision(order)
    assert verdict.push == (not verdict.reasons)
    assert verdict.create == bool(parts)
    going = [o.push_state in SENT or o.push_state is PushState.QUEUED for o in parts]
    assert verdict.push == (bool(parts) and all(going)), (verdict, [o.push_state for o in parts])
    for one in parts:
        if one.push_state in HOLDS_STOCK:
            assert one.warehouse_no
            assert one.items
        assert one.reserved == (one.push_state in HOLDS_STOCK and not one.booked)
    assert len({o.outbound_no for o in parts}) == len(parts)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(steps, min_size=1, max_size=12))
def test_stock_queue_and_verdicts_agree(story: list[Step]) -> None:
    shop = fresh()
    tell(shop, story)
    assert shop.notifier.events
