"""Read what table imports have in common: rows of text, numbers, problems in their order."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from decimal import Decimal, InvalidOperation

from jdfulfil_desktop.application.ports import RowProblem, TableSheet

_LARGEST = Decimal(1_000_000)
"""Kilograms, centimetres or days: nothing in a warehouse is beyond it."""

Row = tuple[int, Mapping[str, str]]


def count_rows(table: TableSheet) -> int:
    """Count data rows: those read, and those whose cells could not be."""
    return len({number for number, _ in table.rows} | {p.row for p in table.problems})


def rejected_rows(table: TableSheet, wrong: Collection[int]) -> tuple[Row, ...]:
    """Give the rows of a table that were refused, as they stand in the file, in its order."""
    rows = [row for row in (*table.rows, *table.spoiled) if row[0] in wrong]
    return tuple(sorted(rows, key=lambda row: row[0]))


def rows_to_mend(
    rows: Sequence[Row],
    problems: Sequence[RowProblem],
    columns: Mapping[str, Sequence[str]],
    say: Callable[[RowProblem], tuple[str, str]],
) -> tuple[list[str], list[list[str]]]:
    """Lay refused rows out for a file that can be mended and imported again: headers and cells.

    Only columns that the file had; behind them reason and advice, which `say` gives. The import
    passes over columns that it does not know.
    """
    names = [name for name in columns if any(name in cells for _, cells in rows)]
    words: dict[int, list[tuple[str, str]]] = {}
    for problem in problems:
        words.setdefault(problem.row, []).append(say(problem))
    lines = []
    for number, cells in rows:
        said = words.get(number, [("", "")])
        both = ["\n".join(dict.fromkeys(each)) for each in zip(*said, strict=True)]
        lines.append([*(cells.get(name, "") for name in names), *both])
    return names, lines


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
