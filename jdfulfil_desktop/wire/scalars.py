"""Read JD's values leniently: numbers come as 12, [12], "12" or not at all (PROTOCOL 8)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeAlias

Row: TypeAlias = Mapping[str, object]

_WHOLE = re.compile(r"\s*([+-]?\d{1,18})(?:\.0*)?\s*", re.ASCII)


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
    if isinstance(value, bool | int):
        return int(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, str) and (found := _WHOLE.fullmatch(value)):
        return int(found[1])
    raise Malformed("not_a_number")


def as_text(value: object) -> str:
    """Return a text from "a", ["a"], 7 or null, without blanks around it."""
    value = single(value)
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool) or not isinstance(value, int | float):
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


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


def as_words(value: object) -> tuple[str, ...]:
    """Return texts from "a,b", ["a", "b"] or null, without empty ones."""
    if isinstance(value, list):
        return tuple(word for item in value for word in as_words(item))
    return tuple(word.strip() for word in as_text(value).split(",") if word.strip())


def pick(row: Row, name: str) -> object:
    """Return a field by its name in any case: JD's pages and answers differ in it; None: absent."""
    if name in row:
        return row[name]
    lowered = name.lower()
    return next((value for key, value in row.items() if key.lower() == lowered), None)
