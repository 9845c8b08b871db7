"""Move a shop from its file to a server: tokens, rows, and a mark that the file is over."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from jdfulfil_desktop.adapters.db import dialect
from jdfulfil_desktop.adapters.db.engine import place_of, url_of
from jdfulfil_desktop.adapters.db.engine import writing_engine as file_engine
from jdfulfil_desktop.adapters.db.problems import translate
from jdfulfil_desktop.adapters.db.repositories.records import SqlJournal
from jdfulfil_desktop.adapters.db.schema import connections, meta
from jdfulfil_desktop.adapters.db.shared.current import make_current
from jdfulfil_desktop.adapters.db.shared.engines import reading_engine, writing_engine
from jdfulfil_desktop.adapters.db.shared.moving import (
    MOVED_TO,
    copy_all,
    go_on_counting,
    refuse_filled,
    shared_target,
)
from jdfulfil_desktop.adapters.db.store import Database
from jdfulfil_desktop.adapters.secrets.app_identity import NAME as INSTALLED_APP
from jdfulfil_desktop.adapters.secrets.shared import SharedSecrets
from jdfulfil_desktop.application.ports import SecretStore


def carry(database: Database, secrets: SecretStore, target: str, at: datetime) -> dict[str, int]:
    """Copy every token, then every row and mark the file; gives the rows by table.

    `at`: when it is moved, UTC, for the alert in the file.

    Nobody writes into the file meanwhile. What fails leaves the file in charge and the target
    without a row, so that the same command can be given again. Raises RuleError,
    EnvironmentProblem.
    """
    url = shared_target(target)
    writing, reading = writing_engine(url), reading_engine(url)
    source, shared = file_engine(url_of(database.path)), SharedSecrets(url, secrets)
    try:
        make_current(writing, reading, place_of(url))
        with reading.begin() as looked_at:
            refuse_filled(looked_at)
        for name in _names(database):
            if (value := secrets.read(name)) is not None:
                shared.write(name, value)
        with source.begin() as old:
            with writing.begin() as new:
                counts = copy_all(old, new)
                go_on_counting(new)
            mark = {"name": MOVED_TO, "value": place_of(url)}
            old.execute(dialect.inserting_or_replacing(meta, ("name",)), mark)
            SqlJournal(old).alert("database_moved", place_of(url), at)
        return counts
    except Exception as error:
        translated = translate(error, place_of(url))
        if translated is error:
            raise
        raise translated from error
    finally:
        shared.close()
        for engine in (writing, reading, source):
            engine.dispose()


def _names(database: Database) -> list[str]:
    """Name what is kept for each account, and the app that a distributor installed."""
    with database.engines[1].connect() as connection:
        pins = list(connection.execute(select(connections.c.pin)).scalars())
    return [f"{kind}:{pin}" for pin in pins for kind in ("app", "token")] + [INSTALLED_APP]
