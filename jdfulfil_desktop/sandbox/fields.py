"""Which parameters a method takes: names, types, required, longest value (data/fields.json).

A spec is written `TYPE[!][:LENGTH]`: types `s` text, `i` whole number, `n` decimal, `b` yes or no;
`c` before a type means that values of many lines are joined by commas into one text; `!` means
required; the length is in characters and, for joined values, of one item.
"""

import json
import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from importlib import resources
from typing import Any

from jdfulfil_desktop.sandbox.errors import invalid, missing

_WHOLE = re.compile(r"[+-]?\d{1,18}\Z", re.ASCII)
_TRUE = {"true", "1"}
_FALSE = {"false", "0"}


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One parameter of one method."""

    name: str
    kind: str
    joined: bool
    required: bool
    longest: int | None


@cache
def specifications() -> dict[str, dict[str, FieldSpec]]:
    """Return all methods with their fields, read once from the package's data."""
    text = (resources.files(__package__) / "data" / "fields.json").read_text("utf-8")
    return {
        method: {name: _spec(name, spec) for name, spec in fields.items()}
        for method, fields in json.loads(text).items()
    }


def _spec(name: str, text: str) -> FieldSpec:
    head, _, length = text.partition(":")
    kind = head.rstrip("!")
    return FieldSpec(
        name=name,
        kind=kind[-1],
        joined=kind.startswith("c"),
        required=head.endswith("!"),
        longest=int(length) if length else None,
    )


def checked(method: str, given: dict[str, Any]) -> dict[str, Any]:
    """Return the method's parameters, typed; unknown names are dropped, as JD drops them.

    Text becomes `str`, numbers `int` or `Decimal`, joined values lists of these. Absent and empty
    optional values are left out.

    Raises: RefusalError 60 for a missing required one, 61 for a wrong or over-long one.
    """
    result: dict[str, Any] = {}
    for spec in specifications()[method].values():
        raw = given.get(spec.name)
        if raw is None or raw in ("", []):
            if spec.required:
                raise missing(spec.name)
            continue
        if spec.joined:
            result[spec.name] = [_value(spec, item) for item in split_joined(spec.name, raw)]
        else:
            result[spec.name] = _value(spec, raw)
    return result


def split_joined(name: str, raw: object) -> list[Any]:
    """Split values joined by commas; a comma inside braces or quotes belongs to its item."""
    if isinstance(raw, list):
        return raw
    if isinstance(raw, bool | dict) or not isinstance(raw, str | int | float):
        raise invalid(name, "类型错误", "must be text")
    text = str(raw)
    if "{" not in text and "[" not in text:
        return [item.strip() for item in text.split(",")]
    items, depth, start, quoted = [], 0, 0, False
    for index, character in enumerate(text):
        if character == '"' and text[index - 1 : index] != "\\":
            quoted = not quoted
        elif not quoted and character in "{[":
            depth += 1
        elif not quoted and character in "}]":
            depth -= 1
        elif character == "," and not quoted and depth == 0:
            items.append(text[start:index].strip())
            start = index + 1
    return [*items, text[start:].strip()]


def _value(spec: FieldSpec, raw: object) -> str | int | Decimal | bool:
    if isinstance(raw, dict | list):
        raise invalid(spec.name, "类型错误", "must not be an object")
    text = str(raw).lower() if isinstance(raw, bool) else str(raw)
    if spec.longest is not None and len(text) > spec.longest:
        raise invalid(
            spec.name, f"长度不能超过{spec.longest}", f"longer than {spec.longest} characters"
        )
    if spec.kind == "i":
        return _whole(spec.name, text)
    if spec.kind == "n":
        return _decimal(spec.name, text)
    if spec.kind == "b":
        return _yes_or_no(spec.name, text)
    return text


def _whole(name: str, text: str) -> int:
    if not _WHOLE.match(text):
        raise invalid(name, "必须为整数", "must be a whole number")
    return int(text)


def _decimal(name: str, text: str) -> Decimal | str:
    if text == "":
        return text
    try:
        number = Decimal(text)
    except InvalidOperation:
        raise invalid(name, "必须为数字", "must be a number") from None
    if not number.is_finite():
        raise invalid(name, "必须为数字", "must be a number")
    return number


def _yes_or_no(name: str, text: str) -> bool:
    lowered = text.lower()
    if lowered not in _TRUE | _FALSE:
        raise invalid(name, "必须为布尔值", "must be true or false")
    return lowered in _TRUE
