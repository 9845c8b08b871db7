"""Read JD's values leniently: numbers come as 12, [12], "12" or not at all (PROTOCOL 8)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from math import isfinite
from typing import TypeAlias

Row: TypeAlias = Mapping[str, object]

_WHOLE = re.compile(r"\s*([+-]?\d{1,18})(?:\.0*)?\s*", re.ASCII)
_DECIMAL = re.compile(r"[+-]?\d{1,15}(?:\.\d{1,9}\d*)?", re.ASCII)
_LARGEST = 10**18
"""No count, status or weight of JD's is so large; what is would not fit into our database."""
_LONGEST_NUMBER = 10**50
"""Numbers of documents and barcodes that come without quotes; the longest that JD takes."""
_DEEPEST = 20
"""Lists in lists of lists: JD nests two."""


class Malformed(ValueError):
    """An answer that is no clear word of JD. `reason` is a stable code; the bytes are not kept."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


def single(value: object) -> object:
    """Return the value itself, or the first of a list of values; None for an empty list."""
    while isinstance(value, list):
        value = value[0] if value else None
    return value


def as_int(value: object, default: int = 0) -> int:
    """Return a whole number from 12, [12], 12.0, "12", "12.0"; `default` where there is none.

    Raises: Malformed where there is something that is no whole number.
    """
    value = single(value)
    if value is None or value == "":
        return default
    if isinstance(value, str) and (found := _WHOLE.fullmatch(value)):
        return int(found[1])
    if isinstance(value, bool | int | float) and abs(value) < _LARGEST and value == int(value):
        return int(value)
    raise Malformed("not_a_number")


def as_text(value: object) -> str:
    """Return a text from "a", ["a"], 7 or null, without blanks around it."""
    value = single(value)
    if isinstance(value, str):
        return _encodable(value).strip()
    if isinstance(value, bool):
        return ""
    if isinstance(value, int):
        return str(value) if abs(value) < _LONGEST_NUMBER else ""
    if isinstance(value, float) and isfinite(value):
        return str(int(value)) if value.is_integer() and abs(value) < _LARGEST else str(value)
    return ""


def as_rows(value: object) -> list[Row]:
    """Return records from a list, a single record or null; items that are no records are left out.

    Raises: Malformed where there is something else.
    """
    if value is None or value == "":
        return []
    if isinstance(value, Mapping):
        return [value]
    if isinstance(value, list):
        return [item for item in value if isinstance(item, Mapping)]
    raise Malformed("not_a_list")


def as_words(value: object, depth: int = 0) -> tuple[str, ...]:
    """Return texts from "a,b", ["a", "b"] or null, without empty ones."""
    if isinstance(value, list):
        if depth > _DEEPEST:
            raise Malformed("nested_too_deep")
        return tuple(word for item in value for word in as_words(item, depth + 1))
    return tuple(word.strip() for word in as_text(value).split(",") if word.strip())


def as_decimal(value: object) -> Decimal:
    """Return a number with its fraction from 0.25, [0.25] or "0.25"; 0 where there is none.

    Raises: Malformed where there is something that is no number.
    """
    text = as_text(value)
    if not text:
        return Decimal(0)
    if not _DECIMAL.fullmatch(text):
        raise Malformed("not_a_number")
    return Decimal(text)


def as_truth(value: object) -> bool:
    """Return a yes or no from true, 1, "1", "true" or nothing (no)."""
    value = single(value)
    return value is True or as_text(value).lower() in ("1", "true")


def _encodable(text: str) -> str:
    """Return the text without halves of characters, which JSON can name but nothing can store."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def pick(row: Row, name: str) -> object:
    """Return a field by its name in any case: JD's pages and answers differ in it; None: absent."""
    if name in row:
        return row[name]
    lowered = name.lower()
    return next((value for key, value in row.items() if key.lower() == lowered), None)
