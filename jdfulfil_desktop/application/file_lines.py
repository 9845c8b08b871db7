"""Turn a file into the lines that people paste: location and SKU (R26), SKU and quantity (R27).

Line N of the text is row N of the spreadsheet, so that a verdict names the row that the user sees.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from jdfulfil_desktop.application.ports import RowProblem, SheetReader
from jdfulfil_desktop.application.sheet_columns import (
    LOCATION_COLUMNS,
    LOCATION_REQUIRED,
    STOCK_COLUMNS,
    STOCK_REQUIRED,
)
from jdfulfil_desktop.domain.errors import FileProblem

_PLAIN = (".csv", ".txt", ".tsv")


@dataclass(frozen=True, slots=True)
class FileLines:
    """The lines of a file, and rows of which not even a line could be made."""

    file: str
    text: str
    problems: tuple[RowProblem, ...] = ()


def location_lines(sheets: SheetReader, path: Path) -> FileLines:
    """Read location and SKU (or barcode) out of a workbook or text file. Raises FileProblem."""
    return _lines(sheets, path, LOCATION_COLUMNS, LOCATION_REQUIRED)


def quantity_file_lines(sheets: SheetReader, path: Path) -> FileLines:
    """Read SKU (or barcode) and quantity out of a workbook or text file. Raises FileProblem."""
    return _lines(sheets, path, STOCK_COLUMNS, STOCK_REQUIRED)


def _lines(
    sheets: SheetReader, path: Path, columns: Mapping[str, Sequence[str]], wanted: Sequence[str]
) -> FileLines:
    try:
        table = sheets.read_table(path, columns, wanted)
    except FileProblem as problem:
        if problem.code != "unknown_layout" or path.suffix.lower() not in _PLAIN:
            raise
        # A list without headings, as scanners and tills write it: its lines are what is pasted.
        return FileLines(path.name, _text(path))
    last = max((number for number, _ in table.rows), default=0)
    lines = [""] * last
    for number, cells in table.rows:
        lines[number - 1] = "\t".join(cells.get(name, "").strip() for name in wanted)
    return FileLines(table.file, "\n".join(lines), table.problems)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise FileProblem("damaged", subject=path.name) from error
