"""Do what a reason's button promises (R46), and the deeds on one order."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.application.queries import Filter, OrderDetail, Sort
from jdfulfil_desktop.application.remote.cancelling import cancel_outbound
from jdfulfil_desktop.application.remote.office import Office
from jdfulfil_desktop.application.remote.products import push_products
from jdfulfil_desktop.application.results import CancelReport
from jdfulfil_desktop.domain.commands import (
    AcceptOrders,
    ArrangeShipment,
    BindStore,
    HoldOrders,
    LinkSku,
    OrderKey,
    ReleaseOrders,
    RetryOutbound,
)
from jdfulfil_desktop.domain.holds import Mend
from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.domain.product import Component
from jdfulfil_desktop.gui.outbound.dialogs import ArrangeDialog, BindStoreDialog, LinkDialog
from jdfulfil_desktop.gui.shell import Place, Shell
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import ask, confirm
from jdfulfil_desktop.gui.words import tr

_CHOICES = 500
Way = Callable[[OrderDetail], Coroutine[Any, Any, None]]


def key_of(order: OrderDetail) -> OrderKey:
    """Name an order for commands."""
    return OrderKey(Channel(order.channel), order.order_no, order.store)


async def _cancel_one(number: str, office: Office) -> CancelReport:
    return await cancel_outbound(office, number)


class Mender:
    """Carry out deeds by name: `accept`, `arrange`, `hold`, `release`, `retry`, `cancel`, mends."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        self._shell = shell
        self._desk = shell.desk
        self._parent = parent
        self._ways: dict[str, Way] = {
            "accept": self._accept,
            "arrange": self._arrange,
            "hold": self._hold,
            "release": self._release,
            "retry": self._retry,
            "cancel": self._cancel,
            Mend.LINK_SKU: self._link,
            Mend.BIND_STORE: self._bind,
            Mend.ADD_TO_WAREHOUSE: self._push_products,
            Mend.PUSH_PRODUCT: self._push_products,
            Mend.CONFIRM_SHELF_LIFE: self._push_products,
            Mend.ADD_STOCK: self._lead("inboundTab", "add"),
            Mend.AUTHORIZE: self._lead("authorizationTab"),
            Mend.UPGRADE: self._lead("authorizationTab", "basic"),
            Mend.COMPLETE_CONSIGNEE: self._lead("warehouseTab"),
            Mend.OPEN_OWN: self._lead("stockTab"),
            Mend.IMPORT_NEWER: self._import,
        }

    def knows(self, deed: str) -> bool:
        """Tell whether a deed can be done here."""
        return deed in self._ways

    def do(self, deed: str, order: OrderDetail) -> None:
        """Start a deed; what it cannot do is reported."""
        if deed in self._ways:
            self._desk.start(self._ways[deed](order), self._parent)

    async def _accept(self, order: OrderDetail) -> None:
        await self._desk.command(AcceptOrders((key_of(order),)))
        self._shell.say(StatusKind.DONE, tr("{0} accepted.").format(order.order_no))

    async def _arrange(self, order: OrderDetail) -> None:
        number = await ask(ArrangeDialog(order, self._parent))
        if number:
            await self._desk.command(ArrangeShipment(key_of(order), number))
            self._shell.say(StatusKind.DONE, tr("{0} arranged.").format(order.order_no))

    async def _hold(self, order: OrderDetail) -> None:
        await self._desk.command(HoldOrders((key_of(order),)))

    async def _release(self, order: OrderDetail) -> None:
        await self._desk.command(ReleaseOrders((key_of(order),)))

    async def _retry(self, order: OrderDetail) -> None:
        numbers = tuple(outbound.outbound_no for outbound in order.outbounds)
        await self._desk.command(RetryOutbound(numbers))

    async def _cancel(self, order: OrderDetail) -> None:
        agreed = await confirm(
            self._parent,
            tr("Cancel at JD"),
            tr(
                "JD is asked to cancel {0}. Before picking it agrees; afterwards the parcel "
                "goes out and only the marketplace can still cancel."
            ).format(order.order_no),
            tr("Ask JD to cancel"),
            danger=True,
        )
        if not agreed:
            return
        for outbound in order.outbounds:
            number = outbound.outbound_no
            report = await self._desk.remote(partial(_cancel_one, number))
            if report.result == "refused":
                words = report.message or self._desk.texts.message(report.code)
                self._shell.say(StatusKind.NEEDS_YOU, tr("Not cancelled: {0}").format(words))
            else:
                self._shell.say(StatusKind.DONE, self._desk.texts.push_state(report.result))

    async def _link(self, order: OrderDetail) -> None:
        """Link every channel SKU of the order that has no link, one dialog after the other."""
        everything = Filter()
        products = await self._desk.read(
            lambda q: q.product_page(everything, Sort("sku"), 0, _CHOICES)
        )
        open_ones = {row.channel_sku: row for row in await self._desk.read(lambda q: q.unlinked())}
        for line in order.lines:
            if line.skus:
                continue
            known = open_ones.get(line.channel_sku)
            dialog = LinkDialog(
                line.channel_sku,
                line.name,
                products,
                known.suggestion if known else "",
                self._parent,
            )
            chosen = await ask(dialog)
            if chosen is None:
                return
            sku, units = chosen
            await self._desk.command(
                LinkSku(
                    Channel(order.channel),
                    order.store,
                    line.channel_sku,
                    (Component(Sku(sku), units),),
                )
            )
            words = tr("{0} is linked; its orders go on.").format(line.channel_sku)
            self._shell.say(StatusKind.DONE, words)

    async def _bind(self, order: OrderDetail) -> None:
        houses = [h for h in await self._desk.read(lambda q: q.warehouses()) if h.active]
        number = await ask(BindStoreDialog(order.store, houses, self._parent))
        if number:
            await self._desk.command(BindStore(order.store, number))

    async def _push_products(self, order: OrderDetail) -> None:
        """Register what the order needs at JD, after asking what R13 and R17 ask."""
        skus = sorted({sku for line in order.lines for sku, _n in line.skus})
        houses = await self._desk.read(lambda q: q.stores())
        bound = next((s.bindings[0][0] for s in houses if s.name == order.store and s.bindings), "")
        agreed = await confirm(
            self._parent,
            tr("Register products at JD"),
            tr(
                "{0} will be registered for warehouse {1}. Where a product has a shelf life, its "
                "validity can never be changed afterwards."
            ).format(", ".join(skus), bound),
            tr("Register"),
        )
        if agreed:
            report = await self._desk.remote(
                lambda office: push_products(office, bound, skus, confirmed=True)
            )
            words = tr("{0} registered, {1} already there, {2} failed.")
            kind = StatusKind.FAILED if report.failed else StatusKind.DONE
            self._shell.say(kind, words.format(report.pushed, report.adopted, report.failed))

    def _lead(self, page: str, deed: str = "") -> Way:
        async def way(_order: OrderDetail) -> None:
            self._shell.go(page, Place(deed=deed))

        return way

    async def _import(self, _order: OrderDetail) -> None:
        self._shell.import_orders()
