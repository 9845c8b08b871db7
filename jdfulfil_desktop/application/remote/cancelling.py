"""Cancel an outbound order: here where JD never saw it, at JD before picking (R44)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial

from jdfulfil_desktop.application.handlers.deciding import decide_again
from jdfulfil_desktop.application.handlers.news import apply_outbound_news
from jdfulfil_desktop.application.handlers.orders import hold_order_of
from jdfulfil_desktop.application.handlers.push_following import cancel_answered, settle
from jdfulfil_desktop.application.ports import (
    CancelAnswer,
    FulfillmentGateway,
    Priority,
    UnitOfWork,
)
from jdfulfil_desktop.application.remote.carrying import cancelled, carried
from jdfulfil_desktop.application.remote.looking import look
from jdfulfil_desktop.application.remote.office import Office, jd_warehouse
from jdfulfil_desktop.application.results import CancelReport
from jdfulfil_desktop.domain.connection import Connection
from jdfulfil_desktop.domain.errors import (
    AlreadyThere,
    OutcomeUnknown,
    QuotaExceeded,
    Refused,
    RetryLater,
    RuleError,
)
from jdfulfil_desktop.domain.events import OrdersChanged
from jdfulfil_desktop.domain.outbound import (
    SENT,
    Outbound,
    OutboundNews,
    PushState,
    may_cancel,
)
from jdfulfil_desktop.domain.users import Right

_FOLLOW_AFTER = timedelta(seconds=30)
"""How long the answer asked for here may take before the sync asks too."""
_ASK_AGAIN = timedelta(seconds=2)
"""When the sync asks again about an order that was in doubt and is not found."""


@dataclass(frozen=True, slots=True)
class _Case:
    """An outbound order that JD has, or may have."""

    outbound: Outbound
    connection: Connection
    department_no: str


@dataclass(frozen=True, slots=True)
class _Wish:
    """A cancel that was written down, to be put to JD. `held`: its order was held before.

    `parts`: JD's numbers of the open parts, where JD split the order; each is cancelled.
    """

    jd_no: str
    held: bool
    parts: tuple[str, ...] = ()


@carried(cancelled, Right.ORDERS)
async def cancel_outbound(office: Office, outbound_no: str) -> CancelReport:
    """Cancel one outbound order; JD's answer decides (R44). Raises RuleError, GatewayError.

    The wish is written down before JD is asked: whatever breaks then, the sync finishes it.
    """
    await office.need(Right.ORDERS)
    case = await office.write(lambda uow: _look(uow, office, outbound_no))
    if isinstance(case, CancelReport):
        return case
    async with office.gateway(case.connection) as gateway:
        # JD's newest word first: it may have been picked since, or JD may never have had it.
        news = await gateway.outbound_news(case.department_no, [outbound_no])
        wish = await office.write(
            lambda uow: _hear(uow, office, outbound_no, news), Priority.ANSWER
        )
        if isinstance(wish, CancelReport):
            return wish
        return await _ask(office, gateway, outbound_no, wish)


async def _ask(
    office: Office, gateway: FulfillmentGateway, outbound_no: str, wish: _Wish
) -> CancelReport:
    """Put the wish to JD and write its answer down."""
    try:
        answer, words = await _cancel_all(gateway, wish.parts or (wish.jd_no,))
    except (OutcomeUnknown, AlreadyThere, RetryLater, QuotaExceeded):
        # The wish is written down: the sync asks again until JD's word settles it.
        return CancelReport(outbound_no, "cancelling")
    except Refused as refusal:
        answer, words = CancelAnswer.REFUSED, refusal.en or refusal.zh
    if wish.parts:
        # What became of each part is JD's to say: the order follows them.
        await look(office, gateway, wish.parts)
    work = partial(_answer, office, outbound_no, answer, words, held=wish.held)
    return await office.write(work, Priority.ANSWER)


async def _cancel_all(
    gateway: FulfillmentGateway, jd_nos: Sequence[str]
) -> tuple[CancelAnswer, str]:
    """Ask for every document; the order is cancelled where all are, refused where one is."""
    answers = [await gateway.cancel_outbound(jd_no) for jd_no in jd_nos]
    for answer in (CancelAnswer.REFUSED, CancelAnswer.OPEN):
        for given, words in answers:
            if given is answer:
                return given, words
    return answers[0]


def _look(uow: UnitOfWork, office: Office, outbound_no: str) -> _Case | CancelReport:
    """Answer what can be answered here, else give what has to be put to JD."""
    outbound = uow.outbounds.get(outbound_no)
    if outbound is None:
        raise RuleError("outbound_not_found", subject=outbound_no)
    report = _answer_here(uow, office, outbound)
    if report is not None:
        return report
    if outbound.push_state is PushState.SENDING:
        return CancelReport(outbound_no, "refused", "outcome_unknown")
    warehouse, connection = jd_warehouse(uow, outbound.warehouse_no or "")
    return _Case(outbound, connection, warehouse.department_no)


def _answer_here(uow: UnitOfWork, office: Office, outbound: Outbound) -> CancelReport | None:
    """Answer what needs no word of JD: over, never sent, or picked already."""
    number = outbound.outbound_no
    if outbound.push_state is PushState.CANCELLED:
        return CancelReport(number, "cancelled")
    if outbound.push_state not in SENT:
        hold_order_of(outbound, uow, office.asking)
        return CancelReport(number, "cancelled")
    if not may_cancel(outbound):
        return CancelReport(number, "refused", "picked_already")
    return None


def _hear(
    uow: UnitOfWork, office: Office, outbound_no: str, news: Sequence[OutboundNews]
) -> _Wish | CancelReport:
    """Apply JD's newest word, then answer, or write the wish down, in the same transaction."""
    env = office.asking
    before = _get(uow, outbound_no)
    if before.push_state is PushState.UNCERTAIN:
        settle([outbound_no], news, {outbound_no: env.now() + _ASK_AGAIN}, uow, env)
    else:
        apply_outbound_news(news, uow, env)
    outbound = _get(uow, outbound_no)
    report = _answer_here(uow, office, outbound)
    if report is not None:
        return report
    if not outbound.jd_no:
        return CancelReport(outbound_no, "refused", "outcome_unknown")
    orders = uow.orders.by_ids([outbound.order_id]) if outbound.order_id is not None else []
    hold_order_of(outbound, uow, env)
    wished = replace(
        _get(uow, outbound_no),
        push_state=PushState.CANCELLING,
        next_attempt_at=env.now() + _FOLLOW_AFTER,
    )
    uow.outbounds.save_many([wished])
    uow.emit(OrdersChanged((outbound_no,)))
    # What a former wish for the same order laid on it is no hold of its own.
    asked = before.push_state is PushState.CANCELLING
    documents = uow.jd_documents.of([outbound_no]).get(outbound_no, [])
    parts = tuple(one.jd_no for one in documents if one.is_part and not one.is_over)
    held = not asked and any(order.on_hold for order in orders)
    return _Wish(outbound.jd_no, held, parts)


def _get(uow: UnitOfWork, outbound_no: str) -> Outbound:
    outbound = uow.outbounds.get(outbound_no)
    if outbound is None:
        raise RuleError("outbound_not_found", subject=outbound_no)
    return outbound


def _answer(
    office: Office,
    outbound_no: str,
    answer: CancelAnswer,
    words: str,
    uow: UnitOfWork,
    *,
    held: bool,
) -> CancelReport:
    """Write JD's answer down (R44)."""
    cancel_answered(outbound_no, answer, words, uow, office.asking)
    after = _get(uow, outbound_no)
    if answer is CancelAnswer.REFUSED:
        if not held:
            _take_hold_back(uow, office, after)
        code = "gateway_rejected" if may_cancel(after) else "picked_already"
        return CancelReport(outbound_no, "refused", code, words)
    ended = after.push_state is PushState.CANCELLED
    return CancelReport(outbound_no, "cancelled" if ended else "cancelling")


def _take_hold_back(uow: UnitOfWork, office: Office, outbound: Outbound) -> None:
    """Take back the hold that the wish laid on the order: JD goes on with it."""
    if outbound.order_id is not None:
        orders = uow.orders.by_ids([outbound.order_id])
        uow.orders.save_many([replace(order, on_hold=False) for order in orders])
        decide_again([outbound.order_id], uow, office.asking)
