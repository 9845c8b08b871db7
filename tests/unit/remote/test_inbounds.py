"""Sending inbound lists: once each, whatever breaks; receipts count once (R27-R30)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jdfulfil_desktop.application.remote.products import push_products
from jdfulfil_desktop.domain import commands as c
from jdfulfil_desktop.domain.errors import (
    AlreadyThere,
    AuthorizeAgain,
    FulfilError,
    OutcomeUnknown,
    QuotaExceeded,
    Refused,
    RetryLater,
    RuleError,
)
from jdfulfil_desktop.domain.inbound import InboundPushState
from tests.unit.remote.counter import Counter
from tests.unit.remote.lists import GONE, draw_up, kept, submit
from tests.unit.sync.virtual import Died


def test_a_list_is_sent_with_jd_s_numbers(drawn: tuple[Counter, str]) -> None:
    counter, number = drawn
    sent = submit(counter, number)
    assert (sent.push_state, sent.jd_no) == ("pushed", "EPL0001")
    request = counter.jd.inbounds[number].request
    assert request.lines == (("EMG-KOPI", 20),)
    assert (request.department_no, request.warehouse_no, request.note) == ("EBU1", "W1", "Senin")
    assert request.supplier_no == "EMS1"
    assert ("planned", 20) in counter.ledger("KOPI")
    with pytest.raises(RuleError) as refused:
        submit(counter, number)
    assert (refused.value.code, refused.value.data["jd_no"]) == ("inbound_sent", "EPL0001")
    with pytest.raises(RuleError) as unknown:
        submit(counter, "IN-0")
    assert unknown.value.code == "inbound_not_found"


def test_the_supplier_is_asked_for_once(drawn: tuple[Counter, str]) -> None:
    counter, number = drawn
    counter.jd.suppliers = ["EMS7", "EMS8"]
    submit(counter, number)
    assert counter.jd.inbounds[number].request.supplier_no == "EMS7"
    assert counter.connection().departments[0].supplier_no == "EMS7"
    again = str(counter.command(c.CreateInbound("W1", (("KOPI", 1),))))
    counter.jd.suppliers = []
    submit(counter, again)
    assert counter.jd.suppliers == []
    assert counter.jd.inbounds[again].request.supplier_no == "EMS7"


@pytest.mark.parametrize("done", [False, True])
def test_a_supplier_in_doubt_leaves_no_list_in_doubt(
    drawn: tuple[Counter, str], done: bool
) -> None:
    counter, number = drawn
    counter.jd.fail("create_supplier", GONE, done=done)
    if done:
        assert submit(counter, number).push_state == "pushed"
    else:
        with pytest.raises(RetryLater):
            submit(counter, number)
        assert kept(counter, number).push_state == "draft"
        assert submit(counter, number).push_state == "pushed"
    assert counter.jd.suppliers == ["EMS1"]


def test_a_supplier_that_is_switched_off_is_said(drawn: tuple[Counter, str]) -> None:
    counter, number = drawn
    counter.jd.fail("create_supplier", AlreadyThere(jd_code="17", en="serial exists"))
    with pytest.raises(Refused):
        submit(counter, number)
    assert (kept(counter, number).push_state, kept(counter, number).error_text) == (
        "rejected",
        "serial exists",
    )


def test_a_list_of_products_that_jd_lacks_is_not_sent(connected: Counter) -> None:
    connected.add_products("KOPI", "TEH")
    connected.run(lambda: push_products(connected.office, "W1", ["KOPI"]))
    made = str(connected.command(c.CreateInbound("W1", (("KOPI", 1), ("TEH", 1)))))
    with pytest.raises(RuleError) as refused:
        submit(connected, made)
    assert (refused.value.code, refused.value.subject) == ("product_not_pushed", "TEH")
    assert kept(connected, made).push_state == "draft"


@pytest.mark.parametrize("done", [False, True])
def test_an_unknown_outcome_is_asked_for_before_it_is_sent_again(
    drawn: tuple[Counter, str], done: bool
) -> None:
    counter, number = drawn
    counter.jd.fail("create_inbound", GONE, done=done)
    counter.jd.blind = 1
    began = counter.time.monotonic()
    assert submit(counter, number).push_state == "pushed"
    assert (counter.time.monotonic() - began >= 10) is not done
    assert list(counter.jd.inbounds) == [number]
    assert [entry for entry in counter.ledger("KOPI") if entry[0] == "planned"] == [("planned", 20)]


def test_what_stays_in_doubt_is_settled_by_the_sync_or_by_hand(
    drawn: tuple[Counter, str],
) -> None:
    counter, number = drawn
    counter.jd.fail("create_inbound", GONE, times=2)
    with pytest.raises(OutcomeUnknown):
        submit(counter, number)
    left = kept(counter, number)
    assert (left.push_state, left.error_code) == ("uncertain", "connection_lost")
    assert left.next_attempt_at is not None
    assert submit(counter, number).push_state == "pushed"
    assert list(counter.jd.inbounds) == [number]


def test_a_gateway_without_the_question_gets_the_same_number_only_by_hand(
    drawn: tuple[Counter, str],
) -> None:
    counter, number = drawn
    counter.jd.fail("create_inbound", GONE)
    counter.jd.fail("find_inbound", Refused("method_not_offered"), times=3)
    with pytest.raises(OutcomeUnknown):
        submit(counter, number)
    with pytest.raises(OutcomeUnknown):
        submit(counter, number, by_hand=False)
    assert kept(counter, number).push_state == "uncertain"
    assert counter.jd.inbounds == {}
    assert submit(counter, number).push_state == "pushed"
    assert list(counter.jd.inbounds) == [number]


def test_jd_s_refusal_is_kept_and_may_be_mended(drawn: tuple[Counter, str]) -> None:
    counter, number = drawn
    counter.jd.fail("create_inbound", Refused(en="warehouse closed"))
    with pytest.raises(Refused):
        submit(counter, number)
    left = kept(counter, number)
    assert (left.push_state, left.error_text) == ("rejected", "warehouse closed")
    assert submit(counter, number).error_text == ""


@pytest.mark.parametrize("failure", [RetryLater(), QuotaExceeded(), AuthorizeAgain()])
def test_what_did_nothing_leaves_a_draft(drawn: tuple[Counter, str], failure: FulfilError) -> None:
    counter, number = drawn
    counter.jd.fail("create_inbound", failure, times=9)
    with pytest.raises(type(failure)):
        submit(counter, number)
    assert kept(counter, number).push_state == "draft"
    assert counter.jd.inbounds == {}
    assert ("planned", 20) not in counter.ledger("KOPI")


def test_a_doubt_is_not_forgotten_because_jd_cannot_be_reached(
    drawn: tuple[Counter, str],
) -> None:
    counter, number = drawn
    counter.jd.fail("create_inbound", GONE, times=2, done=True)
    counter.jd.blind = 9
    with pytest.raises((OutcomeUnknown, AlreadyThere)):
        submit(counter, number)
    counter.jd.blind = 1
    counter.jd.fail("create_inbound", RetryLater(), times=9)
    with pytest.raises(RetryLater):
        submit(counter, number)
    assert kept(counter, number).push_state == "uncertain"
    counter.jd.mend()
    assert submit(counter, number).jd_no == "EPL0001"


def test_news_that_overtake_the_answer_change_nothing_twice(drawn: tuple[Counter, str]) -> None:
    counter, number = drawn
    began = kept(counter, number)
    settled = replace(began, push_state=InboundPushState.PUSHED, jd_no="EPL0001", jd_status=20)

    def overtake(name: str) -> bool:
        if name == "create_inbound:after":
            counter.jd.steps = None
            counter.memory.tables.inbounds[number] = settled
        return False

    counter.jd.steps = overtake
    sent = submit(counter, number)
    assert (sent.push_state, sent.jd_status) == ("pushed", 20)
    assert [entry for entry in counter.ledger("KOPI") if entry[0] == "planned"] == [("planned", 20)]


def test_another_number_for_the_same_list_is_an_anomaly(drawn: tuple[Counter, str]) -> None:
    counter, number = drawn
    foreign = replace(kept(counter, number), push_state=InboundPushState.PUSHED, jd_no="EPL9999")

    def overtake(name: str) -> bool:
        if name == "create_inbound:after":
            counter.jd.steps = None
            counter.memory.tables.inbounds[number] = foreign
        return False

    counter.jd.steps = overtake
    assert submit(counter, number).jd_no == "EPL9999"
    assert [a.code for a in counter.memory.tables.alerts.values()] == ["foreign_document"]


def test_a_death_at_any_step_loses_and_doubles_no_list(drawn: tuple[Counter, str]) -> None:
    counter, number = drawn
    steps = counter.count_steps()
    submit(counter, number)
    for place in range(1, len(steps) + 1):
        fresh = Counter()
        fresh.connect()
        number = draw_up(fresh)
        fresh.die_at(place)
        with pytest.raises(Died):
            submit(fresh, number)
        fresh.restart()
        assert fresh.sync().idle
        left = kept(fresh, number)
        if left.push_state == "draft":
            assert fresh.jd.inbounds == {}, place
            submit(fresh, number)
        assert kept(fresh, number).push_state == "pushed", place
        assert list(fresh.jd.inbounds) == [number], place
        planned = [entry for entry in fresh.ledger("KOPI") if entry[0] == "planned"]
        assert planned == [("planned", 20)], place
