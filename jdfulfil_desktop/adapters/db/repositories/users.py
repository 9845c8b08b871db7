"""Keep the people who work here (R18)."""

from __future__ import annotations

import json

from sqlalchemy import Connection, delete, select

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

    def save(self, user: User) -> None:
        """Insert or update by name."""
        values = {
            "name": user.name,
            "role": user.role.value,
            "ticked": json.dumps(sorted(right.value for right in user.ticked)),
            "pin_hash": user.pin_hash,
        }
        self._connection.execute(dialect.inserting_or_replacing(users, ("name",)), values)

    def delete(self, name: str) -> None:
        """Take somebody away."""
        self._connection.execute(delete(users).where(users.c.name == name))


def all_users(connection: Connection) -> list[User]:
    """Give everybody by name."""
    return [
        User(
            row.name,
            Role(row.role),
            frozenset(Right(right) for right in json.loads(row.ticked)),
            row.pin_hash,
        )
        for row in connection.execute(select(users).order_by(users.c.name))
    ]
