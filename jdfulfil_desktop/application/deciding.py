"""Decide on many orders and make their outbound orders follow (R31-R46).

Whatever changes a verdict comes through here: an import, a link, a binding, a mark, JD's news. What
was sent stays as it is; what is queued or held is decided anew; the ledger's reservations follow.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from jdfulfil_desktop.application.env import Env
from jdfulfil_desktop.application.facts import World, read_world
from jdfulfil_desktop.application.ports import StoredDecision, UnitOfWork
from jdfulfil_desktop.application.reserving import FEW, Change, settle, ship
from jdfulfil_desktop.application.verdicts import stored_verdict
from jdfulfil_desktop.application.watching import Alert, alerts_of, raise_alerts
from jdfulfil_desktop.domain.channels import Decision, decide
from jdfulfil_desktop.domain.events import OrdersChanged, PushQueued, StockChanged
from jdfulfil_desktop.domain.holds import reason
from jdfulfil_desktop.domain.ids import outbound_number
from jdfulfil_desktop.domain.order import CLOSED, LEFT, Order, OrderStatus
from jdfulfil_desktop.domain.outbound import SENT, Item, Outbound, PushState, ShipmentState
from jdfulfil_desktop.domain.parts import Part, parts_of

MOST_WAITING = 500
"""So many orders a SKU are looked at when some of it becomes free."""
_GONE = frozenset({ShipmentState.SHIPPED, ShipmentState.COMPLETED})
_OWN_WAY = {
    OrderStatus.SHIPPING: ShipmentState.SHIPPED,
    OrderStatus.DELIVERED: ShipmentState.COMPLETED,
    OrderStatus.RETURNED: ShipmentState.RETURNED,
}
_NOT_YET_GONE = frozenset(OrderStatus) - LEFT - CLOSED
_NONE: Mapping[int, Order] = {}


@dataclass(frozen=True, slots=True)
class Decided:
    """What deciding did: outbound orders that changed, and how many of them were queued anew."""

    changed: tuple[Outbound, ...] = ()
    queued: int = 0


@dataclass(slots=True)
class _Desk:
    """Collect what one transaction decides, to write it in few statements."""

    world: World
    changes: list[Change] = field(default_factory=list)
    dropped: list[Outbound] = field(default_factory=list)
    decisions: dict[int, StoredDecision] = field(default_factory=dict)
    alerts: list[Alert] = field(default_factory=list)
    shipped: list[Outbound] = field(default_factory=list)


def decide_orders(
    uow: UnitOfWork,
    env: Env,
    orders: Sequence[Order],
    *,
    batch_id: int | None = None,
    new: Collection[int] = (),
    earlier: Mapping[int, Order] = _NONE,
) -> Decided:
    """Decide on stored orders anew, write decisions and outbound orders, emit what happened.

    `new`: ids of orders that cannot have outbound orders yet. `earlier`: by id, what was known of
    an order before the file that brought it here; alerts and R43 look at the difference.
    """
    known = [order.id for order in orders if order.id is not None and order.id not in new]
    existing = uow.outbounds.of_orders(known) if known else {}
    by_hand = {x.sku for row in existing.values() for o in row for x in o.items if o.split_by_hand}
    desk = _Desk(read_world(uow, env.now(), orders, by_hand))
    for order in orders:
        if order.id is None:
            raise ValueError(f"{order.channel}/{order.order_no} is not stored yet")
        _decide_one(desk, order, order.id, existing.get(order.id, ()), earlier.get(order.id))
    decided = _write(uow, env, desk, batch_id)
    numbers = [outbound_number(order.channel, order.order_no) for order in orders[: FEW + 1]]
    numbers += [outbound.outbound_no for outbound in decided.changed]
    emit_changed(uow, numbers, queued=bool(decided.queued and batch_id is None))
    if batch_id is None:
        # Within an import nothing else is decided: the batch has to be undone whole.
        release_waiting(uow, env, _freed(desk, decided), but={order.id for order in orders})
    return decided


def release_waiting(
    uow: UnitOfWork, env: Env, skus: Collection[str], *, but: Collection[int | None] = ()
) -> None:
    """Decide those anew that wait for stock of some SKUs, where too little of it holds (R22)."""
    if not skus or not uow.settings.rules().hold_insufficient_stock:
        return
    found: set[int] = set()
    for sku in sorted(skus):
        found.update(uow.orders.open_ids(f"sku:{sku}", 0, MOST_WAITING))
    orders = uow.orders.by_ids(sorted(found - set(but))) if found else []
    existing = uow.outbounds.of_orders([order.id for order in orders if order.id is not None])
    waiting = [order for order in orders if _is_held(existing.get(order.id or 0, ()))]
    if waiting:
        decide_orders(uow, env, waiting)


def _is_held(outbounds: Sequence[Outbound]) -> bool:
    return any(outbound.push_state is PushState.HELD for outbound in outbounds)


def _freed(desk: _Desk, decided: Decided) -> set[str]:
    """Give the SKUs of which something was given back."""
    after = {outbound.outbound_no: outbound for outbound in decided.changed}
    gone = [outbound for outbound in desk.dropped if outbound.reserved]
    for before, _ in desk.changes:
        if before is not None and before.reserved:
            kept = after.get(before.outbound_no, before)
            gone += [] if kept.reserved and kept.turn == before.turn else [before]
    return {item.sku for outbound in gone for item in outbound.items}


def redecide(uow: UnitOfWork, env: Env, order_ids: Collection[int]) -> Decided:
    """Decide on orders by id, after their outbound orders or facts changed."""
    orders = uow.orders.by_ids(order_ids) if order_ids else []
    return decide_orders(uow, env, orders) if orders else Decided()


def _decide_one(
    desk: _Desk,
    order: Order,
    order_id: int,
    outbounds: Sequence[Outbound],
    earlier: Order | None,
) -> None:
    parts, dropped = parts_of(order, outbounds)
    verdicts = []
    for part in parts:
        seen = order
        if part.tracking_no != order.tracking_no or part.lines is not order.snapshot.lines:
            seen = part.as_order(order)
        verdict = decide(seen, desk.world.facts(order, part, bool(outbounds)))
        if part.outbound and part.outbound.push_state is PushState.CANCELLED and verdict.push:
            # Sending it anew is for the user to say: `ReleaseOrders` gives it its next number.
            verdict = replace(verdict, push=False, reasons=(reason("on_hold_by_user"),))
        verdicts.append(verdict)
        if verdict.create:
            after = _outbound_after(order, part, verdict)
            after = _own_way(desk, order, earlier, after)
            _note_change(desk, part.outbound, after)
    for outbound in dropped:
        desk.dropped.append(outbound)
        if outbound.push_state is PushState.QUEUED:
            desk.world.move_available(outbound, +1)
    if earlier is not None and outbounds:
        desk.alerts += alerts_of(earlier, order, parts)
    desk.decisions[order_id] = stored_verdict(verdicts)


def _note_change(desk: _Desk, before: Outbound | None, after: Outbound) -> None:
    """Keep a change, and the units it takes or gives back for those decided after it."""
    desk.changes.append((before, after))
    if before is not None and before.push_state is PushState.QUEUED:
        desk.world.move_available(before, +1)
    if after.push_state is PushState.QUEUED:
        desk.world.move_available(after, -1)


def _outbound_after(order: Order, part: Part, verdict: Decision) -> Outbound:
    """Give a part's outbound order as the verdict wants it."""
    old = part.outbound
    if old is None:
        return Outbound(
            outbound_no=outbound_number(order.channel, order.order_no, part=part.number),
            channel=order.channel,
            store=order.store,
            order_no=order.order_no,
            push_state=PushState.QUEUED if verdict.push else PushState.HELD,
            warehouse_no=verdict.warehouse_no,
            items=tuple(Item(sku, units) for sku, units in verdict.items.items()),
            part=part.number,
            package=part.package,
            tracking_no=part.tracking_no,
            order_id=order.id,
        )
    if old.push_state in SENT or old.push_state is PushState.CANCELLED:
        number = part.tracking_no or old.tracking_no
        return old if number == old.tracking_no else replace(old, tracking_no=number)
    goes = verdict.push or _keeps_its_place(old, verdict)
    state = PushState.QUEUED if goes else PushState.HELD
    if old.push_state is PushState.REJECTED:
        state = PushState.REJECTED
    # A request that was in doubt once goes out again as it was, if it goes out at all.
    frozen = old.push_state is PushState.QUEUED and old.first_sent_at is not None
    fixed = order.status in CLOSED or (frozen and goes)
    items = old.items
    if not fixed and part.items is None:
        items = tuple(Item(sku, units) for sku, units in verdict.items.items())
    after = replace(
        old,
        push_state=state,
        warehouse_no=old.warehouse_no if fixed else verdict.warehouse_no,
        items=items,
        package=part.package,
        tracking_no=part.tracking_no or old.tracking_no,
    )
    return old if after == old else after


def _keeps_its_place(old: Outbound, verdict: Decision) -> bool:
    """Tell whether a queued order stays queued though its account cannot send now.

    R10: the queue pauses and is kept; it goes on by itself after a new authorization.
    """
    codes = [held.code for held in verdict.reasons]
    waits = old.push_state is PushState.QUEUED and codes == ["needs_authorization"]
    return waits and old.warehouse_no == verdict.warehouse_no


def _own_way(desk: _Desk, order: Order, earlier: Order | None, outbound: Outbound) -> Outbound:
    """Follow what goes out from an own warehouse: JD says nothing of it, the files do (R43).

    An order that we knew before it left is shipped once a file shows it left, and its stock is
    deducted once it has a tracking number. What we first met on its way never touches our stock.
    """
    if outbound.warehouse_no not in desk.world.own:
        return outbound
    leaves = earlier is not None and earlier.status in _NOT_YET_GONE and order.status in LEFT
    if not leaves and outbound.shipment_state not in _GONE:
        return outbound
    state = _OWN_WAY.get(order.status, outbound.shipment_state)
    books = bool(order.tracking_no) and not outbound.booked
    after = replace(outbound, shipment_state=state, booked=outbound.booked or books)
    if books:
        desk.shipped.append(after)
    return after


def _write(uow: UnitOfWork, env: Env, desk: _Desk, batch_id: int | None) -> Decided:
    """Write all that was decided; stock first, for its turns are kept with the outbound orders."""
    gone = [replace(outbound, push_state=PushState.HELD) for outbound in desk.dropped]
    settle(uow, env, zip(desk.dropped, gone, strict=True))
    ids = [outbound.id for outbound in desk.dropped if outbound.id is not None]
    if ids:
        uow.outbounds.delete_many(ids, batch_id)
    settled = settle(uow, env, desk.changes)
    written = [
        (before, after)
        for (before, _), after in zip(desk.changes, settled, strict=True)
        if before is not after and before != after
    ]
    saved = uow.outbounds.save_many([after for _, after in written], batch_id) if written else []
    uow.orders.save_decision(desk.decisions)
    if desk.shipped:
        entries = ship(uow, env, desk.shipped)
        uow.emit(StockChanged(tuple(sorted({entry.sku for entry in entries}))))
    for before, after in written:
        if before is not None and before.first_sent_at and after.push_state is PushState.HELD:
            uow.outbounds.freeze_request(after.outbound_no, None)
    _tell(uow, env, written)
    raise_alerts(uow, env, desk.alerts)
    queued = sum(1 for before, after in written if _is_queued_now(before, after))
    return Decided(tuple(saved), queued)


def _is_queued_now(before: Outbound | None, after: Outbound) -> bool:
    was = before is not None and before.push_state is PushState.QUEUED
    return after.push_state is PushState.QUEUED and not was


def _tell(uow: UnitOfWork, env: Env, written: Sequence[Change]) -> None:
    """Write timelines: what became of outbound orders that were there before."""
    now, notes = env.now(), []
    for before, after in written:
        if before is None:
            continue  # the order's first sight is kept with the order itself
        if before.push_state is not after.push_state:
            data = {"before": str(before.push_state)}
            notes.append((after.outbound_no, str(after.push_state), now, env.actor, data))
        if before.tracking_no != after.tracking_no:
            data = {"tracking_no": after.tracking_no, "before": before.tracking_no}
            notes.append((after.outbound_no, "tracking_number", now, env.actor, data))
        if after.booked and not before.booked:
            notes.append((after.outbound_no, "shipped", now, env.actor, {}))
    if notes:
        uow.journal.note_many(notes)


def emit_changed(uow: UnitOfWork, numbers: Iterable[str], *, queued: bool = False) -> None:
    """Tell lists which outbound orders changed, and the pusher that something waits."""
    changed = tuple(dict.fromkeys(numbers))
    uow.emit(OrdersChanged(changed if len(changed) <= FEW else ()))
    if queued:
        uow.emit(PushQueued())
