"""Write and read JD's times: those of calls name their zone, those inside JSON do not."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from enum import StrEnum

JAKARTA = timezone(timedelta(hours=7))
CHINA = timezone(timedelta(hours=8))
PLAIN = "%Y-%m-%d %H:%M:%S"

_CHINESE_HOSTS = ("jd.com", "360buy.com", "jdl.com")
_TIME = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})"
    r"(?:[ T](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,6})\d*)?)?"
    r"\s*(?:(Z)|([+-])(\d{2}):?(\d{2}))?)?",
    re.ASCII,
)
_EPOCH_MS = re.compile(r"\d{12,13}", re.ASCII)


class StampStyle(StrEnum):
    """Name the two spellings of the `timestamp` parameter (PROTOCOL 1.2)."""

    WITH_OFFSET = "with_offset"
    """`2024-05-01 09:30:00.000+0700`: newer clients, and every Indonesian one."""
    PLAIN = "plain"
    """`2024-05-01 10:30:00`: the classic one, always China time."""


def zone_for(host: str) -> timezone:
    """Return the zone of a gateway's times: China's for the Chinese hosts, else Jakarta's."""
    host = host.lower().rstrip(".")
    if any(host == known or host.endswith(f".{known}") for known in _CHINESE_HOSTS):
        return CHINA
    return JAKARTA


def stamp(moment: datetime, zone: timezone, style: StampStyle = StampStyle.WITH_OFFSET) -> str:
    """Return the `timestamp` parameter for a moment (aware)."""
    if style is StampStyle.PLAIN:
        return moment.astimezone(CHINA).strftime(PLAIN)
    local = moment.astimezone(zone)
    return f"{local.strftime(PLAIN)}.{local.microsecond // 1000:03d}{local.strftime('%z')}"


def wire_time(moment: datetime, zone: timezone) -> str:
    """Return a moment (aware) as business JSON has it: in the gateway's zone, without naming it."""
    return moment.astimezone(zone).strftime(PLAIN)


def read_time(text: str, zone: timezone) -> datetime | None:
    """Return the UTC moment of one of JD's times; None where it is none.

    Without a zone of its own a time is in `zone`. Milliseconds since 1970 are understood as well.
    """
    text = text.strip()
    if _EPOCH_MS.fullmatch(text):
        return datetime.fromtimestamp(int(text) / 1000, UTC)
    found = _TIME.fullmatch(text)
    if found is None:
        return None
    year, month, day, hour, minute, second, fraction, utc, sign, off_h, off_m = found.groups()
    if utc:
        zone = UTC
    elif sign:
        offset = timedelta(hours=int(off_h), minutes=int(off_m))
        if offset >= timedelta(hours=24):
            return None
        zone = timezone(-offset if sign == "-" else offset)
    try:
        return datetime(
            int(year), int(month), int(day), int(hour or 0), int(minute or 0), int(second or 0),
            int((fraction or "0").ljust(6, "0")), zone,
        ).astimezone(UTC)  # fmt: skip
    except (ValueError, OverflowError):
        return None
