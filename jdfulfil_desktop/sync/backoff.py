"""Space out tries: soon at first, later and later after that (FAULTS "Gateway and network")."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

STEP_S = 0.5
QUICK_TRIES = 5
FIRST_LONG_WAIT_S = 15.0
LONGEST_WAIT_S = 900.0
JITTER = 0.2
QUOTA_PROBES_S = (2.0, 30.0, 300.0, 900.0)
"""When to probe an account whose quota is used up: after 2 s, 30 s, 5 min, then every 15 min."""
QUESTIONS_S = (1.0, 2.0, 5.0, 15.0, 60.0, 300.0)
"""How long to wait before JD is asked again about a document that is not settled."""


def wait_after(failures: int, chance: Random) -> float:
    """Give the seconds to wait after failures in a row: 0.5 s x n, then 15 s doubled to 15 min.

    Jitter of a fifth either way keeps several PCs from knocking in step.
    """
    if failures <= 0:
        return 0.0
    if failures <= QUICK_TRIES:
        base = STEP_S * failures
    else:
        doublings = min(failures - QUICK_TRIES - 1, 10)
        base = min(LONGEST_WAIT_S, FIRST_LONG_WAIT_S * 2**doublings)
    return min(LONGEST_WAIT_S, base * chance.uniform(1 - JITTER, 1 + JITTER))


def step(waits: tuple[float, ...], done: int) -> float:
    """Give the wait that follows `done` tries; the last one repeats."""
    return waits[min(done, len(waits) - 1)]


@dataclass(slots=True)
class Backoff:
    """Count a worker's failures in a row and say how long to wait."""

    chance: Random
    failures: int = 0

    def failed(self) -> float:
        """Note a failure and give the seconds to wait."""
        self.failures += 1
        return wait_after(self.failures, self.chance)

    def succeeded(self) -> None:
        """Start anew: the next failure is a first one."""
        self.failures = 0
