from __future__ import annotations

from dataclasses import replace
from typing import Any

from jdfulfil_desktop.application.queries import Filter
from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.domain.outbound import Item, PushState, ShipmentState
from jdfulfil_desktop.domain.stock import LedgerKind
from tests.integration.db.importing import begin, imported, put_decision, reserve, state
from tests.integration.db.making import NOW, Desk, an_order, an_outbound, put


def test_undo_puts_everything_back(desk: Desk, before: tuple[Any, ...]) -> None:
    batch = desk.write(imported)
    assert state(desk) != before
    gone = desk.write(lambda uow: uow.batches.undo(batch))
    assert gone == ["SHOPEE-2411000003"]
    assert state(desk) == before
    assert desk.write(lambda uow: uow.batches.incomplete()) == []
    assert desk.write(lambda uow: uow.batches.get(batch)) is None
    assert desk.write(lambda uow: uow.batches.undo(batch)) == []


def test_undo_goes_in_steps_and_nothing_of_it_is_claimed_meanwhile(
    desk: Desk, account: int, before: tuple[Any, ...]
) -> None:
    batch = desk.write(imported)
    desk.write(lambda uow: uow.batches.complete(batch, {}, NOW))
    gone: list[str] = []
    left = [desk.write(lambda uow: uow.batches.left(batch))]
    while left[-1]:
        gone += desk.write(lambda uow: uow.batches.undo(batch, 1, "Ani"))
        left.append(desk.write(lambda uow: uow.batches.left(batch)))
        under_way = desk.write(lambda uow: uow.batches.undoing())
        assert under_way == ([batch] if left[-1] else [])
        if left[-1] > 1:
            # Of what the batch touched nothing goes before it is put back whole.
            assert desk.write(lambda uow: uow.outbounds.claimable(account, NOW, 9)) == []
            assert desk.write(lambda uow: uow.batches.incomplete()) == [batch]
    assert (gone, left) == (["SHOPEE-2411000003"], [4, 3, 2, 1, 0])
    assert state(desk) == before
    [row] = desk.read(lambda q: q.imports())
    assert (row.batch_id, row.state, row.undone_by) == (batch, "undone", "Ani")


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
