"""Tell an inbound list's receipts apart: what each piece of JD's news added (R28, PROTOCOL 2.4).

JD says sums: how much of each product came so far. A receipt is the difference to what it said
before, so that goods that come in two parts are two receipts, and a later correction is one too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.inbound import InboundLine


@dataclass(frozen=True, slots=True)
class ReceiptPart:
    """What one receipt added to a line: signed good units, and signed units by JD's kind."""

    sku: Sku
    units: int
    differences: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Receipt:
    """One receipt of a list.

    `document`: the ledger's (`NO`, `NO#2` …), empty while nothing is booked (before 70).
    `booked`: signed units that went into stock under it.
    """

    at: datetime
    status: int
    document: str
    booked: int
    parts: tuple[ReceiptPart, ...] = ()


def added(before: Sequence[InboundLine], after: Sequence[InboundLine]) -> tuple[ReceiptPart, ...]:
    """Give what lines gained or lost between two states; nothing for lines that stayed."""
    known = {line.sku: line for line in before}
    parts = []
    for line in after:
        old = known.get(line.sku, InboundLine(line.sku, planned=0))
        units = line.received - old.received
        differences = _moved(old.differences, line.differences)
        if units or differences:
            parts.append(ReceiptPart(line.sku, units, differences))
    return tuple(parts)


def _moved(before: Mapping[str, int], after: Mapping[str, int]) -> dict[str, int]:
    moved = {kind: after.get(kind, 0) - before.get(kind, 0) for kind in {**before, **after}}
    return {kind: units for kind, units in moved.items() if units}
