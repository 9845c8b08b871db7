"""Find orders by any part of their numbers, and hits of every kind for the header's search."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    Integer,
    Select,
    bindparam,
    column,
    or_,
    select,
    text,
    union,
)

from jdfulfil_desktop.adapters.db import dialect
from jdfulfil_desktop.adapters.db.queries.reading import Reading, containing, escaped
from jdfulfil_desktop.adapters.db.schema import (
    inbounds,
    locations,
    order_lines,
    orders,
    products,
    sku_links,
    stores,
)
from jdfulfil_desktop.application.queries import SearchHit
from jdfulfil_desktop.domain.order import Channel

MOST_HITS = 10_000
"""So many of the newest hits are looked at: three letters can match half a million orders."""
TRIGRAM = 3
_PREFIXES = tuple(f"{channel.value}{mark}" for channel in Channel for mark in "-/")


def matching_orders(search: str, *, shared: bool) -> Select[Any]:
    """Select ids of the newest orders that match, at most `MOST_HITS` of each kind of hit.

    From three characters on any part of an order, tracking, JD, way bill or outbound number or
    channel SKU matches, words apart each for itself; so does the beginning of the recipient's name,
    and any part of a product's name, SKU or barcode or of a store's name. Below that it is the
    beginning of order or tracking number. `shared`: on PostgreSQL, whose trigrams answer ILIKE.
    """
    wanted = _without_channel("".join(c for c in search if c.isprintable()).strip())
    words = [word for word in wanted.split() if len(word) >= TRIGRAM]
    if not words:
        return _beginning_with(wanted)
    numbers = _with_words(words) if shared else _with_phrases(words)
    parts = [numbers, _for_recipient(wanted), _of_goods(wanted), _of_store(wanted)]
    found = union(*(select(part.subquery().c.id) for part in parts)).subquery()
    return select(found.c.id)


def _with_phrases(words: Sequence[str]) -> Select[Any]:
    phrases = " ".join('"{}"'.format(word.replace('"', '""')) for word in words)
    hits = text(
        "SELECT rowid AS id FROM order_search WHERE order_search MATCH :words "
        "ORDER BY rowid DESC LIMIT :most"
    ).bindparams(
        bindparam("words", phrases, unique=True), bindparam("most", MOST_HITS, unique=True)
    )
    found = hits.columns(column("id", Integer)).subquery()
    return select(found.c.id)


def _with_words(words: Sequence[str]) -> Select[Any]:
    hits = select(orders.c.id).where(
        *(dialect.like(orders.c.search_text, f"%{escaped(word)}%") for word in words)
    )
    found = hits.order_by(orders.c.id.desc()).limit(MOST_HITS).subquery()
    return select(found.c.id)


def _for_recipient(wanted: str) -> Select[Any]:
    """Look the beginning of a name up as people write names: Budi, BUDI, budi."""
    name = orders.c.consignee_name
    spelled = dict.fromkeys((wanted, wanted.title(), wanted.upper(), wanted.lower()))
    parts = [
        select(orders.c.id)
        .where(name != "", name >= one, name < one + "\U0010ffff")
        .limit(MOST_HITS)
        .subquery()
        for one in spelled
    ]
    found = union(*(select(part.c.id) for part in parts)).subquery()
    return select(found.c.id)


def _of_goods(wanted: str) -> Select[Any]:
    """Find the newest orders of each channel SKU whose product a text names.

    SKU by SKU: asked for all at once, SQLite goes through every order there is, the newest first,
    also where the text names no product at all; that was 200 ms of a million orders.
    """
    p, x, other = products.c, sku_links.c, order_lines.alias()
    skus = select(p.sku).where(containing(wanted, p.name, p.sku, p.barcode))
    sold_as = select(x.channel_sku).where(x.sku.in_(skus)).distinct().subquery()
    newest = select(other.c.order_id).where(other.c.channel_sku == sold_as.c.channel_sku)
    newest = newest.correlate(sold_as).order_by(other.c.order_id.desc()).limit(MOST_HITS)
    return select(orders.c.id).join_from(sold_as, orders, orders.c.id.in_(newest))


def _of_store(wanted: str) -> Select[Any]:
    """Find the newest orders of each store that a text names, store by store."""
    other = orders.alias()
    newest = select(other.c.id).where(other.c.store == stores.c.name)
    newest = newest.correlate(stores).order_by(other.c.id.desc()).limit(MOST_HITS)
    query = select(orders.c.id).join_from(stores, orders, orders.c.id.in_(newest))
    return query.where(containing(wanted, stores.c.name))


def _without_channel(search: str) -> str:
    """Take off the channel that outbound numbers (and `CHANNEL/ORDER_NO`) begin with."""
    for prefix in _PREFIXES:
        if search.casefold().startswith(prefix):
            return search[len(prefix) :]
    return search


def _beginning_with(search: str) -> Select[Any]:
    """Look a beginning up in the indices of order and tracking number; nothing for no text."""
    if not search:
        return select(orders.c.id).where(orders.c.id.is_(None))
    spellings = dict.fromkeys((search, search.upper(), search.lower()))
    parts = []
    for spelling in spellings:
        for number in (orders.c.order_no, orders.c.tracking_no):
            within = (number >= spelling) & (number < spelling + "\U0010ffff")
            bounded = select(orders.c.id).where(within).limit(MOST_HITS).subquery()
            parts.append(select(bounded.c.id))
    found = union(*parts).subquery()
    return select(found.c.id)


class Finding(Reading):
    """The header's search."""

    def search(self, text: str, limit: int = 20) -> list[SearchHit]:
        """Give hits of every kind, orders first; `key` is what the record is opened by.

        Keys: an order's id, a product's SKU, `WAREHOUSE/CODE` of a location, an inbound number.
        """
        if not text.strip():
            return []
        hits = self._order_hits(text, limit)
        hits += self._product_hits(text, limit) + self._location_hits(text, limit)
        hits += self._inbound_hits(text, limit)
        return hits[:limit] if len({hit.kind for hit in hits}) < 2 else _fair(hits, limit)

    def _order_hits(self, text: str, limit: int) -> list[SearchHit]:
        o = orders.c
        shared = dialect.is_shared(self._connection)
        newest = matching_orders(text, shared=shared).order_by(None).subquery()
        query = select(o.id, o.order_no, o.store, o.tracking_no).where(
            o.id.in_(select(newest.c.id).order_by(newest.c.id.desc()).limit(limit))
        )
        return [
            SearchHit(
                "order", str(r.id), r.order_no, " · ".join(filter(None, (r.store, r.tracking_no)))
            )
            for r in self._connection.execute(query.order_by(o.id.desc()))
        ]

    def _product_hits(self, text: str, limit: int) -> list[SearchHit]:
        p = products.c
        query = select(p.sku, p.name, p.barcode).where(containing(text, p.sku, p.name, p.barcode))
        query = query.where(p.archived.is_(False)).order_by(p.sku).limit(limit)
        return [
            SearchHit("product", row.sku, row.name, _joined(row.sku, row.barcode))
            for row in self._connection.execute(query)
        ]

    def _location_hits(self, text: str, limit: int) -> list[SearchHit]:
        x = locations.c
        query = select(x.warehouse_no, x.code).where(containing(text, x.code))
        query = query.order_by(x.code, x.warehouse_no).limit(limit)
        return [
            SearchHit("location", f"{row.warehouse_no}/{row.code}", row.code, row.warehouse_no)
            for row in self._connection.execute(query)
        ]

    def _inbound_hits(self, text: str, limit: int) -> list[SearchHit]:
        i = inbounds.c
        query = select(i.inbound_no, i.warehouse_no, i.jd_no).where(
            or_(containing(text, i.inbound_no, i.jd_no, i.note))
        )
        query = query.order_by(i.id.desc()).limit(limit)
        return [
            SearchHit(
                "inbound",
                row.inbound_no,
                row.inbound_no,
                " · ".join(filter(None, (row.warehouse_no, row.jd_no))),
            )
            for row in self._connection.execute(query)
        ]


def _joined(sku: str, barcode: str) -> str:
    return " · ".join(filter(None, (sku, barcode if barcode != sku else "")))


def _fair(hits: list[SearchHit], limit: int) -> list[SearchHit]:
    """Keep a fifth of the places for each kind that has hits, so that none is crowded out."""
    by_kind: dict[str, list[SearchHit]] = {}
    for hit in hits:
        by_kind.setdefault(hit.kind, []).append(hit)
    share = max(limit // 5, 1)
    kept = {kind: found[:share] for kind, found in by_kind.items()}
    for kind, found in by_kind.items():
        free = limit - sum(map(len, kept.values()))
        kept[kind] += found[share : share + max(free, 0)]
    return [hit for found in kept.values() for hit in found][:limit]
