"""Garbage with Qt objects in it is destroyed in the GUI thread, whoever allocates."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QObject

from jdfulfil_desktop.gui.garbage import GarbageWatch


@pytest.fixture
def watch(qapp: Any) -> Iterator[GarbageWatch]:
    before = gc.get_threshold()
    gc.set_threshold(700, 10, 10)  # Python's own; the program looks less often
    gc.collect()
    gc.enable()  # as in a program that has no window yet
    made = GarbageWatch()
    yield made
    made.stop()
    gc.disable()
    gc.set_threshold(*before)


class Cycle(QObject):
    """Kept alive by itself alone, as a closure of a slot keeps its widget."""

    destroyed_in: list[str]

    def __init__(self, told: list[str]) -> None:
        super().__init__()
        self.me, self.told = self, told

    def __del__(self) -> None:
        self.told.append(threading.current_thread().name)


def allocate() -> None:
    """Allocate so much that Python's own collector would run many times."""
    for _ in range(50):
        kept: list[list[int]] = [[] for _ in range(2_000)]
        assert len(kept) == 2_000


def test_a_worker_that_allocates_destroys_no_qt_object(watch: GarbageWatch, qtbot: Any) -> None:
    told: list[str] = []
    Cycle(told)
    worker = threading.Thread(target=allocate, name="worker")
    worker.start()
    worker.join()
    assert told == []
    watch.begin()
    keep: list[list[int]] = [
        [] for _ in range(2_000)
    ]  # something new, else there is nothing to look for
    gc.unfreeze()  # the cycle was there before the window
    gc.collect()
    assert told == [threading.current_thread().name]
    assert keep


def test_the_timer_collects_by_the_thresholds(watch: GarbageWatch, qtbot: Any) -> None:
    watch.begin()
    told: list[str] = []
    Cycle(told)
    keep: list[list[int]] = [[] for _ in range(2_000)]
    watch.look()
    assert told == [threading.current_thread().name]
    assert keep


def test_afterwards_python_collects_by_itself_again(qapp: Any) -> None:
    gc.enable()
    watch = GarbageWatch()
    assert not gc.isenabled()
    watch.stop()
    assert gc.isenabled()
    gc.disable()
