"""Give label pages, and outbound orders as they are picked: lines, places, recipients."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Row, Select, func, select

from jdfulfil_desktop.adapters.db import dialect
from jdfulfil_desktop.adapters.db.queries.reading import Reading
from jdfulfil_desktop.adapters.db.schema import (
    label_pages,
    labels,
    location_bindings,
    orders,
    outbound_items,
    outbounds,
    products,
)
from jdfulfil_desktop.application.queries import LabelRow, PickLine, PickRow

MOST_LOOSE = 1000
_LABEL = (
    *(labels.c[name] for name in ("id", "order_id", "file", "page", "matched_by", "read")),
    *(labels.c.added_at, labels.c.by, orders.c.channel, orders.c.order_no),
)
_ADDRESS = ("address", "village", "district", "city", "province", "postcode")


class Picking(Reading):
    """What goes with the goods."""

    def labels_of(self, order_ids: Sequence[int]) -> list[LabelRow]:
        """Give the label pages of orders, file by file as they were added."""
        query = _labels().where(dialect.among(labels.c.order_id, order_ids))
        return [_label(row) for row in self._connection.execute(query.order_by(labels.c.id))]

    def loose_labels(self) -> list[LabelRow]:
        """Give pages that no order is known of, the oldest first."""
        query = _labels().where(labels.c.order_id.is_(None)).order_by(labels.c.id)
        return [_label(row) for row in self._connection.execute(query.limit(MOST_LOOSE))]

    def loose_label_count(self) -> int:
        """Count them."""
        query = select(func.count()).where(labels.c.order_id.is_(None))
        return self._connection.execute(query).scalar_one()

    def label_pdfs(self, label_ids: Sequence[int]) -> dict[int, bytes]:
        """Give pages themselves, each a PDF."""
        p = label_pages.c
        query = select(p.label_id, p.pdf).where(dialect.among(p.label_id, label_ids))
        return {row.label_id: bytes(row.pdf) for row in self._connection.execute(query)}

    def picks(self, order_ids: Sequence[int]) -> list[PickRow]:
        """Give the outbound orders of orders as they are picked, the newest attempt of each part.

        Orders without an outbound order, or whose last one was cancelled, have nothing to pick.
        """
        b = outbounds.c
        query = select(outbounds).where(dialect.among(b.order_id, order_ids))
        newest: dict[tuple[int, int], Row[Any]] = {}
        for row in self._connection.execute(query.order_by(b.order_id, b.part, b.attempt)):
            newest[row.order_id, row.part] = row
        made = [row for row in newest.values() if row.push_state != "cancelled"]
        found = select(orders).where(dialect.among(orders.c.id, order_ids))
        of_order = {row.id: row for row in self._connection.execute(found)}
        lines = self._pick_lines(made)
        return [
            _pick(row, of_order[row.order_id], lines.get(row.id, ()))
            for row in made
            if row.order_id in of_order
        ]

    def _pick_lines(self, made: Sequence[Row[Any]]) -> dict[int, list[PickLine]]:
        i, p = outbound_items.c, products.c
        query = (
            select(i.outbound_id, i.sku, i.quantity, i.name, p.name.label("ours"), p.barcode)
            .outerjoin(products, p.sku == i.sku)
            .where(dialect.among(i.outbound_id, [row.id for row in made]))
            .order_by(i.outbound_id, i.place)
        )
        rows = self._connection.execute(query).all()
        places = self._places({row.warehouse_no for row in made}, {row.sku for row in rows})
        house_of = {row.id: row.warehouse_no for row in made}
        lines: dict[int, list[PickLine]] = defaultdict(list)
        for row in rows:
            place = places.get((house_of[row.outbound_id], row.sku), "")
            name = row.ours or row.name
            lines[row.outbound_id].append(
                PickLine(row.sku, name, row.barcode or "", row.quantity, place)
            )
        for found in lines.values():
            found.sort(key=lambda line: (not line.place, line.place, line.sku))
        return lines

    def _places(
        self, houses: Collection[str | None], skus: Collection[str]
    ) -> Mapping[tuple[str, str], str]:
        """Give the first location of each product in each warehouse."""
        x = location_bindings.c
        query = (
            select(x.warehouse_no, x.sku, func.min(x.code).label("code"))
            .where(dialect.among(x.warehouse_no, [house for house in houses if house]))
            .where(dialect.among(x.sku, skus))
            .group_by(x.warehouse_no, x.sku)
        )
        return {(row.warehouse_no, row.sku): row.code for row in self._connection.execute(query)}


def _labels() -> Select[Any]:
    return select(*_LABEL).outerjoin(orders, orders.c.id == labels.c.order_id)


def _label(row: Row[Any]) -> LabelRow:
    return LabelRow(
        id=row.id,
        order_id=row.order_id,
        channel=row.channel or "",
        order_no=row.order_no or "",
        file=row.file,
        page=row.page,
        matched_by=row.matched_by,
        read=row.read,
        added_at=row.added_at,
        by=row.by,
    )


def _pick(row: Row[Any], order: Row[Any], lines: Sequence[PickLine]) -> PickRow:
    parts = [getattr(order, f"consignee_{name}") for name in _ADDRESS]
    return PickRow(
        order_id=order.id,
        channel=order.channel,
        store=order.store,
        order_no=order.order_no,
        outbound_no=row.outbound_no,
        warehouse_no=row.warehouse_no or "",
        tracking_no=row.tracking_no or order.tracking_no,
        courier=order.courier or order.raw_courier,
        recipient=order.consignee_name,
        phone=order.consignee_phone,
        address=", ".join(dict.fromkeys(part for part in parts if part)),
        note=order.note,
        ship_by=order.ship_by,
        lines=tuple(lines),
    )
