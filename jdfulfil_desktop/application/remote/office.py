"""Hold what a remote use case needs, and carry work to the writer without blocking the loop."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import TypeVar

from jdfulfil_desktop.application.bus import Bus, Env
from jdfulfil_desktop.application.ports import (
    Clock,
    FulfillmentGateway,
    GatewayFactory,
    Priority,
    UnitOfWork,
    Writer,
)
from jdfulfil_desktop.domain.commands import Command
from jdfulfil_desktop.domain.connection import Connection, ConnectionState
from jdfulfil_desktop.domain.errors import (
    AuthorizeAgain,
    FulfilError,
    Misconfigured,
    RuleError,
)
from jdfulfil_desktop.domain.events import ConnectionsChanged
from jdfulfil_desktop.domain.warehouse import Warehouse, WarehouseKind

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Office:
    """The desk at which remote use cases work. `env` names who acts."""

    writer: Writer
    gateways: GatewayFactory
    bus: Bus
    env: Env

    @property
    def clock(self) -> Clock:
        """Give the clock in use."""
        return self.env.clock

    async def write(
        self, work: Callable[[UnitOfWork], T], priority: Priority = Priority.PERSON
    ) -> T:
        """Run one transaction on the writer's thread and give its result."""
        return await asyncio.wrap_future(self.writer.submit(work, priority))

    async def command(self, command: Command, priority: Priority = Priority.PERSON) -> object:
        """Hand a command to the bus and await its result."""
        return await asyncio.wrap_future(self.bus.submit(command, priority))

    @asynccontextmanager
    async def gateway(self, connection: Connection) -> AsyncIterator[FulfillmentGateway]:
        """Open the account's gateway.

        A refusal of the whole connection is written down, then raised.
        """
        gateway = self.gateways.open(connection)
        try:
            yield gateway
            await self.write(lambda uow: _touch(uow, connection.pin, gateway, self.clock))
        except (AuthorizeAgain, Misconfigured) as refusal:
            await self.mark(connection.pin, refusal)
            raise
        finally:
            await gateway.aclose()

    async def mark(self, pin: str, refusal: FulfilError) -> None:
        """Write down that a connection has to be authorized again, or is wrong (R10)."""
        again = isinstance(refusal, AuthorizeAgain)
        state = ConnectionState.REAUTHORIZE if again else ConnectionState.WRONG

        def work(uow: UnitOfWork) -> None:
            known = uow.connections.by_pin(pin)
            if known and known.state is not state:
                uow.connections.save(replace(known, state=state, state_code=refusal.code))
                uow.emit(ConnectionsChanged(pin))

        await self.write(work, Priority.ANSWER)


def _touch(uow: UnitOfWork, pin: str, gateway: FulfillmentGateway, clock: Clock) -> None:
    known = uow.connections.by_pin(pin)
    if known:
        offset = round(gateway.clock_offset_s, 1)
        uow.connections.save(replace(known, clock_offset_s=offset, last_contact_at=clock.now()))


def jd_warehouse(uow: UnitOfWork, warehouse_no: str) -> tuple[Warehouse, Connection]:
    """Give a JD warehouse and its connection; RuleError where it is unknown or an own one."""
    warehouse = uow.warehouses.get(warehouse_no)
    if warehouse is None:
        raise RuleError("warehouse_not_found", subject=warehouse_no)
    if warehouse.kind is WarehouseKind.OWN or warehouse.connection_id is None:
        raise RuleError("warehouse_not_jd", subject=warehouse_no)
    connection = uow.connections.by_id(warehouse.connection_id)
    if connection is None:
        raise RuleError("warehouse_not_jd", subject=warehouse_no)
    return warehouse, connection
