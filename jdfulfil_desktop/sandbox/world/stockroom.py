"""Stock in JD's warehouses: reserve, ship, release, receive; and orders that wait for stock."""

from collections import Counter
from datetime import date, datetime, timedelta

from jdfulfil_desktop.sandbox.clock import GATEWAY_ZONE
from jdfulfil_desktop.sandbox.world.entities import GOOD, Goods, Outbound, Stock
from jdfulfil_desktop.sandbox.world.world import World


def stock_row(world: World, dept_no: str, warehouse_no: str, goods_no: str, status: str) -> Stock:
    """Return the stock of one product of one quality, a new empty row where there is none."""
    row = Stock(dept_no=dept_no, warehouse_no=warehouse_no, goods_no=goods_no, status=status)
    return world.stock.get(row.key, row)


def _needs(order: Outbound) -> Counter[tuple[str, str]]:
    needs: Counter[tuple[str, str]] = Counter()
    for line in order.lines:
        needs[line.goods_no, line.stock_status] += line.quantity
    return needs


def has_stock(world: World, order: Outbound) -> bool:
    """Tell whether all lines could be reserved now."""
    return all(
        stock_row(world, order.dept_no, order.warehouse_no, goods_no, status).usable >= quantity
        for (goods_no, status), quantity in _needs(order).items()
    )


def reserve(world: World, order: Outbound) -> None:
    """Reserve all lines, also beyond what is there: the caller has looked, or wills it."""
    if order.reserved:
        return
    for (goods_no, status), quantity in _needs(order).items():
        row = stock_row(world, order.dept_no, order.warehouse_no, goods_no, status)
        row.reserved += quantity
        world.save(row)
    order.reserved = True
    order.paused_at = 0
    world.save(order)


def release(world: World, order: Outbound, *, serve: bool = True) -> None:
    """Give back what a cancelled order had reserved, and serve who waits for it."""
    if not order.reserved:
        return
    for (goods_no, status), quantity in _needs(order).items():
        row = stock_row(world, order.dept_no, order.warehouse_no, goods_no, status)
        row.reserved -= quantity
        world.save(row)
    order.reserved = False
    world.save(order)
    if serve:
        serve_waiting(world, order.dept_no, order.warehouse_no)


def ship(world: World, order: Outbound, shipped: dict[str, int] | None = None) -> None:
    """Take the order's pieces off the stock, once.

    `shipped` (goods number to pieces) makes it a partial shipment; what stays is usable again.
    """
    reserve(world, order)
    left = dict(shipped) if shipped is not None else None
    for line in order.lines:
        quantity = line.quantity
        if left is not None:
            quantity = min(quantity, left.get(line.goods_no, 0))
            left[line.goods_no] = left.get(line.goods_no, 0) - quantity
        line.shipped = quantity
        row = stock_row(world, order.dept_no, order.warehouse_no, line.goods_no, line.stock_status)
        row.reserved -= line.quantity
        row.total -= quantity
        _take_from_batches(row, quantity)
        world.save(row)
    order.reserved = False
    order.shipped = True
    world.save(order)


def take_back(
    world: World, order: Outbound, returned: dict[str, dict[str, int]] | None = None
) -> None:
    """Put what an order shipped back into the stock, once; `returned`: pieces by quality."""
    for line in order.lines:
        came = {GOOD: line.shipped} if returned is None else returned.get(line.goods_no, {})
        receive(world, world.goods[line.goods_no], order.warehouse_no, came)
    order.returned = True
    world.save(order)


def receive(
    world: World,
    goods: Goods,
    warehouse_no: str,
    quantities: dict[str, int],
    production: date | None = None,
) -> None:
    """Add pieces to the stock: quality (good, damaged) to quantity; below 0 takes them off."""
    for status, quantity in quantities.items():
        if quantity == 0:
            continue
        row = stock_row(world, goods.dept_no, warehouse_no, goods.goods_no, status)
        row.total += quantity
        if quantity < 0:
            _take_from_batches(row, -quantity)
        elif goods.safe_days:
            row.batches.append(_batch(world, goods, quantity, production))
        world.save(row)


def _batch(world: World, goods: Goods, quantity: int, production: date | None) -> dict[str, object]:
    now = world.now()
    made = production or datetime.fromtimestamp(now, GATEWAY_ZONE).date()
    return {
        "production": made.isoformat(),
        "expiration": (made + timedelta(days=goods.safe_days)).isoformat(),
        "received_at": now,
        "quantity": quantity,
    }


def _take_from_batches(row: Stock, quantity: int) -> None:
    """Take from the batches that expire first."""
    for batch in sorted(row.batches, key=lambda entry: str(entry["expiration"])):
        taken = min(quantity, batch["quantity"])
        batch["quantity"] -= taken
        quantity -= taken
    row.batches = [batch for batch in row.batches if batch["quantity"]]


def serve_waiting(world: World, dept_no: str, warehouse_no: str) -> None:
    """Reserve for orders that wait for stock in a warehouse, the oldest first."""
    for order in world.outbounds.values():
        waits = order.paused_at and order.dept_no == dept_no and order.warehouse_no == warehouse_no
        if waits and has_stock(world, order):
            reserve(world, order)
