"""Import under a batch what undo tests take back, and see what is left."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from jdfulfil_desktop.application.ports import UnitOfWork
from jdfulfil_desktop.application.queries import Filter, Sort
from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.order import Channel, OrderLine, OrderStatus
from jdfulfil_desktop.domain.outbound import Item, PushState
from jdfulfil_desktop.domain.stock import LedgerEntry, LedgerKind, numbered
from tests.integration.db.making import GO, NOW, W1, Desk, an_order, an_outbound, held, put


def begin(uow: UnitOfWork) -> int:
    return uow.batches.begin("f.xlsx", Channel.SHOPEE, "Toko", NOW, NOW, "me")


def reserve(uow: UnitOfWork, outbound, kind=LedgerKind.RESERVED) -> None:
    sign = 1 if kind is LedgerKind.RESERVED else -1
    document = numbered(outbound.outbound_no, outbound.turn)
    uow.ledger.add(
        LedgerEntry(NOW, W1, item.sku, kind, sign * item.quantity, document, "me")
        for item in outbound.items
    )


def state(desk: Desk) -> tuple[Any, ...]:
    """Give all that lists show and what is reserved."""
    sums = desk.write(
        lambda uow: {k: (r.on_hand, r.reserved) for k, r in uow.ledger.rows().items()}
    )
    return (
        desk.read(lambda q: q.outbound_page(Filter(), Sort(), 0, 99)),
        desk.read(lambda q: q.order_details()),
        desk.read(lambda q: q.outbound_baskets()),
        desk.read(lambda q: q.stores()),
        desk.read(lambda q: q.overview()),
        {key: value for key, value in sums.items() if value != (0, 0)},
    )


def known(uow: UnitOfWork) -> None:
    """Keep two orders from before: one held for its number, one queued with stock reserved."""
    put(uow, [an_order(1, tracking_no="")], PushState.HELD, held("awaiting_tracking_number"))
    orders = uow.orders.save_many([an_order(2)])
    queued = an_outbound(orders[0], turn=1, reserved=True)
    reserve(uow, queued)
    uow.outbounds.save_many([queued])
    put_decision(uow, orders[0])


def put_decision(uow: UnitOfWork, order) -> None:
    uow.orders.save_decision({order.id: GO})


def imported(uow: UnitOfWork) -> int:
    """Import two new orders, a number for the first known one, and other goods for the second."""
    batch = begin(uow)
    one = uow.orders.get(Channel.SHOPEE, an_order(1).order_no)[0]
    two = uow.orders.get(Channel.SHOPEE, an_order(2).order_no)[0]
    lines = (OrderLine("TOPI", "Topi", 5), OrderLine("KAOS-01", "Kaos", 1))
    changed = uow.orders.save_many(
        [
            replace(one, snapshot=replace(one.snapshot, tracking_no="SPXNEW"), file_time=NOW),
            replace(two, snapshot=replace(two.snapshot, lines=lines)),
        ],
        batch,
    )
    made = uow.orders.save_many([an_order(3), an_order(4, status=OrderStatus.CANCELLED)], batch)
    outbounds = uow.outbounds.of_orders([one.id, two.id])
    released = replace(
        outbounds[one.id][0], push_state=PushState.QUEUED, turn=1, reserved=True,
        tracking_no="SPXNEW",
    )  # fmt: skip
    other = replace(outbounds[two.id][0], items=(Item(Sku("B"), 5),), turn=2)
    reserve(uow, outbounds[two.id][0], LedgerKind.RELEASED)
    new = an_outbound(made[0], turn=1, reserved=True)
    for outbound in (released, other, new):
        reserve(uow, outbound)
    uow.outbounds.save_many([released, other, new], batch)
    for order in (*changed, made[0]):
        put_decision(uow, order)
    uow.orders.save_decision({made[1].id: held("order_closed", rule="R44")})
    return batch
