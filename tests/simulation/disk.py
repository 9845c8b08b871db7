"""One SQLite database of a life: in memory or a file, with its faults and its backups."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool

from jdfulfil_desktop.adapters.db import dialect
from jdfulfil_desktop.adapters.db.migrate import make_current
from jdfulfil_desktop.adapters.db.problems import translate
from jdfulfil_desktop.adapters.db.unit_of_work import SqlUnitOfWork
from jdfulfil_desktop.application.ports import Clock, UnitOfWork
from jdfulfil_desktop.domain.errors import EnvironmentProblem
from jdfulfil_desktop.domain.events import Event

WATCH = """
CREATE TEMP TRIGGER sim_claimed AFTER UPDATE OF push_state ON main.outbounds
WHEN new.push_state = 'sending' AND old.push_state <> 'sending'
BEGIN SELECT sim_claimed(new.outbound_no); END
"""
NEVER_BACK = """
CREATE TEMP TRIGGER sim_moved_back AFTER UPDATE OF rank ON main.outbounds
WHEN new.rank < old.rank
BEGIN SELECT sim_moved_back(new.outbound_no); END
"""


@cache
def empty_database() -> bytes:
    """Make the program's own newest schema once and give the file's bytes."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "template.db"
        engine = create_engine(f"sqlite:///{path}")
        make_current(engine, path)
        engine.dispose()
        return path.read_bytes()


class Disk:
    """A database that survives every process; `full`, `locked`: what ails it now."""

    def __init__(self, folder: Path, *, in_memory: bool) -> None:
        self._path = None if in_memory else folder / "life.db"
        self.claimed: list[str] = []
        self.moved_back: list[str] = []
        self.full = self.locked = False
        self.raw: sqlite3.Connection
        self._engine: Engine
        self._connection: Connection
        self._open(empty_database())

    def _open(self, content: bytes) -> None:
        if self._path is None:
            self.raw = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
            self.raw.deserialize(content)
        else:
            for name in ("", "-wal", "-shm"):
                self._path.with_name(self._path.name + name).unlink(missing_ok=True)
            self._path.write_bytes(content)
            self._connect_file()
        self._begin_engine()

    def _connect_file(self) -> None:
        assert self._path is not None
        self.raw = sqlite3.connect(self._path, isolation_level=None, check_same_thread=False)
        self.raw.execute("PRAGMA journal_mode = WAL")
        # What a power cut takes is shown elsewhere; here the file is what a killed process leaves.
        self.raw.execute("PRAGMA synchronous = OFF")

    def _begin_engine(self) -> None:
        self.raw.execute("PRAGMA foreign_keys = ON")
        self.raw.execute("PRAGMA temp_store = MEMORY")
        self.raw.create_function("sim_claimed", 1, self._note_claim)
        self.raw.create_function("sim_moved_back", 1, self.moved_back.append)
        self.raw.execute(WATCH)
        self.raw.execute(NEVER_BACK)
        self._engine = create_engine("sqlite://", creator=lambda: self.raw, poolclass=StaticPool)
        self._connection = self._engine.connect()

        @event.listens_for(self._engine, "begin")
        def begin(connection: Connection) -> None:
            connection.exec_driver_sql(dialect.BEGIN_WRITING)

    def _note_claim(self, number: str) -> None:
        self.claimed.append(number)

    def crashed(self) -> None:
        """Open a file anew, as the next process would; a memory keeps what is committed."""
        if self._path is not None:
            self._shut()
            self._connect_file()
            self._begin_engine()

    def snapshot(self) -> bytes:
        """Back the database up: all that is committed."""
        with closing(sqlite3.connect(":memory:")) as copy:
            self.raw.backup(copy)
            return copy.serialize()

    def restore(self, content: bytes) -> None:
        """Put a backup in the database's place."""
        self._shut()
        self._open(content)

    def transact(
        self, work: Callable[[UnitOfWork], Any], clock: Clock, before_commit: Callable[[], None]
    ) -> tuple[Any, list[Event]]:
        """Run work in one transaction, as the writer does; SQLite's errors come as ours."""
        self.claimed.clear()
        if self.locked:
            raise EnvironmentProblem("database_locked")
        try:
            with self._without_room(), self._connection.begin():
                unit = SqlUnitOfWork(self._connection, clock)
                result = work(unit)
                unit.flush()
                before_commit()
        except Exception as error:
            self.claimed.clear()
            translated = translate(error, "life.db")
            if translated is error:
                raise
            raise translated from error
        return result, unit.events

    @contextmanager
    def _without_room(self) -> Iterator[None]:
        """A full disk: not a page more than there are; SQLite itself says so."""
        if not self.full:
            yield
            return
        pages = self.raw.execute("PRAGMA page_count").fetchone()[0]
        free = self.raw.execute("PRAGMA freelist_count").fetchone()[0]
        self.raw.execute(f"PRAGMA max_page_count = {pages}")
        if free == 0:
            yield
        else:  # pages that are free inside the file would be used first
            raise EnvironmentProblem("disk_full")

    def mend(self) -> None:
        """Take the ailments away."""
        if self.full:
            self.raw.execute("PRAGMA max_page_count = 1073741823")
        self.full = self.locked = False

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """Read what is committed, for the oracle."""
        return self.raw.execute(query, values).fetchall()

    def close(self) -> None:
        self._shut()

    def _shut(self) -> None:
        self._connection.close()
        self._engine.dispose()
        self.raw.close()
