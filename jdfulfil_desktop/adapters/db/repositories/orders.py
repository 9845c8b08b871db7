"""Keep orders, their lines and their verdicts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, delete, select, true, update

from jdfulfil_desktop.adapters.db import dialect
from jdfulfil_desktop.adapters.db.board import INSERT_LINES, Board
from jdfulfil_desktop.adapters.db.bulk import Bulk
from jdfulfil_desktop.adapters.db.repositories.causes import open_orders
from jdfulfil_desktop.adapters.db.repositories.copies import keep_orders
from jdfulfil_desktop.adapters.db.rows.order import (
    NO_DECISION,
    decision_values,
    line_from,
    line_values,
    order_from,
    order_values,
    store_key,
)
from jdfulfil_desktop.adapters.db.schema import counters, order_lines, orders
from jdfulfil_desktop.application.ports import StoredDecision
from jdfulfil_desktop.domain.order import Channel, Order, OrderLine

_OWN = ("id", "made_by_batch", "batch_id", "basket", "lead_id", "search_text", *NO_DECISION)
_SAID = [column.name for column in orders.columns if column.name not in _OWN]
_BY_ID = update(orders).where(orders.c.id == bindparam("row_id"))
_UPDATE = Bulk(_BY_ID, _SAID)
_UPDATE_IN_BATCH = Bulk(_BY_ID, [*_SAID, "batch_id"])
_DECIDE = Bulk(_BY_ID, NO_DECISION)
OWNERS = 10
"""So many owners of one tracking number are named."""


class SqlOrders:
    """Fulfil `ports.Orders`."""

    def __init__(self, connection: Connection, board: Board) -> None:
        self._connection = connection
        self._board = board

    def get(self, channel: Channel, order_no: str, store: str = "") -> list[Order]:
        """Give the orders with that number, of one store where it is named."""
        chosen = (dialect.unindexed(orders.c.channel) == channel.value) & (
            orders.c.order_no == order_no
        )
        if store:
            chosen &= orders.c.store == store
        return self._load(chosen)

    def get_many(
        self, channel: Channel, order_nos: Collection[str], store: str = ""
    ) -> dict[str, Order]:
        """Give known orders by number."""
        if not order_nos:
            return {}
        chosen = (
            (dialect.unindexed(orders.c.channel) == channel.value)
            & (dialect.unindexed(orders.c.store_key) == store_key(channel, store))
            & dialect.among(orders.c.order_no, order_nos)
        )
        return {order.order_no: order for order in self._load(chosen)}

    def by_ids(self, ids: Collection[int]) -> list[Order]:
        """Give orders, ascending by id."""
        return self._load(dialect.among(orders.c.id, ids)) if ids else []

    def with_tracking_no(self, tracking_no: str) -> list[Order]:
        """Give the orders for which a number is in force."""
        return self._load(orders.c.tracking_no == tracking_no) if tracking_no else []

    def owners_of_numbers(
        self, tracking_nos: Collection[str]
    ) -> dict[str, list[tuple[int, Channel, str]]]:
        """Give (id, channel, order number) of the first orders that have each number (R39).

        A file may have one number, such as `0`, in every row: all owners of it would be read anew
        with each chunk, and an import of 50,000 orders took ten times as long.
        """
        numbers = sorted({number for number in tracking_nos if number})
        if not numbers:
            return {}
        self._board.flush()
        query = _first_owners(numbers, shared=dialect.is_shared(self._connection))
        owners: dict[str, list[tuple[int, Channel, str]]] = defaultdict(list)
        for row in self._connection.execute(query):
            owners[row.tracking_no].append((row.id, Channel(row.channel), row.order_no))
        return dict(owners)

    def open_ids(self, cause: str, after_id: int, limit: int) -> list[int]:
        """Give ids of orders whose verdict a cause can change, ascending."""
        self._board.flush()
        return list(self._connection.execute(open_orders(cause, after_id, limit)).scalars())

    def save_many(self, orders: Sequence[Order], batch_id: int | None = None) -> list[Order]:
        """Insert or update; with a batch, what was there before is kept."""
        fresh = sum(order.id is None for order in orders)
        ids = iter(self._new_ids(fresh))
        stored = [order if order.id is not None else order.numbered(next(ids)) for order in orders]
        known = []
        for before, order in zip(orders, stored, strict=True):
            order_id = order.id or 0
            if before.id is None:
                lines = line_values(order_id, order.snapshot.lines)
                values = order_values(order)
                values["made_by_batch"] = values["batch_id"] = batch_id
                self._board.add(order_id, values, lines)
            elif batch_id is None and self._board.is_new(order_id):
                lines = line_values(order_id, order.snapshot.lines)
                self._board.add(order_id, order_values(order), lines)
            else:
                known.append(order)
        if known:
            self._board.flush()
            self._update(known, batch_id)
        return stored

    def save_decision(self, decisions: Mapping[int, StoredDecision]) -> None:
        """Store verdicts by order id."""
        rows = []
        for order_id, decision in decisions.items():
            values = decision_values(decision)
            if not self._board.decide(order_id, values):
                rows.append({"row_id": order_id, **values})
        if rows:
            _DECIDE.run(self._connection, rows)
            self._board.touch(row["row_id"] for row in rows)

    def _new_ids(self, count: int) -> Sequence[int]:
        return dialect.take_ids(self._connection, counters, orders, count) if count else ()

    def _update(self, known: Sequence[Order], batch_id: int | None) -> None:
        ids = [order.id for order in known if order.id is not None]
        if batch_id is not None:
            keep_orders(self._connection, batch_id, ids)
        named: dict[str, Any] = {} if batch_id is None else {"batch_id": batch_id}
        rows = [{"row_id": order.id, **order_values(order), **named} for order in known]
        (_UPDATE if batch_id is None else _UPDATE_IN_BATCH).run(self._connection, rows)
        self._connection.execute(
            delete(order_lines).where(dialect.among(order_lines.c.order_id, ids))
        )
        INSERT_LINES.run(
            self._connection,
            [x for order in known for x in line_values(order.id or 0, order.snapshot.lines)],
        )
        self._board.touch(ids)

    def _load(self, chosen: ColumnElement[bool]) -> list[Order]:
        self._board.flush()
        rows = self._connection.execute(select(orders).where(chosen).order_by(orders.c.id)).all()
        lines = lines_of(self._connection, [row.id for row in rows])
        return [order_from(row, lines.get(row.id, ())) for row in rows]


def _first_owners(numbers: Sequence[str], *, shared: bool) -> Select[Any]:
    """Look each number up in its index; PostgreSQL wants that said as a lateral join."""
    o, other, asked = orders.c, orders.alias().c, dialect.rows_of(numbers)
    if shared:
        columns = (other.tracking_no, other.id, other.channel, other.order_no)
        first = select(*columns).where(other.tracking_no == asked.c.value).correlate(asked)
        found = first.order_by(other.id).limit(OWNERS).lateral()
        query = select(found).select_from(asked.join(found, true()))
        return query.order_by(found.c.tracking_no, found.c.id)
    narrow = select(other.id).where(other.tracking_no == asked.c.value).correlate(asked)
    narrow = narrow.order_by(other.id).limit(OWNERS)
    query = select(o.tracking_no, o.id, o.channel, o.order_no)
    return query.join_from(asked, orders, o.id.in_(narrow)).order_by(o.tracking_no, o.id)


def lines_of(connection: Connection, ids: Collection[int]) -> dict[int, list[OrderLine]]:
    """Give the lines of orders by order id."""
    found: dict[int, list[OrderLine]] = defaultdict(list)
    if not ids:
        return found
    query: Select[Any] = (
        select(order_lines)
        .where(dialect.among(order_lines.c.order_id, ids))
        .order_by(order_lines.c.order_id, order_lines.c.place)
    )
    for row in connection.execute(query):
        found[row.order_id].append(line_from(row))
    return found
