"""What scan mode is made of: the field that takes codes, and the sign read from two metres away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from jdfulfil_desktop.gui.theme import (
    RADIUS,
    SIZE_TITLE,
    SPACE_M,
    SPACE_XL,
    Role,
    StatusKind,
    body_font,
    code_font,
    paint_icon,
    status_look,
    theme,
)

_ENDS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}
_LARGE, _LEAST = 40, 20
_ICON = 56


class ScanEdit(QLineEdit):
    """Emit `taken(code)` for what a scanner or a person ends with Enter or Tab, and be empty again.

    Tab in an empty field moves on, as everywhere. Control characters that scanners send along
    (GS1 separators, STX) are left out.
    """

    taken = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(code_font())

    def event(self, event: QEvent) -> bool:
        """Look at Enter and Tab before the dialog does; leave Ctrl+Z in an empty field to it."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            undo = event.matches(QKeySequence.StandardKey.Undo)
            if undo and not self.text():
                event.ignore()
                return True
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if key in _ENDS and plain and (self.text().strip() or key is not Qt.Key.Key_Tab):
                self.hand_over()
                return True
        return super().event(event)

    def hand_over(self) -> None:
        """Tell what was typed."""
        code = "".join(c for c in self.text() if c.isprintable()).strip()
        self.clear()
        if code:
            self.taken.emit(code)


class ScanSign(QWidget):
    """A large word with colour and shape, what it is about below; for eyes far from the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind, self._word, self._about = StatusKind.WAITING, "", ""

    def show_sign(self, kind: StatusKind, word: str, about: str) -> None:
        """Show a word, and what it is about."""
        self._kind, self._word, self._about = kind, word, about
        self.setAccessibleName(f"{word}. {about}")
        self.update()

    def kind(self) -> StatusKind:
        """Give what is shown."""
        return self._kind

    def word(self) -> str:
        """Give the large word."""
        return self._word

    def about(self) -> str:
        """Give what stands below it."""
        return self._about

    def sizeHint(self) -> QSize:
        """Ask for room for a word of 40 pixels."""
        return QSize(600, 132)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint in the colours of the theme."""
        look = status_look(self._kind)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme().color(look.role))
        painter.setBrush(theme().color(look.surface))
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(area, RADIUS, RADIUS)
        box = QRectF(SPACE_XL, (self.height() - _ICON) / 2, _ICON, _ICON).toRect()
        paint_icon(painter, box, look.icon, theme().color(look.role))
        left = SPACE_XL + _ICON + SPACE_XL
        room = self.width() - left - SPACE_XL
        font = _fitting(self._word, room)
        painter.setFont(font)
        painter.setPen(theme().color(look.role))
        half = self.height() * 0.6
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        painter.drawText(QRectF(left, SPACE_M, room, half - SPACE_M), flags, self._word)
        painter.setFont(body_font(SIZE_TITLE))
        painter.setPen(theme().color(Role.TEXT))
        below = QRectF(left, half + 4, room, self.height() - half - SPACE_M)
        wrapped = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        painter.drawText(below, int(wrapped | Qt.TextFlag.TextWordWrap), self._about)
        painter.end()


def _fitting(word: str, room: int) -> QFont:
    """Give the largest type at which a word fits."""
    for size in range(_LARGE, _LEAST, -2):
        font = body_font(size, QFont.Weight.Bold)
        if QFontMetrics(font).horizontalAdvance(word) <= room:
            return font
    return body_font(_LEAST, QFont.Weight.Bold)
