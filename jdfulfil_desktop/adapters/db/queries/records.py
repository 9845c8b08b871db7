"""Give timelines, alerts, settings and the ledger as they were written."""

from __future__ import annotations

import json
from collections.abc import Collection

from sqlalchemy import Connection, select

from jdfulfil_desktop.adapters.db import dialect
from jdfulfil_desktop.adapters.db.queries.reading import Reading
from jdfulfil_desktop.adapters.db.repositories.records import all_settings
from jdfulfil_desktop.adapters.db.repositories.users import all_users
from jdfulfil_desktop.adapters.db.schema import alerts, batches, ledger, notes
from jdfulfil_desktop.application.queries import AlertRow, ImportRow, LedgerRow, NoteRow
from jdfulfil_desktop.domain.users import User


class Records(Reading):
    """What is only written and looked up."""

    def notes(self, document: str) -> list[NoteRow]:
        """Give a document's timeline, the oldest line first."""
        return notes_of(self._connection, [document])

    def alerts(self) -> list[AlertRow]:
        """Give open alerts, the newest first."""
        a = alerts.c
        query = select(alerts).where(a.dismissed == 0).order_by(a.at.desc(), a.id.desc())
        return [
            AlertRow(row.id, row.at, row.code, row.subject, json.loads(row.data))
            for row in self._connection.execute(query)
        ]

    def imports(self, limit: int = 500) -> list[ImportRow]:
        """Give the newest imports, undone ones included."""
        query = select(batches).order_by(batches.c.id.desc()).limit(limit)
        return [
            ImportRow(
                row.id,
                row.file,
                row.channel,
                row.store,
                row.by,
                row.begun_at,
                row.completed_at,
                row.state,
                json.loads(row.counts),
                row.undone_at,
                row.undone_by,
            )
            for row in self._connection.execute(query)
        ]

    def users(self) -> list[User]:
        """Give everybody who works here, by name."""
        return all_users(self._connection)

    def settings(self) -> dict[str, object]:
        """Give every setting that was ever put, as JSON knows it."""
        return all_settings(self._connection)

    def ledger(self, sku: str, warehouse_no: str = "") -> list[LedgerRow]:
        """Give a SKU's movements, the oldest first."""
        x = ledger.c
        query = select(ledger).where(x.sku == sku).order_by(x.id)
        if warehouse_no:
            query = query.where(x.warehouse_no == warehouse_no)
        return [
            LedgerRow(r.at, r.warehouse_no, r.sku, r.kind, r.quantity, r.document, r.by)
            for r in self._connection.execute(query)
        ]


def notes_of(connection: Connection, documents: Collection[str]) -> list[NoteRow]:
    """Give the timelines of some documents as one."""
    n = notes.c
    query = select(notes).where(dialect.among(n.document, documents)).order_by(n.at, n.id)
    return [
        NoteRow(row.at, row.kind, row.by, json.loads(row.data)) for row in connection.execute(query)
    ]
