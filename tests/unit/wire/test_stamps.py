"""Times out and in: two spellings, two zones, and whatever else JD writes."""

from __future__ import annotations

from datetime import UTC, datetime, timezone

import pytest

from jdfulfil_desktop.wire.stamps import (
    CHINA,
    JAKARTA,
    StampStyle,
    read_time,
    stamp,
    wire_time,
    zone_for,
)

MOMENT = datetime(2024, 5, 1, 2, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("host", "zone"),
    [
        ("open-api.jd.id", JAKARTA), ("127.0.0.1", JAKARTA), ("localhost", JAKARTA),
        ("api.jd.com", CHINA), ("API.JD.COM.", CHINA), ("gw.api.360buy.com", CHINA),
        ("jd.com", CHINA), ("notjd.com", JAKARTA),
    ],
)  # fmt: skip
def test_zone_of_a_gateway(host: str, zone: timezone) -> None:
    assert zone_for(host) is zone


def test_both_spellings_of_the_stamp() -> None:
    assert stamp(MOMENT, JAKARTA) == "2024-05-01 09:30:00.000+0700"
    assert stamp(MOMENT.replace(microsecond=56789), CHINA) == "2024-05-01 10:30:00.056+0800"
    assert stamp(MOMENT, JAKARTA, StampStyle.PLAIN) == "2024-05-01 10:30:00"
    assert wire_time(MOMENT, JAKARTA) == "2024-05-01 09:30:00"


@pytest.mark.parametrize(
    "text",
    [
        "2024-05-01 09:30:00", " 2024-05-01 09:30:00.000 ", "2024-05-01T09:30", "2024-5-1 9:30:00",
        "2024-05-01 10:30:00.000+0800", "2024-05-01T02:30:00Z", "2024-04-30 21:30:00-05:00",
        "1714530600000",
    ],
)  # fmt: skip
def test_one_moment_in_many_spellings(text: str) -> None:
    assert read_time(text, JAKARTA) == MOMENT


def test_fractions_and_bare_days() -> None:
    read = read_time("2024-05-01 09:30:00.1234567", JAKARTA)
    assert read == MOMENT.replace(microsecond=123456)
    assert read_time("2024-05-01", JAKARTA) == datetime(2024, 4, 30, 17, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    ["", "soon", "2024-13-01", "2024-05-01 25:00:00", "2024-05-01 09:30:00+9900", "0001-01-01"],
)
def test_what_is_no_time(text: str) -> None:
    assert read_time(text, JAKARTA) is None
