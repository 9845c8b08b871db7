"""What JD holds of an outbound order: one document, or the parts into which JD split it (R42, R43).

JD may ship one of our orders as several documents of its own. Each part then reserves, deducts and
releases its own goods, exactly once, and the order follows its slowest part.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from jdfulfil_desktop.domain.ids import OutboundNo, Sku
from jdfulfil_desktop.domain.outbound import (
    CANCEL_FAILED,
    CANCELLED,
    CANCELLING,
    ENDED,
    PATH,
    SHIPPED_RANK,
    ShipmentState,
)

_ASIDE = frozenset({CANCELLING, CANCEL_FAILED})
"""Statuses that leave a document where it was."""


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One product of a document, in units: ordered, and what really went out."""

    sku: Sku
    ordered: int
    shipped: int


@dataclass(frozen=True, slots=True)
class Package:
    """One package as JD packed it; goods are (SKU, units), weights grams."""

    number: str
    waybill: str = ""
    weight_g: int = 0
    goods: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class JdDocument:
    """One document of JD's for an outbound order of ours.

    `is_part`: JD split the order, this is a part of it. `step`: the farthest status of the path so
    far, 0 for none. `reserved`: its goods are reserved for it; `booked`: they were deducted.
    `wanted`: JD is to be asked for its contents. `read_at`: when JD told it in full (UTC).
    """

    jd_no: str
    outbound_no: OutboundNo
    is_part: bool = False
    status: int | None = None
    step: int = 0
    words: str = ""
    status_at: datetime | None = None
    tracking_no: str = ""
    waybills: tuple[str, ...] = ()
    lines: tuple[DocumentLine, ...] = ()
    packages: tuple[Package, ...] = ()
    reserved: bool = False
    booked: bool = False
    wanted: bool = False
    read_at: datetime | None = None

    @property
    def rank(self) -> int:
        """Tell how far it has come on the path."""
        return PATH[self.step][0] if self.step else 0

    @property
    def is_cancelled(self) -> bool:
        """Tell whether JD cancelled it."""
        return self.status == CANCELLED

    @property
    def has_left(self) -> bool:
        """Tell whether its goods left the warehouse."""
        return self.rank >= SHIPPED_RANK

    @property
    def is_over(self) -> bool:
        """Tell whether JD is expected to tell nothing more of it."""
        return self.is_cancelled or _state(self.step) in ENDED or self.step == _PARCEL_OUT

    @property
    def short(self) -> tuple[DocumentLine, ...]:
        """Give the lines of which fewer units left than were ordered; none before it left."""
        if not self.has_left or not any(line.shipped for line in self.lines):
            return ()
        return tuple(line for line in self.lines if line.shipped < line.ordered)

    def gone(self) -> tuple[tuple[Sku, int], ...]:
        """Give (SKU, units) that left: what JD says went out, else what was ordered."""
        told = any(line.shipped for line in self.lines)
        units = ((x.sku, x.shipped if told else x.ordered) for x in self.lines)
        return tuple((sku, n) for sku, n in units if n)


_PARCEL_OUT = 10020
"""Nothing follows it where another courier carries the parcel."""


def _state(step: int) -> ShipmentState | None:
    return PATH[step][1] if step else None


def moved(
    document: JdDocument, status: int, history: Iterable[int], at: datetime | None, words: str
) -> JdDocument:
    """Give a document after JD told its status, and those before it, in any order.

    It never goes back, and what was cancelled stays so unless its goods left.
    """
    steps = [step for step in (document.step, status, *history) if step in PATH]
    step = max(steps, key=lambda each: PATH[each][0], default=0)
    has_left = step > 0 and PATH[step][0] >= SHIPPED_RANK
    kept = document.is_cancelled and not has_left
    return replace(
        document,
        step=step,
        status=document.status if kept else status,
        words=document.words if kept else words,
        status_at=at or document.status_at,
    )


def overall(parts: Sequence[JdDocument]) -> int | None:
    """Give the status that a split order has by its parts; None while one is not known.

    It is cancelled with the last part, stands where its slowest living part stands, and comes back
    once nothing is under way and a part came back. A part that is off every path shows that.
    """
    if not parts or any(part.status is None for part in parts):
        return None
    odd = [p.status for p in parts if p.status not in PATH and p.status not in (CANCELLED, *_ASIDE)]
    if odd:
        return odd[0]
    living = [part for part in parts if not part.is_cancelled]
    if not living:
        return CANCELLED
    slowest = min(living, key=lambda part: part.rank)
    back = [part for part in living if _state(part.step) is ShipmentState.RETURNED]
    if back and all(part.is_over for part in living):
        return max(back, key=lambda part: part.rank).step
    return slowest.step or None


def missing_units(ordered: dict[str, int], packages: Iterable[Package]) -> dict[str, int]:
    """Give the units by SKU that packages lack of what was ordered.

    None where JD does not say what is in them.
    """
    packed: dict[str, int] = {}
    for package in packages:
        for sku, units in package.goods:
            packed[sku] = packed.get(sku, 0) + units
    if not packed:
        return {}
    lacks = {sku: units - packed.get(sku, 0) for sku, units in ordered.items()}
    return {sku: units for sku, units in lacks.items() if units > 0}


def document_of(outbound_no: str, what: str) -> str:
    """Name a booking of a part, or of one thing that became of an order, in the ledger."""
    return f"{outbound_no}/{what}"
