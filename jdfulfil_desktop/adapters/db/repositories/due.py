"""Find outbound orders that the sync has something to do with, in the order of their age."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select, union_all

from jdfulfil_desktop.adapters.db.schema import batches, outbounds, warehouses
from jdfulfil_desktop.adapters.db.schema.documents import LIVE

AT_ONCE = datetime(1970, 1, 1, tzinfo=UTC)
"""Stands for "due already" where a time is asked for: older than every now."""


class Due:
    """Ask the index of live outbound orders; most rows of a grown database are not in it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def claimable(self, connection_id: int, now: datetime, limit: int) -> list[int]:
        """Give ids of queued ones of complete batches, oldest first over all warehouses."""
        chosen = (_is_due(now), _batch_is_complete())
        return self._oldest(connection_id, ("queued",), chosen, limit)

    def uncertain(self, connection_id: int, now: datetime, limit: int) -> list[int]:
        """Give ids of uncertain and cancelling ones."""
        return self._oldest(connection_id, ("uncertain", "cancelling"), (_is_due(now),), limit)

    def at_jd(self, connection_id: int) -> list[int]:
        """Give ids of pushed and cancelling ones that are not over."""
        return self._oldest(connection_id, ("pushed", "cancelling"), (), None)

    def sending(self) -> list[int]:
        """Give ids of those in `sending`, of every account."""
        query = select(outbounds.c.id).where(LIVE, outbounds.c.push_state == "sending")
        return list(self._connection.execute(query.order_by(outbounds.c.id)).scalars())

    def next_due(self, connection_id: int) -> datetime | None:
        """Give the earliest time at which something of the account is due."""
        b = outbounds.c
        waiting = (
            LIVE,
            b.push_state.in_(("queued", "uncertain", "cancelling")),
            b.warehouse_no.in_(self._warehouses(connection_id)),
            _batch_is_complete(),
        )
        # With a long queue the first row answers; the earliest of all is sought only without it.
        at_once = select(b.id).where(*waiting, b.next_attempt_at.is_(None)).limit(1)
        if self._connection.execute(at_once).first() is not None:
            return AT_ONCE
        earliest = func.min(b.next_attempt_at, type_=b.next_attempt_at.type)
        found: datetime | None = self._connection.execute(select(earliest).where(*waiting)).scalar()
        return found

    def _oldest(
        self,
        connection_id: int,
        states: Sequence[str],
        chosen: Sequence[ColumnElement[bool]],
        limit: int | None,
    ) -> list[int]:
        """Take the oldest of each warehouse and state, then the oldest of those."""
        parts = []
        for warehouse_no in self._warehouses(connection_id):
            for state in states:
                b = outbounds.c
                part: Select[Any] = select(b.id).where(
                    LIVE, b.push_state == state, b.warehouse_no == warehouse_no, *chosen
                )
                bounded = part.order_by(b.id).limit(limit).subquery()
                parts.append(select(bounded.c.id))
        if not parts:
            return []
        every = union_all(*parts).subquery()
        query = select(every.c.id).order_by(every.c.id).limit(limit)
        return list(self._connection.execute(query).scalars())

    def _warehouses(self, connection_id: int) -> list[str]:
        query = select(warehouses.c.warehouse_no).where(warehouses.c.connection_id == connection_id)
        return list(self._connection.execute(query).scalars())


def _is_due(now: datetime) -> ColumnElement[bool]:
    return or_(outbounds.c.next_attempt_at.is_(None), outbounds.c.next_attempt_at <= now)


def _batch_is_complete() -> ColumnElement[bool]:
    """Leave out what an import under way, or one to be undone, has touched."""
    still_open = select(batches.c.id).where(batches.c.state.in_(("open", "undoing")))
    return or_(outbounds.c.batch_id.is_(None), outbounds.c.batch_id.not_in(still_open))
