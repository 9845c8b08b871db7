"""Import exports as they arrive in a folder that the user chose (R31); off until switched on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from jdfulfil_desktop.application.handlers.watched_files import SETTING, met_files
from jdfulfil_desktop.application.inbox import Inbox, Standing, digest_of, standing_in
from jdfulfil_desktop.application.results import ImportReport
from jdfulfil_desktop.domain.commands import NoteWatchedFile
from jdfulfil_desktop.domain.errors import ActionCancelled, FileProblem, FulfilError
from jdfulfil_desktop.gui.desk import Desk
from jdfulfil_desktop.gui.importing.flow import ImportFlow

KEPT = "watched_folder"
"""The folder is this PC's, so it is kept with the window's own settings."""
SETTLE_MS = 2_000
"""A file that has not moved for so long is whole."""
_NO_EXPORT = frozenset({"unknown_layout", "not_a_workbook"})
_MAY_COME_AGAIN = frozenset({"damaged", "empty", "not_found"})
"""Such a file may still be on its way; under the same digest it will be the same again."""


class FolderWatch(QObject):
    """Look at the folder when something changed there, and import what is whole and new.

    `arrived(reports)`: one report, of a file that was imported.
    """

    arrived = Signal(object)

    def __init__(
        self, desk: Desk, imports: ImportFlow, parent: QObject, *, settle_ms: int = SETTLE_MS
    ) -> None:
        super().__init__(parent)
        self._desk, self._imports = desk, imports
        self._watcher: QFileSystemWatcher | None = None
        self._inbox = Inbox()
        self._looking = False
        # One shot, set off by a change in the folder: a file being written tells of its first byte
        # only.
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(settle_ms)
        self._settle.timeout.connect(self._begin_look)
        self._folder = ""
        self._open(self._desk.kept.load(KEPT) or "")

    @property
    def folder(self) -> str:
        """Give the folder that is watched; empty for none."""
        return self._folder

    async def watch(self, folder: str) -> None:
        """Watch another folder, or none; what is there already is left alone."""
        self._desk.kept.save(KEPT, folder)
        self._open("")
        if folder:
            found = await self._desk.work(lambda: standing_in(Path(folder)))
            for one in found:
                await self._note(one, "")
            self._open(folder)

    def stop(self) -> None:
        """Look no more; the next start begins again with the folder that is kept."""
        self._open("")

    def _open(self, folder: str) -> None:
        """Begin with this folder: files that came while the program was closed are looked at."""
        self._folder, self._inbox = folder, Inbox()
        self._settle.stop()
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None
        if folder:
            self._watcher = QFileSystemWatcher([folder], self)
            self._watcher.directoryChanged.connect(lambda _path: self._begin_look())
            self._begin_look()

    def _begin_look(self) -> None:
        if self._folder and not self._looking:
            self._desk.start(self._look())

    async def _look(self) -> None:
        """Look twice, a while apart, before a file counts as whole; one look at a time."""
        self._looking = True
        try:
            folder = Path(self._folder)
            look = self._inbox.look(await self._desk.work(lambda: standing_in(folder)))
            for one in look.whole:
                await self._take(one)
        finally:
            self._looking = False
        if self._folder and (look.growing or look.whole):
            self._settle.start()

    async def _take(self, file: Standing) -> None:
        digest = await self._desk.work(lambda: digest_of(file.path))
        settings = await self._desk.read(lambda q: q.settings())
        if not digest or digest in met_files(settings.get(SETTING)):
            return
        try:
            report = await self._imports.by_itself(file.path)
        except ActionCancelled:
            await self._note(file, digest)
        except FulfilError as error:
            await self._refused(file, digest, error)
        else:
            await self._done(file, digest, report)

    async def _done(self, file: Standing, digest: str, report: ImportReport) -> None:
        problem = "rows_refused" if report.orders_refused else ""
        await self._desk.command(NoteWatchedFile(digest, file.path.name, problem))
        self.arrived.emit([report])

    async def _refused(self, file: Standing, digest: str, error: FulfilError) -> None:
        """Leave what is no export alone; say of the rest that it waits for a person."""
        if error.code in _NO_EXPORT and not error.data.get("advice"):
            await self._note(file, digest)
            return
        again = isinstance(error, FileProblem) and error.code in _MAY_COME_AGAIN
        kept = "" if again or not isinstance(error, FileProblem) else digest
        await self._desk.command(NoteWatchedFile(kept, file.path.name, error.code))

    async def _note(self, file: Standing, digest: str) -> None:
        digest = digest or await self._desk.work(lambda: digest_of(file.path))
        if digest:
            await self._desk.command(NoteWatchedFile(digest, file.path.name))
