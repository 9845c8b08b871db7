"""What the window says where its data cannot be opened: why, and which copies can be put back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.application.ports.keeping import KeptBackup
from jdfulfil_desktop.domain.errors import FulfilError
from jdfulfil_desktop.gui.form_parts import take_room
from jdfulfil_desktop.gui.keeping.copies import copies_table
from jdfulfil_desktop.gui.program import Rescue
from jdfulfil_desktop.gui.rows_table import TableCard
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import DialogFrame, Notice, text
from jdfulfil_desktop.gui.words import tr

_MENDED_BY_A_COPY = {"database_damaged", "database_newer", "migration_failed"}


class RescueDialog(DialogFrame):
    """Say why the data cannot be opened; `ask` gives the copy to put back, None to leave."""

    def __init__(
        self, rescue: Rescue, failure: FulfilError, copies: Sequence[KeptBackup], parent: QWidget
    ) -> None:
        words = rescue.texts.error(failure)
        helps = bool(copies) and failure.code in _MENDED_BY_A_COPY
        super().__init__(
            tr("The data cannot be opened"),
            tr("Put this copy back") if helps else tr("Close"),
            intro=words.message,
            deed_name="rescueButton",
            width=600,
            parent=parent,
        )
        self._helps = helps
        advice = Notice(StatusKind.NEEDS_YOU, parent=self)
        advice.show_notice(StatusKind.NEEDS_YOU, words.fix)
        self.body.addWidget(advice)
        self.table = copies_table(rescue.texts, self)
        if helps:
            hint = tr("The data of now is set aside, not deleted. Choose a copy to go on with:")
            self.body.addWidget(text(hint, wrap=True, parent=self))
            self.body.addWidget(TableCard(self.table, self))
            self.table.show_rows(list(copies))
            self.table.choose_position(0)
            self.cancel_button.setText(tr("Close"))
            take_room(self, 700, 460)
        else:
            self.table.hide()
            self.cancel_button.hide()

    def value(self) -> Path | None:
        """Give the chosen copy's file."""
        chosen: KeptBackup | None = self.table.chosen_row() if self._helps else None
        return chosen.path if chosen is not None else None
