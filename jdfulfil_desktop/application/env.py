"""Say under which clock and in whose name a message is handled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from jdfulfil_desktop.application.ports import Clock


@dataclass(frozen=True, slots=True)
class Env:
    """What handlers know of their surroundings. `actor` goes into ledger and timelines (R22).

    `user`: who signed in by PIN; empty: nobody (R18). `by_itself`: the program acts, not a person.
    """

    clock: Clock
    actor: str
    user: str = ""
    by_itself: bool = False

    def now(self) -> datetime:
        """Give the present time, UTC-aware."""
        return self.clock.now()
