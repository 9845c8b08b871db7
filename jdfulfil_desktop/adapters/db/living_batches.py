"""Show the other PCs which imports are alive, so that only what a crash left is undone.

An import holds a lock of its batch with the writer's session: it goes with the process.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from jdfulfil_desktop.adapters.db import dialect

KIND = 0x4A44
"""The first half of the lock's number; the batch's id is the second."""


def hold(connection: Connection, batch_id: int) -> None:
    """Say that a batch is being imported here."""
    if dialect.is_shared(connection):
        connection.exec_driver_sql(f"SELECT pg_advisory_lock({KIND}, {int(batch_id)})")


def let_go(connection: Connection, batch_id: int) -> None:
    """Say that it is over."""
    if dialect.is_shared(connection):
        connection.exec_driver_sql(f"SELECT pg_advisory_unlock({KIND}, {int(batch_id)})")


def without_living(connection: Connection, batch_ids: Sequence[int]) -> list[int]:
    """Leave out the batches that another process is importing."""
    if not dialect.is_shared(connection):
        return list(batch_ids)
    query = (
        "SELECT objid FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 2 AND granted "  # noqa: S608  a constant above
        f"AND classid = {KIND} AND pid <> pg_backend_pid() "
        "AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
    )
    living = set(connection.exec_driver_sql(query).scalars())
    return [number for number in batch_ids if number not in living]
