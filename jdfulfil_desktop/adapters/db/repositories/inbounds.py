"""Keep inbound lists and their lines (R27-R30)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

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
    receipt_values,
)
from jdfulfil_desktop.adapters.db.schema import (
    inbound_lines,
    inbound_receipts,
    inbounds,
    notes,
    warehouses,
)
from jdfulfil_desktop.domain.connection import JAKARTA
from jdfulfil_desktop.domain.errors import Conflict
from jdfulfil_desktop.domain.inbound import Inbound, InboundLine
from jdfulfil_desktop.domain.receipts import Receipt


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
        """Give queued, uncertain and cancelling ones whose time has come, oldest first.

        One that is sending is due once whoever sent it must be dead.
        """
        i = inbounds.c
        waits = i.push_state.in_(("queued", "uncertain", "cancelling"))
        at_once = waits & i.next_attempt_at.is_(None)
        return self._load(
            at_once | (or_(waits, i.push_state == "sending") & (i.next_attempt_at <= now))
        )

    def next_number(self, at: datetime) -> str:
        """Give a new number, `IN-YYMMDD-HHMMSS` in Jakarta; a deleted draft's never comes again.

        Its timeline stays, and would otherwise be told of another list. Numbers that were counted
        would come again where a backup was restored, or in a new database beside an old account:
        JD would then take the new list for the old one.
        """
        local = at.astimezone(JAKARTA)
        prefix = f"IN-{local:%y%m%d}-"
        lasts = []
        for number in (inbounds.c.inbound_no, notes.c.document):
            found = cast(func.substr(number, len(prefix) + 1), Integer)
            last = select(func.max(found)).where(number >= prefix, number < prefix + ":")
            lasts.append(self._connection.execute(last).scalar() or 0)
        return f"{prefix}{max(int(f'{local:%H%M%S}'), *(last + 1 for last in lasts)):06d}"

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

    def add_receipt(self, inbound: Inbound, receipt: Receipt) -> None:
        """Write what one piece of JD's news added to a stored list."""
        r = inbound_receipts.c
        counted = select(func.count()).where(r.inbound_id == inbound.id)
        place = self._connection.execute(counted).scalar_one() + 1
        values = receipt_values(inbound.id or 0, place, receipt)
        self._connection.execute(insert(inbound_receipts), values)

    def heard(self, inbound_nos: Collection[str], at: datetime) -> None:
        """Write down when JD's word of these lists came last."""
        chosen = dialect.among(inbounds.c.inbound_no, inbound_nos)
        self._connection.execute(update(inbounds).where(chosen).values(status_at=at))

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
