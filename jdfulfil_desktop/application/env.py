"""Say under which clock and in whose name a message is handled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from jdfulfil_desktop.application.ports import Clock


@dataclass(frozen=True, slots=True)
class Env:
    """What handlers know of their surroundings. `actor` goes into ledger and timelines (R22)."""

    clock: Clock
    actor: str

    def now(self) -> datetime:
        """Give the present time, UTC-aware."""
        return self.clock.now()
