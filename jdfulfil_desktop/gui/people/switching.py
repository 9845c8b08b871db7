"""Let another user of a shared PC go on, by PIN (R18)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.domain.users import User
from jdfulfil_desktop.gui._generated.ui_switch_user_dialog import Ui_SwitchUserDialog
from jdfulfil_desktop.gui.form_parts import field_around
from jdfulfil_desktop.gui.widgets import DialogFrame
from jdfulfil_desktop.gui.words import tr


class SwitchUserDialog(DialogFrame):
    """Choose a name and type its PIN; gives both."""

    def __init__(self, users: Sequence[User], chosen: str, parent: QWidget) -> None:
        super().__init__(
            tr("Switch user"),
            tr("Sign in"),
            intro=tr("Everything done from now on bears this name."),
            deed_name="signInButton",
            width=420,
            parent=parent,
        )
        holder = QWidget(self)
        form = Ui_SwitchUserDialog()
        form.setupUi(holder)  # type: ignore[no-untyped-call]  # uic writes no annotations
        self.user, self.pin = form.userCombo, form.pinEdit
        self.user.addItems([user.name for user in users])
        self.user.setCurrentText(chosen)
        field_around(self.user, tr("Name"), required=True)
        self._pin_field = field_around(self.pin, tr("PIN"), required=True)
        self.body.addWidget(holder)

    def validate(self) -> bool:
        """Ask for a PIN."""
        typed = bool(self.pin.text().strip())
        self._pin_field.set_error("" if typed else tr("Type your PIN."))
        return typed

    def value(self) -> tuple[str, str]:
        """Give name and PIN."""
        return self.user.currentText(), self.pin.text().strip()
