"""Copy a shared database to a file of ours, and look it through."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy.engine import URL

from jdfulfil_desktop.adapters.db.engine import make_file
from jdfulfil_desktop.adapters.db.engine import writing_engine as file_engine
from jdfulfil_desktop.adapters.db.migrate import make_current
from jdfulfil_desktop.adapters.db.problems import translate
from jdfulfil_desktop.adapters.db.safekeeping import back_up_soundly
from jdfulfil_desktop.adapters.db.shared.address import place_of
from jdfulfil_desktop.adapters.db.shared.moving import copy_out
from jdfulfil_desktop.adapters.db.store import Database
from jdfulfil_desktop.application.remote.checkup import Check
from jdfulfil_desktop.domain.errors import EnvironmentProblem


def copy_soundly(url: URL, target: Path) -> None:
    """Copy all rows to a file of 0600; an earlier file of that name stays until it is whole.

    Raises EnvironmentProblem.
    """
    draft = target.with_name(f".{target.name}.shared")
    try:
        if not target.parent.is_dir():
            raise EnvironmentProblem("folder_unusable", subject=str(target.parent))
        make_file(draft)
        engine = file_engine(URL.create("sqlite", database=str(draft)))
        make_current(engine, draft)
        engine.dispose()
        copy_out(url, draft)
        back_up_soundly(draft, target)
    except (sqlite3.Error, OSError) as error:
        raise EnvironmentProblem("disk", subject=str(target), reason=str(error)) from error
    finally:
        for suffix in ("", "-wal", "-shm", "-journal"):
            draft.with_name(draft.name + suffix).unlink(missing_ok=True)


def check_server(database: Database) -> Check:
    """Ask the server for the database's size, as a sign of life."""
    url = database.sharing.url
    query = "SELECT pg_database_size(current_database())"
    try:
        with database.engines[1].connect() as connection:
            size = int(connection.exec_driver_sql(query).scalar_one())
    except Exception as error:  # noqa: BLE001  whatever it is, it is shown with its words
        failure = translate(error, place_of(url))
        if not isinstance(failure, EnvironmentProblem):
            failure = EnvironmentProblem("database_unavailable", subject=place_of(url))
        return Check("database", "failed", {"failure": failure})
    return Check("database", "ok", {"file": place_of(url), "bytes": size})
