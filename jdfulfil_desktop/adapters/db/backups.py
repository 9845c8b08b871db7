"""Keep a sound copy of every day: the last seven days, and one of each of four weeks before.

A copy is made through SQLite while the database is in use, looked through, and only then named.
Its name tells its day in Jakarta, so that a second program of the same day makes none.
"""

from __future__ import annotations

import re
import shutil
import threading
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from jdfulfil_desktop.adapters.db.safekeeping import back_up_soundly
from jdfulfil_desktop.adapters.db.store import Database
from jdfulfil_desktop.adapters.system.private import make_folder
from jdfulfil_desktop.application.ports import Clock
from jdfulfil_desktop.application.ports.keeping import KeptBackup
from jdfulfil_desktop.domain.connection import jakarta_day
from jdfulfil_desktop.domain.errors import EnvironmentProblem, FulfilError

DAYS, WEEKS = 7, 4
_NAME = re.compile(r"daily-(\d{4}-\d{2}-\d{2})\.db")
_ROOM = 2
"""So many times the database's size must be free: the copy, and room to go on working."""
_LOOK_EVERY_S = 1800.0


class DailyBackups:
    """The copies of one database, in `backups` beside it."""

    def __init__(self, database: Path, clock: Clock) -> None:
        self._database, self._clock = database, clock
        self.folder = database.parent / "backups"

    def make(self) -> Path | None:
        """Make today's copy; None where it is there. Raises EnvironmentProblem."""
        target = self.folder / f"daily-{jakarta_day(self._clock.now()):%Y-%m-%d}.db"
        if target.exists():
            return None
        make_folder(self.folder)
        if shutil.disk_usage(self.folder).free < _ROOM * self._database.stat().st_size:
            raise EnvironmentProblem("disk_full", subject=str(self.folder))
        back_up_soundly(self._database, target)
        self._forget()
        return target

    def kept(self) -> Sequence[KeptBackup]:
        """Give every copy that lies here, newest first: of days, of migrations, of restores."""
        stem = self._database.stem
        found = [_described(path, "daily") for path in self.folder.glob("daily-*.db")]
        for kind, pattern in (("restore", "before-restore-*"), ("migration", "before-[0-9]*-to-*")):
            beside = self._database.parent.glob(f"{stem}.{pattern}{self._database.suffix}")
            found += [_described(path, kind) for path in beside]
        return sorted(found, key=lambda backup: backup.at, reverse=True)

    def _forget(self) -> None:
        """Remove what is neither of the last days nor the newest of its week."""
        days = {day: path for path in self.folder.glob("daily-*.db") if (day := _day_of(path))}
        for day in days.keys() - worth_keeping(days):
            days[day].unlink(missing_ok=True)


def worth_keeping(days: Sequence[date] | dict[date, Path]) -> set[date]:
    """Choose the days whose copies stay: the newest seven, then the newest of four weeks."""
    newest_first = sorted(days, reverse=True)
    of_weeks: dict[tuple[int, int], date] = {}
    for day in newest_first[DAYS:]:
        of_weeks.setdefault(day.isocalendar()[:2], day)
    return {*newest_first[:DAYS], *list(of_weeks.values())[:WEEKS]}


def _day_of(path: Path) -> date | None:
    found = _NAME.fullmatch(path.name)
    return date.fromisoformat(found[1]) if found else None


def _described(path: Path, kind: str) -> KeptBackup:
    about = path.stat()
    return KeptBackup(path, datetime.fromtimestamp(about.st_mtime, UTC), about.st_size, kind)


def keep_daily(
    database: Database, clock: Clock, say: Callable[[FulfilError], str], end: threading.Event
) -> None:
    """See to the day's copy in a thread of its own, until `end` is set.

    A failure becomes an alert, once for each kind: a full disk is no news every half hour.
    """
    if database.sharing is not None:
        return  # its server has copies of its own (`docs/several-pcs.md`)
    daily = DailyBackups(database.path, clock)

    def tell(failure: FulfilError) -> None:
        reason, now = say(failure), clock.now()
        database.writer.submit(
            lambda uow: uow.journal.alert("backup_failed", "", now, reason=reason)
        )

    def keep() -> None:
        told: set[str] = set()
        while True:
            try:
                daily.make()
                told.clear()
            except FulfilError as failure:
                if failure.code not in told:
                    told.add(failure.code)
                    tell(failure)
            if end.wait(_LOOK_EVERY_S):
                return

    threading.Thread(target=keep, name="backups", daemon=True).start()
