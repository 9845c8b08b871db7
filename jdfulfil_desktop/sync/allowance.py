"""Let some calls follow each other at once, and then one more every few seconds."""

from __future__ import annotations


class Allowance:
    """A store of calls that fills up again; the clock is monotonic, in seconds.

    `most` lie in it at the beginning, and one more comes every `every_s` seconds. What is taken
    from an empty store is not owed.
    """

    def __init__(self, most: int, every_s: float) -> None:
        self._most = most
        self._every_s = every_s
        self._left = float(most)
        self._at = 0.0

    def wait(self, now: float) -> float:
        """Give the seconds until one call may be made; 0 for now."""
        self._fill(now)
        return max(0.0, (1.0 - self._left) * self._every_s)

    def take(self, now: float) -> None:
        """Note that a call is made."""
        self._fill(now)
        self._left = max(0.0, self._left - 1.0)

    def _fill(self, now: float) -> None:
        passed = max(0.0, now - self._at)
        self._left = min(float(self._most), self._left + passed / self._every_s)
        self._at = now
