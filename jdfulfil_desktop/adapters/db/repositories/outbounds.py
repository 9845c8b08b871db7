"""Keep outbound orders: the queue, what is under way, and their frozen requests."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, insert, select, update

from jdfulfil_desktop.adapters.db import dialect
from jdfulfil_desktop.adapters.db.board import Board
from jdfulfil_desktop.adapters.db.bulk import Bulk
from jdfulfil_desktop.adapters.db.repositories.copies import keep_outbounds
from jdfulfil_desktop.adapters.db.repositories.due import Due
from jdfulfil_desktop.adapters.db.rows.outbound import (
    item_from,
    item_values,
    outbound_from,
    outbound_values,
    stamped,
)
from jdfulfil_desktop.adapters.db.schema import (
    counters,
    outbound_items,
    outbound_requests,
    outbounds,
)
from jdfulfil_desktop.domain.errors import Conflict
from jdfulfil_desktop.domain.outbound import Item, Outbound

_OWN = ("id", "made_by_batch", "batch_id")
_KEPT = [column.name for column in outbounds.columns if column.name not in _OWN]
_AS_READ = update(outbounds).where(
    outbounds.c.id == bindparam("row_id"), outbounds.c.version == bindparam("row_version")
)
_INSERT = Bulk(insert(outbounds), dialect.column_names(outbounds))
_UPDATE = Bulk(_AS_READ, _KEPT)
_UPDATE_IN_BATCH = Bulk(_AS_READ, [*_KEPT, "batch_id"])
_INSERT_ITEMS = Bulk(insert(outbound_items), dialect.column_names(outbound_items))


class SqlOutbounds:
    """Fulfil `ports.Outbounds`."""

    def __init__(self, connection: Connection, board: Board) -> None:
        self._connection = connection
        self._board = board
        self._due = Due(connection)

    def get(self, outbound_no: str) -> Outbound | None:
        """Give one by our number."""
        return self.by_numbers([outbound_no]).get(outbound_no)

    def by_numbers(self, outbound_nos: Collection[str]) -> dict[str, Outbound]:
        """Give outbound orders by our numbers."""
        if not outbound_nos:
            return {}
        found = self._load(_all().where(dialect.among(outbounds.c.outbound_no, outbound_nos)))
        return {outbound.outbound_no: outbound for outbound in found}

    def by_jd_nos(self, jd_nos: Collection[str]) -> dict[str, Outbound]:
        """Give outbound orders by JD's numbers."""
        asked = {number for number in jd_nos if number}
        if not asked:
            return {}
        query = _all().where(dialect.among(outbounds.c.jd_no, asked), outbounds.c.jd_no != "")
        return {outbound.jd_no: outbound for outbound in self._load(query)}

    def of_orders(self, order_ids: Collection[int]) -> dict[int, list[Outbound]]:
        """Give each order's outbound orders, the newest attempt of each part, by part."""
        if not order_ids:
            return {}
        newest: dict[int, dict[int, Outbound]] = defaultdict(dict)
        query = _all().where(dialect.among(outbounds.c.order_id, order_ids))
        for outbound in self._load(query.order_by(outbounds.c.attempt)):
            newest[outbound.order_id or 0][outbound.part] = outbound
        return {
            order_id: [parts[part] for part in sorted(parts)] for order_id, parts in newest.items()
        }

    def save_many(
        self, outbounds: Sequence[Outbound], batch_id: int | None = None
    ) -> list[Outbound]:
        """Insert or update; a stale version raises Conflict, so that nothing is kept."""
        fresh = [x for x in outbounds if x.id is None]
        known = [x for x in outbounds if x.id is not None]
        if known and batch_id is not None:
            keep_outbounds(self._connection, batch_id, [x.id for x in known if x.id])
        inserted = iter(self._insert(fresh, batch_id))
        updated = iter(self._update(known, batch_id))
        return [next(inserted) if x.id is None else next(updated) for x in outbounds]

    def delete_many(self, ids: Collection[int], batch_id: int | None = None) -> None:
        """Delete outbound orders with their items and frozen requests; a batch keeps a copy."""
        if not ids:
            return
        if batch_id is not None:
            keep_outbounds(self._connection, batch_id, ids)
        b = outbounds.c
        query = select(b.order_id, b.outbound_no).where(dialect.among(b.id, ids))
        rows = self._connection.execute(query).all()
        numbers = [row.outbound_no for row in rows]
        frozen = dialect.among(outbound_requests.c.outbound_no, numbers)
        self._connection.execute(delete(outbound_requests).where(frozen))
        self._connection.execute(delete(outbounds).where(dialect.among(b.id, ids)))
        self._board.forget_outbounds({row.order_id for row in rows if row.order_id})

    def claimable(self, connection_id: int, now: datetime, limit: int) -> list[Outbound]:
        """Give queued ones of complete batches whose time has come, oldest first."""
        ids = self._due.claimable(connection_id, now, limit)
        return self._by_ids(dialect.unlocked(self._connection, outbounds, ids))

    def uncertain(self, connection_id: int, now: datetime, limit: int) -> list[Outbound]:
        """Give uncertain and cancelling ones whose time to ask has come, oldest first."""
        return self._by_ids(self._due.uncertain(connection_id, now, limit))

    def open_at_jd(self, connection_id: int) -> list[Outbound]:
        """Give pushed and cancelling ones that are not completed, cancelled or returned."""
        return self._by_ids(self._due.at_jd(connection_id))

    def sending(self) -> list[Outbound]:
        """Give those that a crash left in `sending`."""
        return self._by_ids(self._due.sending())

    def next_due(self, connection_id: int) -> datetime | None:
        """Give the earliest time at which something is due; something due at once gives 1970."""
        return self._due.next_due(connection_id)

    def request(self, outbound_no: str) -> str | None:
        """Give the frozen request."""
        r = outbound_requests.c
        found: str | None = self._connection.execute(
            select(r.request).where(r.outbound_no == outbound_no)
        ).scalar()
        return found

    def freeze_request(self, outbound_no: str, request: str | None) -> None:
        """Freeze a request; None lets it go."""
        if request is None:
            gone = outbound_requests.c.outbound_no == outbound_no
            self._connection.execute(delete(outbound_requests).where(gone))
        else:
            self._connection.execute(
                dialect.inserting_or_replacing(outbound_requests, ("outbound_no",)),
                {"outbound_no": outbound_no, "request": request},
            )

    def _insert(self, fresh: Sequence[Outbound], batch_id: int | None) -> list[Outbound]:
        if not fresh:
            return []
        ids = dialect.take_ids(self._connection, counters, outbounds, len(fresh))
        stored = [stamped(x, i, 1) for x, i in zip(fresh, ids, strict=True)]
        rows = []
        for outbound in stored:
            row = {"id": outbound.id, **outbound_values(outbound), "version": 1}
            row["made_by_batch"] = row["batch_id"] = batch_id
            rows.append(row)
            self._board.outbound_saved(row)
        _INSERT.run(self._connection, rows)
        self._insert_items(stored)
        return stored

    def _update(self, known: Sequence[Outbound], batch_id: int | None) -> list[Outbound]:
        if not known:
            return []
        rows = []
        for outbound in known:
            row = {"id": outbound.id, **outbound_values(outbound), "batch_id": batch_id}
            self._board.outbound_saved(row)
            row["row_id"] = row["id"]
            row["row_version"], row["version"] = outbound.version, outbound.version + 1
            rows.append(row)
        update_all = _UPDATE if batch_id is None else _UPDATE_IN_BATCH
        if update_all.run(self._connection, rows) != len(rows):
            raise Conflict(subject=self._stale(known))
        ids = [outbound.id for outbound in known]
        self._connection.execute(
            delete(outbound_items).where(dialect.among(outbound_items.c.outbound_id, ids))
        )
        self._insert_items(known)
        return [stamped(outbound, outbound.id or 0, outbound.version + 1) for outbound in known]

    def _insert_items(self, stored: Sequence[Outbound]) -> None:
        items = [row for x in stored for row in item_values(x.id or 0, x.items)]
        _INSERT_ITEMS.run(self._connection, items)

    def _stale(self, known: Sequence[Outbound]) -> str:
        """Name the first whose row was not the version that was read, where that can be told."""
        if len(known) == 1:
            return known[0].outbound_no
        b = outbounds.c
        query = select(b.id, b.version).where(dialect.among(b.id, [x.id for x in known]))
        versions: Mapping[int, int] = {r.id: r.version for r in self._connection.execute(query)}
        stale = (x.outbound_no for x in known if versions.get(x.id or 0) != x.version + 1)
        return next(stale, "")

    def _by_ids(self, ids: Sequence[int]) -> list[Outbound]:
        if not ids:
            return []
        found = {x.id: x for x in self._load(_all().where(dialect.among(outbounds.c.id, ids)))}
        return [found[i] for i in ids]

    def _load(self, query: Select[Any]) -> list[Outbound]:
        rows = self._connection.execute(query).all()
        items = items_of(self._connection, [row.id for row in rows])
        return [outbound_from(row, items.get(row.id, ())) for row in rows]


def _all() -> Select[Any]:
    return select(outbounds)


def items_of(connection: Connection, ids: Collection[int]) -> dict[int, list[Item]]:
    """Give the items of outbound orders by id."""
    found: dict[int, list[Item]] = defaultdict(list)
    if not ids:
        return found
    x = outbound_items.c
    query = select(outbound_items).where(dialect.among(x.outbound_id, ids))
    for row in connection.execute(query.order_by(x.outbound_id, x.place)):
        found[row.outbound_id].append(item_from(row))
    return found
