"""JD's news of an outbound order: late, doubled, reordered, impossible (R42-R44)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdfulfil_desktop.domain.outbound import (
    PATH,
    Anomaly,
    Applied,
    Outbound,
    OutboundNews,
    PushState,
    ShipmentState,
    apply_news,
    may_cancel,
)
from tests.unit.domain.orders import NOON, outbound

P, X = PushState, ShipmentState

# JD's code -> our state, read off PROTOCOL 11 (another courier carries it)
STATES = {
    10010: X.WAITING,
    100130: X.WAITING,
    10014: X.PROCESSING,
    10015: X.PROCESSING,
    10016: X.PICKED,
    10017: X.PACKED,
    10018: X.PACKED,
    10019: X.SHIPPED,
    10020: X.COMPLETED,
    10032: X.SHIPPED,
    10033: X.SHIPPED,
    10054: X.SHIPPED,
    10034: X.COMPLETED,
    10035: X.RETURNED,
    10036: X.RETURNED,
    10037: X.RETURNED,
    10038: X.RETURNED,
}
WAY = [10010, 100130, 10014, 10015, 10016, 10017, 10018, 10019, 10020]


def news(status: int, minute: int | None = 0, jd_no: str = "ESL1") -> OutboundNews:
    at = None if minute is None else NOON + timedelta(minutes=minute)
    return OutboundNews(jd_no, "SHOPEE-260801A", status, at, words=f"words of {status}")


def after(start: Outbound, *items: OutboundNews) -> tuple[Outbound, list[Applied]]:
    steps = []
    for item in items:
        steps.append(apply_news(start, item))
        start = steps[-1].outbound
    return start, steps


def test_jds_way_bills_stand_beside_the_merchants_number() -> None:
    start = outbound(tracking_no="SPX1", sent_tracking_no="SPX0")
    pieces = [
        replace(news(10014, 1), waybill="JDX1,SPX0"),
        replace(news(10016, 2), waybill=""),
        replace(news(10017, 3), waybill="SPX1,JDX1,JDX2"),
    ]
    end, _ = after(start, *pieces)
    assert end.jd_waybill == "JDX1,JDX2"
    assert (end.tracking_no, end.sent_tracking_no) == ("SPX1", "SPX0")


def test_every_code_of_the_path() -> None:
    assert {code: state for code, (_, state) in PATH.items()} == {**STATES, 10020: X.SHIPPED}
    for code, state in STATES.items():
        assert apply_news(outbound(), news(code)).outbound.shipment_state is state


def test_parcel_out_is_not_the_end_where_jd_carries() -> None:
    carried = outbound(ours_carried=False)
    out, [step] = after(carried, news(10020))
    assert (out.shipment_state, step.ships, out.completed_at) == (X.SHIPPED, True, None)
    done, [step] = after(out, news(10034, 1))
    assert (done.shipment_state, step.ships) == (X.COMPLETED, False)


def test_the_whole_way_books_once() -> None:
    done, steps = after(outbound(), *(news(code, i) for i, code in enumerate(WAY)))
    assert [step.ships for step in steps].count(True) == 1
    assert steps[WAY.index(10019)].ships
    assert (done.push_state, done.shipment_state, done.booked) == (P.PUSHED, X.COMPLETED, True)
    assert done.shipped_at == NOON + timedelta(minutes=7)
    assert done.completed_at == done.status_at == NOON + timedelta(minutes=8)
    assert (done.jd_status, done.jd_words) == (10020, "words of 10020")


def test_doubled_and_late_news_change_nothing() -> None:
    packed, _ = after(outbound(), news(10017))
    for late in (news(10017, 5), news(10014, 5), news(10010, None)):
        step = apply_news(packed, late)
        assert (step.outbound, step.changed, step.anomaly) == (packed, False, None)


@given(st.permutations(WAY), st.lists(st.sampled_from(WAY), max_size=5))
def test_the_order_of_news_does_not_matter(first: Sequence[int], again: list[int]) -> None:
    done, steps = after(outbound(), *(news(c, WAY.index(c)) for c in [*first, *again]))
    assert (done.shipment_state, done.rank, done.booked) == (X.COMPLETED, PATH[10020][0], True)
    assert [step.ships for step in steps].count(True) == 1
    assert not any(step.anomaly for step in steps)


@pytest.mark.parametrize("codes", list(permutations([10019, 10020, 10035])))
def test_a_return_ends_it_and_stock_left_once(codes: tuple[int, ...]) -> None:
    path = [10019, 10020, 10035]
    done, steps = after(outbound(), *(news(c, path.index(c)) for c in codes))
    assert (done.shipment_state, done.booked) == (X.RETURNED, True)
    assert [step.ships for step in steps].count(True) == 1


@pytest.mark.parametrize("codes", list(permutations([10014, 10027, 10028])))
def test_a_cancel_wins_in_any_order(codes: tuple[int, ...]) -> None:
    path = [10014, 10027, 10028]
    done, steps = after(outbound(), *(news(c, path.index(c)) for c in codes))
    assert (done.push_state, done.shipment_state) == (P.CANCELLED, X.CANCELLED)
    assert [step.ends_cancelled for step in steps].count(True) == 1
    assert (done.booked, [step.anomaly for step in steps]) == (False, [None, None, None])


def test_what_was_in_doubt_is_pushed_once_jd_speaks_of_it() -> None:
    for state in (P.QUEUED, P.SENDING, P.UNCERTAIN, P.REJECTED):
        known, _ = after(outbound(state, jd_no=""), news(10010))
        assert (known.push_state, known.jd_no) == (P.PUSHED, "ESL1")


def test_cancelling_stays_open_until_jd_decides() -> None:
    asked, _ = after(outbound(), news(10014), news(10027, 1))
    assert asked.push_state is P.CANCELLING
    assert asked.shipment_state is X.PROCESSING
    on, _ = after(asked, news(10015, 2))
    assert on.push_state is P.CANCELLING
    picked, _ = after(on, news(10016, 3))
    assert picked.push_state is P.PUSHED
    refused, [step] = after(on, news(10029, 3))
    assert (refused.push_state, refused.shipment_state) == (P.PUSHED, X.PROCESSING)
    assert step.changed
    again = apply_news(refused, news(10027, 1))
    assert not again.changed, "the request of before the refusal came late"


def test_cancel_news_that_change_nothing() -> None:
    asked = outbound(P.CANCELLING)
    shipped, _ = after(outbound(), news(10019))
    for known, item in ((asked, news(10027)), (outbound(), news(10029)), (shipped, news(10027, 9))):
        step = apply_news(known, item)
        assert (step.changed, step.anomaly) == (False, None)


def test_impossible_steps() -> None:
    shipped, _ = after(outbound(), news(10019, 5))
    gone, _ = after(outbound(), news(10014, 1), news(10028, 5))
    for known, item in ((shipped, news(10028, 9)), (gone, news(10019, 9)), (gone, news(10029, 9))):
        step = apply_news(known, item)
        assert (step.outbound, step.changed) == (known, False)
        assert step.anomaly is Anomaly.IMPOSSIBLE_STEP


def test_late_news_of_before_a_cancel_are_no_riddle() -> None:
    gone, _ = after(outbound(), news(10014, 1), news(10028, 5))
    for late in (news(10015, 2), news(10014, 9), news(10029, 2), news(10027, 9), news(10028, 9)):
        step = apply_news(gone, late)
        assert (step.changed, step.anomaly) == (False, None)


def test_a_foreign_document() -> None:
    step = apply_news(outbound(), news(10019, jd_no="ESL9"))
    assert (step.changed, step.anomaly) == (False, Anomaly.FOREIGN_DOCUMENT)
    assert apply_news(outbound(), news(10019, jd_no="")).changed


def test_codes_off_every_path_are_shown_and_book_nothing() -> None:
    for code in (10031, 10051, 99999):
        odd, [_, step] = after(outbound(), news(10016), news(code, 1))
        assert (odd.shipment_state, odd.booked, odd.jd_words) == (
            X.ABNORMAL,
            False,
            f"words of {code}",
        )
        assert step.changed
        doubled = apply_news(odd, news(code, 2))
        assert not doubled.changed
        assert not apply_news(odd, news(10016, 0)).changed, "late: of before the trouble"
        resumed, _ = after(odd, news(10016, 3))
        assert resumed.shipment_state is X.PICKED
        onward, _ = after(odd, news(10017, 3))
        assert onward.shipment_state is X.PACKED


def test_trouble_that_comes_late_or_after_the_end_is_nothing() -> None:
    packed, _ = after(outbound(), news(10017, 5))
    done, _ = after(outbound(), news(10020, 5))
    assert not apply_news(packed, news(10031, 1)).changed
    assert not apply_news(done, news(10031, 9)).changed


def test_trouble_settles_doubt_but_not_a_cancel() -> None:
    assert apply_news(outbound(P.UNCERTAIN), news(10031)).outbound.push_state is P.PUSHED
    assert apply_news(outbound(P.CANCELLING), news(10031)).outbound.push_state is P.CANCELLING


@pytest.mark.parametrize(
    ("code", "may"), [(10010, True), (100130, True), (10015, True), (10016, False), (10019, False)]
)
def test_no_cancel_after_picking(code: int, may: bool) -> None:
    assert may_cancel(apply_news(outbound(), news(code)).outbound) is may


def test_no_cancel_of_what_is_cancelled_or_came_back() -> None:
    assert may_cancel(outbound())
    assert not may_cancel(outbound(shipment_state=X.CANCELLED))
    assert not may_cancel(outbound(shipment_state=X.RETURNED))


def test_time_comes_from_jd() -> None:
    known, _ = after(
        outbound(status_at=datetime.max.replace(tzinfo=NOON.tzinfo)), news(10014, None)
    )
    assert known.status_at == datetime.max.replace(tzinfo=NOON.tzinfo)
    assert known.shipment_state is X.PROCESSING
