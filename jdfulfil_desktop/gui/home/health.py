"""The health strip: account, token, clock, news and queue, each leading to its cure (R6, R10)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from jdfulfil_desktop.application.queries import ConnectionRow, Overview
from jdfulfil_desktop.gui.home.glance import Glance
from jdfulfil_desktop.gui.home.leads import Lead
from jdfulfil_desktop.gui.shell import Place
from jdfulfil_desktop.gui.theme import QUEUED_ICON, SPACE_M, SPACE_S, StatusKind, status_look
from jdfulfil_desktop.gui.widgets import (
    Card,
    ElidedLabel,
    IconButton,
    IconLabel,
    SectionHeader,
    TextRole,
    text,
)
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts, masked

CLOCK_NOTICE_S = 300
"""JD refuses calls ten minutes off; half of that is worth a word although calls are corrected."""
TOKEN_NOTICE_DAYS = 7
OLD_QUEUE_S = 900
_STATES = {
    "ok": StatusKind.DONE,
    "paused": StatusKind.WAITING,
    "reauthorize": StatusKind.NEEDS_YOU,
    "wrong": StatusKind.FAILED,
}
_NEWS = {
    "realtime": StatusKind.DONE,
    "periodic": StatusKind.GOING_ON,
    "manual": StatusKind.WAITING,
}


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign of health: what, how it is, in words, and where to go about it."""

    key: str
    label: str
    kind: StatusKind
    words: str
    lead: Lead
    icon: str = ""


class HealthCard(Card):
    """Show the signs of each account and of the queue; `led(Lead)` where one was followed."""

    led = Signal(object)

    def __init__(
        self, texts: Texts, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Health"), margin=20, parent=parent)
        self.setObjectName("healthCard")
        self._texts = texts
        self._now = now
        self._list = QWidget(self)
        self.body.addWidget(self._list)
        self.body.addStretch(1)

    def show_glance(self, glance: Glance) -> None:
        """Show other facts."""
        fresh = QWidget(self)
        grid = QGridLayout(fresh)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_M)
        grid.setVerticalSpacing(SPACE_S - 2)
        grid.setColumnStretch(2, 1)
        for account in glance.accounts:
            name = f"{self._texts.mode(account.mode)} · {masked(account.pin)}"
            self._heading(grid, name if len(glance.accounts) > 1 else "")
            for sign in self.account_signs(account):
                self._add(grid, sign)
        if not glance.accounts:
            self._add(grid, self._no_account())
        self._heading(grid, tr("Queue") if len(glance.accounts) > 1 else "")
        for sign in self.queue_signs(glance.overview):
            self._add(grid, sign)
        self.body.replaceWidget(self._list, fresh)
        fresh.show()
        self._list.hide()
        self._list.deleteLater()
        self._list = fresh

    def account_signs(self, account: ConnectionRow) -> list[Sign]:
        """Say how an account is: connection, token, clock, news."""
        here = Lead("authorizationTab")
        state = self._texts.connection_state(account.state)
        return [
            Sign("connection", tr("Connection"), _STATES[account.state], state, here),
            self._token(account),
            self._clock(account.clock_offset_s),
            self._news(account),
        ]

    def _token(self, account: ConnectionRow) -> Sign:
        here = Lead("authorizationTab")
        if account.state in ("reauthorize", "wrong") or account.token_expires_at is None:
            return Sign("token", tr("Token"), StatusKind.NEEDS_YOU, tr("not accepted"), here)
        left = account.token_expires_at - self._now()
        kind = StatusKind.GOING_ON if left.days < TOKEN_NOTICE_DAYS else StatusKind.DONE
        span = self._texts.formats.span(max(left.total_seconds(), 0))
        return Sign("token", tr("Token"), kind, tr("valid for {0}").format(span), here)

    def _clock(self, offset_s: float) -> Sign:
        off = abs(offset_s) >= CLOCK_NOTICE_S
        kind = StatusKind.NEEDS_YOU if off else StatusKind.DONE
        span = self._texts.formats.span(offset_s)
        words = tr("{0} off: set this PC's clock") if off else tr("{0} difference")
        return Sign("clock", tr("Clock"), kind, words.format(span), Lead("authorizationTab"))

    def _news(self, account: ConnectionRow) -> Sign:
        manual = account.news == "manual"
        last = self._texts.formats.when(account.last_news_at, self._now())
        words = f"{self._texts.news(account.news)} · {last}"
        lead = Lead("outboundTab") if manual else Lead("authorizationTab")
        return Sign("news", tr("News"), _NEWS[account.news], words, lead)

    def queue_signs(self, overview: Overview) -> list[Sign]:
        """Say what waits for JD, and since when."""
        number = self._texts.number
        queue = Lead("outboundTab", Place(basket="queued"))
        busy = StatusKind.GOING_ON if overview.queued else StatusKind.DONE
        signs = [
            Sign(
                "queue",
                tr("Queue"),
                busy,
                tr("{0} waiting").format(number(overview.queued)),
                queue,
                QUEUED_ICON if overview.queued else "",
            )
        ]
        if overview.oldest_queued_at:
            age = (self._now() - overview.oldest_queued_at).total_seconds()
            kind = StatusKind.NEEDS_YOU if age >= OLD_QUEUE_S else StatusKind.GOING_ON
            words = self._texts.formats.when(overview.oldest_queued_at, self._now())
            signs.append(Sign("oldest", tr("Oldest"), kind, words, queue))
        if overview.uncertain:
            signs.append(
                Sign(
                    "uncertain",
                    tr("Uncertain"),
                    StatusKind.UNKNOWN,
                    tr("{0}, JD is being asked").format(number(overview.uncertain)),
                    Lead("outboundTab", Place(basket="uncertain")),
                )
            )
        return signs

    def _no_account(self) -> Sign:
        words = tr("no JD.ID account yet")
        return Sign(
            "connection", tr("Connection"), StatusKind.WAITING, words, Lead("authorizationTab")
        )

    def _heading(self, grid: QGridLayout, words: str) -> None:
        if words:
            grid.addWidget(SectionHeader(words, parent=self), grid.rowCount(), 0, 1, 4)

    def _add(self, grid: QGridLayout, sign: Sign) -> None:
        row, look = grid.rowCount(), status_look(sign.kind)
        middle = Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(IconLabel(sign.icon or look.icon, look.role, 16), row, 0, middle)
        grid.addWidget(text(sign.label, TextRole.DIM), row, 1, middle)
        healthy = sign.kind in (StatusKind.DONE, StatusKind.WAITING)
        role = TextRole.BODY if healthy else TextRole(sign.kind.value)
        words = ElidedLabel(sign.words, role)
        words.setAccessibleName(f"{sign.label}: {sign.words}")
        grid.addWidget(words, row, 2, middle)
        go = IconButton(
            "chevron-right", tr("Open: {0}").format(sign.label), name=f"{sign.key}HealthButton"
        )
        go.clicked.connect(lambda: self.led.emit(sign.lead))
        grid.addWidget(go, row, 3, middle)
