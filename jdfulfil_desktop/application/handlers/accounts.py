"""Pause accounts, put them away while nothing of them is open, bring them back (R8, R10, R11)."""

from __future__ import annotations

from dataclasses import replace

from jdfulfil_desktop.application.env import Env
from jdfulfil_desktop.application.handlers.deciding import with_redecided
from jdfulfil_desktop.application.history import note_changes, of_account, of_warehouse
from jdfulfil_desktop.application.ports import UnitOfWork
from jdfulfil_desktop.application.results import Continued
from jdfulfil_desktop.domain.account_commands import PauseAccount, RemoveAccount, RestoreAccount
from jdfulfil_desktop.domain.connection import Connection, ConnectionState
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.events import ConnectionsChanged, PushQueued, WarehousesChanged
from jdfulfil_desktop.domain.warehouse import Warehouse

Decided = Connection | Continued[Connection]


def pause_account(command: PauseAccount, uow: UnitOfWork, env: Env) -> Connection:
    """Pause an account or let it go on; its queue stays as it is."""
    known = _living(uow, command.pin)
    saved = uow.connections.save(replace(known, on_hold=command.paused))
    before, after = {"on_hold": known.on_hold}, {"on_hold": saved.on_hold}
    note_changes(uow, env, of_account(saved.pin), before, after)
    uow.emit(ConnectionsChanged(saved.pin), WarehousesChanged(), PushQueued())
    return saved


def remove_account(command: RemoveAccount, uow: UnitOfWork, env: Env) -> Decided:
    """Put an account away with its warehouses; a tokenless account is `archived`.

    Raises RuleError `account_busy` while something of it is open: `outbounds` and `inbounds` count
    it, `where` lists it by warehouse.
    """
    known = _living(uow, command.pin)
    houses = _houses(uow, known)
    open_by_house = {h.warehouse_no: uow.warehouses.open_documents(h.warehouse_no) for h in houses}
    busy = {number: found for number, found in open_by_house.items() if any(found.values())}
    if busy:
        raise RuleError(
            "account_busy",
            subject=known.pin,
            outbounds=sum(found["outbounds"] for found in busy.values()),
            inbounds=sum(found["inbounds"] for found in busy.values()),
            where=", ".join(busy),
        )
    active = [house for house in houses if house.active]
    uow.settings.put(_active_then(known), [house.warehouse_no for house in active])
    for house in active:
        _switch(uow, env, house, active=False)
    return _archive(uow, env, known, archived=True)


def restore_account(command: RestoreAccount, uow: UnitOfWork, env: Env) -> Decided:
    """Bring a removed account back; its tokens are gone, so it wants to be authorized again.

    Raises RuleError `pin_not_connected`, and `department_taken` where another account has one of
    its departments by now.
    """
    known = uow.connections.by_pin(command.pin)
    if known is None or not known.archived:
        raise RuleError("pin_not_removed", subject=command.pin)
    taken = {
        department.department_no: other.pin
        for other in uow.connections.all()
        for department in other.departments
    }
    for department in known.departments:
        if owner := taken.get(department.department_no):
            raise RuleError("department_taken", subject=department.department_no, owner=owner)
    wake_warehouses(uow, env, known)
    again = replace(known, state=ConnectionState.REAUTHORIZE, state_code="")
    return _archive(uow, env, again, archived=False)


def wake_warehouses(uow: UnitOfWork, env: Env, account: Connection) -> None:
    """Switch those warehouses on again that were in use when the account was removed."""
    noted = uow.settings.get(_active_then(account))
    numbers = noted if isinstance(noted, list) else []
    for house in _houses(uow, account):
        if house.warehouse_no in numbers and not house.active:
            _switch(uow, env, house, active=True)
    uow.settings.put(_active_then(account), [])


def _archive(uow: UnitOfWork, env: Env, account: Connection, *, archived: bool) -> Decided:
    saved = uow.connections.save(replace(account, archived=archived, on_hold=False))
    before, after = {"archived": not archived}, {"archived": archived}
    note_changes(uow, env, of_account(saved.pin), before, after)
    uow.emit(ConnectionsChanged(saved.pin), WarehousesChanged())
    return with_redecided(f"pin:{saved.pin}", saved, uow, env)


def _switch(uow: UnitOfWork, env: Env, house: Warehouse, *, active: bool) -> None:
    uow.warehouses.save(replace(house, active=active))
    before, after = {"active": house.active}, {"active": active}
    note_changes(uow, env, of_warehouse(house.warehouse_no), before, after)


def _living(uow: UnitOfWork, pin: str) -> Connection:
    known = uow.connections.by_pin(pin)
    if known is None or known.archived:
        raise RuleError("pin_not_connected", subject=pin)
    return known


def _houses(uow: UnitOfWork, account: Connection) -> list[Warehouse]:
    return [house for house in uow.warehouses.all() if house.connection_id == account.id]


def _active_then(account: Connection) -> str:
    return f"active_then:{account.pin}"
