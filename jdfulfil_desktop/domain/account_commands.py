"""Say what is wanted of accounts, stores and people that come and go: nothing is deleted."""

from __future__ import annotations

from dataclasses import dataclass

from jdfulfil_desktop.domain.commands import Command


@dataclass(frozen=True, slots=True)
class PauseAccount(Command):
    """Stop speaking to JD for an account, or go on; what is queued keeps its place (R10)."""

    pin: str
    paused: bool = True


@dataclass(frozen=True, slots=True)
class RemoveAccount(Command):
    """Put an account and its warehouses away.

    Refused (`account_busy`) while documents of it are open, naming them by warehouse.
    """

    pin: str


@dataclass(frozen=True, slots=True)
class RestoreAccount(Command):
    """Bring a removed account back with its warehouses; it has to be authorized again."""

    pin: str


@dataclass(frozen=True, slots=True)
class ArchiveStore(Command):
    """Put a store away, or bring it back; away is refused (`store_busy`) while orders wait."""

    name: str
    archived: bool = True


@dataclass(frozen=True, slots=True)
class RestoreUser(Command):
    """Let somebody work here again who was taken away: with the rights and the PIN of then."""

    name: str
