"""Import order files from the window: read, show, agree, write, with progress and Cancel."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.application import importing
from jdfulfil_desktop.application.ports import OrderSheet
from jdfulfil_desktop.application.previewing import MendWords
from jdfulfil_desktop.application.results import ImportReport
from jdfulfil_desktop.domain.commands import AddStore
from jdfulfil_desktop.domain.errors import ActionCancelled, FulfilError
from jdfulfil_desktop.gui.files import choose_files, choose_place
from jdfulfil_desktop.gui.outbound.preview import PreviewDialog, StoreDialog
from jdfulfil_desktop.gui.shell import Shell
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import ask
from jdfulfil_desktop.gui.words import tr

T = TypeVar("T")
Moved = Callable[[int, int], None]


class _Progress(QObject):
    """Carry progress from a worker thread to the GUI thread."""

    moved = Signal(int, int)


class ImportFlow(QObject):
    """One import after the other; nothing is written before the user agrees.

    `imported(reports)`: files were imported, one report each.
    """

    imported = Signal(object)

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._desk = shell.desk
        self._parent = parent
        self._turn = asyncio.Lock()
        self._stop = threading.Event()

    def cancel(self) -> None:
        """Stop the import under way; its batch is undone whole."""
        self._stop.set()

    async def run(self, paths: Sequence[Path]) -> list[ImportReport]:
        """Import these files, or ask for some; gives what was done.

        A file that cannot be taken is reported, and the next one follows.
        """
        chosen = list(paths) or await choose_files(self._parent, tr("Import orders"))
        reports = []
        for at, path in enumerate(chosen, 1):
            step = tr("file {0} of {1}").format(at, len(chosen)) if len(chosen) > 1 else ""
            try:
                report = await self.one(path, step=step)
            except ActionCancelled:
                words = tr("Import cancelled: nothing of {0} was kept.").format(path.name)
                self._shell.say(StatusKind.WAITING, words)
                break
            except FulfilError as error:
                self._shell.report(error, self._parent)
                continue
            if report is not None:
                reports.append(report)
        if reports:
            self.imported.emit(reports)
        return reports

    async def one(
        self, path: Path, *, store: str = "", ask_first: bool = True, step: str = ""
    ) -> ImportReport | None:
        """Import one file; None where the user turned away. Raises FulfilError.

        It waits for its turn. With `ask_first=False` nothing is asked: the channel's first store,
        a new one where it has none, and no preview.
        """
        async with self._turn:
            # Each turn has its own: ending one stops nothing of the next.
            self._stop = threading.Event()
            return await self._import(path, store, step, ask_first=ask_first)

    async def _import(
        self, path: Path, store: str, step: str, *, ask_first: bool
    ) -> ImportReport | None:
        sheet = await self._read(path)
        try:
            name = store or await self._store_of(path, sheet, ask_first=ask_first)
            if ask_first:
                name = await self._agreed(path, sheet, name, step)
            if not name:
                return None
            await self._make_store(sheet, name)
            return await self._with_progress(
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
            # At once and here: a task that is cancelled may not get another turn.
            self._stop.set()
            sheet.close()

    async def _read(self, path: Path) -> OrderSheet:
        opened: list[OrderSheet] = []

        def job(moved: Moved) -> OrderSheet:
            opened.append(self._open(path, moved))
            return opened[0]

        try:
            return await self._with_progress(tr("Reading {0}").format(path.name), job)
        except asyncio.CancelledError:  # the window closes: nobody will ask for the sheet
            self._stop.set()
            for sheet in opened:
                sheet.close()
            raise

    def _open(self, path: Path, moved: Moved) -> OrderSheet:
        sheets = self._desk.program.sheets
        return sheets.read_orders(path, progress=moved, cancelled=self._stop.is_set).__enter__()

    async def _with_progress(self, words: str, job: Callable[[Moved], T]) -> T:
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

    async def _agreed(self, path: Path, sheet: OrderSheet, store: str, step: str) -> str:
        """Show what an import would do, and ask; gives the store agreed on, empty for none."""
        while store:
            report = await self._preview(path, sheet, store)
            dialog = PreviewDialog(sheet.info, report, self._desk.texts, step, self._parent)
            dialog.refusedWanted.connect(
                lambda report=report: self._desk.start(
                    self._save_refused(path, sheet, report), self._parent
                )
            )
            answer = await ask(dialog)
            if answer != "store":
                return store if answer else ""
            store = await self._ask_store(path, sheet, await self._stores(sheet))
        return ""

    async def _preview(self, path: Path, sheet: OrderSheet, store: str) -> ImportReport:
        return await self._with_progress(
            tr("Comparing {0}").format(path.name),
            lambda moved: importing.preview(
                self._desk.program.bus,
                sheet,
                store,
                with_rows=True,
                progress=moved,
                cancelled=self._stop.is_set,
            ),
        )

    async def _save_refused(self, path: Path, sheet: OrderSheet, report: ImportReport) -> None:
        """Write the refused rows with reason and advice, to be mended and imported again."""
        name = tr("{0} refused.xlsx").format(path.stem)
        place = await choose_place(self._parent, tr("Download refused rows"), name)
        if place is None:
            return
        words = MendWords(
            tr("Reason"), tr("Advice"), tr("Another row of this order has to be mended.")
        )
        count = await self._desk.work(
            lambda: self._desk.program.write_refused(place, sheet, report.problems, words)
        )
        said = tr("{0} refused rows saved. Mend them there and import that file.")
        self._shell.say(StatusKind.DONE, said.format(self._desk.texts.number(count)))

    async def _stores(self, sheet: OrderSheet) -> list[str]:
        rows = await self._desk.read(lambda q: q.stores())
        return [row.name for row in rows if row.channel == sheet.info.channel]

    async def _store_of(self, path: Path, sheet: OrderSheet, *, ask_first: bool) -> str:
        """Give the channel's only store, or ask; a channel without one gets its first."""
        stores = await self._stores(sheet)
        if len(stores) == 1 or (stores and not ask_first):
            return stores[0]
        if ask_first:
            return await self._ask_store(path, sheet, stores)
        return self._desk.texts.channel(sheet.info.channel)

    async def _ask_store(self, path: Path, sheet: OrderSheet, stores: Sequence[str]) -> str:
        channel = self._desk.texts.channel(sheet.info.channel)
        return str(await ask(StoreDialog(path.name, channel, stores, self._parent)) or "")

    async def _make_store(self, sheet: OrderSheet, name: str) -> None:
        """Add a store that is new, once the user agreed to the import."""
        if name not in await self._stores(sheet):
            await self._desk.command(AddStore(name, sheet.info.channel))
