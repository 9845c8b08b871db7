"""Small signs: a status with its shape and word, the practice tag, a count."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from jdfulfil_desktop.gui.theme import StatusKind, status_look
from jdfulfil_desktop.gui.widgets.labels import IconLabel, TextRole, restyle_text, text


class StatusBadge(QWidget):
    """Show a status: shape, colour and word together."""

    def __init__(
        self,
        kind: StatusKind = StatusKind.WAITING,
        words: str = "",
        *,
        icon_name: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = IconLabel(parent=self)
        self._words = text(parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._icon)
        row.addWidget(self._words)
        self.set_status(kind, words, icon_name=icon_name)

    def set_status(self, kind: StatusKind, words: str, *, icon_name: str | None = None) -> None:
        """Show another status."""
        look = status_look(kind)
        self._icon.set_icon(icon_name or look.icon, look.role)
        self._words.setText(words)
        restyle_text(self._words, TextRole(kind.value))
        self.setAccessibleName(words)


def tag(words: str, parent: QWidget | None = None) -> QLabel:
    """Return a filled tag such as LATIHAN."""
    label = text(words, parent=parent)
    label.setProperty("tag", True)
    label.setProperty("role", None)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return label


class CountBadge(QLabel):
    """Show a count in the accent colour; hidden at zero, `99+` above 99."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("count", True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.set_count(0)

    def set_count(self, count: int) -> None:
        """Show another count."""
        self.setText(str(count) if count < 100 else "99+")
        self.setVisible(count > 0)
