"""Keep warehouses, stores and their bindings (R9, R11, R12)."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    Connection,
    Row,
    Select,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)

from jdfulfil_desktop.adapters.db import dialect
from jdfulfil_desktop.adapters.db.board import Board
from jdfulfil_desktop.adapters.db.schema import (
    bindings,
    inbounds,
    orders,
    outbounds,
    stores,
    warehouses,
)
from jdfulfil_desktop.adapters.db.schema.documents import LIVE
from jdfulfil_desktop.domain.ids import DepartmentNo, Pin, WarehouseNo
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.domain.warehouse import Binding, Store, Warehouse, WarehouseKind

PENDING_INBOUND = ("draft", "queued", "uncertain", "at_jd", "held")
PENDING_ORDER = ("accept", "tracking", "held", "queued", "uncertain", "at_jd")


def pending_outbounds() -> tuple[Select[Any], Select[Any]]:
    """Select counts (`n`) of pending outbound orders by warehouse, in two parts to be added up.

    Only what is held can belong to an order that is over or left already, so that only those look
    at their order.
    """
    o, b = orders.c, outbounds.c
    counted = select(b.warehouse_no, func.count().label("n")).where(
        LIVE, b.warehouse_no.is_not(None)
    )
    pending = o.basket.in_(PENDING_ORDER) & (o.reason_code != "already_shipping")
    held = counted.outerjoin(orders, o.id == b.order_id).where(
        b.push_state == "held", or_(o.id.is_(None), pending)
    )
    on_the_way = counted.where(b.push_state != "held")
    return on_the_way.group_by(b.warehouse_no), held.group_by(b.warehouse_no)


class SqlWarehouses:
    """Fulfil `ports.Warehouses`."""

    def __init__(self, connection: Connection, board: Board) -> None:
        self._connection = connection
        self._board = board

    def all(self) -> list[Warehouse]:
        """Give all, by number."""
        query = select(warehouses).order_by(warehouses.c.warehouse_no)
        return [_warehouse_from(row) for row in self._connection.execute(query)]

    def get(self, warehouse_no: str) -> Warehouse | None:
        """Give one by its number."""
        query = select(warehouses).where(warehouses.c.warehouse_no == warehouse_no)
        row = self._connection.execute(query).first()
        return None if row is None else _warehouse_from(row)

    def save(self, warehouse: Warehouse) -> None:
        """Insert or update."""
        values = {
            "warehouse_no": warehouse.warehouse_no,
            "kind": warehouse.kind.value,
            "name": warehouse.name,
            "department_no": warehouse.department_no,
            "pin": warehouse.pin,
            "connection_id": warehouse.connection_id,
            "active": warehouse.active,
            "jd_name": warehouse.jd_name,
            "phone": warehouse.phone,
            "address": warehouse.address,
        }
        statement = dialect.inserting_or_replacing(warehouses, ("warehouse_no",))
        self._connection.execute(statement, values)

    def open_documents(self, warehouse_no: str) -> dict[str, int]:
        """Count what is pending there. What left already or is closed does not count (R11, R41)."""
        self._board.flush()
        counts = [
            self._connection.execute(query.where(outbounds.c.warehouse_no == warehouse_no)).all()
            for query in pending_outbounds()
        ]
        lists = select(func.count()).where(
            inbounds.c.warehouse_no == warehouse_no, inbounds.c.basket.in_(PENDING_INBOUND)
        )
        return {
            "outbounds": sum(row.n for rows in counts for row in rows),
            "inbounds": self._connection.execute(lists).scalar_one(),
        }


class SqlStores:
    """Fulfil `ports.Stores`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> list[Store]:
        """Give all that are in use, by name."""
        query = select(stores).where(stores.c.archived.is_(False)).order_by(stores.c.name)
        return [_store_from(row) for row in self._connection.execute(query)]

    def get(self, name: str) -> Store | None:
        """Give one by its name, one that was put away too."""
        row = self._connection.execute(select(stores).where(stores.c.name == name)).first()
        return None if row is None else _store_from(row)

    def save(self, store: Store) -> None:
        """Insert, or update by id, else by name."""
        values = {
            "name": store.name,
            "channel": store.channel.value,
            "contact_name": store.contact_name,
            "contact_phone": store.contact_phone,
            "contact_address": store.contact_address,
            "archived": store.archived,
        }
        chosen = stores.c.name == store.name if store.id is None else stores.c.id == store.id
        if not self._connection.execute(update(stores).where(chosen), values).rowcount:
            self._connection.execute(insert(stores), values)

    def bindings(self, store: str | None = None) -> list[Binding]:
        """Give bindings by priority."""
        b = bindings.c
        query = select(bindings).order_by(b.store, b.priority, b.warehouse_no)
        if store is not None:
            query = query.where(b.store == store)
        return [
            Binding(row.store, WarehouseNo(row.warehouse_no), row.priority, row.shop_no)
            for row in self._connection.execute(query)
        ]

    def save_binding(self, binding: Binding) -> None:
        """Insert or update."""
        self._connection.execute(
            dialect.inserting_or_replacing(bindings, ("store", "warehouse_no")),
            {
                "store": binding.store,
                "warehouse_no": binding.warehouse_no,
                "priority": binding.priority,
                "shop_no": binding.shop_no,
            },
        )

    def delete_binding(self, store: str, warehouse_no: str) -> None:
        """Delete where it is there."""
        chosen = (bindings.c.store == store) & (bindings.c.warehouse_no == warehouse_no)
        self._connection.execute(delete(bindings).where(chosen))


def _warehouse_from(row: Row[Any]) -> Warehouse:
    return Warehouse(
        warehouse_no=WarehouseNo(row.warehouse_no),
        kind=WarehouseKind(row.kind),
        name=row.name,
        department_no=DepartmentNo(row.department_no),
        pin=Pin(row.pin),
        connection_id=row.connection_id,
        active=row.active,
        jd_name=row.jd_name,
        phone=row.phone,
        address=row.address,
    )


def _store_from(row: Row[Any]) -> Store:
    return Store(
        name=row.name,
        channel=Channel(row.channel),
        contact_name=row.contact_name,
        contact_phone=row.contact_phone,
        contact_address=row.contact_address,
        id=row.id,
        archived=row.archived,
    )
