"""Own all writing: one thread, one transaction a piece of work, JD's answers before imports."""

from __future__ import annotations

import itertools
import logging
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine

from jdfulfil_desktop.adapters.db.engine import place_of
from jdfulfil_desktop.adapters.db.problems import translate
from jdfulfil_desktop.adapters.db.unit_of_work import SqlUnitOfWork
from jdfulfil_desktop.application.ports import Clock, Notifier, Priority, UnitOfWork
from jdfulfil_desktop.domain.errors import ActionCancelled, EnvironmentProblem
from jdfulfil_desktop.domain.events import Event

T = TypeVar("T")
_log = logging.getLogger(__name__)
_LAST = max(Priority) + 1


@dataclass(order=True)
class _Work:
    """A piece of work in the queue: by priority, then by age."""

    priority: int
    number: int
    call: Callable[[UnitOfWork], Any] | None = field(compare=False)
    future: Future[Any] = field(compare=False, default_factory=Future)


class WriterThread:
    """Fulfil `ports.Writer`.

    A transaction's events are published after its commit and before its future is done, in the
    writer's thread. An error rolls back and comes out of the future; SQLite's own come as
    EnvironmentProblem (`disk_full`, `database_readonly`, `database_locked`, `database_damaged` …).
    `announce` tells other PCs of the events, within the transaction.
    """

    def __init__(
        self,
        engine: Engine,
        notifier: Notifier,
        clock: Clock,
        announce: Callable[[Connection, list[Event]], None] = lambda connection, events: None,
    ) -> None:
        self._engine = engine
        self._announce = announce
        self._notifier = notifier
        self._clock = clock
        self._queue: queue.PriorityQueue[_Work] = queue.PriorityQueue()
        self._numbers = itertools.count()
        self._closing = threading.Lock()
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="db-writer", daemon=True)
        self._thread.start()

    def submit(
        self, work: Callable[[UnitOfWork], T], priority: Priority = Priority.PERSON
    ) -> Future[T]:
        """Queue work; never blocks. After `close` the future carries EnvironmentProblem."""
        piece = _Work(int(priority), next(self._numbers), work)
        with self._closing:
            if self._closed:
                piece.future.set_exception(EnvironmentProblem("database_unavailable"))
            else:
                self._queue.put(piece)
        return piece.future

    @property
    def waiting(self) -> int:
        """Tell about how many pieces of work wait."""
        return self._queue.qsize()

    def close(self, *, drain: bool = True, timeout_s: float | None = None) -> bool:
        """Stop after what is queued, or (`drain=False`) after what is running; False on time-out.

        Work that is dropped comes back as ActionCancelled.
        """
        assert threading.current_thread() is not self._thread, "the writer cannot wait for itself"
        with self._closing:
            if not self._closed:
                self._closed = True
                # Behind everything that is queued, or before it.
                self._queue.put(_Work(_LAST if drain else -1, next(self._numbers), None))
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while (piece := self._queue.get()).call is not None:
            if piece.future.set_running_or_notify_cancel():
                self._do(piece.call, piece.future)
        while not self._queue.empty():
            self._queue.get().future.set_exception(ActionCancelled())

    def _do(self, call: Callable[[UnitOfWork], Any], future: Future[Any]) -> None:
        assert threading.current_thread() is self._thread, "only the writer's thread writes"
        try:
            result, events = self._transact(call)
        except BaseException as error:  # noqa: BLE001  whatever it is belongs to who waits
            future.set_exception(translate(error, place_of(self._engine.url)))
            return
        try:
            if events:
                self._notifier.publish(events)
        except Exception:  # noqa: BLE001  what is committed stays true, whatever a listener does
            _log.exception("publishing events failed")
        future.set_result(result)

    def _transact(self, call: Callable[[UnitOfWork], Any]) -> tuple[Any, list[Event]]:
        with self._engine.begin() as connection:
            unit = SqlUnitOfWork(connection, self._clock)
            result = call(unit)
            unit.flush()
            if unit.events:
                self._announce(connection, unit.events)
        return result, unit.events
