"""Outbound orders: the path of their statuses and what each one does (PROTOCOL 3.2, 12)."""

from jdfulfil_desktop.sandbox.world import stockroom
from jdfulfil_desktop.sandbox.world.entities import Outbound, Step
from jdfulfil_desktop.sandbox.world.world import World

TOPIC = "eclp_so_status"

INITIAL, WAYBILL, ISSUED, ASSIGNED = 10010, 100130, 10014, 10015
PICKED, RECHECKED, PACKED, HANDED_OVER, PARCEL_OUT = 10016, 10017, 10018, 10019, 10020
CANCELLING, CANCELLED, CANCEL_FAILED = 10027, 10028, 10029
DELIVERED = 10034
REVERSE_DONE = 10038

PATH = (
    INITIAL, WAYBILL, ISSUED, ASSIGNED, PICKED, RECHECKED, PACKED, HANDED_OVER, PARCEL_OUT,
)  # fmt: skip
LEFT_WAREHOUSE = frozenset({HANDED_OVER, PARCEL_OUT, 10032, 10033, DELIVERED, 10054})
CANCELLABLE = frozenset({INITIAL, WAYBILL, ISSUED, ASSIGNED})

STATUS_NAMES = {
    INITIAL: "订单初始化",
    WAYBILL: "预分拣-获取运单",
    ISSUED: "已下发库房",
    ASSIGNED: "任务已分配",
    PICKED: "拣货下架",
    RECHECKED: "复核",
    PACKED: "货品已打包",
    HANDED_OVER: "交接发货",
    PARCEL_OUT: "包裹出库",
    CANCELLING: "取消中",
    CANCELLED: "取消成功",
    CANCEL_FAILED: "取消失败",
    10031: "订单拉回",
    10032: "分拣验收",
    10033: "站点验收",
    DELIVERED: "妥投",
    10035: "拒收",
    10036: "逆向验收",
    10037: "逆向发货",
    10038: "逆向完成",
    10050: "采购完成",
    10051: "采购异常",
    10054: "分拣发货",
}

Returned = dict[str, dict[str, int]]
"""Goods number to pieces by quality."""

_OFF_PATH_NEXT = {
    CANCELLING: CANCELLED,
    10032: DELIVERED,
    10033: DELIVERED,
    10054: DELIVERED,
    10035: 10036,
    10036: 10037,
    10037: 10038,
}


def path_of(order: Outbound) -> tuple[int, ...]:
    """Return the order's way: to the door, and to the customer where JD carries it."""
    return (*PATH, DELIVERED) if order.carried_by_jd else PATH


def accept(world: World, order: Outbound) -> None:
    """Take a new order: reserve its pieces, or let it wait for stock (PROTOCOL 11)."""
    order.created_at = world.now()
    world.save(order)
    if stockroom.has_stock(world, order):
        stockroom.reserve(world, order)
    else:
        order.paused_at = world.now()
    _enter(world, order, INITIAL)


def next_status(order: Outbound) -> int | None:
    """Return the status that follows, or None where the order is at its end or was split."""
    if order.children:
        return None
    if order.status in _OFF_PATH_NEXT:
        if order.status in (10032, 10033, 10054) and not order.carried_by_jd:
            return None
        return _OFF_PATH_NEXT[order.status]
    path = path_of(order)
    at = order.status if order.status in path else None
    if order.status == CANCEL_FAILED:
        at = next((step.status for step in reversed(order.history) if step.status in path), None)
    if at is None or at == path[-1]:
        return None
    return path[path.index(at) + 1]


def go_on(world: World, order: Outbound) -> bool:
    """Move one status on, waiting for stock or not; tell whether there was one."""
    status = next_status(order)
    if status is None:
        return False
    _enter(world, order, status)
    return True


def move_to(
    world: World,
    order: Outbound,
    status: int,
    shipped: dict[str, int] | None = None,
    returned: Returned | None = None,
) -> None:
    """Bring the order to a status.

    Ahead on its path all statuses between are passed; any other is entered straight away, also
    backwards or where it makes no sense: the control side may try a client with that.
    """
    path = path_of(order)
    if status in path and order.status in path and path.index(status) > path.index(order.status):
        for passed in path[path.index(order.status) + 1 : path.index(status)]:
            _enter(world, order, passed, shipped)
    _enter(world, order, status, shipped, returned)


def cancel(world: World, order: Outbound) -> bool:
    """Cancel where the goods are not yet picked (R44); tell whether it is cancelled."""
    if order.status == CANCELLED:
        return True
    if order.status not in CANCELLABLE:
        return False
    _enter(world, order, CANCELLED)
    return True


def hand_over(world: World, parent: Outbound, child: Outbound) -> None:
    """Take a part of a split order as an order of its own, at the status of the whole."""
    if parent.reserved:
        stockroom.release(world, parent, serve=False)
    child.created_at = world.now()
    child.history = [Step(status=step.status, at=step.at) for step in parent.history]
    child.status = parent.status
    if stockroom.has_stock(world, child):
        stockroom.reserve(world, child)
    else:
        child.paused_at = world.now()
    if parent.waybill:
        child.waybill = _waybill(world, child)
    world.save(child)
    world.tell(TOPIC, child.dept_no, child.so_no, child.status)


def close_parent(world: World, parent: Outbound) -> None:
    """Leave the whole of a split order to its parts: it moves no further of its own."""
    parent.paused_at = 0
    world.save(parent)
    world.tell(TOPIC, parent.dept_no, parent.so_no, parent.status)


def _enter(
    world: World,
    order: Outbound,
    status: int,
    shipped: dict[str, int] | None = None,
    returned: Returned | None = None,
) -> None:
    order.status = status
    order.history.append(Step(status=status, at=world.now()))
    if status in path_of(order) and status != INITIAL:
        if not order.waybill:
            order.waybill = _waybill(world, order)
        if not order.shipped:
            stockroom.reserve(world, order)
    if status in LEFT_WAREHOUSE and not order.shipped:
        stockroom.ship(world, order, shipped)
    if status == REVERSE_DONE and order.shipped and not order.returned:
        stockroom.take_back(world, order, returned)
    if status == CANCELLED and not order.shipped:
        order.paused_at = 0
        stockroom.release(world, order)
    world.save(order)
    world.tell(TOPIC, order.dept_no, order.so_no, status)


def _waybill(world: World, order: Outbound) -> str:
    if order.carried_by_jd:
        return world.next_number("JDX")
    return str(order.fields.get("thirdWayBill", ""))
