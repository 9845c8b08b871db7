"""A small run of `benchmarks/bench_orders.py`: what the window asks for does not grow."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.bench_orders import fill, measure

pytestmark = [pytest.mark.slow, pytest.mark.alone]
COUNT = 5_000


@pytest.mark.sqlite
def test_every_question_of_the_outbound_list_is_answered_soon(tmp_path: Path) -> None:
    path = tmp_path / "data" / "jdfulfil.db"
    path.parent.mkdir(mode=0o700)
    fill(path, COUNT)
    slow = {words: best for words, (best, aim) in measure(path, COUNT).items() if best > aim * 3}
    assert slow == {}
