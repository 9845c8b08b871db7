"""Write a table as delimited text, harmless and readable in every spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

from jdfulfil_desktop.adapters.sheets.writers import neutral, write_table
from jdfulfil_desktop.application.whole_files import drafted


def write_named(
    path: Path, title: str, headers: Sequence[str], rows: Iterable[Sequence[object]]
) -> int:
    """Write a table in the form that the file's name asks for: `.csv`, else a workbook.

    Gives how many rows. Raises EnvironmentProblem.
    """
    if path.suffix.lower() == ".csv":
        return write_delimited(path, headers, rows)
    return write_table(path, title, headers, rows)


def write_delimited(path: Path, headers: Sequence[str], rows: Iterable[Sequence[object]]) -> int:
    """Write a CSV file whole or not at all; give how many rows. Raises EnvironmentProblem.

    UTF-8 with a mark, as spreadsheets expect it; times as they stand, without their zone.
    """
    count = 0
    with (
        drafted(path) as draft,
        draft.open("w", encoding="utf-8-sig", newline="") as out,
    ):
        writer = csv.writer(out)
        writer.writerow([neutral(header) for header in headers])
        for row in rows:
            writer.writerow([_cell(value) for value in row])
            count += 1
    return count


def _cell(value: object) -> object:
    if isinstance(value, datetime):
        return value.replace(tzinfo=None).isoformat(" ", "seconds")
    return neutral(value) if isinstance(value, str) else value
