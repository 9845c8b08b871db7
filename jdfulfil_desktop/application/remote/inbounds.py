"""Send inbound lists to JD, exactly once each (R27, R28)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from jdfulfil_desktop.application.ports import (
    FulfillmentGateway,
    InboundRequest,
    Priority,
    UnitOfWork,
)
from jdfulfil_desktop.application.remote.carrying import carried, sent_list
from jdfulfil_desktop.application.remote.office import Office, jd_warehouse
from jdfulfil_desktop.application.remote.suppliers import supplier_of
from jdfulfil_desktop.domain.connection import Connection
from jdfulfil_desktop.domain.errors import (
    AlreadyThere,
    GatewayError,
    OutcomeUnknown,
    Refused,
    RuleError,
)
from jdfulfil_desktop.domain.events import AlertRaised, InboundsChanged, StockChanged
from jdfulfil_desktop.domain.inbound import Inbound, InboundPushState
from jdfulfil_desktop.domain.stock import LedgerEntry, LedgerKind
from jdfulfil_desktop.domain.users import Right
from jdfulfil_desktop.domain.warehouse import PlacementState, Warehouse

_S = InboundPushState
_IN_DOUBT = frozenset({_S.UNCERTAIN, _S.SENDING})
_MAY_SEND = _IN_DOUBT | {_S.DRAFT, _S.QUEUED, _S.REJECTED}
QUESTIONS_S = (0.0, 2.0, 8.0)
"""Waits before JD is asked about a sending without a clear answer: ten seconds after it "JD does
not have it" is believed, as the write may have been running until then."""
_LATER = timedelta(seconds=10)
_MUST_BE_DEAD = timedelta(minutes=5)
"""After this a list is still `sending` only because whoever sent it died, or could not write."""


@dataclass(frozen=True, slots=True)
class _Sending:
    inbound: Inbound
    warehouse: Warehouse
    connection: Connection
    request: InboundRequest
    in_doubt: bool


@carried(sent_list, Right.INBOUND)
async def submit_inbound(office: Office, inbound_no: str, *, by_hand: bool = True) -> Inbound:
    """Send one list and wait for JD's number (Kirim).

    After an unknown outcome JD is asked by our number before anything is sent again. A gateway
    that has no such question is sent the same number again only `by_hand`. Raises RuleError
    (`product_not_pushed`, `inbound_sent` …) and GatewayError; what is known is kept.
    """
    await office.need(Right.INBOUND)
    sending = await office.write(lambda uow: _begin(uow, inbound_no, office.clock.now()))
    async with office.gateway(sending.connection) as gateway:
        try:
            request = await _with_supplier(office, gateway, sending)
            jd_no = await _send(office, gateway, request, asks=sending.in_doubt, by_hand=by_hand)
        except GatewayError as failure:
            await office.write(partial(_failed, office, sending, failure), Priority.ANSWER)
            raise
        return await office.write(partial(_accepted, office, inbound_no, jd_no), Priority.ANSWER)


async def find_doubtful(
    office: Office, gateway: FulfillmentGateway, inbound_nos: Sequence[str]
) -> list[str]:
    """Look for lists in doubt by our numbers; gives JD's numbers of those that it has.

    Nothing is sent. Where JD cannot be asked, they stay in doubt.
    """
    found = []
    for inbound_no in inbound_nos:
        department_no = await office.write(partial(_department_of, inbound_no))
        try:
            jd_no = await gateway.find_inbound(department_no, inbound_no)
        except Refused:
            continue
        if jd_no:
            await office.write(partial(_accepted, office, inbound_no, jd_no), Priority.ANSWER)
            found.append(jd_no)
    return found


def _department_of(inbound_no: str, uow: UnitOfWork) -> str:
    inbound = _get(uow, inbound_no)
    return jd_warehouse(uow, inbound.warehouse_no)[0].department_no


def _get(uow: UnitOfWork, inbound_no: str) -> Inbound:
    inbound = uow.inbounds.get(inbound_no)
    if inbound is None:
        raise RuleError("inbound_not_found", subject=inbound_no)
    return inbound


def _begin(uow: UnitOfWork, inbound_no: str, now: datetime) -> _Sending:
    """Mark the list `sending` before anything goes out: a crash leaves it to be asked about."""
    inbound = _get(uow, inbound_no)
    if inbound.push_state not in _MAY_SEND:
        raise RuleError("inbound_sent", subject=inbound_no, jd_no=inbound.jd_no)
    warehouse, connection = jd_warehouse(uow, inbound.warehouse_no)
    goods = {
        p.sku: p.goods_no
        for p in uow.products.placements([warehouse.warehouse_no], [x.sku for x in inbound.lines])
        if p.state is PlacementState.PUSHED
    }
    missing = [line.sku for line in inbound.lines if line.sku not in goods]
    if missing:
        raise RuleError("product_not_pushed", subject=", ".join(missing))
    department = next(
        d for d in connection.departments if d.department_no == warehouse.department_no
    )
    request = InboundRequest(
        inbound_no=inbound.inbound_no,
        department_no=warehouse.department_no,
        warehouse_no=warehouse.warehouse_no,
        supplier_no=department.supplier_no,
        note=inbound.note,
        lines=tuple((goods[line.sku], line.planned) for line in inbound.lines),
    )
    in_doubt = inbound.push_state in _IN_DOUBT
    saved = uow.inbounds.save(
        replace(
            inbound,
            push_state=_S.SENDING,
            attempts=inbound.attempts + 1,
            next_attempt_at=now + _MUST_BE_DEAD,
        )
    )
    uow.emit(InboundsChanged((inbound_no,)))
    return _Sending(saved, warehouse, connection, request, in_doubt)


async def _with_supplier(
    office: Office, gateway: FulfillmentGateway, sending: _Sending
) -> InboundRequest:
    """Fill in JD's supplier number."""
    if sending.request.supplier_no:
        return sending.request
    pin, department_no = sending.connection.pin, sending.warehouse.department_no
    supplier_no = await supplier_of(office, gateway, pin, department_no)
    return replace(sending.request, supplier_no=supplier_no)


async def _send(
    office: Office,
    gateway: FulfillmentGateway,
    request: InboundRequest,
    *,
    asks: bool,
    by_hand: bool,
) -> str:
    """Create the list at JD; `asks`: only where JD does not have it from an earlier sending."""
    if asks:
        found = await _ask(gateway, request, or_send=by_hand)
        if found:
            return found
    try:
        return await gateway.create_inbound(request)
    except (OutcomeUnknown, AlreadyThere):
        found = await _ask_patiently(office, gateway, request)
        if found:
            return found
    # JD was asked for ten seconds and does not have it: once more, then the sync goes on.
    try:
        return await gateway.create_inbound(request)
    except (OutcomeUnknown, AlreadyThere):
        found = await _ask(gateway, request)
        if not found:
            raise
        return found


async def _ask_patiently(
    office: Office, gateway: FulfillmentGateway, request: InboundRequest
) -> str | None:
    for wait in QUESTIONS_S:
        await office.patience.sleep(wait)
        found = await _ask(gateway, request)
        if found:
            return found
    return None


async def _ask(
    gateway: FulfillmentGateway, request: InboundRequest, *, or_send: bool = False
) -> str | None:
    """Ask JD by our number; where it cannot be asked, the list stays in doubt.

    `or_send`: a gateway that refuses the question is taken to have nothing. It refuses a doubled
    number itself.
    """
    try:
        return await gateway.find_inbound(request.department_no, request.inbound_no)
    except GatewayError as silence:
        if or_send and isinstance(silence, Refused):
            return None
        raise OutcomeUnknown(subject=request.inbound_no) from silence


def _failed(office: Office, sending: _Sending, failure: GatewayError, uow: UnitOfWork) -> None:
    """Keep what a failed sending left: refused, in doubt, or as it was."""
    inbound = uow.inbounds.get(sending.inbound.inbound_no)
    if inbound is None or inbound.push_state is not _S.SENDING:
        # News, or another process, settled it meanwhile.
        return
    state, again_at = _S.DRAFT, None
    if isinstance(failure, Refused):
        state = _S.REJECTED
    elif sending.in_doubt or isinstance(failure, OutcomeUnknown | AlreadyThere):
        state, again_at = _S.UNCERTAIN, office.clock.now() + _LATER
    uow.inbounds.save(
        replace(
            inbound,
            push_state=state,
            next_attempt_at=again_at,
            error_code=failure.code,
            error_text=failure.en or failure.zh,
        )
    )
    uow.emit(InboundsChanged((inbound.inbound_no,)))


def _accepted(office: Office, inbound_no: str, jd_no: str, uow: UnitOfWork) -> Inbound:
    """Write JD's number and what is now on the way (`planned`); what news brought first stays."""
    inbound = _get(uow, inbound_no)
    now, by = office.clock.now(), office.asking.actor
    if inbound.jd_no not in ("", jd_no):
        # A second number of JD's for one list is for a person to look at.
        uow.journal.alert("foreign_document", inbound_no, now, jd_no=jd_no)
        uow.emit(AlertRaised("foreign_document", inbound_no))
        return inbound
    settled = replace(
        inbound,
        push_state=_S.PUSHED if inbound.push_state in _MAY_SEND else inbound.push_state,
        jd_no=jd_no,
        next_attempt_at=None,
        error_code="",
        error_text="",
    )
    saved = uow.inbounds.save(settled)
    on_the_way = uow.ledger.add(
        LedgerEntry(now, inbound.warehouse_no, x.sku, LedgerKind.PLANNED, x.planned, inbound_no, by)
        for x in inbound.lines
        if x.planned
    )
    if on_the_way:
        uow.journal.note(inbound_no, "inbound_pushed", now, by, jd_no=jd_no)
        uow.emit(StockChanged(tuple(entry.sku for entry in on_the_way)))
    uow.emit(InboundsChanged((inbound_no,)))
    return saved
