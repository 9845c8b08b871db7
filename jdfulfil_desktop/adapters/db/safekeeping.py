"""Make backups that can be trusted, and put one back (CONTRACT `backup`, `restore`)."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from jdfulfil_desktop.adapters.db.engine import is_shared, make_file, place_of, url_of
from jdfulfil_desktop.adapters.db.migrate import back_up, check_sound
from jdfulfil_desktop.adapters.db.problems import translate
from jdfulfil_desktop.adapters.db.store import open_database
from jdfulfil_desktop.application.ports import Clock, Notifier
from jdfulfil_desktop.application.remote.checkup import Check
from jdfulfil_desktop.domain.errors import EnvironmentProblem, FileProblem, RuleError


def back_up_soundly(source: Path, target: Path) -> None:
    """Copy a database in use to a file of 0600, look through the copy, then give it its name.

    Raises EnvironmentProblem; an earlier file of that name is then still there.
    """
    draft = target.with_name(f".{target.name}.part")
    try:
        if not target.parent.is_dir():
            raise EnvironmentProblem("folder_unusable", subject=str(target.parent))
        back_up(source, draft)
        check_sound(draft)
        _without_wal(draft)
        draft.replace(target)
    except (sqlite3.Error, OSError) as error:
        raise _ours(error, target) from error
    finally:
        _remove(draft)


def restore(place: str | Path, source: Path, notifier: Notifier, clock: Clock) -> Path | None:
    """Put a backup in the database's place; gives where the former data was copied to.

    The backup is opened, and so migrated, on a copy of its own first: what cannot be opened never
    replaces anything. Raises FileProblem("backup_invalid"), EnvironmentProblem.
    """
    target = file_of(place)
    with tempfile.TemporaryDirectory(prefix="jdfulfil-") as folder:
        trial = Path(folder) / "trial.db"
        try:
            check_sound(source)
            back_up(source, trial)
        except sqlite3.Error as error:
            raise FileProblem("backup_invalid", subject=source.name) from error
        open_database(trial, notifier, clock).close()
        kept = None
        try:
            if target.exists():
                kept = target.with_name(
                    f"{target.stem}.before-restore-{clock.now():%Y%m%d-%H%M%S}.db"
                )
                _set_aside(target, kept)
            make_file(target)
            # Through SQLite itself: a file put over the old one would meet its write-ahead log.
            back_up(trial, target)
        except sqlite3.Error as error:
            raise _ours(error, target) from error
    return kept


def file_of(place: str | Path) -> Path:
    """Give the file of a path or an SQLite URL. Raises RuleError(`restore_shared`) for others."""
    url = url_of(place)
    if is_shared(url):
        raise RuleError("restore_shared", subject=place_of(url))
    return Path(str(url.database))


def _set_aside(target: Path, kept: Path) -> None:
    """Keep the data of now: as a sound copy, or as it lies there where it is damaged."""
    try:
        back_up_soundly(target, kept)
    except EnvironmentProblem as problem:
        if problem.code != "database_damaged":
            raise
        for suffix in ("", "-wal", "-shm"):
            part = target.with_name(target.name + suffix)
            if part.exists():
                part.replace(kept.with_name(kept.name + suffix))


def check_database(path: Path) -> Check:
    """Look an open database through (`doctor`)."""
    try:
        check_sound(path)
        about = {"file": str(path), "bytes": path.stat().st_size}
    except (sqlite3.Error, OSError) as error:
        return Check("database", "failed", {"failure": _ours(error, path)})
    return Check("database", "ok", about)


def _without_wal(path: Path) -> None:
    """Leave one file: a backup is carried away without its companions."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _ours(error: Exception, place: Path) -> Exception:
    translated = translate(error, str(place))
    if translated is not error and isinstance(translated, Exception):
        return translated
    return EnvironmentProblem("disk", subject=str(place), reason=str(error))
