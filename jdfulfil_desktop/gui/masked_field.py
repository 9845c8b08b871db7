"""Mask what is typed into a field until its eye is pressed: PINs lie open on nobody's screen."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QToolButton

from jdfulfil_desktop.gui.theme import Role, icon
from jdfulfil_desktop.gui.words import tr


def mask(edit: QLineEdit) -> QAction:
    """Mask a field and put an eye at its end; gives the eye's action."""
    edit.setEchoMode(QLineEdit.EchoMode.Password)
    eye = QAction(icon("eye-outline", Role.DIM), tr("Show"), edit)
    eye.setCheckable(True)

    def turn(shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        edit.setEchoMode(mode)
        eye.setIcon(icon("eye-off-outline" if shown else "eye-outline", Role.DIM))
        eye.setText(tr("Hide") if shown else tr("Show"))

    eye.toggled.connect(turn)
    edit.addAction(eye, QLineEdit.ActionPosition.TrailingPosition)
    for button in edit.findChildren(QToolButton):
        button.setAccessibleName(tr("Show"))
    return eye
