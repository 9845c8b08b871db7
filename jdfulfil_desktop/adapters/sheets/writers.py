"""Write workbooks: any table, the rows that an import refused, the product template.

Pure functions of their arguments, so that a worker thread may call them; the finished file replaces
its place in one step. Text that begins with `= + - @` gets an apostrophe before it: buyers' notes
are foreign text, and a spreadsheet would run them. Our own reader takes the apostrophe off again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from jdfulfil_desktop.application.ports import RowProblem
from jdfulfil_desktop.application.whole_files import drafted

CELL_LIMIT = 32_767
"""Characters that a cell can hold; Excel repairs, and so breaks, a file with more."""
SHEET_ROWS = 1_048_576

_ACTIVE = ("=", "+", "-", "@", "\t", "\r")
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_WIDEST = 48
_TEXT_FIELDS = frozenset({"sku", "name", "barcode", "location"})
"""Columns in which Excel must not round long codes or drop leading zeros."""

Say = Callable[[RowProblem], tuple[str, str]]


def write_table(
    path: Path,
    title: str,
    headers: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    text_columns: Sequence[int] = (),
) -> int:
    """Write one sheet with a header row; give how many rows went in. Raises EnvironmentProblem.

    Text stays text (a long order number is not rounded), numbers stay numbers, times are written
    without their zone: convert them to the one on screen before. `text_columns`: indices of columns
    in which what a user types later stays text as well.
    """
    with drafted(path) as draft:
        return _write_draft(draft, title, headers, rows, text_columns)


def _write_draft(
    draft: Path,
    title: str,
    headers: Sequence[str],
    rows: Iterable[Sequence[object]],
    text_columns: Sequence[int],
) -> int:
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_sheet_title(title))
    _layout(sheet, headers, text_columns)
    count = 0
    try:
        sheet.append([_header(sheet, name) for name in headers])
        for row in islice(rows, SHEET_ROWS - 1):
            sheet.append([_cell(sheet, value) for value in row])
            count += 1
    finally:
        sheet.close()
    book.save(draft)
    return count


def write_refused(
    path: Path,
    headers: Sequence[str],
    rows: Iterable[tuple[int, Sequence[object]]],
    problems: Iterable[RowProblem],
    say: Say,
    *,
    titles: tuple[str, str] = ("Alasan", "Saran"),
    along: str = "",
) -> int:
    """Write the rows of refused orders with reason and advice, ready to mend and import again.

    `headers` and `rows` as the file had them (SheetInfo.columns, OrderSheet.refused_rows). `say`
    gives a problem's reason and advice. `along`: the reason of a row that is only refused because
    another row of its order is. Numbers stay numbers: what was not exact stays visibly so.
    """
    found: dict[int, list[tuple[str, str]]] = {}
    for problem in problems:
        found.setdefault(problem.row, []).append(say(problem))
    width = len(headers)

    def mended() -> Iterable[Sequence[object]]:
        for number, cells in rows:
            words = found.get(number, [(along, "")])
            reason, advice = ("\n".join(dict.fromkeys(each)) for each in zip(*words, strict=True))
            own = [*cells, *[""] * (width - len(cells))][:width]
            yield [*own, reason, advice]

    return write_table(path, "orders", [*headers, *titles], mended())


def write_template(
    path: Path,
    title: str,
    columns: Sequence[tuple[str, str]],
    examples: Sequence[Mapping[str, object]] = (),
) -> None:
    """Write a table to fill in. `columns`: (canonical name, header in the user's language)."""
    rows = [[example.get(name, "") for name, _ in columns] for example in examples]
    texts = [index for index, (name, _) in enumerate(columns) if name in _TEXT_FIELDS]
    write_table(path, title, [header for _, header in columns], rows, text_columns=texts)


def neutral(text: str) -> str:
    """Make a text harmless in a spreadsheet; plain negative numbers stay as they are."""
    if text.startswith(_ACTIVE) and not _NUMBER.fullmatch(text) and text != "-":
        return f"'{text}"
    return text


def _cell(sheet: Any, value: object) -> Any:
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value.replace(tzinfo=None)
    if isinstance(value, (bool, int, float, date, time, timedelta)):
        if isinstance(value, float) and value - value != 0:
            return str(value)
        return value
    text = neutral(_UNWRITABLE.sub("", str(value)))[:CELL_LIMIT]
    cell = WriteOnlyCell(sheet)
    cell.value = text
    # After the value: by itself openpyxl takes `=…` for a formula and `#N/A` for an error.
    cell.data_type = "s"
    cell.number_format = "@"
    return cell


def _header(sheet: Any, name: str) -> Any:
    cell = WriteOnlyCell(sheet, value=neutral(name))
    cell.data_type = "s"
    cell.font = Font(bold=True)
    cell.fill = PatternFill("solid", fgColor="FFE6F4F1")
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    return cell


def _layout(sheet: Any, headers: Sequence[str], text_columns: Sequence[int]) -> None:
    sheet.freeze_panes = "A2"
    for index, name in enumerate(headers, start=1):
        width = min(max(len(name) + 2, 12), _WIDEST)
        column = sheet.column_dimensions[get_column_letter(index)]
        column.width = width
        if index - 1 in text_columns:
            column.number_format = "@"


def _sheet_title(title: str) -> str:
    cleaned = re.sub(r"[\[\]:*?/\\']", " ", title).strip()
    return cleaned[:31] or "Sheet1"
