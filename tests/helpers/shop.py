"""A merchant's shop for tests of use cases: what is set up in one word each, and how it is read.

It speaks to the program through the bus and the ports alone, so that the same tests run on the
in-memory unit of work and on the real database.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Protocol, TypeVar

from jdfulfil_desktop.application.bus import Bus, Env
from jdfulfil_desktop.application.handlers.news import (
    apply_inbound_news,
    apply_outbound_news,
    apply_stock_figures,
)
from jdfulfil_desktop.application.ports import StockFigure, StoredDecision, Writer
from jdfulfil_desktop.application.results import ChunkReport
from jdfulfil_desktop.domain import commands as c
from jdfulfil_desktop.domain.connection import (
    Connection,
    ConnectionState,
    Department,
    Mode,
)
from jdfulfil_desktop.domain.events import Event
from jdfulfil_desktop.domain.ids import DepartmentNo, OrderNo, Pin, Sku, WarehouseNo
from jdfulfil_desktop.domain.inbound import InboundNews, ReceiptLine
from jdfulfil_desktop.domain.order import (
    Channel,
    Order,
    OrderLine,
    OrderSnapshot,
    OrderStatus,
)
from jdfulfil_desktop.domain.outbound import Outbound, OutboundNews, PushState
from jdfulfil_desktop.domain.product import Component, Product
from jdfulfil_desktop.domain.stock import StockRow
from jdfulfil_desktop.domain.warehouse import (
    Placement,
    PlacementState,
    Warehouse,
    WarehouseKind,
    jd_warehouse_name,
)
from tests.helpers.fakes import FakeClock, RecordingNotifier

T = TypeVar("T")
W1, W2 = WarehouseNo("110001"), WarehouseNo("110002")
PIN = Pin("merchant-one")
TOKO = "Toko Contoh"
READY, PAID = OrderStatus.READY_TO_SHIP, OrderStatus.PAID


class Peek(Protocol):
    """Read what no port of the use cases gives."""

    def decision(self, order: Order) -> StoredDecision: ...

    def alerts(self) -> list[tuple[str, str]]:
        """Give (code, subject) of open alerts, the oldest first."""

    def alert_id(self, subject: str) -> int: ...

    def notes(self, document: str) -> list[str]:
        """Give the kinds of a document's timeline, the oldest first."""

    def ledger(self, sku: str) -> list[tuple[str, str, int]]:
        """Give (kind, document, units) of a SKU, the oldest first."""


def line(sku: str = "KOPI", quantity: int = 1, **more: Any) -> OrderLine:
    return OrderLine(sku, sku.title(), quantity, **more)


def snapshot(
    order_no: str = "1",
    status: OrderStatus = READY,
    number: str = "RESI1",
    lines: Sequence[OrderLine] = (line(),),
    channel: Channel = Channel.SHOPEE,
    **more: Any,
) -> OrderSnapshot:
    plain = OrderSnapshot(
        channel,
        OrderNo(order_no),
        status,
        str(status),
        tracking_no=number,
        lines=tuple(lines),
        rows=(2,),
    )
    return replace(plain, **more)


class Shop:
    """One merchant, one database, one clock."""

    def __init__(self, writer: Writer, clock: FakeClock, notifier: RecordingNotifier, peek: Peek):
        self.writer = writer
        self.clock = clock
        self.notifier = notifier
        self.peek = peek
        self.env = Env(clock, "ani")
        self.bus = Bus(writer, self.env)

    def do(self, command: c.Command) -> Any:
        return self.bus.submit(command).result(timeout=30)

    def write(self, work: Any) -> Any:
        return self.writer.submit(work).result(timeout=30)

    # --- setting up

    def connect(self, *houses: WarehouseNo, mode: Mode = Mode.BASIC) -> Connection:
        """Authorize an account with warehouses (default: the first)."""
        numbers = houses or (W1,)
        department = DepartmentNo("EBU1")
        connection = Connection(
            PIN,
            mode,
            "http://127.0.0.1:1/routerjson",
            "http://127.0.0.1:1",
            "KEY",
            "ISV1",
            departments=(Department(department, tuple(numbers)),),
        )
        saved: Connection = self.write(lambda uow: uow.connections.save(connection))
        for number in numbers:
            warehouse = Warehouse(
                number,
                WarehouseKind.JD,
                jd_warehouse_name(number, department, PIN),
                department_no=department,
                pin=PIN,
                connection_id=saved.id,
            )
            self.write(lambda uow, one=warehouse: uow.warehouses.save(one))
        return saved

    def set_state(self, state: ConnectionState) -> None:
        def work(uow: Any) -> None:
            uow.connections.save(replace(uow.connections.by_pin(PIN), state=state))

        self.write(work)
        self.do(c.RedecideOrders(f"pin:{PIN}"))

    def open(self, *skus: str, channel: Channel = Channel.SHOPEE, house: str = W1) -> None:
        """Open a store bound to a JD warehouse that has some SKUs, linked under their own names."""
        if not self.write(lambda uow: uow.connections.all()):
            self.connect()
        self.do(c.AddStore(TOKO, channel))
        self.do(c.BindStore(TOKO, house))
        for sku in skus or ("KOPI",):
            self.stock_sku(sku, house)
            self.link(sku, sku, channel=channel)

    def stock_sku(self, sku: str, house: str = W1) -> None:
        """Make a product that JD knows in a warehouse."""
        if not self.write(lambda uow: uow.products.get_many([sku])):
            self.do(c.SaveProducts((Product(Sku(sku), sku.title()),)))
        self.place(sku, house)

    def place(self, sku: str, house: str, state: PlacementState = PlacementState.PUSHED) -> None:
        goods = f"EMG-{sku}" if state is PlacementState.PUSHED else ""
        placement = Placement(WarehouseNo(house), Sku(sku), state, goods_no=goods)
        self.write(lambda uow: uow.products.save_placements([placement]))

    def link(self, channel_sku: str, sku: str, *, channel: Channel = Channel.SHOPEE) -> None:
        self.do(c.LinkSku(channel, TOKO, channel_sku, (Component(Sku(sku)),)))

    def import_(
        self, *chunk: OrderSnapshot, store: str = TOKO, at: datetime | None = None
    ) -> ChunkReport:
        """Import some orders as one complete batch."""
        batch = self.begin(chunk[0].channel, store, at)
        report: ChunkReport = self.do(c.ImportOrders(batch, chunk))
        self.do(c.CompleteImport(batch))
        return report

    def begin(
        self, channel: Channel = Channel.SHOPEE, store: str = TOKO, at: datetime | None = None
    ) -> int:
        number: int = self.do(c.BeginImport("f.xlsx", channel, store, at or self.clock.now()))
        return number

    def pushed(self, order_no: str = "1", jd_no: str = "ESL1") -> Outbound:
        """Say that JD took the order's outbound order with the number it has."""
        one = self.outbound(order_no)
        sent = replace(
            one,
            push_state=PushState.PUSHED,
            jd_no=jd_no,
            sent_tracking_no=one.tracking_no,
            first_sent_at=self.clock.now(),
        )
        self.write(lambda uow: uow.outbounds.save_many([sent]))
        return self.outbound(order_no)

    # --- JD's news

    def news(self, *statuses: int, number: str = "SHOPEE-1", jd_no: str = "ESL1") -> int:
        items = [OutboundNews(jd_no, number, s, self.clock.now(), f"kata {s}") for s in statuses]
        changed: int = self.write(lambda uow: apply_outbound_news(items, uow, self.env))
        return changed

    def receipt(self, number: str, status: int, jd_no: str = "EPL1", **units: int) -> int:
        lines = tuple(ReceiptLine(Sku(sku), n) for sku, n in units.items())
        item = InboundNews(jd_no, number, status, self.clock.now(), lines)
        changed: int = self.write(lambda uow: apply_inbound_news([item], uow, self.env))
        return changed

    def figures(self, house: str = W1, **units: int) -> int:
        rows = [StockFigure(f"EMG-{sku}", n, n) for sku, n in units.items()]
        changed: int = self.write(lambda uow: apply_stock_figures(house, rows, uow, self.env))
        return changed

    # --- reading

    def order(self, order_no: str = "1", channel: Channel = Channel.SHOPEE) -> Order:
        [found] = self.write(lambda uow: uow.orders.get(channel, order_no))
        assert isinstance(found, Order)
        return found

    def outbounds(self, order_no: str = "1", channel: Channel = Channel.SHOPEE) -> list[Outbound]:
        number = self.order(order_no, channel).id
        found = self.write(lambda uow: uow.outbounds.of_orders([number]))
        rows: list[Outbound] = found.get(number, [])
        return rows

    def outbound(self, order_no: str = "1", channel: Channel = Channel.SHOPEE) -> Outbound:
        [one] = self.outbounds(order_no, channel)
        return one

    def state(self, order_no: str = "1", channel: Channel = Channel.SHOPEE) -> str:
        return str(self.outbound(order_no, channel).push_state)

    def decision(self, order_no: str = "1", channel: Channel = Channel.SHOPEE) -> StoredDecision:
        return self.peek.decision(self.order(order_no, channel))

    def reasons(self, order_no: str = "1", channel: Channel = Channel.SHOPEE) -> list[str]:
        return [code for code, _, _ in self.decision(order_no, channel).reasons]

    def row(self, sku: str = "KOPI", house: str = W1) -> StockRow:
        rows = self.write(lambda uow: uow.ledger.rows([house], [sku]))
        return rows.get((house, sku)) or StockRow(WarehouseNo(house), Sku(sku))

    def figures_of(self, sku: str = "KOPI", house: str = W1) -> tuple[int, int, int]:
        """Give (on hand, reserved, incoming)."""
        row = self.row(sku, house)
        return row.on_hand, row.reserved, row.incoming

    def events(self, kind: type[Event]) -> list[Any]:
        return self.notifier.of(kind)
