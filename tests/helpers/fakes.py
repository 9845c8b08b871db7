"""In-memory stand-ins for the ports: what unit tests of handlers and of the sync are run on.

`Memory` is a unit of work that behaves as the database adapter does, down to rollback and the
ledger's keys; `ImmediateWriter` runs each piece of work at once in the caller's thread.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from jdfulfil_desktop.application.ports import Priority, UnitOfWork
from jdfulfil_desktop.domain.events import Event
from tests.helpers.memory_jd import MemoryJdDocuments
from tests.helpers.memory_labels import MemoryLabels
from tests.helpers.memory_notes import MemoryJournal, MemorySettings
from tests.helpers.memory_orders import MemoryBatches, MemoryOrders, MemoryOutbounds
from tests.helpers.memory_records import (
    MemoryConnections,
    MemoryInbounds,
    MemoryLedger,
    MemoryLocations,
    MemoryProducts,
    MemoryStores,
    MemoryWarehouses,
)
from tests.helpers.memory_tables import Tables
from tests.helpers.memory_users import MemoryUsers

T = TypeVar("T")

START = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
"""09.00 in Jakarta."""


class FakeClock:
    """A clock that stands until it is moved."""

    def __init__(self, start: datetime = START) -> None:
        self._now = start
        self._ticks = 0.0

    def now(self) -> datetime:
        return self._now

    def monotonic(self) -> float:
        return self._ticks

    def advance(self, **by: float) -> datetime:
        """Move on, e.g. `advance(minutes=5)`; gives the new time."""
        step = timedelta(**by)
        self._now += step
        self._ticks += step.total_seconds()
        return self._now

    def set(self, at: datetime) -> None:
        """Set the wall clock alone, as a user does."""
        self._now = at


class RecordingNotifier:
    """Keep published events."""

    def __init__(self) -> None:
        self.events: list[Event] = []

    def publish(self, events: Sequence[Event]) -> None:
        self.events += events

    def of(self, kind: type[T]) -> list[T]:
        return [event for event in self.events if isinstance(event, kind)]


class Memory:
    """A unit of work over tables in memory (`tables`); it lives as long as the test."""

    def __init__(self) -> None:
        self.tables = Tables()
        self.connections = MemoryConnections(self.tables)
        self.warehouses = MemoryWarehouses(self.tables)
        self.stores = MemoryStores(self.tables)
        self.products = MemoryProducts(self.tables)
        self.ledger = MemoryLedger(self.tables)
        self.locations = MemoryLocations(self.tables)
        self.inbounds = MemoryInbounds(self.tables)
        self.orders = MemoryOrders(self.tables)
        self.outbounds = MemoryOutbounds(self.tables)
        self.jd_documents = MemoryJdDocuments(self.tables)
        self.batches = MemoryBatches(self.tables)
        self.labels = MemoryLabels(self.tables)
        self.journal = MemoryJournal(self.tables)
        self.settings = MemorySettings(self.tables)
        self.users = MemoryUsers(self.tables)
        self.emitted: list[Event] = []

    def emit(self, *events: Event) -> None:
        self.emitted += events


class ImmediateWriter:
    """Run each piece of work at once; a failure puts the tables back as they were."""

    def __init__(self, memory: Memory | None = None) -> None:
        self.memory = memory or Memory()
        self.notifier = RecordingNotifier()
        self.priorities: list[Priority] = []

    def submit(
        self, work: Callable[[UnitOfWork], T], priority: Priority = Priority.PERSON
    ) -> Future[T]:
        self.priorities.append(priority)
        future: Future[T] = Future()
        kept = self.memory.tables.copy()
        self.memory.emitted = []
        try:
            result = work(self.memory)
        except Exception as failure:  # noqa: BLE001  it comes out of the future
            self.memory.tables.restore(kept)
            future.set_exception(failure)
            return future
        self.notifier.publish(self.memory.emitted)
        future.set_result(result)
        return future
