"""The gateway's clock, injected so that tests can move a day in no time."""

import time
from datetime import UTC, datetime, timedelta, timezone
from typing import Protocol

GATEWAY_ZONE = timezone(timedelta(hours=7))
"""Zone of times inside business JSON: Jakarta, as the Indonesian gateway has it (PROTOCOL 10)."""

CHINA_ZONE = timezone(timedelta(hours=8))
"""Zone of a time stamp that names none (PROTOCOL 1.2)."""

TEXT_FORMAT = "%Y-%m-%d %H:%M:%S"


class Clock(Protocol):
    """Tell the time."""

    def now(self) -> datetime:
        """Return the present time, aware, in UTC."""
        ...

    def monotonic(self) -> float:
        """Return seconds that never go back; only differences mean anything."""
        ...


class SystemClock:
    """The clock of this machine."""

    def now(self) -> datetime:
        """Return the present time, aware, in UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Return seconds that never go back; only differences mean anything."""
        return time.monotonic()


def gateway_text(epoch_seconds: float) -> str:
    """Write a moment as business JSON has it: Jakarta time without a zone; empty for 0."""
    if not epoch_seconds:
        return ""
    return datetime.fromtimestamp(epoch_seconds, GATEWAY_ZONE).strftime(TEXT_FORMAT)


def parse_gateway_text(text: str) -> float | None:
    """Read a time of business JSON into epoch seconds; None where it is no such time."""
    try:
        moment = datetime.strptime(text, TEXT_FORMAT)  # noqa: DTZ007 - the zone follows
    except ValueError:
        return None
    return moment.replace(tzinfo=GATEWAY_ZONE).timestamp()
