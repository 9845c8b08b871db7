"""Cancelling by hand: JD's answer decides, and the wish outlives whatever breaks (R44)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jdfulfil_desktop.application.ports import CancelAnswer
from jdfulfil_desktop.application.results import CancelReport
from jdfulfil_desktop.domain.errors import (
    AuthorizeAgain,
    FulfilError,
    OutcomeUnknown,
    QuotaExceeded,
    Refused,
    RetryLater,
    RuleError,
)
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.domain.outbound import PushState
from tests.unit.remote.counter import Counter
from tests.unit.remote.orders import cancel, made, on_hold, pushed, result
from tests.unit.sync.virtual import Died


def test_before_picking_jd_s_answer_decides(shop: Counter) -> None:
    [number] = pushed(shop, "1")
    assert result(cancel(shop, number)) == ("cancelled", "")
    after = shop.outbound(number)
    assert (after.push_state, after.shipment_state) == ("cancelled", "cancelled")
    assert on_hold(shop)
    row = shop.do(lambda uow: uow.ledger.rows(["W1"], ["KOPI"]))["W1", "KOPI"]
    assert row.reserved == 0
    assert result(cancel(shop, number)) == ("cancelled", "")
    assert made(shop, "cancel_outbound") == 1
    assert shop.sync().idle
    assert list(shop.jd.outbounds) == [number]


def test_after_picking_it_is_refused_without_asking(shop: Counter) -> None:
    [number] = pushed(shop, "1")
    shop.jd.move(number, 10016)
    assert result(cancel(shop, number)) == ("refused", "picked_already")
    assert made(shop, "cancel_outbound") == 0
    assert not on_hold(shop)
    asked = made(shop, "outbound_news")
    assert result(cancel(shop, number)) == ("refused", "picked_already")
    assert made(shop, "outbound_news") == asked


def test_what_jd_cancelled_meanwhile_is_cancelled(shop: Counter) -> None:
    [number] = pushed(shop, "1")
    shop.jd.move(number, 10028)
    assert result(cancel(shop, number)) == ("cancelled", "")
    assert made(shop, "cancel_outbound") == 0


@pytest.mark.parametrize("asked_before", [False, True])
def test_jd_s_refusal_lets_the_order_go_on(shop: Counter, asked_before: bool) -> None:
    [number] = pushed(shop, "1")
    if asked_before:
        shop.jd.cancel_answers.append((CancelAnswer.OPEN, ""))
        assert result(cancel(shop, number)) == ("cancelling", "")
        assert on_hold(shop)
    shop.jd.cancel_answers.append((CancelAnswer.REFUSED, "being packed"))
    report = cancel(shop, number)
    assert (report.result, report.code, report.message) == (
        "refused",
        "gateway_rejected",
        "being packed",
    )
    assert shop.outbound(number).push_state == "pushed"
    assert not on_hold(shop)


def test_a_refusal_releases_no_other_part_that_is_held(shop: Counter) -> None:
    [number] = pushed(shop, "1")
    [order] = shop.do(lambda uow: uow.orders.get(Channel.SHOPEE, "1"))
    shop.do(lambda uow: uow.orders.save_many([replace(order, on_hold=True)]))
    shop.jd.cancel_answers.append((CancelAnswer.REFUSED, "being packed"))
    assert result(cancel(shop, number)) == ("refused", "gateway_rejected")
    assert on_hold(shop)


def test_a_refusal_of_the_gateway_counts_as_one(shop: Counter) -> None:
    [number] = pushed(shop, "1")
    shop.jd.fail("cancel_outbound", Refused(zh="不允许"))
    assert cancel(shop, number) == CancelReport(number, "refused", "gateway_rejected", "不允许")


def test_an_open_answer_is_followed(shop: Counter) -> None:
    [number] = pushed(shop, "1")
    shop.jd.cancel_answers.append((CancelAnswer.OPEN, ""))
    assert result(cancel(shop, number)) == ("cancelling", "")
    shop.jd.move(number, 10027)

    async def later() -> None:
        await shop.time.sleep(90)
        shop.jd.move(number, 10028)

    shop.beside = later
    assert shop.sync().idle
    assert shop.outbound(number).push_state == "cancelled"


@pytest.mark.parametrize("failure", [OutcomeUnknown("http_500"), RetryLater(), QuotaExceeded()])
@pytest.mark.parametrize("done", [False, True])
def test_a_cancel_without_an_answer_is_finished_by_the_sync(
    shop: Counter, failure: FulfilError, done: bool
) -> None:
    [number] = pushed(shop, "1")
    shop.jd.fail("cancel_outbound", failure, times=9, done=done)
    assert result(cancel(shop, number)) == ("cancelling", "")
    assert shop.outbound(number).push_state == "cancelling"
    shop.jd.mend()
    assert shop.sync().idle
    assert shop.outbound(number).push_state == "cancelled"
    assert list(shop.jd.outbounds) == [number]


def test_an_account_that_is_refused_keeps_the_wish(shop: Counter) -> None:
    [number] = pushed(shop, "1")
    shop.jd.fail("cancel_outbound", AuthorizeAgain())
    with pytest.raises(AuthorizeAgain):
        cancel(shop, number)
    assert shop.connection().state == "reauthorize"
    assert shop.outbound(number).push_state == "cancelling"
    shop.connect()
    assert shop.sync().idle
    assert shop.outbound(number).push_state == "cancelled"


def test_without_jd_s_newest_word_nothing_is_wished(shop: Counter) -> None:
    [number] = pushed(shop, "1")
    shop.jd.fail("outbound_news", RetryLater(), times=9)
    with pytest.raises(RetryLater):
        cancel(shop, number)
    assert shop.outbound(number).push_state == "pushed"
    assert not on_hold(shop)


@pytest.mark.parametrize("tracking_no", ["JT1", ""])
def test_what_jd_never_saw_is_held_here(shop: Counter, tracking_no: str) -> None:
    [number] = shop.order("1", tracking_no=tracking_no)
    assert result(cancel(shop, number)) == ("cancelled", "")
    assert shop.outbound(number).push_state is PushState.HELD
    assert on_hold(shop)
    assert shop.sync().idle
    assert shop.jd.outbounds == {}


@pytest.mark.parametrize("at_jd", [False, True])
def test_what_is_in_doubt_is_asked_for_first(shop: Counter, at_jd: bool) -> None:
    [number] = shop.order("1")
    shop.jd.fail("create_outbound", OutcomeUnknown("http_500"), done=at_jd)
    shop.jd.fail("outbound_news", None)
    shop.jd.fail("outbound_news", RetryLater(), times=999)
    shop.sync(timeout_s=30)
    assert shop.outbound(number).push_state == "uncertain"
    shop.jd.mend()
    assert result(cancel(shop, number)) == ("cancelled", "")
    expected = PushState.CANCELLED if at_jd else PushState.HELD
    assert shop.outbound(number).push_state is expected
    assert shop.sync().idle
    assert list(shop.jd.outbounds) == ([number] if at_jd else [])


def test_a_sending_that_may_still_run_is_not_called_cancelled(shop: Counter) -> None:
    [number] = shop.order("1")
    row = replace(shop.outbound(number), push_state=PushState.SENDING)
    shop.do(lambda uow: uow.outbounds.save_many([row]))
    assert result(cancel(shop, number)) == ("refused", "outcome_unknown")
    with pytest.raises(RuleError):
        cancel(shop, "SHOPEE-0")


def test_a_death_between_wish_and_answer_is_finished_by_the_sync(shop: Counter) -> None:
    [number] = pushed(shop, "1")
    steps = shop.count_steps()
    cancel(shop, number)
    wish = steps.index("cancel_outbound:before")
    for place in range(1, len(steps) + 1):
        fresh = Counter()
        fresh.set_up()
        [number] = pushed(fresh, "1")
        fresh.die_at(place)
        with pytest.raises(Died):
            cancel(fresh, number)
        fresh.restart()
        assert fresh.sync().idle
        state = fresh.outbound(number).push_state
        if place > wish:
            assert state is PushState.CANCELLED, place
        assert state in (PushState.PUSHED, PushState.CANCELLED), place
        at_jd = fresh.jd.outbounds[number].status
        assert (at_jd == 10028) is (state is PushState.CANCELLED), place
        assert list(fresh.jd.outbounds) == [number]
