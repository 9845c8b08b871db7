"""Users in memory."""

from __future__ import annotations

from jdfulfil_desktop.domain.users import User
from tests.helpers.memory_records import Repository


class MemoryUsers(Repository):
    def all(self) -> list[User]:
        return self._those(archived=False)

    def removed(self) -> list[User]:
        return self._those(archived=True)

    def _those(self, *, archived: bool) -> list[User]:
        found = [user for user in self.tables.users.values() if user.archived is archived]
        return sorted(found, key=lambda user: user.name)

    def save(self, user: User) -> None:
        self.tables.users[user.name] = user
