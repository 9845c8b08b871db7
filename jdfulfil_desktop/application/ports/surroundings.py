"""Say what the use cases need of this PC: time, secrets, one process an account."""

from __future__ import annotations

from collections.abc import (
    Sequence,
)
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from jdfulfil_desktop.application.ports.gateway_facts import InstalledApp
from jdfulfil_desktop.domain.events import Event


class Clock(Protocol):
    """Tell the time; simulated in tests."""

    def now(self) -> datetime:
        """Give the present time, UTC-aware."""

    def monotonic(self) -> float:
        """Give seconds that never go back."""


class SecretStore(Protocol):
    """Keep App Secret and tokens out of the database. Raises EnvironmentProblem."""

    def read(self, name: str) -> str | None: ...

    def write(self, name: str, value: str) -> None: ...

    def delete(self, name: str) -> None: ...

    @property
    def place(self) -> str:
        """Name where secrets lie: `keyring`, or `file` (encrypted file, said openly)."""


class AppIdentities(Protocol):
    """Keep the program's own app where a distributor has installed one (R3)."""

    def installed(self) -> InstalledApp | None:
        """Give the installed app; None where there is none."""

    def install(self, path: Path) -> InstalledApp:
        """Read and check an app-identity file and keep it among the secrets. FileProblem."""

    def uninstall(self) -> None:
        """Delete it."""


class Notifier(Protocol):
    """Receive events after their commit; called in the writer's thread and must not block."""

    def publish(self, events: Sequence[Event]) -> None: ...


class AccountLock(Protocol):
    """Let one process at a time sync an account; released when its holder dies."""

    def acquire(self, pin: str) -> bool:
        """Take the lock without waiting; False where another process has it."""

    def release(self, pin: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Errand:
    """What a user of another PC wants of JD: a use case's name, its arguments as JSON, who asks."""

    number: int
    task: str
    arguments: str
    by: str


class Errands(Protocol):
    """Carry what is wanted of JD to the process that syncs the account. Every call may wait.

    Raises EnvironmentProblem.
    """

    def elsewhere(self) -> str:
        """Name an account that another process syncs now; empty where this one syncs, or none."""

    def post(self, pin: str, task: str, arguments: str, by: str) -> int:
        """Write an errand down; gives its number."""

    def answer(self, number: int) -> str:
        """Give an errand's answer; empty until there is one."""

    def withdraw(self, number: int) -> bool:
        """Take an errand back; False where it was begun."""

    def take(self, pin: str) -> Errand | None:
        """Begin an account's oldest errand."""

    def finish(self, number: int, answer: str) -> None:
        """Write an errand's answer."""
