"""Read committed pages on two threads of their own, each page from one state of the database."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from sqlalchemy import Engine

from jdfulfil_desktop.adapters.db.engine import READERS, place_of
from jdfulfil_desktop.adapters.db.problems import translate
from jdfulfil_desktop.adapters.db.queries import SqlQueries
from jdfulfil_desktop.application.ports import Clock
from jdfulfil_desktop.application.queries import Queries
from jdfulfil_desktop.domain.errors import EnvironmentProblem

T = TypeVar("T")


class ReaderThreads:
    """Fulfil `ports.Reader`."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock
        self._pool = ThreadPoolExecutor(max_workers=READERS, thread_name_prefix="db-reader")

    def submit(self, work: Callable[[Queries], T]) -> Future[T]:
        """Read on a reader thread; after `close` the future carries EnvironmentProblem."""
        try:
            return self._pool.submit(self._read, work)
        except RuntimeError:
            refused: Future[T] = Future()
            refused.set_exception(EnvironmentProblem("database_unavailable"))
            return refused

    def close(self) -> None:
        """Stop after what is running."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _read(self, work: Callable[[Queries], T]) -> T:
        try:
            with self._engine.begin() as connection:
                return work(SqlQueries(connection, self._clock))
        except BaseException as error:
            translated = translate(error, place_of(self._engine.url))
            if translated is error:
                raise
            raise translated from error
