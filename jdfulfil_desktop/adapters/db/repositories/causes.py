"""Find the orders whose verdict a change can alter (RedecideOrders)."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, exists, literal, or_, select, union, union_all

from jdfulfil_desktop.adapters.db import dialect
from jdfulfil_desktop.adapters.db.baskets import OPEN
from jdfulfil_desktop.adapters.db.schema import (
    bindings,
    order_lines,
    orders,
    outbounds,
    sku_links,
    warehouses,
)
from jdfulfil_desktop.domain.errors import UsageError


def open_orders(cause: str, after_id: int, limit: int) -> Select[Any]:
    """Select ids of open orders, ascending, for a cause.

    `sku:X`: a line's channel SKU is X or is linked to the master SKU X; `store:NAME`;
    `warehouse:NO`: the store is bound there, or the order is placed there; `pin:PIN`: the same for
    all warehouses of a connection; `all`. What is sent or over is left out by its basket.
    """
    kind, _, value = cause.partition(":")
    if kind == "sku":
        return _with_line(value, after_id, limit)
    narrowed = _narrowed(kind, value)
    # One ordered, bounded look a basket: the union of them all is read in full at every call.
    parts = []
    for basket in OPEN:
        part = select(orders.c.id).where(orders.c.basket == basket, orders.c.id > after_id)
        if narrowed is not None:
            part = part.where(narrowed)
        bounded = part.order_by(orders.c.id).limit(limit).subquery()
        parts.append(select(bounded.c.id))
    every = union_all(*parts).subquery()
    return select(every.c.id).order_by(every.c.id).limit(limit)


def _with_line(sku: str, after_id: int, limit: int) -> Select[Any]:
    x, basket = order_lines.c, dialect.unindexed(orders.c.basket)
    linked = select(sku_links.c.channel_sku).where(sku_links.c.sku == sku)
    with_it = select(x.order_id).where(
        x.channel_sku.in_(union(select(literal(sku)), linked)), x.order_id > after_id
    )
    query = select(orders.c.id).where(orders.c.id.in_(with_it), basket.in_(OPEN))
    return query.order_by(orders.c.id).limit(limit)


def _narrowed(kind: str, value: str) -> ColumnElement[bool] | None:
    if kind == "all":
        return None
    if kind == "store":
        return orders.c.store == value
    if kind == "warehouse":
        houses: Select[Any] = select(literal(value))
    elif kind == "pin":
        houses = select(warehouses.c.warehouse_no).where(warehouses.c.pin == value)
    else:
        raise UsageError("unknown_cause", subject=kind)
    bound = select(bindings.c.store).where(bindings.c.warehouse_no.in_(houses))
    placed = exists().where(
        outbounds.c.order_id == orders.c.id, outbounds.c.warehouse_no.in_(houses)
    )
    return or_(orders.c.store.in_(bound), placed)
