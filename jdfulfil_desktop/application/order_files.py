"""Bring order files in: with what users said of their columns, singly or a whole folder (R31)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from jdfulfil_desktop.application.bus import Bus
from jdfulfil_desktop.application.handlers.columns import known_columns
from jdfulfil_desktop.application.importing import (
    Cancelled,
    Progress,
    import_source,
    store_named,
    wrong_channel,
)
from jdfulfil_desktop.application.ports import ColumnMap, SheetReader
from jdfulfil_desktop.application.results import ImportReport
from jdfulfil_desktop.domain.commands import RememberColumns
from jdfulfil_desktop.domain.errors import FileProblem, UsageError
from jdfulfil_desktop.domain.order import Channel

SUFFIXES = frozenset({".xlsx", ".xlsm", ".xls", ".csv", ".tsv", ".txt"})
"""What a folder is searched for; what a file really is goes by its content."""


def import_file(
    bus: Bus,
    sheets: SheetReader,
    path: Path,
    *,
    store: str = "",
    channel: Channel | None = None,
    columns: Mapping[str, str] | None = None,
    dry_run: bool = False,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> ImportReport:
    """Read, look at and (unless `dry_run`) write one order file (CONTRACT `order import`).

    `columns`: header -> canonical field for columns that no layout knows; once the file could be
    read it is remembered for all files with these headers. Raises UsageError (`store_needed`,
    `store_not_found`, `columns_need_channel`), FileProblem (`wrong_channel` …), ActionCancelled.
    """
    chosen = store_named(bus, store) if store else None
    if chosen and channel is not None and channel is not chosen.channel:
        raise wrong_channel(path.name, chosen, channel)
    said = None
    if columns:
        whose = channel or (chosen.channel if chosen else None)
        if whose is None:
            raise UsageError("columns_need_channel", subject=path.name)
        said = ColumnMap(whose, columns)
        _check_fields(sheets, said)
    known = bus.writer.submit(known_columns).result()
    source = sheets.orders_in(path, channel=channel, known=known, said=said)
    report = import_source(
        bus, source, store=store, dry_run=dry_run, progress=progress, cancelled=cancelled
    )
    if said is not None:
        bus.submit(RememberColumns(report.fingerprint, said.channel, said.fields)).result()
    return report


def _check_fields(sheets: SheetReader, said: ColumnMap) -> None:
    """Refuse a field that no layout of the channel reads: it would silently do nothing."""
    known = {name for one in sheets.layouts() if one.channel is said.channel for name in one.fields}
    wrong = sorted(set(said.fields.values()) - known)
    if wrong:
        raise UsageError("field_unknown", subject=wrong[0], known=", ".join(sorted(known)))


def missing_fields(
    layouts: Iterable[tuple[tuple[str, ...], ...]], given: Iterable[str]
) -> tuple[tuple[str, ...], ...]:
    """Give what the layout that lacks least still lacks: tuples of which one field is needed."""
    have = set(given)
    lacks = [tuple(one for one in required if not have & set(one)) for required in layouts]
    return min(lacks, key=len, default=())


def files_in(folder: Path) -> list[Path]:
    """Give the tables of a folder, the oldest first, so that newer ones have the last word (R46).

    Hidden files and those that a spreadsheet holds open (`~$…`) are left out. Raises FileProblem.
    """
    try:
        found = [
            (path.stat().st_mtime, path.name, path)
            for path in folder.iterdir()
            if path.suffix.lower() in SUFFIXES
            and not path.name.startswith((".", "~"))
            and path.is_file()
        ]
    except OSError as error:
        raise FileProblem("not_found", subject=folder.name, reason=str(error)) from error
    return [path for _, _, path in sorted(found)]


def flattened(paths: Iterable[Path]) -> list[Path]:
    """Put a folder's files in the folder's place."""
    return [file for path in paths for file in (files_in(path) if path.is_dir() else [path])]
