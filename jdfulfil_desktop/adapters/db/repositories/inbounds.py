"""Keep inbound lists and their lines (R27-R30)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    cast,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)

from jdfulfil_desktop.adapters.db import dialect
from jdfulfil_desktop.adapters.db.rows.inbound import (
    inbound_from,
    inbound_line_from,
    inbound_line_values,
    inbound_values,
)
from jdfulfil_desktop.adapters.db.schema import inbound_lines, inbounds, warehouses
from jdfulfil_desktop.domain.errors import Conflict
from jdfulfil_desktop.domain.inbound import Inbound, InboundLine


class SqlInbounds:
    """Fulfil `ports.Inbounds`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, inbound_no: str) -> Inbound | None:
        """Give one by our number."""
        return next(iter(self._load(inbounds.c.inbound_no == inbound_no)), None)

    def by_jd_nos(self, jd_nos: Collection[str]) -> dict[str, Inbound]:
        """Give lists by JD's numbers."""
        asked = {number for number in jd_nos if number}
        if not asked:
            return {}
        return {x.jd_no: x for x in self._load(dialect.among(inbounds.c.jd_no, asked))}

    def open(self, connection_id: int | None = None) -> list[Inbound]:
        """Give those that JD may still have news of: sent and neither completed nor cancelled."""
        chosen: ColumnElement[bool] = inbounds.c.basket.in_(("at_jd", "uncertain"))
        if connection_id is not None:
            own = select(warehouses.c.warehouse_no).where(
                warehouses.c.connection_id == connection_id
            )
            chosen &= inbounds.c.warehouse_no.in_(own)
        return self._load(chosen)

    def due(self, now: datetime) -> list[Inbound]:
        """Give queued and uncertain ones whose time has come, oldest first."""
        i = inbounds.c
        return self._load(
            i.push_state.in_(("queued", "uncertain"))
            & or_(i.next_attempt_at.is_(None), i.next_attempt_at <= now)
        )

    def next_number(self, day: date) -> str:
        """Give the day's next number, `IN-YYMMDD-NNN`; numbers of deleted drafts may come again."""
        prefix = f"IN-{day:%y%m%d}-"
        i = inbounds.c
        last = select(func.max(cast(func.substr(i.inbound_no, len(prefix) + 1), Integer))).where(
            i.inbound_no >= prefix, i.inbound_no < prefix + ":"
        )
        return f"{prefix}{(self._connection.execute(last).scalar() or 0) + 1:03d}"

    def save(self, inbound: Inbound) -> Inbound:
        """Insert or update with its lines; a stale version raises Conflict."""
        if inbound.id is None:
            made = self._connection.execute(
                insert(inbounds), {**inbound_values(inbound), "version": 1}
            )
            stored = replace(inbound, id=dialect.inserted_id(made), version=1)
        else:
            stored = replace(inbound, version=inbound.version + 1)
            statement = update(inbounds).where(
                inbounds.c.id == inbound.id, inbounds.c.version == inbound.version
            )
            values = {**inbound_values(inbound), "version": stored.version}
            if not self._connection.execute(statement, values).rowcount:
                raise Conflict(subject=inbound.inbound_no)
            self._connection.execute(
                delete(inbound_lines).where(inbound_lines.c.inbound_id == inbound.id)
            )
        lines = inbound_line_values(stored.id or 0, stored.lines)
        if lines:
            self._connection.execute(insert(inbound_lines), lines)
        return stored

    def delete(self, inbound_no: str) -> None:
        """Delete with its lines, where it is there."""
        self._connection.execute(delete(inbounds).where(inbounds.c.inbound_no == inbound_no))

    def _load(self, chosen: ColumnElement[bool]) -> list[Inbound]:
        rows = self._connection.execute(
            select(inbounds).where(chosen).order_by(inbounds.c.id)
        ).all()
        if not rows:
            return []
        x = inbound_lines.c
        lines: dict[int, list[InboundLine]] = defaultdict(list)
        query = select(inbound_lines).where(dialect.among(x.inbound_id, [row.id for row in rows]))
        for row in self._connection.execute(query.order_by(x.inbound_id, x.place)):
            lines[row.inbound_id].append(inbound_line_from(row))
        return [inbound_from(row, lines[row.id]) for row in rows]
