"""The box that locations and products are typed, pasted or scanned into, with line numbers."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from jdfulfil_desktop.gui.theme import SPACE_S, Role, code_font, theme

_TAB = 14
"""Room of a location before its product, in digits."""
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class PairsEdit(QPlainTextEdit):
    """Take a location and a product a line.

    A scanner ends each code with Enter or Tab: after the location it goes on in the same line,
    after the product to the next one.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(code_font())
        self.setTabStopDistance(_TAB * self.fontMetrics().horizontalAdvance("0"))
        self._numbers = _LineNumbers(self)
        self.blockCountChanged.connect(lambda _count: self._make_room())
        self.updateRequest.connect(lambda _rect, _dy: self._numbers.update())
        self._make_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on in the line after a location, to the next line after a product."""
        key, plain = (
            Qt.Key(event.key()),
            not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier,
        )
        cursor = self.textCursor()
        if plain and cursor.atBlockEnd() and (key in _ENTER or key is Qt.Key.Key_Tab):
            line = cursor.block().text()
            half = bool(line.strip()) and len(line.split()) == 1
            if key in _ENTER and half and not line.endswith("\t"):
                self.insertPlainText("\t")
                return
            if key is Qt.Key.Key_Tab and not half and line.strip():
                self.insertPlainText("\n")
                return
        super().keyPressEvent(event)

    def go_to_line(self, number: int) -> None:
        """Put the cursor at the end of a line, counted from 1."""
        block = self.document().findBlockByNumber(number - 1)
        if block.isValid():
            cursor = QTextCursor(block)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            self.setTextCursor(cursor)
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the numbers at the left edge."""
        super().resizeEvent(event)
        area = self.contentsRect()
        self._numbers.setGeometry(
            QRect(area.left(), area.top(), self._numbers_width(), area.height())
        )

    def paint_numbers(self, painter: QPainter) -> None:
        """Paint the numbers of the lines on the screen."""
        painter.setFont(self.font())
        painter.setPen(theme().color(Role.DIM))
        block = self.firstVisibleBlock()
        while block.isValid():
            area = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if area.top() > self.viewport().height():
                return
            place = QRect(
                0, round(area.top()), self._numbers_width() - SPACE_S, round(area.height())
            )
            painter.drawText(place, Qt.AlignmentFlag.AlignRight, str(block.blockNumber() + 1))
            block = block.next()

    def _numbers_width(self) -> int:
        digits = max(2, len(str(self.blockCount())))
        return self.fontMetrics().horizontalAdvance("0" * digits) + 2 * SPACE_S

    def _make_room(self) -> None:
        self.setViewportMargins(self._numbers_width(), 0, 0, 0)


class _LineNumbers(QWidget):
    """Stand left of the lines."""

    def __init__(self, edit: PairsEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Let the box paint, which knows its lines."""
        painter = QPainter(self)
        self._edit.paint_numbers(painter)
        painter.end()
