from __future__ import annotations

from itertools import pairwise
from random import Random

import pytest

from jdfulfil_desktop.sync.backoff import (
    LONGEST_WAIT_S,
    QUOTA_PROBES_S,
    Backoff,
    step,
    wait_after,
)


class Middle(Random):
    """Chance that always falls in the middle: no jitter."""

    def uniform(self, a: float, b: float) -> float:
        return (a + b) / 2


def test_five_quick_tries_then_later_and_later() -> None:
    waits = [wait_after(n, Middle()) for n in range(1, 14)]
    assert waits[:5] == [0.5, 1.0, 1.5, 2.0, 2.5]
    assert waits[5:11] == [15, 30, 60, 120, 240, 480]
    assert waits[11:] == [900, 900]
    assert all(earlier <= later for earlier, later in pairwise(waits))


@pytest.mark.parametrize("seed", range(5))
def test_jitter_stays_within_a_fifth_and_the_longest_wait(seed: int) -> None:
    chance = Random(seed)
    for n in range(1, 60):
        exact = wait_after(n, Middle())
        assert 0.8 * exact <= wait_after(n, chance) <= min(1.2 * exact, LONGEST_WAIT_S)


def test_nothing_failed_nothing_to_wait_for() -> None:
    assert wait_after(0, Random(1)) == 0


def test_success_starts_anew() -> None:
    backoff = Backoff(Middle())
    assert [backoff.failed() for _ in range(3)] == [0.5, 1.0, 1.5]
    backoff.succeeded()
    assert backoff.failed() == 0.5


def test_quota_probes_end_in_every_quarter_of_an_hour() -> None:
    assert [step(QUOTA_PROBES_S, n) for n in range(6)] == [2, 30, 300, 900, 900, 900]
