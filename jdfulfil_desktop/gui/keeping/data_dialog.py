"""Data and copies: what is kept by itself, a copy elsewhere, the way back, all as open files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.application.ports.keeping import KeptBackup
from jdfulfil_desktop.gui._generated.ui_data_dialog import Ui_DataDialog
from jdfulfil_desktop.gui.desk import Desk
from jdfulfil_desktop.gui.files import choose_files, choose_folder, choose_place
from jdfulfil_desktop.gui.form_parts import take_room
from jdfulfil_desktop.gui.keeping.copies import copies_table
from jdfulfil_desktop.gui.keeping.exporting import Export
from jdfulfil_desktop.gui.rows_table import TableCard
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import DialogFrame, Notice, confirm
from jdfulfil_desktop.gui.words import tr

_KINDS = "SQLite (*.db)"


class DataDialog(DialogFrame):
    """Show the copies and what can be done with them; `ask` gives the copy to put back, or True."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(
            tr("Data and copies"),
            tr("Done"),
            intro=tr(
                "A copy is made each day: the last seven days and one of each of four weeks stay."
            ),
            deed_name="dataDoneButton",
            width=680,
            parent=parent,
        )
        self._desk = desk
        self._chosen: Path | None = None
        holder = QWidget(self)
        form = Ui_DataDialog()
        form.setupUi(holder)  # type: ignore[no-untyped-call]  # uic writes no annotations
        self.table = copies_table(desk.texts, holder)
        form.tableLayout.addWidget(TableCard(self.table, holder))
        self._dress(form)
        self._said = Notice(StatusKind.DONE, parent=holder)
        self.export = Export(desk, holder)
        form.noticeLayout.addWidget(self._said)
        form.noticeLayout.addWidget(self.export)
        self.body.addWidget(holder)
        self.cancel_button.hide()
        take_room(self, 760, 560)
        self.export.said.connect(self._say)
        self.table.rowChosen.connect(lambda _row: self._offer())
        self._offer()
        desk.start(self._load(), self)

    def value(self) -> Path | bool:
        """Give the copy that is to be put back; True where none is."""
        return self._chosen or True

    def _dress(self, form: Ui_DataDialog) -> None:
        """Give the form's buttons words and deeds."""
        self.restore_button = form.restoreCopyButton
        for button, words, icon_name, deed in (
            (form.restoreCopyButton, tr("Put back…"), "backup-restore", self._put_back),
            (form.restoreFileButton, tr("From a file…"), "folder-open-outline", self._from_file),
            (form.backUpButton, tr("Copy to…"), "content-save-outline", self._copy),
            (form.exportAllButton, tr("Export all…"), "table-arrow-down", self._export),
        ):
            button.dress(words, icon_name)
            button.clicked.connect(lambda _on=False, deed=deed: self._desk.start(deed(), self))

    async def _load(self) -> None:
        copies = await self._desk.work(self._desk.program.keeping.kept)
        self.table.show_rows(list(copies))
        if copies:
            self.table.choose_position(0)
        self._offer()

    def _offer(self) -> None:
        there = self.table.chosen_row() is not None
        self.restore_button.allow(there, tr("Choose a copy first."))

    def _say(self, words: str) -> None:
        self._said.show_notice(StatusKind.DONE, words)

    async def _put_back(self) -> None:
        chosen: KeptBackup | None = self.table.chosen_row()
        if chosen is not None:
            await self._confirm(chosen.path)

    async def _from_file(self) -> None:
        files = await choose_files(self, tr("Put a copy back"), _KINDS)
        if files:
            await self._confirm(files[0])

    async def _confirm(self, path: Path) -> None:
        """Look into the copy, say what will happen, then close: the window opens on it."""
        keeping, number = self._desk.program.keeping, self._desk.texts.number
        found = await self._desk.work(lambda: keeping.look_into(path))
        words = tr(
            "{0} holds {1} orders and {2} products. The data of now is kept as a copy of its own; "
            "the window closes and opens again. Before anything is sent, JD is asked by our "
            "numbers: nothing goes twice."
        ).format(path.name, number(found.orders), number(found.products))
        if await confirm(
            self, tr("Put this copy back?"), words, tr("Put back and reopen"), danger=True
        ):
            self._chosen = path
            self.accept()

    async def _copy(self) -> None:
        name = f"jdfulfil-{self._desk.clock.now():%Y%m%d}.db"
        target = await choose_place(self, tr("Copy the data to"), name, _KINDS, suffix="db")
        if target is None:
            return
        keeping = self._desk.program.keeping
        await self._desk.work(lambda: keeping.back_up(target))
        self._say(tr("Copied to {0} and looked through.").format(target))

    async def _export(self) -> None:
        folder = await choose_folder(self, tr("Export all data to a folder"))
        if folder is not None:
            await self.export.run(folder / f"jdfulfil-{self._desk.clock.now():%Y%m%d-%H%M%S}")
