"""A field of a form: label above, help below, and the error in its place when there is one."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractSpinBox, QVBoxLayout, QWidget

from jdfulfil_desktop.gui.theme import SPACE_S, SPACE_XS, set_role
from jdfulfil_desktop.gui.widgets.labels import TextRole, text


class FormField(QWidget):
    """Wrap an input. `set_error(text)` shows what is wrong with it, `set_error("")` clears it."""

    def __init__(
        self,
        label: str,
        field: QWidget,
        *,
        help_text: str = "",
        required: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.field = field
        self._help_text = help_text
        self.label = text(f"{label} *" if required else label, TextRole.STRONG, parent=self)
        self.label.setBuddy(field)
        if isinstance(field, QAbstractSpinBox):
            # The style sheet's padding does not reach the line edit inside.
            field.lineEdit().setTextMargins(SPACE_S - 2, 0, 0, 0)
        self._below = text(help_text, TextRole.SMALL, wrap=True, parent=self)
        self._below.setVisible(bool(help_text))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_XS)
        column.addWidget(self.label)
        column.addWidget(field)
        column.addWidget(self._below)
        field.setAccessibleName(label)
        field.setAccessibleDescription(help_text)

    def set_error(self, words: str) -> None:
        """Show an error below the field, with a shape; empty text brings the help back."""
        wrong = bool(words)
        self._below.setText(f"✕ {words}" if wrong else self._help_text)
        self._below.setVisible(wrong or bool(self._help_text))
        set_role(self._below, "role", (TextRole.ERROR if wrong else TextRole.SMALL).value)
        set_role(self.field, "invalid", wrong)
        self.field.setAccessibleDescription(words or self._help_text)

    def set_help(self, words: str) -> None:
        """Say something else below the field; an error stays until it is cleared."""
        self._help_text = words
        if not self.field.property("invalid"):
            self.set_error("")

    def error(self) -> str:
        """Return the error on the screen, or an empty text."""
        return self._below.text().removeprefix("✕ ") if self.field.property("invalid") else ""
