"""Say how long an order still has until the marketplace wants it handed over, and how urgent."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.application.queries import OutboundRow
from jdfulfil_desktop.gui.tables import StatusCell
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.words import tr

SOON = timedelta(hours=4)
TODAY = timedelta(hours=24)
_TICK_MS = 30_000
_LEFT = frozenset({"shipped", "completed", "cancelled", "returned"})
_OVER = frozenset({"done", "closed"})
_NOT_OURS = frozenset({"SHIPPING", "PENDING_PAYMENT"})
"""On its way by somebody else's hand, or not paid yet: nothing that one could hurry."""


def time_left(row: OutboundRow, now: datetime) -> timedelta | None:
    """Give the time left, negative where it is late; None where nothing has to leave any more."""
    gone = row.basket in _OVER or row.shipment_state in _LEFT or row.status in _NOT_OURS
    if row.ship_by is None or gone:
        return None
    return row.ship_by - now


def countdown_cell(row: OutboundRow, now: datetime) -> StatusCell | None:
    """Say the time left in words, with the shape and colour of its urgency."""
    left = time_left(row, now)
    if left is None:
        return None
    if left < timedelta():
        words = tr("{0} late").format(spoken(-left, short=True))
        return StatusCell(StatusKind.FAILED, words, "clock-alert-outline")
    if left < SOON:
        return StatusCell(StatusKind.NEEDS_YOU, spoken(left), "clock-fast")
    if left < TODAY:
        return StatusCell(StatusKind.NEEDS_YOU, spoken(left), "clock-outline")
    return StatusCell(StatusKind.WAITING, spoken(left), "clock-outline")


def spoken(length: timedelta, *, short: bool = False) -> str:
    """Say a length of time in its two largest units: `2 d 4 h`, `3 h 05 min`, `12 min`.

    `short`: in the largest alone.
    """
    minutes = int(length.total_seconds()) // 60
    days, hours = divmod(minutes // 60, 24)
    if days:
        return (
            tr("{0} d").format(days)
            if short or not hours
            else tr("{0} d {1} h").format(days, hours)
        )
    if hours:
        return (
            tr("{0} h").format(hours)
            if short
            else tr("{0} h {1} min").format(hours, f"{minutes % 60:02}")
        )
    return tr("{0} min").format(minutes)


class Ticking(QObject):
    """Let a widget repaint what depends on the time, twice a minute and only while it is seen.

    Nothing is asked for: cells say the time anew as they are painted, and only those on the screen
    are. `due` is called along, for what has to be counted.
    """

    def __init__(self, seen: QWidget, due: Callable[[], None]) -> None:
        super().__init__(seen)
        self._seen = seen
        self._due = due
        self.timer = QTimer(self)
        self.timer.setInterval(_TICK_MS)
        self.timer.timeout.connect(self.tick)
        self.timer.start()

    def tick(self) -> None:
        """Repaint now."""
        if self._seen.isVisible():
            self._seen.update()
            self._due()
