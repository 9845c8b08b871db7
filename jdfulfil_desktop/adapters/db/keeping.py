"""Care for the data of an open program: copies, what lies in them, everything as open files."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from jdfulfil_desktop.adapters import sharing
from jdfulfil_desktop.adapters.db.backups import DailyBackups
from jdfulfil_desktop.adapters.db.exporting import export_everything
from jdfulfil_desktop.adapters.db.migrate import check_sound
from jdfulfil_desktop.adapters.db.store import Database
from jdfulfil_desktop.application.ports import Clock
from jdfulfil_desktop.application.ports.keeping import (
    BackupContents,
    KeptBackup,
    Progress,
    unwatched,
)
from jdfulfil_desktop.domain.errors import FileProblem

_COUNTS = """SELECT (SELECT count(*) FROM orders), (SELECT count(*) FROM products),
(SELECT count(*) FROM ledger)"""


class DatabaseKeeping:
    """Fulfil the port `Keeping`; a shared database has no copies beside it."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self.daily = DailyBackups(database.path, clock)

    def back_up(self, target: Path) -> None:
        """Copy the database to a file of 0600 and look the copy through. EnvironmentProblem."""
        sharing.back_up(self._database, target)

    def kept(self) -> Sequence[KeptBackup]:
        """Give the copies that lie beside the database, newest first."""
        return () if self._database.sharing else self.daily.kept()

    def look_into(self, path: Path) -> BackupContents:
        """Say what a copy holds, before it is put back. Raises FileProblem(`backup_invalid`)."""
        try:
            check_sound(path)
            with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as copy:
                [found] = copy.execute(_COUNTS)
        except (sqlite3.Error, OSError) as error:
            raise FileProblem("backup_invalid", subject=path.name) from error
        return BackupContents(*found)

    def export(self, folder: Path, progress: Progress = unwatched) -> dict[str, int]:
        """Write every table into a folder as CSV; gives rows by table. See `export_everything`."""
        return export_everything(self._database.engines[-1], folder, progress)
