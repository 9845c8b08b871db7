"""Claim outbound orders: marked `sending` before anything leaves this PC (R3, R33-R35)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from jdfulfil_desktop.application.deciding import redecide
from jdfulfil_desktop.application.env import Env
from jdfulfil_desktop.application.handlers.carriers import JD_EXPRESS
from jdfulfil_desktop.application.handlers.push_requests import (
    Frozen,
    Unready,
    build_request,
    thaw,
)
from jdfulfil_desktop.application.ports import OutboundRequest, UnitOfWork
from jdfulfil_desktop.domain.connection import (
    QUICK_LIMIT,
    QUICK_WARNING_FROM,
    Connection,
    Mode,
    jakarta_day,
)
from jdfulfil_desktop.domain.events import AlertRaised, OrdersChanged
from jdfulfil_desktop.domain.order import Order
from jdfulfil_desktop.domain.outbound import Outbound, PushState

HELD_AT_ONCE = 200
"""How many orders over R3's limit are held in one transaction."""
ENDLESS = 1_000_000


@dataclass(frozen=True, slots=True)
class Lack:
    """An outbound order that cannot be sent before JD has told a number; `what` names it."""

    outbound_no: str
    what: str
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """What one claim gave: requests to send now, and what stood in the way of others.

    `unasked`: JD was not yet asked for their numbers; `held`: over R3's limit.
    """

    requests: tuple[OutboundRequest, ...] = ()
    unasked: tuple[str, ...] = ()
    lacks: tuple[Lack, ...] = ()
    held: int = 0


def claim(
    connection_id: int, limit: int, asked: Collection[str], uow: UnitOfWork, env: Env
) -> Claim:
    """Mark due outbound orders `sending` and give their requests, at most `limit`.

    A request that was frozen before goes out again as it was; any other is built now, so that a
    tracking number that came meanwhile goes along (R36). `asked`: numbers that JD was asked for in
    vain since this process began, so that nothing a former database or process sent goes out twice.
    What counts against R3's limit is the first sending.
    """
    connection = uow.connections.by_id(connection_id)
    if connection is None or not connection.works:
        return Claim()
    now = env.now()
    rows = uow.outbounds.claimable(connection_id, now, limit)
    room = _room(uow, connection, env)
    if room == 0 and any(_is_first(row) for row in rows):
        rows = uow.outbounds.claimable(connection_id, now, HELD_AT_ONCE)
        over = [row for row in rows if _is_first(row)]
        return Claim(held=_hold_over_limit(over, connection, uow, env))
    orders = _orders_of(uow, rows)
    requests: list[OutboundRequest] = []
    not_asked: list[str] = []
    lacks: list[Lack] = []
    for row in rows:
        try:
            if row.outbound_no not in asked:
                not_asked.append(row.outbound_no)
            elif not _is_first(row):
                requests.append(_claim_one(uow, connection, row, orders, env))
            elif room > 0:
                requests.append(_claim_one(uow, connection, row, orders, env))
                room -= 1
        except Unready as lack:
            lacks.append(Lack(row.outbound_no, lack.what, lack.subject))
    if requests:
        uow.emit(OrdersChanged(tuple(request.outbound_no for request in requests)))
    return Claim(tuple(requests), tuple(not_asked), tuple(lacks))


def _is_first(row: Outbound) -> bool:
    """Tell whether nothing of the order ever left this PC."""
    return row.first_sent_at is None


def _orders_of(uow: UnitOfWork, rows: Sequence[Outbound]) -> dict[int, Order]:
    ids = {row.order_id for row in rows if row.order_id is not None}
    return {order.id: order for order in uow.orders.by_ids(ids) if order.id is not None}


def _room(uow: UnitOfWork, connection: Connection, env: Env) -> int:
    """Give how many first sendings still fit today (R3); those under way take their place."""
    if connection.mode is Mode.BASIC:
        return ENDLESS
    houses = {w.warehouse_no for w in uow.warehouses.all() if w.connection_id == connection.id}
    under_way = sum(
        1 for row in uow.outbounds.sending() if _is_first(row) and row.warehouse_no in houses
    )
    sent = uow.connections.sent_on(connection.id or 0, jakarta_day(env.now()))
    return max(0, QUICK_LIMIT - 1 - sent - under_way)


def _hold_over_limit(
    rows: Sequence[Outbound], connection: Connection, uow: UnitOfWork, env: Env
) -> int:
    """Hold what is over the limit until the day ends or the connection is upgraded (R3)."""
    day = jakarta_day(env.now()).isoformat()
    uow.settings.put(f"quick_held:{connection.pin}", day)
    uow.outbounds.save_many([replace(row, limit_day=day) for row in rows])
    redecide(uow, env, [row.order_id for row in rows if row.order_id is not None])
    return len(rows)


def _claim_one(
    uow: UnitOfWork, connection: Connection, row: Outbound, orders: dict[int, Order], env: Env
) -> OutboundRequest:
    kept = uow.outbounds.request(row.outbound_no)
    if kept is not None:
        request = thaw(kept).request
    else:
        order = orders.get(row.order_id or 0)
        if order is None:
            raise Unready("order", row.order_no)
        request = build_request(uow, connection, row, order)
    uow.outbounds.freeze_request(row.outbound_no, Frozen(request, env.now()).dump())
    claimed = replace(
        row,
        push_state=PushState.SENDING,
        attempts=row.attempts + 1,
        next_attempt_at=None,
        sent_tracking_no=request.tracking_no,
        ours_carried=request.shipper_no != JD_EXPRESS,
    )
    uow.outbounds.save_many([claimed])
    return request


def count_first_sending(row: Outbound, uow: UnitOfWork, env: Env) -> Outbound:
    """Stamp an order that has now left this PC; its first sending counts for the day (R3).

    Warns once when 800 are reached, and says so when the limit is.
    """
    if not _is_first(row):
        return row
    now = env.now()
    warehouse = uow.warehouses.get(row.warehouse_no or "")
    connection = uow.connections.by_id(warehouse.connection_id or 0) if warehouse else None
    if connection is not None:
        count = uow.connections.count_sending(connection.id or 0, jakarta_day(now))
        code = {QUICK_WARNING_FROM: "quick_limit_near", QUICK_LIMIT - 1: "quick_limit"}.get(count)
        if code and connection.mode is Mode.QUICK:
            uow.journal.alert(code, connection.pin, now, sent=count)
            uow.emit(AlertRaised(code, connection.pin))
    return replace(row, first_sent_at=now)


def unasked(
    connection_id: int, asked: Collection[str], limit: int, uow: UnitOfWork, env: Env
) -> dict[str, list[str]]:
    """Give due numbers that JD was not asked for since this process began, by department.

    A restored backup, or a new database beside an old account, does not know what was sent before,
    nor what became of a sending that it knows of.
    """
    departments = {w.warehouse_no: w.department_no for w in uow.warehouses.all()}
    numbers: dict[str, list[str]] = {}
    for row in uow.outbounds.claimable(connection_id, env.now(), limit):
        if row.outbound_no not in asked and row.warehouse_no:
            department_no = departments.get(row.warehouse_no, "")
            numbers.setdefault(str(department_no), []).append(row.outbound_no)
    return numbers
