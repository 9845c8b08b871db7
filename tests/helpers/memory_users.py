"""Users in memory."""

from __future__ import annotations

from jdfulfil_desktop.domain.users import User
from tests.helpers.memory_records import Repository


class MemoryUsers(Repository):
    def all(self) -> list[User]:
        return sorted(self.tables.users.values(), key=lambda user: user.name)

    def save(self, user: User) -> None:
        self.tables.users[user.name] = user

    def delete(self, name: str) -> None:
        self.tables.users.pop(name, None)
