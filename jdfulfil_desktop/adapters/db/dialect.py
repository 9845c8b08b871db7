"""Keep what differs between databases in one place: SQLite today, PostgreSQL's seams beside it."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any, TypeVar

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    CursorResult,
    Table,
    TableValuedAlias,
    bindparam,
    func,
    select,
    type_coerce,
)
from sqlalchemy.dialects.sqlite import Insert, insert
from sqlalchemy.sql.elements import UnaryExpression
from sqlalchemy.sql.operators import custom_op
from sqlalchemy.types import Text

T = TypeVar("T")

BEGIN_WRITING = "BEGIN IMMEDIATE"
"""Takes the write lock at once: a transaction that upgrades its lock half-way fails as locked."""
BEGIN_READING = "BEGIN"

PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    # A claim must be durable before the network is used, and this cannot change in a transaction.
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA temp_store = MEMORY",
    # An import dirties the same index pages again and again: writing them back every 64 MiB instead
    # of every 4 MiB halves its time.
    "PRAGMA wal_autocheckpoint = 16384",
    "PRAGMA journal_size_limit = 67108864",
)
BUSY_TIMEOUT_MS = 10_000
WRITER_CACHE_KIB = 32_768
READER_CACHE_KIB = 16_384

SEARCH_DDL = (
    """CREATE VIRTUAL TABLE order_search USING fts5(
search_text, content='orders', content_rowid='id', tokenize='trigram')""",
)
APPEND_ONLY_DDL = (
    """CREATE TRIGGER ledger_is_append_only_update BEFORE UPDATE ON ledger
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END""",
    """CREATE TRIGGER ledger_is_append_only_delete BEFORE DELETE ON ledger
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END""",
)
EXTRA_DDL = SEARCH_DDL + APPEND_ONLY_DDL
"""What MetaData cannot say."""


def inserting(table: Table) -> Insert:
    """Begin an insert that can say what happens on conflict."""
    return insert(table)


def inserting_or_replacing(table: Table, key: tuple[str, ...]) -> Insert:
    """Insert rows, or overwrite every other column of those that are there by `key`."""
    statement = insert(table)
    others = {c.name: statement.excluded[c.name] for c in table.columns if c.name not in key}
    return statement.on_conflict_do_update(index_elements=list(key), set_=others)


def rows_of(values: Collection[object]) -> TableValuedAlias:
    """Give values as the rows of a table with the column `value`, in one parameter."""
    given = bindparam(None, json.dumps(list(values)), type_=Text)
    return func.json_each(given).table_valued("value")


def among(column: ColumnElement[Any], values: Collection[object]) -> ColumnElement[bool]:
    """Say that a column is one of many values, in one parameter whatever their number."""
    return column.in_(select(type_coerce(rows_of(values).c.value, column.type)))


def unindexed(column: ColumnElement[T]) -> ColumnElement[T]:
    """Give a column that no index is chosen for: the one that gives the order is the better one."""
    plain: ColumnElement[T] = UnaryExpression(
        column, operator=custom_op("+"), type_=column.type, wraps_column_expression=True
    )
    return plain


def take_ids(connection: Connection, counters: Table, table: Table, count: int) -> range:
    """Reserve ids that were never given before, also not to rows since deleted."""
    name = f"id:{table.name}"
    statement = insert(counters).values(name=name, value=count)
    statement = statement.on_conflict_do_update(
        index_elements=["name"], set_={"value": counters.c.value + statement.excluded.value}
    )
    last: int = connection.execute(statement.returning(counters.c.value)).scalar_one()
    return range(last - count + 1, last + 1)


def inserted_id(made: CursorResult[Any]) -> int:
    """Give the id that the database gave to the one row just inserted."""
    key = made.inserted_primary_key
    assert key is not None, "a single insert always tells its key"
    return int(key[0])


def column_names(table: Table) -> list[str]:
    """Give the names of a table's columns in their order."""
    columns: Collection[Column[Any]] = table.columns.values()
    return [column.name for column in columns]
