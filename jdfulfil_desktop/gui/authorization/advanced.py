"""What few merchants have to change: the platform, the ISV source, the third-party carrier."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from jdfulfil_desktop.domain.connection import Dialect
from jdfulfil_desktop.gui.theme import SPACE_L
from jdfulfil_desktop.gui.widgets import Button, ButtonKind, FormField
from jdfulfil_desktop.gui.words import tr

_LONGEST = 50


class AdvancedOptions(QWidget):
    """Fields behind a link (`toggle`, to be put where it belongs).

    What is not opened keeps JD's usual answers (PROTOCOL 1.1, 10).
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.toggle = Button(
            tr("Advanced options"),
            name="advancedButton",
            icon_name="tune",
            kind=ButtonKind.LINK,
            parent=self,
        )
        self._fields = QWidget(self)
        self._platform = QComboBox(self)
        self._platform.setObjectName("dialectCombo")
        self._platform.addItem(tr("Open platform (JOS)"), Dialect.JOS)
        self._platform.addItem(tr("JD Logistics platform (LOP)"), Dialect.LOP)
        self._isv_source = self._edit("isvSourceEdit", "ISV…")
        self._shipper_no = self._edit("shipperNoEdit", "CYS…")
        row = QHBoxLayout(self._fields)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_L)
        for label, field, help_text in (
            (tr("Platform"), self._platform, tr("As JD told you; else leave it.")),
            (tr("ISV source"), self._isv_source, tr("Belongs to your App Key; JD tells it.")),
            (
                tr("Third-party carrier"),
                self._shipper_no,
                tr("For couriers JD does not list."),
            ),
        ):
            around = FormField(label, field, help_text=help_text, parent=self._fields)
            row.addWidget(around, 1)
            if field is self._isv_source:
                self._isv_field = around
        self._isv_source.textEdited.connect(lambda _text: self.check())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._fields)
        self.setVisible(False)
        self.toggle.clicked.connect(self._turn)

    @property
    def dialect(self) -> Dialect:
        """Give the platform to speak to."""
        return Dialect(self._platform.currentData())

    @property
    def isv_source(self) -> str:
        """Give the ISV source as typed; empty for what the gateway publishes."""
        return self._isv_source.text().strip()

    def check(self) -> bool:
        """Say what is wrong with the ISV source as typed: JD would refuse every order by it."""
        given = self.isv_source
        good = not given or (given.isascii() and given.isalnum() and given.upper()[:3] == "ISV")
        self._isv_field.set_error("" if good else tr("It begins with ISV and has no blanks."))
        return good

    def show_error(self, words: str) -> None:
        """Open the fields and say what JD, or the rule, has against the ISV source."""
        self.setVisible(True)
        self._isv_field.set_error(words)
        self._isv_source.setFocus()

    @property
    def shipper_no(self) -> str:
        """Give the third-party carrier's number as typed; empty keeps what is known."""
        return self._shipper_no.text().strip()

    def _edit(self, name: str, example: str) -> QLineEdit:
        edit = QLineEdit(self)
        edit.setObjectName(name)
        edit.setMaxLength(_LONGEST)
        edit.setPlaceholderText(example)
        return edit

    def _turn(self) -> None:
        self.setVisible(not self.isVisible())
