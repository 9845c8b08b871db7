"""Give orders whole: lines with their master SKUs, verdict, outbound orders, timeline."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, func, select

from jdfulfil_desktop.adapters.db import dialect
from jdfulfil_desktop.adapters.db.baskets import OPEN
from jdfulfil_desktop.adapters.db.queries.reading import Reading
from jdfulfil_desktop.adapters.db.queries.records import notes_of
from jdfulfil_desktop.adapters.db.repositories.jd_documents import documents_of
from jdfulfil_desktop.adapters.db.repositories.outbounds import items_of
from jdfulfil_desktop.adapters.db.rows.order import reasons_from
from jdfulfil_desktop.adapters.db.schema import (
    batches,
    order_lines,
    orders,
    outbounds,
    sku_links,
)
from jdfulfil_desktop.adapters.db.schema.orders import HAS_REASON
from jdfulfil_desktop.application.queries import LineRow, NoteRow, OrderDetail, OutboundDetail
from jdfulfil_desktop.domain.ids import outbound_number
from jdfulfil_desktop.domain.jd_document import JdDocument

WITH_NOTES = 20
"""Up to so many orders come with their timelines: a list of thousands does not show them."""

Links = Mapping[tuple[str, str, str], tuple[tuple[str, int], ...]]


class OrderDetails(Reading):
    """Whole orders and outbound orders."""

    def order_details(
        self,
        order_ids: Sequence[int] | None = None,
        *,
        channel: str = "",
        order_no: str = "",
        store: str = "",
        order_nos: Sequence[str] | None = None,
        after_id: int = 0,
        limit: int = 1000,
    ) -> list[OrderDetail]:
        """Give whole orders, ascending by id; `notes` come with few, `waiting_alike` with one."""
        o = orders.c
        query = select(orders).where(o.id > after_id)
        if order_ids is not None:
            query = query.where(dialect.among(o.id, order_ids))
        if order_nos is not None:
            query = query.where(dialect.among(o.order_no, order_nos))
        for column, value in ((o.channel, channel), (o.order_no, order_no), (o.store, store)):
            if value:
                query = query.where(column == value)
        rows = self._connection.execute(query.order_by(o.id).limit(limit)).all()
        return self._details(rows)

    def jd_documents(self, outbound_nos: Collection[str]) -> dict[str, list[JdDocument]]:
        """Give what JD holds of outbound orders: parts, packages, what went out."""
        return documents_of(self._connection, outbound_nos)

    def outbounds(self) -> list[OutboundDetail]:
        """Give every outbound order, the oldest first."""
        rows = self._connection.execute(select(outbounds).order_by(outbounds.c.id)).all()
        items = self._all_items()
        return [_outbound_detail(row, items.get(row.id, ())) for row in rows]

    def _all_items(self) -> Mapping[int, Iterable[tuple[str, int]]]:
        ids = list(self._connection.execute(select(outbounds.c.id)).scalars())
        return _pairs(items_of(self._connection, ids))

    def _details(self, rows: Sequence[Row[Any]]) -> list[OrderDetail]:
        ids = [row.id for row in rows]
        lines = self._lines(rows)
        made = self._outbounds_of(ids)
        notes = self._notes(rows, made) if len(rows) <= WITH_NOTES else {}
        alike = self._waiting_alike(rows[0]) if len(rows) == 1 else 0
        return [
            _order_detail(
                row, lines.get(row.id, ()), made.get(row.id, ()), notes.get(row.id, ()), alike
            )
            for row in rows
        ]

    def _lines(self, rows: Sequence[Row[Any]]) -> dict[int, list[LineRow]]:
        x = order_lines.c
        query = select(order_lines).where(dialect.among(x.order_id, [row.id for row in rows]))
        found = self._connection.execute(query.order_by(x.order_id, x.place)).all()
        links = self._links({line.channel_sku for line in found})
        of = {row.id: (row.channel, row.store) for row in rows}
        lines: dict[int, list[LineRow]] = defaultdict(list)
        for line in found:
            channel, store = of[line.order_id]
            key = (channel, store, line.channel_sku)
            skus = links.get(key) or links.get((channel, "", line.channel_sku), ())
            lines[line.order_id].append(
                LineRow(line.channel_sku, line.name, line.quantity, skus, line.package)
            )
        return lines

    def _links(self, channel_skus: Collection[str]) -> Links:
        x = sku_links.c
        query = select(sku_links).where(dialect.among(x.channel_sku, channel_skus))
        links: dict[tuple[str, str, str], list[tuple[str, int]]] = defaultdict(list)
        for row in self._connection.execute(query.order_by(x.channel_sku, x.place)):
            links[row.channel, row.store, row.channel_sku].append((row.sku, row.quantity))
        return {key: tuple(parts) for key, parts in links.items()}

    def _outbounds_of(self, ids: Collection[int]) -> dict[int, list[OutboundDetail]]:
        """Give the newest attempt of each part, by part."""
        b = outbounds.c
        query: Select[Any] = select(outbounds).where(dialect.among(b.order_id, ids))
        newest: dict[tuple[int, int], Row[Any]] = {}
        for row in self._connection.execute(query.order_by(b.order_id, b.part, b.attempt)):
            newest[row.order_id, row.part] = row
        items = _pairs(items_of(self._connection, [row.id for row in newest.values()]))
        found: dict[int, list[OutboundDetail]] = defaultdict(list)
        for (order_id, _), row in newest.items():
            found[order_id].append(_outbound_detail(row, items.get(row.id, ())))
        return found

    def _notes(
        self, rows: Sequence[Row[Any]], made: Mapping[int, Sequence[OutboundDetail]]
    ) -> dict[int, list[NoteRow]]:
        found = {}
        for row in rows:
            documents = {str(outbound_number(row.channel, row.order_no))}
            documents.update(one.outbound_no for one in made.get(row.id, ()))
            documents.update(self._earlier(row.id))
            written = notes_of(self._connection, documents)
            brought = self._brought(row)
            found[row.id] = sorted([*brought, *written], key=lambda note: note.at)
        return found

    def _earlier(self, order_id: int) -> list[str]:
        """Give the numbers of all attempts: a cancelled one is part of the story."""
        query = select(outbounds.c.outbound_no).where(outbounds.c.order_id == order_id)
        return list(self._connection.execute(query).scalars())

    def _brought(self, row: Row[Any]) -> list[NoteRow]:
        """Say which files brought an order: the first, and the last one that renewed it."""
        wanted = {row.made_by_batch: "imported"}
        if row.batch_id != row.made_by_batch:
            wanted[row.batch_id] = "seen_again"
        x = batches.c
        query = select(batches).where(x.id.in_([number for number in wanted if number]))
        return [
            NoteRow(batch.begun_at, wanted[batch.id], batch.by, {"file": batch.file})
            for batch in self._connection.execute(query)
        ]

    def _waiting_alike(self, row: Row[Any]) -> int:
        """Count the other open orders that wait for the same thing."""
        if not row.reason_code:
            return 0
        o = orders.c
        alike: list[ColumnElement[bool]] = [o.reason_code == row.reason_code, o.basket.in_(OPEN)]
        if row.reason_subject:
            alike.append(o.reason_subject == row.reason_subject)
        query = select(func.count()).where(HAS_REASON, o.id != row.id, *alike)
        return self._connection.execute(query).scalar_one()


def _pairs(items: Mapping[int, Iterable[Any]]) -> dict[int, list[tuple[str, int]]]:
    return {key: [(item.sku, item.quantity) for item in found] for key, found in items.items()}


def _order_detail(
    row: Row[Any],
    lines: Sequence[LineRow],
    made: Sequence[OutboundDetail],
    notes: Sequence[NoteRow],
    alike: int,
) -> OrderDetail:
    return OrderDetail(
        order_id=row.id,
        channel=row.channel,
        store=row.store,
        order_no=row.order_no,
        status=row.status,
        raw_status=row.raw_status,
        courier=row.courier,
        raw_courier=row.raw_courier,
        tracking_no=row.tracking_no,
        country=row.country,
        created_at=row.created_at,
        accepted=row.accepted,
        on_hold=row.on_hold,
        ship_by=row.ship_by,
        lines=tuple(lines),
        rule=row.rule,
        create=row.creates,
        push=row.pushes,
        reasons=reasons_from(row.reasons),
        outbounds=tuple(made),
        notes=tuple(notes),
        waiting_alike=alike,
        recipient=(row.consignee_name, row.consignee_phone, row.consignee_address),
    )


def _outbound_detail(row: Row[Any], items: Iterable[tuple[str, int]]) -> OutboundDetail:
    return OutboundDetail(
        outbound_no=row.outbound_no,
        warehouse_no=row.warehouse_no or "",
        push_state=row.push_state,
        jd_no=row.jd_no,
        jd_status=row.jd_status,
        jd_words=row.jd_words,
        shipment_state=row.shipment_state,
        tracking_no=row.tracking_no,
        sent_tracking_no=row.sent_tracking_no,
        attempts=row.attempts,
        next_attempt_at=row.next_attempt_at,
        error_code=row.error_code or "",
        error_message=row.error_message,
        items=tuple(items),
        channel=row.channel,
        store=row.store,
        order_no=row.order_no,
        jd_waybill=row.jd_waybill,
    )
