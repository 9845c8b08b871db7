"""Mend what holds an order back where it takes more than a word (R46): one coroutine a cure."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.application.queries import OrderDetail, WarehouseRow
from jdfulfil_desktop.domain.commands import (
    BindStore,
    ChangeSettings,
    LinkSku,
    OrderKey,
    SplitOrder,
)
from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.domain.product import Component
from jdfulfil_desktop.domain.warehouse import WarehouseKind
from jdfulfil_desktop.gui.outbound.dialogs import LinkDialog, OrderHouseDialog
from jdfulfil_desktop.gui.outbound.splitting import SplitDialog, goods_of
from jdfulfil_desktop.gui.registering import register
from jdfulfil_desktop.gui.shell import Place, Shell
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import ask, confirm
from jdfulfil_desktop.gui.words import tr

_ABOUT_SKUS = ("shelf_life_unconfirmed", "product_not_pushed", "sku_not_in_warehouse")


def key_of(order: OrderDetail) -> OrderKey:
    """Name an order for commands."""
    return OrderKey(Channel(order.channel), order.order_no, order.store)


class Cures:
    """Ask what has to be asked, and do it."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        self._shell = shell
        self._desk = shell.desk
        self._parent = parent

    async def link(self, order: OrderDetail) -> None:
        """Link every channel SKU of the order that has no link, one dialog after the other."""
        open_ones = {
            (row.channel, row.store, row.channel_sku): row.suggestion
            for row in await self._desk.read(lambda q: q.unlinked())
        }
        for line in order.lines:
            if line.skus:
                continue
            suggestion = open_ones.get((order.channel, order.store, line.channel_sku), "")
            dialog = LinkDialog(self._desk, line.channel_sku, line.name, suggestion, self._parent)
            chosen = await ask(dialog)
            if chosen is None:
                return
            sku, units = chosen
            parts = (Component(Sku(sku), units),)
            channel = Channel(order.channel)
            await self._desk.command(LinkSku(channel, order.store, line.channel_sku, parts))
            words = tr("{0} is linked; its orders go on.").format(line.channel_sku)
            self._shell.say(StatusKind.DONE, words)

    async def bind(self, order: OrderDetail) -> None:
        """Bind the order's store to a warehouse (R12)."""
        houses = [h for h in await self._desk.read(lambda q: q.warehouses()) if h.active]
        number = await ask(OrderHouseDialog(order.store, houses, self._parent))
        if number:
            await self._desk.command(BindStore(order.store, number))
            words = tr("{0} is bound to {1}; its orders go on.").format(order.store, number)
            self._shell.say(StatusKind.DONE, words)

    async def register(self, order: OrderDetail) -> None:
        """Register what the order needs at its JD warehouse, asking what R13 and R17 ask."""
        skus = sorted(_subjects(order)) or sorted({s for x in order.lines for s, _n in x.skus})
        house = await self._jd_house(order)
        if not house:
            self._shell.go("warehouseTab", Place(basket="stores"))
            return
        agreed = await confirm(
            self._parent,
            tr("Register products at JD"),
            tr("{0} will be registered for warehouse {1}.").format(", ".join(skus), house),
            tr("Register"),
        )
        if agreed:
            await register(self._shell, self._parent, house, skus)

    async def _jd_house(self, order: OrderDetail) -> str:
        """Give the first JD warehouse that the order's store is bound to; empty for none."""
        made = [outbound.warehouse_no for outbound in order.outbounds if outbound.warehouse_no]
        stores = await self._desk.read(lambda q: q.stores())
        bound = [
            number for row in stores if row.name == order.store for number, _p, _s in row.bindings
        ]
        houses = await self._desk.read(lambda q: q.warehouses())
        return _first_jd([*made, *bound], houses)

    async def split(self, order: OrderDetail) -> None:
        """Split an order whose goods lie in different warehouses (R14)."""
        goods = await self._desk.read(lambda q: goods_of(q, order))
        parts = await ask(SplitDialog(order, goods, self._parent))
        if parts:
            await self._desk.command(SplitOrder(key_of(order), parts))
            words = tr("{0} is split into {1} parts.").format(order.order_no, len(parts))
            self._shell.say(StatusKind.DONE, words)

    async def send_from_jd(self, order: OrderDetail) -> None:
        """Let a JD warehouse send what resolved to an own one (R11), before it from now on (R12).

        Without a JD warehouse, and where the user turns it down, the own one's stock is shown: from
        there the goods go out by hand.
        """
        houses = await self._desk.read(lambda q: q.warehouses())
        theirs = [h for h in houses if h.active and h.kind == WarehouseKind.JD]
        own = next((x.warehouse_no for x in order.outbounds if x.warehouse_no), "")
        if not theirs:
            self._shell.go("stockTab", Place(search=own or ""))
            return
        dialog = OrderHouseDialog(
            order.store,
            theirs,
            self._parent,
            title=tr("Let JD send them"),
            intro=tr(
                "{0} is an own warehouse: you send its orders yourself, JD is not told. Choose a "
                "JD warehouse that goes before it for {1}, where it has all the goods."
            ).format(own, order.store),
        )
        number = await ask(dialog)
        if number:
            await self._put_first(order.store, number)
            words = tr("{0} goes before the own warehouse for {1} from now on.")
            self._shell.say(StatusKind.DONE, words.format(number, order.store))

    async def _put_first(self, store: str, number: str) -> None:
        """Bind a warehouse in the first place, the others behind it in the order they have."""
        stores = await self._desk.read(lambda q: q.stores())
        bound = next((row.bindings for row in stores if row.name == store), ())
        others = [house for house, _priority, _shop in bound if house != number]
        for priority, house in enumerate((*others, number), 2):
            at = 1 if house == number else priority
            await self._desk.command(BindStore(store, house, priority=at))

    async def substitute(self, _order: OrderDetail) -> None:
        """Let missing recipients be substituted, for all orders."""
        agreed = await confirm(
            self._parent,
            tr("Substitute missing recipients"),
            tr(
                "What a file does not say of the recipient is replaced by the store's own "
                "details. This holds for all orders."
            ),
            tr("Use substitutes"),
        )
        if agreed:
            await self._desk.command(ChangeSettings({"substitutes": True}))


def _subjects(order: OrderDetail) -> set[str]:
    return {sku for code, _rule, skus in order.reasons if code in _ABOUT_SKUS for sku in skus}


def _first_jd(numbers: Iterable[str], houses: Iterable[WarehouseRow]) -> str:
    theirs = {house.warehouse_no for house in houses if house.kind == WarehouseKind.JD}
    return next((number for number in numbers if number in theirs), "")
