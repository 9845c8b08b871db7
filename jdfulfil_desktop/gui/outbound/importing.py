"""Import order files from the window: read, show, agree, write, with progress and Cancel."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.application import importing
from jdfulfil_desktop.application.ports import OrderSheet
from jdfulfil_desktop.application.results import ImportReport
from jdfulfil_desktop.domain.commands import AddStore
from jdfulfil_desktop.gui.files import choose_files
from jdfulfil_desktop.gui.outbound.preview import PreviewDialog, StoreDialog
from jdfulfil_desktop.gui.shell import Shell
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import ask
from jdfulfil_desktop.gui.words import tr

T = TypeVar("T")


class _Progress(QObject):
    """Carry progress from a worker thread to the GUI thread."""

    moved = Signal(int, int)


class ImportFlow:
    """One import after the other; nothing is written before the user agrees."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        self._shell = shell
        self._desk = shell.desk
        self._parent = parent
        self._stop = threading.Event()

    def cancel(self) -> None:
        """Stop the import under way; its batch is undone whole."""
        self._stop.set()

    async def run(self, paths: Sequence[Path]) -> list[ImportReport]:
        """Import these files, or ask for some; gives what was done."""
        chosen = list(paths) or await choose_files(self._parent, tr("Import orders"))
        reports = []
        for path in chosen:
            report = await self.one(path)
            if report is not None:
                reports.append(report)
        return reports

    async def one(
        self, path: Path, *, store: str = "", ask_first: bool = True
    ) -> ImportReport | None:
        """Import one file; None where the user turned away. Raises FulfilError.

        With `ask_first=False` nothing is asked: the channel's first store, a new one where it has
        none, and no preview.
        """
        self._stop.clear()
        sheet = await self._with_progress(
            tr("Reading {0}").format(path.name),
            lambda moved: self._open(path, moved),
        )
        try:
            name = store or await self._store_of(path, sheet, ask_first=ask_first)
            if not name or (ask_first and not await self._agreed(sheet, name)):
                return None
            done = await self._with_progress(
                tr("Importing {0}").format(path.name),
                lambda moved: importing.run(
                    self._desk.program.bus,
                    sheet,
                    name,
                    progress=moved,
                    cancelled=self._stop.is_set,
                ),
            )
        finally:
            await self._desk.work(sheet.close)
        self._tell(done)
        return done

    def _open(self, path: Path, moved: Callable[[int, int], None]) -> OrderSheet:
        sheets = self._desk.program.sheets
        return sheets.read_orders(path, progress=moved, cancelled=self._stop.is_set).__enter__()

    async def _with_progress(self, words: str, job: Callable[[Callable[[int, int], None]], T]) -> T:
        progress = _Progress()
        progress.moved.connect(
            lambda done, total: self._shell.progress(
                words, done * 100 // max(total, 1), self.cancel
            )
        )
        self._shell.progress(words, None, self.cancel)
        try:
            return await self._desk.work(lambda: job(progress.moved.emit))
        finally:
            self._shell.progress_done()

    async def _agreed(self, sheet: OrderSheet, store: str) -> bool:
        """Show what an import would do, and ask."""
        bus = self._desk.program.bus
        report = await self._desk.work(lambda: importing.preview(bus, sheet, store))
        dialog = PreviewDialog(sheet.info, report, self._desk.texts, self._parent)
        return bool(await ask(dialog))

    async def _store_of(self, path: Path, sheet: OrderSheet, *, ask_first: bool) -> str:
        """Give the channel's only store, or ask; a channel without one gets its first."""
        channel = sheet.info.channel
        stores = [
            s.name for s in await self._desk.read(lambda q: q.stores()) if s.channel == channel
        ]
        if len(stores) == 1 or (stores and not ask_first):
            return stores[0]
        words = self._desk.texts.channel(channel)
        name: str = words
        if ask_first:
            name = str(await ask(StoreDialog(path.name, words, stores, self._parent)) or "")
        if name and name not in stores:
            await self._desk.command(AddStore(name, channel))
        return name

    def _tell(self, report: ImportReport) -> None:
        number = self._desk.texts.number
        words = tr("{0} new, {1} changed, {2} the same, {3} refused.").format(
            number(report.orders_new),
            number(report.orders_updated),
            number(report.orders_unchanged),
            number(report.orders_refused),
        )
        kind = StatusKind.NEEDS_YOU if report.orders_refused else StatusKind.DONE
        self._shell.say(kind, words)
