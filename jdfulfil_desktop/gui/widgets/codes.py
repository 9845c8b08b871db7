"""Long codes: copied by one click, secrets masked until asked for."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from jdfulfil_desktop.gui.theme import SIZE_BODY, Role, code_font
from jdfulfil_desktop.gui.widgets.buttons import IconButton
from jdfulfil_desktop.gui.widgets.labels import ElidedLabel, TextRole, text

_SAID_MS = 1500


class CopyButton(IconButton):
    """Copy a text; for a moment the icon says that it happened."""

    def __init__(self, value: str = "", *, name: str = "", parent: QWidget | None = None) -> None:
        self._value = value
        super().__init__("content-copy", "", name=name, parent=parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SAID_MS)
        self._timer.timeout.connect(self._show_ready)
        self._show_ready()
        self.clicked.connect(self._copy)

    def set_value(self, value: str) -> None:
        """Copy another text from now on."""
        self._value = value
        self.setEnabled(bool(value))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._value)
        self.set_icon("check", self.tr("Copied"), Role.DONE)
        self._timer.start()

    def _show_ready(self) -> None:
        self.set_icon("content-copy", self.tr("Copy"))


class CopyableCode(QWidget):
    """A code in the fixed-width face, elided in the middle, with a button that copies it whole."""

    def __init__(self, code: str = "", *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = ElidedLabel(middle=True, parent=self)
        self._label.setFont(code_font(SIZE_BODY))
        self._button = CopyButton(name=name, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._label)
        row.addWidget(self._button)
        row.addStretch(1)
        self.set_code(code)

    def code(self) -> str:
        """Return the whole code."""
        return self._label.whole_text()

    def set_code(self, code: str) -> None:
        """Show another code."""
        self._label.setText(code)
        self._button.set_value(code)
        self.setAccessibleName(code)


class MaskedLabel(QWidget):
    """A PIN or a name with one in it: dots until the eye is pressed, copied only when shown."""

    def __init__(
        self,
        value: str = "",
        *,
        visible_tail: int = 0,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._value = value
        self._tail = visible_tail
        self._label: QLabel = text(role=TextRole.BODY, parent=self)
        self._label.setFont(code_font(SIZE_BODY))
        self._eye = IconButton("eye-outline", self.tr("Show"), name=name, parent=self)
        self._eye.setCheckable(True)
        self._eye.toggled.connect(self._show)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._label)
        row.addWidget(self._eye)
        row.addStretch(1)
        self._show(shown=False)

    def set_value(self, value: str) -> None:
        """Hold another secret, masked."""
        self._value = value
        self._eye.setChecked(False)
        self._show(shown=False)

    def shown_text(self) -> str:
        """Return what is on the screen."""
        return self._label.text()

    def _show(self, shown: bool) -> None:
        tail = self._value[-self._tail :] if self._tail else ""
        self._label.setText(self._value if shown else "•" * 6 + tail)
        words = self.tr("Hide") if shown else self.tr("Show")
        self._eye.set_icon("eye-off-outline" if shown else "eye-outline", words)
        self.setAccessibleName(self._label.text() if shown else self.tr("Hidden"))
