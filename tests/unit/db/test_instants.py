from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdfulfil_desktop.adapters.db.board import seen_on
from jdfulfil_desktop.adapters.db.bulk import stored
from jdfulfil_desktop.adapters.db.schema.base import from_microseconds, to_microseconds
from jdfulfil_desktop.domain.connection import jakarta_day

AWARE = st.datetimes(
    min_value=datetime(1980, 1, 1),  # noqa: DTZ001  hypothesis adds the zone
    max_value=datetime(2100, 1, 1),  # noqa: DTZ001  as above
    timezones=st.integers(-14, 14).map(lambda hours: timezone(timedelta(hours=hours))),
)


@given(AWARE)
def test_a_time_comes_back_to_the_microsecond_in_utc(at: datetime) -> None:
    back = from_microseconds(to_microseconds(at))
    assert back == at
    assert back.tzinfo is UTC


@given(AWARE, AWARE)
def test_stored_times_sort_as_times_do(one: datetime, two: datetime) -> None:
    assert (to_microseconds(one) < to_microseconds(two)) == (one < two)


def test_naive_times_are_refused() -> None:
    with pytest.raises(ValueError, match="naive"):
        to_microseconds(datetime(2026, 11, 24))  # noqa: DTZ001  that is the point


@given(AWARE)
def test_days_are_jakartas(at: datetime) -> None:
    assert date.fromordinal(seen_on(stored(at))) == jakarta_day(at)


def test_no_time_has_no_day() -> None:
    assert (stored(None), seen_on(None)) == (None, 0)
