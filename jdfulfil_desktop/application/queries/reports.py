"""Figures for looking back: orders and shipments a day, hours to ship, what is held for what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ReportWish:
    """The Jakarta days from `first` to `last`, both included; empty texts mean all."""

    first: date
    last: date
    channel: str = ""
    warehouse_no: str = ""


@dataclass(frozen=True, slots=True)
class ReportRow:
    """What happened on a day, of a channel, for a warehouse (empty: none yet).

    `orders` came in that day; `shipped` outbound orders left that day; `hours`: median from import
    to shipped of the latter, None where nothing left.
    """

    day: date
    channel: str
    warehouse_no: str
    orders: int
    shipped: int
    hours: float | None


@dataclass(frozen=True, slots=True)
class HeldRow:
    """How many orders wait for a person for a reason (their first), now."""

    code: str
    count: int


@dataclass(frozen=True, slots=True)
class Report:
    """All figures of one committed state. `hours_by_day`: (day, median, slowest tenth)."""

    rows: tuple[ReportRow, ...]
    hours_by_day: tuple[tuple[date, float, float], ...]
    held: tuple[HeldRow, ...]
