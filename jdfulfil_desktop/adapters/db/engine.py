"""Open the engines: one that writes, one that reads only."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import QueuePool, StaticPool

from jdfulfil_desktop.adapters.db import dialect
from jdfulfil_desktop.domain.errors import EnvironmentProblem

READERS = 2


def url_of(place: str | Path) -> URL:
    """Give the URL of a path or of an SQLAlchemy URL: an SQLite file, or a PostgreSQL database.

    Raises EnvironmentProblem. A URL that cannot be read is not repeated: it may hold a password.
    """
    text = str(place)
    try:
        url = make_url(text) if "://" in text else URL.create("sqlite", database=text)
    except (ArgumentError, ValueError):
        raise EnvironmentProblem("database_unavailable", subject=text.partition(":")[0]) from None
    if is_shared(url):
        from jdfulfil_desktop.adapters.db.shared.address import shared_url

        return shared_url(url)
    if url.drivername.partition("+")[0] != "sqlite":
        raise EnvironmentProblem("database_unavailable", subject=url.drivername)
    if not url.database or url.database == ":memory:":
        raise EnvironmentProblem("database_unavailable", subject="sqlite in memory")
    return url


def is_shared(url: URL) -> bool:
    """Tell whether an address is a PostgreSQL database, which several PCs may share."""
    return url.drivername.partition("+")[0] in {"postgresql", "postgres"}


def place_of(url: URL) -> str:
    """Name a database for people: a file's path, a server and a name; never a password."""
    if is_shared(url):
        from jdfulfil_desktop.adapters.db.shared import address

        return address.place_of(url)
    return str(url.database)


def make_file(path: Path) -> None:
    """Make an empty file of 0600 in directories of 0700: orders carry names and addresses."""
    try:
        missing = [folder for folder in path.parents if not folder.exists()]
        for folder in reversed(missing):
            folder.mkdir(mode=0o700)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise EnvironmentProblem(
            "database_unavailable", subject=str(path), words=str(error)
        ) from error


def writing_engine(url: URL) -> Engine:
    """Open the engine of the one writer: a single connection, transactions begin with the lock."""
    engine = create_engine(
        url,
        poolclass=StaticPool,
        connect_args={"check_same_thread": False, "isolation_level": None},
    )
    _prepare(engine, dialect.BEGIN_WRITING, (_cache(dialect.WRITER_CACHE_KIB),))
    return engine


def reading_engine(url: URL) -> Engine:
    """Open the engine of the readers; SQLite itself refuses writing on it."""
    engine = create_engine(
        url,
        poolclass=QueuePool,
        pool_size=READERS,
        max_overflow=2,
        connect_args={"check_same_thread": False, "isolation_level": None},
    )
    _prepare(
        engine, dialect.BEGIN_READING, (_cache(dialect.READER_CACHE_KIB), "PRAGMA query_only = ON")
    )
    return engine


def _cache(kib: int) -> str:
    return f"PRAGMA cache_size = -{kib}"


def _prepare(engine: Engine, begin: str, pragmas: tuple[str, ...]) -> None:
    """Set every new connection up, and begin transactions ourselves: the driver begins too late."""

    @event.listens_for(engine, "connect")
    def set_up(connection: Any, _record: object) -> None:
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {dialect.BUSY_TIMEOUT_MS}")
        for pragma in dialect.PRAGMAS + pragmas:
            cursor.execute(pragma)
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin_transaction(connection: Connection) -> None:
        connection.exec_driver_sql(begin)
