"""Perlu Anda: alerts, reasons that hold orders back, and what JD refused, each with its button."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jdfulfil_desktop.application.queries import AlertRow, NeedRow
from jdfulfil_desktop.domain.holds import BY_CODE, Mend
from jdfulfil_desktop.gui.home.glance import Glance
from jdfulfil_desktop.gui.home.leads import Lead, cure_of, orders_of, subject_of
from jdfulfil_desktop.gui.shell import Place
from jdfulfil_desktop.gui.theme import SPACE_M, SPACE_S, Role, StatusKind, status_look
from jdfulfil_desktop.gui.widgets import (
    Button,
    ButtonKind,
    Card,
    CountBadge,
    ElidedLabel,
    IconButton,
    IconLabel,
    TextRole,
    rule,
)
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts

_SHOWN = 5
_MOST_ALERTS = 50
_FIRST_ALERTS = 2
_WHOLE_WIDTH = Qt.AlignmentFlag(0)
_WAITING = ("awaiting_acceptance", "awaiting_tracking_number", "pending_payment")


class NeedLine(QWidget):
    """One thing that wants a hand: shape, what it is, how much and how old, its buttons."""

    def __init__(self, kind: StatusKind, title: str, note: str, parent: QWidget) -> None:
        super().__init__(parent)
        look = status_look(kind)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(ElidedLabel(title, TextRole.STRONG, parent=self))
        words.addWidget(ElidedLabel(note, TextRole.DIM, parent=self))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_M)
        row.addWidget(IconLabel(look.icon, look.role, 20, self), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(SPACE_S)
        row.addLayout(self._buttons)
        self.setAccessibleName(f"{title}. {note}")

    def add(self, button: QWidget) -> None:
        """Add a button at the right."""
        self._buttons.addWidget(button)


class NeedsCard(Card):
    """Show what needs a hand; `led(Lead)` where a button leads on, `dismissed(alert id)`."""

    led = Signal(object)
    dismissed = Signal(int)

    def __init__(
        self, texts: Texts, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Needs you"), margin=20, parent=parent)
        self.setObjectName("needsCard")
        self._texts = texts
        self._now = now
        self._count = CountBadge(self)
        self.corner.addWidget(self._count)
        self._whole = False
        self._glance: Glance | None = None
        self._list = QWidget(self)
        self.body.addWidget(self._list)
        self.body.addStretch(1)

    def show_glance(self, glance: Glance) -> None:
        """Show other facts: the newest alerts, what holds orders back, then older alerts."""
        self._glance = glance
        alerts = [partial(self._alert_line, alert) for alert in glance.alerts[:_MOST_ALERTS]]
        lines: list[Callable[[], QWidget]] = [*alerts[:_FIRST_ALERTS]]
        needs = [need for need in glance.overview.needs if is_mendable(need)]
        lines += [partial(self._need_line, need) for need in needs]
        if glance.refused_products:
            lines.append(partial(self._products_line, glance.refused_products))
        lines += alerts[_FIRST_ALERTS:]
        self._count.set_count(len(lines) + max(0, len(glance.alerts) - _MOST_ALERTS))
        shown = lines if self._whole else lines[:_SHOWN]
        if len(shown) < len(lines):
            shown = [*shown, partial(self._more_line, len(lines) - len(shown))]
        self._replace([make() for make in shown] or [self._nothing(glance)])

    def _more_line(self, more: int) -> QWidget:
        words = tr("Show {0} more").format(self._texts.number(more))
        button = Button(words, name="moreNeedsButton", kind=ButtonKind.LINK, parent=self)
        button.clicked.connect(self._show_whole)
        return button

    def _show_whole(self) -> None:
        self._whole = True
        if self._glance is not None:
            self.show_glance(self._glance)

    def _replace(self, lines: list[QWidget]) -> None:
        fresh = QWidget(self)
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_S)
        for at, line in enumerate(lines):
            if at:
                column.addWidget(rule(fresh))
            place = Qt.AlignmentFlag.AlignLeft if isinstance(line, Button) else _WHOLE_WIDTH
            column.addWidget(line, 0, place)
        self.body.replaceWidget(self._list, fresh)
        fresh.show()
        self._list.hide()
        self._list.deleteLater()
        self._list = fresh

    def _nothing(self, glance: Glance) -> QWidget:
        if glance.has_orders:
            note = tr("Orders that may go are pushed by themselves.")
            return NeedLine(StatusKind.DONE, tr("Nothing needs you"), note, self)
        note = tr("What holds an order back is listed here with the button that mends it.")
        return NeedLine(StatusKind.WAITING, tr("No orders yet"), note, self)

    def _need_line(self, need: NeedRow) -> QWidget:
        count = self._texts.count("orders", need.count)
        note = count
        if need.oldest_at:
            age = self._texts.formats.when(need.oldest_at, self._now())
            note = tr("{0} · oldest came in {1}").format(count, age)
        waiting = need.code in _WAITING
        kind = StatusKind.WAITING if waiting else StatusKind.NEEDS_YOU
        if need.code == "gateway_rejected":
            kind = StatusKind.FAILED
        line = NeedLine(kind, self._texts.reason(need.code).short, note, self)
        orders, cure = orders_of(need.code), cure_of(need.code)
        line.add(self._button(tr("Show orders"), f"show_{need.code}", orders, link=bool(cure)))
        if cure:
            mend = BY_CODE[need.code].mend if need.code in BY_CODE else Mend.NONE
            line.add(self._button(self._texts.mend(mend), f"mend_{need.code}", cure))
        return line

    def _alert_line(self, alert: AlertRow) -> QWidget:
        words = self._texts.alert(alert.code, alert.subject, alert.data)
        when = self._texts.formats.when(alert.at, self._now())
        line = NeedLine(StatusKind.NEEDS_YOU, words.message, f"{when} · {words.fix}", self)
        lead = subject_of(alert.code, alert.subject)
        if lead:
            line.add(self._button(tr("Show"), f"show_alert_{alert.id}", lead))
        done = IconButton("check", tr("Settled"), name=f"dismiss_{alert.id}", role=Role.DIM)
        done.clicked.connect(lambda: self.dismissed.emit(alert.id))
        line.add(done)
        return line

    def _products_line(self, count: int) -> QWidget:
        line = NeedLine(
            StatusKind.FAILED,
            tr("JD refused products"),
            self._texts.count("products", count),
            self,
        )
        lead = Lead("productTab", Place(basket="failed"))
        line.add(self._button(tr("Show products"), "show_failed_products", lead))
        return line

    def _button(self, words: str, name: str, lead: Lead, *, link: bool = False) -> Button:
        kind = ButtonKind.LINK if link else ButtonKind.SECONDARY
        button = Button(words, name=name, kind=kind)
        button.clicked.connect(lambda: self.led.emit(lead))
        return button


def is_mendable(need: NeedRow) -> bool:
    """Tell whether a hand helps: what left already or goes abroad waits for nobody."""
    return need.code not in BY_CODE or BY_CODE[need.code].mend is not Mend.NONE
