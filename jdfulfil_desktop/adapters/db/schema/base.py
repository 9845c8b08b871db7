"""Hold the one MetaData, the column types of ours, and how constraints are named."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, Column, MetaData
from sqlalchemy.engine import Dialect
from sqlalchemy.types import Text, TypeDecorator

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def to_microseconds(at: datetime) -> int:
    """Give microseconds since 1970 UTC; a naive time is a mistake of ours (ValueError)."""
    if at.tzinfo is None:
        raise ValueError(f"naive time {at!r}")
    gone = at - EPOCH
    return (gone.days * 86_400 + gone.seconds) * 1_000_000 + gone.microseconds


def from_microseconds(value: int) -> datetime:
    """Give the UTC-aware time of microseconds since 1970."""
    return EPOCH + value * _MICROSECOND


class Instant(TypeDecorator[datetime]):
    """Store a moment as whole microseconds since 1970: compact, sortable, free of time zones."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Turn an aware time into microseconds."""
        return None if value is None else to_microseconds(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """Turn microseconds into an aware time."""
        return None if value is None else from_microseconds(value)


def words(name: str) -> Column[str]:
    """Make a text column that is empty rather than NULL: one way to say that nothing is known."""
    return Column(name, Text, nullable=False, server_default="")
