"""Further ways to bring orders in, and the way back: entries of the page's menu."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.gui.files import choose_folder
from jdfulfil_desktop.gui.importing.dialogs import HistoryDialog, PasteDialog, WatchedFolderDialog
from jdfulfil_desktop.gui.importing.flow import ImportFlow
from jdfulfil_desktop.gui.importing.watcher import FolderWatch
from jdfulfil_desktop.gui.shell import Shell
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import ask
from jdfulfil_desktop.gui.words import tr

Deed = Callable[[], Coroutine[Any, Any, None]]


class OtherWays(QObject):
    """Hold the menu's entries, and the watch on the download folder."""

    def __init__(self, shell: Shell, parent: QWidget, imports: ImportFlow) -> None:
        super().__init__(parent)
        self._shell, self._desk = shell, shell.desk
        self._parent, self._imports = parent, imports
        self.watch = FolderWatch(shell.desk, imports, self)
        self.watch.arrived.connect(imports.imported)
        self.actions = [
            self._action(tr("Import a folder…"), "importFolderAction", self.folder),
            self._action(tr("Paste from a spreadsheet…"), "pasteOrdersAction", self.paste),
            self._action(tr("Watch the download folder…"), "watchFolderAction", self.watched),
            self._action(tr("Import history…"), "importHistoryAction", self.history),
        ]

    def _action(self, words: str, name: str, deed: Deed) -> QAction:
        action = QAction(words, self)
        action.setObjectName(name)
        action.triggered.connect(lambda _on=False: self._desk.start(deed(), self._parent))
        return action

    async def folder(self) -> None:
        """Import every table of a folder, the oldest first."""
        chosen = await choose_folder(self._parent, tr("Import a folder"))
        if chosen is not None:
            await self._imports.run([chosen])

    async def paste(self) -> None:
        """Import rows that were copied."""
        text = await ask(PasteDialog(self._desk.texts, self._parent))
        if text:
            await self._imports.paste(text)

    async def watched(self) -> None:
        """Switch the watched folder on or off."""
        places = QStandardPaths.standardLocations(QStandardPaths.StandardLocation.DownloadLocation)
        suggested = Path(places[0]) if places else Path.home()
        dialog = WatchedFolderDialog(self._desk, self.watch.folder, suggested, self._parent)
        folder = await ask(dialog)
        if folder is None or folder == self.watch.folder:
            return
        await self.watch.watch(folder)
        words = tr("Exports that arrive in {0} are imported by themselves.").format(folder)
        self._shell.say(StatusKind.DONE, words if folder else tr("No folder is watched any more."))

    async def history(self) -> None:
        """Look back at imports, and take one back."""
        rows = await self._desk.read(lambda q: q.imports())
        batch_id = await ask(HistoryDialog(rows, self._desk.texts, self._parent))
        if batch_id:
            await self._imports.undo([batch_id])
            words = tr("The import was undone: nothing of it was kept.")
            self._shell.say(StatusKind.DONE, words)
