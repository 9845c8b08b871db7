"""A merchant's database with one connection, and a sync over it that may die at any step."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from concurrent.futures import Future
from dataclasses import replace
from random import Random
from typing import Any, TypeVar

from jdfulfil_desktop.application.bus import Bus, Env
from jdfulfil_desktop.application.ports import Priority, UnitOfWork
from jdfulfil_desktop.application.remote.office import Office
from jdfulfil_desktop.application.remote.patience import Patience
from jdfulfil_desktop.application.results import SyncReport
from jdfulfil_desktop.domain import commands as c
from jdfulfil_desktop.domain.connection import Connection, Department, Mode
from jdfulfil_desktop.domain.errors import FulfilError
from jdfulfil_desktop.domain.events import Event
from jdfulfil_desktop.domain.ids import DepartmentNo, OrderNo, Pin, Sku, WarehouseNo
from jdfulfil_desktop.domain.order import Channel, OrderLine, OrderSnapshot, OrderStatus
from jdfulfil_desktop.domain.outbound import Outbound, PushState
from jdfulfil_desktop.domain.product import Component, Product
from jdfulfil_desktop.domain.warehouse import (
    Binding,
    Placement,
    PlacementState,
    Store,
    Warehouse,
    WarehouseKind,
)
from jdfulfil_desktop.sync.fleet import Fleet
from jdfulfil_desktop.sync.foreground import run_foreground
from jdfulfil_desktop.sync.means import Means
from tests.helpers.fakes import ImmediateWriter, Memory
from tests.unit.sync.gateways import FakeGateways
from tests.unit.sync.jd import FakeJd
from tests.unit.sync.virtual import BEGIN, Died, VirtualTime, run_virtually

T = TypeVar("T")


class FreeLock:
    """A lock that no other process holds, unless the test says so."""

    def __init__(self) -> None:
        self.elsewhere: set[str] = set()
        self.held: set[str] = set()
        self.broken: list[OSError] = []

    def acquire(self, pin: str) -> bool:
        if self.broken:
            raise self.broken.pop()
        if pin not in self.elsewhere:
            self.held.add(pin)
        return pin in self.held

    def release(self, pin: str) -> None:
        self.held.discard(pin)


class StepWriter:
    """Carry work out at once in memory; fail, or die before or after it, as the test says."""

    def __init__(self, memory: Memory, time: VirtualTime) -> None:
        self._writer = ImmediateWriter(memory)
        self._time = time
        self.steps: Callable[[str], bool] | None = None
        self.failing: list[FulfilError] = []
        self.listeners: list[Callable[[Sequence[Event]], None]] = []
        self.transactions = 0

    @property
    def events(self) -> list[Event]:
        return self._writer.notifier.events

    def submit(
        self, work: Callable[[UnitOfWork], T], priority: Priority = Priority.PERSON
    ) -> Future[T]:
        if self._time.died:
            raise Died
        if self.steps is not None and self.steps("write:before"):
            return Future()
        if self.failing:
            refused: Future[T] = Future()
            refused.set_exception(self.failing.pop(0))
            return refused
        self.transactions += 1
        told = len(self.events)
        future = self._writer.submit(work, priority)
        if self.steps is not None and self.steps("write:after"):
            return Future()
        for listener in self.listeners if len(self.events) > told else ():
            listener(self.events[told:])
        return future


class Desk:
    """One merchant's PC. `restart` begins a new process on the same database."""

    def __init__(self, *, seed: int = 7) -> None:
        self.memory = Memory()
        self.time = VirtualTime()
        self.jd = FakeJd(self.time)
        self.seed = seed
        self.beside: Callable[[], Coroutine[Any, Any, None]] | None = None
        self.lock = FreeLock()
        self.writer = StepWriter(self.memory, self.time)
        self.office = self._office()

    def restart(self) -> None:
        """Begin anew after a death: the database and JD keep what they have."""
        self.time.died = False
        self.jd.steps = None
        self.lock = FreeLock()
        self.writer = StepWriter(self.memory, self.time)
        self.office = self._office()

    def _office(self) -> Office:
        env, patience = Env(self.time, "sync"), Patience(self.time.sleep, Random(self.seed))
        return Office(self.writer, FakeGateways(self.jd), Bus(self.writer, env), env, patience)

    def means(self, **changes: Any) -> Means:
        means = Means(self.office, Random(self.seed), self.time.sleep, self.lock)
        return replace(means, **changes)

    def die_at(self, number: int) -> None:
        """Die at the numbered step from now: before or after a transaction or a call."""
        count = 0

        def step(_name: str) -> bool:
            nonlocal count
            count += 1
            self.time.died = self.time.died or count >= number
            return self.time.died

        self.writer.steps = self.jd.steps = step

    def count_steps(self) -> list[str]:
        """Keep the names of all steps from now on."""
        names: list[str] = []

        def step(name: str) -> bool:
            names.append(name)
            return False

        self.writer.steps = self.jd.steps = step
        return names

    # --------------------------------------------------------------------------- what it holds

    def do(self, work: Callable[[UnitOfWork], T]) -> T:
        return self.writer.submit(work).result()

    def command(self, command: c.Command) -> object:
        return self.office.bus.submit(command).result()

    def outbound(self, number: str) -> Outbound:
        found = self.do(lambda uow: uow.outbounds.get(number))
        assert found is not None
        return found

    def states(self) -> dict[str, str]:
        """Give the push states of all outbound orders by number."""

        def work(uow: UnitOfWork) -> dict[str, str]:
            ids = uow.orders.open_ids("all", 0, 100_000)
            found = uow.outbounds.of_orders(ids)
            return {o.outbound_no: str(o.push_state) for row in found.values() for o in row}

        return self.do(work)

    def connection(self, pin: str = "pin-1") -> Connection:
        found = self.do(lambda uow: uow.connections.by_pin(pin))
        assert found is not None
        return found

    def change_connection(self, pin: str = "pin-1", **changes: Any) -> None:
        known = self.connection(pin)
        self.do(lambda uow: uow.connections.save(replace(known, **changes)))

    # ---------------------------------------------------------------------------- the merchant

    def set_up(
        self,
        pin: str = "pin-1",
        warehouse_no: str = "W1",
        store: str = "Toko",
        *,
        mode: Mode = Mode.BASIC,
        subscribed: bool = False,
    ) -> None:
        """Authorize, add a warehouse, a store bound to it and one product that JD has."""

        def work(uow: UnitOfWork) -> None:
            saved = uow.connections.save(
                Connection(
                    Pin(pin),
                    mode,
                    "http://127.0.0.1:1/routerjson",
                    "http://127.0.0.1:1",
                    "KEY",
                    "ISV1",
                    subscribed=subscribed,
                    departments=(
                        Department(
                            DepartmentNo("EBU1"),
                            (WarehouseNo(warehouse_no),),
                            manager_phone="0811",
                        ),
                    ),
                )
            )
            uow.warehouses.save(
                Warehouse(
                    WarehouseNo(warehouse_no),
                    WarehouseKind.JD,
                    warehouse_no,
                    DepartmentNo("EBU1"),
                    Pin(pin),
                    saved.id,
                )
            )
            uow.stores.save(Store(store, Channel.SHOPEE))
            uow.stores.save_binding(Binding(store, WarehouseNo(warehouse_no)))
            uow.products.save_many([Product(Sku("KOPI"), "Kopi Bali")])
            uow.products.save_placements(
                [
                    Placement(
                        WarehouseNo(warehouse_no),
                        Sku("KOPI"),
                        PlacementState.PUSHED,
                        "EMG-KOPI",
                        opened=True,
                    )
                ]
            )

        self.do(work)
        self.jd.goods["KOPI"] = "EMG-KOPI"
        self.command(
            c.LinkSku(Channel.SHOPEE, store, "kopi-250", (Component(Sku("KOPI"), 1),), add=False)
        )

    def order(
        self,
        *numbers: str,
        store: str = "Toko",
        tracking_no: str = "JT1",
        status: OrderStatus = OrderStatus.READY_TO_SHIP,
    ) -> list[str]:
        """Import orders; gives the numbers that they would have at JD."""
        at = self.time.now()
        batch = self.command(c.BeginImport("f.xlsx", Channel.SHOPEE, store, at))
        assert isinstance(batch, int)
        orders = tuple(
            OrderSnapshot(
                Channel.SHOPEE,
                OrderNo(number),
                status,
                str(status),
                courier="J&T Express",
                tracking_no=tracking_no and f"{tracking_no}{number}",
                created_at=BEGIN,
                lines=(OrderLine("kopi-250", "Kopi", 2),),
            )
            for number in numbers
        )
        self.command(c.ImportOrders(batch, orders))
        self.command(c.CompleteImport(batch))
        return [f"SHOPEE-{number}".upper() for number in numbers]

    # -------------------------------------------------------------------------------- the sync

    def sync(self, *, timeout_s: float = 3600.0, until_idle: bool = True) -> SyncReport:
        """Run the foreground sync until idle on virtual time, once beside `self.beside`."""
        beside, self.beside = self.beside, None

        async def main() -> SyncReport:
            other = asyncio.create_task(beside()) if beside else None
            report = await run_foreground(
                self.means(), timeout_s=timeout_s, until_idle=until_idle, attach=self._listen
            )
            if other is not None:
                await other
            return report

        return run_virtually(self.time, main)

    def _listen(self, fleet: Fleet) -> None:
        self.writer.listeners = [fleet.notice]

    def check_exactly_once(self, numbers: Sequence[str]) -> None:
        """Every number is at JD, nothing else is, and we know JD's number of each."""
        assert sorted(self.jd.outbounds) == sorted(numbers)
        for number in numbers:
            known = self.outbound(number)
            assert known.push_state is PushState.PUSHED, number
            assert known.jd_no == self.jd.outbounds[number].jd_no
