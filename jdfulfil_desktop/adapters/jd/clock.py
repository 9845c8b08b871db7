"""Measure how far the gateway's clock is from this PC's (error 8)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import httpx

NOISE_S = 2.0
"""The Date header has whole seconds and the way takes time: less than this is no difference."""


class GatewayClock:
    """The gateway's clock less ours, in seconds, as last measured."""

    def __init__(self, offset_s: float = 0.0) -> None:
        self.offset_s = offset_s

    def corrected(self, now: datetime) -> datetime:
        """Return our time as the gateway's clock shows it."""
        return now + timedelta(seconds=self.offset_s)

    def measure(self, headers: httpx.Headers, now: datetime) -> bool:
        """Take the difference from an answer's Date header; False where there is none to read."""
        text = headers.get("date", "")
        try:
            shown = parsedate_to_datetime(text)
        except ValueError:
            return False
        if shown.tzinfo is None:
            shown = shown.replace(tzinfo=UTC)
        difference = (shown - now).total_seconds()
        self.offset_s = round(difference) if abs(difference) > NOISE_S else 0.0
        return True
