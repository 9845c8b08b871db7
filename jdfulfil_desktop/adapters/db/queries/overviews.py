"""Give Beranda's figures: what wants a person, what is under way, the last fourteen days."""

from __future__ import annotations

import statistics
from collections import defaultdict
from datetime import date, datetime, time, timedelta

from sqlalchemy import Table, exists, func, select

from jdfulfil_desktop.adapters.db import dialect
from jdfulfil_desktop.adapters.db.queries.order_pages import OrderPages
from jdfulfil_desktop.adapters.db.schema import (
    connections,
    orders,
    outbounds,
    products,
    stores,
)
from jdfulfil_desktop.adapters.db.schema.orders import HAS_REASON
from jdfulfil_desktop.application.queries import NeedRow, Overview
from jdfulfil_desktop.domain.connection import JAKARTA, jakarta_day

DAYS = 14
SAMPLE = 2_000
"""Shipments a day that the median looks at: more change it by minutes."""
_WAITING = ("accept", "tracking", "held")


class Overviews(OrderPages):
    """Beranda and the status strip."""

    def overview(self) -> Overview:
        """Give all figures of one state. `held`: everything that waits for a person."""
        baskets = self.outbound_baskets()
        days = self._days()
        return Overview(
            needs=self._needs(),
            queued=baskets["queued"],
            uncertain=baskets["uncertain"],
            held=sum(baskets[name] for name in _WAITING),
            at_jd=baskets["at_jd"],
            done=baskets["done"],
            oldest_queued_at=self._oldest_queued(),
            last_news_at=self._connection.execute(
                select(func.max(connections.c.last_news_at, type_=connections.c.last_news_at.type))
            ).scalar(),
            orders_by_day=self._orders_by_day(days),
            hours_to_ship=self._hours_to_ship(days),
            has_connection=self._any(connections),
            has_products=self._any(products),
            has_stores=self._any(stores),
        )

    def _needs(self) -> tuple[NeedRow, ...]:
        """Count what waits by its first reason, what most orders wait for first."""
        o = orders.c
        grouped = (
            select(o.reason_code, func.count().label("n"), func.min(o.id).label("first_id"))
            .where(HAS_REASON, dialect.unindexed(o.basket).in_(_WAITING))
            .group_by(o.reason_code)
            .subquery()
        )
        query = select(grouped, o.first_seen_at).join(orders, o.id == grouped.c.first_id)
        rows = self._connection.execute(query.order_by(grouped.c.n.desc(), grouped.c.reason_code))
        return tuple(NeedRow(row.reason_code, row.n, row.first_seen_at) for row in rows)

    def _oldest_queued(self) -> datetime | None:
        o = orders.c
        query = select(o.first_seen_at).where(o.basket == "queued").order_by(o.id).limit(1)
        found: datetime | None = self._connection.execute(query).scalar()
        return found

    def _days(self) -> list[date]:
        today = jakarta_day(self._clock.now())
        return [today - timedelta(days=n) for n in reversed(range(DAYS))]

    def _orders_by_day(self, days: list[date]) -> tuple[tuple[str, int, int], ...]:
        """Give orders from the counters, shipments by ranges of their index."""
        seen = self._counted("seen")
        return tuple(
            (day.isoformat(), seen.get(str(day.toordinal()), 0), self._shipped_on(day))
            for day in days
        )

    def _shipped_on(self, day: date) -> int:
        at = outbounds.c.shipped_at
        query = select(func.count()).where(at.is_not(None))
        query = query.where(at >= _begin(day), at < _begin(_next(day)))
        return self._connection.execute(query).scalar_one()

    def _hours_to_ship(self, days: list[date]) -> tuple[tuple[str, float], ...]:
        """Give the median hours from import to shipped, for days with shipments."""
        hours: dict[date, list[float]] = defaultdict(list)
        b, o = outbounds.c, orders.c
        for day in days:
            query = (
                select(b.shipped_at, o.first_seen_at)
                .join(orders, o.id == b.order_id)
                .where(b.shipped_at.is_not(None), o.first_seen_at.is_not(None))
                .where(b.shipped_at >= _begin(day), b.shipped_at < _begin(_next(day)))
                .limit(SAMPLE)
            )
            for row in self._connection.execute(query):
                hours[day].append((row.shipped_at - row.first_seen_at).total_seconds() / 3600)
        return tuple(
            (day.isoformat(), round(statistics.median(hours[day]), 1)) for day in days if hours[day]
        )

    def _any(self, table: Table) -> bool:
        found: bool = self._connection.execute(select(exists(select(table)))).scalar_one()
        return found


def _begin(day: date) -> datetime:
    return datetime.combine(day, time(), JAKARTA)


def _next(day: date) -> date:
    return day + timedelta(days=1)
