"""Parts of a split order, what really went out, and the status that the whole has (R42, R43)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdfulfil_desktop.domain.ids import OutboundNo, Sku
from jdfulfil_desktop.domain.jd_document import (
    DocumentLine,
    JdDocument,
    Package,
    document_of,
    missing_units,
    moved,
    overall,
)
from jdfulfil_desktop.domain.outbound import PATH

AT = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
PART = JdDocument("ESL1", OutboundNo("SHOPEE-1"), is_part=True)


def part(*statuses: int, jd_no: str = "ESL1") -> JdDocument:
    document = replace(PART, jd_no=jd_no)
    for status in statuses:
        document = moved(document, status, [], AT, f"w{status}")
    return document


def test_a_document_goes_on_and_never_back() -> None:
    assert part(10016).step == 10016
    assert part(10019, 10014).step == 10019
    late = moved(PART, 10014, [10010, 100130, 10014], None, "words")
    assert (late.step, late.status, late.words, late.status_at) == (10014, 10014, "words", None)
    aside = moved(part(10014), 10027, [10010, 10014], AT, "cancelling")
    assert (aside.step, aside.status) == (10014, 10027)


def test_what_was_cancelled_stays_so_unless_it_left() -> None:
    assert part(10014, 10028, 10014).is_cancelled
    assert not part(10028, 10019).is_cancelled
    assert part(10028, 10019).has_left


@given(st.lists(st.sampled_from(sorted(PATH)), min_size=1), st.randoms(use_true_random=False))
def test_the_order_in_which_news_come_does_not_matter(statuses: list[int], chance) -> None:
    shuffled = list(statuses)
    chance.shuffle(shuffled)
    assert part(*shuffled).rank == part(*statuses).rank


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([], None),
        ([PART], None),
        ([part(10016), PART], None),
        ([part(10020), part(10014)], 10014),
        ([part(10019), part(100130)], 100130),
        ([part(10020), part(10020)], 10020),
        ([part(10034), part(10019)], 10019),
        ([part(10028), part(10019)], 10019),
        ([part(10028), part(10028)], 10028),
        ([part(10020), part(10036)], 10036),
        ([part(10016), part(10035)], 10016),
        ([part(10031), part(10020)], 10031),
        ([part(10014, 10027), part(10020)], 10014),
        ([part(10027)], None),
    ],
)
def test_the_whole_stands_where_its_slowest_living_part_stands(parts, expected) -> None:
    assert overall(parts) == expected


@pytest.mark.parametrize(
    ("statuses", "over"),
    [((), False), ((10014,), False), ((10019,), False), ((10020,), True), ((10034,), True),
     ((10028,), True), ((10035,), True)],
)  # fmt: skip
def test_when_nothing_more_is_expected(statuses, over) -> None:
    assert part(*statuses).is_over is over


def test_what_went_out_and_what_is_short() -> None:
    lines = (DocumentLine(Sku("A"), 2, 1), DocumentLine(Sku("B"), 3, 0))
    waiting = replace(part(10014), lines=lines)
    gone = replace(part(10019), lines=lines)
    assert waiting.short == ()
    assert gone.short == lines
    assert gone.gone() == (("A", 1),)
    untold = replace(gone, lines=(DocumentLine(Sku("A"), 2, 0),))
    assert (untold.short, untold.gone()) == ((), (("A", 2),))


def test_packages_that_hold_less_than_was_ordered() -> None:
    ordered = {"A": 2, "B": 1}
    one = Package("P1", goods=(("A", 1),))
    two = Package("P2", goods=(("A", 1), ("B", 1)))
    assert missing_units(ordered, [one]) == {"A": 1, "B": 1}
    assert missing_units(ordered, [one, two]) == {}
    assert missing_units(ordered, [Package("P1")]) == {}


def test_bookings_of_parts_have_names_of_their_own() -> None:
    assert document_of("SHOPEE-1", "ESL2") == "SHOPEE-1/ESL2"
