"""A card that lies over the window below a widget; Esc or a click elsewhere puts it away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from jdfulfil_desktop.gui.theme import SPACE_S


class Popover(QFrame):
    """Stay within the window, so that it is drawn and photographed with it."""

    putAway = Signal()

    def __init__(self, window: QWidget, *, name: str) -> None:
        super().__init__(window)
        self.setObjectName(name)
        self.setProperty("surface", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._anchor: QWidget | None = None
        self.hide()
        window.installEventFilter(self)

    def show_below(self, anchor: QWidget, width: int, height: int) -> None:
        """Open below a widget, within the window, over everything else."""
        self._anchor = anchor
        self.resize(width, height)
        self._place()
        if not self.isVisible():
            self.show()
            app = QApplication.instance()
            if app is not None:
                app.installEventFilter(self)
        self.raise_()

    def put_away(self) -> None:
        """Close it."""
        if self.isVisible():
            app = QApplication.instance()
            if app is not None:
                app.removeEventFilter(self)
            self.hide()
            self.putAway.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc, and give the keyboard back."""
        if Qt.Key(event.key()) is Qt.Key.Key_Escape:
            self.put_away()
            if self._anchor is not None:
                self._anchor.setFocus(Qt.FocusReason.PopupFocusReason)
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size; close where the user presses elsewhere."""
        if watched is self.parentWidget() and event.type() is QEvent.Type.Resize:
            self._place()
        pressed = event.type() is QEvent.Type.MouseButtonPress and self.isVisible()
        if pressed and isinstance(event, QMouseEvent) and isinstance(watched, QWidget):
            self._pressed_at(event.globalPosition().toPoint())
        return super().eventFilter(watched, event)

    def _pressed_at(self, at: QPoint) -> None:
        anchor = self._anchor
        on_anchor = anchor is not None and anchor.rect().contains(anchor.mapFromGlobal(at))
        if not on_anchor and not self.rect().contains(self.mapFromGlobal(at)):
            self.put_away()

    def _place(self) -> None:
        window, anchor = self.parentWidget(), self._anchor
        if window is None or anchor is None:
            return
        corner = anchor.mapTo(window, QPoint(0, anchor.height() + SPACE_S))
        furthest = window.width() - self.width() - SPACE_S
        self.move(max(SPACE_S, min(corner.x(), furthest)), corner.y())
