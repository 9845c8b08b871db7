"""Renew what JD says of an account's stock: figures, and what keeps how long (R17, R22)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from jdfulfil_desktop.application.handlers.news import apply_stock_figures
from jdfulfil_desktop.application.ports import (
    ExpiringStock,
    FulfillmentGateway,
    Priority,
    UnitOfWork,
)
from jdfulfil_desktop.application.remote.office import Office
from jdfulfil_desktop.application.results import RefreshReport
from jdfulfil_desktop.domain.connection import Connection, jakarta_day
from jdfulfil_desktop.domain.errors import GatewayError, Refused
from jdfulfil_desktop.domain.events import StockChanged
from jdfulfil_desktop.domain.ids import Sku, WarehouseNo
from jdfulfil_desktop.domain.stock import Shelf
from jdfulfil_desktop.domain.warehouse import PlacementState, Warehouse


async def refresh_stock(
    office: Office, gateway: FulfillmentGateway, connection: Connection
) -> None:
    """Renew JD's figures of the connection's warehouses that hold our goods."""
    for warehouse in await office.write(partial(_holding, connection)):
        number = warehouse.warehouse_no
        figures = await gateway.stock(warehouse.department_no, number)
        work = partial(apply_stock_figures, number, figures, env=office.env)
        await office.write(work, Priority.ANSWER)


async def refresh_shelves(
    office: Office, gateway: FulfillmentGateway, connection: Connection, *, daily: bool = False
) -> int:
    """Renew the stock by date of expiry where products with a shelf life lie; gives the rows.

    `daily`: only in warehouses that were not asked about on this day: dates change slowly, and 50
    rows cost a call. Raises GatewayError; Refused where the platform has no such question, which is
    not asked again on that day.
    """
    rows = 0
    for warehouse in await office.write(partial(_keeping, connection, office, daily)):
        number = warehouse.warehouse_no
        try:
            found = await gateway.expiring_stock(warehouse.department_no, number)
        except Refused:
            await office.write(partial(_note, number, office.clock.now()))
            raise
        work = partial(apply_shelves, number, found, at=office.clock.now())
        rows += await office.write(work, Priority.ANSWER)
    return rows


async def refresh_all_shelves(office: Office) -> RefreshReport:
    """Ask every account now (the window's and the command line's button); `changed` counts rows.

    One account's failure keeps no other from being asked; it is raised at the end.
    """
    checked = changed = calls = 0
    failures: list[GatewayError] = []
    for connection in await office.write(lambda uow: uow.connections.all()):
        houses = await office.write(partial(_keeping, connection, office, False))
        if not houses:
            continue
        try:
            async with office.gateway(connection) as gateway:
                changed += await refresh_shelves(office, gateway, connection)
                calls += sum(gateway.calls.values())
        except GatewayError as failure:
            failures.append(failure)
        checked += len(houses)
    if failures:
        raise failures[0]
    return RefreshReport(checked, changed, calls)


def apply_shelves(
    warehouse_no: str, found: Sequence[ExpiringStock], uow: UnitOfWork, *, at: datetime
) -> int:
    """Keep JD's stock by date of expiry in the place of what it said before; gives the rows.

    Goods that no master product stands for are left out; equal dates are added up.
    """
    skus = {p.goods_no: p.sku for p in uow.products.placements([warehouse_no]) if p.goods_no}
    shelves: dict[tuple[object, ...], Shelf] = {}
    for item in found:
        sku = skus.get(item.goods_no)
        if sku is None:
            continue
        shelf = _shelf(warehouse_no, sku, item)
        key = (sku, shelf.expires_on, shelf.produced_on, shelf.state)
        if known := shelves.get(key):
            total, usable = known.total + shelf.total, known.usable + shelf.usable
            shelf = replace(known, total=total, usable=usable)
        shelves[key] = shelf
    uow.ledger.set_shelves(warehouse_no, list(shelves.values()))
    _note(warehouse_no, at, uow)
    uow.emit(StockChanged(tuple(sorted({shelf.sku for shelf in shelves.values()}))))
    return len(shelves)


def _shelf(warehouse_no: str, sku: Sku, item: ExpiringStock) -> Shelf:
    return Shelf(
        WarehouseNo(warehouse_no),
        sku,
        item.total,
        item.usable,
        item.shelf_life_days,
        int(item.state),
        item.produced_on,
        item.expires_on,
    )


def _holding(connection: Connection, uow: UnitOfWork) -> list[Warehouse]:
    """Give the connection's warehouses that hold goods of ours."""
    numbers = {
        p.warehouse_no for p in uow.products.placements() if p.state is PlacementState.PUSHED
    }
    return [
        house
        for house in uow.warehouses.all()
        if house.connection_id == connection.id and house.warehouse_no in numbers
    ]


def _keeping(
    connection: Connection, office: Office, daily: bool, uow: UnitOfWork
) -> list[Warehouse]:
    """Give those that hold goods with a shelf life; `daily`: and were not asked about today."""
    houses = [
        house
        for house in uow.warehouses.all()
        if house.connection_id == connection.id
        and not (daily and _is_fresh(house.warehouse_no, office, uow))
    ]
    if not houses:
        return []
    here = uow.products.placements({house.warehouse_no for house in houses})
    skus = {p.sku for p in here if p.state is PlacementState.PUSHED}
    lasting = {sku for sku, product in uow.products.get_many(skus).items() if product.shelf_life}
    numbers = {p.warehouse_no for p in here if p.sku in lasting}
    return [house for house in houses if house.warehouse_no in numbers]


def _asked(warehouse_no: str) -> str:
    return f"shelves_asked:{warehouse_no}"


def _note(warehouse_no: str, at: datetime, uow: UnitOfWork) -> None:
    uow.settings.put(_asked(warehouse_no), at.isoformat())


def _is_fresh(warehouse_no: str, office: Office, uow: UnitOfWork) -> bool:
    noted = uow.settings.get(_asked(warehouse_no))
    if not isinstance(noted, str) or not noted:
        return False
    return jakarta_day(datetime.fromisoformat(noted)) == jakarta_day(office.clock.now())
