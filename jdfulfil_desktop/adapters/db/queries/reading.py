"""What all page queries share: one read transaction, and how text is looked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select

from jdfulfil_desktop.adapters.db import dialect
from jdfulfil_desktop.application.ports import Clock
from jdfulfil_desktop.application.queries import Sort

_ESCAPE = str.maketrans({"%": "\\%", "_": "\\_", "\\": "\\\\"})


class Reading:
    """Hold one read transaction: every query in it sees the same state."""

    def __init__(self, connection: Connection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    def _count(self, query: Select[Any]) -> int:
        counted = select(func.count()).select_from(query.order_by(None).subquery())
        return self._connection.execute(counted).scalar_one()


def containing(text: str, *columns: ColumnElement[str]) -> ColumnElement[bool]:
    """Say that a column contains a text, whatever its case; for tables of some thousands."""
    wanted = f"%{escaped(text.strip())}%"
    return or_(*(dialect.like(column, wanted) for column in columns))


def escaped(text: str) -> str:
    """Give a text as a pattern that means just it."""
    return text.translate(_ESCAPE)


def in_order_of(
    sort: Sort,
    columns: Mapping[str, ColumnElement[Any]],
    default: Sequence[ColumnElement[Any]],
) -> list[ColumnElement[Any]]:
    """Give the order for a sort key, the list's own behind it; unknown keys give the latter."""
    column = columns.get(sort.key)
    if column is None:
        return list(default)
    return [dialect.in_order(column, down=sort.descending), *default]
