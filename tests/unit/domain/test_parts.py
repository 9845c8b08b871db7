"""What of an order becomes one outbound order each (R14)."""

from __future__ import annotations

from typing import Any

from jdfulfil_desktop.domain.order import Order, OrderLine
from jdfulfil_desktop.domain.outbound import Item, Outbound, PushState
from jdfulfil_desktop.domain.parts import Part, parts_of
from tests.unit.domain.orders import KOPI, TEH, line, order, outbound

P = PushState


def shape(parts: list[Part]) -> list[tuple[int, str, str, int]]:
    return [(p.number, p.package, p.tracking_no, len(p.lines)) for p in parts]


def packed(*lines: tuple[str, str, str]) -> tuple[OrderLine, ...]:
    return tuple(line(sku, package=package, tracking_no=no) for sku, package, no in lines)


TWO = packed(("A", "P1", "N1"), ("B", "P2", "N2"), ("C", "P1", ""))


def made(number: int, package: str = "", state: PushState = P.HELD, **more: Any) -> Outbound:
    return outbound(state, part=number, package=package, id=number, **more)


def test_an_order_is_one_part() -> None:
    parts, gone = parts_of(order(number="N"))
    assert (shape(parts), gone) == ([(1, "", "N", 1)], [])
    known = made(1)
    [part], gone = parts_of(order(number="N"), [known])
    assert (part.outbound, part.tracking_no, gone) == (known, "N", [])


def test_packages_with_numbers_of_their_own() -> None:
    parts, _ = parts_of(order(lines=TWO))
    assert shape(parts) == [(1, "P1", "N1", 2), (2, "P2", "N2", 1)]


def test_packages_without_any_number_stay_together() -> None:
    lines = packed(("A", "P1", ""), ("B", "P2", ""))
    assert shape(parts_of(order(number="", lines=lines))[0]) == [(1, "", "", 2)]


def test_one_number_is_one_parcel_whatever_the_packages() -> None:
    lines = packed(("A", "P1", "N"), ("B", "P2", "N"))
    assert shape(parts_of(order(number="N", lines=lines))[0]) == [(1, "", "N", 2)]


def test_numbers_alone_tell_packages_apart() -> None:
    lines = packed(("A", "", "N1"), ("B", "", "N2"))
    assert shape(parts_of(order(lines=lines))[0]) == [(1, "N1", "N1", 1), (2, "N2", "N2", 1)]


def test_one_package_id_with_two_numbers_is_two_parcels() -> None:
    lines = packed(("A", "P1", "N1"), ("B", "P1", "N2"))
    assert shape(parts_of(order(lines=lines))[0]) == [(1, "P1", "N1", 1), (2, "N2", "N2", 1)]


def test_a_package_that_waits_takes_the_typed_number() -> None:
    lines = packed(("A", "P1", "N1"), ("B", "P2", ""))
    waiting = parts_of(order(lines=lines))[0]
    typed = parts_of(order(lines=lines, typed="T"))[0]
    assert [p.tracking_no for p in waiting] == ["N1", ""]
    assert [p.tracking_no for p in typed] == ["N1", "T"]


def test_the_whole_becomes_the_first_package() -> None:
    whole = made(1)
    parts, gone = parts_of(order(lines=TWO), [whole])
    assert [(p.number, p.outbound) for p in parts] == [(1, whole), (2, None)]
    assert gone == []


def test_packages_keep_their_outbound_orders() -> None:
    first, second = made(1, "P2"), made(2, "P1")
    parts, gone = parts_of(order(lines=TWO), [first, second])
    assert [(p.number, p.package, p.outbound) for p in parts] == [
        (1, "P2", first),
        (2, "P1", second),
    ]
    assert gone == []


def test_a_renamed_package_is_known_by_its_number() -> None:
    sent = made(1, "OLD", P.PUSHED, tracking_no="N2")
    parts, gone = parts_of(order(lines=TWO), [sent])
    assert [(p.number, p.package, p.outbound) for p in parts] == [(1, "P2", sent), (2, "P1", None)]
    assert gone == []


def test_packages_that_are_no_more_are_taken_away() -> None:
    first, second = made(1, "P1"), made(2, "P2")
    parts, gone = parts_of(order(number="N"), [first, second])
    assert ([p.outbound for p in parts], gone) == ([first], [second])


def test_what_was_sent_whole_is_never_divided() -> None:
    sent = made(1, "", P.PUSHED)
    parts, gone = parts_of(order(number="N1", lines=TWO), [sent])
    assert ([p.outbound for p in parts], gone) == ([sent], [])


def test_what_was_sent_in_parts_is_never_joined() -> None:
    sent = made(1, "P1", P.PUSHED, tracking_no="N1")
    also = made(2, "P2", P.CANCELLED, tracking_no="N2")
    held = made(3, "P3")
    parts, gone = parts_of(order(number="X"), [sent, also, held])
    assert [(p.outbound, p.tracking_no, p.package) for p in parts] == [
        (sent, "N1", "P1"),
        (also, "N2", "P2"),
    ]
    assert parts[0].items == {KOPI: 2}
    assert gone == [held]


def test_no_new_part_beside_a_stray_one_that_was_sent() -> None:
    stray = made(1, "OLD", P.PUSHED, tracking_no="N9")
    parts, gone = parts_of(order(lines=TWO), [stray])
    assert ([p.outbound for p in parts], gone) == ([stray], [])
    free = made(2, "GONE", P.REJECTED)
    parts, gone = parts_of(order(lines=TWO), [stray, free])
    assert [(p.number, p.outbound) for p in parts] == [(1, stray), (2, free)]
    assert gone == []


def test_more_packages_than_before() -> None:
    three = (*TWO, line("D", package="P3", tracking_no="N3"))
    parts, gone = parts_of(order(lines=three), [made(1, "P1"), made(2, "P2")])
    assert shape(parts) == [(1, "P1", "N1", 2), (2, "P2", "N2", 1), (3, "P3", "N3", 1)]
    assert gone == []
    fewer, gone = parts_of(order(lines=TWO), [made(1, "P1"), made(2, "P2"), made(3, "P3")])
    assert (len(fewer), [x.part for x in gone]) == (2, [3])


def test_a_split_by_hand_stays() -> None:
    rows = [
        made(1, split_by_hand=True, tracking_no="H1"),
        made(2, split_by_hand=True, tracking_no="H2", items=(Item(TEH, 1),)),
    ]
    parts, gone = parts_of(order(lines=TWO), rows)
    assert [(p.number, p.tracking_no, p.items) for p in parts] == [
        (1, "H1", {KOPI: 2}),
        (2, "H2", {TEH: 1}),
    ]
    assert gone == []


def test_a_part_seen_as_an_order() -> None:
    whole: Order = order(number="X", lines=TWO, typed="T")
    [first, _] = parts_of(whole)[0]
    seen = first.as_order(whole)
    assert (seen.tracking_no, seen.typed_tracking_no, seen.snapshot.lines) == (
        "N1",
        "",
        first.lines,
    )
