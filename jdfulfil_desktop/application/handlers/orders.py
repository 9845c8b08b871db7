"""Mark, hold, release and split orders: what a user decides about them (R14, R39, R46)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from jdfulfil_desktop.application.deciding import decide_orders
from jdfulfil_desktop.application.env import Env
from jdfulfil_desktop.application.finding import find_order
from jdfulfil_desktop.application.handlers.deciding import decide_again
from jdfulfil_desktop.application.ports import UnitOfWork
from jdfulfil_desktop.application.reserving import Change, settle
from jdfulfil_desktop.application.results import ArrangeReport
from jdfulfil_desktop.application.watching import raise_alerts, twice_numbered
from jdfulfil_desktop.domain.channels import demand
from jdfulfil_desktop.domain.commands import (
    AcceptOrders,
    ArrangeShipment,
    HoldOrders,
    OrderKey,
    ReleaseOrders,
    SplitOrder,
    SplitPart,
)
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.ids import Sku, WarehouseNo, outbound_number
from jdfulfil_desktop.domain.order import CLOSED, MARKETPLACES, Order, OrderStatus
from jdfulfil_desktop.domain.outbound import (
    SENT,
    Item,
    Outbound,
    PushState,
)

_LONGEST_NUMBER = 200
"""What JD takes as `thirdWayBill`."""


def accept_orders(command: AcceptOrders, uow: UnitOfWork, env: Env) -> int:
    """Accept orders (Terima Pesanan, R39); all or none. Gives how many were not accepted before.

    Raises RuleError where one is closed, unpaid, gone or unknown.
    """
    orders = [_workable(uow, key) for key in command.keys]
    return _mark(uow, env, orders, "accepted", lambda o: replace(o, accepted=True))


def arrange_shipment(command: ArrangeShipment, uow: UnitOfWork, env: Env) -> ArrangeReport:
    """Enter a tracking number (Atur Pengiriman, R39); it accepts too and triggers the push.

    A number from the file beats the typed one until the push. Raises RuleError where the order is
    closed, unpaid, gone, unknown or pushed, or the number cannot be one.
    """
    number = "".join(command.tracking_no.split())
    if not number or len(number) > _LONGEST_NUMBER:
        raise RuleError("tracking_number_invalid", subject=command.tracking_no)
    order = _workable(uow, command.key)
    if _sent(uow, [order]):
        raise RuleError("order_pushed", subject=_name(order))
    arranged = replace(order, accepted=True, typed_tracking_no=number)
    [stored] = uow.orders.save_many([arranged])
    uow.journal.note(
        outbound_number(order.channel, order.order_no),
        "arranged",
        env.now(),
        env.actor,
        tracking_no=number,
    )
    decide_orders(uow, env, [stored])
    alerts = twice_numbered(uow, [stored])
    raise_alerts(uow, env, alerts)
    others = tuple(str(alert.data["others"]) for alert in alerts)
    return ArrangeReport(stored.tracking_no, others)


def hold_orders(command: HoldOrders, uow: UnitOfWork, env: Env) -> int:
    """Hold orders until they are released; raises RuleError where one is pushed already."""
    orders = [find_order(uow, key) for key in command.keys]
    pushed = _sent(uow, orders)
    if pushed:
        raise RuleError("order_pushed", subject=", ".join(map(_name, pushed)))
    return _mark(uow, env, orders, "on_hold", lambda o: replace(o, on_hold=True))


def hold_order_of(outbound: Outbound, uow: UnitOfWork, env: Env) -> None:
    """Hold the order of an outbound order: a cancel that a person asked for keeps it here (R44)."""
    orders = uow.orders.by_ids([outbound.order_id]) if outbound.order_id is not None else []
    _mark(uow, env, orders, "on_hold", lambda o: replace(o, on_hold=True))


def release_orders(command: ReleaseOrders, uow: UnitOfWork, env: Env) -> int:
    """Lift the hold; an outbound order that JD cancelled gets its next attempt's number."""
    orders = [find_order(uow, key) for key in command.keys]
    held = [order for order in orders if order.on_hold]
    freed = uow.orders.save_many([replace(order, on_hold=False) for order in held])
    existing = uow.outbounds.of_orders([o.id for o in freed if o.id is not None])
    again = [
        _next_attempt(outbound)
        for order in freed
        if order.status not in CLOSED
        for outbound in existing.get(order.id or 0, ())
        if outbound.push_state is PushState.CANCELLED
    ]
    if again:
        uow.outbounds.save_many(again)
    _note(uow, env, freed, "released")
    decide_again([order.id for order in freed if order.id is not None], uow, env)
    return len(freed)


def _next_attempt(outbound: Outbound) -> Outbound:
    """Give the outbound order that takes a cancelled one's place, under a number of its own."""
    attempt = outbound.attempt + 1
    return Outbound(
        outbound_no=outbound_number(
            outbound.channel, outbound.order_no, part=outbound.part, attempt=attempt
        ),
        channel=outbound.channel,
        store=outbound.store,
        order_no=outbound.order_no,
        warehouse_no=outbound.warehouse_no,
        items=outbound.items,
        part=outbound.part,
        attempt=attempt,
        package=outbound.package,
        tracking_no=outbound.tracking_no,
        split_by_hand=outbound.split_by_hand,
        house_wanted=outbound.house_wanted,
        order_id=outbound.order_id,
    )


def split_order(command: SplitOrder, uow: UnitOfWork, env: Env) -> list[str]:
    """Split an order by hand, an outbound order a part (R14); gives their numbers.

    Raises RuleError where something of it was sent, or the parts do not add up to the order.
    """
    order = _workable(uow, command.key)
    number = order.id or 0
    existing = uow.outbounds.of_orders([number]).get(number, [])
    if not existing:  # a status that nobody knows: there is nothing to split yet (R46)
        raise RuleError("unknown_status", subject=_name(order))
    if any(o.push_state in SENT or o.push_state is PushState.CANCELLED for o in existing):
        raise RuleError("order_pushed", subject=_name(order))
    if command.parts:
        _check_parts(uow, order, command.parts)
    changes: list[Change] = []
    for place, part in enumerate(command.parts or (None,), start=1):
        known = next((o for o in existing if o.part == place), None)
        changes.append((known, _split_part(order, place, part, known)))
    gone = [o for o in existing if o.part > len(changes)]
    settle(uow, env, [(o, replace(o, push_state=PushState.HELD)) for o in gone])
    uow.outbounds.delete_many([o.id for o in gone if o.id is not None])
    kept = uow.outbounds.save_many(settle(uow, env, changes))
    _note(uow, env, [order], "split")
    decide_again([number], uow, env)
    return [outbound.outbound_no for outbound in kept]


def _split_part(
    order: Order, number: int, part: SplitPart | None, known: Outbound | None
) -> Outbound:
    base = known or Outbound(
        outbound_no=outbound_number(order.channel, order.order_no, part=number),
        channel=order.channel,
        store=order.store,
        order_no=order.order_no,
        part=number,
        order_id=order.id,
    )
    base = replace(base, push_state=PushState.HELD, package="")
    if part is None:
        return replace(base, split_by_hand=False, house_wanted=None)
    return replace(
        base,
        items=tuple(Item(Sku(sku), units) for sku, units in part.items),
        tracking_no=part.tracking_no.strip(),
        split_by_hand=True,
        house_wanted=WarehouseNo(part.warehouse_no) if part.warehouse_no else None,
    )


def _check_parts(uow: UnitOfWork, order: Order, parts: Sequence[SplitPart]) -> None:
    skus = [line.channel_sku for line in order.snapshot.lines]
    wanted = demand(order.snapshot.lines, uow.products.links(order.channel, order.store, skus))
    given: dict[Sku, int] = {}
    bound = {binding.warehouse_no for binding in uow.stores.bindings(order.store)}
    for part in parts:
        if part.warehouse_no and WarehouseNo(part.warehouse_no) not in bound:
            raise RuleError("binding_not_found", subject=f"{order.store}/{part.warehouse_no}")
        for sku, units in part.items:
            given[Sku(sku)] = given.get(Sku(sku), 0) + units
            if units <= 0:
                raise RuleError("quantity_invalid", subject=sku)
    if given != wanted or any(not part.items for part in parts):
        raise RuleError("split_incomplete", subject=_name(order))


def _mark(
    uow: UnitOfWork, env: Env, orders: Sequence[Order], kind: str, change: Callable[[Order], Order]
) -> int:
    """Put a mark on orders and decide them anew; gives how many did not have it."""
    changed = [marked for order in orders if (marked := change(order)) != order]
    if not changed:
        return 0
    stored = uow.orders.save_many(changed)
    _note(uow, env, stored, kind)
    decide_orders(uow, env, stored)
    return len(stored)


def _note(uow: UnitOfWork, env: Env, orders: Sequence[Order], kind: str) -> None:
    now = env.now()
    uow.journal.note_many(
        [(outbound_number(o.channel, o.order_no), kind, now, env.actor, {}) for o in orders]
    )


def _workable(uow: UnitOfWork, key: OrderKey) -> Order:
    """Find an order that can still be accepted or arranged (R39)."""
    order = find_order(uow, key)
    name = _name(order)
    if order.channel not in MARKETPLACES:
        raise RuleError("channel_not_supported", subject=name)
    if order.status in CLOSED:
        raise RuleError("order_closed", subject=name, status=str(order.status))
    if order.status is OrderStatus.SHIPPING:
        raise RuleError("order_left", subject=name)
    if order.status is OrderStatus.PENDING_PAYMENT:
        raise RuleError("order_not_paid", subject=name)
    return order


def _sent(uow: UnitOfWork, orders: Sequence[Order]) -> list[Order]:
    """Give those of some orders that JD has, or may have, something of."""
    existing = uow.outbounds.of_orders([order.id for order in orders if order.id is not None])
    return [
        order
        for order in orders
        if any(o.push_state in SENT for o in existing.get(order.id or 0, ()))
    ]


def _name(order: Order) -> str:
    return f"{order.channel}/{order.order_no}"
