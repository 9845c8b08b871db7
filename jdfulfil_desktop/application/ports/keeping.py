"""Say what may be done with the database as a whole: copies, what lies in them, open files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

Progress = Callable[[str, int], bool]
"""Told a table's name and how many of its rows are written; False ends the export."""


def unwatched(_table: str, _rows: int) -> bool:
    """Fulfil `Progress` where nobody looks on."""
    return True


@dataclass(frozen=True, slots=True)
class KeptBackup:
    """A copy of the database that lies on this PC.

    `at` is when it was made, `size` in bytes, `kind` one of `daily migration restore`: of a day,
    before the program brought the data up to date, before another copy was put in its place.
    """

    path: Path
    at: datetime
    size: int
    kind: str


@dataclass(frozen=True, slots=True)
class BackupContents:
    """How much a copy of the database holds: orders, products, rows of the ledger."""

    orders: int
    products: int
    ledger_rows: int


class Keeping(Protocol):
    """Care for the data of an open program. Every call blocks: use a worker thread."""

    def back_up(self, target: Path) -> None:
        """Copy the database to a file of 0600 and look the copy through. EnvironmentProblem."""

    def kept(self) -> Sequence[KeptBackup]:
        """Give the copies that lie beside the database, newest first."""

    def look_into(self, path: Path) -> BackupContents:
        """Say what a copy holds, before it is put back. Raises FileProblem(`backup_invalid`)."""

    def export(self, folder: Path, progress: Progress = unwatched) -> dict[str, int]:
        """Write every table into a folder as CSV; gives rows by table.

        Raises EnvironmentProblem(`disk`, `folder_unusable`), ActionCancelled.
        """
