from __future__ import annotations

from dataclasses import replace

import pytest

from jdfulfil_desktop.application.handlers.push_answers import sent
from jdfulfil_desktop.application.ports import CancelAnswer
from jdfulfil_desktop.application.remote.cancelling import cancel_outbound
from jdfulfil_desktop.domain.errors import AlreadyThere, OutcomeUnknown, Refused, RetryLater
from jdfulfil_desktop.domain.outbound import PushState
from tests.unit.sync.desk import Desk
from tests.unit.sync.virtual import run_virtually


@pytest.fixture
def pushed(desk: Desk) -> Desk:
    """One order at JD, nothing else."""
    desk.order("A1")
    desk.sync()
    return desk


def cancelling(desk: Desk) -> None:
    """Leave the order as a cancel whose answer got lost before JD saw it."""
    desk.jd.fail("cancel_outbound", OutcomeUnknown("connection_lost"))
    run_virtually(desk.time, lambda: cancel_outbound(desk.office, "SHOPEE-A1"))
    assert desk.outbound("SHOPEE-A1").push_state is PushState.CANCELLING


def alerts(desk: Desk) -> list[str]:
    return [alert.code for alert in desk.memory.tables.alerts.values()]


def test_a_cancel_that_jd_never_saw_is_sent_again(pushed: Desk) -> None:
    cancelling(pushed)
    report = pushed.sync()
    assert report.idle
    assert report.calls["cancel_outbound"] == 1
    assert pushed.jd.outbounds["SHOPEE-A1"].status == 10028
    assert pushed.outbound("SHOPEE-A1").push_state is PushState.CANCELLED


def test_a_cancel_that_jd_did_is_only_read(pushed: Desk) -> None:
    cancelling(pushed)
    pushed.jd.move("SHOPEE-A1", 10028)
    report = pushed.sync()
    assert report.idle
    assert "cancel_outbound" not in report.calls
    assert pushed.outbound("SHOPEE-A1").push_state is PushState.CANCELLED


def test_a_cancel_that_jd_works_on_is_asked_for_until_it_ends(pushed: Desk) -> None:
    cancelling(pushed)
    pushed.jd.move("SHOPEE-A1", 10027)
    report = pushed.sync(timeout_s=120)
    assert not report.idle
    assert "cancel_outbound" not in report.calls
    assert 4 <= report.calls["outbound_news"] <= 10
    pushed.jd.move("SHOPEE-A1", 10029)
    assert pushed.sync().idle
    assert pushed.outbound("SHOPEE-A1").push_state is PushState.PUSHED
    assert "cancel_refused" in alerts(pushed)


def test_a_cancel_after_picking_is_refused_by_the_status(pushed: Desk) -> None:
    cancelling(pushed)
    pushed.jd.move("SHOPEE-A1", 10016)
    report = pushed.sync()
    assert report.idle
    assert "cancel_outbound" not in report.calls
    assert pushed.outbound("SHOPEE-A1").push_state is PushState.PUSHED
    assert pushed.outbound("SHOPEE-A1").shipment_state == "picked"
    assert "cancel_refused" in alerts(pushed)


@pytest.mark.parametrize("words", ["being picked"])
def test_jd_s_answer_decides_about_a_cancel(pushed: Desk, words: str) -> None:
    cancelling(pushed)
    pushed.jd.cancel_answers.append((CancelAnswer.REFUSED, words))
    assert pushed.sync().idle
    assert pushed.outbound("SHOPEE-A1").push_state is PushState.PUSHED
    assert "cancel_refused" in alerts(pushed)


def test_a_refusal_by_error_decides_as_well(pushed: Desk) -> None:
    cancelling(pushed)
    pushed.jd.fail("cancel_outbound", Refused(jd_code="70", en="order is being shipped"))
    assert pushed.sync().idle
    assert pushed.outbound("SHOPEE-A1").push_state is PushState.PUSHED


@pytest.mark.parametrize("error", [OutcomeUnknown("http_500"), AlreadyThere()])
def test_an_unclear_answer_to_a_cancel_is_asked_about(pushed: Desk, error: OutcomeUnknown) -> None:
    cancelling(pushed)
    pushed.jd.fail("cancel_outbound", error, times=2)
    report = pushed.sync()
    assert report.idle
    assert report.calls["cancel_outbound"] == 3
    assert pushed.outbound("SHOPEE-A1").push_state is PushState.CANCELLED


def test_an_open_answer_is_followed(pushed: Desk) -> None:
    cancelling(pushed)
    pushed.jd.cancel_answers.append((CancelAnswer.OPEN, ""))
    assert pushed.sync().idle
    assert pushed.outbound("SHOPEE-A1").push_state is PushState.CANCELLED


def test_a_cancel_of_what_jd_never_had_ends_here(desk: Desk) -> None:
    [number] = desk.order("A1")
    desk.jd.fail("create_outbound", OutcomeUnknown())
    desk.sync(timeout_s=0.5)
    row = desk.outbound(number)
    changed = replace(row, push_state=PushState.CANCELLING, next_attempt_at=None)
    desk.do(lambda uow: uow.outbounds.save_many([changed]))
    assert desk.sync().idle
    assert desk.jd.outbounds == {}
    assert desk.outbound(number).push_state is PushState.CANCELLED


def test_a_document_that_jd_lost_is_shown_and_never_sent_again(pushed: Desk) -> None:
    row = pushed.outbound("SHOPEE-A1")
    changed = replace(row, push_state=PushState.UNCERTAIN)
    pushed.do(lambda uow: uow.outbounds.save_many([changed]))
    pushed.jd.outbounds.clear()
    report = pushed.sync(timeout_s=60)
    assert not report.idle
    assert pushed.jd.outbounds == {}
    assert alerts(pushed).count("jd_lost_document") >= 1


def test_questions_that_fail_are_asked_again(desk: Desk) -> None:
    numbers = desk.order("A1")
    desk.jd.fail("create_outbound", OutcomeUnknown(), done=True)
    desk.jd.fail("outbound_news", None)
    desk.jd.fail("outbound_news", RetryLater("http_502"), times=3)
    report = desk.sync()
    desk.check_exactly_once(numbers)
    assert report.retries == 3


def test_another_number_for_the_same_order_is_an_anomaly(pushed: Desk) -> None:
    pushed.do(lambda uow: sent("SHOPEE-A1", "ESL9999", uow, pushed.office.env))
    pushed.do(lambda uow: sent("SHOPEE-NO", "ESL9998", uow, pushed.office.env))
    assert alerts(pushed).count("foreign_document") == 2
    assert pushed.outbound("SHOPEE-A1").jd_no == "ESL0001"
