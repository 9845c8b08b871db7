"""Renew JD's stock figures of an account's warehouses (R22)."""

from __future__ import annotations

from functools import partial

from jdfulfil_desktop.application.handlers.news import apply_stock_figures
from jdfulfil_desktop.application.ports import FulfillmentGateway, Priority, UnitOfWork
from jdfulfil_desktop.application.remote.office import Office
from jdfulfil_desktop.domain.connection import Connection
from jdfulfil_desktop.domain.warehouse import PlacementState, Warehouse


async def refresh_stock(
    office: Office, gateway: FulfillmentGateway, connection: Connection
) -> None:
    """Renew JD's figures of the connection's warehouses that hold our goods."""

    def holding(uow: UnitOfWork) -> list[Warehouse]:
        numbers = {
            p.warehouse_no for p in uow.products.placements() if p.state is PlacementState.PUSHED
        }
        return [
            warehouse
            for warehouse in uow.warehouses.all()
            if warehouse.connection_id == connection.id and warehouse.warehouse_no in numbers
        ]

    for warehouse in await office.write(holding):
        number = warehouse.warehouse_no
        figures = await gateway.stock(warehouse.department_no, number)
        work = partial(apply_stock_figures, number, figures, env=office.env)
        await office.write(work, Priority.ANSWER)
