"""Read an order file from first byte to spool; runs in the child process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import IO, Any

from jdfulfil_desktop.adapters.sheets import spool
from jdfulfil_desktop.adapters.sheets.cells import Cell, show
from jdfulfil_desktop.adapters.sheets.grouping import Grouping
from jdfulfil_desktop.adapters.sheets.headers import (
    HEADER_ROWS,
    Recognised,
    guess,
    of_channel,
    recognise,
    refused_layout,
)
from jdfulfil_desktop.adapters.sheets.mapping import Maps, fingerprint
from jdfulfil_desktop.adapters.sheets.names import normalise
from jdfulfil_desktop.adapters.sheets.profiles.layout import RefusedLayout
from jdfulfil_desktop.adapters.sheets.refusal import Refusal
from jdfulfil_desktop.adapters.sheets.sources import Rows, open_sheets
from jdfulfil_desktop.domain.order import Channel

Progress = Callable[[int, int], None]
_STEP = 2_000
_SAMPLE = 5
"""Rows that a person needs to tell what a column holds."""
_MOST_COLUMNS = 200
_LONGEST = 80
NO_MAPS = Maps()


@dataclass(frozen=True, slots=True)
class _Found:
    """A sheet with orders and the layout it follows."""

    rows: Rows
    recognised: Recognised


def read_order_file(
    path: Path,
    out: IO[bytes],
    progress: Progress,
    *,
    channel: Channel | None = None,
    maps: Maps = NO_MAPS,
) -> dict[str, Any]:
    """Write a file's orders and refused rows to `out`; give what to say of it. Raises Refusal."""
    found = _find(path, channel, maps)
    recognised = found.recognised
    grouping = Grouping(recognised)
    feed, total = grouping.feed, found.rows.total
    for number, row in enumerate(found.rows.begin(), start=1):
        if number > recognised.row + 1:
            feed(number, row)
        if number % _STEP == 0:
            progress(number, max(total, number))
    if not grouping.rows_read:
        raise Refusal("empty")
    refused_orders, refused_rows = grouping.refused()
    refused = list(_raw_rows(found.rows, refused_rows))
    sample = _sample(found.rows, recognised.row)
    del found
    chunks = spool.write_chunks(out, grouping.orders())
    refused_chunks = spool.write_rows(out, iter(refused))
    progress(total, total)
    return {
        **_understood(recognised),
        "rows_read": grouping.rows_read,
        "refused_orders": refused_orders,
        "problems": grouping.problems,
        "unknown_statuses": sorted(grouping.unknown_statuses),
        "chunks": chunks,
        "refused_chunks": refused_chunks,
        "orders": grouping.given,
        "sample": sample,
    }


def _understood(recognised: Recognised) -> dict[str, Any]:
    return {
        "profile": recognised.layout.key,
        "channel": recognised.layout.channel.value,
        "columns": recognised.described(),
        "fingerprint": recognised.fingerprint,
    }


def _find(path: Path, channel: Channel | None, maps: Maps) -> _Found:
    """Find the one sheet with orders. Raises Refusal where there is none, or more than one."""
    found: list[_Found] = []
    headers_only = any_cell = False
    instead: RefusedLayout | None = None
    unknown = _likely_table([])
    for sheet in open_sheets(path, whole=True):
        head = list(islice(sheet.begin(), HEADER_ROWS))
        any_cell = any_cell or any(any(map(_filled, row)) for row in head)
        recognised = recognise(head, of_channel(channel), maps) or recognise(head)
        if recognised is None:
            instead = instead or refused_layout(head)
            unknown = unknown if unknown["headers"] else _likely_table(head)
        elif _has_data(sheet, recognised.row):
            found.append(_Found(sheet, recognised))
        else:
            headers_only = True
    if len(found) > 1:
        raise Refusal("several_sheets", sheets=[each.rows.name for each in found])
    if not found:
        raise _nothing(headers_only or not any_cell, instead, unknown)
    told = found[0].recognised.layout.channel
    if channel is not None and told is not channel:
        raise Refusal("wrong_channel", found=told.value, expected=channel.value)
    return found[0]


def _nothing(empty: bool, instead: RefusedLayout | None, unknown: dict[str, Any]) -> Refusal:
    if instead is not None:
        return Refusal(
            "unknown_layout", profile=instead.key, channel=instead.channel, advice=instead.instead
        )
    return Refusal("empty") if empty else Refusal("unknown_layout", advice="", **unknown)


def _has_data(sheet: Rows, header: int) -> bool:
    rows = islice(sheet.begin(), header + 1, None)
    return any(any(map(_filled, row)) for row in rows)


def _filled(cell: Cell) -> bool:
    return cell is not None and (not isinstance(cell, str) or bool(cell.strip()))


def _likely_table(head: list[list[Cell]]) -> dict[str, Any]:
    """Give the fullest of the first rows as headers, and what stands below them, for mapping.

    Columns without a header are left out: there is no name to remember them by.
    """
    if not head:
        return {"headers": [], "rows": [], "fingerprint": "", "channel": "", "fields": {}}
    at = max(range(len(head)), key=lambda index: (sum(map(_filled, head[index])), -index))
    places = [place for place, cell in enumerate(head[at]) if _filled(cell)][:_MOST_COLUMNS]
    rows = [[_shown(row, place) for place in places] for row in head[at + 1 : at + 1 + _SAMPLE]]
    channel, fields = guess(head[at])
    return {
        "headers": [_shown(head[at], place) for place in places],
        "rows": rows,
        "fingerprint": fingerprint(map(normalise, head[at])),
        "channel": channel.value if channel else "",
        "fields": fields,
    }


def _sample(rows: Rows, header: int) -> list[list[str]]:
    """Give the first rows below the header as they look, a cell a column."""
    titles, *below = islice(rows.begin(), header, header + 1 + _SAMPLE)
    width = min(len(titles), _MOST_COLUMNS)
    return [[_shown(row, place) for place in range(width)] for row in below]


def _shown(row: list[Cell], place: int) -> str:
    return show(row[place])[:_LONGEST] if place < len(row) else ""


def _raw_rows(sheet: Rows, numbers: set[int]) -> Iterator[spool.RawRow]:
    """Give the rows of refused orders as they stand in the file."""
    if not numbers:
        return
    for number, row in enumerate(sheet.begin(), start=1):
        if number in numbers:
            yield number, tuple(row)
