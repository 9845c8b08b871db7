"""Say what the commands need of the program around them; `bootstrap` fulfils it."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TextIO

from jdfulfil_desktop.application.bus import Bus
from jdfulfil_desktop.application.ports import (
    Clock,
    LabelPrinter,
    LoginListener,
    Reader,
    SheetReader,
)
from jdfulfil_desktop.application.ports.keeping import Keeping
from jdfulfil_desktop.application.remote.checkup import Check
from jdfulfil_desktop.application.remote.office import Office
from jdfulfil_desktop.application.results import SyncReport
from jdfulfil_desktop.texts import DEFAULT_LANGUAGE, Texts


@dataclass(frozen=True, slots=True)
class Options:
    """Where and how to work. `data_dir` None: JDFULFIL_DATA_DIR, else the platform's place.

    `database`: an SQLAlchemy URL; empty: `jdfulfil.db` in the data directory. `practice` has a data
    directory of its own below it.
    """

    data_dir: Path | None = None
    database: str = ""
    lang: str = DEFAULT_LANGUAGE
    practice: bool = False


@dataclass(frozen=True, slots=True)
class Streams:
    """The three streams a command may use; no command ever waits for a terminal."""

    stdin: TextIO
    stdout: TextIO
    stderr: TextIO


class Desk(Protocol):
    """An open program: what commands read, change and ask JD with. Close it after use."""

    @property
    def reader(self) -> Reader: ...

    @property
    def bus(self) -> Bus: ...

    @property
    def office(self) -> Office: ...

    @property
    def sheets(self) -> SheetReader: ...

    @property
    def labels(self) -> LabelPrinter: ...

    @property
    def clock(self) -> Clock: ...

    @property
    def texts(self) -> Texts: ...

    @property
    def vault(self) -> str:
        """Name where secrets lie: `keyring` or `file`."""

    def login_listener(self) -> LoginListener:
        """Give a fresh loopback listener for one login."""

    def open_browser(self, address: str) -> bool:
        """Open an address in the user's own browser; False where there is none."""

    def sync(
        self, *, until_idle: bool, timeout_s: float | None, started: Callable[[], None]
    ) -> SyncReport:
        """Run the background sync in the foreground. Raises FulfilError.

        `started` is called once it runs and can be told to end.
        """

    def write_table(
        self, path: Path, title: str, headers: Sequence[str], rows: Iterable[Sequence[object]]
    ) -> int:
        """Write a workbook with one sheet, or a `.csv`; gives how many rows.

        Raises EnvironmentProblem.
        """

    def importing(self) -> AbstractContextManager[object]:
        """Give the lock that an import holds: one at a time in a data folder."""

    @property
    def keeping(self) -> Keeping:
        """Give what cares for the data as a whole: copies, export."""

    def export_key(self) -> str:
        """Give the key of the tokens that a shared database holds. Raises RuleError."""

    def import_key(self, key: str) -> None:
        """Put such a key into this PC's keyring. Raises RuleError."""

    def move_to(self, target: str) -> dict[str, int]:
        """Carry the database over to an empty shared one; gives the rows by table."""

    def checks(self) -> list[Check]:
        """Look at an open program: database, secrets, connections."""

    def close(self) -> None:
        """Stop threads and close files, in order."""


class Starter(Protocol):
    """Start what a command needs; nothing is opened before it is asked for."""

    def open(self, options: Options) -> Desk:
        """Open the program. Raises EnvironmentProblem."""

    def restore(self, options: Options, source: Path) -> Path | None:
        """Put a backup in the database's place; gives where the former one was copied to."""

    def place_checks(self, options: Options) -> list[Check]:
        """Look at this PC without opening the database."""

    def export_key(self, options: Options) -> str:
        """Give the key of the tokens that a shared database holds."""

    def import_key(self, options: Options, key: str) -> None:
        """Put such a key into this PC's keyring."""

    def add_sandbox_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Add the practice gateway's own options."""

    def sandbox(self, arguments: argparse.Namespace, streams: Streams) -> int:
        """Serve the practice gateway until it is told to end; gives the exit code."""

    def window(self, options: Options, arguments: argparse.Namespace, streams: Streams) -> int:
        """Open the window, or measure it; gives the exit code."""

    def demo(self, options: Options, arguments: argparse.Namespace, streams: Streams) -> int:
        """Show the main job end to end; gives the exit code."""
