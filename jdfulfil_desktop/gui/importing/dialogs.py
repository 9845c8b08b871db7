"""Dialogs around imports: pasted rows, the history with undo, and the watched folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.application.queries import ImportRow
from jdfulfil_desktop.gui._generated.ui_import_history_dialog import Ui_ImportHistoryDialog
from jdfulfil_desktop.gui._generated.ui_paste_orders_dialog import Ui_PasteOrdersDialog
from jdfulfil_desktop.gui._generated.ui_watched_folder_dialog import Ui_WatchedFolderDialog
from jdfulfil_desktop.gui.desk import Desk
from jdfulfil_desktop.gui.files import choose_folder
from jdfulfil_desktop.gui.form_parts import field_around, take_room
from jdfulfil_desktop.gui.rows_table import RowsTable, TableCard
from jdfulfil_desktop.gui.tables import Column, ColumnKind, StatusCell
from jdfulfil_desktop.gui.theme import StatusKind, code_font
from jdfulfil_desktop.gui.widgets import DialogFrame
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts

_KINDS = {
    "open": StatusKind.GOING_ON,
    "complete": StatusKind.DONE,
    "final": StatusKind.DONE,
    "undoing": StatusKind.GOING_ON,
    "undone": StatusKind.WAITING,
}


def _count(name: str, words: str, width: int) -> Column:
    return Column(name, words, ColumnKind.NUMBER, width, lambda row: row.counts.get(name, 0))


class PasteDialog(DialogFrame):
    """Take rows copied from a spreadsheet, the row of headers first; gives the text."""

    def __init__(self, texts: Texts, parent: QWidget) -> None:
        super().__init__(
            tr("Paste from a spreadsheet"),
            tr("Look at them"),
            intro=tr(
                "Copy the rows together with the row of headers, and paste them here. They are "
                "shown before anything is written, just as a file is."
            ),
            deed_name="readPastedButton",
            width=640,
            parent=parent,
        )
        self._texts = texts
        holder = QWidget(self)
        form = Ui_PasteOrdersDialog()
        form.setupUi(holder)  # type: ignore[no-untyped-call]  # uic writes no annotations
        self.body.addWidget(holder)
        self.rows = form.rowsEdit
        self.rows.setFont(code_font())
        self.rows.setAccessibleName(tr("Rows"))
        self.rows.textChanged.connect(self._judge)
        self._judge()
        take_room(self, 860, 480)

    def _judge(self) -> None:
        count = sum(1 for line in self.rows.toPlainText().splitlines() if line.strip())
        below = max(0, count - 1)
        words = tr("Look at {0} rows").format(self._texts.number(below))
        self.set_deed(
            words if below else tr("Look at them"),
            allowed=below > 0,
            why_not=tr("Paste the row of headers and at least one row below it."),
        )

    def value(self) -> str:
        """Give the text."""
        return self.rows.toPlainText()


class HistoryDialog(DialogFrame):
    """Show who imported which file when; gives the number of the import to take back."""

    def __init__(self, rows: Sequence[ImportRow], texts: Texts, parent: QWidget) -> None:
        super().__init__(
            tr("Imports"),
            tr("Undo this import"),
            intro=tr(
                "Choose an import to take it back whole: its orders go, changed ones become what "
                "they were. That is possible as long as nothing of it was sent to JD."
            ),
            deed_name="undoImportButton",
            width=760,
            danger=True,
            parent=parent,
        )
        self._texts = texts
        self.cancel_button.setText(tr("Close"))
        holder = QWidget(self)
        self._form = Ui_ImportHistoryDialog()
        self._form.setupUi(holder)  # type: ignore[no-untyped-call]  # uic writes no annotations
        self.body.addWidget(holder)
        self.table = RowsTable(
            self._columns(),
            name="importHistory",
            title=tr("Imports"),
            key=lambda row: row.batch_id,
            parent=holder,
        )
        self.table.show_rows(rows)
        self._form.tableLayout.addWidget(TableCard(self.table, holder))
        self.table.selectionModel().currentRowChanged.connect(self._chosen)
        if rows:
            self.table.choose_position(0)
        self._chosen()
        take_room(self, 1080, 560)

    def _columns(self) -> list[Column]:
        kind, texts = ColumnKind, self._texts
        counts = (
            ("new", tr("New"), 64),
            ("updated", tr("Changed"), 76),
            ("unchanged", tr("The same"), 76),
            ("refused", tr("Refused"), 72),
        )
        return [
            Column("begun_at", tr("When"), kind.TIME, 116, lambda r: r.begun_at),
            Column("by", tr("Who"), kind.TEXT, 110, lambda r: r.by),
            Column("file", tr("File"), kind.TEXT, 200, lambda r: r.file, stretch=True),
            Column("store", tr("Store"), kind.TEXT, 120, lambda r: r.store),
            Column(
                "channel",
                tr("Channel"),
                kind.TEXT,
                90,
                lambda r: texts.channel(r.channel),
                dim=True,
                give_way=1,
            ),
            *(_count(name, words, width) for name, words, width in counts),
            Column(
                "state",
                tr("State"),
                kind.STATUS,
                130,
                lambda r: StatusCell(_KINDS[r.state], texts.word("import_state", r.state)),
            ),
        ]

    def _row(self) -> ImportRow | None:
        row: ImportRow | None = self.table.chosen_row()
        return row

    def _chosen(self, _now: QModelIndex | None = None, _before: QModelIndex | None = None) -> None:
        """Say of the chosen import what can be done with it."""
        row = self._row()
        may = row is not None and row.state in ("complete", "undoing")
        why_not = tr("Choose an import.")
        words = ""
        if row is not None:
            words = self._words(row)
            why_not = words
        self._form.chosenLabel.setText(words)
        self.set_deed(tr("Undo this import"), allowed=may, why_not=why_not)

    def _words(self, row: ImportRow) -> str:
        if row.state == "undone" and row.undone_at:
            when = self._texts.time(row.undone_at)
            return tr("Undone {0} by {1}.").format(when, row.undone_by)
        if row.state == "final":
            return tr("Too old: what it changed is no longer kept.")
        if row.state == "open":
            return tr("Still being imported.")
        return tr("{0}: {1} new and {2} changed orders would be taken back.").format(
            row.file,
            self._texts.number(row.counts.get("new", 0)),
            self._texts.number(row.counts.get("updated", 0)),
        )

    def value(self) -> int:
        """Give the number of the chosen import."""
        row = self._row()
        return row.batch_id if row else 0


class WatchedFolderDialog(DialogFrame):
    """Switch on or off that exports are imported as they arrive; gives the folder, empty: off."""

    def __init__(self, desk: Desk, folder: str, suggested: Path, parent: QWidget) -> None:
        super().__init__(
            tr("Watch the download folder"),
            tr("Save"),
            intro=tr(
                "Exports that arrive there are imported without a preview: instant couriers cannot "
                "wait. What is there already is left alone, other files are never touched, and "
                "each import can be undone."
            ),
            deed_name="saveWatchedFolderButton",
            width=560,
            parent=parent,
        )
        self._desk = desk
        holder = QWidget(self)
        form = Ui_WatchedFolderDialog()
        form.setupUi(holder)  # type: ignore[no-untyped-call]  # uic writes no annotations
        self.body.addWidget(holder)
        self.switch, self.folder = form.watchCheck, form.folderEdit
        self.switch.setText(tr("Import exports as they arrive"))
        self.switch.setAccessibleName(tr("Import exports as they arrive"))
        self.switch.setChecked(bool(folder))
        self.folder.setText(folder or str(suggested))
        form.chooseFolderButton.dress(tr("Choose…"), "folder-open-outline")
        form.chooseFolderButton.clicked.connect(lambda: desk.start(self._choose(), self))
        self.field = field_around(self.folder, tr("Folder on this PC"))
        self.folder.textChanged.connect(lambda _text: self.field.set_error(""))

    async def _choose(self) -> None:
        chosen = await choose_folder(self, tr("Watch the download folder"))
        if chosen is not None:
            self.folder.setText(str(chosen))

    def validate(self) -> bool:
        """Ask for a folder that there is."""
        good = not self.switch.isChecked() or Path(self.folder.text().strip() or "?").is_dir()
        self.field.set_error("" if good else tr("There is no such folder."))
        return good

    def value(self) -> str:
        """Give the folder to watch; empty for none."""
        return self.folder.text().strip() if self.switch.isChecked() else ""
