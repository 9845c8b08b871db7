"""Hubungkan Gudang Toko: the matrix of stores and warehouses, and the deeds on it (R12)."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from jdfulfil_desktop.application.history import of_store
from jdfulfil_desktop.application.queries import StoreRow, WarehouseRow
from jdfulfil_desktop.domain.account_commands import ArchiveStore
from jdfulfil_desktop.domain.commands import BindStore, UnbindStore
from jdfulfil_desktop.gui._generated.ui_stores_panel import Ui_StoresPanel
from jdfulfil_desktop.gui.history import show_history
from jdfulfil_desktop.gui.restoring import RestoreDialog
from jdfulfil_desktop.gui.shell import Shell
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.warehouses.dialogs import BindDialog, StoreDialog
from jdfulfil_desktop.gui.warehouses.matrix import BindingTable
from jdfulfil_desktop.gui.widgets import ButtonKind, EmptySpec, EmptyState, ask, confirm
from jdfulfil_desktop.gui.words import tr


class StoresPanel(QWidget):
    """Show every store with the warehouses it is bound to, in the order they are tried."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._desk = shell.desk
        self._search = ""
        self.stores: list[StoreRow] = []
        self.houses: list[WarehouseRow] = []
        self.form = Ui_StoresPanel()
        self.form.setupUi(self)  # type: ignore[no-untyped-call]  # uic writes no annotations
        self.table: BindingTable = self.form.bindingTable
        self.table.setAccessibleName(tr("Stores and their warehouses"))
        self.form.hintLabel.setText(
            tr(
                "A number is the order in which a store's warehouses are tried. "
                "Press 1 to 9 to bind, Delete to unbind, Enter for the contact."
            )
        )
        self.form.addStoreButton.dress(tr("Add store"), "plus")
        self.form.addStoreButton.clicked.connect(lambda: self._desk.start(self.add_store(), self))
        self._dress_quiet_buttons()
        self._frame_table()
        self._wire()

    def _dress_quiet_buttons(self) -> None:
        """Give history and archive their words; they are about the store of the current row."""
        form = self.form
        for button, words, icon_name, deed in (
            (form.storeHistoryButton, tr("History"), "history", self._show_history),
            (form.archiveStoreButton, tr("Put away"), "archive-outline", self._archive),
            (form.restoreStoreButton, tr("Put away stores"), "archive-arrow-up", self._restore),
        ):
            button.dress(words, icon_name, kind=ButtonKind.LINK)
            button.clicked.connect(lambda _on=False, deed=deed: self._desk.start(deed(), self))
        self.table.currentCellChanged.connect(lambda *_cell: self._offer())
        self._offer()

    def _offer(self) -> None:
        chosen = bool(self.table.place()[0])
        for button in (self.form.storeHistoryButton, self.form.archiveStoreButton):
            button.allow(chosen, tr("Choose a store first."))

    def _frame_table(self) -> None:
        """Put the table on a card, and an empty state beside it."""
        card = QFrame(self)
        card.setProperty("surface", "card")
        card.setProperty("table", True)
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.table)
        self.table.show()  # the stack it comes from has hidden it
        empty = EmptyState(
            EmptySpec(
                "storefront-outline",
                tr("No stores yet"),
                tr(
                    "A store is your shop on one channel. Bind it to a warehouse and its orders "
                    "go there; without a binding they wait."
                ),
                tr("Add store"),
                "plus",
                "emptyStoreButton",
            )
        )
        empty.acted.connect(lambda: self._desk.start(self.add_store(), self))
        self._card, self._empty = card, QFrame(self)
        self._empty.setProperty("surface", "card")
        inner = QVBoxLayout(self._empty)
        inner.addWidget(empty)
        self.form.panelStack.addWidget(card)
        self.form.panelStack.addWidget(self._empty)

    def _wire(self) -> None:
        start = self._desk.start
        self.table.prioritized.connect(
            lambda store, house, n: start(self._bind(BindStore(store, house, n)), self)
        )
        self.table.unbound.connect(lambda store, house: start(self._unbind(store, house), self))
        self.table.opened.connect(lambda store, house: start(self.bind(store, house), self))

    def search(self, words: str) -> None:
        """Show the stores that have these words."""
        self._search = words.strip().casefold()
        self._show()

    async def reload(self) -> None:
        """Read stores and warehouses again."""
        self.stores = await self._desk.read(lambda q: q.stores())
        self.houses = [row for row in await self._desk.read(lambda q: q.warehouses()) if row.active]
        self._show()

    def _show(self) -> None:
        texts = self._desk.texts
        shown = [
            store
            for store in self.stores
            if self._search in f"{store.name} {texts.channel(store.channel)}".casefold()
        ]
        self.table.show_bindings(shown, self.houses, texts)
        self.form.panelStack.setCurrentWidget(self._card if self.stores else self._empty)
        self.form.hintLabel.setVisible(bool(self.stores))
        self._offer()

    async def _show_history(self) -> None:
        store, _house = self.table.place()
        await show_history(self._desk, of_store(store), store, self)

    async def _archive(self) -> None:
        """Put the chosen store away; while orders of it wait the rule says so."""
        store, _house = self.table.place()
        words = tr("Its bindings, orders and history stay, and it may come back at any time.")
        if await confirm(self, tr("Put {0} away").format(store), words, tr("Put away")):
            await self._desk.command(ArchiveStore(store))
            self._shell.say(StatusKind.DONE, tr("{0} was put away.").format(store))

    async def _restore(self) -> None:
        """Offer the stores that were put away."""
        found = await self._desk.read(lambda q: q.removed())
        channel = self._desk.texts.channel
        rows = [(row.name, f"{row.name} · {channel(row.channel)}") for row in found.stores]
        intro = tr("A store comes back with the warehouses it was bound to.")
        name = await ask(RestoreDialog(tr("Put away stores"), intro, rows, self))
        if name:
            await self._desk.command(ArchiveStore(name, archived=False))
            self._shell.say(StatusKind.DONE, tr("{0} is back.").format(name))

    async def add_store(self) -> None:
        """Add a store, then offer to bind it."""
        known = [store.name for store in self.stores]
        command = await ask(StoreDialog(self._desk.texts, known, self))
        if command is None:
            return
        await self._desk.command(command)
        self._shell.say(StatusKind.DONE, tr("Store {0} added.").format(command.name))
        await self.reload()
        if self.houses:
            await self.bind(command.name)

    async def bind(self, store: str = "", house: str = "") -> None:
        """Ask for store, warehouse, priority and contact, and bind."""
        await self.reload()
        if not self.stores:
            await self.add_store()
            return
        command = await ask(BindDialog(self.stores, self.houses, self, store=store, house=house))
        if command is not None:
            await self._bind(command)

    async def _bind(self, command: BindStore) -> None:
        await self._desk.command(command)
        words = tr("{0} goes to {1}; waiting orders are decided anew.")
        self._shell.say(StatusKind.DONE, words.format(command.store, command.warehouse_no))

    async def _unbind(self, store: str, house: str) -> None:
        known = next((row for row in self.stores if row.name == store), None)
        if known is None or house not in {number for number, _p, _shop in known.bindings}:
            return
        agreed = await confirm(
            self,
            tr("Unbind {0}").format(store),
            tr(
                "Its orders no longer go to {0}. What was sent stays; what waits is decided anew."
            ).format(house),
            tr("Unbind"),
            danger=True,
        )
        if agreed:
            await self._desk.command(UnbindStore(store, house))
            self._shell.say(StatusKind.DONE, tr("{0} is unbound from {1}.").format(store, house))
