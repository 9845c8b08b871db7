"""Do what a reason's button promises (R46), and the deeds on one order."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.application.queries import OrderDetail
from jdfulfil_desktop.application.remote.cancelling import cancel_outbound
from jdfulfil_desktop.application.remote.office import Office
from jdfulfil_desktop.application.results import CancelReport
from jdfulfil_desktop.domain.commands import (
    AcceptOrders,
    ArrangeShipment,
    HoldOrders,
    ReleaseOrders,
    RetryOutbound,
)
from jdfulfil_desktop.domain.holds import Mend
from jdfulfil_desktop.gui.outbound.cures import Cures, key_of
from jdfulfil_desktop.gui.outbound.deeds import cancellable, retryable
from jdfulfil_desktop.gui.outbound.dialogs import ArrangeDialog
from jdfulfil_desktop.gui.shell import Place, Shell
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import ask, confirm
from jdfulfil_desktop.gui.words import tr

Way = Callable[[OrderDetail], Coroutine[Any, Any, None]]


async def _cancel_one(number: str, office: Office) -> CancelReport:
    return await cancel_outbound(office, number)


class Mender:
    """Carry out deeds by name: `accept`, `arrange`, `hold`, `release`, `retry`, `cancel`, mends."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        self._shell = shell
        self._desk = shell.desk
        self._parent = parent
        cures = Cures(shell, parent)
        self._ways: dict[str, Way] = {
            "accept": self._accept,
            "arrange": self._arrange,
            "hold": self._hold,
            "release": self._release,
            "retry": self._retry,
            "cancel": self._cancel,
            "split": cures.split,
            Mend.LINK_SKU: cures.link,
            Mend.BIND_STORE: cures.bind,
            Mend.SPLIT: cures.split,
            Mend.COMPLETE_CONSIGNEE: cures.substitute,
            Mend.ADD_TO_WAREHOUSE: cures.register,
            Mend.PUSH_PRODUCT: cures.register,
            Mend.CONFIRM_SHELF_LIFE: cures.register,
            Mend.ADD_STOCK: self._lead("inboundTab", Place(deed="add")),
            Mend.AUTHORIZE: self._lead("authorizationTab"),
            Mend.UPGRADE: self._lead("authorizationTab", Place(deed="basic")),
            Mend.OPEN_OWN: cures.send_from_jd,
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
        if not number:
            return
        report = await self._desk.command(ArrangeShipment(key_of(order), number))
        self._shell.say(StatusKind.DONE, tr("{0} arranged.").format(order.order_no))
        if report.others:
            words = tr("{0} has this tracking number too: check the labels.")
            self._shell.say(StatusKind.NEEDS_YOU, words.format(", ".join(report.others)))

    async def _hold(self, order: OrderDetail) -> None:
        await self._desk.command(HoldOrders((key_of(order),)))
        self._shell.say(
            StatusKind.DONE, tr("{0} is held until you release it.").format(order.order_no)
        )

    async def _release(self, order: OrderDetail) -> None:
        await self._desk.command(ReleaseOrders((key_of(order),)))
        self._shell.say(StatusKind.DONE, tr("{0} released.").format(order.order_no))

    async def _retry(self, order: OrderDetail) -> None:
        numbers = tuple(x.outbound_no for x in order.outbounds if retryable(x))
        await self._desk.command(RetryOutbound(numbers))
        self._shell.say(StatusKind.DONE, tr("{0} is tried again now.").format(order.order_no))

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
            if cancellable(outbound):
                work = partial(_cancel_one, outbound.outbound_no)
                self._tell_cancelled(await self._desk.remote(work))

    def _tell_cancelled(self, report: CancelReport) -> None:
        if report.result == "refused":
            words = report.message or self._desk.texts.message(report.code)
            self._shell.say(StatusKind.NEEDS_YOU, tr("Not cancelled: {0}").format(words))
            return
        state = self._desk.texts.push_state(report.result)
        self._shell.say(StatusKind.DONE, f"{report.outbound_no}: {state}")

    def _lead(self, page: str, place: Place | None = None) -> Way:
        async def way(_order: OrderDetail) -> None:
            self._shell.go(page, place)

        return way

    async def _import(self, _order: OrderDetail) -> None:
        self._shell.import_orders()
