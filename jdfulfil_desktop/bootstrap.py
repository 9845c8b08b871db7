"""Put the program together: the only module that names concrete classes.

Heavy libraries (SQLAlchemy, httpx, Starlette, Qt) are imported when the part that needs them is
first used, so that `--help`, errors and the practice gateway start at once.
"""

from __future__ import annotations

import asyncio
import os
import random
import threading
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from jdfulfil_desktop.adapters import sharing
from jdfulfil_desktop.adapters.jd.late import LateGateways
from jdfulfil_desktop.adapters.system import one_at_a_time
from jdfulfil_desktop.adapters.system.account import account_name
from jdfulfil_desktop.adapters.system.browser import open_browser
from jdfulfil_desktop.adapters.system.clock import SystemClock
from jdfulfil_desktop.adapters.system.collecting import collect_seldom
from jdfulfil_desktop.adapters.system.file_lock import FileLock
from jdfulfil_desktop.adapters.system.one_at_a_time import SingleInstance
from jdfulfil_desktop.adapters.system.places import Places, database_for, places_for
from jdfulfil_desktop.adapters.system.practice_gateway import (
    PracticeGateway,
    start_practice_gateway,
)
from jdfulfil_desktop.adapters.system.reports import CrashReports
from jdfulfil_desktop.application import recovering
from jdfulfil_desktop.application.bus import Bus
from jdfulfil_desktop.application.env import Env
from jdfulfil_desktop.application.hub import Hub
from jdfulfil_desktop.application.ports import (
    Clock,
    LabelPrinter,
    LoginListener,
    Notifier,
    OrderSheet,
    Reader,
    RowProblem,
    SecretStore,
    SheetReader,
)
from jdfulfil_desktop.application.ports.keeping import Keeping
from jdfulfil_desktop.application.previewing import MendWords
from jdfulfil_desktop.application.remote.addresses import CALLBACK
from jdfulfil_desktop.application.remote.checkup import Check, check_connections, check_secrets
from jdfulfil_desktop.application.remote.office import Office
from jdfulfil_desktop.application.results import SyncReport
from jdfulfil_desktop.cli.desk import Options
from jdfulfil_desktop.sync.engine import Engine
from jdfulfil_desktop.sync.means import Means
from jdfulfil_desktop.texts import Texts

__all__ = [
    "Application",
    "Hub",
    "Options",
    "PracticeGateway",
    "SingleInstance",
    "SystemClock",
    "build",
    "places_of",
    "start_practice_gateway",
]


@dataclass(frozen=True)
class Application:
    """The open program: what the window and the commands stand on. Close it after use."""

    options: Options
    places: Places
    texts: Texts
    clock: Clock
    actor: str
    secrets: SecretStore
    hub: Hub
    database: Any
    bus: Bus
    office: Office
    browser: Callable[[str], bool]
    gateway: PracticeGateway | None = None
    instance: SingleInstance | None = None
    engines: list[Engine] = field(default_factory=list)
    ended: threading.Event = field(default_factory=threading.Event)

    @property
    def reader(self) -> Reader:
        reader: Reader = self.database.reader
        return reader

    @property
    def practice(self) -> bool:
        return self.options.practice

    @property
    def gateway_url(self) -> str:
        """Give the practice gateway's address; empty where there is none."""
        return str(self.gateway.info["gateway_url"]) if self.gateway else ""

    @property
    def config_dir(self) -> Path:
        return self.places.config

    @cached_property
    def reports(self) -> CrashReports:
        return CrashReports(self.places.logs, self.clock)

    @property
    def vault(self) -> str:
        return self.secrets.place

    @cached_property
    def sheets(self) -> SheetReader:
        from jdfulfil_desktop.adapters.sheets.reader import ChildProcessSheetReader

        return ChildProcessSheetReader()

    @cached_property
    def labels(self) -> LabelPrinter:
        from jdfulfil_desktop.adapters.papers.labels import PdfiumLabels

        return PdfiumLabels()

    def write_table(
        self, path: Path, title: str, headers: Sequence[str], rows: Iterable[Sequence[object]]
    ) -> int:
        """Write a workbook with one sheet, or a `.csv`; gives how many rows."""
        from jdfulfil_desktop.adapters.sheets.delimited import write_named

        return write_named(path, title, headers, rows)

    def write_refused(
        self, path: Path, sheet: OrderSheet, problems: Sequence[RowProblem], words: MendWords
    ) -> int:
        """Write refused rows to be mended and imported again. Raises EnvironmentProblem."""
        from jdfulfil_desktop.adapters.sheets.mending import write_rows_to_mend

        return write_rows_to_mend(path, sheet, problems, self.texts, words)

    def subscribe(self, notifier: Notifier) -> None:
        """Add a receiver of events; it is called in the writer's thread and must not block."""
        self.hub.subscribe(notifier)

    def login_listener(self) -> LoginListener:
        """Give a fresh loopback listener for one login."""
        from jdfulfil_desktop.adapters.jd.login_listener import LoopbackListener

        return LoopbackListener(CALLBACK)

    def open_browser(self, address: str) -> bool:
        """Open an address in the user's own browser; False where there is none."""
        return self.browser(address)

    def means(self) -> Means:
        """Gather what the sync works with."""
        turns = sharing.turns_for(self.database, self.places.data)
        chance = random.Random()  # noqa: S311  backoff's jitter
        more: Any = {"holds": turns.holds, "errands": self.office.errands}
        return Means(self.office, chance, asyncio.sleep, turns, **more)

    def start_sync(self) -> Engine:
        """Start the background sync thread; work that a crash left is taken up again."""
        from jdfulfil_desktop.adapters.db.backups import keep_daily

        recovering.start(self.bus, self._alone, self.ended)
        keep_daily(self.database, self.clock, lambda f: self.texts.error(f).message, self.ended)
        engine = Engine(self.means())
        self.hub.subscribe(engine)
        engine.start()
        self.engines.append(engine)
        return engine

    def sync(
        self,
        *,
        until_idle: bool,
        timeout_s: float | None,
        started: Callable[[], None] = lambda: None,
    ) -> SyncReport:
        """Run the background sync in this thread until idle, told to end, or out of time."""
        from jdfulfil_desktop.foreground import sync_here

        return sync_here(
            self.means, self.hub, until_idle=until_idle, timeout_s=timeout_s, started=started
        )

    def importing(self) -> FileLock:
        """Give the lock that an import of this process holds: one at a time in a data folder."""
        return one_at_a_time.import_lock(self.places.data)

    def recover(self) -> None:
        """Take up what a crash left, unless somebody may be at it."""
        recovering.recover(self.bus, self._alone)

    def _alone(self) -> AbstractContextManager[bool]:
        # Of a shared database only what no PC is importing counts as left by a crash.
        is_window = self.instance is not None or self.database.sharing
        return one_at_a_time.nobody_imports(self.places.data, is_window=is_window)

    def export_key(self) -> str:
        """Give the key of the tokens that a shared database holds. Raises RuleError."""
        return sharing.export_key(self.secrets)

    def import_key(self, key: str) -> None:
        """Take such a key from another PC. Raises RuleError."""
        sharing.import_key(self.secrets, key)

    def move_to(self, target: str) -> dict[str, int]:
        """Carry this file over to an empty shared database; gives the rows by table."""
        return sharing.move_to(self.database, self.secrets, target, self.clock)

    @cached_property
    def keeping(self) -> Keeping:
        """Give what cares for the data as a whole: copies, export."""
        from jdfulfil_desktop.adapters.db.keeping import DatabaseKeeping

        return DatabaseKeeping(self.database, self.clock)

    def checks_here(self) -> list[Check]:
        """Look at what an open program has on this PC: database and secrets."""
        return [sharing.check(self.database), check_secrets(self.secrets)]

    def checks(self) -> list[Check]:
        """Look at an open program: what is here, and the connections (`doctor`)."""
        return self.checks_here() + asyncio.run(check_connections(self.office))

    def close(self) -> None:
        """Stop the sync, then writer and readers, then the practice gateway."""
        self.ended.set()
        for engine in self.engines:
            engine.stop()
        self.database.close()
        if self.gateway is not None:
            self.gateway.close()
        if self.instance is not None:
            self.instance.release()


def places_of(options: Options) -> Places:
    """Find the folders of these options; practice mode has its own below the data directory."""
    return places_for(os.environ, options.data_dir, practice=options.practice)


def database_of(options: Options) -> str | Path:
    """Give the database of these options: the one named, JDFULFIL_DATABASE, or the file."""
    file, practice = places_of(options).database, options.practice
    return database_for(options.database, file, os.environ, practice=practice)


def build(
    options: Options | None = None,
    *,
    clock: Clock | None = None,
    actor: str = "",
    gateway: PracticeGateway | None = None,
    instance: SingleInstance | None = None,
    browser: Callable[[str], bool] | None = None,
) -> Application:
    """Open the program: folders, secrets, database, bus. Raises EnvironmentProblem."""
    from jdfulfil_desktop.adapters.db.store import open_database
    from jdfulfil_desktop.adapters.secrets.opening import open_secret_store

    collect_seldom()
    options, clock = options or Options(), clock or SystemClock()
    places = places_of(options)
    texts = Texts(options.lang)
    secrets = open_secret_store(places.data, os.environ)
    hub = Hub()
    database = open_database(database_of(options), hub, clock)
    env = Env(clock, actor or account_name())
    bus = Bus(database.writer, env)
    secrets = sharing.secrets_for(database, secrets)
    gateways = LateGateways(secrets, clock, database.writer)
    office = Office(database.writer, gateways, bus, env, **sharing.more_for(database, secrets))
    return Application(
        options=options,
        places=places,
        texts=texts,
        clock=clock,
        actor=env.actor,
        secrets=secrets,
        hub=hub,
        database=database,
        bus=bus,
        office=office,
        browser=browser or (lambda address: open_browser(address, os.environ)),
        gateway=gateway,
        instance=instance,
    )
