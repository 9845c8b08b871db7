"""What is done with an account that is there: check, pause, remove, bring back, its history."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.application.history import of_account
from jdfulfil_desktop.application.queries import ConnectionRow, WarehouseRow
from jdfulfil_desktop.application.remote.checkup import Check, check_account
from jdfulfil_desktop.application.remote.extending import add_department, add_warehouse
from jdfulfil_desktop.application.remote.leaving import remove_account
from jdfulfil_desktop.domain.account_commands import PauseAccount, RestoreAccount
from jdfulfil_desktop.domain.errors import FulfilError
from jdfulfil_desktop.gui.authorization.adopting import AdoptDialog, adopted_words
from jdfulfil_desktop.gui.authorization.extending import (
    DepartmentDialog,
    WarehouseDialog,
    show_offers,
)
from jdfulfil_desktop.gui.history import show_history
from jdfulfil_desktop.gui.restoring import RestoreDialog
from jdfulfil_desktop.gui.shell import Place, Shell
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import DialogFrame, Item, ItemList, ask, confirm
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts, masked


class AccountDeeds:
    """Do what an account's card asks for; `page` is what dialogs stand over."""

    def __init__(self, shell: Shell, page: QWidget) -> None:
        self._shell, self._page = shell, page
        self._desk = shell.desk

    async def check(self, account: ConnectionRow) -> None:
        """Ask JD once, so that token, clock and last contact are of now (R10)."""
        found: Check = await self._desk.remote(lambda office: check_account(office, account.pin))
        failure = found.data.get("failure")
        if isinstance(failure, FulfilError):
            raise failure
        words = tr("JD answers. Clock difference: {0} seconds.")
        offset = self._desk.texts.number(round(float(str(found.data.get("offset", 0)))))
        kind = StatusKind.DONE if found.verdict == "ok" else StatusKind.NEEDS_YOU
        self._shell.say(kind, words.format(offset))

    async def pause(self, account: ConnectionRow) -> None:
        """Pause an account, or go on; nothing queued is lost."""
        await self._desk.command(PauseAccount(account.pin, paused=not account.on_hold))
        if account.on_hold:
            self._shell.say(StatusKind.DONE, tr("The account goes on; its queue is sent."))
        else:
            self._shell.say(StatusKind.WAITING, tr("Paused. What is queued keeps its place."))

    async def remove(self, account: ConnectionRow) -> None:
        """Remove an account; where documents are open, say which and lead there."""
        houses = await self._desk.read(lambda q: q.warehouses())
        busy = [w for w in houses if w.pin == account.pin and w.open_outbounds + w.open_inbounds]
        if busy:
            await self._say_busy(account, busy)
            return
        agreed = await confirm(
            self._page,
            tr("Remove {0}").format(masked(account.pin)),
            tr(
                "Its warehouses are deactivated and its secrets deleted from this PC. Orders, "
                "stock and history stay, and the account may come back at any time."
            ),
            tr("Remove"),
            danger=True,
        )
        if agreed:
            await self._desk.remote(lambda office: remove_account(office, account.pin))
            self._shell.say(StatusKind.DONE, tr("The account was removed; it may come back."))

    async def _say_busy(self, account: ConnectionRow, busy: Sequence[WarehouseRow]) -> None:
        dialog = BusyDialog(account, busy, self._desk.texts, self._page)
        if await ask(dialog):
            outbound = any(house.open_outbounds for house in busy)
            self._shell.go("outboundTab" if outbound else "inboundTab", Place())

    async def show_history(self, account: ConnectionRow) -> None:
        """Show what was changed on the account."""
        record = of_account(account.pin)
        await show_history(self._desk, record, masked(account.pin), self._page)

    async def bring_back(self) -> None:
        """Show the removed accounts; bring the chosen one back."""
        found = await self._desk.read(lambda q: q.removed())
        rows = [
            (row.pin, f"{masked(row.pin)} · {', '.join(number for number, _ in row.departments)}")
            for row in found.connections
        ]
        intro = tr("An account that comes back has to be authorized again.")
        pin = await ask(RestoreDialog(tr("Removed accounts"), intro, rows, self._page))
        if pin:
            await self._desk.command(RestoreAccount(pin))
            self._shell.say(
                StatusKind.NEEDS_YOU, tr("The account is back. Authorize it again to go on.")
            )

    async def add_department(self, pins: Sequence[str]) -> None:
        """Add a department of an account, then its first warehouse (R7)."""

        async def attempt(chosen: tuple[str, str]) -> bool:
            await self._desk.remote(lambda office: add_department(office, *chosen))
            return True

        dialog = DepartmentDialog(self._desk, pins, attempt, self._page)
        self._desk.start(show_offers(dialog, self._desk, pins[0]), dialog)
        chosen = await ask(dialog)
        if chosen is not None:
            pin, number = chosen
            self._shell.say(StatusKind.DONE, tr("Department {0} added.").format(number))
            await self._ask_warehouse(pin, [number])

    async def add_warehouse(self, account: ConnectionRow) -> None:
        """Add a further warehouse: no new login (R7)."""
        numbers = [number for number, _houses in account.departments]
        await self._ask_warehouse(account.pin, numbers)

    async def _ask_warehouse(self, pin: str, departments: Sequence[str]) -> None:
        async def attempt(chosen: tuple[str, str]) -> bool:
            await self._desk.remote(lambda office: add_warehouse(office, *chosen))
            return True

        dialog = WarehouseDialog(self._desk, departments, attempt, self._page)
        self._desk.start(show_offers(dialog, self._desk, pin), dialog)
        chosen = await ask(dialog)
        if chosen is not None:
            self._shell.say(StatusKind.DONE, tr("Warehouse {0} added.").format(chosen[1]))

    async def adopt(self, houses: Sequence[str]) -> None:
        """Offer the goods that JD already has."""
        if not houses:
            return
        done = await ask(AdoptDialog(self._desk, houses, self._page))
        if done:
            self._shell.say(StatusKind.DONE, adopted_words(done, self._desk))


class BusyDialog(DialogFrame):
    """Say what keeps an account from being removed (R11), and lead there."""

    def __init__(
        self, account: ConnectionRow, busy: Sequence[WarehouseRow], texts: Texts, parent: QWidget
    ) -> None:
        super().__init__(
            tr("{0} cannot be removed yet").format(masked(account.pin)),
            tr("Show what is open"),
            intro=tr("Finish what is open in its warehouses first, then remove it."),
            deed_name="showOpenButton",
            parent=parent,
        )
        items = [_open_item(house, texts) for house in busy]
        self.body.addWidget(ItemList(items, parent=self))


def _open_item(house: WarehouseRow, texts: Texts) -> Item:
    parts = []
    if house.open_outbounds:
        parts.append(texts.count("orders", house.open_outbounds))
    if house.open_inbounds:
        parts.append(tr("{0} inbound lists").format(texts.number(house.open_inbounds)))
    words = ", ".join(parts)
    return Item(house.warehouse_no, words, "", StatusKind.NEEDS_YOU, icon="warehouse")
