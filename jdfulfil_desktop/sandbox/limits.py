"""How often an App Key may call: a second and a day (PROTOCOL 7); over it: code 2."""

from collections import deque
from datetime import datetime

from jdfulfil_desktop.sandbox.clock import GATEWAY_ZONE, Clock
from jdfulfil_desktop.sandbox.errors import RefusalError


class CallLimits:
    """Count calls of each App Key.

    `rate` is calls within any one second, `daily` calls within a Jakarta day; 0 is no limit.
    """

    def __init__(self, clock: Clock, rate: int, daily: int) -> None:
        self._clock = clock
        self.rate = rate
        self.daily = daily
        self._recent: dict[str, deque[float]] = {}
        self._today: dict[str, tuple[str, int]] = {}

    def restore(self, counts: dict[str, tuple[str, int]]) -> None:
        """Take up the daily counts of an earlier run: App Key to (day, calls)."""
        self._today.update(counts)

    def take(self, app_key: str) -> tuple[str, int]:
        """Count one call and return (day, calls so far).

        Raises: RefusalError 2 where a limit is reached; such a call is not counted.
        """
        day = _day(self._clock.now())
        used = self._today.get(app_key, (day, 0))
        calls = used[1] if used[0] == day else 0
        if self.daily and calls >= self.daily:
            raise RefusalError("2", "今日调用次数超过限制，请明日再试")
        if self.rate:
            self._take_of_second(app_key)
        self._today[app_key] = (day, calls + 1)
        return day, calls + 1

    def _take_of_second(self, app_key: str) -> None:
        moment = self._clock.monotonic()
        recent = self._recent.setdefault(app_key, deque())
        while recent and moment - recent[0] >= 1.0:
            recent.popleft()
        if len(recent) >= self.rate:
            raise RefusalError("2", "每秒调用次数超过限制")
        recent.append(moment)


def _day(moment: datetime) -> str:
    return moment.astimezone(GATEWAY_ZONE).date().isoformat()
