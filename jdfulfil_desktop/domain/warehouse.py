"""Describe warehouses, stores and how a store is bound to warehouses (R9, R11-R13)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from jdfulfil_desktop.domain.ids import DepartmentNo, Pin, Sku, WarehouseNo
from jdfulfil_desktop.domain.order import Channel

NO_DEPARTMENT = DepartmentNo("")
NO_PIN = Pin("")


class WarehouseKind(StrEnum):
    """Tell JD's warehouses from the merchant's own."""

    JD = "jd"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Warehouse:
    """A warehouse; JD's are made by themselves and named `jd_warehouse_name` (R9)."""

    warehouse_no: WarehouseNo
    kind: WarehouseKind
    name: str
    department_no: DepartmentNo = NO_DEPARTMENT
    pin: Pin = NO_PIN
    connection_id: int | None = None
    active: bool = True
    jd_name: str = ""
    phone: str = ""
    address: str = ""


def jd_warehouse_name(warehouse_no: str, department_no: str, pin: str) -> str:
    """Name a JD warehouse as R9 does; the PIN is masked on screen, stored whole."""
    return f"{warehouse_no} - {department_no} - {pin}"


@dataclass(frozen=True, slots=True)
class Store:
    """A shop on a channel, with the after-sales contact that JD asks of it.

    `archived`: put away, and may come back.
    """

    name: str
    channel: Channel
    contact_name: str = ""
    contact_phone: str = ""
    contact_address: str = ""
    id: int | None = None
    archived: bool = False


@dataclass(frozen=True, slots=True)
class Binding:
    """Bind a store to a warehouse (R12); the lowest `priority` is tried first.

    `shop_no` is JD's number of the store in that warehouse's department, once it is known there.
    """

    store: str
    warehouse_no: WarehouseNo
    priority: int = 1
    shop_no: str = ""


class PlacementState(StrEnum):
    """Say how far a product is in a warehouse.

    `own` needs no push; JD's go from waiting to pushed or failed.
    """

    OWN = "own"
    WAITING = "waiting"
    UNCERTAIN = "uncertain"
    PUSHED = "pushed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Placement:
    """A master SKU in a warehouse (R13, R19).

    `goods_no` is JD's; `opened`: the opening entry is written.
    """

    warehouse_no: WarehouseNo
    sku: Sku
    state: PlacementState
    goods_no: str = ""
    opened: bool = False
    error_code: str = ""
    error_text: str = ""
