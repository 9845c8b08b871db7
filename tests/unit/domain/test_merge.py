"""A file is an old snapshot: re-importing never moves an order backwards (R46)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdfulfil_desktop.domain.order import (
    Channel,
    Consignee,
    Order,
    OrderSnapshot,
    OrderStatus,
    merge,
)
from tests.unit.domain.orders import NOON, WHOLE, line, order, snapshot

S = OrderStatus
LATER = NOON + timedelta(hours=1)
EARLIER = NOON - timedelta(hours=1)
RANK = {
    S.UNKNOWN: 0,
    S.PENDING_PAYMENT: 1,
    S.PAID: 2,
    S.READY_TO_SHIP: 3,
    S.SHIPPING: 4,
    S.DELIVERED: 5,
    S.CANCELLED: 9,
    S.RETURNED: 9,
}

# known            newer              after
MOVES = """
PENDING_PAYMENT    PAID               PAID
PAID               READY_TO_SHIP      READY_TO_SHIP
READY_TO_SHIP      PAID               READY_TO_SHIP
PAID               DELIVERED          DELIVERED
DELIVERED          SHIPPING           DELIVERED
SHIPPING           CANCELLED          CANCELLED
DELIVERED          RETURNED           RETURNED
CANCELLED          RETURNED           CANCELLED
RETURNED           CANCELLED          RETURNED
CANCELLED          PAID               CANCELLED
PAID               UNKNOWN            PAID
UNKNOWN            PENDING_PAYMENT    PENDING_PAYMENT
UNKNOWN            CANCELLED          CANCELLED
CANCELLED          UNKNOWN            CANCELLED
"""


@pytest.mark.parametrize("case", [tuple(row.split()) for row in MOVES.strip().splitlines()])
def test_moves(case: tuple[str, str, str]) -> None:
    known, newer, after = case
    merged = merge(order(status=S(known)), snapshot(status=S(newer)), LATER)
    assert merged.status is S(after)
    assert merged.snapshot.raw_status == after.title()


def test_a_blank_number_never_erases_one() -> None:
    merged = merge(order(status=S.PAID, number="A"), snapshot(number=""), LATER)
    assert (merged.status, merged.tracking_no) == (S.READY_TO_SHIP, "A")


def test_a_closed_order_still_takes_a_number() -> None:
    merged = merge(order(status=S.CANCELLED, number=""), snapshot(number="B"), LATER)
    assert (merged.status, merged.tracking_no) == (S.CANCELLED, "B")


def test_what_lies_behind_only_fills_gaps() -> None:
    old = snapshot(status=S.PAID, number="OLD", courier="JNE", lines=(line("OTHER"),))
    merged = merge(order(status=S.SHIPPING, number="NEW", courier=""), old, LATER)
    assert (merged.tracking_no, merged.snapshot.courier) == ("NEW", "JNE")
    assert merged.snapshot.lines == (line(),)


def test_equal_status_takes_the_later_import() -> None:
    newer = snapshot(number="TWO", lines=(line(quantity=5),), raw_status="Perlu Dikirim")
    merged = merge(order(number="ONE"), newer, LATER)
    assert (merged.tracking_no, merged.snapshot.lines[0].quantity) == ("TWO", 5)
    assert merged.snapshot.raw_status == "Perlu Dikirim"


def test_no_lines_keep_the_known_ones() -> None:
    assert merge(order(), snapshot(lines=()), LATER).snapshot.lines == (line(),)


def test_a_consignee_is_filled_not_erased() -> None:
    merged = merge(order(), snapshot(consignee=Consignee(city="Kota")), LATER)
    assert merged.snapshot.consignee == replace(WHOLE, city="Kota")


def test_package_numbers_are_kept() -> None:
    known = order(lines=(line(package="P1", tracking_no="A"), line("TEH-M", package="P2")))
    newer = snapshot(
        lines=(line(package="P1"), line("TEH-M", package="P2", tracking_no="B"), line("X"))
    )
    numbers = [one.tracking_no for one in merge(known, newer, LATER).snapshot.lines]
    assert numbers == ["A", "B", ""]


def test_twins_without_a_package_get_no_number_of_another() -> None:
    known = order(lines=(line(tracking_no="A"), line("TEH-M", tracking_no="B")))
    newer = snapshot(lines=(line(), line(), line("TEH-M")))
    numbers = [one.tracking_no for one in merge(known, newer, LATER).snapshot.lines]
    assert numbers == ["", "", "B"]


def test_a_packages_number_holds_for_all_its_lines() -> None:
    newer = snapshot(lines=(line(package="P1"), line(package="P1", tracking_no="A")))
    once = merge(order(lines=()), newer, LATER)
    assert [one.tracking_no for one in once.snapshot.lines] == ["A", "A"]
    assert merge(once, newer, LATER) == once


def test_requests_go_by_the_files_time() -> None:
    asked = merge(order(status=S.PAID), snapshot(status=S.PAID, cancel_requested=True), LATER)
    assert asked.snapshot.cancel_requested
    still = merge(asked, snapshot(status=S.PAID), NOON)
    assert still.snapshot.cancel_requested
    assert still.file_time == LATER
    lifted = merge(asked, snapshot(status=S.PAID), LATER)
    assert not lifted.snapshot.cancel_requested


def test_an_older_file_asks_for_nothing() -> None:
    merged = merge(order(), snapshot(cancel_requested=True), EARLIER)
    assert not merged.snapshot.cancel_requested
    unknown_time = replace(order(), file_time=None)
    assert merge(unknown_time, snapshot(cancel_requested=True), EARLIER).snapshot.cancel_requested


def test_marks_are_the_users() -> None:
    marked = order(accepted=True, on_hold=True, typed="T")
    merged = merge(marked, snapshot(), LATER)
    assert (merged.accepted, merged.on_hold, merged.typed_tracking_no) == (True, True, "T")


def test_an_order_says_what_its_snapshot_says() -> None:
    one = order(Channel.LAZADA)
    assert (one.channel, one.order_no, one.status) == (Channel.LAZADA, "260801A", S.READY_TO_SHIP)


lines = st.lists(
    st.builds(
        line,
        st.sampled_from(["A", "B"]),
        st.integers(1, 3),
        package=st.sampled_from(["", "P1"]),
        tracking_no=st.sampled_from(["", "N1", "N2"]),
    ),
    max_size=3,
)
snapshots = st.builds(
    snapshot,
    st.just(Channel.SHOPEE),
    st.sampled_from(OrderStatus),
    st.sampled_from(["", "A", "B"]),
    lines,
    courier=st.sampled_from(["", "JNE"]),
    cancel_requested=st.booleans(),
    consignee=st.sampled_from([Consignee(), WHOLE]),
)
times = st.sampled_from([EARLIER, NOON, LATER])
known_orders = st.builds(lambda s, t: Order("Toko", s, file_time=t), snapshots, times)


@given(known_orders, snapshots, times)
def test_never_backwards(known: Order, newer: OrderSnapshot, at: datetime) -> None:
    merged = merge(known, newer, at)
    assert RANK[merged.status] >= RANK[known.status]
    if known.status in (S.CANCELLED, S.RETURNED):
        assert merged.status is known.status


@given(known_orders, snapshots, times)
def test_doing_it_twice_changes_nothing(known: Order, newer: OrderSnapshot, at: datetime) -> None:
    once = merge(known, newer, at)
    assert merge(once, newer, at) == once


@given(known_orders, times)
def test_equal_content_gives_an_equal_order(known: Order, at: datetime) -> None:
    merged = merge(known, replace(known.snapshot, rows=(7,)), at)
    assert merged.snapshot == known.snapshot


@given(known_orders, st.lists(st.tuples(snapshots, times), max_size=5))
def test_a_number_is_never_lost(known: Order, files: list[tuple[OrderSnapshot, datetime]]) -> None:
    for newer, at in files:
        had = known.tracking_no
        known = merge(known, newer, at)
        assert bool(known.tracking_no) >= bool(had)
