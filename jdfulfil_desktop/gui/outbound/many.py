"""Do a deed with many orders: those it fits, part by part, with progress and one summary."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.application.queries import OrderDetail
from jdfulfil_desktop.application.remote.cancelling import cancel_outbound
from jdfulfil_desktop.application.remote.office import Office
from jdfulfil_desktop.application.results import CancelReport
from jdfulfil_desktop.domain.commands import (
    AcceptOrders,
    ArrangeShipment,
    Command,
    HoldOrders,
    ReleaseOrders,
    RetryOutbound,
)
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.gui.long_work import LongWork
from jdfulfil_desktop.gui.outbound.arranging import ArrangeManyDialog
from jdfulfil_desktop.gui.outbound.cures import key_of
from jdfulfil_desktop.gui.outbound.deeds import cancellable, may, retryable
from jdfulfil_desktop.gui.shell import Shell
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import ask, confirm
from jdfulfil_desktop.gui.words import tr

_AT_ONCE = 200
"""Orders a transaction: the writer stays free for others between, and Cancel is heard soon."""

Make = Callable[[Sequence[OrderDetail]], Command]


def _retry(orders: Sequence[OrderDetail]) -> Command:
    return RetryOutbound(
        tuple(x.outbound_no for order in orders for x in order.outbounds if retryable(x))
    )


_COMMANDS: dict[str, Make] = {
    "accept": lambda orders: AcceptOrders(tuple(map(key_of, orders))),
    "hold": lambda orders: HoldOrders(tuple(map(key_of, orders))),
    "release": lambda orders: ReleaseOrders(tuple(map(key_of, orders))),
    "retry": _retry,
}


class Many:
    """Carry out `accept hold release retry arrange cancel` with the orders of these ids."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        self._shell = shell
        self._desk = shell.desk
        self._parent = parent

    async def do(self, deed: str, ids: Sequence[int]) -> bool:
        """Do it with every order that it fits, and say how many it did not; False: turned away."""
        if deed == "arrange":
            return await self._arrange(ids)
        if deed == "cancel":
            return await self._cancel(ids)
        work = LongWork(self._shell, _going(deed))
        done = seen = 0
        async with work.steps(len(ids)) as step:
            for part in _parts(ids):
                if work.stopped():
                    break
                orders = await self._orders(part)
                fitting = [order for order in orders if may(deed, order)]
                if fitting:
                    await self._desk.command(_COMMANDS[deed](fitting))
                done += len(fitting)
                seen += len(part)
                step(seen)
        self._summary(_said(deed), done, seen - done, stopped=len(ids) - seen)
        return True

    async def _orders(self, part: Sequence[int]) -> list[OrderDetail]:
        return await self._desk.read(lambda q: q.order_details(part, limit=len(part) or 1))

    async def _arrange(self, ids: Sequence[int]) -> bool:
        """Ask for the numbers of all of them at once (R39)."""
        orders = [o for part in _parts(ids) for o in await self._orders(part)]
        wanted = [order for order in orders if may("arrange", order)]
        lines = await ask(ArrangeManyDialog(self._desk, wanted, self._parent))
        if lines is None:
            return False
        given = [(line.order, line.tracking_no) for line in lines if line.order is not None]
        work = LongWork(self._shell, _going("arrange"))
        done = refused = 0
        async with work.steps(len(given)) as step:
            for order, number in given:
                if work.stopped():
                    break
                try:
                    await self._desk.command(ArrangeShipment(key_of(order), number))
                    done += 1
                except RuleError:  # it changed since the line was judged
                    refused += 1
                step(done + refused)
        self._summary(_said("arrange"), done, refused, stopped=len(given) - done - refused)
        return True

    async def _cancel(self, ids: Sequence[int]) -> bool:
        """Ask JD to cancel all that it has not picked yet (R44); its answers decide."""
        numbers = [
            outbound.outbound_no
            for part in _parts(ids)
            for order in await self._orders(part)
            for outbound in order.outbounds
            if cancellable(outbound)
        ]
        words = tr(
            "JD is asked to cancel {0} outbound orders that are not picked yet; its answers "
            "decide. The others stay as they are, and no marketplace is told."
        ).format(self._desk.texts.number(len(numbers)))
        if not numbers:
            self._shell.say(StatusKind.WAITING, tr("JD can cancel none of these any more (R44)."))
            return False
        title, deed = tr("Cancel at JD"), tr("Ask JD to cancel")
        if not await confirm(self._parent, title, words, deed, danger=True):
            return False
        work = LongWork(self._shell, _going("cancel"))
        done = seen = 0
        async with work.steps(len(numbers)) as step:
            for number in numbers:
                if work.stopped():
                    break
                done += (await self._cancel_one(number)).result != "refused"
                seen += 1
                step(seen)
        self._summary(_said("cancel"), done, seen - done, stopped=len(numbers) - seen)
        return True

    async def _cancel_one(self, number: str) -> CancelReport:
        async def work(office: Office) -> CancelReport:
            return await cancel_outbound(office, number)

        return await self._desk.remote(work)

    def _summary(self, words: str, done: int, left: int, *, stopped: int = 0) -> None:
        """Say once what came of it."""
        number = self._desk.texts.number
        said = words.format(number(done))
        if left:
            said += " " + tr("{0} were left as they are: it does not fit them.").format(
                number(left)
            )
        if stopped:
            said += " " + tr("{0} were not looked at: you stopped it.").format(number(stopped))
        self._shell.say(StatusKind.NEEDS_YOU if left or stopped else StatusKind.DONE, said)


def _said(deed: str) -> str:
    return {
        "accept": tr("{0} orders accepted."),
        "arrange": tr("{0} orders arranged."),
        "hold": tr("{0} orders held."),
        "release": tr("{0} orders released."),
        "retry": tr("{0} orders are tried again now."),
        "cancel": tr("{0} outbound orders cancelled, or asked about until JD answers."),
    }[deed]


def _going(deed: str) -> str:
    return {
        "accept": tr("Accepting orders"),
        "arrange": tr("Arranging shipments"),
        "hold": tr("Holding orders"),
        "release": tr("Releasing orders"),
        "retry": tr("Trying again"),
        "cancel": tr("Asking JD to cancel"),
    }[deed]


def _parts(ids: Sequence[int]) -> list[Sequence[int]]:
    return [ids[at : at + _AT_ONCE] for at in range(0, len(ids), _AT_ONCE)]
