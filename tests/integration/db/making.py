"""Build what database tests write: accounts, orders, outbound orders, verdicts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from jdfulfil_desktop.adapters.db.store import Database
from jdfulfil_desktop.application.ports import Priority, StoredDecision, UnitOfWork
from jdfulfil_desktop.application.queries import Queries
from jdfulfil_desktop.domain.connection import Connection, Department, Mode
from jdfulfil_desktop.domain.events import Event
from jdfulfil_desktop.domain.ids import (
    DepartmentNo,
    OrderNo,
    Pin,
    Sku,
    WarehouseNo,
    outbound_number,
)
from jdfulfil_desktop.domain.order import Channel, Order, OrderLine, OrderSnapshot, OrderStatus
from jdfulfil_desktop.domain.outbound import Item, Outbound, PushState
from jdfulfil_desktop.domain.warehouse import Binding, Store, Warehouse, WarehouseKind

T = TypeVar("T")
NOW = datetime(2026, 11, 24, 3, 0, 0, 123456, tzinfo=UTC)
W1 = WarehouseNo("W1")
GO = StoredDecision("R37", create=True, push=True, reasons=())
_MARKS = {"store", "accepted", "on_hold", "typed_tracking_no", "file_time", "first_seen_at", "id"}


@dataclass
class FixedClock:
    at: datetime = NOW

    def now(self) -> datetime:
        return self.at

    def monotonic(self) -> float:
        return 0.0


@dataclass
class Listener:
    events: list[Event] = field(default_factory=list)

    def publish(self, events: Sequence[Event]) -> None:
        self.events.extend(events)


@dataclass
class Desk:
    """A database with short words for tests: `write` and `read` wait for their answers."""

    database: Database
    clock: FixedClock
    listener: Listener

    def write(self, work: Callable[[UnitOfWork], T], priority: Priority = Priority.PERSON) -> T:
        return self.database.writer.submit(work, priority).result(60)

    def read(self, work: Callable[[Queries], T]) -> T:
        return self.database.reader.submit(work).result(60)


def a_connection(pin: str = "pin-1", **changes: Any) -> Connection:
    fields: dict[str, Any] = {
        "pin": Pin(pin),
        "mode": Mode.QUICK,
        "gateway_url": "http://127.0.0.1:1/routerjson",
        "oauth_url": "http://127.0.0.1:1",
        "app_key": "key",
        "isv_source": "ISV1",
        "departments": (Department(DepartmentNo("EBU1"), (W1,), name="Dept"),),
    }
    return Connection(**(fields | changes))


def a_warehouse(number: str, connection_id: int | None, pin: str = "pin-1") -> Warehouse:
    kind = WarehouseKind.JD if connection_id else WarehouseKind.OWN
    return Warehouse(
        WarehouseNo(number),
        kind,
        f"{number} - EBU1 - {pin}" if connection_id else number,
        DepartmentNo("EBU1" if connection_id else ""),
        Pin(pin if connection_id else ""),
        connection_id,
    )


def make_account(uow: UnitOfWork) -> int:
    """Keep an account with W1 and the Shopee store Toko bound to it; gives its id."""
    saved = uow.connections.save(a_connection())
    assert saved.id is not None
    uow.warehouses.save(a_warehouse("W1", saved.id))
    uow.stores.save(Store("Toko", Channel.SHOPEE))
    uow.stores.save_binding(Binding("Toko", W1))
    return saved.id


def an_order(number: int | str, **changes: Any) -> Order:
    """Give an order of the Shopee store Toko; `changes` go into its snapshot, or are marks."""
    said: dict[str, Any] = {
        "channel": Channel.SHOPEE,
        "order_no": OrderNo(f"2411{number:06d}" if isinstance(number, int) else number),
        "status": OrderStatus.READY_TO_SHIP,
        "raw_status": "Perlu Dikirim",
        "courier": "SPX Standard",
        "tracking_no": f"SPXID{number:06d}" if isinstance(number, int) else "",
        "lines": (OrderLine("KAOS-01", "Kaos", 2, unit_price=59_000),),
    }
    said |= {name: value for name, value in changes.items() if name not in _MARKS}
    kept: dict[str, Any] = {"store": "Toko", "first_seen_at": NOW}
    kept |= {name: value for name, value in changes.items() if name in _MARKS}
    return Order(snapshot=OrderSnapshot(**said), **kept)


def an_outbound(order: Order, state: PushState = PushState.QUEUED, **changes: Any) -> Outbound:
    """Give an outbound order for a stored order, of two units of SKU A in W1 unless changed."""
    part, attempt = changes.get("part", 1), changes.get("attempt", 1)
    fields: dict[str, Any] = {
        "outbound_no": outbound_number(order.channel, order.order_no, part=part, attempt=attempt),
        "channel": order.channel,
        "store": order.store,
        "order_no": order.order_no,
        "push_state": state,
        "warehouse_no": W1,
        "items": (Item(Sku("A"), 2, "Kaos"),),
        "tracking_no": order.tracking_no,
        "order_id": order.id,
    }
    return Outbound(**(fields | changes))


def held(code: str, *subjects: str, rule: str = "R33") -> StoredDecision:
    return StoredDecision("R37", create=True, push=False, reasons=((code, rule, subjects),))


def put(
    uow: UnitOfWork,
    orders: Sequence[Order],
    state: PushState | None = PushState.QUEUED,
    decision: StoredDecision = GO,
    batch_id: int | None = None,
) -> tuple[list[Order], list[Outbound]]:
    """Write orders with an outbound order each (none for `state` None) and one verdict for all."""
    stored = uow.orders.save_many(orders, batch_id)
    made = []
    if state is not None:
        made = uow.outbounds.save_many([an_outbound(o, state) for o in stored], batch_id)
    uow.orders.save_decision({order.id: decision for order in stored if order.id})
    return stored, made


def later(**difference: float) -> datetime:
    return NOW + timedelta(**difference)
