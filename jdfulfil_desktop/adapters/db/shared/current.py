"""Bring a shared database to the newest revision, or refuse it, before anything else touches it."""

from __future__ import annotations

from sqlalchemy import Connection, Engine

from jdfulfil_desktop.adapters.db.migrate import REVISIONS
from jdfulfil_desktop.adapters.db.schema import HEAD
from jdfulfil_desktop.adapters.db.shared.schema import create_all
from jdfulfil_desktop.domain.errors import EnvironmentProblem


def make_current(writing: Engine, reading: Engine, place: str) -> None:
    """Create, migrate or refuse the schema, one PC at a time; a failure changes nothing.

    Raises EnvironmentProblem: `database_newer`, `database_unavailable` (another program's).
    """
    with reading.connect() as connection:
        if revision_of(connection, place) == HEAD:
            return
    with writing.begin() as connection:
        found = revision_of(connection, place)  # another PC may have been quicker
        if found is None:
            create_all(connection)
            connection.exec_driver_sql(
                "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
                "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
            )
            connection.exec_driver_sql("INSERT INTO alembic_version VALUES (%s)", (HEAD,))
        elif found not in REVISIONS:
            raise EnvironmentProblem("database_newer", subject=place, revision=found)
        elif found != HEAD:
            _migrate(connection)


def revision_of(connection: Connection, place: str) -> str | None:
    """Read the revision; None for a database without tables."""
    known = connection.exec_driver_sql("SELECT to_regclass('alembic_version')").scalar()
    if known is not None:
        return str(
            connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one()
        )
    foreign = connection.exec_driver_sql(
        "SELECT 1 FROM pg_catalog.pg_tables WHERE schemaname = current_schema() LIMIT 1"
    ).first()
    if foreign is not None:
        raise EnvironmentProblem("database_unavailable", subject=place)
    return None


def _migrate(connection: Connection) -> None:
    from alembic import command

    from jdfulfil_desktop.adapters.db.migrations.settings import alembic_config

    command.upgrade(alembic_config(connection), "head")
