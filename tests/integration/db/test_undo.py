from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from jdfulfil_desktop.application.ports import UnitOfWork
from jdfulfil_desktop.application.queries import Filter, Sort
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.order import Channel, OrderLine, OrderStatus
from jdfulfil_desktop.domain.outbound import Item, PushState, ShipmentState
from jdfulfil_desktop.domain.stock import LedgerEntry, LedgerKind, numbered
from tests.integration.db.making import NOW, W1, Desk, an_order, an_outbound, held, later, put


def begin(uow: UnitOfWork) -> int:
    return uow.batches.begin("f.xlsx", Channel.SHOPEE, "Toko", NOW, NOW, "me")


def reserve(uow: UnitOfWork, outbound, kind=LedgerKind.RESERVED) -> None:
    sign = 1 if kind is LedgerKind.RESERVED else -1
    document = numbered(outbound.outbound_no, outbound.turn)
    uow.ledger.add(
        LedgerEntry(NOW, W1, item.sku, kind, sign * item.quantity, document, "me")
        for item in outbound.items
    )


def state(desk: Desk) -> tuple[Any, ...]:
    """Give all that lists show and what is reserved."""
    sums = desk.write(
        lambda uow: {k: (r.on_hand, r.reserved) for k, r in uow.ledger.rows().items()}
    )
    return (
        desk.read(lambda q: q.outbound_page(Filter(), Sort(), 0, 99)),
        desk.read(lambda q: q.order_details()),
        desk.read(lambda q: q.outbound_baskets()),
        desk.read(lambda q: q.stores()),
        desk.read(lambda q: q.overview()),
        {key: value for key, value in sums.items() if value != (0, 0)},
    )


def known(uow: UnitOfWork) -> None:
    """Keep two orders from before: one held for its number, one queued with stock reserved."""
    put(uow, [an_order(1, tracking_no="")], PushState.HELD, held("awaiting_tracking_number"))
    orders = uow.orders.save_many([an_order(2)])
    queued = an_outbound(orders[0], turn=1, reserved=True)
    reserve(uow, queued)
    uow.outbounds.save_many([queued])
    put_decision(uow, orders[0])


def put_decision(uow: UnitOfWork, order) -> None:
    from tests.integration.db.making import GO

    uow.orders.save_decision({order.id: GO})


def imported(uow: UnitOfWork) -> int:
    """Import two new orders, a number for the first known one, and other goods for the second."""
    batch = begin(uow)
    one = uow.orders.get(Channel.SHOPEE, an_order(1).order_no)[0]
    two = uow.orders.get(Channel.SHOPEE, an_order(2).order_no)[0]
    lines = (OrderLine("TOPI", "Topi", 5), OrderLine("KAOS-01", "Kaos", 1))
    changed = uow.orders.save_many(
        [
            replace(one, snapshot=replace(one.snapshot, tracking_no="SPXNEW"), file_time=NOW),
            replace(two, snapshot=replace(two.snapshot, lines=lines)),
        ],
        batch,
    )
    made = uow.orders.save_many([an_order(3), an_order(4, status=OrderStatus.CANCELLED)], batch)
    outbounds = uow.outbounds.of_orders([one.id, two.id])
    released = replace(
        outbounds[one.id][0], push_state=PushState.QUEUED, turn=1, reserved=True,
        tracking_no="SPXNEW",
    )  # fmt: skip
    other = replace(outbounds[two.id][0], items=(Item(Sku("B"), 5),), turn=2)
    reserve(uow, outbounds[two.id][0], LedgerKind.RELEASED)
    new = an_outbound(made[0], turn=1, reserved=True)
    for outbound in (released, other, new):
        reserve(uow, outbound)
    uow.outbounds.save_many([released, other, new], batch)
    for order in (*changed, made[0]):
        put_decision(uow, order)
    uow.orders.save_decision({made[1].id: held("order_closed", rule="R44")})
    return batch


@pytest.fixture
def before(desk: Desk, account: int) -> tuple[Any, ...]:
    desk.write(known)
    return state(desk)


def test_undo_puts_everything_back(desk: Desk, before: tuple[Any, ...]) -> None:
    batch = desk.write(imported)
    assert state(desk) != before
    gone = desk.write(lambda uow: uow.batches.undo(batch))
    assert gone == ["SHOPEE-2411000003"]
    assert state(desk) == before
    assert desk.write(lambda uow: uow.batches.incomplete()) == []
    assert desk.write(lambda uow: uow.batches.get(batch)) is None
    assert desk.write(lambda uow: uow.batches.undo(batch)) == []


def test_what_undo_restored_is_claimed_searched_and_saved_as_before(
    desk: Desk, account: int, before: tuple[Any, ...]
) -> None:
    batch = desk.write(imported)
    desk.write(lambda uow: uow.batches.undo(batch))
    (queued,) = desk.write(lambda uow: uow.outbounds.claimable(account, NOW, 9))
    assert queued.items == (Item(Sku("A"), 2, "Kaos"),)
    assert (queued.turn, queued.reserved) == (3, True)
    desk.write(lambda uow: uow.outbounds.save_many([replace(queued, attempts=1)]))
    found = desk.read(
        lambda q: [q.outbound_count(Filter(search=x)) for x in ("SPXNEW", "2411000003", "TOPI")]
    )
    assert found == [0, 0, 0]


def test_undo_gives_reservations_back_by_further_entries(
    desk: Desk, before: tuple[Any, ...]
) -> None:
    rows = desk.read(lambda q: q.ledger("A"))
    batch = desk.write(imported)
    desk.write(lambda uow: uow.batches.undo(batch))
    after = desk.read(lambda q: q.ledger("A"))
    assert after[: len(rows)] == rows
    new = [(r.kind, r.quantity, r.document) for r in after if r.document == "SHOPEE-2411000003"]
    assert new == [("reserved", 2, "SHOPEE-2411000003"), ("released", -2, "SHOPEE-2411000003")]


def test_the_same_file_can_be_imported_again(desk: Desk, before: tuple[Any, ...]) -> None:
    first = desk.write(imported)
    desk.write(lambda uow: uow.batches.undo(first))
    second = desk.write(begin)
    again = desk.write(lambda uow: put(uow, [an_order(3), an_order(4)], batch_id=second))
    desk.write(lambda uow: uow.batches.complete(second, {}, NOW))
    assert len(again[0]) == 2
    assert desk.write(lambda uow: uow.batches.undo(second)) == [
        "SHOPEE-2411000003",
        "SHOPEE-2411000004",
    ]
    assert state(desk)[:5] == before[:5]


def test_marks_set_since_stay(desk: Desk, before: tuple[Any, ...]) -> None:
    batch = desk.write(imported)

    def mark(uow):
        order = uow.orders.get(Channel.SHOPEE, an_order(1).order_no)[0]
        uow.orders.save_many([replace(order, accepted=True, typed_tracking_no="TYPED")])

    desk.write(mark)
    desk.write(lambda uow: uow.batches.undo(batch))
    (order,) = desk.write(lambda uow: uow.orders.get(Channel.SHOPEE, an_order(1).order_no))
    assert (order.accepted, order.tracking_no, order.snapshot.tracking_no) == (True, "TYPED", "")
    assert desk.read(lambda q: q.outbound_count(Filter(search="TYPED"))) == 1


@pytest.mark.parametrize(
    "push_state", [PushState.SENDING, PushState.UNCERTAIN, PushState.PUSHED, PushState.CANCELLING]
)
def test_undo_is_refused_once_something_was_sent(
    desk: Desk, before: tuple[Any, ...], push_state: PushState
) -> None:
    batch = desk.write(imported)
    number = "SHOPEE-2411000003"

    def send(uow):
        uow.batches.complete(batch, {}, NOW)
        made = uow.outbounds.get(number)
        uow.outbounds.save_many([replace(made, push_state=push_state, first_sent_at=NOW)])

    desk.write(send)
    after = state(desk)
    with pytest.raises(RuleError) as caught:
        desk.write(lambda uow: uow.batches.undo(batch))
    assert (caught.value.code, caught.value.subject) == ("batch_sent", number)
    assert state(desk) == after


def test_undo_is_refused_where_jd_refused_what_was_sent(
    desk: Desk, before: tuple[Any, ...]
) -> None:
    batch = desk.write(imported)

    def refuse(uow):
        made = uow.outbounds.get("SHOPEE-2411000001")
        uow.outbounds.save_many([replace(made, push_state=PushState.REJECTED, first_sent_at=NOW)])

    desk.write(refuse)
    with pytest.raises(RuleError, match="batch_sent"):
        desk.write(lambda uow: uow.batches.undo(batch))


def test_undo_is_refused_where_a_later_import_went_on(desk: Desk, before: tuple[Any, ...]) -> None:
    first = desk.write(imported)

    def go_on(uow):
        second = begin(uow)
        order = uow.orders.get(Channel.SHOPEE, an_order(3).order_no)[0]
        uow.orders.save_many([replace(order, file_time=later(hours=1))], second)
        return second

    second = desk.write(go_on)
    with pytest.raises(RuleError) as caught:
        desk.write(lambda uow: uow.batches.undo(first))
    assert caught.value.code == "batch_changed_later"
    desk.write(lambda uow: [uow.batches.undo(batch) for batch in uow.batches.incomplete()])
    assert state(desk) == before
    assert second > first


def test_what_was_at_jd_before_keeps_jds_news(desk: Desk, account: int) -> None:
    def at_jd(uow):
        orders = uow.orders.save_many([an_order(1)])
        sent = an_outbound(orders[0], PushState.PUSHED, jd_no="ESL1", first_sent_at=NOW)
        uow.outbounds.save_many([sent])
        put_decision(uow, orders[0])
        batch = begin(uow)
        snapshot = replace(orders[0].snapshot, tracking_no="OTHER")
        uow.orders.save_many([replace(orders[0], snapshot=snapshot)], batch)
        made = uow.outbounds.get(sent.outbound_no)
        uow.outbounds.save_many([replace(made, tracking_no="OTHER")], batch)
        return batch, sent.outbound_no

    batch, number = desk.write(at_jd)

    def news(uow):
        made = uow.outbounds.get(number)
        uow.outbounds.save_many([replace(made, shipment_state=ShipmentState.PICKED, rank=5)])

    desk.write(news)
    assert desk.write(lambda uow: uow.batches.undo(batch)) == []
    found = desk.write(lambda uow: uow.outbounds.get(number))
    assert found is not None
    assert (found.shipment_state, found.rank) == (ShipmentState.PICKED, 5)
    assert found.tracking_no == "SPXID000001"


def test_what_the_batch_took_away_comes_back(desk: Desk, account: int) -> None:
    """A newer file joins two packages to one: the second outbound order goes, and its stock."""

    def packages(uow):
        orders = uow.orders.save_many([an_order(1)])
        parts = [an_outbound(orders[0], part=n, turn=1, reserved=True) for n in (1, 2)]
        for part in parts:
            reserve(uow, part)
        uow.outbounds.save_many(parts)
        put_decision(uow, orders[0])

    def join(uow):
        batch = begin(uow)
        (order,) = uow.orders.get(Channel.SHOPEE, an_order(1).order_no)
        second = uow.outbounds.get("SHOPEE-2411000001-P2")
        uow.orders.save_many([replace(order, file_time=NOW)], batch)
        reserve(uow, second, LedgerKind.RELEASED)
        uow.outbounds.delete_many([second.id], batch)
        return batch

    desk.write(packages)
    before = state(desk)
    batch = desk.write(join)
    assert state(desk) != before
    assert desk.write(lambda uow: uow.batches.undo(batch)) == []
    assert state(desk) == before
    back = desk.write(lambda uow: uow.outbounds.get("SHOPEE-2411000001-P2"))
    assert back is not None
    assert (back.turn, back.reserved) == (2, True)


def test_sending_without_a_first_time_counts_as_sent(desk: Desk, before: tuple[Any, ...]) -> None:
    batch = desk.write(imported)

    def send(uow):
        made = uow.outbounds.get("SHOPEE-2411000003")
        uow.outbounds.save_many([replace(made, push_state=PushState.SENDING)])

    desk.write(send)
    with pytest.raises(RuleError, match="batch_sent"):
        desk.write(lambda uow: uow.batches.undo(batch))
