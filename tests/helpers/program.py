"""Open the real program in a folder of its own, fill it, and stand pages on it.

The database, the bus and the reader threads are the real ones. The background sync is left out:
what speaks to JD is run on a thread that asks for nothing by itself (`OfficeThread`).
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from jdfulfil_desktop.application.ports import Clock, UnitOfWork
from jdfulfil_desktop.bootstrap import Application, build
from jdfulfil_desktop.cli.desk import Options
from jdfulfil_desktop.domain.commands import (
    AddOwnWarehouse,
    AddStore,
    BeginImport,
    BindStore,
    Command,
    CompleteImport,
    ImportOrders,
    LinkSku,
    SaveProducts,
)
from jdfulfil_desktop.domain.connection import Connection, Department, Mode
from jdfulfil_desktop.domain.ids import DepartmentNo, OrderNo, Pin, Sku, WarehouseNo
from jdfulfil_desktop.domain.order import Channel, OrderLine, OrderSnapshot, OrderStatus
from jdfulfil_desktop.domain.product import Component, Product
from jdfulfil_desktop.domain.stock import LedgerEntry, LedgerKind
from jdfulfil_desktop.domain.warehouse import (
    Placement,
    PlacementState,
    Warehouse,
    WarehouseKind,
    jd_warehouse_name,
)
from jdfulfil_desktop.gui import aio
from jdfulfil_desktop.gui.bridge import Bridge
from jdfulfil_desktop.gui.desk import Desk
from jdfulfil_desktop.gui.shell import Place
from jdfulfil_desktop.gui.theme import StatusKind
from tests.helpers.office import OfficeThread

T = TypeVar("T")

PIN, DEPARTMENT, HOUSE = "jd_merchant01", "EBU4418046510001", "110009999"


@dataclass
class StubShell:
    """The window as pages see it; remembers what they asked for."""

    desk: Desk
    went: list[tuple[str, Place | None]] = field(default_factory=list)
    said: list[tuple[StatusKind, str]] = field(default_factory=list)
    errors: list[Exception] = field(default_factory=list)
    imports: int = 0

    def __post_init__(self) -> None:
        self.desk.failed.connect(self.report)

    def go(self, page: str, place: Place | None = None) -> None:
        self.went.append((page, place))

    def say(self, kind: StatusKind, words: str) -> None:
        self.said.append((kind, words))

    def report(self, error: Exception, widget: QWidget | None = None) -> None:
        self.errors.append(error)

    def import_orders(self, paths: Sequence[Path] = ()) -> None:
        self.imports += 1

    def progress(
        self, words: str, percent: int | None, cancel: Callable[[], None] | None = None
    ) -> None:
        """Take the progress; tests look at what came of it."""

    def progress_done(self) -> None:
        """Take its end."""


@contextmanager
def gui_loop(app: QApplication) -> Iterator[asyncio.AbstractEventLoop]:
    """Give asyncio a loop that turns while Qt's does, so that `qtbot.waitUntil` moves both.

    It is made the running one for good: tasks then see it from Qt's own event loop as well.
    """
    loop = aio.new_loop(app)
    asyncio.set_event_loop(loop)
    asyncio.events._set_running_loop(loop)  # there is no public way without run_forever
    try:
        yield loop
    finally:
        asyncio.events._set_running_loop(None)
        asyncio.set_event_loop(None)
        loop.close()
        app.processEvents()  # answers that came while the loop closed still find its timer
        _delete(app, vars(loop)["_timer"])


def _delete(app: QApplication, gone: QObject) -> None:
    """Delete what has timers here: Python's collector might do it in another thread.

    Qt cannot stop timers from there, and the next one due would crash.
    """
    gone.deleteLater()
    app.sendPostedEvents(gone, QEvent.Type.DeferredDelete.value)


def open_program(folder: Path, *, lang: str = "en", clock: Clock | None = None) -> Application:
    """Open the program on a folder; close it after use."""
    return build(Options(data_dir=folder, lang=lang), clock=clock, actor="Ani")


@contextmanager
def open_shell(app: QApplication, program: Application) -> Iterator[StubShell]:
    """Stand a desk on a program, and end its tasks afterwards."""
    with gui_loop(app):
        bridge, thread = Bridge(), OfficeThread()
        program.subscribe(bridge)
        shell = StubShell(Desk(program, thread, bridge))
        try:
            yield shell
        finally:
            # Pages outlive the desk here: no news may reach them once the loop is gone.
            bridge.blockSignals(True)
            end = asyncio.ensure_future(shell.desk.close())
            while not end.done():
                app.processEvents()
            thread.close()
            # The bridge lives on with the program, which may publish until it is closed; nothing in
            # it may be ticking by then (see `_delete`).
            app.processEvents()
            for timer in bridge.findChildren(QTimer):
                timer.stop()


# -- data -----------------------------------------------------------------------------------------


def run(program: Application, command: Command) -> Any:
    """Carry a command out and wait."""
    return program.bus.submit(command).result(30)


def write(program: Application, work: Callable[[UnitOfWork], T]) -> T:
    """Write in a transaction and wait."""
    return program.bus.writer.submit(work).result(30)


def add_account(
    program: Application,
    *,
    pin: str = PIN,
    department: str = DEPARTMENT,
    houses: Sequence[str] = (HOUSE,),
    **more: Any,
) -> Connection:
    """Keep an authorized account with its warehouses, as `connect` leaves it."""
    now = program.clock.now()
    numbers = tuple(WarehouseNo(number) for number in houses)
    made = Connection(
        Pin(pin),
        Mode.BASIC,
        "http://127.0.0.1:9/routerjson",
        "http://127.0.0.1:9",
        "key",
        "ISV1",
        token_expires_at=now + timedelta(days=200),
        last_contact_at=now,
        last_news_at=now - timedelta(minutes=4),
        subscribed=True,
        channel_up=True,
        departments=(Department(DepartmentNo(department), numbers),),
    )
    given = replace(made, **more)

    def work(uow: UnitOfWork) -> Connection:
        saved = uow.connections.save(given)
        for number in numbers:
            uow.warehouses.save(
                Warehouse(
                    number,
                    WarehouseKind.JD,
                    jd_warehouse_name(number, department, pin),
                    department_no=DepartmentNo(department),
                    pin=Pin(pin),
                    connection_id=saved.id,
                )
            )
        return saved

    return write(program, work)


def add_own_warehouse(program: Application, name: str = "Gudang Bandung") -> str:
    """Add a warehouse of the merchant's own; gives its number."""
    return str(run(program, AddOwnWarehouse(name)))


def add_store(
    program: Application, name: str, channel: Channel = Channel.SHOPEE, *houses: str
) -> None:
    """Add a store, bound to warehouses in this order."""
    run(program, AddStore(name, channel))
    for priority, house in enumerate(houses, 1):
        run(program, BindStore(name, house, priority=priority))


def add_products(program: Application, *skus: str, **more: Any) -> None:
    """Add master products."""
    products = [Product(Sku(sku), f"Name of {sku}", weight_g=250, **more) for sku in skus]
    run(program, SaveProducts(tuple(products)))


def place(
    program: Application,
    *skus: str,
    house: str = HOUSE,
    state: PlacementState = PlacementState.PUSHED,
    stock: int = 0,
    **more: Any,
) -> None:
    """Put products into a warehouse in a state, with stock on hand."""
    placements = [
        Placement(WarehouseNo(house), Sku(sku), state, goods_no=f"EMG-{sku}", **more)
        for sku in skus
    ]
    now = program.clock.now()
    opening = [
        LedgerEntry(now, WarehouseNo(house), Sku(sku), LedgerKind.OPENING, stock, "JD", "JD")
        for sku in skus
        if stock
    ]

    def work(uow: UnitOfWork) -> None:
        uow.products.save_placements(placements)
        uow.ledger.add(opening)

    write(program, work)


def link(program: Application, store: str, channel_sku: str, sku: str, units: int = 1) -> None:
    """Link a channel SKU to a master SKU."""
    found = write(program, lambda uow: uow.stores.get(store))
    assert found is not None
    run(program, LinkSku(found.channel, store, channel_sku, (Component(Sku(sku), units),)))


def order(
    number: str,
    *lines: tuple[str, int],
    channel: Channel = Channel.SHOPEE,
    status: OrderStatus = OrderStatus.READY_TO_SHIP,
    **more: Any,
) -> OrderSnapshot:
    """Describe an order as a file would."""
    tracking_no = more.pop("tracking_no", f"SPX{number}")
    shown = tuple(OrderLine(sku, f"Goods {sku}", units) for sku, units in lines)
    return OrderSnapshot(
        channel,
        OrderNo(number),
        status,
        status.value,
        tracking_no=tracking_no,
        lines=shown,
        **more,
    )


def import_orders(
    program: Application, store: str, *orders: OrderSnapshot, at: datetime | None = None
) -> None:
    """Import orders as one batch."""
    begin = BeginImport("orders.xlsx", orders[0].channel, store, at or program.clock.now())
    batch_id = run(program, begin)
    run(program, ImportOrders(batch_id, tuple(orders)))
    run(program, CompleteImport(batch_id))
