"""An inbound list books what was really received, exactly once (R28, R29)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdfulfil_desktop.domain.ids import InboundNo, Sku
from jdfulfil_desktop.domain.inbound import (
    Inbound,
    InboundApplied,
    InboundLine,
    InboundNews,
    InboundPushState,
    ReceiptLine,
    apply_news,
)
from tests.unit.domain.orders import KOPI, NOON, TEH, W1

S = InboundPushState


def inbound(state: InboundPushState = S.PUSHED, **more: Any) -> Inbound:
    plain = Inbound(
        InboundNo("IN-260801-001"),
        W1,
        lines=(InboundLine(KOPI, 10), InboundLine(TEH, 5)),
        push_state=state,
        jd_no="EPL1",
    )
    return replace(plain, **more)


def news(status: int, *receipts: ReceiptLine, jd_no: str = "EPL1") -> InboundNews:
    return InboundNews(jd_no, "IN-260801-001", status, NOON if status == 70 else None, receipts)


def receipt(sku: Sku, units: int, **differences: int) -> ReceiptLine:
    return ReceiptLine(sku, units, differences)


def after(start: Inbound, *items: InboundNews) -> tuple[Inbound, list[InboundApplied]]:
    steps = []
    for item in items:
        steps.append(apply_news(start, item))
        start = steps[-1].inbound
    return start, steps


FULL = news(70, receipt(KOPI, 10), receipt(TEH, 5))


def test_completion_books_what_was_received_and_takes_the_plan_back() -> None:
    done, [step] = after(inbound(), news(70, receipt(KOPI, 8), receipt(TEH, 6)))
    assert step.booked == {KOPI: 8, TEH: 6}
    assert (step.takes_back_plan, step.document_turn) == (True, 1)
    assert (done.jd_status, done.completed_at) == (70, NOON)
    assert [dict(line.differences) for line in done.lines] == [{"short": 2}, {"excess": 1}]


def test_doubled_and_late_news_book_nothing() -> None:
    done, steps = after(inbound(), FULL, FULL, news(50, receipt(KOPI, 3)), news(10), FULL)
    assert [dict(step.booked) for step in steps] == [{KOPI: 10, TEH: 5}, {}, {}, {}, {}]
    assert [step.takes_back_plan for step in steps].count(True) == 1
    assert [step.changed for step in steps] == [True, False, False, False, False]
    assert done.lines[0].received == 10


def test_a_correction_is_a_document_of_its_own() -> None:
    less = news(70, receipt(KOPI, 9, damaged=1), receipt(TEH, 5))
    more = news(70, receipt(KOPI, 10), receipt(TEH, 5))
    done, steps = after(inbound(), FULL, less, less, more)
    assert [dict(step.booked) for step in steps[1:]] == [{KOPI: -1}, {}, {KOPI: 1}]
    assert [step.document_turn for step in (steps[0], steps[1], steps[3])] == [1, 2, 3]
    assert done.corrections == 2
    assert not steps[1].takes_back_plan


def test_jds_own_kinds_of_difference_win() -> None:
    done, _ = after(inbound(), news(70, receipt(KOPI, 7, damaged=2, short=1, empty=0)))
    assert done.lines[0].differences == {"damaged": 2, "short": 1}
    assert done.lines[1].differences == {"short": 5}, "what never came is short at the end"


def test_while_it_is_received_nothing_is_short_yet() -> None:
    part, [step] = after(inbound(), news(50, receipt(KOPI, 4)))
    assert (part.lines[0].received, dict(part.lines[0].differences)) == (4, {})
    assert dict(step.booked) == {}
    assert dict(part.lines[1].differences) == {}


def test_goods_that_were_not_planned_get_a_line() -> None:
    extra = Sku("GULA")
    done, [step] = after(inbound(), news(70, receipt(KOPI, 10), receipt(extra, 3)))
    assert done.lines[2] == InboundLine(extra, 0, 3, {"excess": 3}, booked=3)
    assert step.booked[extra] == 3


def test_the_way_there() -> None:
    here, steps = after(inbound(S.UNCERTAIN, jd_no=""), news(10), news(4), news(20), news(10))
    assert (here.push_state, here.jd_no, here.jd_status) == (S.PUSHED, "EPL1", 20)
    assert [step.changed for step in steps] == [True, True, True, False]
    assert not apply_news(here, news(20)).changed


def test_cancels() -> None:
    asked, _ = after(inbound(), news(20), news(90))
    assert asked.push_state is S.CANCELLING
    assert apply_news(asked, news(50)).inbound.push_state is S.CANCELLING
    assert apply_news(asked, news(92)).inbound.push_state is S.PUSHED
    gone, [step] = after(asked, news(91))
    assert (gone.push_state, step.takes_back_plan, dict(step.booked)) == (S.CANCELLED, True, {})
    again = apply_news(gone, news(91))
    assert (again.changed, again.odd, again.takes_back_plan) == (False, False, False)


def test_impossible_news_are_odd() -> None:
    gone, _ = after(inbound(), news(91))
    done, _ = after(inbound(), FULL)
    for known, item in (
        (gone, FULL),
        (done, news(91)),
        (inbound(), news(33)),
        (inbound(), news(20, jd_no="EPL9")),
    ):
        step = apply_news(known, item)
        assert (step.odd, step.changed) == (True, False)


def test_completion_without_lines_books_what_was_shown() -> None:
    _, steps = after(inbound(), news(50, receipt(KOPI, 4)), news(70))
    assert steps[1].booked == {KOPI: 4}


@given(
    st.lists(
        st.sampled_from(
            [news(10), news(20), news(50, receipt(KOPI, 4)), FULL, news(90), news(92), news(4)]
        ),
        max_size=8,
    )
)
def test_stock_rises_once_whatever_comes_in_what_order(items: Sequence[InboundNews]) -> None:
    done, steps = after(inbound(), *items, FULL)
    total = sum(step.booked.get(KOPI, 0) for step in steps)
    assert total == 10
    assert [step.takes_back_plan for step in steps].count(True) == 1
    assert done.jd_status == 70


@pytest.mark.parametrize("state", [S.QUEUED, S.SENDING, S.PUSHED])
def test_completed_is_pushed(state: InboundPushState) -> None:
    assert apply_news(inbound(state), FULL).inbound.push_state is S.PUSHED
