"""Import master products from a table (R16, R17): good rows are kept, bad ones shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from jdfulfil_desktop.application.bus import Bus, require
from jdfulfil_desktop.application.env import Env
from jdfulfil_desktop.application.handlers.products import refusals, save_products
from jdfulfil_desktop.application.ports import Priority, RowProblem, SheetReader, UnitOfWork
from jdfulfil_desktop.application.results import SavedProducts, TableReport
from jdfulfil_desktop.application.sheet_columns import PRODUCT_COLUMNS, PRODUCT_REQUIRED
from jdfulfil_desktop.application.table_rows import (
    Row,
    count_rows,
    decimal_of,
    in_row_order,
    rejected_rows,
)
from jdfulfil_desktop.domain.commands import SaveProducts
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.product import Product, ShelfLife
from jdfulfil_desktop.domain.users import Right

_VARIANT = ("family", "colour", "size")


class _Rehearsed(Exception):
    """End a transaction that only showed what it would do; carries the report."""

    def __init__(self, report: TableReport) -> None:
        super().__init__("rehearsed")
        self.report = report


@dataclass(slots=True)
class _Rows:
    """Rows sorted into those that can be read and what is wrong with the others."""

    good: list[tuple[int, Product, frozenset[str]]] = field(default_factory=list)
    problems: list[RowProblem] = field(default_factory=list)
    unchanged: int = 0


def products_import(
    bus: Bus, sheets: SheetReader, path: Path, *, dry_run: bool = False
) -> TableReport:
    """Create and update master products from a table (CONTRACT `product import`).

    A blank cell keeps what is known. Weights are kilograms and sides centimetres in the table.
    Raises FileProblem; what is wrong with a row comes back with its number.
    """
    table = sheets.read_table(path, PRODUCT_COLUMNS, PRODUCT_REQUIRED)
    rows = _read_products(table.rows)

    def work(uow: UnitOfWork) -> TableReport:
        require(uow, bus.env, Right.PRODUCTS)
        saved, problems = _save_rows(uow, bus.env, rows)
        wrong = {problem.row for problem in (*table.problems, *problems)}
        report = TableReport(
            file=table.file,
            rows_read=count_rows(table),
            new=saved.new,
            updated=saved.updated,
            unchanged=saved.unchanged + rows.unchanged,
            refused=len(wrong),
            problems=in_row_order([*table.problems, *problems]),
            rejected=rejected_rows(table, wrong),
        )
        if dry_run:
            raise _Rehearsed(report)
        return report

    try:
        return bus.writer.submit(work, Priority.PERSON).result()
    except _Rehearsed as rehearsed:
        return rehearsed.report


def _read_products(rows: Sequence[Row]) -> _Rows:
    found = _Rows()
    seen: dict[str, tuple[Product, frozenset[str]]] = {}
    for number, cells in rows:
        product, problems = _product(number, cells)
        if product is None:
            found.problems += problems
            continue
        given = frozenset(name for name, text in cells.items() if text.strip())
        same = seen.get(product.sku)
        if same is None:
            seen[product.sku] = (product, given)
            found.good.append((number, product, given))
        elif same == (product, given):
            found.unchanged += 1
        else:
            found.problems.append(
                RowProblem(number, "sku", product.sku, "duplicate_line_conflict", {})
            )
    return found


def _product(number: int, cells: Mapping[str, str]) -> tuple[Product | None, list[RowProblem]]:
    """Read one row; None where something is wrong with it."""
    problems = [
        RowProblem(number, name, "", "missing_value", {})
        for name in ("sku", "name")
        if not cells.get(name, "").strip()
    ]

    def measure(column: str, factor: int) -> int:
        text = cells.get(column, "")
        value = decimal_of(text)
        if value is None:
            problems.append(RowProblem(number, column, text, "bad_number", {}))
            return 0
        return int((value * factor).quantize(Decimal(1), rounding=ROUND_HALF_UP))

    weight = measure("weight_kg", 1000)
    length, width, height = (measure(f"{side}_cm", 10) for side in ("length", "width", "height"))
    life, about_life = _shelf_life(number, cells)
    problems += about_life
    if problems:
        return None, problems
    family, colour, size = (" ".join(cells.get(name, "").split()) for name in _VARIANT)
    product = Product(
        Sku(cells["sku"].strip()),
        " ".join(cells["name"].split()),
        barcode=cells.get("barcode", "").strip(),
        weight_g=weight,
        length_mm=length,
        width_mm=width,
        height_mm=height,
        shelf_life=life,
        family=family,
        colour=colour,
        size=size,
    )
    return product, []


def _shelf_life(number: int, cells: Mapping[str, str]) -> tuple[ShelfLife | None, list[RowProblem]]:
    """Read R17's whole days; none by default."""
    problems: list[RowProblem] = []
    days: dict[str, int] = {}
    for column in ("shelf_life_days", "inbound_limit_days", "outbound_limit_days"):
        text = cells.get(column, "")
        value = decimal_of(text)
        if value is None or value != value.to_integral_value():
            problems.append(RowProblem(number, column, text, "bad_number", {}))
        else:
            days[column] = int(value)
    if problems:
        return None, problems
    life, inbound, outbound = days.values()
    if not life:
        if inbound or outbound:
            problems.append(RowProblem(number, "shelf_life_days", "", "missing_value", {}))
        return None, problems
    try:
        return ShelfLife(life, inbound, outbound), []
    except RuleError as refusal:
        data = {name: str(value) for name, value in refusal.data.items()}
        return None, [RowProblem(number, "shelf_life_days", str(life), refusal.code, data)]


def _save_rows(uow: UnitOfWork, env: Env, rows: _Rows) -> tuple[SavedProducts, list[RowProblem]]:
    """Save what no rule speaks against, all at once; the rest are problems of their rows."""
    known = uow.products.get_many([product.sku for _, product, _ in rows.good])
    products = [
        (number, _over(known.get(product.sku), product, given))
        for number, product, given in rows.good
    ]
    wrong = refusals(uow, [product for _, product in products], known)
    problems = list(rows.problems)
    problems += [_refused_row(*products[place], refusal) for place, refusal in wrong.items()]
    taken = tuple(product for place, (_, product) in enumerate(products) if place not in wrong)
    return save_products(SaveProducts(taken), uow, env), problems


def _over(known: Product | None, product: Product, given: frozenset[str]) -> Product:
    """Lay a row over what is known: a blank cell says nothing."""
    if known is None:
        return product
    sides = {"weight_kg": "weight_g"}
    sides.update({f"{side}_cm": f"{side}_mm" for side in ("length", "width", "height")})
    over = replace(known, name=product.name)
    plain = {name: name for name in ("barcode", *_VARIANT)}
    for column, name in {**sides, **plain, "shelf_life_days": "shelf_life"}.items():
        if column in given:
            over = replace(over, **{name: getattr(product, name)})
    return over


def _refused_row(number: int, product: Product, refusal: RuleError) -> RowProblem:
    column, value = "sku", str(product.sku)
    if refusal.code == "barcode_taken":
        column, value = "barcode", product.barcode
    elif refusal.code == "shelf_life_fixed":
        column = "shelf_life_days"
        value = str(product.shelf_life.days) if product.shelf_life else ""
    data = {name: str(filled) for name, filled in refusal.data.items()}
    return RowProblem(number, column, value, refusal.code, data)
