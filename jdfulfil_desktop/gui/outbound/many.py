"""Do a deed with many orders: those it fits, in one go, with one summary."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.application.queries import OrderDetail
from jdfulfil_desktop.domain.commands import (
    AcceptOrders,
    ArrangeShipment,
    Command,
    HoldOrders,
    ReleaseOrders,
    RetryOutbound,
)
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.gui.outbound.arranging import ArrangeManyDialog
from jdfulfil_desktop.gui.outbound.cures import key_of
from jdfulfil_desktop.gui.outbound.deeds import may, retryable
from jdfulfil_desktop.gui.shell import Shell
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import ask
from jdfulfil_desktop.gui.words import tr

_AT_ONCE = 500
"""Orders a transaction: the writer stays free for others between."""

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
    """Carry out `accept hold release retry arrange` with the orders of these ids."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        self._shell = shell
        self._desk = shell.desk
        self._parent = parent

    async def do(self, deed: str, ids: Sequence[int]) -> None:
        """Do it with every order that it fits, and say how many it did not."""
        if deed == "arrange":
            await self._arrange(ids)
            return
        done = 0
        for part in _parts(ids):
            orders = await self._orders(part)
            fitting = [order for order in orders if may(deed, order)]
            if fitting:
                await self._desk.command(_COMMANDS[deed](fitting))
            done += len(fitting)
        self._summary(_said(deed), done, len(ids) - done)

    async def _orders(self, ids: Sequence[int]) -> list[OrderDetail]:
        return await self._desk.read(lambda q: q.order_details(ids, limit=len(ids) or 1))

    async def _arrange(self, ids: Sequence[int]) -> None:
        """Ask for the numbers of all of them at once (R39)."""
        orders = [o for part in _parts(ids) for o in await self._orders(part)]
        wanted = [order for order in orders if may("arrange", order)]
        lines = await ask(ArrangeManyDialog(self._desk, wanted, self._parent))
        if lines is None:
            return
        done, refused = 0, []
        for line in lines:
            if line.order is None:
                continue
            try:
                key = key_of(line.order)
                await self._desk.command(ArrangeShipment(key, line.tracking_no))
                done += 1
            except RuleError as error:  # it changed since the line was judged
                refused.append(error)
        self._summary(_said("arrange"), done, len(refused))

    def _summary(self, words: str, done: int, left: int) -> None:
        """Say once what came of it."""
        number = self._desk.texts.number
        said = words.format(number(done))
        if left:
            said += " " + tr("{0} were left as they are: it does not fit them.").format(
                number(left)
            )
        self._shell.say(StatusKind.NEEDS_YOU if left else StatusKind.DONE, said)


def _said(deed: str) -> str:
    return {
        "accept": tr("{0} orders accepted."),
        "arrange": tr("{0} orders arranged."),
        "hold": tr("{0} orders held."),
        "release": tr("{0} orders released."),
        "retry": tr("{0} orders are tried again now."),
    }[deed]


def _parts(ids: Sequence[int]) -> list[Sequence[int]]:
    return [ids[at : at + _AT_ONCE] for at in range(0, len(ids), _AT_ONCE)]
