"""Buttons: one primary a page, few secondary ones, links, and small icon buttons."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from jdfulfil_desktop.gui.theme import Role, icon, set_role

ICON_AND_GAP = QSize(20, 16)
"""A 16 px icon at the left of its room: with Qt's own 4 px that makes the 8 px of the design."""


Gate = Callable[[str], str]
"""Say what keeps the button of a name from being pressed; empty: nothing."""


class ButtonKind(StrEnum):
    """Say what a button is for."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    DANGER = "danger"
    LINK = "link"


_ICON_ROLES = {
    ButtonKind.PRIMARY: Role.ON_ACCENT,
    ButtonKind.SECONDARY: Role.DIM,
    ButtonKind.DANGER: Role.FAILED,
    ButtonKind.LINK: Role.ACCENT,
}


class Button(QPushButton):
    """A push button whose look follows its kind.

    `name` becomes the objectName (`importOrdersButton`), `icon_name` is a Material Design icon.
    """

    def __init__(
        self,
        words: str,
        *,
        name: str = "",
        icon_name: str | None = None,
        kind: ButtonKind = ButtonKind.SECONDARY,
        tip: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._wanted, self._withheld, self._told = True, "", tip
        super().__init__(words, parent)
        self._kind = kind
        self._icon_name = icon_name
        if name:
            self.setObjectName(name)
        self.setAccessibleName(words)
        self.setToolTip(tip)
        self.setProperty("kind", kind.value)
        self.setIconSize(ICON_AND_GAP)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._show_icon()

    def setText(self, words: str) -> None:
        """Set the words, for eyes and for screen readers."""
        super().setText(words)
        self.setAccessibleName(words)

    def set_kind(self, kind: ButtonKind) -> None:
        """Look like another kind."""
        self._kind = kind
        set_role(self, "kind", kind.value)
        self._show_icon()

    def set_icon_name(self, icon_name: str | None) -> None:
        """Show another icon, or none."""
        self._icon_name = icon_name
        self._show_icon()

    def allow(self, allowed: bool, why_not: str = "") -> None:
        """Enable or disable; a disabled button says in its tooltip why, and is never hidden."""
        self.setEnabled(allowed)
        self._told = "" if allowed else why_not
        self.setToolTip(self._withheld or self._told)

    def withhold(self, why: str) -> None:
        """Keep disabled whatever the page says, and say why; an empty text gives it back."""
        if why == self._withheld:
            return
        if not self._withheld:
            self._told = self.toolTip()
        self._withheld = why
        super().setEnabled(self._wanted and not why)
        self.setToolTip(why or self._told)

    def setEnabled(self, enabled: bool) -> None:
        """Enable as far as it is not withheld."""
        self._wanted = enabled
        super().setEnabled(enabled and not self._withheld)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask at the gate of the window that it is shown in, where there is one."""
        gate = gate_of(self)
        if gate is not None:
            self.withhold(gate(self.objectName()))
        super().showEvent(event)

    def _show_icon(self) -> None:
        if self._icon_name:
            self.setIcon(icon(self._icon_name, _ICON_ROLES[self._kind]))


def gate_of(widget: QWidget) -> Gate | None:
    """Find the gate that a window, or anything around a widget, keeps as its `gate`."""
    around: QWidget | None = widget
    while around is not None:
        gate: Gate | None = getattr(around, "gate", None)
        if gate is not None:
            return gate
        around = around.parentWidget()
    return None


class IconButton(QToolButton):
    """A small square button with an icon; its words are the tooltip and the accessible name."""

    def __init__(
        self,
        icon_name: str,
        words: str,
        *,
        name: str = "",
        boxed: bool = False,
        role: Role = Role.DIM,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        if name:
            self.setObjectName(name)
        if boxed:
            self.setProperty("kind", "boxed")
        self.setIconSize(QSize(16, 16))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_icon(icon_name, words, role)

    def set_icon(self, icon_name: str, words: str, role: Role = Role.DIM) -> None:
        """Show another icon with other words."""
        self.setIcon(icon(icon_name, role, Role.ACCENT))
        self.setToolTip(words)
        self.setAccessibleName(words)
