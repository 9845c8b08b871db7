"""Apply JD's news: statuses of outbound orders and inbound lists, stock figures (R29, R42, R43)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from jdfulfil_desktop.application.deciding import emit_changed, release_waiting
from jdfulfil_desktop.application.env import Env
from jdfulfil_desktop.application.handlers.deciding import decide_again
from jdfulfil_desktop.application.handlers.parcels import want_contents
from jdfulfil_desktop.application.ports import StockFigure, UnitOfWork
from jdfulfil_desktop.application.receiving import Received, book_received, note_receipt
from jdfulfil_desktop.application.reserving import settle, ship
from jdfulfil_desktop.application.watching import Alert, raise_alerts, settle_alerts
from jdfulfil_desktop.domain import inbound as lists
from jdfulfil_desktop.domain.events import InboundsChanged, StockChanged
from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.inbound import Inbound, InboundNews
from jdfulfil_desktop.domain.order import CLOSED
from jdfulfil_desktop.domain.outbound import (
    PAUSED,
    Applied,
    Outbound,
    OutboundNews,
    ShipmentState,
    apply_news,
    is_paused,
    jd_waybills,
)
from jdfulfil_desktop.domain.stock import LedgerEntry, LedgerKind, StockRow
from jdfulfil_desktop.domain.warehouse import Placement, PlacementState

OPENING = "OPENING"
"""Document of opening entries: the first sight of a SKU at JD (R22)."""
_WORTH_A_LOOK = {
    ShipmentState.ABNORMAL: "outbound_abnormal",
    ShipmentState.RETURNED: "outbound_returned",
}


@dataclass(slots=True)
class _Heard:
    """Collect what news did, by outbound number: before and after, once each."""

    before: dict[str, Outbound] = field(default_factory=dict)
    after: dict[str, Outbound] = field(default_factory=dict)
    ships: set[str] = field(default_factory=set)
    ended: set[str] = field(default_factory=set)
    alerts: list[Alert] = field(default_factory=list)


def apply_outbound_news(news: Sequence[OutboundNews], uow: UnitOfWork, env: Env) -> int:
    """Apply statuses of outbound orders in any order; gives how many orders changed.

    Late, doubled and reordered news change nothing twice; impossible ones become alerts. Stock is
    deducted at the first of shipped and completed (R43).
    """
    known = _known(uow, news)
    heard = _Heard()
    notes = []
    for item in news:
        outbound = known.get(item.outbound_no) or known.get(item.jd_no)
        if outbound is None:
            subject = item.outbound_no or item.jd_no
            data = {"jd_no": item.jd_no, "status": item.status}
            heard.alerts.append(Alert("unknown_document", subject, data))
            continue
        number = outbound.outbound_no
        current = heard.after.get(number, outbound)
        applied = apply_news(current, item)
        if applied.changed:
            applied = _with_waybill(applied, item)
            heard.before.setdefault(number, outbound)
            data = {"status": item.status, "words": item.words, "jd_no": item.jd_no}
            data["state"] = str(applied.outbound.shipment_state)
            notes.append((number, "jd_status", item.at or env.now(), "JD", data))
        _hear(heard, current, applied, item)
    if notes:
        uow.journal.note_many(notes)
    _write(uow, env, heard)
    return len(heard.before)


def _with_waybill(applied: Applied, item: OutboundNews) -> Applied:
    """Keep JD's way bill where the news name one: it has not to be asked for then."""
    if not item.waybill:
        return applied
    waybill = jd_waybills(applied.outbound, item.waybill.split(","))
    return replace(applied, outbound=replace(applied.outbound, jd_waybill=waybill))


def _known(uow: UnitOfWork, news: Sequence[OutboundNews]) -> dict[str, Outbound]:
    """Give the outbound orders that news are about, by our number and by JD's."""
    known = uow.outbounds.by_numbers([item.outbound_no for item in news if item.outbound_no])
    rest = [item.jd_no for item in news if item.jd_no and item.outbound_no not in known]
    return {**(uow.outbounds.by_jd_nos(rest) if rest else {}), **known}


def _hear(heard: _Heard, before: Outbound, applied: Applied, item: OutboundNews) -> None:
    """Keep what one piece of news did."""
    outbound = applied.outbound
    number = outbound.outbound_no
    data: dict[str, object] = {"status": item.status, "words": item.words, "jd_no": item.jd_no}
    if applied.anomaly is not None:
        heard.alerts.append(Alert(str(applied.anomaly), number, data))
    if not applied.changed:
        return
    heard.after[number] = outbound
    if applied.ships:
        heard.ships.add(number)
    if applied.ends_cancelled:
        heard.ended.add(number)
    state = outbound.shipment_state
    if state is not before.shipment_state and state in _WORTH_A_LOOK:
        heard.alerts.append(Alert(_WORTH_A_LOOK[state], number, data))


def _write(uow: UnitOfWork, env: Env, heard: _Heard) -> None:
    """Write what news did: ledger, outbound orders, and the verdicts that follow from them."""
    changes = [(heard.before[no], after) for no, after in heard.after.items()]
    for before, after in changes:
        if is_paused(before) and not is_paused(after):
            settle_alerts(uow, after.outbound_no, [PAUSED])
    if changes:
        settled = settle(uow, env, changes)
        uow.outbounds.save_many(settled)
        shipped = [outbound for outbound in settled if outbound.outbound_no in heard.ships]
        if shipped:
            entries = ship(uow, env, shipped)
            uow.emit(StockChanged(tuple(sorted({entry.sku for entry in entries}))))
            want_contents(shipped, uow)
        emit_changed(uow, heard.after)
        ended = [outbound for outbound in settled if outbound.outbound_no in heard.ended]
        heard.alerts += _keep_from_resending(uow, ended)
        moved = [after for before, after in changes if before.push_state is not after.push_state]
        decide_again([o.order_id for o in moved if o.order_id is not None], uow, env)
        release_waiting(uow, env, {item.sku for o in ended for item in o.items})
    raise_alerts(uow, env, heard.alerts)


def _keep_from_resending(uow: UnitOfWork, ended: Sequence[Outbound]) -> list[Alert]:
    """Hold the orders whose outbound order JD cancelled: sending them anew is for the user to say.

    Alerts where nobody here had asked for it.
    """
    orders = uow.orders.by_ids({o.order_id for o in ended if o.order_id is not None})
    unasked = [o for o in orders if not o.on_hold and o.status not in CLOSED]
    if unasked:
        uow.orders.save_many([replace(order, on_hold=True) for order in unasked])
    ids = {order.id for order in unasked}
    return [Alert("cancelled_by_jd", o.outbound_no) for o in ended if o.order_id in ids]


def apply_inbound_news(news: Sequence[InboundNews], uow: UnitOfWork, env: Env) -> int:
    """Apply statuses and receipts of inbound lists; gives how many changed (R29).

    Receipts name master SKUs. 70 books what was really received once, and takes the plan back.
    """
    known = uow.inbounds.by_jd_nos([item.jd_no for item in news if item.jd_no])
    latest: dict[str, Inbound] = {}
    changed: dict[str, None] = {}
    alerts = []
    for item in news:
        inbound = known.get(item.jd_no) or uow.inbounds.get(item.inbound_no)
        if inbound is None:
            subject = item.inbound_no or item.jd_no
            alerts.append(Alert("unknown_document", subject, {"status": item.status}))
            continue
        number = inbound.inbound_no
        before = latest.setdefault(number, inbound)
        applied = lists.apply_news(before, item)
        if applied.odd:
            data = {"status": item.status, "jd_no": item.jd_no}
            alerts.append(Alert("impossible_step", number, data))
        if applied.changed:
            latest[number] = uow.inbounds.save(applied.inbound)
            changed[number] = None
            received = Received(before, replace(applied, inbound=latest[number]))
            alerts += _receive(uow, env, received, item)
    uow.inbounds.heard(list(latest), env.now())
    if changed:
        uow.emit(InboundsChanged(tuple(changed)))
    raise_alerts(uow, env, alerts)
    return len(changed)


def _receive(uow: UnitOfWork, env: Env, received: Received, news: InboundNews) -> list[Alert]:
    """Write what news of a list did: timeline, ledger, receipt; gives what wants a person."""
    number = received.before.inbound_no
    data = {"status": news.status, "jd_no": news.jd_no}
    uow.journal.note(number, "jd_status", env.now(), "JD", **data)
    booked = book_received(uow, env, received)
    note_receipt(uow, env, received, news, booked)
    if booked.skus:
        uow.emit(StockChanged(booked.skus))
        release_waiting(uow, env, booked.skus)
    return [Alert("unknown_goods_received", number, {"goods": x}) for x in booked.unknown]


def apply_stock_figures(
    warehouse_no: str,
    figures: Sequence[StockFigure],
    uow: UnitOfWork,
    env: Env,
    *,
    asked: Collection[str] | None = None,
) -> int:
    """Renew JD's figures of a warehouse; the first sight of a SKU opens its ledger (R22).

    `figures`: all of JD's good, sellable ones, zeros included; what is missing there is 0. With
    `asked` (goods numbers) only of those. What the ledger knows already is no part of the opening:
    no receipt counts twice. Gives how many SKUs changed.
    """
    placements = [
        placement
        for placement in uow.products.placements([warehouse_no])
        if placement.state is PlacementState.PUSHED
        and placement.goods_no
        and (asked is None or placement.goods_no in asked)
    ]
    totals: dict[str, int] = {}
    for figure in figures:
        totals[figure.goods_no] = totals.get(figure.goods_no, 0) + figure.total
    units: dict[Sku, int] = {p.sku: totals.get(p.goods_no, 0) for p in placements}
    if not units:
        return 0
    unopened = [placement for placement in placements if not placement.opened]
    rows = uow.ledger.rows([warehouse_no], units)
    if unopened:
        _open(unopened, units, rows, uow, env)
    uow.ledger.set_jd_figures(warehouse_no, _plain(units), env.now())
    changed = {p.sku for p in unopened}
    for sku, total in units.items():
        row = rows.get((warehouse_no, sku))
        if row is None or row.jd_figure != total:
            changed.add(sku)
    if changed:
        uow.emit(StockChanged(tuple(sorted(changed))))
    return len(changed)


def _open(
    unopened: Sequence[Placement],
    units: Mapping[Sku, int],
    rows: Mapping[tuple[str, str], StockRow],
    uow: UnitOfWork,
    env: Env,
) -> None:
    """Write the opening entries: JD's figure less what the ledger knows already."""
    now, kind = env.now(), LedgerKind.OPENING
    entries = []
    for placed in unopened:
        row = rows.get((placed.warehouse_no, placed.sku))
        missing = units[placed.sku] - (row.on_hand if row else 0)
        entries.append(
            LedgerEntry(now, placed.warehouse_no, placed.sku, kind, missing, OPENING, env.actor)
        )
    uow.ledger.add(entries)
    uow.products.save_placements([replace(placed, opened=True) for placed in unopened])
    release_waiting(uow, env, [placed.sku for placed in unopened])


def _plain(units: Mapping[Sku, int]) -> dict[str, int]:
    return {str(sku): total for sku, total in units.items()}
