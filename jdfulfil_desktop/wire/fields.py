"""Hold a call's business parameters to JD's names, lengths and line lists before anything is sent.

Lines of a document go out as parallel texts joined by commas, not as arrays (PROTOCOL 2): a comma
inside a value, or a list that is one shorter, would shift every line after it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from jdfulfil_desktop.domain.errors import Refused

Value: TypeAlias = "str | int | Sequence[str] | Sequence[int] | None"


@dataclass(frozen=True, slots=True)
class Field:
    """One business parameter.

    `limit` counts characters, of one item where values are `joined`. `most` bounds the items.
    `line` marks the lists of a document's lines, which have one item a line.
    """

    name: str
    limit: int | None = None
    required: bool = False
    joined: bool = False
    line: bool = False
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Method:
    """One method of the platform. `writes`: its unknown outcome has to be asked for."""

    name: str
    fields: tuple[Field, ...] = ()
    writes: bool = False


def need(name: str, limit: int | None = None) -> Field:
    """Describe a required single value."""
    return Field(name, limit, required=True)


def may(name: str, limit: int | None = None) -> Field:
    """Describe an optional single value."""
    return Field(name, limit)


def some(name: str, limit: int | None = None, *, most: int, required: bool = False) -> Field:
    """Describe values joined by commas that are no document lines."""
    return Field(name, limit, required=required, joined=True, most=most)


def lines(name: str, limit: int | None = None) -> Field:
    """Describe a required list with one item a document line."""
    return Field(name, limit, required=True, joined=True, line=True)


def checked(method: Method, values: Mapping[str, Value]) -> dict[str, str | int]:
    """Return the business parameters as they go onto the wire; empty optional ones are left out.

    Raises: Refused `field_missing`, `field_too_long`, `field_invalid` or `lines_unequal`, naming
    the field: JD would refuse the document for the same reason. KeyError for a name that the
    method does not have.
    """
    known = {field.name: field for field in method.fields}
    if unknown := values.keys() - known.keys():
        raise KeyError(method.name, *sorted(unknown))
    found = {
        field.name: wire
        for field in method.fields
        if (wire := _wire(method, field, values.get(field.name))) is not None
    }
    lengths = {len(_items(values[name])) for name in found if known[name].line}
    if len(lengths) > 1:
        raise _refused("lines_unequal", method, next(f.name for f in method.fields if f.line))
    return found


def _wire(method: Method, field: Field, value: Value) -> str | int | None:
    if value is None or value == "" or (field.joined and not _items(value)):
        if field.required:
            raise _refused("field_missing", method, field.name)
        return None
    if field.joined:
        return _joined(method, field, _items(value))
    if not isinstance(value, str | int):
        raise _refused("field_invalid", method, field.name)
    _hold(method, field, value)
    return value


def _items(value: Value) -> Sequence[str | int]:
    return value if isinstance(value, list | tuple) else ()


def _joined(method: Method, field: Field, items: Sequence[str | int]) -> str:
    if field.most is not None and len(items) > field.most:
        raise _refused("field_too_long", method, field.name, limit=field.most)
    for item in items:
        if not can_be_listed(str(item)):
            raise _refused("field_invalid", method, field.name)
        _hold(method, field, item)
    return ",".join(str(item) for item in items)


def _hold(method: Method, field: Field, value: str | int) -> None:
    if field.limit is not None and len(str(value)) > field.limit:
        raise _refused("field_too_long", method, field.name, limit=field.limit)


def can_be_listed(item: str) -> bool:
    """Tell whether a value may stand in a list joined by commas."""
    return bool(item) and "," not in item and item == item.strip()


def _refused(code: str, method: Method, field: str, limit: int = 0) -> Refused:
    words = f"{field}: {code.replace('_', ' ')}" + (f" ({limit})" if limit else "")
    return Refused(code, subject=method.name, en=words, field=field, limit=limit)
