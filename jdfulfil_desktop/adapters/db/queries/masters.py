"""Page through products and list the channel SKUs that no master SKU stands for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, exists, func, or_, select

from jdfulfil_desktop.adapters.db import dialect
from jdfulfil_desktop.adapters.db.baskets import OPEN
from jdfulfil_desktop.adapters.db.queries.reading import Reading, containing, in_order_of
from jdfulfil_desktop.adapters.db.schema import (
    order_lines,
    orders,
    pictures,
    placements,
    products,
    sku_links,
    warehouses,
)
from jdfulfil_desktop.adapters.db.schema.orders import HAS_REASON
from jdfulfil_desktop.application.queries import (
    Filter,
    GoodsName,
    LinkRow,
    ProductRow,
    Sort,
    UnlinkedRow,
)

_SORTS: dict[str, ColumnElement[Any]] = {
    column.name: column for column in products.columns if column.name != "id"
}
UNPLACED, ARCHIVED = "unplaced", "archived"
_LINKED_BY = ("channel", "store", "channel_sku")


class Masters(Reading):
    """Products and links.

    Baskets of products: `unplaced`, `archived` (in no other basket), or the state of a placement
    (`own waiting uncertain pushed failed`). `equals`: any column of the row, and `warehouse_no`
    for what is placed there.
    """

    def product_page(self, filter: Filter, sort: Sort, offset: int, limit: int) -> list[ProductRow]:
        """Give a page, by SKU unless sorted."""
        order = in_order_of(sort, _SORTS, [products.c.sku])
        query = self._products(filter).order_by(*order).limit(limit).offset(offset)
        rows = self._connection.execute(query).all()
        skus = [row.sku for row in rows]
        placed, links, seen = self._placed(skus), self._link_counts(skus), self._thumbnails(skus)
        return [
            _product_row(
                row, placed.get(row.sku, ()), links.get(row.sku, 0), seen.get(row.sku, b"")
            )
            for row in rows
        ]

    def product_count(self, filter: Filter) -> int:
        """Count."""
        return self._count(self._products(filter))

    def goods_named(self, texts: Sequence[str]) -> dict[str, GoodsName]:
        """Give the product that each text names: by its SKU, else by its barcode."""
        p, wanted = products.c, set(texts) - {""}
        query = select(p.sku, p.name, p.barcode, p.picture).where(
            p.archived.is_(False), dialect.among(p.sku, wanted) | dialect.among(p.barcode, wanted)
        )
        rows = [GoodsName(*row) for row in self._connection.execute(query.order_by(p.sku.desc()))]
        named = {row.barcode: row for row in rows if row.barcode in wanted}
        return {**named, **{row.sku: row for row in rows if row.sku in wanted}}

    def links_of(self, sku: str) -> list[LinkRow]:
        """Give the channel SKUs that stand for a product, by channel."""
        x, other = sku_links.c, sku_links.alias().c
        same = [getattr(other, name) == getattr(x, name) for name in _LINKED_BY]
        parts = select(func.count()).where(*same).scalar_subquery().label("parts")
        query = select(sku_links, parts).where(x.sku == sku)
        return [
            LinkRow(row.channel, row.store, row.channel_sku, row.quantity, row.parts)
            for row in self._connection.execute(query.order_by(*(x[name] for name in _LINKED_BY)))
        ]

    def unlinked(self) -> list[UnlinkedRow]:
        """Give channel SKUs that open orders wait for, what most orders wait for first."""
        o, x = orders.c, order_lines.c
        linked = exists().where(
            sku_links.c.channel == o.channel,
            sku_links.c.channel_sku == x.channel_sku,
            or_(sku_links.c.store == "", sku_links.c.store == o.store),
        )
        waiting = func.count(o.id.distinct()).label("orders")
        query = (
            select(o.channel, o.store, x.channel_sku, func.max(x.name).label("name"), waiting)
            .join(order_lines, x.order_id == o.id)
            .where(HAS_REASON, o.basket.in_(OPEN), dialect.like(o.reasons, "%sku\\_not\\_linked%"))
            .where(~linked)
            .group_by(o.channel, o.store, x.channel_sku)
            .order_by(waiting.desc(), x.channel_sku, o.store)
        )
        rows = self._connection.execute(query).all()
        suggested = self._suggestions({row.channel_sku: row.name for row in rows})
        return [
            UnlinkedRow(
                r.channel,
                r.store,
                r.channel_sku,
                r.name,
                r.orders,
                *suggested.get(r.channel_sku, ("", "")),
            )
            for r in rows
        ]

    def _products(self, filter: Filter) -> Select[Any]:
        p = products.c
        query = select(products).where(p.archived.is_(filter.basket == ARCHIVED))
        if filter.search.strip():
            query = query.where(containing(filter.search, p.sku, p.name, p.barcode, p.family))
        here = placements.c.sku == p.sku
        if filter.basket == UNPLACED:
            query = query.where(~exists().where(here))
        elif filter.basket and filter.basket != ARCHIVED:
            query = query.where(exists().where(and_(here, placements.c.state == filter.basket)))
        for key, value in filter.equals.items():
            if key in _SORTS:
                query = query.where(_SORTS[key] == value)
            else:
                column = placements.c["state" if key == "push_state" else key]
                query = query.where(exists().where(and_(here, column == value)))
        return query

    def _placed(self, skus: Collection[str]) -> dict[str, list[Row[Any]]]:
        """Give placements by SKU, JD's warehouses before the merchant's own."""
        p = placements.c
        query = (
            select(placements, warehouses.c.kind)
            .outerjoin(warehouses, warehouses.c.warehouse_no == p.warehouse_no)
            .where(dialect.among(p.sku, skus))
            .order_by(p.sku, warehouses.c.kind, p.warehouse_no)
        )
        placed: dict[str, list[Row[Any]]] = defaultdict(list)
        for row in self._connection.execute(query):
            placed[row.sku].append(row)
        return placed

    def _thumbnails(self, skus: Collection[str]) -> dict[str, bytes]:
        x = pictures.c
        query = select(x.sku, x.small).where(dialect.among(x.sku, skus))
        return {row.sku: row.small for row in self._connection.execute(query)}

    def _link_counts(self, skus: Collection[str]) -> dict[str, int]:
        x = sku_links.c
        query = select(x.sku, func.count().label("links")).where(dialect.among(x.sku, skus))
        return {row.sku: row.links for row in self._connection.execute(query.group_by(x.sku))}

    def _suggestions(self, named: Mapping[str, str]) -> Mapping[str, tuple[str, str]]:
        """Suggest by equal SKU, else barcode, else name, case and marks apart: (SKU, why).

        `named`: the channel's name by channel SKU. A name that two products have suggests neither.
        """
        if not named:
            return {}
        p = products.c
        query = select(p.sku, p.barcode, p.name).where(p.archived.is_(False)).order_by(p.sku.desc())
        known: dict[str, dict[str, str]] = {"sku": {}, "barcode": {}, "name": {}}
        for row in self._connection.execute(query):
            known["sku"][_plain(row.sku)] = row.sku
            known["barcode"][_plain(row.barcode)] = row.sku
            name = _plain(row.name)
            known["name"][name] = "" if name in known["name"] else row.sku
        found: dict[str, tuple[str, str]] = {}
        for channel_sku, name in named.items():
            for why, text in (("sku", channel_sku), ("barcode", channel_sku), ("name", name)):
                key = _plain(text)
                sku = known[why].get(key, "") if key else ""
                if sku:
                    found[channel_sku] = (sku, why)
                    break
        return found


def _plain(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _product_row(
    row: Row[Any], placed: Sequence[Row[Any]], links: int, thumbnail: bytes
) -> ProductRow:
    first = next((x for x in placed if x.kind == "jd"), None)
    return ProductRow(
        sku=row.sku,
        name=row.name,
        barcode=row.barcode,
        weight_g=row.weight_g,
        length_mm=row.length_mm,
        width_mm=row.width_mm,
        height_mm=row.height_mm,
        shelf_life_days=row.shelf_life_days,
        inbound_limit_days=row.inbound_limit_days,
        outbound_limit_days=row.outbound_limit_days,
        shelf_life_confirmed=row.shelf_life_confirmed,
        goods_no=first.goods_no if first else "",
        push_state=first.state if first else "",
        warehouses=tuple(x.warehouse_no for x in placed),
        links=links,
        error_code=first.error_code if first else "",
        error_text=first.error_text if first else "",
        archived=row.archived,
        family=row.family,
        colour=row.colour,
        size=row.size,
        picture=row.picture,
        thumbnail=thumbnail,
    )
