"""Put products to JD: adopt what it has, create what it lacks, settle what is in doubt (R19, R20).

Everything here speaks to JD and writes nothing: `products` keeps what came of it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from jdfulfil_desktop.application.ports import (
    FulfillmentGateway,
    GoodsFacts,
    StockFigure,
    UnitOfWork,
)
from jdfulfil_desktop.application.remote.office import Office
from jdfulfil_desktop.application.results import Problem
from jdfulfil_desktop.domain.errors import AlreadyThere, GatewayError, OutcomeUnknown, Refused
from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.product import Product
from jdfulfil_desktop.domain.warehouse import Placement, PlacementState, Warehouse

BELIEVED_AFTER_S = 10.0
"""How long after a sending "JD does not have it" is believed: the write may still be running."""
DOUBTS_IN_A_ROW = 3
"""A gateway that gives so many unclear answers in a row is left alone for now."""
STOCK_PAGE = 100
"""Figures that one call brings."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What JD said of one product. `adopted`: JD had it already."""

    placement: Placement
    adopted: bool = False
    problem: Problem | None = None


@dataclass(slots=True)
class Portion:
    """What came of some products, what stopped the work, and why some stayed in doubt.

    `figures`: of those that JD has; `whole`: of all that lies in the warehouse.
    """

    outcomes: list[Outcome] = field(default_factory=list)
    figures: list[StockFigure] = field(default_factory=list)
    whole: bool = False
    stopped: GatewayError | None = None
    doubt: GatewayError | None = None

    @property
    def there(self) -> list[Placement]:
        """Give the placements of what JD has."""
        return [o.placement for o in self.outcomes if o.placement.state is PlacementState.PUSHED]


class Registrar:
    """Register products for one warehouse through one gateway."""

    def __init__(self, office: Office, gateway: FulfillmentGateway, warehouse: Warehouse) -> None:
        self._office = office
        self._gateway = gateway
        self._warehouse = warehouse
        self._doubtful: dict[str, tuple[Product, GatewayError]] = {}
        self._doubted_at = 0.0

    async def register(self, products: Sequence[Product], placed: int) -> Portion:
        """Adopt or create products, then bring their figures; never raises GatewayError.

        `placed`: how many goods of ours lie in the warehouse, to choose the cheaper question.
        """
        portion = Portion()
        try:
            await self._put(products, portion)
        except GatewayError as failure:
            portion.stopped = failure
        try:
            await self._bring_figures(portion, placed)
        except GatewayError as failure:
            # Without figures nothing is registered yet (R22): the next try adopts it.
            portion.stopped = portion.stopped or failure
            portion.outcomes = [o for o in portion.outcomes if o.problem]
        return portion

    async def _bring_figures(self, portion: Portion, placed: int) -> None:
        """Ask for the good, sellable figures of what JD has, zeros shown."""
        there, house = portion.there, self._warehouse
        portion.whole = len(there) * STOCK_PAGE > placed
        if there and portion.whole:
            portion.figures = await self._gateway.stock(house.department_no, house.warehouse_no)
        elif there:
            for placement in there:
                portion.figures += await self._gateway.stock(
                    house.department_no, house.warehouse_no, goods_no=placement.goods_no
                )

    async def _put(self, products: Sequence[Product], portion: Portion) -> None:
        """Adopt, create, settle. Raises GatewayError once what is known stands in the portion."""
        there = await self._find(products)
        portion.outcomes += [
            self._is_there(product, there[product.sku].goods_no, adopted=True)
            for product in products
            if product.sku in there
        ]
        stopped: GatewayError | None = None
        try:
            await self._create_all([p for p in products if p.sku not in there], portion.outcomes)
        except GatewayError as failure:
            stopped = failure
        await self._settle(portion)
        if stopped is not None:
            raise stopped

    async def _create_all(self, products: Sequence[Product], outcomes: list[Outcome]) -> None:
        doubts = 0
        for product in products:
            outcome = await self._create(product)
            if outcome:
                outcomes.append(outcome)
                doubts = 0
                continue
            doubts += 1
            if doubts == DOUBTS_IN_A_ROW:
                raise self._doubtful[product.sku][1]

    async def _find(self, products: Sequence[Product]) -> dict[str, GoodsFacts]:
        """Find goods by our SKU, then by barcode what is left (R20)."""
        department_no = self._warehouse.department_no
        skus = [str(p.sku) for p in products]
        found = {
            g.sku: g
            for g in await self._gateway.find_goods(department_no, skus=skus)
            if g.sku in skus
        }
        by_barcode = {barcode_of(p): p for p in products if p.sku not in found}
        if not by_barcode:
            return found
        candidates = await self._gateway.find_goods(department_no, barcodes=list(by_barcode))
        others = await self._of_others(candidates)
        for goods in candidates:
            for barcode in goods.barcodes:
                product = by_barcode.get(barcode)
                if product and others.get(goods.goods_no, product.sku) == product.sku:
                    found.setdefault(product.sku, goods)
                    others[goods.goods_no] = product.sku
        return found

    async def _of_others(self, candidates: Sequence[GoodsFacts]) -> dict[str, str]:
        """Give whose goods they are already: no goods of JD stand for two master SKUs."""

        def work(uow: UnitOfWork) -> dict[str, str]:
            numbers = {g.goods_no for g in candidates}
            owners = {
                p.goods_no: str(p.sku) for p in uow.products.placements() if p.goods_no in numbers
            }
            ours = uow.products.get_many({g.sku for g in candidates})
            return {**{g.goods_no: g.sku for g in candidates if g.sku in ours}, **owners}

        return await self._office.write(work) if candidates else {}

    async def _create(self, product: Product) -> Outcome | None:
        """Create one product; None where nobody knows yet whether JD took it."""
        department_no = self._warehouse.department_no
        try:
            goods_no = await self._gateway.create_goods(department_no, product)
        except Refused as refusal:
            words = refusal.en or refusal.zh
            return self._is_not_there(product, PlacementState.FAILED, "gateway_rejected", words)
        except (AlreadyThere, OutcomeUnknown) as doubt:
            self._doubted_at = self._office.clock.monotonic()
            self._doubtful[product.sku] = (product, doubt)
            found = await self._gateway.find_goods(department_no, skus=[product.sku])
            if not found:
                return None
            del self._doubtful[product.sku]
            adopted = isinstance(doubt, AlreadyThere)
            return self._is_there(product, found[0].goods_no, adopted=adopted)
        return self._is_there(product, goods_no, adopted=False)

    async def _settle(self, portion: Portion) -> None:
        """Ask once more for what is in doubt, when an answer can be believed; send what lacks."""
        doubtful = dict(self._doubtful)
        if not doubtful:
            return
        passed = self._office.clock.monotonic() - self._doubted_at
        await self._office.patience.sleep(max(0.0, BELIEVED_AFTER_S - passed))
        # Where nobody answers, what is not settled stays in doubt, and the sync asks later.
        with suppress(GatewayError):
            await self._settle_all(doubtful, portion.outcomes)
        for product, doubt in self._doubtful.values():
            portion.doubt = portion.doubt or doubt
            uncertain = PlacementState.UNCERTAIN
            portion.outcomes.append(self._is_not_there(product, uncertain, doubt.code, ""))
        self._doubtful.clear()

    async def _settle_all(
        self, doubtful: Mapping[str, tuple[Product, GatewayError]], outcomes: list[Outcome]
    ) -> None:
        department_no = self._warehouse.department_no
        found = await self._gateway.find_goods(department_no, skus=list(doubtful))
        numbers = {goods.sku: goods.goods_no for goods in found}
        for sku, (product, _) in doubtful.items():
            goods_no = numbers.get(sku)
            if goods_no:
                outcome: Outcome | None = self._is_there(product, goods_no, adopted=False)
            else:
                outcome = await self._create(product)
            if outcome:
                outcomes.append(outcome)
                self._doubtful.pop(sku, None)

    def _is_there(self, product: Product, goods_no: str, *, adopted: bool) -> Outcome:
        house, state = self._warehouse.warehouse_no, PlacementState.PUSHED
        return Outcome(Placement(house, product.sku, state, goods_no=goods_no), adopted)

    def _is_not_there(
        self, product: Product, state: PlacementState, code: str, words: str
    ) -> Outcome:
        house = self._warehouse.warehouse_no
        placement = Placement(house, product.sku, state, error_code=code, error_text=words)
        return Outcome(placement, problem=Problem(product.sku, code, words))


def barcode_of(product: Product) -> str:
    """Give the barcode that JD knows a product by: its own, else its SKU (PROTOCOL 10)."""
    return product.barcode or str(product.sku)


def undecided(products: Sequence[Product], outcomes: Collection[Outcome]) -> list[Sku]:
    """Give the SKUs that JD said nothing about."""
    known = {outcome.placement.sku for outcome in outcomes}
    return [product.sku for product in products if product.sku not in known]
