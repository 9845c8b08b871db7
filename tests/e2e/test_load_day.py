"""A small day of what `make load` lives with 20,000 orders."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
@pytest.mark.timeout(120)
def test_a_day_through_the_window_loses_and_doubles_nothing_and_is_fair() -> None:
    command = [sys.executable, "-m", "tests.e2e.load_day", "--orders", "200", "--limit", "90"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    figures = json.loads(done.stdout)
    told = [figures[name] for name in ("orders", "pushed", "lost", "doubled", "strange")]
    assert told == [200, 200, 0, 0, 0]
    assert set(figures["faults_ordered"]) >= {"delay", "error_code", "http_500"}
    assert figures["smaller_share_at_half"] > 0.25
