"""Keep timelines, alerts and settings."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from jdfulfil_desktop.adapters.db import dialect
from jdfulfil_desktop.adapters.db.bulk import Bulk, stored
from jdfulfil_desktop.adapters.db.schema import alerts, meta, notes, settings
from jdfulfil_desktop.domain.channels import RuleSettings
from jdfulfil_desktop.domain.errors import RuleError


class SqlJournal:
    """Fulfil `ports.Journal`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def note(self, document: str, kind: str, at: datetime, by: str, **data: object) -> None:
        """Add a line to a document's timeline."""
        self.note_many([(document, kind, at, by, data)])

    def note_many(
        self, notes: Sequence[tuple[str, str, datetime, str, Mapping[str, object]]]
    ) -> None:
        """Add lines to timelines."""
        rows = [
            {"document": document, "kind": kind, "at": stored(at), "by": by, "data": as_json(data)}
            for document, kind, at, by, data in notes
        ]
        _NOTE.run(self._connection, rows)

    def alert(self, code: str, subject: str, at: datetime, **data: object) -> None:
        """Raise an alert; one that is open already is renewed instead of doubled."""
        values = {"code": code, "subject": subject, "at": at, "data": as_json(data)}
        renewed = (
            update(alerts)
            .where(
                alerts.c.code == bindparam("of_code"),
                alerts.c.subject == bindparam("of_subject"),
                alerts.c.dismissed == 0,
            )
            .values(at=bindparam("at"), data=bindparam("data"))
        )
        found = {"of_code": code, "of_subject": subject, "at": at, "data": values["data"]}
        if not self._connection.execute(renewed, found).rowcount:
            self._connection.execute(insert(alerts), values)

    def dismiss(self, alert_id: int) -> None:
        """Take an alert from the list; it stays in the database."""
        self._connection.execute(update(alerts).where(alerts.c.id == alert_id), {"dismissed": 1})

    def dismiss_about(self, subject: str, codes: Collection[str]) -> list[int]:
        """Take a subject's alerts of some codes from the list."""
        about = (alerts.c.subject == subject, alerts.c.code.in_(codes), alerts.c.dismissed == 0)
        found = list(self._connection.execute(select(alerts.c.id).where(*about)).scalars())
        if found:
            self._connection.execute(update(alerts).where(*about), {"dismissed": 1})
        return found


_NOTE = Bulk(insert(notes), ("document", "kind", "at", "by", "data"))


class SqlSettings:
    """Fulfil `ports.Settings`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def rules(self) -> RuleSettings:
        """Give the settings that decisions depend on; each is stored under its field's name."""
        stored = all_settings(self._connection)
        known: dict[str, Any] = {
            field.name: stored[field.name] for field in fields(RuleSettings) if field.name in stored
        }
        if "instant_couriers" in known:
            known["instant_couriers"] = tuple(known["instant_couriers"])
        return RuleSettings(**known)

    def get(self, name: str, default: object = None) -> object:
        """Give a setting's value as JSON knows it: tuples come back as lists."""
        query = select(settings.c.value).where(settings.c.name == name)
        text = self._connection.execute(query).scalar()
        return default if text is None else json.loads(text)

    def put(self, name: str, value: object) -> None:
        """Store a value that JSON can hold."""
        self._connection.execute(
            dialect.inserting_or_replacing(settings, ("name",)),
            {"name": name, "value": json.dumps(value, ensure_ascii=False)},
        )

    def check_gateway(self, gateway: str) -> None:
        """Raise RuleError `other_gateway` when the database is bound to another; binds nothing."""
        bound = self._gateway()
        if bound not in {None, gateway}:
            raise RuleError("other_gateway", subject=gateway, bound=bound)

    def bind_gateway(self, gateway: str) -> None:
        """Bind the database to a gateway; RuleError `other_gateway` when it is bound to another."""
        self.check_gateway(gateway)
        if self._gateway() is None:
            self._connection.execute(insert(meta), {"name": "gateway", "value": gateway})

    def _gateway(self) -> str | None:
        query = select(meta.c.value).where(meta.c.name == "gateway")
        bound: str | None = self._connection.execute(query).scalar()
        return bound


def all_settings(connection: Connection) -> dict[str, object]:
    """Give every setting by name."""
    rows = connection.execute(select(settings.c.name, settings.c.value).order_by(settings.c.name))
    return {row.name: json.loads(row.value) for row in rows}


def as_json(data: Mapping[str, object]) -> str:
    """Write a record's data; what JSON does not know is written as its text."""
    return json.dumps(dict(data), ensure_ascii=False, default=str) if data else "{}"
