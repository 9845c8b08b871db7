"""Tell the time of this PC."""

from __future__ import annotations

import time
from datetime import UTC, datetime


class SystemClock:
    """Fulfil the port `Clock`."""

    def now(self) -> datetime:
        """Give the present time, UTC-aware."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Give seconds that never go back."""
        return time.monotonic()
