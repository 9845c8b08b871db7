"""Keep what a batch is about to change, so that it can be undone whole."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Column, Connection, Integer, Table, delete, literal, select

from jdfulfil_desktop.adapters.db import dialect
from jdfulfil_desktop.adapters.db.schema import (
    order_lines,
    orders,
    outbound_items,
    outbounds,
    undo_items,
    undo_lines,
    undo_orders,
    undo_outbounds,
)


def keep_orders(connection: Connection, batch_id: int, ids: Collection[int]) -> None:
    """Copy orders and lines that the batch did not make and has not copied yet."""
    new = _fresh(connection, batch_id, ids, orders, undo_orders)
    _copy(connection, batch_id, orders, undo_orders, orders.c.id, new)
    _copy(connection, batch_id, order_lines, undo_lines, order_lines.c.order_id, new)


def keep_outbounds(connection: Connection, batch_id: int, ids: Collection[int]) -> None:
    """Copy outbound orders and items likewise."""
    new = _fresh(connection, batch_id, ids, outbounds, undo_outbounds)
    _copy(connection, batch_id, outbounds, undo_outbounds, outbounds.c.id, new)
    _copy(connection, batch_id, outbound_items, undo_items, outbound_items.c.outbound_id, new)


def forget_copies(connection: Connection, batch_id: int) -> None:
    """Delete the copies of a batch and of all before it."""
    for table in (undo_orders, undo_lines, undo_outbounds, undo_items):
        connection.execute(delete(table).where(table.c.undo_batch <= batch_id))


def forget_copies_of(
    connection: Connection,
    batch_id: int,
    order_ids: Collection[int],
    outbound_ids: Collection[int],
) -> None:
    """Delete a batch's copies of some orders and outbound orders: they are put back."""
    for table, key, ids in (
        (undo_orders, undo_orders.c.id, order_ids),
        (undo_lines, undo_lines.c.order_id, order_ids),
        (undo_outbounds, undo_outbounds.c.id, outbound_ids),
        (undo_items, undo_items.c.outbound_id, outbound_ids),
    ):
        chosen = (table.c.undo_batch == batch_id) & dialect.among(key, ids)
        connection.execute(delete(table).where(chosen))


def _fresh(
    connection: Connection, batch_id: int, ids: Collection[int], table: Table, copies: Table
) -> list[int]:
    """Leave out what the batch made itself or has copied: the first copy is what was before it."""
    kept = select(copies.c.id).where(copies.c.undo_batch == batch_id)
    query = select(table.c.id).where(
        dialect.among(table.c.id, ids),
        table.c.made_by_batch.is_distinct_from(batch_id),
        table.c.id.not_in(kept),
    )
    return list(connection.execute(query).scalars())


def _copy(
    connection: Connection,
    batch_id: int,
    table: Table,
    copies: Table,
    key: Column[int],
    ids: Collection[int],
) -> None:
    if not ids:
        return
    names = dialect.column_names(table)
    rows = select(literal(batch_id, Integer), *(table.c[name] for name in names))
    rows = rows.where(dialect.among(key, ids))
    connection.execute(dialect.inserting(copies).from_select(["undo_batch", *names], rows))
