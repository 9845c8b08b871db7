"""Keep connections with their departments, and the day's count of first sendings (R3, R8)."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, insert, select, update
from sqlalchemy import Connection as Database

from jdfulfil_desktop.adapters.db import dialect
from jdfulfil_desktop.adapters.db.schema import connections, day_counts, departments
from jdfulfil_desktop.domain.connection import (
    Connection,
    ConnectionState,
    Department,
    Dialect,
    Mode,
)
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.ids import DepartmentNo, Pin, WarehouseNo


class SqlConnections:
    """Fulfil `ports.Connections`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Connection]:
        """Give all that were not removed, the oldest first."""
        return self._load(connections.c.archived.is_(False))

    def by_pin(self, pin: str) -> Connection | None:
        """Give the connection of a PIN, a removed one too."""
        return next(iter(self._load(connections.c.pin == pin)), None)

    def by_id(self, connection_id: int) -> Connection | None:
        """Give a connection."""
        return next(iter(self._load(connections.c.id == connection_id)), None)

    def save(self, connection: Connection) -> Connection:
        """Insert or update with its departments; without an id, by its PIN (R8).

        Raises RuleError `pin_in_use` where another connection would get the PIN.
        """
        holder = self.by_pin(connection.pin)
        connection_id = connection.id or (holder.id if holder else None)
        if holder is not None and holder.id != connection_id:
            raise RuleError("pin_in_use", subject=connection.pin)
        values = _values(connection)
        if connection_id is None:
            made = self._database.execute(insert(connections), values)
            connection_id = dialect.inserted_id(made)
        else:
            chosen = connections.c.id == connection_id
            self._database.execute(update(connections).where(chosen), values)
        self._save_departments(connection_id, connection.departments)
        return replace(connection, id=connection_id)

    def sent_on(self, connection_id: int, day: date) -> int:
        """Count first sendings on a Jakarta day."""
        query = select(day_counts.c.sent).where(
            day_counts.c.connection_id == connection_id, day_counts.c.day == day.isoformat()
        )
        return self._database.execute(query).scalar() or 0

    def count_sending(self, connection_id: int, day: date) -> int:
        """Add one to the day's count and give the new count."""
        add = dialect.inserting(day_counts).values(
            connection_id=connection_id, day=day.isoformat(), sent=1
        )
        counted = add.on_conflict_do_update(
            index_elements=["connection_id", "day"], set_={"sent": day_counts.c.sent + 1}
        )
        now: int = self._database.execute(counted.returning(day_counts.c.sent)).scalar_one()
        return now

    def _save_departments(self, connection_id: int, kept: tuple[Department, ...]) -> None:
        own = departments.c.connection_id == connection_id
        self._database.execute(delete(departments).where(own))
        rows = [
            {
                "connection_id": connection_id,
                "department_no": department.department_no,
                "place": place,
                "warehouse_nos": json.dumps(department.warehouse_nos),
                "name": department.name,
                "manager_phone": department.manager_phone,
                "manager_address": department.manager_address,
                "supplier_no": department.supplier_no,
            }
            for place, department in enumerate(kept)
        ]
        if rows:
            self._database.execute(insert(departments), rows)

    def _load(self, chosen: ColumnElement[bool]) -> list[Connection]:
        query = select(connections).where(chosen).order_by(connections.c.id)
        rows = self._database.execute(query).all()
        found = departments_of(self._database) if rows else {}
        return [_connection_from(row, tuple(found.get(row.id, ()))) for row in rows]


def departments_of(database: Database) -> dict[int, list[Department]]:
    """Give all departments by connection id."""
    found: dict[int, list[Department]] = defaultdict(list)
    d = departments.c
    for row in database.execute(select(departments).order_by(d.connection_id, d.place)):
        department = Department(
            department_no=DepartmentNo(row.department_no),
            warehouse_nos=tuple(WarehouseNo(x) for x in json.loads(row.warehouse_nos)),
            name=row.name,
            manager_phone=row.manager_phone,
            manager_address=row.manager_address,
            supplier_no=row.supplier_no,
        )
        found[row.connection_id].append(department)
    return found


def _values(connection: Connection) -> dict[str, Any]:
    return {
        "pin": connection.pin,
        "mode": connection.mode.value,
        "gateway_url": connection.gateway_url,
        "oauth_url": connection.oauth_url,
        "app_key": connection.app_key,
        "isv_source": connection.isv_source,
        "gateway_user": connection.gateway_user,
        "subscribed": connection.subscribed,
        "channel_up": connection.channel_up,
        "state": connection.state.value,
        "state_code": connection.state_code,
        "token_expires_at": connection.token_expires_at,
        "clock_offset_s": connection.clock_offset_s,
        "last_contact_at": connection.last_contact_at,
        "last_news_at": connection.last_news_at,
        "message_cursor": connection.message_cursor,
        "shipper_no": connection.shipper_no,
        "dialect": connection.dialect.value,
        "on_hold": connection.on_hold,
        "archived": connection.archived,
    }


def _connection_from(row: Row[Any], kept: tuple[Department, ...]) -> Connection:
    return Connection(
        pin=Pin(row.pin),
        mode=Mode(row.mode),
        gateway_url=row.gateway_url,
        oauth_url=row.oauth_url,
        app_key=row.app_key,
        isv_source=row.isv_source,
        gateway_user=row.gateway_user,
        subscribed=row.subscribed,
        channel_up=row.channel_up,
        state=ConnectionState(row.state),
        state_code=row.state_code,
        token_expires_at=row.token_expires_at,
        clock_offset_s=row.clock_offset_s,
        last_contact_at=row.last_contact_at,
        last_news_at=row.last_news_at,
        message_cursor=row.message_cursor,
        shipper_no=row.shipper_no,
        dialect=Dialect(row.dialect),
        on_hold=row.on_hold,
        archived=row.archived,
        departments=kept,
        id=row.id,
    )
