"""The callback address that a Basic app registers at JD, with a button to copy it (R4, R5)."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from jdfulfil_desktop.application.remote.addresses import CALLBACK, callback_address
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.gui._generated.ui_basic_dialog import Ui_BasicDialog
from jdfulfil_desktop.gui.form_parts import field_around
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts


class CallbackField:
    """The field of a Basic form; another address than ours means that the answer is pasted."""

    def __init__(self, form: Ui_BasicDialog, texts: Texts) -> None:
        self._edit = form.callbackEdit
        self._texts = texts
        self._copy = form.copyCallbackButton
        self._edit.setText(CALLBACK)
        self._edit.setCursorPosition(0)
        self._copy.dress(tr("Copy"), "content-copy")
        self._copy.setAccessibleName(tr("Copy the callback address"))
        self._copy.clicked.connect(self._copy_address)
        self.field = field_around(self._edit, tr("Callback address"), help_text=_help())
        self._edit.textEdited.connect(lambda _text: self.check())

    def address(self) -> str:
        """Give the address as typed."""
        return str(self._edit.text().strip())

    def check(self) -> bool:
        """Say what is wrong with the address, or what another one means."""
        try:
            other = callback_address(self.address())
        except RuleError as error:
            words = self._texts.error(error)
            self.field.set_error(f"{words.what} {words.fix}")
            return False
        self.field.set_error("")
        pasted = tr("JD's answer does not come here by itself: paste it while the login waits.")
        self.field.set_help(pasted if other else _help())
        return True

    def _copy_address(self) -> None:
        QGuiApplication.clipboard().setText(self.address())
        self._copy.setText(tr("Copied"))


def _help() -> str:
    return tr("Register exactly this address for your app in JD's console.")
