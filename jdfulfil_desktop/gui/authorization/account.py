"""A card of health for one account: news, token, clock, queue, and the way to authorize again."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from jdfulfil_desktop.application.queries import ConnectionRow
from jdfulfil_desktop.domain.connection import QUICK_LIMIT, QUICK_WARNING_FROM
from jdfulfil_desktop.gui.authorization.columns import STATES
from jdfulfil_desktop.gui.theme import SPACE_L, SPACE_S, StatusKind
from jdfulfil_desktop.gui.widgets import (
    Button,
    ButtonKind,
    Card,
    CopyableCode,
    KeyValueGrid,
    MaskedLabel,
    Notice,
    StatusBadge,
)
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts

_CLOCK_WORTH_SAYING_S = 60


class AccountCard(Card):
    """One account and its health; asks through signals, with the account."""

    authorizeWanted = Signal(object)
    warehouseWanted = Signal(object)
    upgradeWanted = Signal(object)
    checkWanted = Signal(object)
    pauseWanted = Signal(object)
    removeWanted = Signal(object)
    historyWanted = Signal(object)
    adoptWanted = Signal(object)
    heldWanted = Signal(object)

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
        columns.addWidget(self._who(), 1, Qt.AlignmentFlag.AlignTop)
        columns.addWidget(self._health(now), 1, Qt.AlignmentFlag.AlignTop)
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
        offset = round(account.clock_offset_s)
        clock = tr("{0} seconds").format(texts.number(offset))
        if abs(offset) >= _CLOCK_WORTH_SAYING_S:
            clock += " · " + tr("set this PC's clock automatically")
        grid.add(tr("Clock difference"), clock)
        grid.add(tr("Last contact"), texts.time(account.last_contact_at))
        grid.add(tr("Last news"), texts.time(account.last_news_at))
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
        """Say what is wrong, what it means and that nothing is lost (R3, R10)."""
        account = self._account
        if account.on_hold:
            self._say(tr("You paused this account. What is queued keeps its place."))
            return
        waits = tr("The queue waits and nothing is lost.")
        if account.unauthorized:
            orders = self._texts.count("orders", account.unauthorized)
            waits = tr("{0} wait for it and nothing is lost.").format(orders)
        cause = self._texts.message(account.state_code) if account.state_code else ""
        words = {
            "reauthorize": tr("Authorize again and it goes on by itself."),
            "wrong": tr("Authorize again with the right values and it goes on by itself."),
            "paused": tr("JD's quota for the App Key is used up; it goes on by itself."),
        }.get(account.state, "")
        said = " ".join(part for part in (cause, waits, words) if part) if words else ""
        if said:
            self._say(said)
        elif account.mode == "quick":
            self._add_limit()

    def _add_limit(self) -> None:
        """Warn from 800 orders a day; from 1,000 say what is held and the way out (R3)."""
        account, number = self._account, self._texts.number
        if account.over_limit:
            words = tr(
                "{0} are held by today's limit. They go tomorrow by themselves, or now with Basic."
            )
            held = self._texts.count("orders", account.over_limit)
            notice = self._say(words.format(held), tr("Show them"))
            notice.acted.connect(lambda: self.heldWanted.emit(self._account))
        elif account.sent_today >= QUICK_WARNING_FROM:
            words = tr(
                "{0} of {1} orders sent today: later ones wait until tomorrow, or for Basic."
            )
            self._say(words.format(number(account.sent_today), number(QUICK_LIMIT - 1)))

    def _say(self, words: str, action: str = "") -> Notice:
        notice = Notice(StatusKind.NEEDS_YOU, words, action=action, parent=self)
        self.body.addWidget(notice)
        self.body.addSpacing(SPACE_S)
        return notice

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
        if self._account.mode == "quick":
            upgrade = Button(
                tr("Upgrade to Basic"), name="upgradeButton", icon_name="arrow-up-bold-outline"
            )
            upgrade.clicked.connect(lambda: self.upgradeWanted.emit(self._account))
            row.addWidget(upgrade)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addLayout(self._quiet_row())

    def _quiet_row(self) -> QHBoxLayout:
        """Give what is rarely done: links, so that the first row stays the first."""
        row = QHBoxLayout()
        row.setSpacing(SPACE_S)
        on_hold = self._account.on_hold
        for words, name, icon_name, signal in (
            (tr("Check now"), "checkAccountButton", "heart-pulse", self.checkWanted),
            (tr("Take over JD's goods"), "adoptButton", "download-outline", self.adoptWanted),
            (tr("History"), "accountHistoryButton", "history", self.historyWanted),
            (
                tr("Go on") if on_hold else tr("Pause"),
                "resumeAccountButton" if on_hold else "pauseAccountButton",
                "play" if on_hold else "pause",
                self.pauseWanted,
            ),
            (tr("Remove"), "removeAccountButton", "trash-can-outline", self.removeWanted),
        ):
            button = Button(words, name=name, icon_name=icon_name, kind=ButtonKind.LINK)
            button.clicked.connect(lambda _on=False, signal=signal: signal.emit(self._account))
            row.addWidget(button)
        row.addStretch(1)
        return row
