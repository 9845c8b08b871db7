"""Gather what the sync works with; `bootstrap` puts it together, tests hand in fakes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from random import Random

from jdfulfil_desktop.application.ports import AccountLock, Errands
from jdfulfil_desktop.application.remote.office import Office
from jdfulfil_desktop.application.results import SyncReport
from jdfulfil_desktop.sync.wake import Sleep


def surely(pin: str) -> bool:
    """Hold every turn; the default where a lock is never lost."""
    return True


@dataclass(frozen=True, slots=True)
class Means:
    """The desk, chance, time and the lock that lets one process at a time sync an account.

    `news_every_s`: how often subscribed accounts without a channel are asked (R6: 5 minutes).
    `errands`: what users of other PCs want of JD, where several share the database.
    `holds`: whether an account's turn is still ours, which a PC that was cut off has lost.
    `look_every_s`: how often a worker looks at the database for what another process wrote.
    """

    office: Office
    random: Random
    sleep: Sleep
    lock: AccountLock
    news_every_s: float = 300.0
    look_every_s: float = 15.0
    holds: Callable[[str], bool] = surely
    errands: Errands | None = None


@dataclass(slots=True)
class Tally:
    """Count what one account's sync did, for the report of `jdfulfil sync`."""

    calls: dict[str, int] = field(default_factory=dict)
    pushed: int = 0
    refreshed: int = 0
    retries: int = 0
    uncertain_resolved: int = 0
    errors: list[tuple[str, str, str]] = field(default_factory=list)

    def add_calls(self, calls: Mapping[str, int]) -> None:
        """Add a gateway's calls by method."""
        for method, count in calls.items():
            self.calls[method] = self.calls.get(method, 0) + count

    def error(self, code: str, subject: str, words: str = "") -> None:
        """Note an error once for each code and subject."""
        entry = (code, subject, words)
        if entry not in self.errors:
            self.errors.append(entry)


def report(tallies: list[Tally], *, idle: bool, seconds: float) -> SyncReport:
    """Add several accounts' tallies up into one report (CONTRACT `sync`)."""
    total = Tally()
    for tally in tallies:
        total.add_calls(tally.calls)
        total.errors += tally.errors
    empty = SyncReport(idle=idle, seconds=seconds)
    return replace(
        empty,
        calls=dict(sorted(total.calls.items())),
        pushed=sum(tally.pushed for tally in tallies),
        refreshed=sum(tally.refreshed for tally in tallies),
        retries=sum(tally.retries for tally in tallies),
        uncertain_resolved=sum(tally.uncertain_resolved for tally in tallies),
        errors=tuple(total.errors),
    )
