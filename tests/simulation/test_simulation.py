"""Some days of a merchant's life with every fault: nothing lost, nothing twice, nothing stuck.

`make simulate DAYS=10000` lives many more; `make simulate SEED=… DAYS=…` lives one again.
"""

from __future__ import annotations

import pytest

from tests.simulation.life import live
from tests.simulation.mutants import MUTANTS, hunt

QUICK = {"retry unasked", "first unasked", "released twice"}
"""Planted bugs that are found within a few days; `make simulate ARGS=--mutants` hunts all."""


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.parametrize(("seed", "in_memory"), [(1, True), (2, True), (4, False)])
def test_days_with_every_fault_lose_and_double_nothing(seed: int, in_memory: bool) -> None:
    verdict = live(seed, 4, in_memory=in_memory)
    assert verdict.wrong == "", f"make simulate SEED={seed} DAYS=4"
    assert verdict.counts.days == 4
    assert verdict.counts.orders > 5


def test_a_seed_is_lived_the_same_way_again() -> None:
    first, second = live(7, 2), live(7, 2)
    assert first.digest == second.digest
    assert first.counts == second.counts
    assert first.digest != live(8, 2).digest


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.parametrize("mutant", [m for m in MUTANTS if m.name in QUICK], ids=lambda m: m.name)
def test_a_planted_bug_is_found(mutant) -> None:
    found = hunt(mutant, most_days=40)
    assert found.wrong, mutant.about
    assert found.days <= 40
