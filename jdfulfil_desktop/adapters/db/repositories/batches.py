"""Keep imports as batches that can be undone whole."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from jdfulfil_desktop.adapters.db import dialect
from jdfulfil_desktop.adapters.db import living_batches as living
from jdfulfil_desktop.adapters.db.board import Board
from jdfulfil_desktop.adapters.db.repositories.copies import forget_copies
from jdfulfil_desktop.adapters.db.repositories.ledger import SqlLedger
from jdfulfil_desktop.adapters.db.repositories.undo import Undo
from jdfulfil_desktop.adapters.db.schema import batches
from jdfulfil_desktop.application.ports import Batch, Clock
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.domain.outbound import Outbound

UNDOABLE = 50
"""So many complete imports can be undone; a copy of every order that a file changes takes room."""


class SqlBatches:
    """Fulfil `ports.Batches`."""

    def __init__(
        self, connection: Connection, board: Board, ledger: SqlLedger, clock: Clock
    ) -> None:
        self._connection = connection
        self._undo = Undo(connection, board, ledger)
        self._clock = clock

    def begin(
        self, file: str, channel: Channel, store: str, file_time: datetime, at: datetime, by: str
    ) -> int:
        """Open a batch; gives its id. Copies of old batches go: they can no longer be undone."""
        self._make_final()
        made = self._connection.execute(
            insert(batches),
            {
                "file": file,
                "channel": channel.value,
                "store": store,
                "file_time": file_time,
                "begun_at": at,
                "by": by,
                "state": "open",
                "counts": "{}",
            },
        )
        batch_id = dialect.inserted_id(made)
        living.hold(self._connection, batch_id)
        return batch_id

    def _make_final(self) -> None:
        """Let go of the copies that complete batches before the newest `UNDOABLE` keep."""
        b = batches.c
        newest = select(b.id).where(b.state == "complete").order_by(b.id.desc())
        last = self._connection.execute(newest.offset(UNDOABLE).limit(1)).scalar()
        if last is not None:
            forget_copies(self._connection, last)
            old = (b.state == "complete") & (b.id <= last)
            self._connection.execute(update(batches).where(old), {"state": "final"})

    def get(self, batch_id: int) -> Batch | None:
        """Give a batch; one that was undone, in whole or so far, is gone."""
        gone = batches.c.state.in_(("undone", "undoing"))
        chosen = (batches.c.id == batch_id) & ~gone
        row = self._connection.execute(select(batches).where(chosen)).first()
        if row is None:
            return None
        return Batch(
            row.id,
            row.file,
            Channel(row.channel),
            row.store,
            row.file_time,
            row.state in {"complete", "final"},
        )

    def complete(self, batch_id: int, counts: Mapping[str, int], at: datetime) -> None:
        """Close a batch: what it queued may be claimed."""
        self.add_counts(batch_id, counts)
        living.let_go(self._connection, batch_id)
        self._connection.execute(
            update(batches).where(batches.c.id == batch_id),
            {"state": "complete", "completed_at": at},
        )

    def add_counts(self, batch_id: int, counts: Mapping[str, int]) -> dict[str, int]:
        """Add to a batch's counts and give them."""
        query = select(batches.c.counts).where(batches.c.id == batch_id)
        text = self._connection.execute(query).scalar()
        if text is None:
            raise RuleError("batch_not_found", subject=str(batch_id))
        total = Counter(json.loads(text))
        for name, n in counts.items():
            total[name] += n
        self._connection.execute(
            update(batches).where(batches.c.id == batch_id), {"counts": json.dumps(total)}
        )
        return dict(total)

    def outbounds(self, batch_id: int) -> list[Outbound]:
        """Give the outbound orders that a batch made or changed, as they stand now."""
        return self._undo.outbounds(batch_id)

    def undo(self, batch_id: int, most: int | None = None, by: str = "") -> list[str]:
        """Put back what a batch changed, at most so many orders; gives the numbers that went.

        Once begun nothing of it is claimed, and it is gone on with until nothing is `left`. Raises
        RuleError: `batch_not_found`, `batch_sent` (something of it was sent),
        `batch_changed_later` (a later import changed the same orders: undo that first),
        `batch_too_old` (what it changed is no longer kept).
        """
        state = self._connection.execute(
            select(batches.c.state).where(batches.c.id == batch_id)
        ).scalar()
        if state is None:
            raise RuleError("batch_not_found", subject=str(batch_id))
        if state == "undone":
            return []
        if state == "final":
            raise RuleError("batch_too_old", subject=str(batch_id))
        if state != "undoing":
            self._undo.check(batch_id)
        now, gone = self._clock.now(), []
        while part := self._undo.left(batch_id):
            gone += self._undo.step(batch_id, now, most or part)
            if most is not None:
                break
        ended = not self._undo.left(batch_id)
        values: dict[str, object] = {"state": "undone" if ended else "undoing"}
        if ended:
            living.let_go(self._connection, batch_id)
            values |= {"undone_at": now, "undone_by": by}
        self._connection.execute(update(batches).where(batches.c.id == batch_id), values)
        return gone

    def left(self, batch_id: int) -> int:
        """Count the orders of a batch that undoing it has still to put back."""
        return self._undo.left(batch_id)

    def undoing(self) -> list[int]:
        """Give batches whose undoing has begun and is not over."""
        query = select(batches.c.id).where(batches.c.state == "undoing")
        return list(self._connection.execute(query.order_by(batches.c.id.desc())).scalars())

    def incomplete(self) -> list[int]:
        """Give batches never completed or half undone, the newest first: the order to undo in.

        What another PC is importing is not among them.
        """
        query = select(batches.c.id).where(batches.c.state.in_(("open", "undoing")))
        found = list(self._connection.execute(query.order_by(batches.c.id.desc())).scalars())
        return living.without_living(self._connection, found)
