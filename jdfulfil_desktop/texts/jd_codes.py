"""Say which advice goes with JD's gateway codes (PROTOCOL 1.7); the words are in the catalogues."""

from __future__ import annotations

_BY_ADVICE: dict[str, str] = {
    "retry": "1 43 65 66 67 69 78",
    "quota": "2",
    "clock": "7 8",
    "secret": "11 12 20 21 401",
    "authorize": "18 19",
    "rights": "3 22 23 24 25 28 64 71 72 73 74 75 77 79 80 88 89 90 91 92",
    "value": "9 10 16 60 61 62 63 68",
    "ask": "17",
    "picked": "70",
}
ADVICE: dict[str, str] = {
    code: advice for advice, codes in _BY_ADVICE.items() for code in codes.split()
}
"""JD's code -> kind of advice (`jd_fix.…`)."""
OTHER = "support"
"""Advice for every code that needs JD's or our own people."""


def advice(jd_code: str) -> str:
    """Give the kind of advice for a code; `support` where nothing can be done here."""
    return ADVICE.get(jd_code, OTHER)
