"""Write everything that the program keeps as open files: one CSV a table, readable anywhere.

Secrets are not in the database, and what proves a local user's PIN stays out as well. The files
carry names and addresses of buyers: they are for this user alone (0600 in a folder of 0700).
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from sqlalchemy import Column, Engine, Table, select

from jdfulfil_desktop.adapters.db.schema import metadata
from jdfulfil_desktop.adapters.sheets.writers import neutral
from jdfulfil_desktop.adapters.system.private import create_file, make_folder
from jdfulfil_desktop.application.ports.keeping import Progress, unwatched
from jdfulfil_desktop.domain.errors import ActionCancelled, EnvironmentProblem

_OURS_ALONE = ("undo_", "meta", "counters", "errands", "shared_secrets", "sync_turns")
"""Tables that only the program itself can make use of begin so."""
_UNTOLD = {("users", "pin_hash")}
_KINDS = {b"\x89PNG": "png", b"\xff\xd8": "jpg", b"%PDF": "pdf", b"RIFF": "webp"}
_AT_A_TIME = 2000
_TOLD_EVERY = 10_000


def export_everything(
    engine: Engine, folder: Path, progress: Progress = unwatched
) -> dict[str, int]:
    """Write each table into `folder` as `<table>.csv`; gives how many rows each has.

    All tables are read in one transaction, so that they fit together. UTF-8 with a mark for Excel,
    times in ISO 8601 with their zone, texts that a spreadsheet would run neutralised.

    Raises EnvironmentProblem(`disk`, `folder_unusable`), ActionCancelled.
    """
    make_folder(folder)
    written: dict[str, int] = {}
    try:
        with engine.connect() as connection, connection.begin():
            for table in open_tables():
                columns = told_columns(table)
                query = select(*columns).execution_options(yield_per=_AT_A_TIME)
                rows = connection.execute(query)
                path = folder / f"{table.name}.csv"
                written[table.name] = _write(path, columns, rows, progress, table.name)
    except OSError as error:
        raise EnvironmentProblem("disk", subject=str(folder), reason=str(error)) from error
    return written


def open_tables() -> list[Table]:
    """Give the tables that say something to people."""
    return [table for table in metadata.sorted_tables if not table.name.startswith(_OURS_ALONE)]


def told_columns(table: Table) -> list[Column[object]]:
    """Give a table's columns without what proves who somebody is."""
    return [column for column in table.columns if (table.name, column.name) not in _UNTOLD]


def _write(
    path: Path,
    columns: Iterable[Column[object]],
    rows: Iterable[Iterable[object]],
    progress: Progress,
    name: str,
) -> int:
    count = 0
    with open(path, "w", encoding="utf-8-sig", newline="", opener=create_file) as file:
        writer = csv.writer(file)
        writer.writerow([column.name for column in columns])
        for row in rows:
            count += 1
            shown = [_shown(value, path.with_suffix(""), count) for value in row]
            writer.writerow(shown)
            if count % _TOLD_EVERY == 0 and not progress(name, count):
                raise ActionCancelled
    if not progress(name, count):
        raise ActionCancelled
    return count


def _shown(value: object, folder: Path, row: int) -> object:
    """Give a value as a cell; pictures and papers become files in a folder of their table."""
    if isinstance(value, bytes):
        kind = next((end for begin, end in _KINDS.items() if value.startswith(begin)), "bin")
        make_folder(folder)
        path = folder / f"{row:06}.{kind}"
        with open(path, "wb", opener=create_file) as file:
            file.write(value)
        return f"{folder.name}/{path.name}"
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, bool):
        return int(value)
    return neutral(value) if isinstance(value, str) else value
