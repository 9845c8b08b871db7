"""Run one statement for many rows at the driver's level.

SQLAlchemy looks at every value of every row on its way; for rows of forty values that is half of an
import's time. The statements here are SQLAlchemy's own, compiled once; their rows are made of what
the driver stores: whole microseconds for times, 0 and 1 for truths.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from operator import itemgetter
from typing import Any

from sqlalchemy import (
    BindParameter,
    Boolean,
    Connection,
    Delete,
    Insert,
    RowMapping,
    TextClause,
    Update,
)

from jdfulfil_desktop.adapters.db.schema.base import to_microseconds


class Bulk:
    """A statement with named parameters, compiled when it is first run.

    `names`: the columns that an insert or update fills, where the statement does not say so itself.
    """

    def __init__(
        self,
        statement: Insert | Update | Delete | TextClause,
        names: Iterable[str] | None = None,
    ) -> None:
        self._statement = statement
        self._names = None if names is None else list(names)
        self._compiled: dict[str, tuple[str, Callable[[Any], Any]]] = {}

    def run(self, connection: Connection, rows: Sequence[Mapping[str, Any] | RowMapping]) -> int:
        """Run for every row; gives how many rows of the table were met."""
        if not rows:
            return 0
        name = connection.dialect.name
        sql, values_of = self._compiled.get(name) or self._compile(connection)
        return connection.exec_driver_sql(sql, [values_of(row) for row in rows]).rowcount

    def _compile(self, connection: Connection) -> tuple[str, Callable[[Any], Any]]:
        compiled: Any = self._statement.compile(dialect=connection.dialect, column_keys=self._names)
        values_of: Callable[[Any], Any]
        if connection.dialect.positional:
            values_of = _picking(list(compiled.positiontup or ()))
        else:
            values_of = _naming(compiled.binds)
        self._compiled[connection.dialect.name] = str(compiled), values_of
        return str(compiled), values_of


def _picking(names: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    """Give a row's values in the order of a statement's question marks."""
    picked = itemgetter(*names)
    # itemgetter of one name gives the bare value.
    return picked if len(names) > 1 else lambda row: (row[names[0]],)


def _naming(binds: Mapping[str, BindParameter[Any]]) -> Callable[[Any], dict[str, Any]]:
    """Give a row's values by name; PostgreSQL does not take 0 and 1 for truths."""
    truths = {name for name, bind in binds.items() if isinstance(bind.type, Boolean)}
    return lambda row: {name: bool(row[name]) if name in truths else row[name] for name in binds}


def stored(at: datetime | None) -> int | None:
    """Give a time as it is stored."""
    return None if at is None else to_microseconds(at)
