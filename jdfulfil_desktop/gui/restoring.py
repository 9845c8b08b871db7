"""Choose among what was removed or put away, to bring one of it back: nothing is ever deleted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.gui._generated.ui_removed_dialog import Ui_RemovedDialog
from jdfulfil_desktop.gui.widgets import Button, DialogFrame, TextRole, text
from jdfulfil_desktop.gui.words import tr


class RestoreDialog(DialogFrame):
    """List records as (key, words) with a button each; gives the key to bring back."""

    def __init__(
        self, title: str, intro: str, rows: Sequence[tuple[str, str]], parent: QWidget
    ) -> None:
        super().__init__(
            title,
            tr("Bring back"),
            intro=intro,
            deed_name="restoreButton",
            width=480,
            parent=parent,
        )
        self._key = ""
        holder = QWidget(self)
        form = Ui_RemovedDialog()
        form.setupUi(holder)  # type: ignore[no-untyped-call]  # uic writes no annotations
        self.body.addWidget(holder)
        for key, words in rows:
            choose = Button(words, name="removedButton", parent=holder)
            choose.setCheckable(True)
            choose.setAutoExclusive(True)
            choose.toggled.connect(lambda on, key=key: self._choose(key) if on else None)
            form.listLayout.addWidget(choose)
        if not rows:
            nothing = text(tr("Nothing was put away."), TextRole.DIM, parent=holder)
            form.listLayout.addWidget(nothing)
        self.set_deed(tr("Bring back"), allowed=False, why_not=tr("Choose what comes back first."))

    def _choose(self, key: str) -> None:
        self._key = key
        self.set_deed(tr("Bring back"))

    def value(self) -> str:
        """Give the key chosen."""
        return self._key
