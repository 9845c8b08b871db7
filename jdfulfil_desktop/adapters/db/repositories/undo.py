"""Take a batch back whole: orders, outbound orders, verdicts, and in the ledger reservations."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, delete, func, or_, select, update

from jdfulfil_desktop.adapters.db import dialect
from jdfulfil_desktop.adapters.db.board import Board
from jdfulfil_desktop.adapters.db.repositories.copies import forget_copies_of
from jdfulfil_desktop.adapters.db.repositories.ledger import SqlLedger
from jdfulfil_desktop.adapters.db.repositories.outbounds import SqlOutbounds, items_of
from jdfulfil_desktop.adapters.db.rows.outbound import item_from, outbound_from
from jdfulfil_desktop.adapters.db.schema import (
    order_lines,
    orders,
    outbounds,
    undo_items,
    undo_lines,
    undo_orders,
    undo_outbounds,
)
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.ids import Sku, WarehouseNo
from jdfulfil_desktop.domain.outbound import SENT, Item, Outbound
from jdfulfil_desktop.domain.stock import LedgerEntry, LedgerKind, numbered

BY = "undo"
_USERS_MARKS = {
    "accepted",
    "on_hold",
    "typed_tracking_no",
    "tracking_no",
    "basket",
    "lead_id",
    "search_text",
}
"""What a file never changes: marks set since the batch stay. Lists follow by themselves."""


@dataclass(frozen=True, slots=True)
class _Changed:
    """An outbound order that the batch changed: as it was before, and as it is now."""

    before: Outbound
    now: Outbound


class _Made(NamedTuple):
    """What matters of an outbound order that goes: an import makes a hundred thousand of them."""

    id: int
    outbound_no: str
    turn: int
    reserved: bool
    push_state: str
    first_sent_at: datetime | None


class Undo:
    """Undo batches within one unit of work."""

    def __init__(self, connection: Connection, board: Board, ledger: SqlLedger) -> None:
        self._connection = connection
        self._board = board
        self._ledger = ledger
        self._outbounds = SqlOutbounds(connection, board)

    def check(self, batch_id: int) -> None:
        """Refuse what cannot be undone, before the first step. Raises RuleError."""
        self._board.flush()
        before = self._copies(batch_id)
        now = {x.id: x for x in self._read(dialect.among(outbounds.c.id, [x.id for x in before]))}
        changed = [_Changed(x, now[x.id]) for x in before if x.id in now]
        self._refuse_sent(self._made(batch_id), changed)
        self._refuse_changed_later(batch_id)

    def step(self, batch_id: int, at: datetime, most: int) -> list[str]:
        """Take back at most so many orders; gives the numbers of the outbound orders that went."""
        self._board.flush()
        made_ids = self._next_made(batch_id, most)
        ids = made_ids or self._next_changed(batch_id, most)
        if not ids:
            return []
        made, before = self._made(batch_id, ids), self._copies(batch_id, ids)
        now = {x.id: x for x in self._read(dialect.among(outbounds.c.id, [x.id for x in before]))}
        self._release([numbered(x.outbound_no, x.turn) for x in made if x.reserved], at)
        self._outbounds.delete_many([x.id for x in made])
        for one in [_Changed(x, now[x.id]) for x in before if x.id in now]:
            self._put_back(one, at)
        for lost in before:
            if lost.id not in now:
                self._bring_back(lost, at)
        if made_ids:
            self._board.remove(made_ids)
        else:
            self._restore_orders(batch_id, ids)
            self._board.flush()
            forget_copies_of(self._connection, batch_id, ids, [x.id for x in before if x.id])
        return [x.outbound_no for x in made]

    def left(self, batch_id: int) -> int:
        """Count the orders of a batch that are not taken back yet."""
        o, copied = orders.c, undo_orders.c
        made = select(func.count()).where(o.made_by_batch == batch_id)
        changed = select(func.count()).where(copied.undo_batch == batch_id)
        return sum(self._connection.execute(query).scalar() or 0 for query in (made, changed))

    def _next_made(self, batch_id: int, most: int) -> list[int]:
        o = orders.c
        query = select(o.id).where(o.made_by_batch == batch_id).order_by(o.id).limit(most)
        return list(self._connection.execute(query).scalars())

    def _next_changed(self, batch_id: int, most: int) -> list[int]:
        copied = undo_orders.c
        query = select(copied.id).where(copied.undo_batch == batch_id)
        return list(self._connection.execute(query.order_by(copied.id).limit(most)).scalars())

    def outbounds(self, batch_id: int) -> list[Outbound]:
        """Give what a batch made or changed, as it stands now."""
        copied = select(undo_outbounds.c.id).where(undo_outbounds.c.undo_batch == batch_id)
        return self._read(or_(outbounds.c.made_by_batch == batch_id, outbounds.c.id.in_(copied)))

    def _made(self, batch_id: int, ids: Collection[int] | None = None) -> list[_Made]:
        """Give what the batch made, and what was made since for orders that it made.

        `ids`: of these orders alone.
        """
        b = outbounds.c
        own_orders = select(orders.c.id).where(orders.c.made_by_batch == batch_id)
        query = select(b.id, b.outbound_no, b.turn, b.reserved, b.push_state, b.first_sent_at)
        query = query.where(or_(b.made_by_batch == batch_id, b.order_id.in_(own_orders)))
        if ids is not None:
            query = query.where(dialect.among(b.order_id, ids))
        return [_Made(*row) for row in self._connection.execute(query.order_by(b.id))]

    def _copies(self, batch_id: int, ids: Collection[int] | None = None) -> list[Outbound]:
        query = select(undo_outbounds).where(undo_outbounds.c.undo_batch == batch_id)
        items: dict[int, list[Item]] = {}
        of_items = select(undo_items).where(undo_items.c.undo_batch == batch_id)
        if ids is not None:
            of_orders = dialect.among(undo_outbounds.c.order_id, ids)
            query = query.where(of_orders)
            copied = select(undo_outbounds.c.id).where(of_orders)
            of_items = of_items.where(undo_items.c.outbound_id.in_(copied))
        ordered = of_items.order_by(undo_items.c.outbound_id, undo_items.c.place)
        for row in self._connection.execute(ordered):
            items.setdefault(row.outbound_id, []).append(item_from(row))
        rows = self._connection.execute(query.order_by(undo_outbounds.c.id)).all()
        return [outbound_from(row, items.get(row.id, ())) for row in rows]

    def _refuse_sent(self, made: Sequence[_Made], changed: Sequence[_Changed]) -> None:
        """Refuse once anything of the batch was sent; what was sent before it does not count."""
        sent = [x.outbound_no for x in made if _was_sent(x)]
        sent += [x.now.outbound_no for x in changed if _was_sent_since(x)]
        if sent:
            raise RuleError("batch_sent", subject=sent[0], count=len(sent))

    def _refuse_changed_later(self, batch_id: int) -> None:
        o = orders.c
        copied = select(undo_orders.c.id).where(undo_orders.c.undo_batch == batch_id)
        query = select(o.order_no).where(
            or_(o.made_by_batch == batch_id, o.id.in_(copied)),
            o.batch_id.is_distinct_from(batch_id),
        )
        later = self._connection.execute(query.limit(1)).scalar()
        if later is not None:
            raise RuleError("batch_changed_later", subject=later)

    def _put_back(self, one: _Changed, at: datetime) -> None:
        """Put an outbound order back; of one that was at JD before, only what a file can change."""
        if one.before.push_state in SENT:
            kept = replace(one.now, tracking_no=one.before.tracking_no)
            self._outbounds.save_many([kept])
            return
        turn, reserved = one.now.turn, one.before.reserved
        if _reservation(one.before) != _reservation(one.now):
            if one.now.reserved:
                self._release([numbered(one.now.outbound_no, turn)], at)
            if reserved:
                turn += 1
                self._reserve(one.before, turn, at)
        self._outbounds.save_many(
            [replace(one.before, turn=turn, reserved=reserved, version=one.now.version)]
        )

    def _bring_back(self, lost: Outbound, at: datetime) -> None:
        """Make anew what was taken away; what it had reserved was given back then."""
        turn = lost.turn + 1 if lost.reserved else lost.turn
        if lost.reserved:
            self._reserve(lost, turn, at)
        self._outbounds.save_many([replace(lost, id=None, turn=turn, version=0)])

    def _release(self, documents: Sequence[str], at: datetime) -> None:
        """Give back what is still reserved under some documents, by an entry each."""
        held = self._ledger.reserved_under(documents) if documents else []
        self._ledger.add(
            LedgerEntry(at, WarehouseNo(house), Sku(sku), LedgerKind.RELEASED, -n, document, BY)
            for document, house, sku, n in held
        )

    def _reserve(self, outbound: Outbound, turn: int, at: datetime) -> None:
        house, document = outbound.warehouse_no, numbered(outbound.outbound_no, turn)
        if house is not None:
            self._ledger.add(
                LedgerEntry(at, house, x.sku, LedgerKind.RESERVED, x.quantity, document, BY)
                for x in outbound.items
            )

    def _restore_orders(self, batch_id: int, ids: Collection[int]) -> None:
        """Put back what files said of orders, and the verdicts of then."""
        copied = undo_orders.c
        query = select(undo_orders).where(copied.undo_batch == batch_id)
        rows = self._connection.execute(query.where(dialect.among(copied.id, ids))).mappings().all()
        for row in rows:
            values: dict[str, Any] = {
                key: value
                for key, value in row.items()
                if key not in _USERS_MARKS and key not in {"id", "undo_batch"}
            }
            chosen = orders.c.id == row["id"]
            typed = orders.c.typed_tracking_no
            values["tracking_no"] = row["file_tracking_no"] or typed
            self._connection.execute(update(orders).where(chosen).values(values))
        self._restore_lines(batch_id, ids)
        self._board.touch(ids)

    def _restore_lines(self, batch_id: int, ids: Collection[int]) -> None:
        names = dialect.column_names(order_lines)
        self._connection.execute(
            delete(order_lines).where(dialect.among(order_lines.c.order_id, ids))
        )
        copied = select(*(undo_lines.c[name] for name in names))
        copied = copied.where(
            undo_lines.c.undo_batch == batch_id, dialect.among(undo_lines.c.order_id, ids)
        )
        self._connection.execute(dialect.inserting(order_lines).from_select(names, copied))

    def _read(self, chosen: ColumnElement[bool]) -> list[Outbound]:
        query = select(outbounds).where(chosen).order_by(outbounds.c.id)
        rows = self._connection.execute(query).all()
        items = items_of(self._connection, [row.id for row in rows])
        return [outbound_from(row, items.get(row.id, ())) for row in rows]


def _was_sent(made: _Made) -> bool:
    """Tell whether JD may know of it: also when it was refused or cancelled since."""
    return made.first_sent_at is not None or made.push_state in SENT


def _was_sent_since(one: _Changed) -> bool:
    """Tell whether it was sent with what the batch made of it, be it for a second time."""
    before, now = one.before, one.now
    if before.push_state in SENT:
        return False
    first = now.first_sent_at is not None and before.first_sent_at is None
    return first or now.push_state in SENT or now.attempts > before.attempts


def _reservation(outbound: Outbound) -> tuple[object, ...]:
    return (outbound.reserved, outbound.warehouse_no, outbound.items) if outbound.reserved else ()
