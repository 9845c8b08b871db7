"""Bring texts into a shape that JD takes: printable, encodable, no longer than its fields."""

from __future__ import annotations

import unicodedata

ELLIPSIS = "…"
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_JOINER = "\u200d"
_CLINGING = frozenset({"Mn", "Me", "Mc"})


def clean(text: str) -> str:
    """Return the text on one line: control, bidirectional and unencodable characters become blanks.

    The joiner of composed emoji stays: without it one family becomes four people.
    """
    kept = "".join(
        character
        if character == _JOINER or unicodedata.category(character) not in _INVISIBLE
        else " "
        for character in text
    )
    return " ".join(kept.split())


def shorten(text: str, limit: int) -> str:
    """Return the text in at most `limit` characters; what was cut shows by a closing ellipsis."""
    if len(text) <= limit:
        return text
    end = limit - len(ELLIPSIS)
    while end > 0 and _clings(text[end]):
        end -= 1
    return text[:end].rstrip(_JOINER + " ") + ELLIPSIS


def _clings(character: str) -> bool:
    return character == _JOINER or unicodedata.category(character) in _CLINGING
