"""Push by itself once nothing holds an order (R35), exactly once, whatever the answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from jdfulfil_desktop.domain.commands import RetryOutbound
from jdfulfil_desktop.domain.connection import ConnectionState
from jdfulfil_desktop.domain.errors import (
    AlreadyThere,
    AuthorizeAgain,
    GatewayError,
    Misconfigured,
    OutcomeUnknown,
    QuotaExceeded,
    Refused,
    RetryLater,
)
from jdfulfil_desktop.domain.order import OrderStatus
from jdfulfil_desktop.domain.outbound import PushState
from tests.unit.sync.desk import Desk


def test_what_may_go_goes_once(desk: Desk) -> None:
    numbers = desk.order("A1", "A2", "A3", "A4", "A5", "A6")
    report = desk.sync()
    desk.check_exactly_once(numbers)
    assert report.idle
    assert report.pushed == 6
    assert report.calls["create_outbound"] == 6
    assert report.calls["outbound_news"] == 1
    assert report.errors == ()


@pytest.mark.parametrize("times", [1, 4, 7])
def test_an_unreachable_gateway_is_tried_again(desk: Desk, times: int) -> None:
    numbers = desk.order("A1", "A2")
    desk.jd.fail("create_outbound", RetryLater("gateway_unreachable"), times=times)
    report = desk.sync()
    desk.check_exactly_once(numbers)
    assert report.idle
    assert report.retries >= 1
    assert ("gateway_unreachable", "pin-1", "") in report.errors
    assert all(count == 1 for count in desk.jd.sendings.values())


def test_a_retry_shows_its_reason_and_its_next_time(desk: Desk) -> None:
    [number] = desk.order("A1")
    desk.jd.fail("create_outbound", RetryLater("gateway_unreachable"), times=50)
    report = desk.sync(timeout_s=30)
    waiting = desk.outbound(number)
    assert not report.idle
    assert waiting.push_state is PushState.QUEUED
    assert waiting.last_error is not None
    assert waiting.last_error.code == "gateway_unreachable"
    assert waiting.next_attempt_at is not None
    assert waiting.next_attempt_at > desk.time.now()
    assert waiting.first_sent_at is None


def test_a_new_process_does_not_wait_for_the_old_one_s_next_try(desk: Desk) -> None:
    numbers = desk.order("A1")
    desk.jd.fail("create_outbound", RetryLater(), times=50)
    desk.sync(timeout_s=200)
    assert desk.outbound(numbers[0]).next_attempt_at is not None
    desk.jd.mend()
    desk.restart()
    report = desk.sync(timeout_s=20)
    assert report.idle
    desk.check_exactly_once(numbers)


def test_a_number_that_comes_while_the_gateway_is_away_goes_along(desk: Desk) -> None:
    [number] = desk.order("A1", tracking_no="OLD")
    desk.jd.fail("create_outbound", RetryLater(), times=50)
    desk.sync(timeout_s=10)
    desk.order("A1", tracking_no="NEW")
    desk.jd.mend()
    desk.sync()
    assert desk.jd.outbounds[number].request.tracking_no == "NEWA1"
    assert desk.outbound(number).sent_tracking_no == "NEWA1"


@pytest.mark.parametrize("done", [False, True])
@pytest.mark.parametrize(
    "error", [OutcomeUnknown("connection_lost"), AlreadyThere(jd_code="17"), GatewayError("odd")]
)
def test_an_unclear_answer_is_asked_about_first(
    desk: Desk, done: bool, error: GatewayError
) -> None:
    numbers = desk.order("A1", "A2", "A3")
    desk.jd.fail("create_outbound", error, done=done)
    report = desk.sync()
    desk.check_exactly_once(numbers)
    assert report.idle
    assert report.pushed == 3
    assert report.uncertain_resolved == 1
    assert sum(desk.jd.sendings.values()) == 3


def test_what_jd_does_not_have_is_sent_again_as_it_was_after_a_safe_delay(desk: Desk) -> None:
    [number] = desk.order("A1", tracking_no="FIRST")
    desk.jd.fail("create_outbound", OutcomeUnknown("connection_lost"))
    began = desk.time.now()
    desk.sync(timeout_s=2)
    assert desk.outbound(number).push_state is PushState.UNCERTAIN
    desk.order("A1", tracking_no="LATER")
    desk.sync()
    assert desk.jd.outbounds[number].request.tracking_no == "FIRSTA1"
    assert desk.outbound(number).sent_tracking_no == "FIRSTA1"
    assert desk.outbound(number).tracking_no == "LATERA1"
    assert desk.time.now() - began >= timedelta(seconds=10)


def test_what_is_in_doubt_for_a_long_time_is_asked_for_later_and_later(desk: Desk) -> None:
    [number] = desk.order("A1")
    desk.jd.fail("create_outbound", AlreadyThere(), times=3)
    desk.sync()
    assert desk.outbound(number).push_state is PushState.PUSHED
    assert desk.outbound(number).attempts == 4


def test_a_refusal_is_shown_with_jd_s_words_and_not_tried_again(desk: Desk) -> None:
    numbers = desk.order("A1", "A2")
    desk.jd.fail("create_outbound", Refused(en="no stock flow", zh="无库存"))
    report = desk.sync()
    refused = [desk.outbound(number) for number in numbers]
    [one] = [row for row in refused if row.push_state is PushState.REJECTED]
    assert report.idle
    assert one.last_error is not None
    assert one.last_error.code == "gateway_rejected"
    assert one.last_error.message == "no stock flow / 无库存"
    assert ("gateway_rejected", one.outbound_no, "no stock flow / 无库存") in report.errors
    assert not one.reserved
    assert desk.sync().calls.get("create_outbound", 0) == 0
    decision = desk.memory.tables.decisions[one.order_id or 0]
    assert "gateway_rejected" in [code for code, _, _ in decision.reasons]


def test_a_refused_order_goes_again_once_someone_mended_it(desk: Desk) -> None:
    numbers = desk.order("A1", tracking_no="OLD")
    desk.jd.fail("create_outbound", Refused(en="bad waybill"))
    desk.sync()
    desk.order("A1", tracking_no="NEW")
    desk.command(RetryOutbound(tuple(numbers)))
    desk.sync()
    desk.check_exactly_once(numbers)
    assert desk.jd.outbounds[numbers[0]].request.tracking_no == "NEWA1"


@pytest.mark.parametrize(
    ("error", "state"),
    [
        (AuthorizeAgain(), ConnectionState.REAUTHORIZE),
        (Misconfigured(jd_code="12", en="Invalid Signature"), ConnectionState.WRONG),
    ],
)
def test_an_account_that_cannot_go_on_keeps_its_queue(
    desk: Desk, error: GatewayError, state: ConnectionState
) -> None:
    numbers = desk.order(*(f"A{n}" for n in range(10)))
    desk.jd.fail("create_outbound", error, times=100)
    report = desk.sync()
    assert report.idle
    assert desk.connection().state is state
    assert desk.connection().state_code == error.code
    assert set(desk.states().values()) == {"queued"}
    assert desk.jd.outbounds == {}
    assert report.calls["create_outbound"] <= 4
    desk.jd.mend()
    desk.change_connection(state=ConnectionState.OK)
    desk.sync()
    desk.check_exactly_once(numbers)


def test_a_used_up_quota_pauses_the_account_and_is_probed(desk: Desk) -> None:
    numbers = desk.order(*(f"A{n}" for n in range(9)))
    desk.jd.fail("create_outbound", QuotaExceeded(en="App Call Limited"), times=6)
    report = desk.sync(timeout_s=1)
    assert not report.idle
    assert desk.connection().state is ConnectionState.PAUSED
    assert desk.connection().state_code == "quota_exceeded"
    assert set(desk.states().values()) == {"queued"}
    assert sum(desk.jd.sendings.values()) == 0
    report = desk.sync()
    desk.check_exactly_once(numbers)
    assert report.idle
    assert desk.connection().state is ConnectionState.OK


def test_two_hundred_unknown_numbers_are_asked_for_in_hundreds(desk: Desk) -> None:
    numbers = desk.order(*(f"A{n:03d}" for n in range(150)))
    report = desk.sync()
    desk.check_exactly_once(numbers)
    assert report.calls["outbound_news"] == 2


def test_an_order_that_closed_meanwhile_leaves_the_queue(desk: Desk) -> None:
    [number] = desk.order("A1")
    desk.jd.fail("create_outbound", RetryLater(), times=50)
    desk.sync(timeout_s=10)
    desk.order("A1", status=OrderStatus.CANCELLED)
    desk.jd.mend()
    assert desk.sync().idle
    assert desk.jd.outbounds == {}
    assert desk.outbound(number).push_state is PushState.HELD


def test_an_order_that_closes_while_it_is_being_sent_is_not_queued_again(desk: Desk) -> None:
    [number] = desk.order("A1")
    desk.jd.fail("create_outbound", RetryLater(), seconds=5)

    async def close_it() -> None:
        await desk.time.sleep(2)
        assert desk.outbound(number).push_state is PushState.SENDING
        desk.order("A1", status=OrderStatus.CANCELLED)

    desk.beside = close_it
    assert desk.sync().idle
    assert desk.jd.outbounds == {}
    assert desk.outbound(number).push_state is PushState.HELD


def test_where_jd_will_not_tell_what_it_has_its_refusal_of_doubles_still_holds(
    desk: Desk,
) -> None:
    numbers = desk.order("A1", "A2")
    desk.sync()
    other = Desk()
    other.jd.outbounds = desk.jd.outbounds
    other.set_up()
    numbers += other.order("A1", "A2", "A3")[2:]
    other.jd.fail("outbound_news", Refused("method_not_offered"))
    assert other.sync().idle
    other.check_exactly_once(numbers)


def test_what_jd_will_not_speak_of_stays_in_doubt(desk: Desk) -> None:
    [number] = desk.order("A1")
    desk.jd.fail("outbound_news", None)
    desk.jd.fail("outbound_news", Refused("method_not_offered"), times=100)
    desk.jd.fail("create_outbound", OutcomeUnknown("http_500"))
    report = desk.sync(timeout_s=100)
    assert not report.idle
    assert desk.outbound(number).push_state is PushState.UNCERTAIN
    assert report.calls["outbound_news"] < 12
    desk.jd.mend()
    assert desk.sync().idle
    desk.check_exactly_once([number])


def test_an_unexpected_kind_of_failure_is_tried_later(desk: Desk) -> None:
    numbers = desk.order("A1")
    desk.jd.fail("shippers", OutcomeUnknown("odd"))
    desk.jd.fail("outbound_news", GatewayError("odd"))
    assert desk.sync().idle
    desk.check_exactly_once(numbers)


def test_an_order_that_is_gone_does_not_stop_the_others(desk: Desk) -> None:
    lost, kept = desk.order("A1", "A2")
    del desk.memory.tables.orders[desk.outbound(lost).order_id or 0]
    desk.sync(timeout_s=20)
    assert sorted(desk.jd.outbounds) == [kept]
    waiting = desk.outbound(lost)
    assert waiting.last_error is not None
    assert waiting.last_error.code == "order_missing"


def test_a_backup_of_a_moment_of_doubt_is_asked_about_as_well(desk: Desk) -> None:
    """What was in doubt when the backup was made, and sent since, is no longer lacking at JD."""
    [number] = desk.order("A1")
    desk.sync()
    row = desk.outbound(number)
    before = replace(row, push_state=PushState.QUEUED, jd_no="", jd_status=None, rank=0)
    desk.do(lambda uow: uow.outbounds.save_many([before]))
    desk.restart()
    report = desk.sync()
    assert report.idle
    assert desk.jd.sendings[number] == 1
    desk.check_exactly_once([number])
