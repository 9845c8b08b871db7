"""Learn what a grant reaches at JD, in the language that its connection speaks (PROTOCOL 2.9)."""

from __future__ import annotations

from jdfulfil_desktop.application.ports import DepartmentFacts, FulfillmentGateway, SellerInfo
from jdfulfil_desktop.domain.connection import Connection, Dialect


async def rights_of(
    gateway: FulfillmentGateway, dialect: Dialect, department_no: str
) -> SellerInfo:
    """Give the departments that a grant reaches, with their warehouses.

    The newer platform (LOP) lists no departments: there the one asked about is reached where JD
    tells its warehouses.
    """
    if dialect is Dialect.JOS:
        return await gateway.seller_info()
    houses = await gateway.warehouses(department_no)
    return SellerInfo("", {department_no: tuple(house.warehouse_no for house in houses)})


async def facts_of(
    gateway: FulfillmentGateway, dialect: Dialect, department_no: str
) -> DepartmentFacts | None:
    """Give what JD tells of a department; None where it tells nothing."""
    if dialect is Dialect.LOP:
        return None
    rows = await gateway.departments([department_no])
    return next((row for row in rows if row.department_no == department_no), None)


async def greet(gateway: FulfillmentGateway, connection: Connection) -> None:
    """Make one call that changes nothing: the grant is tried, and renewed where it ends soon."""
    first = connection.departments[0].department_no if connection.departments else ""
    await rights_of(gateway, connection.dialect, first)


async def all_rights(gateway: FulfillmentGateway, connection: Connection) -> SellerInfo:
    """Give every department that JD lists for an account; on the newer platform those it has."""
    if connection.dialect is Dialect.JOS:
        return await gateway.seller_info()
    found: dict[str, tuple[str, ...]] = {}
    for department in connection.departments:
        number = department.department_no
        found |= (await rights_of(gateway, connection.dialect, number)).departments
    return SellerInfo("", found)
