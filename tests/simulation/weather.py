"""What goes wrong on the way to JD: faults drawn call by call, and states that last for hours."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from jdfulfil_desktop.domain.errors import (
    AuthorizeAgain,
    GatewayError,
    Misconfigured,
    OutcomeUnknown,
    QuotaExceeded,
    RetryLater,
)
from tests.simulation.loop import VirtualLoop

FAULTS = ("no_connection", "lost_before", "lost_after", "garbage", "late", "timeout", "slow")
UNREACHABLE = ("gateway_unreachable", "dns_failure", "no_network")
UNCLEAR = ("connection_lost", "http_500", "http_502", "garbage", "jd_1", "jd_65", "jd_67")


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of one call. `up_s`: when JD does it (None: never); `answer_s`: when we know.

    `error` is what the program sees instead of JD's answer.
    """

    up_s: float | None
    answer_s: float
    error: GatewayError | None = None


@dataclass
class Weather:
    """How often calls fail now; and the accounts whose token, key or quota is not in order."""

    loop: VirtualLoop
    chance: Random
    fault_rate: float = 0.0
    dark_until: float = 0.0
    revoked: set[str] = field(default_factory=set)
    wrong: set[str] = field(default_factory=set)
    no_quota_until: dict[str, float] = field(default_factory=dict)
    channel_breaks: bool = False
    offset_s: float = 0.0

    def calm(self) -> None:
        """Let every fault end."""
        self.fault_rate = self.dark_until = 0.0
        self.wrong.clear()
        self.revoked.clear()
        self.no_quota_until.clear()
        self.channel_breaks = False

    def barred(self, pin: str) -> GatewayError | None:
        """Give why an account may not call now."""
        if pin in self.revoked:
            return AuthorizeAgain(jd_code="19")
        if pin in self.wrong:
            return Misconfigured(jd_code="21")
        if self.loop.ticks < self.no_quota_until.get(pin, 0.0):
            return QuotaExceeded(jd_code="2")
        return None

    def fate(self, pin: str, *, write: bool) -> Fate:
        """Draw what becomes of a call."""
        chance = self.chance
        if self.loop.ticks < self.dark_until:
            return Fate(None, 0.01, RetryLater(chance.choice(UNREACHABLE)))
        barred = self.barred(pin)
        if barred is not None:
            return Fate(None, 0.1, barred)
        if chance.random() >= self.fault_rate:
            return Fate(0.05, 0.1)
        kind = chance.choice(FAULTS)
        if kind == "no_connection":
            return Fate(None, 0.01, RetryLater(chance.choice(UNREACHABLE)))
        if kind == "slow":
            up = chance.uniform(1.0, 25.0)
            return Fate(up, up + 1.0)
        unclear = chance.choice(UNCLEAR)
        error = OutcomeUnknown(unclear) if write else RetryLater(unclear)
        if kind == "lost_before":
            return Fate(None, 0.2, error)
        if kind == "late":
            return Fate(chance.uniform(0.5, 9.0), 0.4, error)
        if kind == "timeout":
            return Fate(chance.uniform(29.0, 45.0), 30.0, error)
        return Fate(0.1, 0.2, error)
