"""What was left half-done is taken up: at the start, and once a full disk has room again."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TypeVar

from jdfulfil_desktop.application.bus import Bus, Env
from jdfulfil_desktop.application.ports import Priority, UnitOfWork
from jdfulfil_desktop.application.recovering import keep_recovering, recover
from jdfulfil_desktop.domain import commands as c
from jdfulfil_desktop.domain.errors import EnvironmentProblem
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.domain.warehouse import Store
from tests.helpers.fakes import FakeClock, ImmediateWriter, Memory

T = TypeVar("T")


class FullAtFirst:
    """A writer whose disk is full for its first pieces of work."""

    def __init__(self, memory: Memory, full: int) -> None:
        self._writer = ImmediateWriter(memory)
        self.full = full

    def submit(
        self, work: Callable[[UnitOfWork], T], priority: Priority = Priority.PERSON
    ) -> Future[T]:
        if self.full:
            self.full -= 1
            refused: Future[T] = Future()
            refused.set_exception(EnvironmentProblem("disk_full"))
            return refused
        return self._writer.submit(work, priority)


@contextmanager
def alone() -> Iterator[bool]:
    yield True


@contextmanager
def not_alone() -> Iterator[bool]:
    yield False


def half_an_import(full: int = 0) -> Bus:
    """Give a bus whose database holds an import that was begun and never ended."""
    memory = Memory()
    bus = Bus(ImmediateWriter(memory), Env(FakeClock(), "tester"))
    bus.writer.submit(lambda uow: uow.stores.save(Store("Toko", Channel.SHOPEE))).result()
    at = datetime(2026, 3, 2, tzinfo=UTC)
    bus.submit(c.BeginImport("f.xlsx", Channel.SHOPEE, "Toko", at)).result()
    return Bus(FullAtFirst(memory, full), Env(FakeClock(), "tester"))


def left(bus: Bus) -> Sequence[int]:
    return bus.writer.submit(lambda uow: uow.batches.incomplete()).result()


def test_a_full_disk_is_tried_again_until_there_is_room() -> None:
    bus = half_an_import(full=2)
    tries: list[float] = []

    class Closing(threading.Event):
        def wait(self, timeout: float | None = None) -> bool:
            tries.append(timeout or 0.0)
            return len(tries) == 4

    keep_recovering(bus, alone, Closing(), every_s=7.0)
    assert tries == [7.0] * 4
    assert left(bus) == []


def test_nothing_is_undone_while_somebody_imports() -> None:
    bus = half_an_import()
    recover(bus, not_alone)
    assert len(left(bus)) == 1
    with bus.importing_now():
        recover(bus, alone)
        assert len(left(bus)) == 1
    recover(bus, alone)
    assert left(bus) == []
