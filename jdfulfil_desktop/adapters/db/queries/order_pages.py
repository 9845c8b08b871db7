"""Page through orders: a million of them open like a hundred.

An index per sort key, with the basket at its end, gives the ids of a page without touching a row;
only the page's own rows are read. Behind the middle the index is walked from its end.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, exists, func, select

from jdfulfil_desktop.adapters.db import dialect
from jdfulfil_desktop.adapters.db.baskets import BASKETS
from jdfulfil_desktop.adapters.db.queries.finding import matching_orders
from jdfulfil_desktop.adapters.db.queries.reading import Reading
from jdfulfil_desktop.adapters.db.schema import counters, labels, orders, outbounds
from jdfulfil_desktop.adapters.db.schema.orders import HAS_REASON, SORTED_BY, STILL_OURS
from jdfulfil_desktop.application.queries import Filter, OutboundRow, Sort

FEW_SHARE = 20
"""A basket below a twentieth of all orders is sorted by itself, not picked out of an index."""
MOST_COURIERS = 300
DUE_WITHIN = timedelta(hours=24)
"""What has to leave within so long is in the basket `due`."""

_OF_ORDER = (
    {
        name: orders.c[name]
        for name in ("store", "raw_courier", "rule", "reason_code", "reason_subject", "basket")
    }
    | {name: orders.c[name] for name in SORTED_BY}
    | {"order_id": orders.c.id}
)
_BY_AGE = {"first_seen_at": "order_id", "first_seen": "order_id"}
"""The list's column is called `first_seen`; ids rise with it."""
_OF_OUTBOUND = {
    name: outbounds.c[name]
    for name in (
        "outbound_no",
        "push_state",
        "shipment_state",
        "warehouse_no",
        "jd_no",
        "jd_status",
        "error_code",
        "next_attempt_at",
    )
}
_ROW = (
    *(orders.c[name] for name in ("channel", "store", "order_no", "status", "courier")),
    *(orders.c[name] for name in ("raw_courier", "tracking_no", "rule", "reason_code")),
    *(orders.c[name] for name in ("reason_subject", "reason_count", "basket", "created_at")),
    *(orders.c[name] for name in ("first_seen_at", "ship_by")),
    orders.c.id.label("order_id"),
    *(outbounds.c[name] for name in ("outbound_no", "push_state", "shipment_state")),
    *(outbounds.c[name] for name in ("warehouse_no", "jd_no", "jd_status", "next_attempt_at")),
    *(outbounds.c[name] for name in ("error_code", "error_message", "jd_waybill")),
    select(func.count())
    .where(labels.c.order_id == orders.c.id)
    .correlate(orders)
    .scalar_subquery()
    .label("labels"),
)


class OrderPages(Reading):
    """Pages, counts and baskets of Pesanan Outbound."""

    def outbound_page(
        self, filter: Filter, sort: Sort, offset: int, limit: int
    ) -> list[OutboundRow]:
        """Give a page; without a sort key the newest first."""
        offset, limit = max(offset, 0), max(limit, 0)
        backwards = False
        if _is_plain(filter):
            total = self.outbound_count(filter)
            limit = min(limit, total - offset)
            if limit <= 0:
                return []
            backwards = offset > total // 2
            if backwards:
                offset = total - offset - limit
        order = self._order(sort, backwards=backwards)
        ids = self._chosen(filter, sort).order_by(*order).limit(limit).offset(offset)
        found = list(self._connection.execute(ids).scalars())
        if backwards:
            found.reverse()
        return self._rows(found)

    def outbound_count(self, filter: Filter) -> int:
        """Count; without search and exact values from the counters."""
        if not _is_plain(filter):
            return self._count(self._chosen(filter, Sort()))
        baskets = self.outbound_baskets()
        return baskets.get(filter.basket, 0) if filter.basket else sum(baskets.values())

    def outbound_baskets(self) -> dict[str, int]:
        """Give all baskets with their counts, empty ones too."""
        counts = self._counted("basket")
        return {basket: counts.get(basket, 0) for basket in BASKETS}

    def outbound_due(self) -> int:
        """Count what JD does not have and has to leave within a day."""
        return self._count(select(orders.c.id).where(self._is_due()))

    def couriers(self) -> list[str]:
        """Give the couriers that orders go by: one step into the index a courier."""
        found: list[str] = []
        while len(found) < MOST_COURIERS:
            query = select(func.min(orders.c.courier)).where(
                orders.c.courier > (found[-1] if found else "")
            )
            following = self._connection.execute(query).scalar()
            if following is None:
                break
            found.append(following)
        return found

    def outbound_ids(self, filter: Filter, sort: Sort) -> list[int]:
        """Give the ids of all that a filter leaves, in the list's order."""
        query = self._chosen(filter, sort).order_by(*self._order(sort, backwards=False))
        return list(self._connection.execute(query).scalars())

    def outbound_rows(self, ids: Sequence[int]) -> list[OutboundRow]:
        """Give rows by id; orders that went meanwhile are left out."""
        return self._rows(ids)

    def _chosen(self, filter: Filter, sort: Sort) -> Select[Any]:
        query = select(orders.c.id)
        joined = sort.key in _OF_OUTBOUND or any(
            key in _OF_OUTBOUND and key != "warehouse_no" for key in filter.equals
        )
        if joined:
            query = query.outerjoin(outbounds, outbounds.c.id == orders.c.lead_id)
        if filter.basket == "due":
            query = query.where(self._is_due())
        elif filter.basket:
            query = query.where(self._in_basket(filter, sort))
        for key, value in filter.equals.items():
            query = query.where(self._equals(key, value, sort))
            if key == "reason_code" and value:
                query = query.where(HAS_REASON)
        if filter.search.strip():
            shared = dialect.is_shared(self._connection)
            query = query.where(orders.c.id.in_(matching_orders(filter.search, shared=shared)))
        return query

    def _is_due(self) -> ColumnElement[bool]:
        latest = self._clock.now() + DUE_WITHIN
        return and_(orders.c.ship_by <= latest, STILL_OURS)

    def _in_basket(self, filter: Filter, sort: Sort) -> ColumnElement[bool]:
        """Choose between the basket's own index and picking it out of the sort key's."""
        by_index = orders.c.basket == filter.basket
        if sort.key not in SORTED_BY or filter.search or filter.equals:
            return by_index
        counts = self.outbound_baskets()
        few = counts.get(filter.basket, 0) * FEW_SHARE < sum(counts.values())
        return by_index if few else dialect.unindexed(orders.c.basket) == filter.basket

    def _equals(self, key: str, value: str, sort: Sort) -> ColumnElement[bool]:
        """Compare a column with text; a column that no list has raises KeyError.

        What very many orders share is picked out of the sort key's index: the first rows come at
        once, where the value's own index would have to be read and sorted whole.
        """
        if key == "warehouse_no":
            return _goes_to(value)
        if key not in _OF_ORDER:
            return func.coalesce(_OF_OUTBOUND[key], "") == value
        column: ColumnElement[Any] = _OF_ORDER[key]
        if key in SORTED_BY and key != sort.key and self._is_common(column, value):
            column = dialect.unindexed(column)
        return column == value

    def _is_common(self, column: ColumnElement[Any], value: str) -> bool:
        """Tell whether a twentieth of all orders or more have a value; reads no more than that."""
        share = sum(self.outbound_baskets().values()) // FEW_SHARE + 1
        return self._count(select(orders.c.id).where(column == value).limit(share)) >= share

    @staticmethod
    def _order(sort: Sort, *, backwards: bool) -> list[ColumnElement[Any]]:
        """Order by the key, equal ones by age in the same direction: one walk over one index.

        What has no time stands last, whatever the direction: it is not the most urgent.
        """
        key = _BY_AGE.get(sort.key, sort.key)
        column = _OF_ORDER.get(key)
        if column is None:
            column = _OF_OUTBOUND.get(sort.key)
        down = (sort.descending if column is not None else True) != backwards
        keys = [orders.c.id] if column is None or column is orders.c.id else [column, orders.c.id]
        ordered = [dialect.in_order(each, down=down) for each in keys]
        if key == "ship_by" and not sort.descending:
            by = orders.c.ship_by
            ordered[0] = by.desc().nulls_first() if backwards else by.asc().nulls_last()
        return ordered

    def _rows(self, ids: Sequence[int]) -> list[OutboundRow]:
        query = select(*_ROW).outerjoin(outbounds, outbounds.c.id == orders.c.lead_id)
        rows = self._connection.execute(query.where(dialect.among(orders.c.id, ids)))
        by_id = {row.order_id: _row_from(row) for row in rows}
        return [by_id[order_id] for order_id in ids if order_id in by_id]

    def _counted(self, what: str) -> dict[str, int]:
        """Give what the writing transactions counted: `basket`, `store` or `seen`, by name."""
        c = counters.c
        query = select(c.name, c.value).where(c.name >= f"{what}:", c.name < f"{what};")
        return {row.name.partition(":")[2]: row.value for row in self._connection.execute(query)}


def _is_plain(filter: Filter) -> bool:
    """Tell whether the counters know how many a filter leaves."""
    return not filter.search and not filter.equals and filter.basket != "due"


def _goes_to(warehouse_no: str) -> ColumnElement[bool]:
    """Say that an outbound order of the order goes to a warehouse; empty: to none yet."""
    b = outbounds.c
    found = exists().where(b.order_id == orders.c.id)
    if warehouse_no:
        return found.where(b.warehouse_no == warehouse_no)
    return ~found.where(b.warehouse_no.is_not(None))


def _row_from(row: Row[Any]) -> OutboundRow:
    return OutboundRow(
        order_id=row.order_id,
        channel=row.channel,
        store=row.store,
        order_no=row.order_no,
        status=row.status,
        courier=row.courier,
        raw_courier=row.raw_courier,
        tracking_no=row.tracking_no,
        outbound_no=row.outbound_no or "",
        push_state=row.push_state or "",
        shipment_state=row.shipment_state or "",
        warehouse_no=row.warehouse_no or "",
        jd_no=row.jd_no or "",
        jd_status=row.jd_status,
        rule=row.rule,
        reason_code=row.reason_code,
        reason_subject=row.reason_subject,
        reason_count=row.reason_count,
        basket=row.basket,
        created_at=row.created_at,
        first_seen_at=row.first_seen_at,
        ship_by=row.ship_by,
        next_attempt_at=row.next_attempt_at,
        error_code=row.error_code or "",
        error_message=row.error_message or "",
        jd_waybill=row.jd_waybill or "",
        labels=row.labels,
    )
