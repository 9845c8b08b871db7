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

from sqlalchemy import Connection, Delete, Insert, RowMapping, TextClause, Update

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
        self._compiled: tuple[str, Callable[[Any], tuple[Any, ...]]] | None = None

    def run(self, connection: Connection, rows: Sequence[Mapping[str, Any] | RowMapping]) -> int:
        """Run for every row; gives how many rows of the table were met."""
        if not rows:
            return 0
        sql, values_of = self._compiled or self._compile(connection)
        return connection.exec_driver_sql(sql, [values_of(row) for row in rows]).rowcount

    def _compile(self, connection: Connection) -> tuple[str, Callable[[Any], tuple[Any, ...]]]:
        compiled = self._statement.compile(dialect=connection.dialect, column_keys=self._names)
        names = list(compiled.positiontup or ())
        picked = itemgetter(*names)
        # itemgetter of one name gives the bare value.
        self._compiled = (
            str(compiled),
            picked if len(names) > 1 else lambda row: (row[names[0]],),
        )
        return self._compiled


def stored(at: datetime | None) -> int | None:
    """Give a time as it is stored."""
    return None if at is None else to_microseconds(at)
