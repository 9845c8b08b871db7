"""Short news at the lower right of a window; they never take the focus and never block.

toasts = ToastHost(window); toasts.say(StatusKind.DONE, self.tr("12 orders imported"),
                                        action=self.tr("Undo"), on_action=undo)
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from jdfulfil_desktop.gui.theme import SPACE_M, SPACE_S, StatusKind, status_look
from jdfulfil_desktop.gui.widgets.buttons import Button, ButtonKind, IconButton
from jdfulfil_desktop.gui.widgets.labels import IconLabel, text

_SHOWN_MS = 6000
_MOST = 3
_WIDTH = 440
_ABOVE_STRIP = 48


class Toast(QFrame):
    """One piece of news; it goes by itself unless it needs the user."""

    closed = Signal()

    def __init__(
        self,
        kind: StatusKind,
        words: str,
        *,
        action: str = "",
        on_action: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self.setAccessibleName(words)
        look = status_look(kind)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_M, SPACE_S, SPACE_S, SPACE_S)
        row.setSpacing(SPACE_S)
        row.addWidget(IconLabel(look.icon, look.role, 16, self), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(text(words, wrap=True, parent=self), 1)
        if action and on_action is not None:
            button = Button(action, kind=ButtonKind.LINK, parent=self)
            button.clicked.connect(lambda _checked=False: on_action())
            button.clicked.connect(self.closed)
            row.addWidget(button)
        close = IconButton("close", self.tr("Close"), parent=self)
        close.clicked.connect(self.closed)
        row.addWidget(close)
        if kind not in {StatusKind.FAILED, StatusKind.NEEDS_YOU}:
            QTimer.singleShot(_SHOWN_MS, self, self.closed.emit)


class ToastHost(QObject):
    """Stack toasts over the lower right corner of a window and keep them there."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._toasts: list[Toast] = []
        window.installEventFilter(self)

    def say(
        self,
        kind: StatusKind,
        words: str,
        *,
        action: str = "",
        on_action: Callable[[], object] | None = None,
    ) -> Toast:
        """Show news; the oldest gives way to a fourth one."""
        toast = Toast(kind, words, action=action, on_action=on_action, parent=self._window)
        toast.closed.connect(lambda: self._remove(toast))
        self._toasts.append(toast)
        while len(self._toasts) > _MOST:
            self._remove(self._toasts[0])
        toast.show()
        self._place()
        return toast

    def toasts(self) -> list[Toast]:
        """Return the toasts on the screen, oldest first."""
        return list(self._toasts)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the corner when the window changes its size."""
        if event.type() is QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _remove(self, toast: Toast) -> None:
        if toast in self._toasts:
            self._toasts.remove(toast)
            toast.hide()
            toast.deleteLater()
            self._place()

    def _place(self) -> None:
        width = min(_WIDTH, self._window.width() - 2 * SPACE_M)
        bottom = self._window.height() - _ABOVE_STRIP
        for toast in reversed(self._toasts):
            layout = toast.layout()
            height = layout.totalHeightForWidth(width) if layout is not None else 0
            height = max(height, toast.sizeHint().height())
            toast.setGeometry(self._window.width() - width - 20, bottom - height, width, height)
            toast.raise_()
            bottom -= height + SPACE_S
