"""Keep what differs between SQLite and PostgreSQL in one place: one statement, said twice.

Statements are built without a connection; what a database says in its own way is an element that
is spelled when it is compiled. SQLite's spelling is the one that was measured: it stays as it is.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Connection,
    CursorResult,
    Dialect,
    Integer,
    Table,
    TableValuedAlias,
    bindparam,
    select,
)
from sqlalchemy.dialects.sqlite import Insert, insert
from sqlalchemy.dialects.sqlite.dml import OnConflictDoNothing, OnConflictDoUpdate
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import Text, TypeDecorator, TypeEngine

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


@cache
def inserting_or_replacing(table: Table, key: tuple[str, ...]) -> Insert:
    """Insert rows, or overwrite every other column of those that are there by `key`.

    Each is built once: `excluded` copies a table with all its columns, and leaves it as garbage.
    """
    statement = insert(table)
    others = {c.name: statement.excluded[c.name] for c in table.columns if c.name not in key}
    return statement.on_conflict_do_update(index_elements=list(key), set_=others)


class _Values(TypeDecorator[list[object]]):
    """Carry many values in one parameter: JSON on SQLite, an array on PostgreSQL."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Give the type that the parameter has there."""
        if dialect.name != "postgresql":
            return dialect.type_descriptor(Text())
        from sqlalchemy.dialects.postgresql import ARRAY

        return dialect.type_descriptor(ARRAY(self._element()))

    def process_bind_param(self, value: list[object] | None, dialect: Dialect) -> Any:
        """Write the values as the database takes them."""
        return value if dialect.name == "postgresql" else json.dumps(value)

    def _element(self) -> TypeEngine[Any]:
        return Text()


class _Numbers(_Values):
    """The same for whole numbers."""

    cache_ok = True

    def _element(self) -> TypeEngine[Any]:
        return Integer()


class _RowsOf(FunctionElement[Any]):
    name = "rows_of"
    inherit_cache = True


class _Condition(FunctionElement[bool]):
    """A condition of our own. SQLAlchemy would put `= 1` behind it, and no index would be used."""

    def self_group(self, against: Any = None) -> Any:
        """Stand as it is: its text has brackets of its own."""
        return self


class _Among(_Condition):
    name = "among"
    type = Boolean()
    inherit_cache = True


class _Unindexed(FunctionElement[Any]):
    name = "unindexed"
    inherit_cache = True


class _Like(_Condition):
    name = "like_folded"
    type = Boolean()
    inherit_cache = True


@compiles(_RowsOf)
def _rows_of(element: _RowsOf, compiler: SQLCompiler, **kw: Any) -> str:
    return f"json_each({compiler.process(element.clauses, **kw)})"


@compiles(_RowsOf, "postgresql")
def _rows_of_array(element: _RowsOf, compiler: SQLCompiler, **kw: Any) -> str:
    return f"(SELECT unnest({compiler.process(element.clauses, **kw)}) AS value)"


@compiles(_Among)
def _among(element: _Among, compiler: SQLCompiler, **kw: Any) -> str:
    column, given = (compiler.process(clause, **kw) for clause in element.clauses)
    return f"({column} IN (SELECT value FROM json_each({given})))"  # noqa: S608  compiled parts


@compiles(_Among, "postgresql")
def _among_array(element: _Among, compiler: SQLCompiler, **kw: Any) -> str:
    column, given = (compiler.process(clause, **kw) for clause in element.clauses)
    return f"({column} = ANY ({given}))"


@compiles(_Unindexed)
def _without_index(element: _Unindexed, compiler: SQLCompiler, **kw: Any) -> str:
    return f"+{compiler.process(element.clauses, **kw)}"


@compiles(_Unindexed, "postgresql")
def _as_the_planner_likes(element: _Unindexed, compiler: SQLCompiler, **kw: Any) -> str:
    return compiler.process(element.clauses, **kw)


@compiles(_Like)
def _like(element: _Like, compiler: SQLCompiler, **kw: Any) -> str:
    column, wanted = (compiler.process(clause, **kw) for clause in element.clauses)
    return f"({column} LIKE {wanted} ESCAPE '\\')"


@compiles(_Like, "postgresql")
def _ilike(element: _Like, compiler: SQLCompiler, **kw: Any) -> str:
    column, wanted = (compiler.process(clause, **kw) for clause in element.clauses)
    return f"({column} ILIKE {wanted} ESCAPE '\\')"


@compiles(OnConflictDoUpdate, "postgresql")
def _upsert(element: Any, compiler: Any, **kw: Any) -> str:
    element.constraint_target = None  # SQLite knows no such thing, PostgreSQL's compiler asks
    spelled: str = compiler.visit_on_conflict_do_update(element, **kw)
    return spelled


@compiles(OnConflictDoNothing, "postgresql")
def _insert_new_only(element: Any, compiler: Any, **kw: Any) -> str:
    element.constraint_target = None
    spelled: str = compiler.visit_on_conflict_do_nothing(element, **kw)
    return spelled


def rows_of(values: Collection[str]) -> TableValuedAlias:
    """Give texts as the rows of a table with the column `value`, in one parameter."""
    return _RowsOf(bindparam(None, list(values), type_=_Values())).table_valued("value")


def among(column: ColumnElement[Any], values: Collection[object]) -> ColumnElement[bool]:
    """Say that a column is one of many values, in one parameter whatever their number."""
    many = _Numbers() if isinstance(column.type, Integer) else _Values()
    return _Among(column, bindparam(None, list(values), type_=many))


def like(column: ColumnElement[str], pattern: str) -> ColumnElement[bool]:
    """Say that a column is like a pattern, whatever the case of A to Z; a backslash escapes."""
    return _Like(column, bindparam(None, pattern, type_=Text()))


def unindexed(column: ColumnElement[T]) -> ColumnElement[T]:
    """Give a column that no index is chosen for: the one that gives the order is the better one.

    SQLite has to be told; PostgreSQL knows how its values are spread.
    """
    plain = _Unindexed(column)
    plain.type = column.type
    return plain


def in_order(column: ColumnElement[Any], *, down: bool) -> ColumnElement[Any]:
    """Sort by a column, what is missing first when rising, as SQLite does by itself."""
    if isinstance(column, Column) and column.primary_key:
        return column.desc() if down else column.asc()
    return column.desc().nulls_last() if down else column.asc().nulls_first()


def is_shared(connection: Connection) -> bool:
    """Tell whether this is a PostgreSQL database, which several PCs may share."""
    return connection.dialect.name == "postgresql"


def take_ids(connection: Connection, counters: Table, table: Table, count: int) -> range:
    """Reserve ids that were never given before, also not to rows since deleted."""
    mark = {"name": f"id:{table.name}", "value": count}
    statement = adding(counters).returning(counters.c.value)
    last: int = connection.execute(statement, mark).scalar_one()
    return range(last - count + 1, last + 1)


@cache
def adding(counters: Table) -> Insert:
    """Add `value` to the counter `name`, which begins at 0; built once, as above."""
    statement = insert(counters)
    return statement.on_conflict_do_update(
        index_elements=["name"], set_={"value": counters.c.value + statement.excluded.value}
    )


def unlocked(connection: Connection, table: Table, ids: Sequence[int]) -> Sequence[int]:
    """Lock rows that are to be claimed, and leave out what another transaction has locked.

    SQLite's writer has the whole file to itself already.
    """
    if not ids or not is_shared(connection):
        return ids
    query = select(table.c.id).where(among(table.c.id, ids)).with_for_update(skip_locked=True)
    free = set(connection.execute(query).scalars())
    return [number for number in ids if number in free]


def inserted_id(made: CursorResult[Any]) -> int:
    """Give the id that the database gave to the one row just inserted."""
    key = made.inserted_primary_key
    assert key is not None, "a single insert always tells its key"
    return int(key[0])


def column_names(table: Table) -> list[str]:
    """Give the names of a table's columns in their order."""
    columns: Collection[Column[Any]] = table.columns.values()
    return [column.name for column in columns]
