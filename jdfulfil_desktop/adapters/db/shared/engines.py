"""Open the engines of a shared database: one that writes in its turn, one that reads only."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL

from jdfulfil_desktop.adapters.db.shared.address import connect_arguments
from jdfulfil_desktop.domain.errors import EnvironmentProblem

READERS = 2
WRITERS_TURN = 0x4A44_0001
"""The advisory lock that a writing transaction holds, as `BEGIN IMMEDIATE` does on SQLite: what a
use case has read stays true until it has written. Locks of this kind belong to one database."""


def writing_engine(url: URL) -> Engine:
    """Open the engine of this PC's writer: its transactions begin with the writers' turn."""
    engine = _engine(url, connect_arguments("jdfulfil writer"), pool_size=1, max_overflow=0)

    @event.listens_for(engine, "begin")
    def take_turn(connection: Connection) -> None:
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITERS_TURN})")

    return engine


def reading_engine(url: URL) -> Engine:
    """Open the engine of the readers: PostgreSQL itself refuses writing on it."""
    arguments = connect_arguments("jdfulfil reader", reading=True)
    return _engine(url, arguments, pool_size=READERS, max_overflow=2)


def plain_engine(url: URL, name: str) -> Engine:
    """Open an engine with one connection that commits each statement by itself."""
    engine = _engine(url, connect_arguments(name), pool_size=1, max_overflow=0)
    return engine.execution_options(isolation_level="AUTOCOMMIT")


def _engine(url: URL, arguments: dict[str, Any], **pool: int) -> Engine:
    """Make an engine that looks whether a connection still lives before it is used again."""
    try:
        engine = create_engine(
            url, connect_args=arguments, pool_pre_ping=True, hide_parameters=True, **pool
        )
    except ModuleNotFoundError as missing:
        words = "pip install jdfulfil-desktop[postgresql]"
        raise EnvironmentProblem(
            "database_unavailable", subject=str(missing.name), words=words
        ) from missing

    @event.listens_for(engine, "connect")
    def set_up(connection: Any, _record: object) -> None:
        adapt(connection)

    return engine


def adapt(connection: Any) -> None:
    """Let text with a zero byte be kept: PostgreSQL knows none, a damaged file may hold one."""
    from psycopg.types.string import StrDumper

    class WithoutZero(StrDumper):
        def dump(self, obj: str) -> Any:
            return super().dump(obj.replace("\0", "\u2400") if "\0" in obj else obj)

    connection.adapters.register_dumper(str, WithoutZero)
