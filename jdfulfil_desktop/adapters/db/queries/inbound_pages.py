"""Page through inbound lists."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, exists, func, or_, select

from jdfulfil_desktop.adapters.db import dialect
from jdfulfil_desktop.adapters.db.queries.reading import Reading, containing, in_order_of
from jdfulfil_desktop.adapters.db.rows.inbound import differences_from, receipt_from
from jdfulfil_desktop.adapters.db.schema import (
    inbound_lines,
    inbound_receipts,
    inbounds,
    products,
)
from jdfulfil_desktop.application.queries import (
    Filter,
    InboundLineRow,
    InboundRow,
    ReceiptRow,
    Sort,
)

BASKETS = ("draft", "queued", "uncertain", "at_jd", "held", "done", "closed")
_COLUMNS: dict[str, ColumnElement[Any]] = {column.name: column for column in inbounds.columns}


class InboundPages(Reading):
    """Inbound lists. Baskets: `draft queued uncertain at_jd held (rejected) done closed`."""

    def inbound_page(self, filter: Filter, sort: Sort, offset: int, limit: int) -> list[InboundRow]:
        """Give a page, the newest first unless sorted."""
        order = in_order_of(sort, _COLUMNS, [inbounds.c.id.desc()])
        query = self._inbounds(filter).order_by(*order).limit(limit).offset(offset)
        return self._with_lines(self._connection.execute(query).all())

    def inbound_count(self, filter: Filter) -> int:
        """Count."""
        return self._count(self._inbounds(filter))

    def inbound_baskets(self) -> dict[str, int]:
        """Give all baskets with their counts, empty ones too."""
        i = inbounds.c
        query = select(i.basket, func.count().label("lists")).group_by(i.basket)
        counts = {row.basket: row.lists for row in self._connection.execute(query)}
        return {basket: counts.get(basket, 0) for basket in BASKETS}

    def inbound(self, inbound_no: str) -> InboundRow | None:
        """Give one by our number."""
        query = select(inbounds).where(inbounds.c.inbound_no == inbound_no)
        return next(iter(self._with_lines(self._connection.execute(query).all())), None)

    def receipts(self, inbound_no: str) -> list[ReceiptRow]:
        """Give the receipts of a list in the order in which JD told them."""
        r, i = inbound_receipts.c, inbounds.c
        query = select(inbound_receipts).join(inbounds, i.id == r.inbound_id)
        query = query.where(i.inbound_no == inbound_no).order_by(r.place)
        found = map(receipt_from, self._connection.execute(query))
        return [
            ReceiptRow(
                one.at,
                one.status,
                one.document,
                one.booked,
                tuple((str(p.sku), p.units, p.differences) for p in one.parts),
            )
            for one in found
        ]

    def _inbounds(self, filter: Filter) -> Select[Any]:
        i, x = inbounds.c, inbound_lines.c
        query = select(inbounds)
        if filter.basket:
            query = query.where(i.basket == filter.basket)
        if filter.search.strip():
            line = exists().where(x.inbound_id == i.id, containing(filter.search, x.sku))
            query = query.where(
                or_(containing(filter.search, i.inbound_no, i.jd_no, i.note, i.warehouse_no), line)
            )
        for key, value in filter.equals.items():
            query = query.where(_COLUMNS[key] == value)
        return query

    def _with_lines(self, rows: Sequence[Row[Any]]) -> list[InboundRow]:
        x = inbound_lines.c
        query = (
            select(inbound_lines, func.coalesce(products.c.name, "").label("name"))
            .outerjoin(products, products.c.sku == x.sku)
            .where(dialect.among(x.inbound_id, [row.id for row in rows]))
            .order_by(x.inbound_id, x.place)
        )
        lines: dict[int, list[InboundLineRow]] = defaultdict(list)
        for line in self._connection.execute(query):
            differences = differences_from(line.differences)
            lines[line.inbound_id].append(
                InboundLineRow(line.sku, line.name, line.planned, line.received, differences)
            )
        return [_inbound_row(row, lines[row.id]) for row in rows]


def _inbound_row(row: Row[Any], lines: Sequence[InboundLineRow]) -> InboundRow:
    return InboundRow(
        inbound_no=row.inbound_no,
        warehouse_no=row.warehouse_no,
        note=row.note,
        push_state=row.push_state,
        jd_no=row.jd_no,
        jd_status=row.jd_status,
        created_at=row.created_at,
        completed_at=row.completed_at,
        planned=row.planned,
        received=row.received,
        lines=tuple(lines),
        error_code=row.error_code,
        error_text=row.error_text,
        news_at=row.status_at,
        corrections=row.corrections,
    )
