"""Hold what a remote use case needs, and carry work to the writer without blocking the loop."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from jdfulfil_desktop.application.bus import Bus, Env
from jdfulfil_desktop.application.handlers.account_state import mark_and_decide, note_contact
from jdfulfil_desktop.application.handlers.deciding import with_redecided
from jdfulfil_desktop.application.ports import (
    AppIdentities,
    Clock,
    Errands,
    FulfillmentGateway,
    GatewayFactory,
    InstalledApp,
    Priority,
    UnitOfWork,
    Writer,
)
from jdfulfil_desktop.application.remote.patience import Patience, patient
from jdfulfil_desktop.application.results import Continued
from jdfulfil_desktop.domain.commands import Command
from jdfulfil_desktop.domain.connection import Connection, ConnectionState
from jdfulfil_desktop.domain.errors import (
    AuthorizeAgain,
    FileProblem,
    FulfilError,
    Misconfigured,
    RuleError,
)
from jdfulfil_desktop.domain.users import Right
from jdfulfil_desktop.domain.warehouse import Warehouse, WarehouseKind

T = TypeVar("T")


class _NoIdentities:
    """Stand where no app can be installed."""

    def installed(self) -> InstalledApp | None:
        return None

    def install(self, path: Path) -> InstalledApp:
        raise FileProblem("identity_unreadable", subject=path.name)

    def uninstall(self) -> None:
        return


def uncounted(calls: Mapping[str, int]) -> None:
    """Let calls go uncounted; the default where nobody reports them."""


@dataclass(frozen=True, slots=True)
class Office:
    """The desk at which remote use cases work.

    `env` names who acts; `identities`: the app that a distributor installed here, if any (R3);
    `count` is told the calls by method of each gateway that was opened; `errands`: the way to the
    PC that syncs, where several share the database.
    """

    writer: Writer
    gateways: GatewayFactory
    bus: Bus
    env: Env
    patience: Patience = field(default_factory=lambda: Patience(asyncio.sleep))
    identities: AppIdentities = field(default_factory=_NoIdentities)
    count: Callable[[Mapping[str, int]], None] = uncounted
    errands: Errands | None = None

    @property
    def asking(self) -> Env:
        """Give in whose name JD is asked: the user's who is signed in now, or the sync's own."""
        return self.env if self.env.by_itself else self.bus.env

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

    async def need(self, right: Right) -> None:
        """Raise RuleError where who asks may not do this (R18); the sync may."""
        if not self.env.by_itself:
            await asyncio.wrap_future(self.bus.require(right))

    async def write_and_decide(
        self, cause: str, work: Callable[[UnitOfWork], T], priority: Priority = Priority.PERSON
    ) -> T:
        """Run a transaction and decide anew what its `cause` affects, in the same one (R46).

        Where that is much, the rest follows in transactions of its own; a death in between is
        taken up at the next start.
        """
        return await self.through(
            lambda uow: with_redecided(cause, work(uow), uow, self.env), priority
        )

    async def through(
        self,
        work: Callable[[UnitOfWork], T | Continued[T]],
        priority: Priority = Priority.PERSON,
    ) -> T:
        """Run a transaction and what it leaves to further ones."""
        done = await self.write(work, priority)
        if not isinstance(done, Continued):
            return done
        await self.command(done.command, Priority.BULK)
        return done.result

    @asynccontextmanager
    async def gateway(
        self, connection: Connection, *, waits: bool = True
    ) -> AsyncIterator[FulfillmentGateway]:
        """Open the account's gateway; it is closed whatever happens.

        A refusal of the whole connection is written down, then raised. `waits`: calls that did
        nothing are made again, a few times.
        """
        opened = self.gateways.open(connection)
        number = connection.id or 0
        try:
            yield patient(opened, self.patience) if waits else opened
            offset_s, at = opened.clock_offset_s, self.clock.now()
            await self.write(lambda uow: note_contact(number, at, offset_s, uow), Priority.ANSWER)
        except (AuthorizeAgain, Misconfigured) as refusal:
            await self._mark(number, refusal)
            raise
        finally:
            self.count(opened.calls)
            await opened.aclose()

    async def _mark(self, number: int, refusal: FulfilError) -> None:
        """Write down that a connection has to be authorized again, or is wrong (R10, R46)."""
        again = isinstance(refusal, AuthorizeAgain)
        state = ConnectionState.REAUTHORIZE if again else ConnectionState.WRONG
        code = refusal.code
        await self.through(
            lambda uow: mark_and_decide(number, state, code, uow, self.env), Priority.ANSWER
        )


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
