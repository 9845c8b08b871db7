"""Say what the window needs of the program around it; `bootstrap` fulfils it."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, TypeVar

from jdfulfil_desktop.application.bus import Bus
from jdfulfil_desktop.application.ports import (
    Clock,
    LabelPrinter,
    LoginListener,
    Notifier,
    OrderSheet,
    Reader,
    RowProblem,
    SheetReader,
)
from jdfulfil_desktop.application.ports.keeping import Keeping, KeptBackup
from jdfulfil_desktop.application.previewing import MendWords
from jdfulfil_desktop.application.remote.checkup import Check
from jdfulfil_desktop.application.remote.office import Office
from jdfulfil_desktop.texts import Texts

T = TypeVar("T")


class Folders(Protocol):
    """Where the program's files lie."""

    @property
    def data(self) -> Path: ...

    @property
    def logs(self) -> Path: ...


class Reports(Protocol):
    """Reports of crashes; every call reads or writes files."""

    def write(self, error: BaseException) -> Path:
        """Write the report of an error that nobody caught."""

    def waiting(self) -> Sequence[Path]:
        """Give the reports that nobody was told of yet, newest first."""

    def told(self) -> None:
        """Mark all reports as offered."""

    def about(self) -> str:
        """Give what support asks first, without secrets."""


@dataclass(frozen=True, slots=True)
class Rescue:
    """What can be done without an open program: say it, list copies, note which to put back."""

    texts: Texts
    copies: Callable[[], Sequence[KeptBackup]]
    put_back_next: Callable[[Path], None]


class SyncThread(Protocol):
    """The sync thread's one door: run a coroutine there, and end it."""

    def submit(self, work: Callable[[], Coroutine[Any, Any, T]]) -> Future[T]: ...


class Program(Protocol):
    """What a window stands on; `gateway_url` is the practice gateway's, else empty."""

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
    def actor(self) -> str: ...

    @property
    def practice(self) -> bool: ...

    @property
    def gateway_url(self) -> str: ...

    @property
    def config_dir(self) -> Path: ...

    @property
    def places(self) -> Folders: ...

    @property
    def keeping(self) -> Keeping: ...

    @property
    def reports(self) -> Reports: ...

    def checks_here(self) -> list[Check]:
        """Look at what the program has on this PC; blocks."""

    def write_table(
        self, path: Path, title: str, headers: Sequence[str], rows: Iterable[Sequence[object]]
    ) -> int:
        """Write a workbook with one sheet, or a `.csv`; gives how many rows.

        Raises EnvironmentProblem.
        """

    def write_refused(
        self, path: Path, sheet: OrderSheet, problems: Sequence[RowProblem], words: MendWords
    ) -> int:
        """Write refused rows to be mended and imported again. Raises EnvironmentProblem."""

    def subscribe(self, notifier: Notifier) -> None:
        """Add a receiver of events, after the sync thread's own."""

    def start_sync(self) -> SyncThread:
        """Start the background sync thread."""

    def login_listener(self) -> LoginListener:
        """Give a fresh loopback listener for one login."""

    def open_browser(self, address: str) -> bool:
        """Open an address in the user's own browser; False where there is none."""

    def close(self) -> None:
        """Stop the sync within its deadline and close everything; blocks, call it from a worker."""
