"""Cancel an outbound order: here where JD never saw it, at JD before picking (R44)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from jdfulfil_desktop.application.handlers.news import apply_outbound_news
from jdfulfil_desktop.application.handlers.orders import hold_order_of
from jdfulfil_desktop.application.ports import CancelAnswer, Priority, UnitOfWork
from jdfulfil_desktop.application.remote.office import Office, jd_warehouse
from jdfulfil_desktop.application.results import CancelReport
from jdfulfil_desktop.domain.connection import Connection
from jdfulfil_desktop.domain.errors import OutcomeUnknown, Refused, RuleError
from jdfulfil_desktop.domain.events import OrdersChanged
from jdfulfil_desktop.domain.outbound import (
    CANCELLED,
    CANCELLING,
    SENT,
    Outbound,
    OutboundNews,
    PushState,
    may_cancel,
)


@dataclass(frozen=True, slots=True)
class _Case:
    """Where a cancel stands: answered here already, or to be put to JD."""

    report: CancelReport | None = None
    outbound: Outbound | None = None
    connection: Connection | None = None
    department_no: str = ""


async def cancel_outbound(office: Office, outbound_no: str) -> CancelReport:
    """Cancel one outbound order; JD's answer decides (R44). Raises RuleError, GatewayError."""
    case = await office.write(lambda uow: _look(uow, office, outbound_no))
    if case.report or not case.outbound or not case.connection:
        return case.report or CancelReport(outbound_no, "refused", "outbound_not_found")
    outbound = case.outbound
    async with office.gateway(case.connection) as gateway:
        # JD's newest word first: it may have been picked since.
        news = await gateway.outbound_news(case.department_no, [outbound_no])
        await office.write(lambda uow: apply_outbound_news(news, uow, office.env), Priority.ANSWER)
        fresh = await office.write(lambda uow: uow.outbounds.get(outbound_no))
        if fresh is None or not may_cancel(fresh):
            return CancelReport(outbound_no, "refused", "picked_already")
        try:
            answer, words = await gateway.cancel_outbound(outbound.jd_no)
        except OutcomeUnknown:
            answer, words = CancelAnswer.OPEN, ""
        except Refused as refusal:
            answer, words = CancelAnswer.REFUSED, refusal.en or refusal.zh
    return await office.write(
        lambda uow: _answer(uow, office, fresh, answer, words), Priority.ANSWER
    )


def _look(uow: UnitOfWork, office: Office, outbound_no: str) -> _Case:
    outbound = uow.outbounds.get(outbound_no)
    if outbound is None:
        raise RuleError("outbound_not_found", subject=outbound_no)
    if outbound.push_state is PushState.CANCELLED:
        return _Case(CancelReport(outbound_no, "cancelled"))
    if outbound.push_state not in SENT:
        hold_order_of(outbound, uow, office.env)
        return _Case(CancelReport(outbound_no, "cancelled"))
    if not outbound.jd_no:
        return _Case(CancelReport(outbound_no, "refused", "outcome_unknown"))
    if not may_cancel(outbound):
        return _Case(CancelReport(outbound_no, "refused", "picked_already"))
    warehouse, connection = jd_warehouse(uow, outbound.warehouse_no or "")
    return _Case(None, outbound, connection, warehouse.department_no)


def _answer(
    uow: UnitOfWork, office: Office, outbound: Outbound, answer: CancelAnswer, words: str
) -> CancelReport:
    """Write JD's answer down.

    A cancel that a person asked for keeps the order from being sent anew.
    """
    number, now = outbound.outbound_no, office.clock.now()
    if answer is CancelAnswer.REFUSED:
        uow.journal.note(number, "cancel_refused", now, office.env.actor, words=words)
        return CancelReport(number, "refused", "gateway_rejected", words)
    status = CANCELLED if answer is CancelAnswer.DONE else CANCELLING
    hold_order_of(outbound, uow, office.env)
    apply_outbound_news([OutboundNews(outbound.jd_no, number, status, now)], uow, office.env)
    if answer is CancelAnswer.OPEN:
        current = uow.outbounds.get(number)
        if current:
            uow.outbounds.save_many([replace(current, next_attempt_at=now)])
    uow.emit(OrdersChanged((number,)))
    return CancelReport(number, "cancelled" if answer is CancelAnswer.DONE else "cancelling")
