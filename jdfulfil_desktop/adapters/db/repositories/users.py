"""Keep the people who work here (R18)."""

from __future__ import annotations

import json

from sqlalchemy import Connection, select

from jdfulfil_desktop.adapters.db import dialect
from jdfulfil_desktop.adapters.db.schema import users
from jdfulfil_desktop.domain.users import Right, Role, User


class SqlUsers:
    """Fulfil `ports.Users`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> list[User]:
        """Give everybody by name."""
        return all_users(self._connection)

    def removed(self) -> list[User]:
        """Give those who were taken away, by name."""
        return all_users(self._connection, archived=True)

    def save(self, user: User) -> None:
        """Insert or update by name."""
        values = {
            "name": user.name,
            "role": user.role.value,
            "ticked": json.dumps(sorted(right.value for right in user.ticked)),
            "pin_hash": user.pin_hash,
            "failures": user.failures,
            "locked_until": user.locked_until,
            "archived": user.archived,
        }
        self._connection.execute(dialect.inserting_or_replacing(users, ("name",)), values)


def all_users(connection: Connection, *, archived: bool = False) -> list[User]:
    """Give everybody by name: who works here, or who was taken away."""
    u = users.c
    query = select(users).where(u.archived.is_(archived)).order_by(u.name)
    return [
        User(
            row.name,
            Role(row.role),
            frozenset(Right(right) for right in json.loads(row.ticked)),
            row.pin_hash,
            row.failures,
            row.locked_until,
            row.archived,
        )
        for row in connection.execute(query)
    ]
