"""The authorization page: two ways in, then one card of health an account (R1-R10)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from jdfulfil_desktop.application.ports import InstalledApp
from jdfulfil_desktop.application.queries import ConnectionRow
from jdfulfil_desktop.application.remote.adopting import count_goods
from jdfulfil_desktop.application.remote.authorizing import ConnectRequest
from jdfulfil_desktop.domain.connection import Mode
from jdfulfil_desktop.domain.errors import FulfilError
from jdfulfil_desktop.domain.events import ConnectionsChanged, Event, OrdersChanged
from jdfulfil_desktop.gui._generated.ui_authorization_page import Ui_AuthorizationPage
from jdfulfil_desktop.gui.authorization.account import AccountCard
from jdfulfil_desktop.gui.authorization.columns import columns
from jdfulfil_desktop.gui.authorization.connecting import ConnectDialog, Known
from jdfulfil_desktop.gui.authorization.deeds import AccountDeeds
from jdfulfil_desktop.gui.authorization.logging_in import log_in
from jdfulfil_desktop.gui.authorization.ways import WayCard, basic_card, quick_card, stacked
from jdfulfil_desktop.gui.files import choose_files
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
        self.deeds = AccountDeeds(shell, self)
        self._accounts: list[ConnectionRow] = []
        self._shown: object = None
        self._identity: InstalledApp | None = None
        add = Button(tr("Add department"), name="addDepartmentButton", icon_name="plus")
        add.clicked.connect(
            lambda: self.desk.start(
                self.deeds.add_department([row.pin for row in self._accounts]), self
            )
        )
        self.add_secondary(add)
        self._add_button = add
        self._removed = QAction(tr("Removed accounts"), self)
        self._removed.triggered.connect(lambda: self.desk.start(self.deeds.bring_back(), self))
        self.add_overflow(self._removed)
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
        self.desk.start(self._begin(), self)

    async def _begin(self) -> None:
        """Read what is there; the keyring is asked once, for it may be slow."""
        await self._reload()
        self._identity = await self.desk.work(self.desk.program.office.identities.installed)
        if self._identity is not None:
            await self._reload()

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
        self._accounts, removed = await self.desk.read(
            lambda q: (q.connections(), q.removed().connections)
        )
        self._removed.setEnabled(bool(removed))
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
        shown = (account, self.desk.program.gateway_url, self._identity)
        if shown == self._shown:
            return
        self._shown = shown
        cards: list[QWidget] = []
        if account is not None:
            card = AccountCard(account, self.desk.texts, self.desk.clock.now(), self)
            card.authorizeWanted.connect(self._authorize_again)
            card.upgradeWanted.connect(lambda row: self.begin(Mode.BASIC, _known(row)))
            self._wire(card)
            cards += [card, SectionHeader(tr("Connect a further account"), parent=self)]
        at = self._scroll.verticalScrollBar().value()
        self._scroll.setWidget(stacked([*cards, self._ways()], self))
        self._scroll.verticalScrollBar().setValue(at)

    def _wire(self, card: AccountCard) -> None:
        """Connect what a card asks for."""
        start, deeds = self.desk.start, self.deeds
        for signal, deed in (
            (card.checkWanted, deeds.check),
            (card.pauseWanted, deeds.pause),
            (card.removeWanted, deeds.remove),
            (card.historyWanted, deeds.show_history),
            (card.warehouseWanted, deeds.add_warehouse),
        ):
            signal.connect(lambda row, deed=deed: start(deed(row), self))
        card.adoptWanted.connect(lambda row: start(deeds.adopt(_houses(row)), self))
        card.heldWanted.connect(lambda _row: self.shell.go("outboundTab", Place(basket="held")))

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
        if self._identity is not None:
            whose = self._identity.distributor or self._identity.gateway_url
            quick.say(tr("App identity of {0} is installed.").format(whose))
        known = self.desk.program.gateway_url or any(r.mode == "quick" for r in self._accounts)
        if not known and self._identity is None:
            quick.forbid(
                tr(
                    "The program's own App Key works on practice gateways only, and none is known "
                    "here: use Basic authorization."
                ),
                tr("I have a practice gateway's address"),
            )
            quick.offer_file(tr("I have a distributor's app-identity file"))
            quick.fileWanted.connect(lambda: self.desk.start(self._load_identity(), self))
            basic.recommend()

    # -- deeds ------------------------------------------------------------------------------------

    def begin(self, mode: Mode, known: Known | None = None) -> None:
        """Begin an authorization."""
        address = self.desk.program.gateway_url
        if mode is Mode.QUICK and not address and self._identity is not None:
            address = self._identity.gateway_url
        start = known or Known(gateway_url=address)
        self.desk.start(self._connect(mode, start), self)

    async def _load_identity(self) -> None:
        """Install a distributor's app-identity file, so that Quick works (R3)."""
        kinds = tr("App identity (*.json)")
        chosen = await choose_files(self, tr("App-identity file"), kinds)
        if not chosen:
            return
        identities = self.desk.program.office.identities
        self._identity = await self.desk.work(lambda: identities.install(chosen[0]))
        words = tr("App identity for {0} is installed: Quick works there.")
        self.shell.say(StatusKind.DONE, words.format(self._identity.gateway_url))
        await self._reload()

    def _authorize_again(self, account: ConnectionRow) -> None:
        self.begin(Mode(account.mode), _known(account))

    async def _connect(self, mode: Mode, known: Known) -> None:
        """Ask for the fields until the account is connected or the user turns away."""

        async def attempt(request: ConnectRequest) -> bool:
            return await self.authorize(request, dialog)

        dialog = ConnectDialog(self.desk, mode, known, attempt, self)
        dialog.basicWanted.connect(lambda typed: self.begin(Mode.BASIC, typed))
        first = not self._accounts
        request = await ask(dialog)
        if first and request is not None:
            await self._offer_goods(request)

    async def _offer_goods(self, request: ConnectRequest) -> None:
        """Offer what JD already has, once, after the first connection (R20)."""
        house = request.warehouse_no.strip()
        try:
            count = await self.desk.remote(lambda office: count_goods(office, house))
        except FulfilError:
            return  # it is offered on the account's card as well
        if count:
            await self.deeds.adopt([house])

    async def authorize(self, request: ConnectRequest, over: QWidget | None = None) -> bool:
        """Log in; False where the user stopped waiting. Raises FulfilError."""
        return await log_in(self.shell, request, over or self)


def _houses(account: ConnectionRow) -> list[str]:
    return [number for _department, houses in account.departments for number in houses]


def _known(account: ConnectionRow) -> Known:
    """Give what the form of an account can be filled with beforehand."""
    department, warehouses = account.departments[0] if account.departments else ("", ())
    return Known(account.gateway_url, department, warehouses[0] if warehouses else "", account.pin)
