"""Faults that the control side orders: what goes wrong, for which calls, how often."""

import math
from dataclasses import asdict, dataclass
from typing import Any

NOT_DONE = frozenset({"drop_before", "http_500", "http_502_html", "error_code"})
"""Kinds that answer, or do not, before the call is looked at."""

BEFORE_THE_CALL = frozenset({"expire_token", "clock_skew"})
"""Kinds that change what the call meets; it is then looked at as ever."""

DONE = frozenset({"drop_after", "delay", "slow_body", "garbage", "truncated", "empty"})
"""Kinds that spoil the answer to a call that was done."""

MESSAGE_KINDS = frozenset({"duplicate_message", "reorder_messages"})
"""Kinds that only the message stream knows."""

KINDS = NOT_DONE | BEFORE_THE_CALL | DONE | MESSAGE_KINDS

MESSAGES = "/sandbox/messages"
"""The method name of the message stream."""

_MESSAGES_NAMES = frozenset({MESSAGES, "sandbox/messages", "messages"})
_USUAL_SECONDS = {"delay": 5.0, "slow_body": 5.0}


class FaultError(Exception):
    """An order that makes no sense; the text says why."""


@dataclass(slots=True)
class Fault:
    """One order: `kind` happens to the next `times` calls of `method` (`*`: any)."""

    method: str
    kind: str
    times: int = 1
    code: str = ""
    seconds: float = 0
    message: str = ""

    def fits(self, method: str) -> bool:
        """Tell whether it meets a call of the method; the stream is called `MESSAGES`."""
        if method == MESSAGES:
            return self.method == "*" or self.method in _MESSAGES_NAMES
        return self.kind not in MESSAGE_KINDS and self.method in ("*", method)


class FaultPlan:
    """The orders that stand, in the order in which they came."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []

    def add(self, orders: object) -> list[Fault]:
        """Add orders, all or none.

        Raises: FaultError where one is wrong.
        """
        entries = orders if isinstance(orders, list) else [orders]
        faults = [_read(entry) for entry in entries]
        self._faults += faults
        return faults

    def clear(self) -> None:
        """Forget all orders."""
        self._faults.clear()

    def take(
        self, method: str, kinds: frozenset[str] = KINDS, *, by_name: bool = False
    ) -> Fault | None:
        """Use up one time of the first order of these kinds that fits, and return it.

        `by_name` leaves out orders for `*`.
        """
        for fault in self._faults:
            if fault.kind in kinds and fault.fits(method) and not (by_name and fault.method == "*"):
                fault.times -= 1
                if fault.times == 0:
                    self._faults.remove(fault)
                return fault
        return None

    def to_json(self) -> list[dict[str, Any]]:
        """Return the orders that stand."""
        return [asdict(fault) for fault in self._faults]


def _read(entry: object) -> Fault:
    if not isinstance(entry, dict):
        raise FaultError("a fault is an object")
    kind = entry.get("kind")
    if kind not in KINDS:
        raise FaultError(f"unknown kind {kind!r}; known: {', '.join(sorted(KINDS))}")
    times = entry.get("times")
    times = 1 if times is None else times
    if not isinstance(times, int) or isinstance(times, bool) or times < 1:
        raise FaultError(f"times must be a whole number from 1 on, not {times!r}")
    seconds = entry.get("seconds")
    seconds = _USUAL_SECONDS.get(str(kind), 0.0) if seconds is None else seconds
    if not isinstance(seconds, int | float) or not math.isfinite(seconds):
        raise FaultError(f"seconds must be a number, not {seconds!r}")
    code = entry.get("code")
    if kind == "error_code" and code in (None, ""):
        raise FaultError("error_code needs a code")
    return Fault(
        method=str(entry.get("method") or "*"),
        kind=str(kind),
        times=times,
        code="" if code is None else str(code),
        seconds=float(seconds),
        message=str(entry.get("message") or ""),
    )
