"""Wait for the login in the user's own browser (R5)."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.gui._generated.ui_login_dialog import Ui_LoginDialog
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import DialogFrame, Notice
from jdfulfil_desktop.gui.words import tr


class WaitingDialog(DialogFrame):
    """Wait visibly for the login in the browser; Cancel stops waiting."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            tr("Log in at JD.ID"),
            tr("Copy the address"),
            intro=tr("Your browser shows JD.ID's login page. This window goes on by itself."),
            deed_name="copyLoginButton",
            parent=parent,
        )
        self._address = ""
        holder = QWidget(self)
        self._form = Ui_LoginDialog()
        self._form.setupUi(holder)  # type: ignore[no-untyped-call]  # uic writes no annotations
        self.body.addWidget(holder)
        self._notice = Notice(StatusKind.GOING_ON, tr("Waiting for the login …"), parent=holder)
        self._form.waitingLayout.addWidget(self._notice)
        self._form.hintLabel.setText(
            tr("If no page opened, copy the address and open it in any browser on this PC.")
        )
        self.set_deed(tr("Copy the address"), allowed=False, why_not=tr("JD.ID is being asked."))

    @property
    def address(self) -> str:
        """Give the login page's address once it is known."""
        return self._address

    def show_address(self, address: str, *, opened: bool = True) -> None:
        """Offer the login page's address; `opened`: a browser shows it."""
        self._address = address
        self.set_deed(tr("Copy the address"))
        if not opened:
            words = tr("No browser could be opened: copy the address and open it yourself.")
            self._notice.show_notice(StatusKind.NEEDS_YOU, words)

    def submit(self) -> None:
        """Copy the address; the dialog stays."""
        QGuiApplication.clipboard().setText(self._address)
        self.set_deed(tr("Copied"))
