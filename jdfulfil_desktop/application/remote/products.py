"""Register master products at JD, or adopt what JD already has (R19, R20, R22)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from jdfulfil_desktop.application.handlers.leftovers import note_registering
from jdfulfil_desktop.application.handlers.news import apply_stock_figures
from jdfulfil_desktop.application.handlers.products import agree_to_shelf_lives
from jdfulfil_desktop.application.ports import Priority, UnitOfWork
from jdfulfil_desktop.application.remote.carrying import carried, pushed
from jdfulfil_desktop.application.remote.office import Office, jd_warehouse
from jdfulfil_desktop.application.remote.registering import (
    Outcome,
    Portion,
    Registrar,
    undecided,
)
from jdfulfil_desktop.application.results import Problem, PushReport
from jdfulfil_desktop.domain.connection import Connection
from jdfulfil_desktop.domain.errors import GatewayError, UsageError
from jdfulfil_desktop.domain.events import ProductsChanged
from jdfulfil_desktop.domain.product import Product
from jdfulfil_desktop.domain.users import Right
from jdfulfil_desktop.domain.warehouse import (
    Placement,
    PlacementState,
    Warehouse,
    WarehouseKind,
)

FIRST_PORTION, LARGEST_PORTION = 50, 200
"""Products after which what came of them is kept: a death loses no more than that to be asked."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is to be registered where, and what a question of R13 or R17 keeps back.

    `placed`: how many products of ours will lie in the warehouse.
    """

    warehouse: Warehouse
    connection: Connection
    products: tuple[Product, ...]
    problems: tuple[Problem, ...]
    placed: int


@carried(pushed, Right.PRODUCTS)
async def push_products(
    office: Office, warehouse_no: str = "", skus: Sequence[str] = (), *, confirmed: bool = False
) -> PushReport:
    """Register products for a JD warehouse and wait for the answers.

    Default: the products that are in no JD warehouse yet, for the only JD warehouse. `confirmed`
    answers what the window would ask: a SKU that lies in another warehouse (R13), a validity that
    can never change (R17). A product counts as registered once its opening figure is known (R22);
    orders that waited for it are released. What JD leaves open is finished by the background sync.
    Raises UsageError, RuleError, and GatewayError where nothing could be registered.
    """
    await office.need(Right.PRODUCTS)
    plan = await office.write(lambda uow: _plan(uow, office, warehouse_no, skus, confirmed))
    outcomes: list[Outcome] = []
    stopped = await _register_all(office, plan, outcomes) if plan.products else None
    if stopped and all(o.placement.state is PlacementState.UNCERTAIN for o in outcomes):
        raise stopped
    return _report(plan, outcomes, stopped)


async def _register_all(
    office: Office, plan: _Plan, outcomes: list[Outcome]
) -> GatewayError | None:
    """Register portion by portion; gives what stopped it or stayed in doubt, if anything did."""
    stopped: GatewayError | None = None
    doubt: GatewayError | None = None
    try:
        async with office.gateway(plan.connection) as gateway:
            registrar = Registrar(office, gateway, plan.warehouse)
            for products in _portions(plan.products):
                portion = await registrar.register(products, plan.placed)
                await _keep(office, plan.warehouse.warehouse_no, portion)
                outcomes += portion.outcomes
                doubt = doubt or portion.doubt
                if portion.stopped:
                    raise portion.stopped
    except GatewayError as failure:
        stopped = failure
    await office.write(
        lambda uow: note_registering(plan.warehouse.warehouse_no, None, uow), Priority.ANSWER
    )
    return stopped or doubt


def _portions(products: Sequence[Product]) -> Iterator[Sequence[Product]]:
    """Cut into portions that grow, so that figures are not asked for too often."""
    at, size = 0, FIRST_PORTION
    while at < len(products):
        yield products[at : at + size]
        at, size = at + size, min(2 * size, LARGEST_PORTION)


async def _keep(office: Office, warehouse_no: str, portion: Portion) -> None:
    """Write what came of a portion, its opening figures, and the verdicts that wait for it."""

    def work(uow: UnitOfWork) -> None:
        note_registering(warehouse_no, office.clock.now(), uow)
        skus = [outcome.placement.sku for outcome in portion.outcomes]
        # Another process may have brought a product there meanwhile: that stays.
        known = {p.sku: p.state for p in uow.products.placements([warehouse_no], skus)}
        uow.products.save_placements(
            [
                outcome.placement
                for outcome in portion.outcomes
                if known.get(outcome.placement.sku) is not PlacementState.PUSHED
            ]
        )
        if portion.there:
            asked = None if portion.whole else {p.goods_no for p in portion.there}
            apply_stock_figures(warehouse_no, portion.figures, uow, office.env, asked=asked)
        uow.emit(ProductsChanged(tuple(skus)))

    if portion.there:
        await office.write_and_decide(f"warehouse:{warehouse_no}", work, Priority.ANSWER)
    else:
        await office.write(work, Priority.ANSWER)


def _report(plan: _Plan, outcomes: Sequence[Outcome], stopped: GatewayError | None) -> PushReport:
    """Count what JD has now; what it said nothing about is a problem with the failure's code."""
    problems = [*plan.problems, *(o.problem for o in outcomes if o.problem)]
    if stopped:
        words = stopped.en or stopped.zh
        problems += [
            Problem(sku, stopped.code, words) for sku in undecided(plan.products, outcomes)
        ]
    return PushReport(
        pushed=sum(1 for o in outcomes if not o.problem and not o.adopted),
        adopted=sum(1 for o in outcomes if not o.problem and o.adopted),
        failed=len(problems),
        problems=tuple(problems),
    )


def _plan(
    uow: UnitOfWork, office: Office, warehouse_no: str, skus: Sequence[str], confirmed: bool
) -> _Plan:
    """Choose the products and mark them as on their way: a death is finished by the sync."""
    warehouse, connection = jd_warehouse(uow, warehouse_no or _only_jd_warehouse(uow))
    here = warehouse.warehouse_no
    known = uow.products.get_many(skus or None)
    placed: dict[str, dict[str, Placement]] = {}
    for placement in uow.products.placements():
        placed.setdefault(placement.sku, {})[placement.warehouse_no] = placement
    jd_houses = {w.warehouse_no for w in uow.warehouses.all() if w.kind is WarehouseKind.JD}
    products, problems = [], []
    for sku in dict.fromkeys(skus) if skus else sorted(known):
        houses = placed.get(sku, {})
        if not skus and _is_in(houses, jd_houses):
            continue
        problem = _obstacle(sku, known.get(sku), houses, here, confirmed)
        if problem:
            problems.append(problem)
        elif not _is_in(houses, {here}):
            products.append(known[sku])
    agree_to_shelf_lives(uow, products)
    uow.products.save_placements([Placement(here, p.sku, PlacementState.WAITING) for p in products])
    if products:
        note_registering(here, office.clock.now(), uow)
        uow.emit(ProductsChanged(tuple(p.sku for p in products)))
    there = sum(1 for houses in placed.values() if _is_in(houses, {here}))
    return _Plan(warehouse, connection, tuple(products), tuple(problems), there + len(products))


def _only_jd_warehouse(uow: UnitOfWork) -> str:
    numbers = [w.warehouse_no for w in uow.warehouses.all() if w.kind is WarehouseKind.JD]
    if len(numbers) != 1:
        raise UsageError("warehouse_needed", known=", ".join(numbers))
    return numbers[0]


def _is_in(houses: dict[str, Placement], numbers: Collection[str]) -> bool:
    return any(h in numbers and p.state is PlacementState.PUSHED for h, p in houses.items())


def _obstacle(
    sku: str,
    product: Product | None,
    houses: dict[str, Placement],
    warehouse_no: str,
    confirmed: bool,
) -> Problem | None:
    """Say what has to be answered first (R13, R17), or that there is no such product."""
    if product is None:
        return Problem(sku, "product_not_found")
    if not confirmed and any(house != warehouse_no for house in houses):
        return Problem(sku, "sku_in_other_warehouse", ", ".join(sorted(houses)))
    life = product.shelf_life
    if not confirmed and life and not life.confirmed:
        return Problem(sku, "shelf_life_unconfirmed", str(life.days))
    return None
