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

from sqlalchemy import func, select

from jdfulfil_desktop.adapters.db import dialect
from jdfulfil_desktop.adapters.db.queries.overviews import Overviews
from jdfulfil_desktop.adapters.db.schema import orders, outbounds
from jdfulfil_desktop.adapters.db.schema.orders import HAS_REASON
from jdfulfil_desktop.application.queries import HeldRow, Report, ReportRow, ReportWish
from jdfulfil_desktop.domain.connection import JAKARTA
from jdfulfil_desktop.domain.order import Channel

SAMPLE = 1000
"""Shipments of a day that medians look at, spread evenly: more change them by minutes."""
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
        for day, low, high in zip(days, borders, borders[1:], strict=False):
            if low < high:
                for channel, house, count in self._between(low, high, wish):
                    found[day, channel, house] += count
        return found

    def _between(self, low: int, high: int, wish: ReportWish) -> list[tuple[str, str, int]]:
        """Count orders between two ids by channel and warehouse, that of the first where several.

        One walk over the outbound orders' index; what has no warehouse yet is the rest of all.
        """
        b = outbounds.c
        of_order = (
            select(func.min(b.channel).label("channel"), func.min(b.warehouse_no).label("house"))
            .where(b.order_id >= low, b.order_id < high)
            .group_by(b.order_id)
            .subquery()
        )
        query = select(of_order.c.channel, of_order.c.house, func.count().label("n"))
        query = query.where(of_order.c.house.is_not(None)).group_by(*of_order.c)
        placed: dict[tuple[str, str], int] = {
            (row.channel, row.house): row.n for row in self._connection.execute(query)
        }
        for channel in Channel:
            known = sum(n for (of, _house), n in placed.items() if of == channel)
            rest = self._of_channel(channel, low, high) - known
            if rest > 0:
                placed[channel.value, ""] = rest
        return [
            (channel, house, n)
            for (channel, house), n in placed.items()
            if wish.channel in ("", channel) and wish.warehouse_no in ("", house)
        ]

    def _of_channel(self, channel: Channel, low: int, high: int) -> int:
        o = orders.c
        query = select(func.count()).where(o.channel == channel, o.id >= low, o.id < high)
        return self._connection.execute(query).scalar_one()

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
            rows = self._connection.execute(query).all()
            for row in rows:
                found[day, row.channel, row.house] += row.n
            for (channel, where), taken in self._hours(within, sum(row.n for row in rows)).items():
                hours[day, channel, where] = taken
        return found, hours

    def _hours(self, within: Sequence[Any], count: int) -> dict[tuple[str, str], list[float]]:
        """Give how long a day's shipments took, by channel and warehouse: all, or every n-th."""
        b, o = outbounds.c, orders.c
        query = (
            select(b.channel, b.warehouse_no, b.shipped_at, o.first_seen_at)
            .join(orders, o.id == b.order_id)
            .where(*within, o.first_seen_at.is_not(None))
        )
        if count > SAMPLE:
            query = query.where(b.order_id % (count // SAMPLE + 1) == 0)
        taken: dict[tuple[str, str], list[float]] = defaultdict(list)
        for row in self._connection.execute(query):
            took = (row.shipped_at - row.first_seen_at).total_seconds() / 3600
            taken[row.channel, row.warehouse_no or ""].append(took)
        return taken

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
