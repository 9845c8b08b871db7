"""What lies behind a product's row: its picture, its links, its stock by date of expiry."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, func, or_, select

from jdfulfil_desktop.adapters.db import dialect
from jdfulfil_desktop.adapters.db.queries.reading import Reading
from jdfulfil_desktop.adapters.db.schema import pictures, products, shelves, sku_links
from jdfulfil_desktop.application.queries import LinkedRow, ShelfRow
from jdfulfil_desktop.domain.connection import jakarta_day

GOOD = 1
"""JD's class of stock that is in order."""


class GoodsDetails(Reading):
    """Details of goods."""

    def picture(self, sku: str) -> bytes:
        """Give a product's larger picture; empty where it has none."""
        query = select(pictures.c.large).where(pictures.c.sku == sku)
        found: bytes | None = self._connection.execute(query).scalar()
        return found or b""

    def linked(self, skus: Sequence[str] = ()) -> list[LinkedRow]:
        """Give what channel SKUs stand for, by channel, store and channel SKU."""
        x, part = sku_links.c, sku_links.alias()
        query = select(sku_links).order_by(x.channel, x.store, x.channel_sku, x.place)
        if skus:
            same = [part.c[name] == x[name] for name in ("channel", "store", "channel_sku")]
            query = query.where(
                select(part.c.sku).where(*same, dialect.among(part.c.sku, skus)).exists()
            )
        found: dict[tuple[str, str, str], list[tuple[str, int]]] = defaultdict(list)
        for row in self._connection.execute(query):
            found[row.channel, row.store, row.channel_sku].append((row.sku, row.quantity))
        return [LinkedRow(*key, tuple(parts)) for key, parts in found.items()]

    def shelves(
        self, *, warehouse_no: str = "", sku: str = "", within_days: int | None = None
    ) -> list[ShelfRow]:
        """Give stock by date of expiry, what ends first first."""
        s, today = shelves.c, jakarta_day(self._clock.now())
        query = select(shelves, func.coalesce(products.c.name, "").label("name"))
        query = query.outerjoin(products, products.c.sku == s.sku)
        if warehouse_no:
            query = query.where(s.warehouse_no == warehouse_no)
        if sku:
            query = query.where(s.sku == sku)
        if within_days is not None:
            query = query.where(ends_within(today, within_days))
        query = query.order_by(s.expires_on == "", s.expires_on, s.sku, s.warehouse_no)
        return [_shelf_row(row, today) for row in self._connection.execute(query)]


def ends_within(today: date, days: int) -> ColumnElement[bool]:
    """Say that stock ends within some days of today, or that JD has put it in a later class."""
    s, last = shelves.c, (today + timedelta(days=days)).isoformat()
    return or_((s.expires_on != "") & (s.expires_on <= last), s.state > GOOD) & (s.total > 0)


def _shelf_row(row: Row[Any], today: date) -> ShelfRow:
    expires = _day(row.expires_on)
    return ShelfRow(
        warehouse_no=row.warehouse_no,
        sku=row.sku,
        name=row.name,
        total=row.total,
        usable=row.usable,
        shelf_life_days=row.shelf_life_days,
        state=row.state,
        produced_on=_day(row.produced_on),
        expires_on=expires,
        remaining_days=(expires - today).days if expires else None,
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
