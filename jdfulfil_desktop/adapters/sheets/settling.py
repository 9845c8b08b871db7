"""Settle an order from its lines: which count, what status they make, what belongs together."""

from __future__ import annotations

from collections.abc import Sequence

from jdfulfil_desktop.adapters.sheets.statuses import NOT_LEFT, least_advanced
from jdfulfil_desktop.domain.order import OrderStatus

Line = tuple[str, str, int, str, str, str, int | None, OrderStatus, str, bool]
"""(sku, name, units, line id, package, tracking no., price, status, raw status, request)."""

Settled = tuple[str, str, str, bool, list[list[object]]]
"""(status, raw status, tracking no., cancel requested, lines)."""


def settle(lines: Sequence[Line], *, by_number: bool) -> Settled:
    """Drop what is cancelled or came back whole, unless that is all, and merge the rest (rule 5).

    `by_number`: the file has no package id, several tracking numbers are several packages.
    """
    if len(lines) == 1 and lines[0][2]:
        counted = list(lines)
        status = lines[0][7]
    else:
        counted = [line for line in lines if line[7] is not OrderStatus.CANCELLED] or list(lines)
        kept = [line for line in counted if line[2]]
        if kept:
            counted = kept
            status = least_advanced([line[7] for line in counted])
        else:
            status = _all_came_back(counted)
        if status in NOT_LEFT:
            # What came back is not sent a second time because another line still waits.
            counted = [line for line in counted if line[7] is not OrderStatus.RETURNED] or counted
    raw_status = next((line[8] for line in counted if line[7] is status), counted[0][8])
    number = next((line[5] for line in counted if line[5]), "")
    requested = any(line[9] for line in counted)
    several = by_number and len({line[5] for line in counted if line[5]}) > 1
    return status.value, raw_status, number, requested, _merged(counted, several)


def _all_came_back(lines: Sequence[Line]) -> OrderStatus:
    """Give the status of an order of which nothing is left to send."""
    cancelled = all(line[7] is OrderStatus.CANCELLED for line in lines)
    return OrderStatus.CANCELLED if cancelled else OrderStatus.RETURNED


def _merged(lines: Sequence[Line], number_is_package: bool) -> list[list[object]]:
    """Add units up by SKU and package; twin rows are two purchases, not a mistake."""
    merged: dict[tuple[str, str], list[object]] = {}
    units: dict[tuple[str, str], int] = {}
    for sku, name, count, line_id, package, number, price, _status, _raw, _asked in lines:
        if not count:
            continue
        parcel = number if number_is_package else package
        key = (sku, parcel)
        units[key] = units.get(key, 0) + count
        known = merged.get(key)
        if known is None:
            merged[key] = [sku, name, units[key], line_id, parcel, number if parcel else "", price]
        else:
            known[2] = units[key]
            known[5] = known[5] or (number if parcel else "")
    return list(merged.values())
