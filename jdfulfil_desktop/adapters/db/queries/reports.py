"""Give reports from indices alone: no row of a million orders is read for a figure.

Ids of orders rise with the time they came in, so that a day is a range of ids: its borders are
found by halving, and what lies between is counted in the indices of channel and of warehouse.
"""

from __future__ import annotations

import statistics
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Select, func, select

from jdfulfil_desktop.adapters.db import dialect
from jdfulfil_desktop.adapters.db.queries.overviews import Overviews
from jdfulfil_desktop.adapters.db.schema import orders, outbounds
from jdfulfil_desktop.adapters.db.schema.orders import HAS_REASON
from jdfulfil_desktop.application.queries import HeldRow, Report, ReportRow, ReportWish
from jdfulfil_desktop.domain.connection import JAKARTA
from jdfulfil_desktop.domain.order import Channel

SAMPLE = 500
"""Shipments of a day, channel and warehouse that a median looks at: more change it by minutes."""
LONGEST = 400
"""Days that a report looks back at most."""
_WAITING = ("accept", "tracking", "held")

Key = tuple[date, str, str]


class Reports(Overviews):
    """Laporan."""

    def report(self, wish: ReportWish) -> Report:
        """Give the figures of some days. Raises ValueError for more than `LONGEST` days."""
        days = _days(wish)
        came = self._came_in(wish, days)
        left, hours = self._left(wish, days)
        keys = sorted({*came, *left})
        rows = tuple(
            ReportRow(*key, came[key], left[key], _median(hours.get(key, ()))) for key in keys
        )
        return Report(rows, _by_day(hours), self._held(wish))

    # -- orders that came in ----------------------------------------------------------------------

    def _came_in(self, wish: ReportWish, days: Sequence[date]) -> Counter[Key]:
        borders = [self._first_id(_begin(day)) for day in (*days, days[-1] + timedelta(days=1))]
        found: Counter[Key] = Counter()
        for at, day in enumerate(days):
            low, high = borders[at], borders[at + 1]
            if low < high:
                for channel in [wish.channel] if wish.channel else Channel:
                    for house, count in self._of_channel(str(channel), low, high, wish):
                        found[day, str(channel), house] += count
        return found

    def _of_channel(
        self, channel: str, low: int, high: int, wish: ReportWish
    ) -> list[tuple[str, int]]:
        """Count a channel's orders between two ids, by the warehouse of their first part.

        Both sides come out of covering indices: (channel, id) and (order_id, warehouse_no).
        """
        o, b = orders.c, outbounds.c
        within = (o.channel == channel, o.id >= low, o.id < high)
        if not self._any_in(select(o.id).where(*within)):
            return []
        house = (
            select(func.min(b.warehouse_no))
            .where(b.order_id == o.id)
            .correlate(orders)
            .scalar_subquery()
        )
        query = select(func.coalesce(house, "").label("house"), func.count().label("n"))
        query = query.where(*within).group_by("house")
        rows = [(str(row.house), int(row.n)) for row in self._connection.execute(query)]
        return [row for row in rows if wish.warehouse_no in ("", row[0])]

    def _any_in(self, query: Select[Any]) -> bool:
        return self._connection.execute(query.limit(1)).first() is not None

    def _first_id(self, at: datetime) -> int:
        """Find the first id that came in at a moment or later, by halving; one past all else."""
        low = 1
        high = int(self._connection.execute(select(func.max(orders.c.id))).scalar() or 0) + 1
        while low < high:
            middle = (low + high) // 2
            seen = self._next_seen(middle)
            if seen is None or seen >= at:
                high = middle
            else:
                low = middle + 1
        return low

    def _next_seen(self, from_id: int) -> datetime | None:
        o = orders.c
        query = select(o.first_seen_at).where(o.id >= from_id, o.first_seen_at.is_not(None))
        found: datetime | None = self._connection.execute(query.order_by(o.id).limit(1)).scalar()
        return found

    # -- shipments --------------------------------------------------------------------------------

    def _left(
        self, wish: ReportWish, days: Sequence[date]
    ) -> tuple[Counter[Key], dict[Key, list[float]]]:
        """Count what left each day, and sample how long it took from its import."""
        found: Counter[Key] = Counter()
        hours: dict[Key, list[float]] = {}
        b = outbounds.c
        house = func.coalesce(b.warehouse_no, "")
        for day in days:
            within = [
                b.shipped_at.is_not(None),
                b.shipped_at >= _begin(day),
                b.shipped_at < _begin(day + timedelta(days=1)),
            ]
            if wish.channel:
                within.append(b.channel == wish.channel)
            if wish.warehouse_no:
                within.append(b.warehouse_no == wish.warehouse_no)
            query = select(b.channel, house.label("house"), func.count().label("n"))
            query = query.where(*within).group_by(b.channel, "house")
            for row in self._connection.execute(query).all():
                key = (day, row.channel, row.house)
                found[key] += row.n
                hours[key] = self._hours([*within, b.channel == row.channel, house == row.house])
        return found, hours

    def _hours(self, within: Sequence[Any]) -> list[float]:
        b, o = outbounds.c, orders.c
        query = (
            select(b.shipped_at, o.first_seen_at)
            .join(orders, o.id == b.order_id)
            .where(*within, o.first_seen_at.is_not(None))
            .limit(SAMPLE)
        )
        return [
            (row.shipped_at - row.first_seen_at).total_seconds() / 3600
            for row in self._connection.execute(query)
        ]

    # -- what waits -------------------------------------------------------------------------------

    def _held(self, wish: ReportWish) -> tuple[HeldRow, ...]:
        """Count what waits for a person now, what most orders wait for first."""
        o = orders.c
        query = select(o.reason_code, func.count().label("n")).where(
            HAS_REASON, dialect.unindexed(o.basket).in_(_WAITING)
        )
        if wish.channel:
            query = query.where(o.channel == wish.channel)
        if wish.warehouse_no:
            b = outbounds.c
            goes = select(b.order_id).where(b.order_id == o.id, b.warehouse_no == wish.warehouse_no)
            query = query.where(goes.exists())
        rows = self._connection.execute(query.group_by(o.reason_code)).all()
        ordered = sorted(rows, key=lambda row: (-row.n, row.reason_code))
        return tuple(HeldRow(row.reason_code, row.n) for row in ordered)


def _days(wish: ReportWish) -> list[date]:
    count = (wish.last - wish.first).days + 1
    if not 1 <= count <= LONGEST:
        raise ValueError(f"a report of {count} days")
    return [wish.first + timedelta(days=at) for at in range(count)]


def _begin(day: date) -> datetime:
    return datetime.combine(day, time(), JAKARTA)


def _median(values: Sequence[float]) -> float | None:
    return round(statistics.median(values), 1) if values else None


def _by_day(hours: dict[Key, list[float]]) -> tuple[tuple[date, float, float], ...]:
    """Give each day's median, and the time within which nine of ten left."""
    days: dict[date, list[float]] = defaultdict(list)
    for (day, _channel, _house), values in hours.items():
        days[day] += values
    found = []
    for day, values in sorted(days.items()):
        values.sort()
        slow = values[min(len(values) - 1, int(len(values) * 0.9))]
        found.append((day, round(statistics.median(values), 1), round(slow, 1)))
    return tuple(found)
