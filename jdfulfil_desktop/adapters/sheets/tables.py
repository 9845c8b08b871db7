"""Read a small table (products, stock, locations) as text by column; runs in the child."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import IO, Any

from jdfulfil_desktop.adapters.sheets import cells, spool
from jdfulfil_desktop.adapters.sheets.cells import BadCell, Cell
from jdfulfil_desktop.adapters.sheets.headers import HEADER_ROWS
from jdfulfil_desktop.adapters.sheets.names import normalise, without_currency
from jdfulfil_desktop.adapters.sheets.refusal import Refusal
from jdfulfil_desktop.adapters.sheets.sources import Rows, open_sheets

_SCIENTIFIC = re.compile(r"\d+(?:[.,]\d+)?[eE]\+\d+")
Problem = tuple[int, str, str, str]


def read_table_file(
    path: Path,
    out: IO[bytes],
    columns: Mapping[str, Sequence[str]],
    required: Sequence[str],
) -> dict[str, Any]:
    """Write rows of the first sheet that has the required columns. Raises Refusal.

    A cell is text as the user sees it; a number that a spreadsheet cannot hold exactly (a long
    barcode) is a problem of its row, as is a blank required cell. Such a row is left out.
    """
    found = _find(path, columns, required)
    if found is None:
        raise Refusal("unknown_layout", required=list(required), advice="")
    sheet, header, places = found
    names = list(places)
    read = _read_rows(sheet, header, places, required)
    if not read.count:
        raise Refusal("empty")
    return {
        "names": names,
        "rows_read": read.count,
        "problems": read.problems,
        "spoiled": read.spoiled,
        "chunks": spool.write_rows(out, iter(read.rows)),
    }


@dataclass(slots=True)
class _Read:
    """What a sheet's rows gave: good ones, what is wrong, and the others as they are seen."""

    rows: list[spool.RawRow] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    spoiled: list[tuple[int, list[str]]] = field(default_factory=list)
    count: int = 0


def _read_rows(
    sheet: Rows, header: int, places: Mapping[str, int], required: Sequence[str]
) -> _Read:
    """Read the rows below the header; blank ones are passed over."""
    found, titles = _Read(), list[str]()
    for number, row in enumerate(sheet.begin(), start=1):
        if number == header + 1:
            titles = [cells.text(cell) for cell in row]
        if number <= header + 1:
            continue
        values = {name: row[place] if place < len(row) else "" for name, place in places.items()}
        if not any(cells.show(cell).strip() for cell in values.values()):
            continue
        found.count += 1
        bad, texts = _read_row(number, values, required, {n: titles[p] for n, p in places.items()})
        if bad:
            found.problems += bad
            found.spoiled.append((number, [cells.show(values[name])[:200] for name in places]))
        else:
            found.rows.append((number, tuple(texts[name] for name in places)))
    return found


def _find(
    path: Path, columns: Mapping[str, Sequence[str]], required: Sequence[str]
) -> tuple[Rows, int, dict[str, int]] | None:
    """Find the first sheet and row whose headers hold all that is required, the best row first."""
    any_cell = False
    for sheet in open_sheets(path):
        best: tuple[int, dict[str, int]] | None = None
        for index, row in enumerate(islice(sheet.begin(), HEADER_ROWS)):
            any_cell = any_cell or any(cells.show(cell).strip() for cell in row)
            places = _places(row, columns)
            fits = all(name in places for name in required)
            if fits and (best is None or len(places) > len(best[1])):
                best = (index, places)
        if best is not None:
            return sheet, *best
    if not any_cell:
        raise Refusal("empty")
    return None


def _places(row: Sequence[Cell], columns: Mapping[str, Sequence[str]]) -> dict[str, int]:
    known: dict[str, int] = {}
    for index, cell in enumerate(row):
        name = normalise(cell)
        if name:
            known.setdefault(name, index)
            known.setdefault(without_currency(name), index)
    places = {}
    for target, aliases in columns.items():
        place = next((known[n] for n in map(normalise, (target, *aliases)) if n in known), None)
        if place is not None:
            places[target] = place
    return places


def _read_row(
    number: int,
    values: Mapping[str, Cell],
    required: Sequence[str],
    titles: Mapping[str, str],
) -> tuple[list[Problem], dict[str, str]]:
    problems: list[Problem] = []
    texts: dict[str, str] = {}
    for name, cell in values.items():
        try:
            texts[name] = _text_of(cell)
        except BadCell as bad:
            problems.append((number, titles[name], cells.show(cell)[:200], bad.code))
            continue
        if name in required and not texts[name]:
            problems.append((number, titles[name], "", "missing_value"))
    return problems, texts


def _text_of(cell: Cell) -> str:
    """Give a cell's text; raise BadCell where a spreadsheet has rounded the number already."""
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        if abs(cell) >= 10**cells.EXACT_DIGITS:
            raise BadCell("id_not_exact")
        return cells.show(cell)
    value = " ".join(cells.text(cell).split())
    if _SCIENTIFIC.fullmatch(value):
        raise BadCell("id_not_exact")
    return "" if value == "-" else value
