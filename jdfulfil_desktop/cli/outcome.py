"""What a command says: one document for programs, lines for people, an exit code."""

from __future__ import annotations

import dataclasses
import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TextIO

DONE, REFUSED, USAGE, ENVIRONMENT, IN_PART = range(5)
"""Exit codes (CONTRACT)."""
_GAP = "  "


@dataclass(frozen=True, slots=True)
class Outcome:
    """A command's answer. `document` becomes the one JSON document, `lines` the text for people."""

    document: Mapping[str, object]
    lines: Sequence[str] = ()
    code: int = DONE


def write(outcome: Outcome, *, as_json: bool, stream: TextIO) -> None:
    """Write the outcome in the form that was asked for."""
    if as_json:
        text = json.dumps(plain(outcome.document), ensure_ascii=False, indent=2)
        stream.write(text + "\n")
    else:
        stream.writelines(line + "\n" for line in outcome.lines)
    stream.flush()


def plain(value: object) -> object:
    """Turn times into ISO 8601 UTC, records and mappings into objects, sequences into lists."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = dataclasses.fields(value)
        return {field.name: plain(getattr(value, field.name)) for field in fields}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, str | int | float | bool) or value is None:
        return value
    if isinstance(value, Iterable):
        return [plain(item) for item in value]
    return str(value)


def table(head: Sequence[str], rows: Sequence[Sequence[object]], *, right: str = "") -> list[str]:
    """Align rows under their head; columns whose letter in `right` is `r` stand to the right."""
    cells = [list(head), *([_cell(value) for value in row] for row in rows)]
    widths = [max(_width(row[place]) for row in cells) for place in range(len(head))]
    lines = []
    for row in cells:
        padded = [
            _pad(text, width, to_right=right[place : place + 1] == "r")
            for place, (text, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append(_GAP.join(padded).rstrip())
    return [lines[0], _GAP.join("-" * width for width in widths), *lines[1:]]


def _cell(value: object) -> str:
    return "" if value is None else " ".join(str(value).split())


def _pad(text: str, width: int, *, to_right: bool) -> str:
    blanks = " " * (width - _width(text))
    return blanks + text if to_right else text + blanks


def _width(text: str) -> int:
    """Count terminal columns: Chinese characters take two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
