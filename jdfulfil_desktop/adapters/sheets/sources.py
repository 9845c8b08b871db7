"""Open a file as sheets of rows: one sheet at a time, rows numbered as the user sees them."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain, pairwise
from os import SEEK_END
from pathlib import Path
from typing import cast

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
    XmlError,
    ZipError,
)

from jdfulfil_desktop.adapters.sheets.cells import Cell
from jdfulfil_desktop.adapters.sheets.kinds import Kind, kind_of
from jdfulfil_desktop.adapters.sheets.limits import (
    DELIMITED_LIMIT,
    PACKED_LIMIT,
    ROW_LIMIT,
    check_size,
    check_workbook,
)
from jdfulfil_desktop.adapters.sheets.refusal import Refusal

_PIECE = 1024 * 1024
_HEADER_LINES = 20
_FIELD_LIMIT = 1024 * 1024
_END = "\x1eend"
"""A record of ours after the last: where it is swallowed, a quote was never closed."""
DELIMITERS = (",", ";", "\t")


@dataclass(frozen=True, slots=True)
class Rows:
    """One sheet. `begin()` yields its rows from the first one on; `total` counts them, about."""

    name: str
    total: int
    begin: Callable[[], Iterator[list[Cell]]]


def open_sheets(path: Path, *, whole: bool = False) -> Iterator[Rows]:
    """Yield the visible sheets of a file, each loaded only when its turn comes. Raises Refusal.

    `whole`: every row of a csv has all its fields, as programs write them; then a shorter last row
    without a line end shows that the file was cut off.
    """
    kind = kind_of(path)
    if kind is Kind.DELIMITED:
        check_size(path, DELIMITED_LIMIT)
        yield _delimited(path, whole)
        return
    check_size(path, PACKED_LIMIT)
    if kind is Kind.XLSX:
        check_workbook(path)
    yield from _workbook(path)


def _workbook(path: Path) -> Iterator[Rows]:
    try:
        book = CalamineWorkbook.from_path(str(path))
        names = [
            sheet.name
            for sheet in book.sheets_metadata
            if sheet.typ is SheetTypeEnum.WorkSheet and sheet.visible is SheetVisibleEnum.Visible
        ]
        for name in names:
            yield _sheet(book.get_sheet_by_name(name))
    except PasswordError as error:
        raise Refusal("encrypted") from error
    except (CalamineError, XmlError, ZipError, OSError) as error:
        raise Refusal("damaged") from error


def _sheet(sheet: CalamineSheet) -> Rows:
    # iter_rows gives leading blank rows too, so that row numbers are the user's.
    return Rows(
        sheet.name,
        sheet.total_height + 1,
        lambda: cast(Iterator[list[Cell]], sheet.iter_rows()),
    )


# --- delimited text -------------------------------------------------------------------------


def _delimited(path: Path, whole: bool) -> Rows:
    encoding, lines = _encoding_of(path)
    if lines > ROW_LIMIT:
        raise Refusal("too_large", limit_rows=ROW_LIMIT)
    delimiter = _delimiter_of(path, encoding)
    return Rows("", lines, lambda: _records(path, encoding, delimiter, whole))


def _encoding_of(path: Path) -> tuple[str, int]:
    """Tell the encoding by reading the whole file once; count the lines on the way."""
    with path.open("rb") as file:
        start = file.read(2)
        if start in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE}:
            return "utf-16", 0
        file.seek(0)
        decoder = codecs.getincrementaldecoder("utf-8")()
        encoding, lines = "utf-8-sig", 1
        while piece := file.read(_PIECE):
            lines += piece.count(b"\n")
            if encoding == "utf-8-sig":
                try:
                    decoder.decode(piece)
                except UnicodeDecodeError:
                    encoding = "cp1252"
    return encoding, lines


def _delimiter_of(path: Path, encoding: str) -> str:
    """Count `,` `;` and tab in the header line; under title rows it is the line with the most."""
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        lines = [file.readline(_FIELD_LIMIT) for _ in range(_HEADER_LINES)]
    counts = {mark: max(line.count(mark) for line in lines) for mark in DELIMITERS}
    return max(DELIMITERS, key=lambda mark: counts[mark])


def _records(path: Path, encoding: str, delimiter: str, whole: bool) -> Iterator[list[Cell]]:
    """Yield records as spreadsheets number them: a blank line is a row, a quoted one none."""
    csv.field_size_limit(_FIELD_LIMIT)
    may_be_short = not whole or _ends_with_line_end(path)
    widest = 0
    record: list[str] = []
    last: list[str] = []
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        reader = csv.reader(chain(file, [_END]), delimiter=delimiter)
        try:
            for record, after in pairwise(reader):
                last = after
                widest = max(widest, len(record))
                yield cast(list[Cell], record)
        except csv.Error as error:
            raise Refusal("damaged") from error
    cut_quote = last not in ([], [_END])
    if cut_quote or (not may_be_short and len(record) < widest):
        raise Refusal("damaged", reason="cut_off")


def _ends_with_line_end(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(0, SEEK_END)
        file.seek(max(0, file.tell() - 4))
        return file.read().rstrip(b"\0").endswith((b"\n", b"\r"))
