"""Find or make the supplier that JD's inbound lists name (PROTOCOL 10)."""

from __future__ import annotations

from dataclasses import replace

from jdfulfil_desktop.application.ports import FulfillmentGateway, Priority, UnitOfWork
from jdfulfil_desktop.application.remote.office import Office
from jdfulfil_desktop.domain.errors import (
    AlreadyThere,
    GatewayError,
    OutcomeUnknown,
    Refused,
    RetryLater,
)

NAME = "JD Fulfil Desktop"


async def supplier_of(
    office: Office, gateway: FulfillmentGateway, pin: str, department_no: str
) -> str:
    """Give the department's first enabled supplier, else a new one; it is remembered.

    Raises GatewayError; never one that leaves a list in doubt, as no list was sent yet.
    """
    number = await gateway.first_supplier(department_no)
    if number is None:
        number = await _create(gateway, department_no)
    supplier_no = number

    def keep(uow: UnitOfWork) -> None:
        connection = uow.connections.by_pin(pin)
        if connection:
            departments = tuple(
                replace(d, supplier_no=supplier_no) if d.department_no == department_no else d
                for d in connection.departments
            )
            uow.connections.save(replace(connection, departments=departments))

    await office.write(keep, Priority.ANSWER)
    return supplier_no


async def _create(gateway: FulfillmentGateway, department_no: str) -> str:
    try:
        return await gateway.create_supplier(department_no, f"JDF-{department_no}", NAME)
    except (AlreadyThere, OutcomeUnknown) as doubt:
        found = await gateway.first_supplier(department_no)
        if found:
            return found
        raise _not_there(doubt) from doubt


def _not_there(doubt: GatewayError) -> GatewayError:
    """Say why there is no supplier: switched off at JD (it exists, but not enabled), or not yet."""
    if isinstance(doubt, AlreadyThere):
        return Refused(subject=doubt.subject, jd_code=doubt.jd_code, zh=doubt.zh, en=doubt.en)
    return RetryLater(doubt.code, subject=doubt.subject)
