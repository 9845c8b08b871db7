"""The authorization page: two ways in, then one card of health an account (R1-R10)."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from jdfulfil_desktop.application.queries import ConnectionRow
from jdfulfil_desktop.application.remote.authorizing import ConnectRequest, connect
from jdfulfil_desktop.application.remote.extending import add_department, add_warehouse
from jdfulfil_desktop.application.remote.office import Office
from jdfulfil_desktop.domain.connection import Connection, Mode
from jdfulfil_desktop.domain.events import ConnectionsChanged, Event, OrdersChanged
from jdfulfil_desktop.gui._generated.ui_authorization_page import Ui_AuthorizationPage
from jdfulfil_desktop.gui.authorization.account import AccountCard
from jdfulfil_desktop.gui.authorization.columns import columns
from jdfulfil_desktop.gui.authorization.connecting import ConnectDialog, Known
from jdfulfil_desktop.gui.authorization.extending import DepartmentDialog, WarehouseDialog
from jdfulfil_desktop.gui.authorization.waiting import WaitingDialog
from jdfulfil_desktop.gui.authorization.ways import WayCard, basic_card, quick_card, stacked
from jdfulfil_desktop.gui.rows_table import RowsTable, TableCard
from jdfulfil_desktop.gui.shell import Place, Shell
from jdfulfil_desktop.gui.theme import HEADER_HEIGHT, ROW_HEIGHT, SPACE_L, StatusKind
from jdfulfil_desktop.gui.widgets import Button, PageFrame, SectionHeader, ask
from jdfulfil_desktop.gui.words import tr

_ROWS_SHOWN = 5
_FRAME = 4


def build(shell: Shell) -> AuthorizationPage:
    """Build the page."""
    return AuthorizationPage(shell)


class AuthorizationPage(PageFrame):
    """Otorisasi."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(tr("Authorization"))
        self.shell = shell
        self.desk = shell.desk
        self._accounts: list[ConnectionRow] = []
        self._shown: object = None
        add = Button(tr("Add department"), name="addDepartmentButton", icon_name="plus")
        add.clicked.connect(lambda: self.desk.start(self._add_department(), self))
        self.add_secondary(add)
        self._add_button = add
        holder = QWidget(self)
        form = Ui_AuthorizationPage()
        form.setupUi(holder)  # type: ignore[no-untyped-call]  # uic writes no annotations
        self.body.addWidget(holder, 1)
        self.table = RowsTable(
            columns(self.desk.texts),
            name="connectionTable",
            title=tr("Accounts"),
            key=lambda row: row.pin,
            parent=holder,
        )
        self.table.rowChosen.connect(self._show_account)
        self._frame = TableCard(self.table, holder)
        form.tableLayout.addWidget(self._frame)
        self._scroll: QScrollArea = form.accountArea
        self._scroll.setAccessibleName(tr("Account"))
        self.desk.watch(self, self._changed, ConnectionsChanged, OrdersChanged)
        self.desk.start(self._reload(), self)

    def go_to(self, place: Place) -> None:
        """Begin a way in at once: `quick` or `basic`; or look at the account of `key`."""
        if place.deed in ("quick", "basic"):
            self.begin(Mode(place.deed))
        account = next((row for row in self._accounts if row.pin == place.key), None)
        if account is not None:
            self.table.choose_position(self._accounts.index(account))

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
        self._show_table()
        pin = chosen.pin if chosen is not None else ""
        account = next((row for row in self._accounts if row.pin == pin), None)
        self._show_account(account or (self._accounts[0] if self._accounts else None))

    def _show_table(self) -> None:
        """Show every account up to five at once, without a scrollbar."""
        self.table.show_rows(self._accounts)
        self._frame.setVisible(bool(self._accounts))
        shown = min(len(self._accounts), _ROWS_SHOWN)
        self._frame.setFixedHeight(HEADER_HEIGHT + shown * ROW_HEIGHT + _FRAME)
        policy = Qt.ScrollBarPolicy
        many = len(self._accounts) > _ROWS_SHOWN
        bar = policy.ScrollBarAsNeeded if many else policy.ScrollBarAlwaysOff
        self.table.setVerticalScrollBarPolicy(bar)

    def _show_account(self, account: ConnectionRow | None) -> None:
        """Show the account's health, and below it the ways to connect a further one."""
        if account is None and self._accounts:
            return
        shown = (account, self.desk.program.gateway_url)
        if shown == self._shown:
            return
        self._shown = shown
        cards: list[QWidget] = []
        if account is not None:
            card = AccountCard(account, self.desk.texts, self.desk.clock.now(), self)
            card.authorizeWanted.connect(self._authorize_again)
            card.warehouseWanted.connect(
                lambda row: self.desk.start(self._add_warehouse(row), self)
            )
            card.upgradeWanted.connect(lambda row: self.begin(Mode.BASIC, _known(row)))
            cards += [card, SectionHeader(tr("Connect a further account"), parent=self)]
        at = self._scroll.verticalScrollBar().value()
        self._scroll.setWidget(stacked([*cards, self._ways()], self))
        self._scroll.verticalScrollBar().setValue(at)

    def _ways(self) -> QWidget:
        """Give the two ways side by side (R2)."""
        ways = QWidget(self)
        row = QHBoxLayout(ways)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_L)
        quick, basic = quick_card(ways), basic_card(ways)
        quick.chosen.connect(lambda: self.begin(Mode.QUICK))
        basic.chosen.connect(lambda: self.begin(Mode.BASIC))
        self._judge_quick(quick, basic)
        row.addWidget(quick, 1)
        row.addWidget(basic, 1)
        return ways

    def _judge_quick(self, quick: WayCard, basic: WayCard) -> None:
        """Forbid Quick where no gateway is known that publishes the program's App Key (R3)."""
        known = self.desk.program.gateway_url or any(r.mode == "quick" for r in self._accounts)
        if not known:
            quick.forbid(
                tr(
                    "The program's own App Key works on practice gateways only, and none is known "
                    "here: use Basic authorization."
                ),
                tr("I have a practice gateway's address"),
            )
            basic.recommend()

    # -- deeds ------------------------------------------------------------------------------------

    def begin(self, mode: Mode, known: Known | None = None) -> None:
        """Begin an authorization."""
        start = known or Known(gateway_url=self.desk.program.gateway_url)
        self.desk.start(self._connect(mode, start), self)

    def _authorize_again(self, account: ConnectionRow) -> None:
        self.begin(Mode(account.mode), _known(account))

    async def _connect(self, mode: Mode, known: Known) -> None:
        """Ask for the fields until the account is connected or the user turns away."""

        async def attempt(request: ConnectRequest) -> bool:
            return await self.authorize(request, dialog)

        dialog = ConnectDialog(self.desk, mode, known, attempt, self)
        dialog.basicWanted.connect(lambda typed: self.begin(Mode.BASIC, typed))
        await ask(dialog)

    async def authorize(self, request: ConnectRequest, over: QWidget | None = None) -> bool:
        """Open the login page and wait visibly until JD sends the user back (R5).

        False where the user stopped waiting. Raises FulfilError.
        """
        waiting = WaitingDialog(over or self)
        loop = asyncio.get_running_loop()

        def open_login(address: str) -> None:
            opened = self.desk.program.open_browser(address)
            loop.call_soon_threadsafe(lambda: waiting.show_address(address, opened=opened))

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
            return False
        finally:
            waiting.close()
            waiting.deleteLater()
        news = self.desk.texts.news(saved.news)
        self.shell.say(StatusKind.DONE, tr("Connected. News: {0}.").format(news))
        return True

    async def _add_department(self) -> None:
        async def attempt(chosen: tuple[str, str]) -> bool:
            await self.desk.remote(lambda office: add_department(office, *chosen))
            return True

        pins = [row.pin for row in self._accounts]
        chosen = await ask(DepartmentDialog(self.desk, pins, attempt, self))
        if chosen is not None:
            number = chosen[1]
            self.shell.say(StatusKind.DONE, tr("Department {0} added.").format(number))
            await self._ask_warehouse([number])

    async def _add_warehouse(self, account: ConnectionRow) -> None:
        await self._ask_warehouse([number for number, _houses in account.departments])

    async def _ask_warehouse(self, departments: Sequence[str]) -> None:
        async def attempt(chosen: tuple[str, str]) -> bool:
            await self.desk.remote(lambda office: add_warehouse(office, *chosen))
            return True

        chosen = await ask(WarehouseDialog(self.desk, departments, attempt, self))
        if chosen is not None:
            self.shell.say(StatusKind.DONE, tr("Warehouse {0} added.").format(chosen[1]))


def _known(account: ConnectionRow) -> Known:
    """Give what the form of an account can be filled with beforehand."""
    department, warehouses = account.departments[0] if account.departments else ("", ())
    return Known(account.gateway_url, department, warehouses[0] if warehouses else "", account.pin)
