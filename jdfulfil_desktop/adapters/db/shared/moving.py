"""Carry a whole database over: a file to a server, or, as a backup, a server's to a file.

Everything is copied in one transaction of the target, and compared with the source in it: either
all of it is there afterwards, or nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select
from sqlalchemy.engine import URL

from jdfulfil_desktop.adapters.db import dialect
from jdfulfil_desktop.adapters.db.bulk import Bulk
from jdfulfil_desktop.adapters.db.engine import place_of, url_of
from jdfulfil_desktop.adapters.db.schema import ledger, meta, metadata, shared_secrets, sync_turns
from jdfulfil_desktop.adapters.db.shared.engines import reading_engine
from jdfulfil_desktop.domain.errors import RuleError

CHUNK = 1_000
OF_THE_PLACE = (sync_turns, shared_secrets)
"""Tables that belong to a server, not to what is carried."""
IDENTITY, MOVED_TO = "identity", "moved_to"


def carried() -> list[Table]:
    """Give the tables that are carried, those first that others refer to."""
    return [table for table in metadata.sorted_tables if table not in OF_THE_PLACE]


def copy_all(source: Connection, target: Connection) -> dict[str, int]:
    """Copy every row; gives counts by table. Raises RuleError `target_not_empty`, `move_differs`.

    Both connections are in a transaction that the caller ends.
    """
    refuse_filled(target)
    counts = {table.name: _copy(source, target, table) for table in carried()}
    for table in carried():
        number = select(func.count()).select_from(table).where(*_kept(table))
        if (found := target.execute(number).scalar_one()) != counts[table.name]:
            raise RuleError("move_differs", subject=table.name, found=found)
    if _sums(source) != _sums(target):
        raise RuleError("move_differs", subject=ledger.name)
    return counts


def refuse_filled(target: Connection) -> None:
    """Raise RuleError `target_not_empty` where a database holds anything but its own identity."""
    for table in carried():
        if table is not meta and target.execute(select(1).select_from(table).limit(1)).first():
            raise RuleError("target_not_empty", subject=place_of(target.engine.url))


def copy_out(url: URL, file: Path) -> None:
    """Copy a shared database into an empty file of ours."""
    from jdfulfil_desktop.adapters.db.engine import writing_engine as file_engine

    source, target = reading_engine(url), file_engine(url_of(file))
    try:
        with source.begin() as old, target.begin() as new:
            copy_all(old, new)
            new.exec_driver_sql("INSERT INTO order_search(order_search) VALUES ('rebuild')")
    finally:
        source.dispose()
        target.dispose()


def shared_target(place: str) -> URL:
    """Read the address of a shared database. Raises RuleError `target_not_shared`."""
    url = url_of(place) if "://" in place else None
    if url is None or url.get_backend_name() != "postgresql":
        raise RuleError("target_not_shared", subject=place.partition(":")[0])
    return url


def _copy(source: Connection, target: Connection, table: Table) -> int:
    adding = Bulk(insert(table), dialect.column_names(table))
    count = 0
    for rows in _chunks(source, table):
        adding.run(target, rows)
        count += len(rows)
    return count


def _chunks(source: Connection, table: Table) -> Iterator[Sequence[dict[str, Any]]]:
    """Read rows as they are stored: nothing of them is turned into objects on the way."""
    query = select(table).where(*_kept(table))
    compiled = query.compile(dialect=source.dialect, compile_kwargs={"literal_binds": True})
    names = dialect.column_names(table)
    found = source.execution_options(yield_per=CHUNK).exec_driver_sql(str(compiled))
    for rows in found.partitions(CHUNK):
        yield [dict(zip(names, row, strict=True)) for row in rows]


def _kept(table: Table) -> Sequence[Any]:
    """Leave out what a database says of itself: the other one has an identity of its own."""
    return (meta.c.name.not_in((IDENTITY, MOVED_TO)),) if table is meta else ()


def _sums(connection: Connection) -> list[tuple[Any, ...]]:
    x = ledger.c
    query = select(x.warehouse_no, x.kind, func.sum(x.quantity)).group_by(x.warehouse_no, x.kind)
    return sorted((*row[:2], int(row[2])) for row in connection.execute(query))


def go_on_counting(target: Connection) -> None:
    """Let the server's own numbers go on behind those that were carried."""
    for table in carried():
        if "id" in table.c and table.c.id.autoincrement == "auto" and table.c.id.primary_key:
            target.exec_driver_sql(
                f"SELECT setval(pg_get_serial_sequence('{table.name}', 'id'), "  # noqa: S608  a table of ours
                f"(SELECT coalesce(max(id), 0) + 1 FROM {table.name}), false)"
            )
