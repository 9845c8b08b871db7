"""The two ways to authorize, side by side, and a card of health for each account (R2-R6, R10)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jdfulfil_desktop.application.queries import ConnectionRow
from jdfulfil_desktop.domain.connection import QUICK_LIMIT, QUICK_WARNING_FROM
from jdfulfil_desktop.gui.theme import SPACE_L, SPACE_M, SPACE_S, Role, StatusKind
from jdfulfil_desktop.gui.widgets import (
    Button,
    ButtonKind,
    Card,
    CopyableCode,
    IconLabel,
    KeyValueGrid,
    MaskedLabel,
    Notice,
    StatusBadge,
    TextRole,
    text,
)
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts

STATES = {
    "ok": StatusKind.DONE,
    "paused": StatusKind.WAITING,
    "reauthorize": StatusKind.NEEDS_YOU,
    "wrong": StatusKind.FAILED,
}


class WayCard(Card):
    """One of the two ways: who it is for, what is needed, one button; `chosen` is that button."""

    chosen = Signal()

    def __init__(
        self,
        icon_name: str,
        title: str,
        whom: str,
        needs: Sequence[str],
        button: Button,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(margin=24, parent=parent)
        head = QHBoxLayout()
        head.setSpacing(SPACE_M)
        head.addWidget(IconLabel(icon_name, Role.ACCENT, 28, self))
        head.addWidget(text(title, TextRole.TITLE, parent=self))
        head.addStretch(1)
        self.body.addLayout(head)
        self.body.addWidget(text(whom, TextRole.DIM, wrap=True, parent=self))
        self.body.addSpacing(SPACE_S)
        self.body.addWidget(text(tr("You need"), TextRole.STRONG, parent=self))
        for need in needs:
            row = QHBoxLayout()
            row.setSpacing(SPACE_S)
            row.addWidget(IconLabel("check", Role.DIM, 16, self), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(text(need, wrap=True, parent=self), 1)
            self.body.addLayout(row)
        self.notice = Notice(StatusKind.WAITING, parent=self)
        self.body.addWidget(self.notice)
        self.body.addSpacing(SPACE_S)
        self.body.addStretch(1)
        self.button = button
        self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        button.clicked.connect(self.chosen)
        self.setAccessibleName(title)

    def forbid(self, why: str) -> None:
        """Show the way disabled with its reason (R3)."""
        self.button.allow(False, why)
        self.notice.show_notice(StatusKind.WAITING, why)


def quick_card(parent: QWidget | None = None) -> WayCard:
    """Build the card of Otorisasi Cepat (R3)."""
    button = Button(
        tr("Authorize quickly"),
        name="quickButton",
        kind=ButtonKind.PRIMARY,
        icon_name="lightning-bolt-outline",
    )
    return WayCard(
        "lightning-bolt-circle",
        tr("Quick authorization"),
        tr("For merchants with fewer than 1,000 orders a day. Ready in two minutes."),
        [tr("Department number"), tr("Warehouse number"), tr("Your JD.ID PIN")],
        button,
        parent,
    )


def basic_card(parent: QWidget | None = None) -> WayCard:
    """Build the card of Otorisasi Dasar (R4)."""
    button = Button(tr("Authorize with own key"), name="basicButton", icon_name="key-outline")
    return WayCard(
        "key-variant",
        tr("Basic authorization"),
        tr("For merchants with more orders, or an App Key of their own. No daily limit."),
        [
            tr("App Key, App Secret and gateway user; JD.ID customer service grants them"),
            tr("Department number and warehouse number"),
            tr("Your JD.ID PIN"),
        ],
        button,
        parent,
    )


class AccountCard(Card):
    """One account and its health; asks through signals, with its PIN."""

    authorizeWanted = Signal(object)
    warehouseWanted = Signal(object)

    def __init__(
        self, account: ConnectionRow, texts: Texts, now: datetime, parent: QWidget | None = None
    ) -> None:
        super().__init__(texts.mode(account.mode), margin=20, parent=parent)
        self._account = account
        self._texts = texts
        state = StatusBadge(STATES[account.state], texts.connection_state(account.state))
        self.corner.addWidget(state)
        columns = QHBoxLayout()
        columns.setSpacing(SPACE_L * 2)
        columns.addWidget(self._who(), 1)
        columns.addWidget(self._health(now), 1)
        self.body.addLayout(columns)
        self._add_notice()
        self._add_buttons()

    def _who(self) -> KeyValueGrid:
        grid = KeyValueGrid(self)
        grid.add(tr("PIN"), MaskedLabel(self._account.pin, visible_tail=2))
        for department_no, warehouses in self._account.departments:
            grid.add(tr("Department"), CopyableCode(department_no))
            for number in warehouses:
                grid.add(tr("Warehouse"), CopyableCode(number))
        grid.add(tr("Gateway"), self._account.gateway_url)
        return grid

    def _health(self, now: datetime) -> KeyValueGrid:
        account, texts = self._account, self._texts
        grid = KeyValueGrid(self)
        grid.add(tr("News"), f"{texts.news(account.news)}: {texts.news_meaning(account.news)}")
        if account.token_expires_at:
            days = (account.token_expires_at - now).days
            grid.add(
                tr("Token"),
                tr("valid until {0} ({1} days)").format(
                    texts.time_in_full(account.token_expires_at), texts.number(max(days, 0))
                ),
            )
        grid.add(tr("Clock difference"), tr("{0} seconds").format(round(account.clock_offset_s)))
        grid.add(tr("Last contact"), texts.time(account.last_contact_at))
        grid.add(tr("Queued"), texts.number(account.queued))
        if account.mode == "quick":
            grid.add(
                tr("Sent today"),
                tr("{0} of at most {1}").format(
                    texts.number(account.sent_today), texts.number(QUICK_LIMIT - 1)
                ),
            )
        return grid

    def _add_notice(self) -> None:
        account = self._account
        notice = Notice(StatusKind.NEEDS_YOU, parent=self)
        if account.state in ("reauthorize", "wrong"):
            notice.show_notice(
                StatusKind.NEEDS_YOU,
                tr(
                    "The queue waits and nothing is lost. Authorize again and it goes on by itself."
                ),
            )
        elif account.mode == "quick" and account.sent_today >= QUICK_WARNING_FROM:
            notice.show_notice(
                StatusKind.NEEDS_YOU,
                tr("Close to the daily limit: later orders wait until tomorrow, or for Basic."),
            )
        self.body.addWidget(notice)
        self.body.addSpacing(SPACE_S)

    def _add_buttons(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(SPACE_S)
        urgent = self._account.state in ("reauthorize", "wrong")
        kind = ButtonKind.PRIMARY if urgent else ButtonKind.SECONDARY
        again = Button(
            tr("Authorize again"), name="authorizeAgainButton", icon_name="key-outline", kind=kind
        )
        again.clicked.connect(lambda: self.authorizeWanted.emit(self._account))
        more = Button(tr("Add warehouse"), name="addWarehouseButton", icon_name="plus")
        more.clicked.connect(lambda: self.warehouseWanted.emit(self._account))
        row.addWidget(again)
        row.addWidget(more)
        row.addStretch(1)
        self.body.addLayout(row)


def stacked(cards: Sequence[QWidget], parent: QWidget) -> QWidget:
    """Put cards below each other, the room that is left at the end."""
    box = QWidget(parent)
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE_L)
    for card in cards:
        column.addWidget(card)
    column.addStretch(1)
    return box
