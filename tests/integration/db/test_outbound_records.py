from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, datetime

import pytest

from jdfulfil_desktop.adapters.db.rows.outbound import stamped
from jdfulfil_desktop.domain.errors import Conflict
from jdfulfil_desktop.domain.ids import Sku, WarehouseNo
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.domain.outbound import Failure, Item, Outbound, PushState, ShipmentState
from tests.integration.db.making import (
    GO,
    NOW,
    Desk,
    a_connection,
    a_warehouse,
    an_order,
    an_outbound,
    held,
    later,
    put,
)


def full(uow) -> Outbound:
    order = uow.orders.save_many([an_order(1)])[0]
    return an_outbound(
        order,
        PushState.PUSHED,
        shipment_state=ShipmentState.PICKED,
        items=(Item(Sku("B"), 1, "Topi"), Item(Sku("A"), 2)),
        package="P1",
        sent_tracking_no="SENT",
        jd_no="ESL1",
        jd_status=10016,
        jd_words="拣货完成",
        rank=5,
        ours_carried=False,
        attempts=3,
        next_attempt_at=later(minutes=1),
        last_error=Failure("outcome_unknown", "words"),
        first_sent_at=NOW,
        status_at=later(minutes=2),
        shipped_at=later(minutes=3),
        completed_at=later(minutes=4),
        turn=2,
        reserved=True,
        booked=True,
        limit_day="2026-11-24",
        split_by_hand=True,
        jd_waybill="JDX1,JDX2",
    )


def test_an_outbound_order_comes_back_as_it_was_kept(desk: Desk, account: int) -> None:
    def work(uow):
        made = full(uow)
        return made, uow.outbounds.save_many([made])[0]

    made, stored = desk.write(work)
    assert stored == replace(made, id=stored.id, version=1)
    found = desk.write(
        lambda uow: (
            uow.outbounds.get(made.outbound_no),
            uow.outbounds.by_numbers([made.outbound_no, "NONE"]),
            uow.outbounds.by_jd_nos(["ESL1", ""]),
            uow.outbounds.of_orders([made.order_id, 99]),
        )
    )
    assert found == (
        stored,
        {made.outbound_no: stored},
        {"ESL1": stored},
        {made.order_id: [stored]},
    )


def test_stamping_touches_id_and_version_alone(desk: Desk, account: int) -> None:
    assert [field.name for field in fields(Outbound)][-2:] == ["id", "version"]
    made = desk.write(full)
    assert stamped(made, 5, 6) == replace(made, id=5, version=6)


def test_changes_count_versions_and_replace_items(desk: Desk, account: int) -> None:
    stored = desk.write(lambda uow: uow.outbounds.save_many([full(uow)]))[0]
    changed = replace(stored, items=(Item(Sku("C"), 9),), last_error=None, next_attempt_at=None)
    again = desk.write(lambda uow: uow.outbounds.save_many([changed]))[0]
    assert again == replace(changed, version=2)
    assert desk.write(lambda uow: uow.outbounds.get(stored.outbound_no)) == again


def test_a_stale_version_is_a_conflict_and_keeps_nothing(desk: Desk, account: int) -> None:
    _, (one, two) = desk.write(lambda uow: put(uow, [an_order(1), an_order(2)]))
    desk.write(lambda uow: uow.outbounds.save_many([replace(two, attempts=1)]))
    stale = [replace(one, attempts=7), replace(two, attempts=7)]
    with pytest.raises(Conflict):
        desk.write(lambda uow: uow.outbounds.save_many(stale))
    with pytest.raises(Conflict) as caught:
        desk.write(lambda uow: uow.outbounds.save_many([stale[1]]))
    assert caught.value.subject == two.outbound_no
    found = desk.write(lambda uow: uow.outbounds.by_numbers([one.outbound_no, two.outbound_no]))
    assert [x.attempts for x in found.values()] == [0, 1]


def test_new_and_known_ones_come_back_in_the_order_given(desk: Desk, account: int) -> None:
    orders, (known,) = desk.write(lambda uow: put(uow, [an_order(1)]))
    fresh = an_outbound(orders[0], part=2)
    saved = desk.write(lambda uow: uow.outbounds.save_many([fresh, known]))
    assert [x.outbound_no for x in saved] == [fresh.outbound_no, known.outbound_no]
    assert [x.version for x in saved] == [1, 2]


def test_the_newest_attempt_of_each_part_counts(desk: Desk, account: int) -> None:
    def work(uow):
        order = uow.orders.save_many([an_order(1)])[0]
        uow.outbounds.save_many(
            [
                an_outbound(order, part=2),
                an_outbound(order, PushState.CANCELLED, part=1, attempt=1),
                an_outbound(order, part=1, attempt=2),
            ]
        )
        return [(x.part, x.attempt) for x in uow.outbounds.of_orders([order.id])[order.id]]

    assert desk.write(work) == [(1, 2), (2, 1)]


def test_deleting_takes_items_and_request(desk: Desk, account: int) -> None:
    orders, (made,) = desk.write(lambda uow: put(uow, [an_order(1)]))
    desk.write(lambda uow: uow.outbounds.freeze_request(made.outbound_no, "{}"))
    desk.write(lambda uow: uow.outbounds.delete_many([made.id]))
    assert desk.write(lambda uow: uow.outbounds.get(made.outbound_no)) is None
    assert desk.write(lambda uow: uow.outbounds.request(made.outbound_no)) is None
    anew = desk.write(lambda uow: uow.outbounds.save_many([an_outbound(orders[0])]))[0]
    assert desk.write(lambda uow: uow.outbounds.get(made.outbound_no)) == anew
    desk.write(lambda uow: uow.outbounds.delete_many([]))


def test_requests_are_frozen_and_let_go(desk: Desk) -> None:
    def work(uow):
        uow.outbounds.freeze_request("N", '{"a":1}')
        uow.outbounds.freeze_request("N", '{"a": 2}')
        frozen = uow.outbounds.request("N")
        uow.outbounds.freeze_request("N", None)
        return frozen, uow.outbounds.request("N")

    assert desk.write(work) == ('{"a": 2}', None)


def queue(desk: Desk, account: int) -> dict[str, Outbound]:
    """Keep orders of two warehouses and two accounts, in several states and at several times."""

    def work(uow):
        other = uow.connections.save(a_connection("pin-2", departments=()))
        uow.warehouses.save(a_warehouse("W2", account))
        uow.warehouses.save(a_warehouse("W9", other.id, "pin-2"))
        orders = uow.orders.save_many([an_order(n) for n in range(10)])
        cases = {
            "first": {},
            "second_house": {"warehouse_no": WarehouseNo("W2")},
            "later": {"next_attempt_at": later(minutes=5)},
            "due": {"next_attempt_at": later(minutes=-5), "attempts": 1},
            "others": {"warehouse_no": WarehouseNo("W9")},
            "uncertain": {"push_state": PushState.UNCERTAIN, "next_attempt_at": NOW},
            "cancelling": {"push_state": PushState.CANCELLING, "next_attempt_at": later(hours=1)},
            "at_jd": {"push_state": PushState.PUSHED},
            "done": {"push_state": PushState.PUSHED, "shipment_state": ShipmentState.COMPLETED},
            "sending": {"push_state": PushState.SENDING},
        }
        made = [an_outbound(o, **c) for o, c in zip(orders, cases.values(), strict=True)]
        saved = uow.outbounds.save_many(made)
        uow.orders.save_decision({o.id: GO for o in orders})
        return dict(zip(cases, saved, strict=True))

    return desk.write(work)


def test_what_the_sync_asks_for(desk: Desk, account: int) -> None:
    made = queue(desk, account)
    names = {x.outbound_no: name for name, x in made.items()}

    def named(found: list[Outbound]) -> list[str]:
        return [names[x.outbound_no] for x in found]

    found = desk.write(
        lambda uow: {
            "claimable": named(uow.outbounds.claimable(account, NOW, 99)),
            "two": named(uow.outbounds.claimable(account, NOW, 2)),
            "in an hour": named(uow.outbounds.claimable(account, later(hours=1), 99)),
            "uncertain": named(uow.outbounds.uncertain(account, NOW, 99)),
            "at jd": named(uow.outbounds.open_at_jd(account)),
            "sending": named(uow.outbounds.sending()),
            "nobody": named(uow.outbounds.claimable(77, NOW, 99)),
        }
    )
    assert found == {
        "claimable": ["first", "second_house", "due"],
        "two": ["first", "second_house"],
        "in an hour": ["first", "second_house", "later", "due"],
        "uncertain": ["uncertain"],
        "at jd": ["cancelling", "at_jd"],
        "sending": ["sending"],
        "nobody": [],
    }


def test_next_due(desk: Desk, account: int) -> None:
    assert desk.write(lambda uow: uow.outbounds.next_due(account)) is None
    made = queue(desk, account)
    long_ago = datetime(1970, 1, 1, tzinfo=UTC)
    assert desk.write(lambda uow: uow.outbounds.next_due(account)) == long_ago
    waiting = [
        replace(made[name], next_attempt_at=later(hours=2)) for name in ("first", "second_house")
    ]
    desk.write(lambda uow: uow.outbounds.save_many(waiting))
    assert desk.write(lambda uow: uow.outbounds.next_due(account)) == later(minutes=-5)


def test_nothing_of_an_open_batch_is_claimed(desk: Desk, account: int) -> None:
    def begin(uow):
        _, (held_before,) = put(
            uow, [an_order(1)], PushState.HELD, held("awaiting_tracking_number")
        )
        batch = uow.batches.begin("f", Channel.SHOPEE, "Toko", NOW, NOW, "me")
        _, (new,) = put(uow, [an_order(2)], batch_id=batch)
        touched = replace(held_before, push_state=PushState.QUEUED)
        (released,) = uow.outbounds.save_many([touched], batch)
        return batch, released.outbound_no, new.outbound_no

    batch, released, new = desk.write(begin)
    assert desk.write(lambda uow: uow.outbounds.claimable(account, NOW, 9)) == []
    assert desk.write(lambda uow: uow.outbounds.next_due(account)) is None
    desk.write(lambda uow: uow.batches.complete(batch, {"new": 1}, NOW))
    found = desk.write(lambda uow: uow.outbounds.claimable(account, NOW, 9))
    assert [x.outbound_no for x in found] == [released, new]
