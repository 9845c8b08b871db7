"""Keep secrets and people out of the log: applied to every finished line, whoever wrote it."""

from __future__ import annotations

import json
import re

HIDDEN = "***"
_NAMES = (
    r"app_?secret|client_?secret|secret|access_?token|refresh_?token|token|pass(?:word|wd)?|"
    r"authorization|x-control-key|control_?key|sign|code|pin"
)
# A line of JSON may quote another one: quotes come with any number of backslashes before them.
_PAIR = re.compile(
    rf"""(?P<head>(?<![\w-])(?:\\*["'])?(?:{_NAMES})(?:\\*["'])?\s*[=:]\s*)"""
    r"""(?:(?P<quote>\\*["'])(?P<quoted>.*?)(?P=quote)|(?P<bare>[^\s&"'\\,;)}\]]+))""",
    re.IGNORECASE,
)
_BEARER = re.compile(r"\b(?P<head>Bearer\s+)[\w.~+/=-]+", re.IGNORECASE)
_PHONE = re.compile(r"(?<![\w+.-])(?P<head>(?:\+?62|0)\s?8\d)[\d\s-]{5,12}\d(?![\w-])")
_SHORTEST = 6
"""Shorter known values would blot out half of every line."""
_CODE_OF_OURS = re.compile(r"[a-z_]+|-?\d{1,6}")


_in_use: set[str] = set()


def hide_everywhere(kept: str) -> None:
    """Hide what a secret store was given or gave, in every line of this process from now on.

    A store keeps texts or JSON objects of texts: of the latter each text is a secret of its own.
    """
    try:
        found = json.loads(kept)
    except ValueError:
        found = kept
    texts = found.values() if isinstance(found, dict) else [kept]
    _in_use.update(text for text in texts if isinstance(text, str) and len(text) >= _SHORTEST)


class Redactor:
    """Hide what must not be written down.

    Secrets by the names that stand before them, phone numbers by their shape, and values that it
    was told to hide.
    """

    def __init__(self) -> None:
        self._values: set[str] = set()

    def hide(self, *values: str) -> None:
        """Hide these values from now on, such as PINs and secrets in use."""
        self._values |= {value for value in values if len(value) >= _SHORTEST}

    def __call__(self, line: str) -> str:
        """Return the line as it may be written down."""
        for value in sorted(self._values | _in_use, key=len, reverse=True):
            line = line.replace(value, HIDDEN)
        line = _BEARER.sub(rf"\g<head>{HIDDEN}", line)
        line = _PAIR.sub(_hide_pair, line)
        return _PHONE.sub(rf"\g<head>{HIDDEN}", line)


def _hide_pair(found: re.Match[str]) -> str:
    """Hide a value and keep its quotes; a code of ours or of JD's is no secret."""
    quote = found["quote"] or ""
    value = found["quoted"] if found["quoted"] is not None else found["bare"]
    name = found["head"].strip("\\\"'=: \t").lower()
    if name == "code" and _CODE_OF_OURS.fullmatch(value):
        return found[0]
    return f"{found['head']}{quote}{HIDDEN}{quote}"
