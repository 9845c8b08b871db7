"""Do what is asked for about an order that JD had: look, decide a late cancel, book a return."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.application.queries import OrderDetail, OutboundDetail
from jdfulfil_desktop.application.remote.looking import look_into
from jdfulfil_desktop.application.remote.office import Office
from jdfulfil_desktop.application.remote.refreshing import refresh_outbounds
from jdfulfil_desktop.application.results import RefreshReport
from jdfulfil_desktop.domain.after_jd_commands import BookReturn, ConfirmShipment
from jdfulfil_desktop.domain.errors import FulfilError
from jdfulfil_desktop.gui.outbound.after_jd import may_come_back
from jdfulfil_desktop.gui.outbound.after_jd_dialogs import CANCEL, LateCancelDialog, ReturnDialog
from jdfulfil_desktop.gui.outbound.deeds import at_jd
from jdfulfil_desktop.gui.outbound.mending import Mender
from jdfulfil_desktop.gui.shell import Shell
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import ask
from jdfulfil_desktop.gui.words import tr


class AfterJdDeeds:
    """Carry out `look_into`, `late_cancel` and `book_return` with an order."""

    def __init__(self, shell: Shell, mender: Mender, parent: QWidget) -> None:
        self._shell = shell
        self._desk = shell.desk
        self._mender = mender
        self._parent = parent

    def do(self, name: str, order: OrderDetail) -> None:
        """Start a deed; what it cannot do is reported."""
        way = {
            "look_into": self._look_into,
            "late_cancel": self._late_cancel,
            "book_return": self._book_return,
        }[name]
        self._desk.start(way(order), self._parent)

    async def _look_into(self, order: OrderDetail) -> None:
        changed = 0
        for outbound in order.outbounds:
            if outbound.jd_no:
                work = partial(_look, outbound.outbound_no)
                changed += await self._desk.remote(work)
        words = tr("JD had news.") if changed else tr("JD has nothing new.")
        self._shell.say(StatusKind.DONE, words)

    async def _late_cancel(self, order: OrderDetail) -> None:
        """Ask JD first: what can be done depends on how far the parcel is (R44)."""
        number = next((x.outbound_no for x in order.outbounds if at_jd(x)), "")
        number = number or order.outbounds[0].outbound_no
        try:
            await self._desk.remote(partial(_refresh, number))
        except FulfilError as error:
            self._shell.say(StatusKind.NEEDS_YOU, self._desk.texts.error(error).what)
        order = await self._now(order)
        outbound = _named(order, number)
        choice = await ask(LateCancelDialog(order, outbound, self._desk.texts, self._parent))
        if choice == CANCEL:
            self._mender.do("cancel", order)
        elif choice:
            await self._desk.command(ConfirmShipment(number, choice))
            self._shell.say(StatusKind.DONE, tr("Noted for {0}.").format(order.order_no))

    async def _now(self, order: OrderDetail) -> OrderDetail:
        found = await self._desk.read(lambda q: q.order_details([order.order_id]))
        return found[0] if found else order

    async def _book_return(self, order: OrderDetail) -> None:
        outbound = next(x for x in order.outbounds if may_come_back(order, x))
        lines = await ask(ReturnDialog(outbound, self._parent))
        if lines:
            await self._desk.command(BookReturn(outbound.outbound_no, lines))
            self._shell.say(StatusKind.DONE, tr("The return is booked."))


def _named(order: OrderDetail, number: str) -> OutboundDetail:
    return next(x for x in order.outbounds if x.outbound_no == number)


async def _look(number: str, office: Office) -> int:
    return await look_into(office, number)


async def _refresh(number: str, office: Office) -> RefreshReport:
    return await refresh_outbounds(office, [number])
