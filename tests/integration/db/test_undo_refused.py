from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.domain.outbound import Item, PushState
from tests.integration.db.importing import begin, imported, state
from tests.integration.db.making import NOW, Desk, an_order, an_outbound, later


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


def test_sending_without_a_first_time_counts_as_sent(desk: Desk, before: tuple[Any, ...]) -> None:
    batch = desk.write(imported)

    def send(uow):
        made = uow.outbounds.get("SHOPEE-2411000003")
        uow.outbounds.save_many([replace(made, push_state=PushState.SENDING)])

    desk.write(send)
    with pytest.raises(RuleError, match="batch_sent"):
        desk.write(lambda uow: uow.batches.undo(batch))


@pytest.mark.parametrize("sent_again", [False, True])
def test_what_jd_refused_before_is_put_back_unless_sent_again(
    desk: Desk, account: int, sent_again: bool
) -> None:
    def refused(uow):
        orders = uow.orders.save_many([an_order(1)])
        made = an_outbound(orders[0], PushState.REJECTED, first_sent_at=NOW, attempts=1)
        uow.outbounds.save_many([made])
        batch = begin(uow)
        uow.orders.save_many([replace(orders[0], file_time=NOW)], batch)
        made = uow.outbounds.get(made.outbound_no)
        return batch, uow.outbounds.save_many([replace(made, items=(Item(Sku("B"), 9),))], batch)

    batch, (changed,) = desk.write(refused)
    if sent_again:
        again = replace(changed, attempts=2)
        desk.write(lambda uow: uow.outbounds.save_many([again]))
        with pytest.raises(RuleError, match="batch_sent"):
            desk.write(lambda uow: uow.batches.undo(batch))
        return
    desk.write(lambda uow: uow.batches.undo(batch))
    back = desk.write(lambda uow: uow.outbounds.get(changed.outbound_no))
    assert back is not None
    assert (back.items, back.push_state) == ((Item(Sku("A"), 2, "Kaos"),), PushState.REJECTED)
