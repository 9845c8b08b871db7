"""Add departments and warehouses to an authorized account (R7-R9)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from jdfulfil_desktop.application.history import account_values, note_changes, of_account
from jdfulfil_desktop.application.ports import (
    FulfillmentGateway,
    SellerInfo,
    UnitOfWork,
)
from jdfulfil_desktop.application.remote.office import Office
from jdfulfil_desktop.application.remote.rights import all_rights, facts_of, rights_of
from jdfulfil_desktop.domain.connection import (
    Connection,
    Department,
    Dialect,
)
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.events import ConnectionsChanged, WarehousesChanged
from jdfulfil_desktop.domain.ids import DepartmentNo, WarehouseNo
from jdfulfil_desktop.domain.users import Right
from jdfulfil_desktop.domain.warehouse import Warehouse, WarehouseKind, jd_warehouse_name


def check_free(uow: UnitOfWork, pin: str, department_no: str, warehouse_nos: list[str]) -> None:
    """Refuse numbers that another PIN has, naming the record that has them (R8).

    What belongs to a removed account is free.
    """
    for other in uow.connections.all():
        if other.pin != pin and any(d.department_no == department_no for d in other.departments):
            raise RuleError("department_taken", subject=department_no, owner=str(other.pin))
    for number in warehouse_nos:
        warehouse = uow.warehouses.get(number)
        holder = uow.connections.by_id(warehouse.connection_id or 0) if warehouse else None
        if warehouse and holder and holder.pin != pin and not holder.archived:
            raise RuleError("warehouse_taken", subject=number, owner=warehouse.name)


def check_rights(info: SellerInfo, department_no: str, *warehouse_nos: str) -> None:
    """Refuse numbers that JD does not list for the authorized PIN."""
    if department_no not in info.departments:
        raise RuleError(
            "department_unknown", subject=department_no, known=", ".join(info.departments)
        )
    listed = info.departments[department_no]
    for number in warehouse_nos:
        if number not in listed:
            raise RuleError("warehouse_unknown", subject=number, known=", ".join(listed))


@dataclass(frozen=True, slots=True)
class DepartmentAnswer:
    """What JD says of a department and of the warehouses asked for."""

    department: Department
    warehouses: tuple[Warehouse, ...]


async def learn(
    gateway: FulfillmentGateway, dialect: Dialect, department_no: str, warehouse_nos: list[str]
) -> DepartmentAnswer:
    """Ask what documents will need of a department and its warehouses (PROTOCOL 10).

    Raises RuleError("warehouse_disabled") for a warehouse that JD has not opened, or closed.
    """
    row = await facts_of(gateway, dialect, department_no)
    houses = {w.warehouse_no: w for w in await gateway.warehouses(department_no)}
    for number in warehouse_nos:
        if number in houses and not houses[number].enabled:
            raise RuleError("warehouse_disabled", subject=number, name=houses[number].name)
    return DepartmentAnswer(
        Department(
            DepartmentNo(department_no),
            tuple(WarehouseNo(number) for number in warehouse_nos),
            name=row.name if row else "",
            manager_phone=row.manager_phone if row else "",
            manager_address=row.manager_address if row else "",
        ),
        tuple(
            Warehouse(
                WarehouseNo(number),
                WarehouseKind.JD,
                name="",
                department_no=DepartmentNo(department_no),
                jd_name=houses[number].name if number in houses else "",
                phone=houses[number].phone if number in houses else "",
                address=houses[number].address if number in houses else "",
            )
            for number in warehouse_nos
        ),
    )


def keep_department(uow: UnitOfWork, connection: Connection, facts: DepartmentAnswer) -> Connection:
    """Write a department on its account, and the warehouse records that R9 asks for.

    A warehouse number stands for one department here, as goods numbers are a department's own:
    RuleError("warehouse_taken") where another one has it.
    """
    new = facts.department
    for warehouse in facts.warehouses:
        before = uow.warehouses.get(warehouse.warehouse_no)
        if before and before.department_no not in ("", new.department_no):
            raise RuleError("warehouse_taken", subject=warehouse.warehouse_no, owner=before.name)
    known = {d.department_no: d for d in connection.departments}
    old = known.get(new.department_no)
    numbers = dict.fromkeys([*(old.warehouse_nos if old else ()), *new.warehouse_nos])
    known[new.department_no] = replace(
        new, warehouse_nos=tuple(numbers), supplier_no=old.supplier_no if old else ""
    )
    saved = uow.connections.save(replace(connection, departments=tuple(known.values())))
    for warehouse in facts.warehouses:
        name = jd_warehouse_name(warehouse.warehouse_no, new.department_no, saved.pin)
        before = uow.warehouses.get(warehouse.warehouse_no)
        uow.warehouses.save(
            replace(
                warehouse,
                name=name,
                pin=saved.pin,
                connection_id=saved.id,
                active=before.active if before else True,
            )
        )
    return saved


@dataclass(frozen=True, slots=True)
class Offer:
    """A department that JD lists for a PIN, with its warehouses that are not kept here yet.

    `known`: the department is kept already. `warehouses`: (number, JD's name), the enabled ones.
    """

    department_no: str
    known: bool
    warehouses: tuple[tuple[str, str], ...]


async def offers(office: Office, pin: str) -> list[Offer]:
    """Ask JD what departments and warehouses a PIN could add (R7); writes nothing."""
    await office.need(Right.CONNECTIONS)
    connection = await office.write(lambda uow: uow.connections.by_pin(pin))
    if connection is None:
        raise RuleError("pin_not_connected", subject=pin)
    kept = {d.department_no: d.warehouse_nos for d in connection.departments}
    found = []
    async with office.gateway(connection) as gateway:
        info = await all_rights(gateway, connection)
        for department_no, listed in info.departments.items():
            rows = {row.warehouse_no: row for row in await gateway.warehouses(department_no)}
            new = [no for no in listed if no not in kept.get(DepartmentNo(department_no), ())]
            named = [(no, rows[no].name) for no in new if no in rows and rows[no].enabled]
            found.append(Offer(department_no, department_no in kept, tuple(named)))
    return found


async def add_department(office: Office, pin: str, department_no: str) -> Connection:
    """Add a department to an authorized PIN (R7); JD has to list it for that PIN."""
    pin, department_no = pin.strip(), department_no.strip()

    def find(uow: UnitOfWork) -> Connection:
        connection = uow.connections.by_pin(pin)
        if connection is None:
            raise RuleError("pin_not_connected", subject=pin)
        check_free(uow, pin, department_no, [])
        return connection

    await office.need(Right.CONNECTIONS)
    connection = await office.write(find)
    async with office.gateway(connection) as gateway:
        speaks = connection.dialect
        check_rights(await rights_of(gateway, speaks, department_no), department_no)
        facts = await learn(gateway, speaks, department_no, [])
    return await office.write(lambda uow: _extend(office, uow, pin, facts))


async def add_warehouse(office: Office, department_no: str, warehouse_no: str) -> Connection:
    """Add a further warehouse of an authorized department: no new login (R7)."""
    department_no, warehouse_no = department_no.strip(), warehouse_no.strip()

    def find(uow: UnitOfWork) -> Connection:
        for connection in uow.connections.all():
            if any(d.department_no == department_no for d in connection.departments):
                check_free(uow, connection.pin, department_no, [warehouse_no])
                return connection
        raise RuleError("department_not_connected", subject=department_no)

    await office.need(Right.CONNECTIONS)
    connection = await office.write(find)
    async with office.gateway(connection) as gateway:
        speaks = connection.dialect
        check_rights(await rights_of(gateway, speaks, department_no), department_no, warehouse_no)
        facts = await learn(gateway, speaks, department_no, [warehouse_no])
    return await office.write(lambda uow: _extend(office, uow, connection.pin, facts))


def _extend(office: Office, uow: UnitOfWork, pin: str, facts: DepartmentAnswer) -> Connection:
    connection = uow.connections.by_pin(pin)
    if connection is None:
        raise RuleError("pin_not_connected", subject=pin)
    # Others may have written while JD was asked.
    houses = [str(w.warehouse_no) for w in facts.warehouses]
    check_free(uow, pin, facts.department.department_no, houses)
    saved = keep_department(uow, connection, facts)
    before, after = account_values(connection), account_values(saved)
    note_changes(uow, office.asking, of_account(saved.pin), before, after)
    uow.emit(ConnectionsChanged(saved.pin), WarehousesChanged())
    return saved
