"""Read what table imports have in common: rows of text, numbers, problems in their order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation

from jdfulfil_desktop.application.ports import RowProblem, TableSheet

_LARGEST = Decimal(1_000_000)
"""Kilograms, centimetres or days: nothing in a warehouse is beyond it."""

Row = tuple[int, Mapping[str, str]]


def count_rows(table: TableSheet) -> int:
    """Count data rows: those read, and those whose cells could not be."""
    return len({number for number, _ in table.rows} | {p.row for p in table.problems})


def in_row_order(problems: Sequence[RowProblem]) -> tuple[RowProblem, ...]:
    """Sort problems as the user meets them in the spreadsheet."""
    return tuple(sorted(problems, key=lambda problem: problem.row))


def decimal_of(text: str) -> Decimal | None:
    """Read a number that is 0 or more, with a point or a comma; None where it is none."""
    plain = text.strip().replace(",", ".")
    try:
        value = Decimal(plain or "0")
    except InvalidOperation:
        return None
    return value if value.is_finite() and 0 <= value <= _LARGEST else None
