"""End inbound lists: cancel where JD has not begun, close with what has arrived (PROTOCOL 2.4)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial

from jdfulfil_desktop.application.handlers.news import apply_inbound_news
from jdfulfil_desktop.application.ports import (
    CancelAnswer,
    FulfillmentGateway,
    Priority,
    UnitOfWork,
)
from jdfulfil_desktop.application.remote.figures import refresh_stock
from jdfulfil_desktop.application.remote.inbounds import find_doubtful
from jdfulfil_desktop.application.remote.office import Office, jd_warehouse
from jdfulfil_desktop.application.remote.refreshing import ask_inbounds
from jdfulfil_desktop.application.results import EndReport
from jdfulfil_desktop.domain.connection import Connection
from jdfulfil_desktop.domain.errors import (
    AlreadyThere,
    OutcomeUnknown,
    QuotaExceeded,
    Refused,
    RetryLater,
    RuleError,
)
from jdfulfil_desktop.domain.events import InboundsChanged
from jdfulfil_desktop.domain.inbound import (
    CANCEL_FAILED,
    CANCELLED,
    COMPLETED,
    PATH,
    Inbound,
    InboundNews,
    InboundPushState,
)
from jdfulfil_desktop.domain.users import Right

_S = InboundPushState
_HERE = frozenset({_S.DRAFT, _S.QUEUED, _S.REJECTED})
_ISSUED, _INSPECTING = 20, 50
_ASK_AFTER = timedelta(seconds=30)
"""How long JD may take to decide before the sync asks again."""


@dataclass(frozen=True, slots=True)
class _Case:
    """A list that JD has, or may have."""

    inbound: Inbound
    connection: Connection


async def cancel_inbound(office: Office, inbound_no: str) -> EndReport:
    """Cancel a list; JD's answer decides, and says no once goods are inspected.

    The wish is written down before JD is asked: whatever breaks then, the sync finishes it. A list
    that JD never had is cancelled here. Raises RuleError and GatewayError.
    """
    await office.need(Right.INBOUND)
    case = await office.write(partial(_look, office, inbound_no))
    if isinstance(case, EndReport):
        return case
    async with office.gateway(case.connection) as gateway:
        # JD's newest word first: goods may be on its scales by now.
        await _hear(office, gateway, case.inbound)
        wish = await office.write(partial(_wish, office, inbound_no), Priority.ANSWER)
        if isinstance(wish, EndReport):
            return wish
        answer, words = await _put(gateway, wish.jd_no)
    return await office.write(
        partial(_cancel_answered, office, inbound_no, answer, words), Priority.ANSWER
    )


async def close_inbound(office: Office, inbound_no: str) -> EndReport:
    """End a list with what has arrived (`closePo`); what arrived is booked at once (R29).

    Closing twice does no harm, so that an unclear answer is settled by asking for the status.
    Raises RuleError (`inbound_not_at_jd`, `inbound_not_issued` …) and GatewayError.
    """
    await office.need(Right.INBOUND)
    case = await office.write(partial(_at_jd, inbound_no))
    async with office.gateway(case.connection) as gateway:
        await _hear(office, gateway, case.inbound)
        known = await office.write(partial(_may_close, inbound_no))
        if isinstance(known, EndReport):
            return known
        answer, words = await _close(office, gateway, known)
        await _hear(office, gateway, known)
        await refresh_stock(office, gateway, case.connection)
    return await office.write(partial(_closed, office, inbound_no, answer, words))


async def _close(
    office: Office, gateway: FulfillmentGateway, inbound: Inbound
) -> tuple[CancelAnswer, str]:
    """Put the wish to JD, once more where its answer was unclear and the status shows no end."""
    try:
        return await gateway.close_inbound(inbound.jd_no)
    except (OutcomeUnknown, AlreadyThere):
        await _hear(office, gateway, inbound)
    except Refused as refusal:
        return CancelAnswer.REFUSED, refusal.en or refusal.zh
    if (await office.write(lambda uow: _get(uow, inbound.inbound_no))).jd_status == COMPLETED:
        return CancelAnswer.DONE, ""
    try:
        return await gateway.close_inbound(inbound.jd_no)
    except Refused as refusal:
        return CancelAnswer.REFUSED, refusal.en or refusal.zh


async def _hear(office: Office, gateway: FulfillmentGateway, inbound: Inbound) -> None:
    """Bring JD's newest word of a list, by our number where JD's is not known yet."""
    numbers = [inbound.jd_no] if inbound.jd_no else []
    if not numbers:
        numbers = await find_doubtful(office, gateway, [inbound.inbound_no])
    if numbers:
        await ask_inbounds(office, gateway, numbers)


async def _put(gateway: FulfillmentGateway, jd_no: str) -> tuple[CancelAnswer, str]:
    """Put the wish to JD; where no clear answer comes it stays open, and the sync asks again."""
    try:
        return await gateway.cancel_inbound(jd_no)
    except (OutcomeUnknown, AlreadyThere, RetryLater, QuotaExceeded):
        return CancelAnswer.OPEN, ""
    except Refused as refusal:
        return CancelAnswer.REFUSED, refusal.en or refusal.zh


def _get(uow: UnitOfWork, inbound_no: str) -> Inbound:
    inbound = uow.inbounds.get(inbound_no)
    if inbound is None:
        raise RuleError("inbound_not_found", subject=inbound_no)
    return inbound


def _look(office: Office, inbound_no: str, uow: UnitOfWork) -> _Case | EndReport:
    """Answer what can be answered here, else give what has to be put to JD."""
    inbound = _get(uow, inbound_no)
    report = _over(inbound)
    if report is not None:
        return report
    if inbound.push_state in _HERE:
        uow.inbounds.save(replace(inbound, push_state=_S.CANCELLED))
        _note(office, uow, inbound_no, "inbound_cancelled_here")
        return EndReport(inbound_no, "cancelled")
    if inbound.push_state is _S.SENDING:
        return EndReport(inbound_no, "refused", "outcome_unknown")
    return _Case(inbound, jd_warehouse(uow, inbound.warehouse_no)[1])


def _over(inbound: Inbound) -> EndReport | None:
    """Answer for a list that is over."""
    number = inbound.inbound_no
    if inbound.push_state is _S.CANCELLED:
        return EndReport(number, "cancelled")
    if inbound.jd_status == COMPLETED:
        return EndReport(number, "refused", "inbound_completed")
    return None


def _wish(office: Office, inbound_no: str, uow: UnitOfWork) -> Inbound | EndReport:
    """Write the wish down, after JD's newest word."""
    inbound = _get(uow, inbound_no)
    report = _over(inbound)
    if report is not None:
        return report
    if inbound.push_state is _S.PUSHED and inbound.jd_status == _INSPECTING:
        # JD's people are at work on it; a wish that is open already is JD's to answer.
        return EndReport(inbound_no, "refused", "inbound_being_received")
    if not inbound.jd_no:
        return EndReport(inbound_no, "refused", "outcome_unknown")
    again_at = office.clock.now() + _ASK_AFTER
    if inbound.push_state is not _S.CANCELLING:
        _note(office, uow, inbound_no, "inbound_cancel_asked")
    return uow.inbounds.save(replace(inbound, push_state=_S.CANCELLING, next_attempt_at=again_at))


def _cancel_answered(
    office: Office, inbound_no: str, answer: CancelAnswer, words: str, uow: UnitOfWork
) -> EndReport:
    """Write JD's answer down: as news of the list, so that it counts once however it comes."""
    inbound = _get(uow, inbound_no)
    if answer is not CancelAnswer.OPEN:
        status = CANCELLED if answer is CancelAnswer.DONE else CANCEL_FAILED
        apply_inbound_news([InboundNews(inbound.jd_no, inbound_no, status)], uow, office.env)
    after = _get(uow, inbound_no)
    if after.push_state is _S.CANCELLED:
        return EndReport(inbound_no, "cancelled")
    if after.push_state is _S.CANCELLING:
        uow.emit(InboundsChanged((inbound_no,)))
        return EndReport(inbound_no, "cancelling")
    return EndReport(inbound_no, "refused", "inbound_cancel_refused", words)


def _at_jd(inbound_no: str, uow: UnitOfWork) -> _Case:
    inbound = _get(uow, inbound_no)
    if not inbound.jd_no:
        raise RuleError("inbound_not_at_jd", subject=inbound_no)
    return _Case(inbound, jd_warehouse(uow, inbound.warehouse_no)[1])


def _may_close(inbound_no: str, uow: UnitOfWork) -> Inbound | EndReport:
    """Tell whether JD can close a list: it has been issued to the warehouse and is not over."""
    inbound = _get(uow, inbound_no)
    if inbound.push_state is _S.CANCELLED:
        raise RuleError("inbound_cancelled", subject=inbound_no)
    if inbound.jd_status == COMPLETED:
        return EndReport(inbound_no, "closed")
    if PATH.get(inbound.jd_status or 0, 0) < PATH[_ISSUED]:
        raise RuleError("inbound_not_issued", subject=inbound_no)
    return inbound


def _closed(
    office: Office, inbound_no: str, answer: CancelAnswer, words: str, uow: UnitOfWork
) -> EndReport:
    inbound = _get(uow, inbound_no)
    if inbound.jd_status == COMPLETED:
        _note(office, uow, inbound_no, "inbound_closed")
        return EndReport(inbound_no, "closed")
    if answer is CancelAnswer.DONE:
        # JD agreed and has not come to it yet: its own news bring the end.
        return EndReport(inbound_no, "closing")
    return EndReport(inbound_no, "refused", "inbound_close_refused", words)


def _note(office: Office, uow: UnitOfWork, inbound_no: str, kind: str) -> None:
    uow.journal.note(inbound_no, kind, office.clock.now(), office.asking.actor)
    uow.emit(InboundsChanged((inbound_no,)))
