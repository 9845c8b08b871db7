"""Set a merchant up: accounts, warehouses, stores, products, links; JD has the goods."""

from __future__ import annotations

from random import Random

from jdfulfil_desktop.application.ports import UnitOfWork
from jdfulfil_desktop.domain.connection import Connection, Department, Mode
from jdfulfil_desktop.domain.ids import DepartmentNo, Pin, Sku, WarehouseNo
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.domain.product import Component, Product, SkuLink
from jdfulfil_desktop.domain.stock import LedgerEntry, LedgerKind
from jdfulfil_desktop.domain.warehouse import (
    Binding,
    Placement,
    PlacementState,
    Store,
    Warehouse,
    WarehouseKind,
)
from tests.simulation.expected import WAREHOUSES
from tests.simulation.jd import Jd
from tests.simulation.loop import BEGIN
from tests.simulation.market import STORES
from tests.simulation.process import Process

ACCOUNTS = {"pin-1": ("EBU1", "W1"), "pin-2": ("EBU2", "W2")}
SKUS = ("KOPI", "TEH", "GULA")
LINKS = {"kopi": (("KOPI", 1),), "paket": (("KOPI", 2), ("TEH", 1)), "gula": (("GULA", 1),)}
AT_FIRST = 1000


def set_up(process: Process, jd: Jd, chance: Random) -> None:
    """Fill an empty database in one transaction."""

    def work(uow: UnitOfWork) -> None:
        for pin, (department_no, warehouse_no) in ACCOUNTS.items():
            _account(uow, pin, department_no, warehouse_no, subscribed=chance.random() < 0.6)
        uow.products.save_many([Product(Sku(sku), sku.title()) for sku in SKUS])
        for store, channel in STORES.items():
            uow.stores.save(Store(store, channel))
            uow.stores.save_binding(Binding(store, WarehouseNo(WAREHOUSES[store])))
            for channel_sku, parts in LINKS.items():
                _link(uow, channel, channel_sku, parts)
        for pin in ACCOUNTS:
            _place(uow, jd, pin, chance)

    process.writer.submit(work).result()


def _account(
    uow: UnitOfWork, pin: str, department_no: str, warehouse_no: str, *, subscribed: bool
) -> None:
    department = Department(
        DepartmentNo(department_no), (WarehouseNo(warehouse_no),), manager_phone="0811"
    )
    saved = uow.connections.save(
        Connection(
            Pin(pin),
            Mode.BASIC,
            "http://127.0.0.1:1/routerjson",
            "http://127.0.0.1:1",
            "KEY",
            "ISV1",
            subscribed=subscribed,
            departments=(department,),
        )
    )
    uow.warehouses.save(
        Warehouse(
            WarehouseNo(warehouse_no),
            WarehouseKind.JD,
            warehouse_no,
            DepartmentNo(department_no),
            Pin(pin),
            saved.id,
        )
    )


def _link(
    uow: UnitOfWork, channel: Channel, channel_sku: str, parts: tuple[tuple[str, int], ...]
) -> None:
    components = tuple(Component(Sku(sku), n) for sku, n in parts)
    uow.products.save_link(SkuLink(channel, "", channel_sku, components))


def _place(uow: UnitOfWork, jd: Jd, pin: str, chance: Random) -> None:
    """Place every product; JD has some already, others are registered by the sync."""
    department_no, warehouse_no = ACCOUNTS[pin]
    for sku in SKUS:
        goods_no = f"EMG-{department_no}-{sku}"
        house, state, opened = WarehouseNo(warehouse_no), PlacementState.PUSHED, True
        if sku != "KOPI" and chance.random() < 0.5:
            state, goods_no, opened = PlacementState.WAITING, "", False
        else:
            jd.goods[department_no, sku] = goods_no
            jd.stock[warehouse_no, goods_no] = AT_FIRST
            kind = LedgerKind.OPENING
            uow.ledger.add([LedgerEntry(BEGIN, house, Sku(sku), kind, AT_FIRST, "OPENING", "it")])
        uow.products.save_placements([Placement(house, Sku(sku), state, goods_no, opened)])
