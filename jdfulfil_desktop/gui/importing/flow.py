"""Import orders from the window: read, show, agree, write, with progress and Cancel."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.application import importing
from jdfulfil_desktop.application.order_files import flattened
from jdfulfil_desktop.application.ports import ColumnMap, OrderSheet, OrderSource
from jdfulfil_desktop.application.results import ImportReport
from jdfulfil_desktop.domain.commands import AddStore, RememberColumns, UndoImport
from jdfulfil_desktop.domain.errors import ActionCancelled, FileProblem, FulfilError
from jdfulfil_desktop.domain.events import Event, ImportsChanged
from jdfulfil_desktop.gui.files import choose_files
from jdfulfil_desktop.gui.importing.origins import FileOrigin, LiveOrigin, Origin
from jdfulfil_desktop.gui.importing.questions import Agreed, Questions
from jdfulfil_desktop.gui.shell import Shell
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.words import tr

T = TypeVar("T")
Moved = Callable[[int, int], None]


class _Progress(QObject):
    """Carry progress from a worker thread to the GUI thread."""

    moved = Signal(int, int)


class ImportFlow(QObject):
    """One import after the other; nothing is written before the user agrees.

    `imported(reports)`: orders were imported, one report a file.
    """

    imported = Signal(object)

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._desk = shell.desk
        self._parent = parent
        self._questions = Questions(shell, parent)
        self._turn = asyncio.Lock()
        self._stop = threading.Event()
        self._desk.watch(self, self._undone, ImportsChanged)

    def _undone(self, events: Sequence[Event]) -> None:
        """Show how much of an undoing is still to go."""
        for event in events:
            if isinstance(event, ImportsChanged) and event.left:
                left = self._desk.texts.number(event.left)
                self._shell.progress(tr("Undoing the import: {0} orders left").format(left), None)

    def cancel(self) -> None:
        """Stop the import under way; its batch is undone whole."""
        self._stop.set()

    async def run(self, paths: Sequence[Path]) -> list[ImportReport]:
        """Import these files and folders, or ask for some; gives what was done.

        A file that cannot be taken is reported, and the next one follows.
        """
        chosen = list(paths) or await choose_files(self._parent, tr("Import orders"))
        files = await self._desk.work(lambda: flattened(chosen))
        if chosen and not files:
            self._shell.say(StatusKind.WAITING, tr("There are no tables in that folder."))
        reports = []
        for at, path in enumerate(files, 1):
            step = tr("file {0} of {1}").format(at, len(files)) if len(files) > 1 else ""
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
        return await self._in_turn(FileOrigin(path), store, step, ask_first=ask_first)

    async def by_itself(self, path: Path) -> ImportReport:
        """Import a file that nobody chose: nothing is asked, and nothing is guessed.

        Raises UsageError(`store_needed`) where its channel has no store or several, FileProblem …
        """
        async with self._turn:
            self._stop = threading.Event()
            origin = FileOrigin(path)
            sheet = await self._read(await origin.source(self._desk, None))
            try:
                bus = self._desk.program.bus
                store = await self._desk.work(lambda: importing.resolve_store(bus, sheet.info))
                return await self._write(origin, sheet, store)
            finally:
                self._stop.set()
                sheet.close()

    async def undo(self, batch_ids: Sequence[int]) -> None:
        """Take imports back whole, the newest first, in turn with imports. Raises RuleError."""
        async with self._turn:
            for batch_id in sorted(batch_ids, reverse=True):
                self._shell.progress(tr("Undoing the import"), None)
                try:
                    await self._desk.command(UndoImport(batch_id))
                finally:
                    self._shell.progress_done()

    async def paste(self, text: str) -> ImportReport | None:
        """Import rows that were copied from a spreadsheet, as if they were a file."""
        with TemporaryDirectory(prefix="jdfulfil-") as folder:
            when = self._desk.texts.time(self._desk.clock.now()).replace(".", "")
            path = Path(folder) / f"{tr('Pasted rows')} {when}.tsv"
            await self._desk.work(lambda: path.write_text(text.rstrip() + "\n", encoding="utf-8"))
            report = await self.one(path)
        if report is not None:
            self.imported.emit([report])
        return report

    async def take(self, orders: OrderSource, *, store: str = "") -> ImportReport | None:
        """Import what any other source of orders has, with the same preview."""
        return await self._in_turn(LiveOrigin(orders), store, "", ask_first=True)

    async def _in_turn(
        self, origin: Origin, store: str, step: str, *, ask_first: bool
    ) -> ImportReport | None:
        async with self._turn:
            # Each turn has its own: ending one stops nothing of the next.
            self._stop = threading.Event()
            said: ColumnMap | None = None
            while True:
                opened = await self._opened(origin, said, ask_first=ask_first)
                if opened is None:
                    return None
                sheet, said = opened
                try:
                    done = await self._decided(origin, sheet, store, step, ask_first=ask_first)
                finally:
                    # At once and here: a task that is cancelled may not get another turn.
                    self._stop.set()
                    sheet.close()
                if not isinstance(done, Agreed):
                    return done
                said, store, self._stop = done.columns, done.store, threading.Event()

    async def _opened(
        self, origin: Origin, said: ColumnMap | None, *, ask_first: bool
    ) -> tuple[OrderSheet, ColumnMap | None] | None:
        """Read a source; where no layout knows its columns, ask what they mean and remember it."""
        while True:
            try:
                sheet = await self._read(await origin.source(self._desk, said))
            except FileProblem as problem:
                said = await self._questions.columns_of(problem) if ask_first else None
                if said is None:
                    raise
                continue
            if said is not None:
                mark = sheet.info.fingerprint
                await self._desk.command(RememberColumns(mark, said.channel, said.fields))
            return sheet, said

    async def _decided(
        self, origin: Origin, sheet: OrderSheet, store: str, step: str, *, ask_first: bool
    ) -> ImportReport | Agreed | None:
        """Ask and write; an `Agreed` wants the source read anew."""
        name = store or await self._store_of(origin, sheet, ask_first=ask_first)
        if ask_first:
            agreed = await self._agreed(origin, sheet, name, step)
            if agreed is None or agreed.columns is not None:
                return agreed
            name = agreed.store
        if not name:
            return None
        await self._make_store(sheet, name)
        return await self._write(origin, sheet, name)

    async def _write(self, origin: Origin, sheet: OrderSheet, store: str) -> ImportReport:
        return await self._with_progress(
            tr("Importing {0}").format(origin.name),
            lambda moved: importing.run(
                self._desk.program.bus,
                sheet,
                store,
                progress=moved,
                cancelled=self._stop.is_set,
            ),
        )

    async def _agreed(
        self, origin: Origin, sheet: OrderSheet, store: str, step: str
    ) -> Agreed | None:
        """Show what an import would do until the user agrees or turns away."""
        while store:
            report = await self._preview(origin, sheet, store)
            agreed = await self._questions.agreement(origin, sheet, report, step)
            if agreed is None or agreed.columns is not None or agreed.final:
                return agreed
            store = agreed.store
        return None

    async def _read(self, source: OrderSource) -> OrderSheet:
        opened: list[OrderSheet] = []
        stop = self._stop

        def job(moved: Moved) -> OrderSheet:
            opened.append(source.read(progress=moved, cancelled=stop.is_set).__enter__())
            return opened[0]

        try:
            return await self._with_progress(tr("Reading {0}").format(source.name), job)
        except asyncio.CancelledError:  # the window closes: nobody will ask for the sheet
            self._stop.set()
            for sheet in opened:
                sheet.close()
            raise

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

    async def _preview(self, origin: Origin, sheet: OrderSheet, store: str) -> ImportReport:
        return await self._with_progress(
            tr("Comparing {0}").format(origin.name),
            lambda moved: importing.preview(
                self._desk.program.bus,
                sheet,
                store,
                with_rows=True,
                progress=moved,
                cancelled=self._stop.is_set,
            ),
        )

    async def _store_of(self, origin: Origin, sheet: OrderSheet, *, ask_first: bool) -> str:
        """Give the channel's only store, or ask; a channel without one gets its first."""
        stores = await self._questions.stores(sheet)
        if len(stores) == 1 or (stores and not ask_first):
            return stores[0]
        if ask_first:
            return await self._questions.store(origin, sheet, stores)
        return self._desk.texts.channel(sheet.info.channel)

    async def _make_store(self, sheet: OrderSheet, name: str) -> None:
        """Add a store that is new, once the user agreed to the import."""
        if name not in await self._questions.stores(sheet):
            await self._desk.command(AddStore(name, sheet.info.channel))
