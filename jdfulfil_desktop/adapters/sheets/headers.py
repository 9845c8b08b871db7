"""Recognise a layout by its headers: the best row of the first twenty, the best layout for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jdfulfil_desktop.adapters.sheets.cells import Cell, text
from jdfulfil_desktop.adapters.sheets.mapping import Maps, fingerprint
from jdfulfil_desktop.adapters.sheets.names import normalise, without_currency
from jdfulfil_desktop.adapters.sheets.profiles import LAYOUTS, REFUSED, Layout, RefusedLayout
from jdfulfil_desktop.domain.order import Channel

HEADER_ROWS = 20


@dataclass(frozen=True, slots=True)
class Recognised:
    """A layout found in a sheet. `row`: the header's index; `columns`: field -> column index."""

    layout: Layout
    row: int
    columns: Mapping[str, int]
    headers: tuple[str, ...]

    @property
    def fingerprint(self) -> str:
        """Name the set of headers."""
        return fingerprint(map(normalise, self.headers))

    @property
    def score(self) -> int:
        """Count the fields that found their column."""
        return len(self.columns)

    def described(self) -> list[tuple[str, str]]:
        """List (header, canonical field or "") in the file's order."""
        fields = {index: name for name, index in self.columns.items()}
        return [(header, fields.get(index, "")) for index, header in enumerate(self.headers)]


_NO_MAPS = Maps()


def recognise(
    rows: Sequence[Sequence[Cell]],
    layouts: Sequence[Layout] = LAYOUTS,
    maps: Maps = _NO_MAPS,
) -> Recognised | None:
    """Find the layout of a sheet in its first rows; None where none has all that it requires.

    `maps`: what users said of columns; it wins over the layouts' own names.
    """
    best: Recognised | None = None
    for index, row in enumerate(rows[:HEADER_ROWS]):
        names = [normalise(cell) for cell in row]
        if sum(1 for name in names if name) < 2:
            continue
        said = maps.of(names)
        own = said.fields if said else {}
        for layout in layouts:
            if said and said.channel not in (None, layout.channel):
                continue
            columns = _columns(names, layout, own)
            if not _complete(layout, columns):
                continue
            if best is None or len(columns) > best.score:
                titles = tuple(text(cell) for cell in row)
                best = Recognised(layout, index, columns, titles)
    return best


def guess(row: Sequence[Cell]) -> tuple[Channel | None, dict[str, str]]:
    """Say whose export a row of headers looks most like, and which of them are known there."""
    names = [normalise(cell) for cell in row]
    found = [(layout, _columns(names, layout, {})) for layout in LAYOUTS]
    layout, columns = max(found, key=lambda one: len(one[1]))
    if not columns:
        return None, {}
    return layout.channel, {text(row[place]): name for name, place in columns.items()}


def refused_layout(rows: Sequence[Sequence[Cell]]) -> RefusedLayout | None:
    """Find a known export that cannot be used, so that the right one can be named."""
    for row in rows[:HEADER_ROWS]:
        names = {normalise(cell) for cell in row}
        for layout in REFUSED:
            if all(normalise(mark) in names for mark in layout.marks):
                return layout
    return None


def of_channel(channel: Channel | None) -> tuple[Layout, ...]:
    """Give the layouts of one channel, or all."""
    return tuple(layout for layout in LAYOUTS if channel in (None, layout.channel))


def _columns(names: Sequence[str], layout: Layout, own: Mapping[str, str]) -> dict[str, int]:
    """Find each field's column; of doubled headers the first is used."""
    places: dict[str, int] = {}
    for index, name in enumerate(names):
        if name:
            places.setdefault(name, index)
            places.setdefault(without_currency(name), index)
    columns: dict[str, int] = {}
    for name, target in own.items():
        if name in places and target in layout.fields:
            columns[target] = places[name]
    for target, aliases in layout.fields.items():
        for alias in aliases:
            place = places.get(normalise(alias))
            if place is not None and target not in columns:
                columns[target] = place
    return columns


def _complete(layout: Layout, columns: Mapping[str, int]) -> bool:
    return all(any(name in columns for name in choice) for choice in layout.required)
