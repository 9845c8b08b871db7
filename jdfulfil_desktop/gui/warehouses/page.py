"""The warehouse page: warehouses with their health, and stores with their bindings (R11, R12)."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

from PySide6.QtGui import QAction

from jdfulfil_desktop.application.history import SETTINGS, of_warehouse
from jdfulfil_desktop.application.queries import WarehouseRow
from jdfulfil_desktop.domain.commands import (
    AddOwnWarehouse,
    ChangeSettings,
    SetWarehouseActive,
)
from jdfulfil_desktop.domain.events import (
    ConnectionsChanged,
    Event,
    InboundsChanged,
    OrdersChanged,
    StockChanged,
    WarehousesChanged,
)
from jdfulfil_desktop.gui.history import show_history
from jdfulfil_desktop.gui.record_page import RecordPage
from jdfulfil_desktop.gui.shell import Place, Shell
from jdfulfil_desktop.gui.sources import whole_list
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.warehouses.columns import baskets, columns, fits
from jdfulfil_desktop.gui.warehouses.detail import show_warehouse
from jdfulfil_desktop.gui.warehouses.dialogs import OwnWarehouseDialog
from jdfulfil_desktop.gui.warehouses.rules import ChannelRulesDialog
from jdfulfil_desktop.gui.warehouses.stores import StoresPanel
from jdfulfil_desktop.gui.widgets import Button, ChipSpec, EmptySpec, ask, confirm
from jdfulfil_desktop.gui.words import tr


def build(shell: Shell) -> WarehousePage:
    """Build the page."""
    return WarehousePage(shell)


class WarehousePage(RecordPage):
    """Manajemen Gudang (R9-R13)."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, tr("Warehouse management"))
        self.stores = StoresPanel(shell, self)
        self.stores.hide()
        self.body.addWidget(self.stores, 1)
        self._add_buttons()
        self.chips.set_chips(
            [
                ChipSpec("all", tr("All")),
                ChipSpec("jd", tr("JD")),
                ChipSpec("own", tr("Own")),
                ChipSpec("inactive", tr("Inactive")),
                ChipSpec("stores", tr("Stores"), tr("Which store's orders go to which warehouse")),
            ]
        )
        page, count = whole_list(lambda q: q.warehouses(), fits)
        self.install(
            "warehouseTable",
            columns(self.desk.texts),
            page=page,
            count=count,
            key=lambda row: row.warehouse_no,
            baskets=baskets,
        )
        self.area.set_empty(_nothing_yet())
        self.area.emptyActed.connect(lambda: self.shell.go("authorizationTab"))
        self.follow(WarehousesChanged, ConnectionsChanged, OrdersChanged, InboundsChanged)
        self.desk.watch(self, self._stock_changed, StockChanged)
        self.desk.start(self._show_more(), self)

    def _add_buttons(self) -> None:
        bind = Button(tr("Bind store"), name="bindStoreButton", icon_name="link-variant")
        bind.clicked.connect(lambda: self.desk.start(self.stores.bind(), self))
        self.set_primary(bind)
        for words, name, icon_name, deed in (
            (tr("Channel rules"), "channelRulesButton", "table-check", self._rules),
            (tr("Add own warehouse"), "addOwnWarehouseButton", "plus", self._add_own),
        ):
            button = Button(words, name=name, icon_name=icon_name)
            button.clicked.connect(lambda _checked=False, deed=deed: self.desk.start(deed(), self))
            self.add_secondary(button)
        more = QAction(tr("Add JD warehouse"), self)
        more.triggered.connect(lambda: self.shell.go("authorizationTab"))
        self.add_overflow(more)

    # -- where to ---------------------------------------------------------------------------------

    def choose_basket(self, basket: str) -> None:
        """Show warehouses, or the stores in their place."""
        stores = basket == "stores"
        self.stores.setVisible(stores)
        self.splitter.setVisible(not stores)
        super().choose_basket("all" if stores else basket)

    def search(self, words: str) -> None:
        """Search warehouses and stores."""
        super().search(words)
        self.stores.search(words)

    def go_to(self, place: Place) -> None:
        """Go to a basket or record; deeds: `bind`, `own`, `rules`."""
        super().go_to(place)
        self.choose_basket(place.basket or "all")
        self.stores.search(place.search)
        deeds = {"bind": self.stores.bind, "own": self._add_own, "rules": self._rules}
        if place.deed in deeds:
            self.desk.start(deeds[place.deed](), self)

    def reload(self) -> None:
        """Ask again for everything on the page."""
        super().reload()
        self.desk.start(self._show_more(), self)

    def _stock_changed(self, _events: Sequence[Event]) -> None:
        self.loader.refresh()

    async def _show_more(self) -> None:
        """Bring the stores and the line below the title."""
        await self.stores.reload()
        bound = sum(1 for store in self.stores.stores if store.bindings)
        number = self.desk.texts.number
        words = tr("{0} warehouses in use · {1} of {2} stores bound")
        self.set_subtitle(
            words.format(
                number(len(self.stores.houses)), number(bound), number(len(self.stores.stores))
            )
        )

    # -- one warehouse ----------------------------------------------------------------------------

    async def fill_detail(self, row: Any) -> None:
        """Show the warehouse in the pane."""
        rows = await self.desk.read(lambda q: q.warehouses())
        stores, notes = await self.desk.read(
            lambda q: (q.stores(), q.notes(of_warehouse(row.warehouse_no)))
        )
        now = next((each for each in rows if each.warehouse_no == row.warehouse_no), None)
        chosen = self.view.chosen_row()
        if now is not None and chosen is not None and chosen.warehouse_no == row.warehouse_no:
            show_warehouse(self.detail, now, stores, notes, self.desk.texts, self._do)

    def _do(self, deed: str, row: WarehouseRow) -> None:
        if deed == "authorize":
            self.shell.go("authorizationTab")
        elif deed == "stock":
            self.shell.go("stockTab", Place(search=row.warehouse_no))
        elif deed == "bind":
            self.desk.start(self.stores.bind(house=row.warehouse_no), self)
        else:
            self.desk.start(self._set_active(row, active=deed == "activate"), self)

    async def _set_active(self, row: WarehouseRow, *, active: bool) -> None:
        """Switch a warehouse on or off; off is asked first, and refused while it is busy (R11)."""
        if not active and not await confirm(
            self,
            tr("Deactivate {0}").format(row.warehouse_no),
            tr(
                "Orders of its stores go to their next warehouse, or wait. Stock and history "
                "stay; it can be activated again at any time."
            ),
            tr("Deactivate"),
            danger=True,
        ):
            return
        await self.desk.command(SetWarehouseActive(row.warehouse_no, active))
        words = tr("{0} is active.") if active else tr("{0} is inactive.")
        self.shell.say(StatusKind.DONE, words.format(row.warehouse_no))

    # -- deeds ------------------------------------------------------------------------------------

    async def _add_own(self) -> None:
        name = await ask(OwnWarehouseDialog(self))
        if name:
            number = await self.desk.command(AddOwnWarehouse(name))
            self.shell.say(StatusKind.DONE, tr("{0} added as {1}.").format(name, number))

    async def _rules(self) -> None:
        """Show the channel rules; what they depend on is read whole, as decisions read it."""
        reading = self.desk.program.bus.writer.submit(lambda uow: uow.settings.rules())
        settings = await asyncio.wrap_future(reading)
        dialog = ChannelRulesDialog(self.desk.texts, settings, self)
        dialog.historyWanted.connect(
            lambda: self.desk.start(
                show_history(self.desk, SETTINGS, tr("the settings"), dialog), dialog
            )
        )
        changed = await ask(dialog)
        if changed:
            await self.desk.command(ChangeSettings(changed))
            self.shell.say(StatusKind.DONE, tr("Saved; waiting orders are decided anew."))


def _nothing_yet() -> EmptySpec:
    """Say what the list is for, and how it begins."""
    return EmptySpec(
        "warehouse",
        tr("No warehouses yet"),
        tr(
            "JD's warehouses appear by themselves once your account is authorized. Your "
            "own are added by hand; orders for them are never pushed."
        ),
        tr("Authorize an account"),
        "key-outline",
        "emptyAuthorizeButton",
    )
