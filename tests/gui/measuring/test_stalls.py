"""How stalls are counted: the gap between two ticks, less the 5 ms that it should be."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from jdfulfil_desktop.gui.measuring.stalls import TICK_MS, StallWatch


def test_gaps_beyond_a_tick_are_stalls(qtbot: QtBot) -> None:
    now = 10.0
    watch = StallWatch(lambda: now)
    watch.start()
    for gap_ms in (5, 5, 4, 25, 5, 5, 5, 5, 5):
        now += gap_ms / 1000
        watch.tick()
    now += 0.105
    watch.stop()
    assert watch.worst() == pytest.approx(100)
    assert watch.percentile(0.99) == pytest.approx(100)
    assert watch.percentile(0.9) == pytest.approx(20)
    assert watch.percentile(0.5) == pytest.approx(0)


def test_a_timer_of_the_gui_thread_ticks(qtbot: QtBot) -> None:
    watch = StallWatch()
    watch.start()
    with qtbot.waitSignal(watch.ticked, timeout=5000):
        pass
    watch.stop()
    assert 0 <= watch.worst() < 5000 - TICK_MS


def test_nothing_watched_is_no_stall(qtbot: QtBot) -> None:
    assert (StallWatch().worst(), StallWatch().percentile(0.99)) == (0.0, 0.0)


TAKING = """
from jdfulfil_desktop.gui.measuring.memory import peak_mib
before = peak_mib()
taken = bytearray(40 * 1024 * 1024)
taken[::4096] = b"x" * len(taken[::4096])
during = peak_mib()
del taken
print(during > before + 20, peak_mib() > during - 1)
"""
"""The kernel counts in batches of pages. In a process of its own: our peak is long past."""


def test_the_peak_of_memory_never_sinks() -> None:
    command = [sys.executable, "-c", TAKING]
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[3]
    )
    assert done.stdout.split() == ["True", "True"]
