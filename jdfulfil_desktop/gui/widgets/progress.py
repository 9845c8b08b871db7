"""Progress of one long deed: what, how far in percent, and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from jdfulfil_desktop.gui.theme import SPACE_M, table_font
from jdfulfil_desktop.gui.widgets.buttons import Button, ButtonKind
from jdfulfil_desktop.gui.widgets.labels import ElidedLabel, TextRole, text


class ProgressStrip(QWidget):
    """Show progress in one line; hidden while nothing is going on."""

    cancelRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ElidedLabel(role=TextRole.DIM, parent=self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(160)
        self._bar.setFixedHeight(6)
        self._percent = text(parent=self)
        self._percent.setFont(table_font())
        self._percent.setMinimumWidth(self._percent.fontMetrics().horizontalAdvance("100 %"))
        self._cancel = Button(
            self.tr("Cancel"), name="cancelProgressButton", kind=ButtonKind.LINK, parent=self
        )
        self._cancel.clicked.connect(self.cancelRequested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_M)
        row.addWidget(self._words, 1)
        row.addWidget(self._bar)
        row.addWidget(self._percent)
        row.addWidget(self._cancel)
        self.hide()

    def show_progress(self, words: str, percent: int | None, *, can_cancel: bool = True) -> None:
        """Show how far it is; `percent` None while that is not known."""
        self._words.setText(words)
        self._bar.setRange(0, 0 if percent is None else 100)
        self._bar.setValue(percent or 0)
        self._bar.setAccessibleName(words)
        self._percent.setText("" if percent is None else f"{percent} %")
        self._cancel.setVisible(can_cancel)
        self.show()

    def clear(self) -> None:
        """Hide: it is done."""
        self.hide()
