"""Bring a database to the newest revision, or refuse it, before anything else touches it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Engine

from jdfulfil_desktop.adapters.db import dialect
from jdfulfil_desktop.adapters.db.engine import make_file
from jdfulfil_desktop.adapters.db.problems import translate
from jdfulfil_desktop.adapters.db.schema import HEAD, metadata
from jdfulfil_desktop.domain.errors import EnvironmentProblem

REVISIONS = ("0001", "0002", "0003", HEAD)
"""Every revision that this program knows, oldest first."""


def make_current(engine: Engine, path: Path) -> Path | None:
    """Create, migrate or refuse the file's schema; gives the copy made before a migration.

    Alembic is imported only where there is something to migrate: it costs a start 0.2 s.
    Raises EnvironmentProblem: `database_newer`, `database_damaged`, `database_unavailable` (not
    ours).
    """
    try:
        with engine.connect() as connection:
            found = _revision(connection)
        if found == HEAD:
            return None
        if found is None:
            _create(engine, path)
            return None
        if found not in REVISIONS:
            raise EnvironmentProblem("database_newer", subject=str(path), revision=found)
        return _migrate(engine, path, found)
    except Exception as error:
        translated = translate(error, str(path))
        if translated is error:
            raise
        raise translated from error


def _revision(connection: Connection) -> str | None:
    """Read the revision; None for a file without tables."""
    tables = set(
        connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars()
    )
    if not tables:
        return None
    if "alembic_version" not in tables:
        raise EnvironmentProblem(
            "database_unavailable", subject=str(connection.engine.url.database)
        )
    found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    return str(found)


def _create(engine: Engine, path: Path) -> None:
    """Create the newest schema in one step; a test holds it equal to the migrations' result."""
    with engine.begin() as connection:
        if _revision(connection) is not None:
            return  # another process was quicker
        metadata.create_all(connection, checkfirst=False)
        for statement in dialect.EXTRA_DDL:
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql(
            "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
            "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
        )
        connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (HEAD,))
    path.chmod(0o600)


def _migrate(engine: Engine, path: Path, found: str) -> Path:
    """Copy the file, look the copy through, run the missing steps in one transaction.

    A failure changes nothing. Raises EnvironmentProblem(`migration_failed`).
    """
    from alembic import command

    from jdfulfil_desktop.adapters.db.migrations.settings import alembic_config

    copy = path.with_name(f"{path.stem}.before-{found}-to-{HEAD}{path.suffix}")
    back_up(path, copy)
    check_sound(copy)
    try:
        with engine.begin() as connection:
            command.upgrade(alembic_config(connection), "head")
    except Exception as error:
        translated = translate(error, str(path))
        if translated is not error:
            raise translated from error
        raise EnvironmentProblem("migration_failed", subject=str(path), copy=str(copy)) from error
    return copy


def back_up(source: Path, target: Path) -> None:
    """Copy a database through SQLite's backup API: a copied file would miss the WAL."""
    make_file(target)
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)


def check_sound(path: Path) -> None:
    """Raise sqlite3.Error where a file is no sound database of this program."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        [said] = connection.execute("PRAGMA quick_check(1)").fetchone()
        if said != "ok":
            raise sqlite3.DatabaseError(said)
        connection.execute("SELECT version_num FROM alembic_version").fetchone()
