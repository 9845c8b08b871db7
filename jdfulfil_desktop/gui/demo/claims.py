"""Hold what the program says against what the practice gateway holds (its own state, not ours)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jdfulfil_desktop.application.queries import OrderDetail, StockListRow


@dataclass(frozen=True, slots=True)
class Claims:
    """What was found. Empty lists mean that every claim holds."""

    pushed: int
    missing: tuple[str, ...]
    doubled: tuple[str, ...]
    uncalled: tuple[str, ...]
    stock_differs: tuple[str, ...]

    @property
    def hold(self) -> bool:
        """Tell whether every claim holds."""
        return not (self.missing or self.doubled or self.uncalled or self.stock_differs)


def check(
    orders: Sequence[OrderDetail], stock: Sequence[StockListRow], state: Mapping[str, Any]
) -> Claims:
    """Compare: every order that the rules push is at JD once, every other is not; stock agrees."""
    at_jd = Counter(document["isvUUID"] for document in state["outbound"])
    expected = {
        outbound.outbound_no
        for order in orders
        if order.push
        for outbound in order.outbounds
        if outbound.push_state != "cancelled"
    }
    ended = {
        outbound.outbound_no
        for order in orders
        for outbound in order.outbounds
        if outbound.push_state == "cancelled"
    }
    totals: Counter[tuple[str, str]] = Counter()
    skus = {goods["goodsNo"]: goods["isvGoodsNo"] for goods in state["goods"]}
    for row in state["stock"]:
        totals[row["warehouseNo"], skus[row["goodsNo"]]] += row["totalNum"]
    return Claims(
        pushed=len(expected),
        missing=tuple(sorted(expected - set(at_jd))),
        doubled=tuple(sorted(number for number, times in at_jd.items() if times > 1)),
        uncalled=tuple(sorted(set(at_jd) - expected - ended)),
        stock_differs=tuple(
            sorted(
                row.sku
                for row in stock
                if row.kind == "jd" and row.on_hand != totals[row.warehouse_no, row.sku]
            )
        ),
    )
