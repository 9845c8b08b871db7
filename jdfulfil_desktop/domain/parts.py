"""Divide an order into what becomes one outbound order each: whole, by package, by hand (R14)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.order import Order, OrderLine
from jdfulfil_desktop.domain.outbound import SENT, Outbound, PushState

_MAY_GO = frozenset({PushState.HELD, PushState.QUEUED, PushState.REJECTED})
"""States in which JD has nothing: such an outbound order may be made over or taken away."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one outbound order carries. `items` is set where a hand-made split says the units.

    `outbound` is the newest attempt that stands for it; None where it has to be made.
    """

    number: int
    lines: tuple[OrderLine, ...]
    tracking_no: str
    package: str = ""
    items: Mapping[Sku, int] | None = None
    outbound: Outbound | None = None

    def as_order(self, order: Order) -> Order:
        """Give the order as if it had nothing but this part."""
        snapshot = replace(order.snapshot, lines=self.lines, tracking_no=self.tracking_no)
        return replace(order, snapshot=snapshot, typed_tracking_no="")


@dataclass(frozen=True, slots=True)
class _Package:
    key: str
    tracking_no: str
    lines: tuple[OrderLine, ...]


def parts_of(order: Order, existing: Sequence[Outbound] = ()) -> tuple[list[Part], list[Outbound]]:
    """Match an order's parts with the outbound orders it has; gives parts and those to take away.

    What was sent is never divided anew: were it, goods could be sent twice.
    """
    if not existing:
        packages = _packages(order.snapshot.lines)
        if len(packages) < 2:
            return [Part(1, order.snapshot.lines, order.tracking_no)], []
        return _match(order, packages, [])
    if any(outbound.split_by_hand for outbound in existing):
        return [_by_hand(order, outbound) for outbound in existing], []
    packages = _packages(order.snapshot.lines)
    fixed = [outbound for outbound in existing if outbound.push_state not in _MAY_GO]
    sent_whole = any(outbound.push_state in SENT and not outbound.package for outbound in fixed)
    if len(packages) < 2 or sent_whole:
        return _whole(order, existing, fixed)
    return _match(order, packages, existing)


def _packages(lines: Sequence[OrderLine]) -> list[_Package]:
    """Group lines by package; none where the file gives no package a number of its own."""
    if len(lines) < 2 or not any(line.tracking_no for line in lines):
        return []
    numbers = {x.package: x.tracking_no for x in lines if x.package and x.tracking_no}
    groups: dict[str, list[OrderLine]] = {}
    for line in lines:
        number = line.tracking_no or numbers.get(line.package, "")
        groups.setdefault(number or line.package, []).append(line)
    packages: dict[str, _Package] = {}
    for name, rows in groups.items():
        number = rows[0].tracking_no or numbers.get(rows[0].package, "")
        # One package id with two numbers is two parcels: each goes by its number then.
        key = rows[0].package if rows[0].package and rows[0].package not in packages else name
        packages[key] = _Package(key, number, tuple(rows))
    return list(packages.values())


def _whole(
    order: Order, existing: Sequence[Outbound], fixed: Sequence[Outbound]
) -> tuple[list[Part], list[Outbound]]:
    """Keep one part; what JD has, or had, stays beside it and keeps its place."""
    kept = list(fixed) or [existing[0]]
    lines, number = order.snapshot.lines, order.tracking_no
    parts = [
        Part(
            outbound.part,
            lines,
            number if len(kept) == 1 else outbound.tracking_no,
            package=outbound.package if len(kept) > 1 else "",
            items=_items(outbound) if len(kept) > 1 else None,
            outbound=outbound,
        )
        for outbound in kept
    ]
    return parts, [outbound for outbound in existing if outbound not in kept]


def _match(
    order: Order, packages: Sequence[_Package], existing: Sequence[Outbound]
) -> tuple[list[Part], list[Outbound]]:
    """Give each package its outbound order: by package, by number, else one that is still free."""
    left = list(existing)
    found: dict[str, Outbound] = {}
    for same in (_same_package, _same_number):
        for package in packages:
            match = next((x for x in left if package.key not in found and same(x, package)), None)
            if match:
                found[package.key] = match
                left.remove(match)
    stray = [outbound for outbound in left if outbound.push_state not in _MAY_GO]
    free = [outbound for outbound in left if outbound.push_state in _MAY_GO]
    taken = {outbound.part for outbound in existing}
    parts = []
    for package in packages:
        match = found.get(package.key) or (free.pop(0) if free else None)
        if match is None and stray:
            continue  # its goods may be what the stray one carries already
        number = match.part if match else _next(taken)
        taken.add(number)
        tracking_no = package.tracking_no or order.typed_tracking_no
        parts.append(Part(number, package.lines, tracking_no, package=package.key, outbound=match))
    parts += [_by_hand(order, outbound) for outbound in stray]
    return sorted(parts, key=lambda part: part.number), free


def _same_package(outbound: Outbound, package: _Package) -> bool:
    return outbound.package == package.key


def _same_number(outbound: Outbound, package: _Package) -> bool:
    return bool(package.tracking_no) and outbound.tracking_no == package.tracking_no


def _next(taken: set[int]) -> int:
    number = 1
    while number in taken:
        number += 1
    return number


def _by_hand(order: Order, outbound: Outbound) -> Part:
    """Take a part as its outbound order says: lines no longer tell it apart."""
    return Part(
        outbound.part,
        order.snapshot.lines,
        outbound.tracking_no,
        package=outbound.package,
        items=_items(outbound),
        outbound=outbound,
    )


def _items(outbound: Outbound) -> dict[Sku, int]:
    return {item.sku: item.quantity for item in outbound.items}
