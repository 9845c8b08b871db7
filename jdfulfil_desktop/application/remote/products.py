"""Register master products at JD, or adopt what JD already has (R19, R20, R22)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from jdfulfil_desktop.application.handlers.news import apply_stock_figures
from jdfulfil_desktop.application.ports import (
    FulfillmentGateway,
    GoodsFacts,
    Priority,
    StockFigure,
    UnitOfWork,
)
from jdfulfil_desktop.application.remote.office import Office, jd_warehouse
from jdfulfil_desktop.application.results import Problem, PushReport
from jdfulfil_desktop.domain.commands import RedecideOrders
from jdfulfil_desktop.domain.connection import Connection
from jdfulfil_desktop.domain.errors import AlreadyThere, OutcomeUnknown, Refused, UsageError
from jdfulfil_desktop.domain.events import ProductsChanged, StockChanged
from jdfulfil_desktop.domain.product import Product
from jdfulfil_desktop.domain.warehouse import (
    Placement,
    PlacementState,
    Warehouse,
    WarehouseKind,
)


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is to be registered where, and what a question of R13 or R17 keeps back."""

    warehouse: Warehouse
    connection: Connection
    products: tuple[Product, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What JD said of one product. `adopted`: JD had it already."""

    placement: Placement
    adopted: bool = False
    problem: Problem | None = None


async def push_products(
    office: Office, warehouse_no: str = "", skus: Sequence[str] = (), *, confirmed: bool = False
) -> PushReport:
    """Register products for a JD warehouse and wait for the answers.

    Default: the products that are in no JD warehouse yet, for the only JD warehouse. `confirmed`
    answers what the window would ask: a SKU that lies in another warehouse (R13), a validity that
    can never change (R17). Orders that waited for it are released. Raises UsageError, RuleError,
    GatewayError.
    """
    plan = await office.write(lambda uow: _plan(uow, warehouse_no, skus, confirmed))
    outcomes: list[_Outcome] = []
    if plan.products:
        async with office.gateway(plan.connection) as gateway:
            outcomes = await _register(gateway, plan)
            await office.write(lambda uow: _keep(uow, outcomes), Priority.ANSWER)
            await open_stock(office, gateway, plan.warehouse)
        await office.command(RedecideOrders(f"warehouse:{plan.warehouse.warehouse_no}"))
    return _report(plan, outcomes)


def _report(plan: _Plan, outcomes: Sequence[_Outcome]) -> PushReport:
    problems = [*plan.problems, *(o.problem for o in outcomes if o.problem)]
    return PushReport(
        pushed=sum(1 for o in outcomes if not o.problem and not o.adopted),
        adopted=sum(1 for o in outcomes if not o.problem and o.adopted),
        failed=len(problems),
        problems=tuple(problems),
    )


def _plan(uow: UnitOfWork, warehouse_no: str, skus: Sequence[str], confirmed: bool) -> _Plan:
    warehouse, connection = jd_warehouse(uow, warehouse_no or _only_jd_warehouse(uow))
    known = uow.products.get_many(skus or None)
    placed: dict[str, dict[str, Placement]] = {}
    for placement in uow.products.placements():
        placed.setdefault(placement.sku, {})[placement.warehouse_no] = placement
    jd_houses = {w.warehouse_no for w in uow.warehouses.all() if w.kind is WarehouseKind.JD}
    products, problems = [], []
    for sku in skus or sorted(known):
        houses = placed.get(sku, {})
        if not skus and _is_in(houses, jd_houses):
            continue
        problem = _obstacle(sku, known.get(sku), houses, warehouse.warehouse_no, confirmed)
        if problem:
            problems.append(problem)
        elif not _is_in(houses, {warehouse.warehouse_no}):
            products.append(known[sku])
    products = [_confirm(uow, product) for product in products]
    uow.products.save_placements(
        [Placement(warehouse.warehouse_no, p.sku, PlacementState.WAITING) for p in products]
    )
    return _Plan(warehouse, connection, tuple(products), tuple(problems))


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


def _confirm(uow: UnitOfWork, product: Product) -> Product:
    """Mark a shelf life as agreed to: JD never lets it change (R17)."""
    if product.shelf_life is None or product.shelf_life.confirmed:
        return product
    agreed = replace(product, shelf_life=replace(product.shelf_life, confirmed=True))
    uow.products.save_many([agreed])
    return agreed


async def _register(gateway: FulfillmentGateway, plan: _Plan) -> list[_Outcome]:
    """Adopt what JD has, create the rest one by one."""
    there = await _find(gateway, plan.warehouse.department_no, plan.products)
    outcomes = []
    for product in plan.products:
        facts = there.get(product.sku)
        if facts:
            outcomes.append(_there(plan.warehouse, product, facts, adopted=True))
        else:
            outcomes.append(await _create(gateway, plan.warehouse, product))
    return outcomes


async def _find(
    gateway: FulfillmentGateway, department_no: str, products: Sequence[Product]
) -> dict[str, GoodsFacts]:
    """Find goods by our SKU, then by barcode what is left (R20)."""
    found = {
        g.sku: g for g in await gateway.find_goods(department_no, skus=[p.sku for p in products])
    }
    by_barcode = {p.barcode: p for p in products if p.barcode and p.sku not in found}
    if by_barcode:
        for goods in await gateway.find_goods(department_no, barcodes=list(by_barcode)):
            for barcode in goods.barcodes:
                if barcode in by_barcode:
                    found.setdefault(by_barcode[barcode].sku, goods)
    return found


async def _create(gateway: FulfillmentGateway, warehouse: Warehouse, product: Product) -> _Outcome:
    """Create one product at JD; an unknown outcome is settled by asking for our number."""
    try:
        goods_no = await gateway.create_goods(warehouse.department_no, product)
    except Refused as refusal:
        words = refusal.en or refusal.zh
        return _not_there(warehouse, product, PlacementState.FAILED, "gateway_rejected", words)
    except (AlreadyThere, OutcomeUnknown) as doubt:
        asked = await gateway.find_goods(warehouse.department_no, skus=[product.sku])
        if asked:
            adopted = isinstance(doubt, AlreadyThere)
            return _there(warehouse, product, asked[0], adopted=adopted)
        return _not_there(warehouse, product, PlacementState.UNCERTAIN, doubt.code, "")
    facts = GoodsFacts(goods_no, product.sku, (product.barcode,), product.name)
    return _there(warehouse, product, facts, adopted=False)


def _there(warehouse: Warehouse, product: Product, facts: GoodsFacts, *, adopted: bool) -> _Outcome:
    state = PlacementState.PUSHED
    return _Outcome(
        Placement(warehouse.warehouse_no, product.sku, state, goods_no=facts.goods_no), adopted
    )


def _not_there(
    warehouse: Warehouse, product: Product, state: PlacementState, code: str, words: str
) -> _Outcome:
    placement = Placement(
        warehouse.warehouse_no, product.sku, state, error_code=code, error_text=words
    )
    return _Outcome(placement, problem=Problem(product.sku, code, words))


def _keep(uow: UnitOfWork, outcomes: Sequence[_Outcome]) -> None:
    uow.products.save_placements([outcome.placement for outcome in outcomes])
    uow.emit(ProductsChanged(tuple(outcome.placement.sku for outcome in outcomes)))


async def open_stock(office: Office, gateway: FulfillmentGateway, warehouse: Warehouse) -> int:
    """Bring JD's figures of a warehouse; the first sight of a SKU opens its ledger (R22)."""
    figures = await gateway.stock(warehouse.department_no, warehouse.warehouse_no)

    def work(uow: UnitOfWork) -> int:
        return _apply_figures(uow, office, warehouse.warehouse_no, figures)

    return await office.write(work, Priority.ANSWER)


def _apply_figures(
    uow: UnitOfWork, office: Office, warehouse_no: str, figures: Sequence[StockFigure]
) -> int:
    changed = apply_stock_figures(warehouse_no, figures, uow, office.env)
    uow.emit(StockChanged())
    return changed
