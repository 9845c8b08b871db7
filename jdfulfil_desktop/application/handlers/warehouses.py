"""Keep stores, their bindings and the merchant's own warehouses (R11, R12)."""

from __future__ import annotations

from dataclasses import replace

from jdfulfil_desktop.application.env import Env
from jdfulfil_desktop.application.handlers.deciding import with_redecided
from jdfulfil_desktop.application.history import (
    note_changes,
    note_made,
    of_store,
    of_warehouse,
)
from jdfulfil_desktop.application.ports import UnitOfWork
from jdfulfil_desktop.application.results import Continued
from jdfulfil_desktop.domain.account_commands import ArchiveStore
from jdfulfil_desktop.domain.commands import (
    AddOwnWarehouse,
    AddStore,
    BindStore,
    SetWarehouseActive,
    UnbindStore,
)
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.events import WarehousesChanged
from jdfulfil_desktop.domain.ids import WarehouseNo
from jdfulfil_desktop.domain.warehouse import Binding, Store, Warehouse, WarehouseKind

MOST_COUNTED = 1000


def add_store(command: AddStore, uow: UnitOfWork, env: Env) -> Store:
    """Add a store; its name is its key over all channels."""
    name = command.name.strip()
    if not name:
        raise RuleError("name_missing")
    known = uow.stores.get(name)
    if known is not None and known.archived:
        raise RuleError("store_archived", subject=name)
    if known is not None:
        raise RuleError("store_exists", subject=name, channel=str(known.channel))
    store = Store(name, command.channel)
    uow.stores.save(store)
    note_made(uow, env, of_store(name))
    uow.emit(WarehousesChanged())
    return store


def archive_store(command: ArchiveStore, uow: UnitOfWork, env: Env) -> Store | Continued[Store]:
    """Put a store away, or bring it back with its bindings; its orders and history stay.

    Raises RuleError("store_busy") while orders of it wait for something.
    """
    store = uow.stores.get(command.name)
    if store is None:
        raise RuleError("store_not_found", subject=command.name)
    if store.archived is command.archived:
        return store
    if command.archived:
        waiting = len(uow.orders.open_ids(f"store:{store.name}", 0, MOST_COUNTED))
        if waiting:
            raise RuleError("store_busy", subject=store.name, orders=waiting)
    changed = replace(store, archived=command.archived)
    uow.stores.save(changed)
    before, after = {"archived": store.archived}, {"archived": changed.archived}
    note_changes(uow, env, of_store(store.name), before, after)
    uow.emit(WarehousesChanged())
    return with_redecided(f"store:{store.name}", changed, uow, env)


def bind_store(command: BindStore, uow: UnitOfWork, env: Env) -> Binding | Continued[Binding]:
    """Bind a store to a warehouse, or change the binding (R12); waiting orders are released.

    A contact left blank keeps what is known; its defaults are filled in when JD asks for it.
    """
    store = _store(uow, command.store)
    warehouse = find_warehouse(uow, command.warehouse_no)
    if not warehouse.active:
        raise RuleError("warehouse_inactive", subject=warehouse.warehouse_no)
    contact = replace(
        store,
        contact_name=command.contact_name.strip() or store.contact_name,
        contact_phone=command.contact_phone.strip() or store.contact_phone,
        contact_address=command.contact_address.strip() or store.contact_address,
    )
    if contact != store:
        uow.stores.save(contact)
        note_changes(uow, env, of_store(store.name), _contact(store), _contact(contact))
    known = {b.warehouse_no: b for b in uow.stores.bindings(store.name)}
    fresh = Binding(store.name, warehouse.warehouse_no)
    before = known.get(warehouse.warehouse_no, fresh)
    shop_no = command.shop_no.strip() or before.shop_no
    binding = replace(before, priority=command.priority, shop_no=shop_no)
    uow.stores.save_binding(binding)
    old = known.get(warehouse.warehouse_no)
    _note_binding(uow, env, binding, old.priority if old else None, binding.priority)
    uow.emit(WarehousesChanged())
    return with_redecided(f"store:{store.name}", binding, uow, env)


def unbind_store(command: UnbindStore, uow: UnitOfWork, env: Env) -> Continued[None] | None:
    """Take a binding away; what was sent stays, what waits is decided anew."""
    store = _store(uow, command.store)
    known = {b.warehouse_no: b for b in uow.stores.bindings(store.name)}
    if command.warehouse_no not in known:
        raise RuleError("binding_not_found", subject=f"{store.name}/{command.warehouse_no}")
    uow.stores.delete_binding(store.name, command.warehouse_no)
    binding = known[WarehouseNo(command.warehouse_no)]
    _note_binding(uow, env, binding, binding.priority, None)
    uow.emit(WarehousesChanged())
    return with_redecided(f"store:{store.name}", None, uow, env)


def _note_binding(
    uow: UnitOfWork, env: Env, binding: Binding, before: int | None, after: int | None
) -> None:
    """Write a binding's change into the histories of both its ends."""
    old, new = {"binding": before}, {"binding": after}
    for record, other in (
        (of_store(binding.store), binding.warehouse_no),
        (of_warehouse(binding.warehouse_no), binding.store),
    ):
        note_changes(uow, env, record, old, new, where=other)


def _contact(store: Store) -> dict[str, object]:
    names = ("contact_name", "contact_phone", "contact_address")
    return {name: getattr(store, name) for name in names}


def add_own_warehouse(command: AddOwnWarehouse, uow: UnitOfWork, env: Env) -> str:
    """Add a warehouse of the merchant's own and give the number it got (R11)."""
    name = command.name.strip()
    if not name:
        raise RuleError("name_missing")
    taken = {house.warehouse_no for house in uow.warehouses.all()}
    place = 1
    while (number := WarehouseNo(f"OWN-{place:02d}")) in taken:
        place += 1
    uow.warehouses.save(Warehouse(number, WarehouseKind.OWN, name))
    note_made(uow, env, of_warehouse(number))
    uow.emit(WarehousesChanged())
    return number


def set_warehouse_active(
    command: SetWarehouseActive, uow: UnitOfWork, env: Env
) -> Warehouse | Continued[Warehouse]:
    """Switch a warehouse on or off; off is refused while something is pending there (R11)."""
    warehouse = find_warehouse(uow, command.warehouse_no)
    if warehouse.active == command.active:
        return warehouse
    account = uow.connections.by_id(warehouse.connection_id or 0)
    if account is not None and account.archived:
        raise RuleError("account_removed", subject=warehouse.warehouse_no, pin=account.pin)
    if not command.active:
        pending = {
            k: n for k, n in uow.warehouses.open_documents(command.warehouse_no).items() if n
        }
        if pending:
            raise RuleError("warehouse_busy", subject=command.warehouse_no, **pending)
    changed = replace(warehouse, active=command.active)
    uow.warehouses.save(changed)
    before, after = {"active": warehouse.active}, {"active": changed.active}
    note_changes(uow, env, of_warehouse(changed.warehouse_no), before, after)
    uow.emit(WarehousesChanged())
    return with_redecided(f"warehouse:{changed.warehouse_no}", changed, uow, env)


def find_warehouse(uow: UnitOfWork, warehouse_no: str) -> Warehouse:
    """Give a warehouse; raises RuleError("warehouse_not_found")."""
    warehouse = uow.warehouses.get(warehouse_no)
    if warehouse is None:
        raise RuleError("warehouse_not_found", subject=warehouse_no)
    return warehouse


def _store(uow: UnitOfWork, name: str) -> Store:
    store = uow.stores.get(name)
    if store is None:
        raise RuleError("store_not_found", subject=name)
    if store.archived:
        raise RuleError("store_archived", subject=name)
    return store
