"""Send inbound lists to JD, exactly once each (R27, R28)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from jdfulfil_desktop.application.ports import (
    FulfillmentGateway,
    InboundRequest,
    Priority,
    UnitOfWork,
)
from jdfulfil_desktop.application.remote.office import Office, jd_warehouse
from jdfulfil_desktop.domain.connection import Connection
from jdfulfil_desktop.domain.errors import (
    AlreadyThere,
    GatewayError,
    OutcomeUnknown,
    Refused,
    RuleError,
)
from jdfulfil_desktop.domain.events import InboundsChanged, StockChanged
from jdfulfil_desktop.domain.inbound import Inbound, InboundPushState
from jdfulfil_desktop.domain.stock import LedgerEntry, LedgerKind
from jdfulfil_desktop.domain.warehouse import PlacementState, Warehouse

_MAY_SEND = frozenset(
    {
        InboundPushState.DRAFT,
        InboundPushState.QUEUED,
        InboundPushState.REJECTED,
        InboundPushState.UNCERTAIN,
        InboundPushState.SENDING,
    }
)
_IN_DOUBT = frozenset({InboundPushState.UNCERTAIN, InboundPushState.SENDING})
_S = InboundPushState


@dataclass(frozen=True, slots=True)
class _Sending:
    inbound: Inbound
    warehouse: Warehouse
    connection: Connection
    request: InboundRequest
    in_doubt: bool


async def submit_inbound(office: Office, inbound_no: str) -> Inbound:
    """Send one list and wait for JD's number (Kirim).

    After an unknown outcome JD is asked by our number before anything is sent again. Raises
    RuleError (`product_not_pushed`, `inbound_sent` …) and GatewayError; what is known is kept.
    """
    sending = await office.write(lambda uow: _begin(uow, inbound_no))
    async with office.gateway(sending.connection) as gateway:
        try:
            request = await _with_supplier(office, gateway, sending)
            jd_no = await _send(gateway, request, in_doubt=sending.in_doubt)
        except GatewayError as failure:
            await office.write(partial(_failed, inbound_no, failure), Priority.ANSWER)
            raise
    return await office.write(
        lambda uow: _accepted(uow, office, inbound_no, jd_no), Priority.ANSWER
    )


def _begin(uow: UnitOfWork, inbound_no: str) -> _Sending:
    """Mark the list `sending` before anything goes out: a crash leaves it to be asked about."""
    inbound = uow.inbounds.get(inbound_no)
    if inbound is None:
        raise RuleError("inbound_not_found", subject=inbound_no)
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
        replace(inbound, push_state=_S.SENDING, attempts=inbound.attempts + 1)
    )
    return _Sending(saved, warehouse, connection, request, in_doubt)


async def _with_supplier(
    office: Office, gateway: FulfillmentGateway, sending: _Sending
) -> InboundRequest:
    """Fill in JD's supplier number: the department's first enabled one, else a new one."""
    if sending.request.supplier_no:
        return sending.request
    department_no = sending.warehouse.department_no
    number = await gateway.first_supplier(department_no)
    if number is None:
        number = await gateway.create_supplier(
            department_no, f"JDF-{department_no}", "JD Fulfil Desktop"
        )
    supplier_no = number

    def keep(uow: UnitOfWork) -> None:
        connection = uow.connections.by_pin(sending.connection.pin)
        if connection:
            departments = tuple(
                replace(d, supplier_no=supplier_no) if d.department_no == department_no else d
                for d in connection.departments
            )
            uow.connections.save(replace(connection, departments=departments))

    await office.write(keep, Priority.ANSWER)
    return replace(sending.request, supplier_no=supplier_no)


async def _send(gateway: FulfillmentGateway, request: InboundRequest, *, in_doubt: bool) -> str:
    """Create the list at JD, asking first where an earlier sending may have arrived."""
    if in_doubt:
        found = await _ask(gateway, request)
        if found:
            return found
    try:
        return await gateway.create_inbound(request)
    except (OutcomeUnknown, AlreadyThere):
        found = await _ask(gateway, request)
        if not found:
            raise
        return found


async def _ask(gateway: FulfillmentGateway, request: InboundRequest) -> str | None:
    """Ask JD by our number; where it cannot be asked, the list stays in doubt."""
    try:
        return await gateway.find_inbound(request.department_no, request.inbound_no)
    except GatewayError as silence:
        raise OutcomeUnknown(subject=request.inbound_no) from silence


def _failed(inbound_no: str, failure: GatewayError, uow: UnitOfWork) -> None:
    """Keep what a failed sending left: refused, in doubt, or as it was."""
    inbound = uow.inbounds.get(inbound_no)
    if inbound is None:
        return
    state = _S.DRAFT
    if isinstance(failure, Refused):
        state = _S.REJECTED
    elif isinstance(failure, OutcomeUnknown | AlreadyThere):
        state = _S.UNCERTAIN
    words = failure.en or failure.zh
    uow.inbounds.save(replace(inbound, push_state=state, error_code=failure.code, error_text=words))
    uow.emit(InboundsChanged((inbound_no,)))


def _accepted(uow: UnitOfWork, office: Office, inbound_no: str, jd_no: str) -> Inbound:
    """Write JD's number and what is now on the way (`planned`)."""
    inbound = uow.inbounds.get(inbound_no)
    if inbound is None:
        raise RuleError("inbound_not_found", subject=inbound_no)
    now, by = office.clock.now(), office.env.actor
    saved = uow.inbounds.save(
        replace(inbound, push_state=_S.PUSHED, jd_no=jd_no, error_code="", error_text="")
    )
    uow.ledger.add(
        LedgerEntry(now, inbound.warehouse_no, x.sku, LedgerKind.PLANNED, x.planned, inbound_no, by)
        for x in inbound.lines
    )
    uow.journal.note(inbound_no, "inbound_pushed", now, by, jd_no=jd_no)
    uow.emit(InboundsChanged((inbound_no,)), StockChanged(tuple(x.sku for x in inbound.lines)))
    return saved


async def settle_inbounds(office: Office, connection: Connection) -> int:
    """Follow up lists in doubt after a crash or an unknown outcome; gives how many settled."""

    def doubtful(uow: UnitOfWork) -> list[str]:
        ours = {w.warehouse_no for w in uow.warehouses.all() if w.connection_id == connection.id}
        return [
            inbound.inbound_no
            for inbound in uow.inbounds.open()
            if inbound.push_state in _IN_DOUBT and inbound.warehouse_no in ours
        ]

    numbers = await office.write(doubtful)
    for number in numbers:
        await submit_inbound(office, number)
    return len(numbers)
