"""A small run of `benchmarks/bench_locations.py`: what a clerk waits for does not grow."""

from __future__ import annotations

import pytest

from benchmarks.bench_locations import compared

COUNT = 10_000
MOST = 25
"""Times as long at a hundred times as many locations; what reads all of them takes a hundred."""


@pytest.mark.alone
def test_pages_searches_and_scans_stay_quick_among_many_locations() -> None:
    times = compared(COUNT)
    grown = {
        words: (small, large)
        for words, (small, large) in times.items()
        if words
        in ("list, first page", "a scan looked up", "binding 2000 lines", "a branch of the tree")
        and large > 10
        and large / small > MOST
    }
    assert grown == {}
    assert max(large for _small, large in times.values()) < 2000
