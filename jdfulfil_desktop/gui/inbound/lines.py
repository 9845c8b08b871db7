"""Lines of a list that is being drawn up: singly, or pasted, where the good ones are taken."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jdfulfil_desktop.application.pasted_lines import Pair, units_of
from jdfulfil_desktop.application.queries import GoodsName

MOST = 999_999


@dataclass(frozen=True, slots=True)
class PlannedLine:
    """A product and how many units of it are to come."""

    sku: str
    name: str
    quantity: int


@dataclass(frozen=True, slots=True)
class BadLine:
    """A pasted line that could not be taken: its number, problem code, and what it is about."""

    line: int
    code: str
    value: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What was decided: a list, and whether it is to be sent at once."""

    warehouse_no: str
    note: str
    lines: tuple[PlannedLine, ...]
    send: bool = False


def with_line(lines: Sequence[PlannedLine], new: PlannedLine) -> list[PlannedLine]:
    """Add a line; the same product again adds up."""
    merged = {line.sku: line for line in lines}
    known = merged.get(new.sku)
    units = min(new.quantity + (known.quantity if known else 0), MOST)
    merged[new.sku] = PlannedLine(new.sku, new.name, units)
    return list(merged.values())


def take_pasted(
    pairs: Sequence[Pair], goods: Mapping[str, GoodsName]
) -> tuple[list[PlannedLine], list[BadLine]]:
    """Read pasted lines of SKU (or barcode) and quantity into planned ones and bad ones."""
    good: list[PlannedLine] = []
    bad: list[BadLine] = []
    for number, text, quantity in pairs:
        product, units = goods.get(text), units_of(quantity)
        if product is None:
            bad.append(BadLine(number, "product_not_found", text))
        elif units is None or units > MOST:
            bad.append(BadLine(number, "quantity_invalid", quantity))
        else:
            good.append(PlannedLine(product.sku, product.name, units))
    return good, bad


def without_one(lines: Sequence[PlannedLine], sku: str) -> list[PlannedLine]:
    """Take one unit off a product's line; the line goes with its last unit."""
    left = [
        PlannedLine(line.sku, line.name, line.quantity - 1) if line.sku == sku else line
        for line in lines
    ]
    return [line for line in left if line.quantity > 0]
