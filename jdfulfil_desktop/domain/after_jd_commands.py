"""Say what became of an order after JD had it: what came back, where its parcel is (R43, R44)."""

from __future__ import annotations

from dataclasses import dataclass

from jdfulfil_desktop.domain.command import Command


@dataclass(frozen=True, slots=True)
class CameBack:
    """Units of one SKU that came back to the warehouse, by kind."""

    sku: str
    good: int = 0
    damaged: int = 0


@dataclass(frozen=True, slots=True)
class BookReturn(Command):
    """Book what came back of an outbound order, once: good units are in stock again (R42)."""

    outbound_no: str
    lines: tuple[CameBack, ...]


@dataclass(frozen=True, slots=True)
class ConfirmShipment(Command):
    """Confirm where the parcel of an order is that was cancelled after the push (R44).

    `where`: `stopped` at the warehouse, `left` and expected back, `delivered` and kept.
    """

    outbound_no: str
    where: str
