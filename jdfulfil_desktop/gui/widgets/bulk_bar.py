"""What can be done with the checked rows: one bar, one summary, no chain of message boxes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from jdfulfil_desktop.gui.tables import CellFormat
from jdfulfil_desktop.gui.theme import SPACE_M, SPACE_S
from jdfulfil_desktop.gui.widgets.buttons import Button, ButtonKind
from jdfulfil_desktop.gui.widgets.labels import TextRole, text


class BulkBar(QFrame):
    """Appear as soon as a row is checked; hold the page's bulk actions and "clear"."""

    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bulkBar")
        self.setProperty("surface", "strip")
        self._words = text(role=TextRole.STRONG, parent=self)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(SPACE_S)
        clear = Button(
            self.tr("Uncheck all"), name="uncheckAllButton", kind=ButtonKind.LINK, parent=self
        )
        clear.clicked.connect(self.cleared)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_M, 6, SPACE_M, 6)
        row.setSpacing(SPACE_M)
        row.addWidget(self._words)
        row.addLayout(self._actions)
        row.addStretch(1)
        row.addWidget(clear)
        self.hide()

    def add_action(self, button: QWidget) -> None:
        """Add a bulk action."""
        self._actions.addWidget(button)

    def has_actions(self) -> bool:
        """Tell whether there is anything to do with checked rows."""
        return self._actions.count() > 0

    def set_count(self, count: int) -> None:
        """Show how many rows are checked; hidden at zero."""
        number = CellFormat().number(count)
        self._words.setText(self.tr("{0} checked").format(number))
        self.setVisible(count > 0)
