"""Open the database: make it current, start its writer and readers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, select
from sqlalchemy.engine import URL

from jdfulfil_desktop.adapters.db.engine import (
    is_shared,
    make_file,
    reading_engine,
    url_of,
    writing_engine,
)
from jdfulfil_desktop.adapters.db.migrate import back_up, make_current
from jdfulfil_desktop.adapters.db.reader import ReaderThreads
from jdfulfil_desktop.adapters.db.schema import meta
from jdfulfil_desktop.adapters.db.writer import WriterThread
from jdfulfil_desktop.application.ports import Clock, Notifier


@dataclass(frozen=True, slots=True)
class Database:
    """An open database. `migration_copy`: the copy made before a migration, where there was one.

    `path`: the file, or the name of a shared database; `sharing` is there for the latter alone.
    """

    path: Path
    writer: WriterThread
    reader: ReaderThreads
    engines: tuple[Engine, ...]
    migration_copy: Path | None = None
    sharing: Any = None

    def close(self, *, drain: bool = True, timeout_s: float | None = None) -> bool:
        """Stop writer and readers, close every file; False when the writer took too long."""
        if self.sharing is not None:
            self.sharing.close()
        stopped = self.writer.close(drain=drain, timeout_s=timeout_s)
        self.reader.close()
        for engine in self.engines:
            engine.dispose()
        return stopped

    @property
    def moved_to(self) -> str:
        """Name the shared database that a file was carried over to; empty where it was not."""
        with self.engines[1].connect() as connection:
            query = select(meta.c.value).where(meta.c.name == "moved_to")
            return str(connection.execute(query).scalar() or "")

    def back_up(self, target: Path) -> None:
        """Copy the database, all that is committed, while it is in use; the copy is 0600."""
        back_up(self.path, target)


def open_database(place: str | Path, notifier: Notifier, clock: Clock) -> Database:
    """Open a path or an SQLAlchemy URL, creating or migrating the file where needed.

    Raises EnvironmentProblem: `database_unavailable` (no such place, not ours), `disk_full`,
    `database_damaged`, `database_newer`, `database_readonly`, `database_locked`; of a shared one
    also `database_unreachable`, `database_refused`, `database_in_clear`.
    """
    url = url_of(place)
    if is_shared(url):
        return _open_shared(url, notifier, clock)
    path = Path(str(url.database))
    make_file(path)
    writing, reading = writing_engine(url), reading_engine(url)
    try:
        copy = make_current(writing, path)
    except BaseException:
        writing.dispose()
        reading.dispose()
        raise
    writer = WriterThread(writing, notifier, clock)
    return Database(path, writer, ReaderThreads(reading, clock), (writing, reading), copy)


def _open_shared(url: URL, notifier: Notifier, clock: Clock) -> Database:
    """Import what only a shared database needs, and open it."""
    from jdfulfil_desktop.adapters.db.shared.opening import open_shared

    opened = open_shared(url, notifier, clock)
    opened.sharing.news.begin()
    path = Path(str(url.database))
    return Database(path, opened.writer, opened.reader, opened.engines, sharing=opened.sharing)
