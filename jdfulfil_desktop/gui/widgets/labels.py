"""Words and icons on a page: `text("…", TextRole.DIM)`, elided labels, a painted icon."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from jdfulfil_desktop.gui.theme import Role, paint_icon, set_role, theme


class TextRole(StrEnum):
    """Say what a text is; the style sheet says how that looks."""

    PAGE = "page"
    TITLE = "title"
    STRONG = "strong"
    BODY = "body"
    DIM = "dim"
    SMALL = "small"
    SECTION = "section"
    BRAND = "brand"
    ERROR = "error"
    WAITING = "waiting"
    GOING_ON = "going_on"
    DONE = "done"
    NEEDS_YOU = "needs_you"
    FAILED = "failed"
    UNKNOWN = "unknown"


def text(
    words: str = "",
    role: TextRole = TextRole.BODY,
    *,
    wrap: bool = False,
    selectable: bool = False,
    parent: QWidget | None = None,
) -> QLabel:
    """Return a plain-text label; texts from outside are never read as markup."""
    label = QLabel(words, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role.value)
    label.setWordWrap(wrap)
    if selectable:
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
    return label


def restyle_text(label: QLabel, role: TextRole) -> None:
    """Give a label another role."""
    set_role(label, "role", role.value)


def rule(parent: QWidget | None = None) -> QFrame:
    """Return a hairline."""
    line = QFrame(parent)
    line.setProperty("surface", "rule")
    line.setFixedHeight(1)
    return line


class ElidedLabel(QLabel):
    """Show one line that gives way: elided when narrow, with the whole text in the tooltip."""

    def __init__(
        self,
        words: str = "",
        role: TextRole = TextRole.BODY,
        *,
        middle: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._whole = ""
        self._mode = Qt.TextElideMode.ElideMiddle if middle else Qt.TextElideMode.ElideRight
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role.value)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(words)

    def setText(self, words: str) -> None:
        """Set the whole text."""
        self._whole = words
        self.setAccessibleName(words)
        self.updateGeometry()
        self._elide()

    def whole_text(self) -> str:
        """Return the text before eliding."""
        return self._whole

    def sizeHint(self) -> QSize:
        """Wish for the room of the whole text."""
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self._whole) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        """Need almost nothing."""
        return QSize(24, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Elide to the new width."""
        super().resizeEvent(event)
        self._elide()

    def changeEvent(self, event: QEvent) -> None:
        """Elide again where the font changed."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._elide()

    def _elide(self) -> None:
        shown = QFontMetrics(self.font()).elidedText(self._whole, self._mode, max(0, self.width()))
        super().setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")


class IconLabel(QWidget):
    """Paint one icon in the theme's colour."""

    def __init__(
        self,
        name: str = "",
        role: Role = Role.DIM,
        size: int = 16,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._role = role
        self.setFixedSize(size, size)

    def set_icon(self, name: str, role: Role) -> None:
        """Show another icon."""
        self._name, self._role = name, role
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint with the theme's colours."""
        if self._name:
            painter = QPainter(self)
            role = self._role if self.isEnabled() else Role.DISABLED
            paint_icon(painter, self.rect(), self._name, theme().color(role))
            painter.end()
