"""Wait for the login in the user's own browser, or take its answer by hand (R5)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.gui._generated.ui_login_dialog import Ui_LoginDialog
from jdfulfil_desktop.gui.form_parts import field_around, take_room
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import DialogFrame, Notice
from jdfulfil_desktop.gui.words import tr


class WaitingDialog(DialogFrame):
    """Wait visibly for the login in the browser; Cancel stops waiting.

    `pasted(text)`: what the user brought from a browser that cannot come back by itself.
    """

    pasted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            tr("Log in at JD.ID"),
            tr("Copy the address"),
            intro=tr("Your browser shows JD.ID's login page. This window goes on by itself."),
            deed_name="copyLoginButton",
            width=640,
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
        self._form.handInButton.dress(tr("Go on"), "arrow-right")
        self._form.handInButton.clicked.connect(self._hand_in)
        self._form.answerEdit.returnPressed.connect(self._hand_in)
        self.answer = field_around(
            self._form.answerEdit,
            tr("Answer of the login page"),
            help_text=tr(
                "Only where the browser says that the page cannot be reached: paste its whole "
                "address here, or the code."
            ),
        )
        self.set_deed(tr("Copy the address"), allowed=False, why_not=tr("JD.ID is being asked."))
        self.body.addStretch(1)
        take_room(self, 640, 360)

    @property
    def address(self) -> str:
        """Give the login page's address once it is known."""
        return self._address

    def show_address(self, address: str, *, opened: bool = True, comes_back: bool = True) -> None:
        """Offer the login page's address; `opened`: a browser shows it.

        `comes_back`: the browser brings the answer here by itself.
        """
        self._address = address
        self.set_deed(tr("Copy the address"))
        if not opened:
            words = tr("No browser could be opened: copy the address and open it yourself.")
            self._notice.show_notice(StatusKind.NEEDS_YOU, words)
        elif not comes_back:
            words = tr("Log in there, then paste the answer below.")
            self._notice.show_notice(StatusKind.NEEDS_YOU, words)

    def refuse_answer(self, words: str) -> None:
        """Say what is wrong with what was pasted; the waiting goes on."""
        self.answer.set_error(words)

    def _hand_in(self) -> None:
        given = self._form.answerEdit.text().strip()
        self.answer.set_error("" if given else tr("Paste the address or the code first."))
        if given:
            self.pasted.emit(given)

    def submit(self) -> None:
        """Copy the address; the dialog stays."""
        QGuiApplication.clipboard().setText(self._address)
        self.set_deed(tr("Copied"))
