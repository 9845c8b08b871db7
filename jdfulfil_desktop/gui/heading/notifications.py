"""The bell's list: what wants a person, newest first, each opening its record (R3, R36, R44)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from jdfulfil_desktop.application.queries import AlertRow
from jdfulfil_desktop.gui.heading.popover import Popover
from jdfulfil_desktop.gui.home.leads import subject_of
from jdfulfil_desktop.gui.theme import SPACE_L, SPACE_M, SPACE_S, Role, StatusKind, status_look
from jdfulfil_desktop.gui.widgets import (
    Button,
    ButtonKind,
    IconButton,
    IconLabel,
    TextRole,
    rule,
    text,
)
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts

_WIDTH, _HIGHEST, _MOST = 440, 460, 50


class AlertLine(QWidget):
    """One alert: what happened, what to do, when; its record and its end one click away."""

    opened = Signal()
    settled = Signal()

    def __init__(self, alert: AlertRow, texts: Texts, now: datetime, parent: QWidget) -> None:
        super().__init__(parent)
        words = texts.alert(alert.code, alert.subject, alert.data)
        when = texts.formats.when(alert.at, now)
        look = status_look(StatusKind.NEEDS_YOU)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(text(words.message, wrap=True, parent=self))
        column.addWidget(text(f"{words.fix} · {when}", TextRole.DIM, wrap=True, parent=self))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_S)
        row.addWidget(IconLabel(look.icon, look.role, 16, self), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        if subject_of(alert.code, alert.subject):
            show = Button(
                tr("Show"), name=f"open_alert_{alert.id}", kind=ButtonKind.LINK, parent=self
            )
            show.clicked.connect(self.opened)
            row.addWidget(show, 0, Qt.AlignmentFlag.AlignTop)
        done = IconButton("check", tr("Settled"), name=f"settle_alert_{alert.id}", role=Role.DIM)
        done.clicked.connect(self.settled)
        row.addWidget(done, 0, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(f"{words.message} {words.fix}")


class Notifications(Popover):
    """Show the open alerts; `opened(AlertRow)` and `settled(id)` say what the user chose."""

    opened = Signal(object)
    settled = Signal(int)

    def __init__(self, texts: Texts, now: Callable[[], datetime], window: QWidget) -> None:
        super().__init__(window, name="notifications")
        self.setAccessibleName(tr("Notifications"))
        self._texts, self._now = texts, now
        self._alerts: Sequence[AlertRow] = ()
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, SPACE_M, 1, SPACE_S)
        column.setSpacing(SPACE_S)
        title = text(tr("Notifications"), TextRole.STRONG, parent=self)
        title.setContentsMargins(SPACE_L, 0, SPACE_L, 0)
        column.addWidget(title)
        column.addWidget(self._scroll, 1)

    def show_alerts(self, alerts: Sequence[AlertRow]) -> None:
        """Show these alerts, in the list that is open too."""
        if alerts != self._alerts or self._scroll.widget() is None:
            self._alerts = alerts
            self._fill()

    def toggle(self, anchor: QWidget) -> None:
        """Open below the bell, or put away."""
        if self.isVisible():
            self.put_away()
            return
        self._fill()
        self.show_below(anchor, _WIDTH, self._wanted_height())
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def _wanted_height(self) -> int:
        inside = self._scroll.widget()
        layout = inside.layout() if inside is not None else None
        height = layout.totalHeightForWidth(_WIDTH - 2) if layout is not None else 0
        return min(_HIGHEST, max(height, 80) + 56)

    def _fill(self) -> None:
        inside = QWidget(self._scroll)
        inside.setProperty("surface", "plain")
        column = QVBoxLayout(inside)
        column.setContentsMargins(SPACE_L, SPACE_S, SPACE_S, SPACE_S)
        column.setSpacing(SPACE_M)
        for at, alert in enumerate(self._alerts[:_MOST]):
            if at:
                column.addWidget(rule(inside))
            line = AlertLine(alert, self._texts, self._now(), inside)
            line.opened.connect(lambda alert=alert: self._open(alert))
            line.settled.connect(lambda number=alert.id: self.settled.emit(number))
            column.addWidget(line)
        if not self._alerts:
            nothing = tr("Nothing needs your word. What JD or a marketplace changes is told here.")
            column.addWidget(text(nothing, TextRole.DIM, wrap=True, parent=inside))
        column.addStretch(1)
        self._scroll.setWidget(inside)

    def _open(self, alert: AlertRow) -> None:
        self.put_away()
        self.opened.emit(alert)
