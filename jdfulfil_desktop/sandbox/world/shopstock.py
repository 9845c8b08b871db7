"""What is set aside for a shop, and what its orders take from it.

Nothing here keeps an order from being accepted: JD's shop stock steers what a shop offers.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from jdfulfil_desktop.sandbox.world.entities import GOOD, Outbound, ShopStock
from jdfulfil_desktop.sandbox.world.shipping import CANCELLED, LEFT_WAREHOUSE
from jdfulfil_desktop.sandbox.world.world import World

SET, RESERVED, WRITTEN_BACK = 1, 21, 22
"""Reasons of a change: a figure was set (ours), an order occupied pieces, it let them go."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a shop's stock, `stock` and `occupied` being what there is after it."""

    at: float
    reason: int
    document: str
    platform_no: str
    stock_change: int
    occupied_change: int
    stock: int = 0
    occupied: int = 0


def record_of(world: World, dept_no: str, shop_no: str, warehouse: str, goods: str) -> ShopStock:
    """Return what is set aside, a new record without figures where nothing is."""
    record = ShopStock(dept_no=dept_no, shop_no=shop_no, warehouse_no=warehouse, goods_no=goods)
    return world.shop_stocks.get(record.key, record)


def changes_of(world: World, record: ShopStock) -> list[Change]:
    """Return all changes in the order in which they happened.

    A figure that is set stands from then on; what leaves is taken off it. Orders occupy from their
    acceptance on, until they leave or are cancelled; one that still waits for stock does not.
    """
    found = sorted([*_settings(record), *_orders(world, record)], key=lambda change: change.at)
    stock = occupied = 0
    changes = []
    for change in found:
        moved = change.stock_change - stock if change.reason == SET else change.stock_change
        moved = max(moved, -stock)
        stock, occupied = stock + moved, occupied + change.occupied_change
        changes.append(
            Change(
                at=change.at,
                reason=change.reason,
                document=change.document,
                platform_no=change.platform_no,
                stock_change=moved,
                occupied_change=change.occupied_change,
                stock=stock,
                occupied=occupied,
            )
        )
    return changes


def _settings(record: ShopStock) -> Iterator[Change]:
    for setting in record.settings:
        yield Change(setting["at"], SET, setting["request_id"], "", setting["quantity"], 0)


def _orders(world: World, record: ShopStock) -> Iterator[Change]:
    for order in world.outbounds.values():
        if order.shop_no != record.shop_no or order.warehouse_no != record.warehouse_no:
            continue
        lines = [
            line
            for line in order.lines
            if line.goods_no == record.goods_no and line.stock_status == GOOD
        ]
        quantity = sum(line.quantity for line in lines)
        ended = _ended_at(order)
        if not quantity or not (order.reserved or ended is not None):
            continue
        number, platform_no = order.so_no, order.platform_order_no
        yield Change(order.created_at, RESERVED, number, platform_no, 0, quantity)
        if ended is not None:
            left = sum(line.shipped for line in lines) if order.shipped else 0
            yield Change(ended, WRITTEN_BACK, number, platform_no, -left, -quantity)


def _ended_at(order: Outbound) -> float | None:
    """Return when an order left or was cancelled, None while it does neither."""
    ends = LEFT_WAREHOUSE if order.shipped else {CANCELLED}
    if not order.shipped and order.status != CANCELLED:
        return None
    return next((step.at for step in order.history if step.status in ends), None)
