"""Show what people changed on a record in a dialog of its own: for records without a pane."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jdfulfil_desktop.application.queries import NoteRow
from jdfulfil_desktop.gui._generated.ui_history_dialog import Ui_HistoryDialog
from jdfulfil_desktop.gui.changes import changes_timeline
from jdfulfil_desktop.gui.desk import Desk
from jdfulfil_desktop.gui.form_parts import take_room
from jdfulfil_desktop.gui.widgets import DialogFrame, TextRole, ask, text
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts


class HistoryDialog(DialogFrame):
    """List changes, the newest first: which field, the value before and after, who, when."""

    def __init__(
        self, subject: str, notes: Sequence[NoteRow], texts: Texts, parent: QWidget
    ) -> None:
        super().__init__(
            tr("History of {0}").format(subject),
            tr("Done"),
            deed_name="historyDoneButton",
            width=520,
            parent=parent,
        )
        holder = QWidget(self)
        form = Ui_HistoryDialog()
        form.setupUi(holder)  # type: ignore[no-untyped-call]  # uic writes no annotations
        form.historyArea.setAccessibleName(tr("Changes"))
        changes = QWidget(holder)
        column = QVBoxLayout(changes)
        column.setContentsMargins(0, 0, 0, 0)
        if notes:
            column.addWidget(changes_timeline(notes, texts, changes))
        else:
            nothing = text(tr("Nothing was changed yet."), TextRole.DIM, parent=changes)
            column.addWidget(nothing)
        column.addStretch(1)
        form.historyArea.setWidget(changes)
        self.body.addWidget(holder)
        self.cancel_button.hide()
        take_room(self, 560, 460)


async def show_history(desk: Desk, record: str, subject: str, parent: QWidget) -> None:
    """Read a record's history and show it."""
    notes = await desk.read(lambda q: q.notes(record))
    await ask(HistoryDialog(subject, notes, desk.texts, parent))
