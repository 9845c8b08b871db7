"""Cancel an outbound order: here where JD never saw it, at JD before picking (R44)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial

from jdfulfil_desktop.application.handlers.news import apply_outbound_news
from jdfulfil_desktop.application.handlers.orders import hold_order_of
from jdfulfil_desktop.application.handlers.push_following import cancel_answered
from jdfulfil_desktop.application.ports import CancelAnswer, Priority, UnitOfWork
from jdfulfil_desktop.application.remote.office import Office, jd_warehouse
from jdfulfil_desktop.application.results import CancelReport
from jdfulfil_desktop.domain.connection import Connection
from jdfulfil_desktop.domain.errors import (
    AlreadyThere,
    OutcomeUnknown,
    Refused,
    RetryLater,
    RuleError,
)
from jdfulfil_desktop.domain.events import OrdersChanged
from jdfulfil_desktop.domain.outbound import (
    SENT,
    Outbound,
    PushState,
    may_cancel,
)

_FOLLOW_AFTER = timedelta(seconds=30)
"""How long the answer asked for here may take before the sync asks too."""


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
    async with office.gateway(case.connection) as gateway:
        # JD's newest word first: it may have been picked since.
        news = await gateway.outbound_news(case.department_no, [outbound_no])
        await office.write(partial(apply_outbound_news, news, env=office.env), Priority.ANSWER)
        asked = await office.write(lambda uow: _intend(uow, office, outbound_no))
        if asked is None:
            return CancelReport(outbound_no, "refused", "picked_already")
        try:
            answer, words = await gateway.cancel_outbound(asked.jd_no)
        except (OutcomeUnknown, AlreadyThere, RetryLater):
            # The wish is written down: the sync asks again until JD's word settles it.
            return CancelReport(outbound_no, "cancelling")
        except Refused as refusal:
            answer, words = CancelAnswer.REFUSED, refusal.en or refusal.zh
    return await office.write(
        lambda uow: _answer(uow, office, outbound_no, answer, words), Priority.ANSWER
    )


def _intend(uow: UnitOfWork, office: Office, outbound_no: str) -> Outbound | None:
    """Write the wish down before JD is asked: a death in between is finished by the sync."""
    outbound = uow.outbounds.get(outbound_no)
    if outbound is None or not outbound.jd_no or not may_cancel(outbound):
        return None
    hold_order_of(outbound, uow, office.env)
    wished = uow.outbounds.get(outbound_no) or outbound
    cancelling = replace(
        wished, push_state=PushState.CANCELLING, next_attempt_at=office.clock.now() + _FOLLOW_AFTER
    )
    uow.emit(OrdersChanged((outbound_no,)))
    return uow.outbounds.save_many([cancelling])[0]


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
    uow: UnitOfWork, office: Office, outbound_no: str, answer: CancelAnswer, words: str
) -> CancelReport:
    """Write JD's answer down (R44)."""
    cancel_answered(outbound_no, answer, words, uow, office.env)
    after = uow.outbounds.get(outbound_no)
    if answer is CancelAnswer.REFUSED:
        _take_hold_back(uow, after)
        picked = after is not None and not may_cancel(after)
        code = "picked_already" if picked else "gateway_rejected"
        return CancelReport(outbound_no, "refused", code, words)
    ended = after is not None and after.push_state is PushState.CANCELLED
    return CancelReport(outbound_no, "cancelled" if ended else "cancelling")


def _take_hold_back(uow: UnitOfWork, outbound: Outbound | None) -> None:
    """Take back the hold that the wish laid on the order: JD goes on with it."""
    if outbound is not None and outbound.order_id is not None:
        orders = uow.orders.by_ids([outbound.order_id])
        uow.orders.save_many([replace(order, on_hold=False) for order in orders])
