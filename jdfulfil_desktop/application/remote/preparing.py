"""Learn from JD what a first push needs: platforms, carriers, shop numbers (PROTOCOL 10)."""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from functools import partial

from jdfulfil_desktop.application.ports import FulfillmentGateway, Priority, UnitOfWork
from jdfulfil_desktop.application.remote.office import Office
from jdfulfil_desktop.application.remote.parcels import is_absent
from jdfulfil_desktop.domain.connection import Connection
from jdfulfil_desktop.domain.errors import AlreadyThere, GatewayError, OutcomeUnknown, Refused
from jdfulfil_desktop.domain.warehouse import Binding, Store, Warehouse

OTHER_PLATFORM = "6"
"""JD's sale platform code for what its list does not name (PROTOCOL 3.3)."""
LONGEST_SHOP_NO = 50
DEFAULT_PHONE = "0000000000"
DEFAULT_ADDRESS = "Indonesia"


@dataclass(frozen=True, slots=True)
class _Missing:
    """A binding without JD's shop number, with all that creating the shop takes."""

    binding: Binding
    store: Store
    warehouse: Warehouse
    contact: tuple[str, str, str]


async def ensure_ready(
    office: Office, connection: Connection, gateway: FulfillmentGateway
) -> list[str]:
    """Ask JD once for carriers and platforms, give every bound store its shop; gives those.

    Idempotent: what is known already costs no call. Carriers lie in the setting `carriers:PIN`
    (number by name), platforms in `platforms:PIN` (code by name), shop numbers in the bindings.
    Where JD lists neither, orders go by the connection's third-party carrier and as "other".
    A store that JD refuses keeps no other from its shop; the refusal is raised at the end. Raises
    GatewayError.
    """
    carriers, platforms, missing = await office.write(lambda uow: _needs(uow, connection))
    if not carriers:
        carriers = await _listed(gateway.shippers)
        await _put(office, f"carriers:{connection.pin}", carriers)
    if not platforms:
        platforms = await _listed(gateway.sale_platforms)
        await _put(office, f"platforms:{connection.pin}", platforms)
    refusals: list[GatewayError] = []
    for need in missing:
        try:
            shop_no = await _shop(gateway, need, platforms)
        except (Refused, AlreadyThere, OutcomeUnknown) as refusal:
            refusals.append(refusal)
            continue
        await office.write(partial(_bind, need.binding, shop_no), Priority.ANSWER)
    if refusals:
        raise refusals[0]
    return [need.store.name for need in missing]


async def _listed(question: Callable[[], Awaitable[dict[str, str]]]) -> dict[str, str]:
    """Ask for one of JD's lists; empty where this platform has none to ask for."""
    try:
        return await question()
    except Refused as refusal:
        if not is_absent(refusal):
            raise
        return {}


def own_shop_no(store: Store) -> str:
    """Give our number of a store at JD (`isvShopNo`, at most 50, no comma).

    Where the name does not fit, a mark made of the whole of it keeps two stores apart.
    """
    whole = f"{store.channel}-{store.name}"
    plain = " ".join(whole.replace(",", " ").split())
    if plain == whole and len(plain) <= LONGEST_SHOP_NO:
        return plain
    mark = hashlib.sha256(whole.encode()).hexdigest()[:8]
    return f"{plain[: LONGEST_SHOP_NO - 9]}-{mark}"


def platform_code(channel: str, platforms: dict[str, str]) -> str:
    """Find a channel's sale platform by name, else JD's 6 = other."""
    for name, code in platforms.items():
        if channel in name.casefold():
            return code
    return OTHER_PLATFORM


async def _shop(gateway: FulfillmentGateway, need: _Missing, platforms: dict[str, str]) -> str:
    """Find the store's shop or create it; after an unknown outcome JD is asked by our number."""
    department_no, own_no = need.warehouse.department_no, own_shop_no(need.store)
    found = await gateway.find_shop(department_no, own_no)
    if found:
        return found
    code = platform_code(need.store.channel, platforms)
    try:
        return await gateway.create_shop(department_no, own_no, need.store.name, code, need.contact)
    except (AlreadyThere, OutcomeUnknown):
        found = await gateway.find_shop(department_no, own_no)
        if not found:
            raise
        return found


def _needs(
    uow: UnitOfWork, connection: Connection
) -> tuple[dict[str, str], dict[str, str], list[_Missing]]:
    carriers = _texts(uow.settings.get(f"carriers:{connection.pin}"))
    platforms = _texts(uow.settings.get(f"platforms:{connection.pin}"))
    stores = {store.name: store for store in uow.stores.all()}
    houses = {w.warehouse_no: w for w in uow.warehouses.all()}
    missing = []
    for binding in uow.stores.bindings():
        house = houses.get(binding.warehouse_no)
        store = stores.get(binding.store)
        if store and house and house.connection_id == connection.id and not binding.shop_no:
            missing.append(_Missing(binding, store, house, contact_of(store, house, connection)))
    return carriers, platforms, missing


def contact_of(store: Store, house: Warehouse, connection: Connection) -> tuple[str, str, str]:
    """Give (name, phone, address) of after-sales: the store's, else department, else warehouse."""
    department = next(
        (d for d in connection.departments if d.department_no == house.department_no), None
    )
    phones = (store.contact_phone, department.manager_phone if department else "", house.phone)
    addresses = (
        store.contact_address,
        department.manager_address if department else "",
        house.address,
    )
    return (
        store.contact_name or store.name,
        next((phone for phone in phones if phone), DEFAULT_PHONE),
        next((address for address in addresses if address), DEFAULT_ADDRESS),
    )


def _texts(value: object) -> dict[str, str]:
    return {str(k): str(v) for k, v in value.items()} if isinstance(value, dict) else {}


async def _put(office: Office, name: str, value: dict[str, str]) -> None:
    await office.write(lambda uow: uow.settings.put(name, value), Priority.ANSWER)


def _bind(binding: Binding, shop_no: str, uow: UnitOfWork) -> None:
    """Write the shop number on the binding as it is now; one that is gone stays gone."""
    for known in uow.stores.bindings(binding.store):
        if known.warehouse_no == binding.warehouse_no:
            uow.stores.save_binding(replace(known, shop_no=shop_no))
