"""What the merchant does at the PC, in any order and at any moment."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace

from jdfulfil_desktop.application.ports import Priority, UnitOfWork
from jdfulfil_desktop.application.remote.cancelling import cancel_outbound
from jdfulfil_desktop.application.remote.inbounds import submit_inbound
from jdfulfil_desktop.application.remote.refreshing import refresh_inbounds, refresh_outbounds
from jdfulfil_desktop.domain import commands as c
from jdfulfil_desktop.domain.connection import ConnectionState
from jdfulfil_desktop.domain.errors import FulfilError
from jdfulfil_desktop.domain.events import ConnectionsChanged, PushQueued
from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.domain.product import Component
from jdfulfil_desktop.sync.foreground import run_foreground
from tests.simulation.market import STORES, File
from tests.simulation.pc import Pc
from tests.simulation.process import Process
from tests.simulation.shop import SKUS

Action = Callable[["Merchant", Process], Awaitable[None]]


class Merchant:
    """Somebody who knows only what the screen shows: reads the database, then commands."""

    def __init__(self, pc: Pc) -> None:
        self.pc = pc
        self.chance = pc.chance

    async def act(self, name: str, action: Action, process: Process) -> None:
        """Do something; what the program refuses in its own words is no fault of it."""
        try:
            await action(self, process)
        except FulfilError as refusal:
            self.pc.trace(f"{name}: {refusal.code}")

    # --------------------------------------------------------------------------------- files

    async def import_newest(self, process: Process) -> None:
        await self.import_file(process, self.pc.market.export(self.chance.choice(list(STORES))))

    async def import_old(self, process: Process) -> None:
        if self.pc.market.files:
            await self.import_file(process, self.chance.choice(self.pc.market.files))

    async def import_file(self, process: Process, file: File) -> None:
        """Import as the program does: a batch, chunks, completed; undone where it fails."""
        office = process.office
        begin = c.BeginImport(file.name, file.channel, file.store, file.at)
        batch_id = await office.command(begin, Priority.BULK)
        assert isinstance(batch_id, int)
        self.pc.importing[batch_id] = process
        size = max(1, len(file.orders) // 2)
        try:
            for at in range(0, len(file.orders), size):
                chunk = c.ImportOrders(batch_id, file.orders[at : at + size])
                await office.command(chunk, Priority.BULK)
            await office.command(c.CompleteImport(batch_id), Priority.BULK)
        except FulfilError:
            await office.command(c.UndoImport(batch_id), Priority.BULK)
            raise
        finally:
            self.pc.importing.pop(batch_id, None)

    async def import_all(self, process: Process) -> None:
        for store in STORES:
            await self.import_file(process, self.pc.market.export(store))

    async def undo(self, process: Process) -> None:
        rows = self.pc.disk.rows(
            "SELECT id FROM batches WHERE state = 'complete' ORDER BY id DESC LIMIT 3"
        )
        if rows:
            await process.office.command(c.UndoImport(self.chance.choice(rows)[0]))

    # --------------------------------------------------------------------------------- orders

    def _keys(self, where: str = "1") -> list[c.OrderKey]:
        rows = self.pc.disk.rows(f"SELECT channel, order_no FROM orders WHERE {where}")
        chosen = self.chance.sample(rows, min(len(rows), 2))
        return [c.OrderKey(Channel(channel), number) for channel, number in chosen]

    async def accept(self, process: Process) -> None:
        for key in self._keys("channel <> 'shopee' AND accepted = 0"):
            await process.office.command(c.AcceptOrders((key,)))

    async def arrange(self, process: Process) -> None:
        for key in self._keys("tracking_no = ''"):
            await process.office.command(c.ArrangeShipment(key, f"JT{key.order_no}"))

    async def hold(self, process: Process) -> None:
        await process.office.command(c.HoldOrders(tuple(self._keys()[:1])))

    async def release(self, process: Process) -> None:
        await process.office.command(c.ReleaseOrders(tuple(self._keys("on_hold"))))

    async def cancel(self, process: Process) -> None:
        rows = self.pc.disk.rows("SELECT outbound_no FROM outbounds ORDER BY id DESC LIMIT 12")
        if rows:
            await cancel_outbound(process.office, self.chance.choice(rows)[0])

    async def retry(self, process: Process) -> None:
        rows = self.pc.disk.rows(
            "SELECT outbound_no FROM outbounds WHERE push_state IN ('rejected', 'uncertain')"
        )
        for (number,) in rows:
            await process.office.command(c.RetryOutbound((number,)))

    async def link(self, process: Process) -> None:
        channel = self.chance.choice((Channel.SHOPEE, Channel.TOKOPEDIA, Channel.BUKALAPAK))
        parts = (Component(Sku("TEH"), 1),)
        await process.office.command(c.LinkSku(channel, "", "teh-baru", parts))

    # ------------------------------------------------------------------------- lists and news

    async def restock(self, process: Process) -> None:
        house = self.chance.choice(("W1", "W2"))
        lines = tuple((sku, self.chance.randrange(1, 30)) for sku in self.chance.sample(SKUS, 2))
        number = await process.office.command(c.CreateInbound(house, lines))
        await submit_inbound(process.office, str(number))

    async def submit_again(self, process: Process) -> None:
        rows = self.pc.disk.rows("SELECT inbound_no FROM inbounds WHERE push_state <> 'pushed'")
        if rows:
            await submit_inbound(process.office, self.chance.choice(rows)[0])

    async def refresh(self, process: Process) -> None:
        await refresh_outbounds(process.office)
        await refresh_inbounds(process.office)

    async def sync(self, process: Process) -> None:
        """Run `jdfulfil sync` in the given process."""
        await run_foreground(process.means(), timeout_s=self.chance.choice((30.0, 300.0)))

    # ------------------------------------------------------------------------------- accounts

    async def authorize(self, process: Process) -> None:
        """Log in again where an account wants it."""
        pc = self.pc
        pc.weather.revoked.clear()
        pc.weather.wrong.clear()
        for (pin,) in pc.disk.rows(
            "SELECT pin FROM connections WHERE state IN ('reauthorize', 'wrong')"
        ):
            await process.office.write_and_decide(f"pin:{pin}", _granted(pin))

    async def adopt(self, process: Process) -> None:
        """Adopt JD's figures, as a user confirms them after a restored backup."""
        for house, sku in list(self.pc.oracle.lost_goods()):
            await process.office.command(c.AdoptDifference(house, sku))


def _granted(pin: str) -> Callable[[UnitOfWork], None]:
    def work(uow: UnitOfWork) -> None:
        known = uow.connections.by_pin(pin)
        assert known is not None
        state = ConnectionState.OK
        uow.connections.save(replace(known, state=state, state_code=""))
        uow.emit(ConnectionsChanged(pin), PushQueued())

    return work


DAILY: dict[str, tuple[Action, int]] = {
    "import": (Merchant.import_newest, 30),
    "import old": (Merchant.import_old, 6),
    "undo": (Merchant.undo, 4),
    "accept": (Merchant.accept, 10),
    "arrange": (Merchant.arrange, 6),
    "hold": (Merchant.hold, 4),
    "release": (Merchant.release, 5),
    "cancel": (Merchant.cancel, 10),
    "retry": (Merchant.retry, 4),
    "link": (Merchant.link, 2),
    "restock": (Merchant.restock, 5),
    "submit": (Merchant.submit_again, 3),
    "refresh": (Merchant.refresh, 5),
    "authorize": (Merchant.authorize, 4),
}
"""What a merchant does on a day, and how often beside the others."""
