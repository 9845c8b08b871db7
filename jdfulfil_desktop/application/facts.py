"""Gather by few queries all that the decisions on many orders depend on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from jdfulfil_desktop.application.ports import UnitOfWork
from jdfulfil_desktop.domain.channels import BoundWarehouse, Facts, PlacedSku, RuleSettings
from jdfulfil_desktop.domain.connection import (
    Connection,
    Mode,
    jakarta_day,
)
from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.order import Channel, Order
from jdfulfil_desktop.domain.outbound import SENT, Outbound, PushState
from jdfulfil_desktop.domain.parts import Part
from jdfulfil_desktop.domain.product import Component, Product
from jdfulfil_desktop.domain.warehouse import (
    Placement,
    PlacementState,
    Warehouse,
    WarehouseKind,
)

_NO_UNITS: Mapping[Sku, int] = {}

Links = Mapping[str, tuple[Component, ...]]
StoreKey = tuple[Channel, str]


@dataclass(slots=True)
class World:
    """The facts of one transaction, shared by all orders decided in it.

    `placed`: by warehouse, then master SKU; kept up to date while stock is reserved.
    """

    rules: RuleSettings
    links: Mapping[StoreKey, Links]
    bound: Mapping[str, tuple[BoundWarehouse, ...]]
    placed: Mapping[str, dict[Sku, PlacedSku]]
    own: frozenset[str]
    limited: frozenset[str]
    today: str

    def facts(self, order: Order, part: Part, existed: bool) -> Facts:
        """Put together what the decision on one part depends on."""
        outbound = part.outbound
        links = self.links.get((order.channel, order.store), {})
        bound = self.bound.get(order.store, ())
        if outbound is None:
            return Facts(links, bound, self.rules, part.items, existed=existed)
        if part.items is not None and outbound.house_wanted:
            # Only the warehouse that the split names; where it is bound no more, any that has them.
            wanted = tuple(h for h in bound if h.warehouse_no == outbound.house_wanted)
            bound = wanted or bound
        refused = outbound.push_state is PushState.REJECTED
        words = (outbound.last_error.message if outbound.last_error else "") if refused else None
        return Facts(
            links,
            bound,
            self.rules,
            part.items,
            sent=outbound.push_state in SENT,
            existed=existed,
            reserved=_units(outbound) if outbound.reserved else _NO_UNITS,
            limit_reached=self._is_limited(outbound),
            rejected=words,
        )

    def _is_limited(self, outbound: Outbound) -> bool:
        """Tell whether R3's limit holds it: today still, and the connection is still Quick."""
        return bool(outbound.limit_day == self.today and outbound.warehouse_no in self.limited)

    def move_available(self, outbound: Outbound, sign: int) -> None:
        """Keep available units right for the orders decided after this one."""
        if not self.rules.hold_insufficient_stock or outbound.warehouse_no is None:
            return
        placed = self.placed.get(outbound.warehouse_no, {})
        for item in outbound.items:
            known = placed.get(item.sku)
            if known:
                placed[item.sku] = replace(known, available=known.available + sign * item.quantity)


def _units(outbound: Outbound) -> dict[Sku, int]:
    return {item.sku: item.quantity for item in outbound.items}


def read_world(
    uow: UnitOfWork, now: datetime, orders: Iterable[Order], also: Iterable[str] = ()
) -> World:
    """Read what the decisions on some orders need; `also`: master SKUs of hand-made splits."""
    wanted: dict[StoreKey, set[str]] = {}
    for order in orders:
        skus = wanted.setdefault((order.channel, order.store), set())
        skus.update([line.channel_sku for line in order.snapshot.lines])
    links = {key: uow.products.links(*key, skus) for key, skus in wanted.items()}
    masters = {c.sku for found in links.values() for parts in found.values() for c in parts}
    masters.update(Sku(sku) for sku in also)
    rules = uow.settings.rules()
    houses = {str(house.warehouse_no): house for house in uow.warehouses.all() if house.active}
    connections = {c.id: c for c in uow.connections.all()}
    placed = _placed(uow, houses, masters, rules) if masters else {no: {} for no in houses}
    bound = _bound(uow, {store for _, store in wanted}, houses, connections, placed)
    return World(
        rules=rules,
        links=links,
        bound=bound,
        placed=placed,
        own=frozenset(no for no, house in houses.items() if house.kind is WarehouseKind.OWN),
        limited=frozenset(
            no for no, house in houses.items() if _is_quick(connections.get(house.connection_id))
        ),
        today=jakarta_day(now).isoformat(),
    )


def _is_quick(connection: Connection | None) -> bool:
    return connection is not None and connection.mode is Mode.QUICK


def _bound(
    uow: UnitOfWork,
    stores: set[str],
    houses: Mapping[str, Warehouse],
    connections: Mapping[int | None, Connection],
    placed: Mapping[str, dict[Sku, PlacedSku]],
) -> dict[str, tuple[BoundWarehouse, ...]]:
    """Give each store's active warehouses by priority (R12)."""
    found: dict[str, tuple[BoundWarehouse, ...]] = {}
    bindings = uow.stores.bindings(next(iter(stores)) if len(stores) == 1 else None)
    for binding in bindings:
        house = houses.get(binding.warehouse_no)
        if house is None or binding.store not in stores:
            continue
        own = house.kind is WarehouseKind.OWN
        connection = connections.get(house.connection_id)
        one = BoundWarehouse(
            house.warehouse_no,
            own=own,
            authorized=own or (connection is not None and connection.may_push),
            placed=placed[house.warehouse_no],
        )
        found[binding.store] = (*found.get(binding.store, ()), one)
    return found


def _placed(
    uow: UnitOfWork, houses: Mapping[str, Warehouse], skus: set[Sku], rules: RuleSettings
) -> dict[str, dict[Sku, PlacedSku]]:
    """Say what the warehouses have of some SKUs."""
    placed: dict[str, dict[Sku, PlacedSku]] = {no: {} for no in houses}
    rows = uow.ledger.rows(houses, skus) if rules.hold_insufficient_stock else {}
    products = uow.products.get_many(skus)
    for placement in uow.products.placements(houses, skus):
        row = rows.get((placement.warehouse_no, placement.sku))
        placed[placement.warehouse_no][placement.sku] = PlacedSku(
            pushed=placement.state in (PlacementState.PUSHED, PlacementState.OWN),
            shelf_life_open=_is_life_open(placement, products.get(placement.sku)),
            available=row.available if row else 0,
        )
    return placed


def _is_life_open(placement: Placement, product: Product | None) -> bool:
    """Tell whether a validity still has to be agreed to before JD makes it final (R17)."""
    life = product.shelf_life if product else None
    return bool(life and not life.confirmed and placement.state is not PlacementState.OWN)
