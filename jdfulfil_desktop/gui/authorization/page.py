"""The authorization page: two ways in, then one card of health an account (R1-R10)."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from jdfulfil_desktop.application.queries import ConnectionRow
from jdfulfil_desktop.application.remote.authorizing import ConnectRequest, connect
from jdfulfil_desktop.application.remote.extending import add_department, add_warehouse
from jdfulfil_desktop.application.remote.office import Office
from jdfulfil_desktop.domain.connection import Connection, Mode
from jdfulfil_desktop.domain.events import ConnectionsChanged, Event, OrdersChanged
from jdfulfil_desktop.gui.authorization.cards import (
    AccountCard,
    basic_card,
    quick_card,
    stacked,
)
from jdfulfil_desktop.gui.authorization.columns import columns
from jdfulfil_desktop.gui.authorization.dialogs import (
    ConnectDialog,
    DepartmentDialog,
    Known,
    WaitingDialog,
    WarehouseDialog,
)
from jdfulfil_desktop.gui.rows_table import RowsTable, TableCard
from jdfulfil_desktop.gui.shell import Place, Shell
from jdfulfil_desktop.gui.theme import HEADER_HEIGHT, ROW_HEIGHT, SPACE_L, StatusKind
from jdfulfil_desktop.gui.widgets import Button, PageFrame, SectionHeader, ask
from jdfulfil_desktop.gui.words import tr

_ROWS_SHOWN = 5


def build(shell: Shell) -> QWidget:
    """Build the page."""
    return AuthorizationPage(shell)


class AuthorizationPage(PageFrame):
    """Otorisasi."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(tr("Authorization"))
        self.shell = shell
        self.desk = shell.desk
        self._accounts: list[ConnectionRow] = []
        add = Button(tr("Add department"), name="addDepartmentButton", icon_name="plus")
        add.clicked.connect(lambda: self.desk.start(self._add_department(), self))
        self.add_secondary(add)
        self._add_button = add
        self.table = RowsTable(
            columns(self.desk.texts),
            name="connectionTable",
            title=tr("Accounts"),
            key=lambda row: row.pin,
            parent=self,
        )
        self.table.rowChosen.connect(self._show_account)
        self._frame = TableCard(self.table, self)
        self._scroll = QScrollArea(self)
        self._scroll.setObjectName("accountArea")
        self._scroll.setAccessibleName(tr("Account"))
        self._scroll.setWidgetResizable(True)
        self.body.addWidget(self._frame)
        self.body.addWidget(self._scroll, 1)
        self.desk.watch(self, self._changed, ConnectionsChanged, OrdersChanged)
        self.desk.start(self._reload(), self)

    def go_to(self, place: Place) -> None:
        """Begin a way in at once: `quick` or `basic`."""
        if place.deed in ("quick", "basic"):
            self.begin(Mode(place.deed))

    def _changed(self, _events: Sequence[Event]) -> None:
        self.desk.start(self._reload(), self)

    async def _reload(self) -> None:
        self._accounts = await self.desk.read(lambda q: q.connections())
        self._add_button.allow(bool(self._accounts), tr("Authorize an account first."))
        if self._accounts:
            self.set_subtitle(tr("Accounts connected: {0}").format(len(self._accounts)))
        else:
            self.set_subtitle(tr("Connect your JD.ID account: choose one of two ways."))
        chosen = self.table.chosen_row()
        self.table.show_rows(self._accounts)
        self._frame.setVisible(bool(self._accounts))
        shown = min(len(self._accounts), _ROWS_SHOWN)
        self._frame.setFixedHeight(HEADER_HEIGHT + shown * ROW_HEIGHT + 2)
        pin = chosen.pin if chosen is not None else ""
        account = next((row for row in self._accounts if row.pin == pin), None)
        self._show_account(account or (self._accounts[0] if self._accounts else None))

    def _show_account(self, account: ConnectionRow | None) -> None:
        """Show the account's health, and below it the ways to connect a further one."""
        cards: list[QWidget] = []
        if account is not None:
            card = AccountCard(account, self.desk.texts, self.desk.clock.now(), self)
            card.authorizeWanted.connect(self._authorize_again)
            card.warehouseWanted.connect(
                lambda row: self.desk.start(self._add_warehouse(row), self)
            )
            cards += [card, SectionHeader(tr("Connect a further account"), parent=self)]
        elif self._accounts:
            return
        self._scroll.setWidget(stacked([*cards, self._ways()], self))

    def _ways(self) -> QWidget:
        """Give the two ways side by side (R2)."""
        ways = QWidget(self)
        row = QHBoxLayout(ways)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_L)
        quick, basic = quick_card(ways), basic_card(ways)
        quick.chosen.connect(lambda: self.begin(Mode.QUICK))
        basic.chosen.connect(lambda: self.begin(Mode.BASIC))
        row.addWidget(quick, 1)
        row.addWidget(basic, 1)
        return ways

    # -- deeds ------------------------------------------------------------------------------------

    def begin(self, mode: Mode, known: Known | None = None) -> None:
        """Begin an authorization."""
        start = known or Known(gateway_url=self.desk.program.gateway_url)
        self.desk.start(self._connect(mode, start), self)

    def _authorize_again(self, account: ConnectionRow) -> None:
        department, warehouses = account.departments[0] if account.departments else ("", ())
        known = Known(
            account.gateway_url, department, warehouses[0] if warehouses else "", account.pin
        )
        self.begin(Mode(account.mode), known)

    async def _connect(self, mode: Mode, known: Known) -> None:
        request = await ask(ConnectDialog(mode, known, self))
        if request is not None:
            await self.authorize(request)

    async def authorize(self, request: ConnectRequest) -> None:
        """Open the login page and wait visibly until JD sends the user back (R5)."""
        waiting = WaitingDialog(self)
        loop = asyncio.get_running_loop()

        def open_login(address: str) -> None:
            loop.call_soon_threadsafe(waiting.show_address, address)
            self.desk.program.open_browser(address)

        async def use_case(office: Office) -> Connection:
            listener = self.desk.program.login_listener()
            return await connect(office, request, listener, open_login)

        login = asyncio.ensure_future(self.desk.remote(use_case))
        waiting.rejected.connect(login.cancel)
        waiting.open()
        try:
            saved = await login
        except asyncio.CancelledError:
            self.shell.say(StatusKind.WAITING, tr("The authorization was cancelled."))
            return
        finally:
            waiting.close()
            waiting.deleteLater()
        news = self.desk.texts.news(saved.news)
        self.shell.say(StatusKind.DONE, tr("Connected. News: {0}.").format(news))

    async def _add_department(self) -> None:
        chosen = await ask(DepartmentDialog([row.pin for row in self._accounts], self))
        if chosen is None:
            return
        pin, number = chosen
        await self.desk.remote(lambda office: add_department(office, pin, number))
        self.shell.say(StatusKind.DONE, tr("Department {0} added.").format(number))
        await self._ask_warehouse([number])

    async def _add_warehouse(self, account: ConnectionRow) -> None:
        await self._ask_warehouse([number for number, _houses in account.departments])

    async def _ask_warehouse(self, departments: Sequence[str]) -> None:
        chosen = await ask(WarehouseDialog(departments, self))
        if chosen is None:
            return
        department_no, number = chosen
        await self.desk.remote(lambda office: add_warehouse(office, department_no, number))
        self.shell.say(StatusKind.DONE, tr("Warehouse {0} added.").format(number))
