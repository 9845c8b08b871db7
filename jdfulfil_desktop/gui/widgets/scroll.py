"""A scroll area that wishes for its content's room and scrolls only where that is missing."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QScrollArea, QWidget

_LEAST_HEIGHT = 120


class FittingScroll(QScrollArea):
    """Hold the content of a dialog, so that it can be used at 1366 x 768 and 150 % too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)

    def sizeHint(self) -> QSize:
        """Wish for the whole content at the present width."""
        content = self.widget()
        if content is None:
            return super().sizeHint()
        hint = content.sizeHint()
        layout = content.layout()
        width = max(hint.width(), self.window().minimumWidth())
        if layout is not None and layout.hasHeightForWidth():
            return QSize(width, layout.totalHeightForWidth(width))
        return QSize(width, hint.height())

    def minimumSizeHint(self) -> QSize:
        """Need the content's width, and a part of its height."""
        content = self.widget()
        hint = content.minimumSizeHint() if content is not None else QSize()
        return QSize(hint.width(), min(_LEAST_HEIGHT, self.sizeHint().height()))
