"""Take over the goods that JD already has, all at once (R20): at the first connection, or later."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from jdfulfil_desktop.application.handlers.news import apply_stock_figures
from jdfulfil_desktop.application.history import note_made, of_product
from jdfulfil_desktop.application.ports import (
    FulfillmentGateway,
    GoodsFacts,
    Priority,
    StockFigure,
    UnitOfWork,
)
from jdfulfil_desktop.application.remote.office import Office, jd_warehouse
from jdfulfil_desktop.application.results import Problem
from jdfulfil_desktop.domain.connection import Connection
from jdfulfil_desktop.domain.events import ProductsChanged
from jdfulfil_desktop.domain.ids import Sku, WarehouseNo
from jdfulfil_desktop.domain.product import Product
from jdfulfil_desktop.domain.users import Right
from jdfulfil_desktop.domain.warehouse import Placement, PlacementState, Warehouse

Progress = Callable[[int, int], None]
"""Told how many goods of how many were looked at; called in the loop that speaks to JD."""


@dataclass(slots=True)
class Adoption:
    """What came of taking goods over; `known` were here already, `elsewhere` lie in another house.

    `problems`: a SKU that lies in a warehouse of another kind and was not agreed to (R13).
    """

    found: int = 0
    new: int = 0
    adopted: int = 0
    known: int = 0
    elsewhere: int = 0
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Task:
    """What one adoption works on. `totals`: units by goods number in each house of the account."""

    warehouse: Warehouse
    totals: Mapping[str, Mapping[str, int]]
    figures: Sequence[StockFigure]
    confirmed: bool

    def belongs(self, goods_no: str) -> bool:
        """Tell whether goods lie here, or nowhere else."""
        here = self.totals.get(self.warehouse.warehouse_no, {}).get(goods_no, 0)
        return here > 0 or not any(units.get(goods_no) for units in self.totals.values())


async def count_goods(office: Office, warehouse_no: str) -> int:
    """Ask how many goods JD has in the department of a warehouse; 0 where it names no number."""
    warehouse, connection = await office.write(lambda uow: jd_warehouse(uow, warehouse_no))
    async with office.gateway(connection) as gateway:
        page = await gateway.goods_page(warehouse.department_no, 1)
    return max(page.total, len(page.goods))


async def adopt_goods(
    office: Office,
    warehouse_no: str,
    *,
    confirmed: bool = False,
    progress: Progress = lambda done, total: None,
) -> Adoption:
    """Make or find the master product of everything JD has, and put it into the warehouse.

    A page is a transaction: who cancels keeps what was taken over, and goes on later. Goods that
    lie in another warehouse of the account are left to that one. `confirmed` answers R13.
    Raises RuleError, GatewayError.
    """
    await office.need(Right.PRODUCTS)
    warehouse, connection = await office.write(lambda uow: jd_warehouse(uow, warehouse_no))
    done = Adoption()
    try:
        async with office.gateway(connection) as gateway:
            task = await _prepare(gateway, connection, warehouse, confirmed)
            number, is_last = 1, False
            while not is_last:
                page = await gateway.goods_page(warehouse.department_no, number)
                write = partial(_adopt, office=office, task=task, page=page.goods, done=done)
                await office.write(write, Priority.ANSWER)
                done.found += len(page.goods)
                progress(done.found, max(page.total, done.found))
                number, is_last = number + 1, page.is_last
    finally:
        if done.adopted:
            await office.write_and_decide(f"warehouse:{warehouse_no}", lambda uow: None)
    return done


async def _prepare(
    gateway: FulfillmentGateway, connection: Connection, warehouse: Warehouse, confirmed: bool
) -> _Task:
    """Ask for JD's figures in every house of the department that is kept here."""
    totals: dict[str, dict[str, int]] = {}
    figures: Sequence[StockFigure] = ()
    for department in connection.departments:
        if department.department_no != warehouse.department_no:
            continue
        for number in department.warehouse_nos:
            found = await gateway.stock(department.department_no, number)
            units = totals.setdefault(str(number), {})
            for figure in found:
                units[figure.goods_no] = units.get(figure.goods_no, 0) + figure.total
            if number == warehouse.warehouse_no:
                figures = found
    return _Task(warehouse, totals, figures, confirmed)


def _adopt(
    uow: UnitOfWork, office: Office, task: _Task, page: Sequence[GoodsFacts], done: Adoption
) -> None:
    """Write one page: products, placements, opening figures (R22)."""
    here = task.warehouse.warehouse_no
    mine = {p.goods_no: p for p in uow.products.placements([here]) if p.goods_no}
    fresh = []
    for goods in page:
        if goods.goods_no in mine:
            done.known += 1
        elif task.belongs(goods.goods_no):
            fresh.append(goods)
        else:
            done.elsewhere += 1
    products, made = _products(uow, fresh, {p.sku for p in mine.values()})
    houses = _houses(uow, [product.sku for product in products.values()])
    placed = []
    for goods_no, product in products.items():
        others = houses.get(product.sku, set()) - {here} - set(task.totals)
        if others and not task.confirmed:
            words = ", ".join(sorted(others))
            done.problems.append(Problem(product.sku, "sku_in_other_warehouse", words))
            made.pop(product.sku, None)
            continue
        placed.append(Placement(here, product.sku, PlacementState.PUSHED, goods_no=goods_no))
    uow.products.save_many(list(made.values()))
    note_made(uow, office.asking, *(of_product(sku) for sku in made))
    uow.products.save_placements(placed)
    done.new += len(made)
    done.adopted += len(placed)
    if placed:
        asked = {p.goods_no for p in placed}
        apply_stock_figures(here, task.figures, uow, office.asking, asked=asked)
        uow.emit(ProductsChanged(tuple(p.sku for p in placed)))


def _houses(uow: UnitOfWork, skus: Collection[Sku]) -> dict[str, set[WarehouseNo]]:
    found: dict[str, set[WarehouseNo]] = {}
    for placement in uow.products.placements(None, skus) if skus else []:
        found.setdefault(placement.sku, set()).add(placement.warehouse_no)
    return found


def _products(
    uow: UnitOfWork, page: Sequence[GoodsFacts], taken: Collection[str]
) -> tuple[dict[str, Product], dict[str, Product]]:
    """Give the product of each goods number, and by SKU those that have to be made.

    Our number names it first, then a barcode that no other goods have taken.
    """
    skus = {_sku_of(goods) for goods in page}
    by_sku = dict(uow.products.get_many(skus)) if skus else {}
    barcodes = {code for goods in page for code in goods.barcodes if code}
    by_barcode = dict(uow.products.by_barcodes(barcodes)) if barcodes else {}
    used = set(taken)
    products: dict[str, Product] = {}
    made: dict[str, Product] = {}
    for goods in page:
        sku = _sku_of(goods)
        candidates = [by_sku.get(sku), *(by_barcode.get(code) for code in goods.barcodes)]
        product = next((p for p in candidates if p is not None and p.sku not in used), None)
        if product is None and sku in used:
            continue
        if product is None:
            free = [c for c in goods.barcodes if c and c != sku and c not in by_barcode]
            barcode = free[0] if free else ""
            product = Product(Sku(sku), goods.name or sku, barcode=barcode)
            made[sku] = by_sku[sku] = product
            if barcode:
                by_barcode[barcode] = product
        used.add(product.sku)
        products[goods.goods_no] = product
    return products, made


def _sku_of(goods: GoodsFacts) -> str:
    return goods.sku.strip() or goods.goods_no
