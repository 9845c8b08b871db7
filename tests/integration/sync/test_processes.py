"""Processes that are killed, and two at once, on one real database."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from pathlib import Path
from random import Random

import pytest

from tests.integration.sync.merchant import Merchant


def begin(folder: Path) -> subprocess.Popen[str]:
    """Start `jdfulfil sync --until-idle` as a process of its own."""
    command = [sys.executable, "-m", "jdfulfil_desktop", "--data-dir", str(folder)]
    command += ["sync", "--until-idle", "--timeout", "100", "--json"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_killed_at_any_moment_nothing_is_lost_and_nothing_twice(
    merchant: Merchant, seed: int
) -> None:
    chance = Random(seed)
    numbers = merchant.order(25)
    merchant.close()
    pause = threading.Event()
    for _ in range(6):
        process = begin(merchant.folder)
        pause.wait(chance.uniform(0.7, 2.5))
        process.kill()
        process.communicate(timeout=10)
    merchant.restart()
    report = merchant.sync()
    assert report.idle
    merchant.check_exactly_once(numbers)


@pytest.mark.slow
def test_two_processes_take_turns_on_one_account(merchant: Merchant) -> None:
    numbers = merchant.order(12)
    merchant.practice.fault("drop_after", "order.addOrder", times=3)
    merchant.close()
    processes = [begin(merchant.folder) for _ in range(2)]
    reports = []
    for process in processes:
        out, err = process.communicate(timeout=100)
        assert process.returncode == 0, out + err
        reports.append(json.loads(out))
    merchant.restart()
    assert [report["idle"] for report in reports] == [True, True]
    assert sum(report["pushed"] for report in reports) == 12
    merchant.check_exactly_once(numbers)
