"""Class the error codes of both platforms by what has to happen (PROTOCOL 1.6, 1.7)."""

from __future__ import annotations

from enum import StrEnum


class Verdict(StrEnum):
    """Say what an error code asks for."""

    RETRY = "retry"
    """Nothing was done: the same call may go out again."""
    UNKNOWN = "unknown"
    """A write whose outcome is not known: ask by our own number first."""
    REFUSED = "refused"
    AUTHORIZE = "authorize"
    QUOTA = "quota"
    CONFIGURATION = "configuration"
    CLOCK = "clock"
    ALREADY_THERE = "already_there"


UNSURE = frozenset({"1", "43", "65", "66", "67", "69", "4000"})
"""JD itself does not know what became of the call; 4000 is the newer platform's system error."""
NOT_OFFERED = frozenset({"15", "23", "28"})
"""The method does not exist here, or was switched off."""

_VERDICTS: dict[str, Verdict] = {
    "2": Verdict.QUOTA,
    "8": Verdict.CLOCK,
    "11": Verdict.CONFIGURATION,
    "12": Verdict.CONFIGURATION,
    "17": Verdict.ALREADY_THERE,
    "18": Verdict.AUTHORIZE,
    "19": Verdict.AUTHORIZE,
    "20": Verdict.CONFIGURATION,
    "21": Verdict.CONFIGURATION,
    "78": Verdict.RETRY,
    "79": Verdict.CONFIGURATION,
    "88": Verdict.CONFIGURATION,
    # The whole app, its address or its merchant is turned away. As refusals of single documents
    # they would reject every queued order one after the other.
    "25": Verdict.CONFIGURATION,
    "80": Verdict.CONFIGURATION,
    "89": Verdict.CONFIGURATION,
    "90": Verdict.CONFIGURATION,
    "91": Verdict.CONFIGURATION,
    "92": Verdict.CONFIGURATION,
    # The newer platform: this app may not use the interface; our number is taken.
    "2001": Verdict.CONFIGURATION,
    "2218": Verdict.ALREADY_THERE,
}


def verdict_of(code: str, *, writes: bool) -> Verdict:
    """Return what a code means for a call. Codes that no page names are refusals in JD's words."""
    if code in UNSURE:
        return Verdict.UNKNOWN if writes else Verdict.RETRY
    return _VERDICTS.get(code, Verdict.REFUSED)
