"""Turn a report's rows into what plots and tables show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from jdfulfil_desktop.application.queries import Report, ReportRow, ReportWish
from jdfulfil_desktop.texts import Texts

MOST_LABELS = 16
"""Days that can be named below a plot without touching each other."""


class Split(StrEnum):
    """What the first plot tells apart."""

    TOTAL = "total"
    CHANNELS = "channels"
    HOUSES = "houses"


@dataclass(frozen=True, slots=True)
class Line:
    """One series of a plot: its name as a code, and a value a day."""

    name: str
    values: tuple[float, ...]


def days_of(wish: ReportWish) -> list[date]:
    """Give every day of a report."""
    count = (wish.last - wish.first).days + 1
    return [wish.first + timedelta(days=at) for at in range(count)]


def totals(report: Report, wish: ReportWish) -> tuple[Line, Line]:
    """Give orders and shipments a day."""
    days = days_of(wish)
    orders: dict[date, int] = defaultdict(int)
    shipped: dict[date, int] = defaultdict(int)
    for row in report.rows:
        orders[row.day] += row.orders
        shipped[row.day] += row.shipped
    return (
        Line("orders", tuple(float(orders[day]) for day in days)),
        Line("shipped", tuple(float(shipped[day]) for day in days)),
    )


def split_by(report: Report, wish: ReportWish, split: Split) -> list[Line]:
    """Give orders a day by channel, or shipments a day by warehouse, the largest first."""
    days = days_of(wish)
    name: Callable[[ReportRow], str] = (
        (lambda row: row.channel) if split is Split.CHANNELS else (lambda row: row.warehouse_no)
    )
    found: dict[str, dict[date, int]] = defaultdict(lambda: defaultdict(int))
    for row in report.rows:
        count = row.orders if split is Split.CHANNELS else row.shipped
        if count:
            found[name(row)][row.day] += count
    ordered = sorted(found, key=lambda code: (-sum(found[code].values()), code))
    return [Line(code, tuple(float(found[code][day]) for day in days)) for code in ordered]


def sparse(labels: Sequence[str]) -> list[str]:
    """Leave out labels that would touch each other; the last day is always named."""
    step = -(-len(labels) // MOST_LABELS)
    last = len(labels) - 1
    return [label if (last - at) % step == 0 else "" for at, label in enumerate(labels)]


def table_of(
    report: Report, house: Callable[[str], str], texts: Texts
) -> list[tuple[date, str, str, int, int, float | None]]:
    """Give the rows as exported and listed, the newest day first."""
    return [
        (r.day, texts.channel(r.channel), house(r.warehouse_no), r.orders, r.shipped, r.hours)
        for r in sorted(report.rows, key=lambda r: (-r.day.toordinal(), r.channel, r.warehouse_no))
    ]
