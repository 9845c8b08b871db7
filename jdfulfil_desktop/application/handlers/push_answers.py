"""Write down what became of a sending: JD's number, its refusal, or that nobody knows (R46)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from types import MappingProxyType

from jdfulfil_desktop.application.deciding import redecide
from jdfulfil_desktop.application.env import Env
from jdfulfil_desktop.application.handlers.carriers import JD_EXPRESS
from jdfulfil_desktop.application.handlers.news import apply_outbound_news
from jdfulfil_desktop.application.handlers.pushing import count_first_sending
from jdfulfil_desktop.application.ports import OutboundWhole, UnitOfWork
from jdfulfil_desktop.domain.events import AlertRaised, OrdersChanged
from jdfulfil_desktop.domain.outbound import Failure, Outbound, OutboundNews, PushState

FAR_AHEAD = timedelta(days=3650)
LONGER_THAN_ANY_WAIT = timedelta(hours=1)
MANY = 1000
_OPEN = (PushState.SENDING, PushState.UNCERTAIN)


def sent(outbound_no: str, jd_no: str, uow: UnitOfWork, env: Env) -> bool:
    """Write JD's number of an order that JD took; tell whether it was still open here.

    An answer that names another number than the one known is an anomaly, shown and not applied.
    """
    row = uow.outbounds.get(outbound_no)
    if row is None or (row.jd_no and row.jd_no != jd_no):
        _alert("foreign_document", outbound_no, uow, env, jd_no=jd_no)
        return False
    if row.push_state not in _OPEN:
        return False
    done = replace(
        count_first_sending(row, uow, env),
        push_state=PushState.PUSHED,
        jd_no=jd_no,
        last_error=None,
        next_attempt_at=None,
    )
    uow.outbounds.save_many([done])
    _note(done, "pushed", uow, env, jd_no=jd_no, tracking_no=done.sent_tracking_no)
    return True


def carried_otherwise(news: Sequence[OutboundNews], uow: UnitOfWork) -> list[str]:
    """Give JD's numbers of orders whose way bill is not the number that they have here.

    JD may carry them itself, or have an older number: only the order in full tells which.
    """
    rows = uow.outbounds.by_numbers([item.outbound_no for item in news])
    return [
        item.jd_no
        for item in news
        if item.outbound_no in rows and item.waybill not in ("", rows[item.outbound_no].tracking_no)
    ]


def adopted(
    news: Sequence[OutboundNews],
    uow: UnitOfWork,
    env: Env,
    wholes: Mapping[str, OutboundWhole] = MappingProxyType({}),
) -> int:
    """Take over orders that JD has already under our numbers, though nobody here knew.

    `wholes`: what JD has in full of some, by its number: who carries them, and the merchant's
    number that JD has. The way bill of an order that JD carries itself is no such number.
    """
    rows = uow.outbounds.by_numbers([item.outbound_no for item in news])
    taken = []
    # JD may name one twice in its answer: a row is written once.
    for item in {item.outbound_no: item for item in news}.values():
        row = rows.get(item.outbound_no)
        if row is not None and row.push_state is PushState.QUEUED:
            whole = wholes.get(item.jd_no)
            first = row.first_sent_at or item.at or env.now()
            taken.append(
                replace(
                    row,
                    push_state=PushState.UNCERTAIN,
                    first_sent_at=first,
                    sent_tracking_no=whole.tracking_no if whole else row.tracking_no,
                    ours_carried=whole is None or whole.shipper_no != JD_EXPRESS,
                )
            )
    uow.outbounds.save_many(taken)
    for item in news:
        sent(item.outbound_no, item.jd_no, uow, env)
    apply_outbound_news(news, uow, env)
    return len(taken)


def outcome_unknown(
    outbound_no: str, code: str, words: str, ask_at: datetime, uow: UnitOfWork, env: Env
) -> None:
    """Mark a sending without a clear answer `uncertain`: JD is asked by our number at `ask_at`."""
    row = _sending(outbound_no, uow)
    if row is not None:
        doubtful = replace(
            count_first_sending(row, uow, env),
            push_state=PushState.UNCERTAIN,
            last_error=Failure(code, words),
            next_attempt_at=ask_at,
        )
        uow.outbounds.save_many([doubtful])
        _note(doubtful, "uncertain", uow, env, code=code, words=words)


def rejected(outbound_no: str, code: str, words: str, uow: UnitOfWork, env: Env) -> None:
    """Write JD's refusal with its words; the request is built anew once someone mended it."""
    row = _sending(outbound_no, uow)
    if row is not None:
        refused = replace(
            count_first_sending(row, uow, env),
            push_state=PushState.REJECTED,
            last_error=Failure(code, words),
            next_attempt_at=None,
            sent_tracking_no="",
        )
        uow.outbounds.freeze_request(outbound_no, None)
        uow.outbounds.save_many([refused])
        _note(refused, "rejected", uow, env, code=code, words=words)
        _decide(refused, uow, env)


def retry_later(
    outbound_no: str, code: str, words: str, at: datetime, uow: UnitOfWork, env: Env
) -> None:
    """Queue a sending again of which nothing was done; it is due at `at`."""
    _back_to_queue(outbound_no, Failure(code, words), at, uow, env)


def put_back(outbound_nos: Collection[str], uow: UnitOfWork, env: Env) -> None:
    """Queue sendings again of which nothing was done: the connection as a whole cannot send now."""
    for outbound_no in outbound_nos:
        _back_to_queue(outbound_no, None, None, uow, env)


def lacking(
    outbound_no: str, code: str, words: str, at: datetime, uow: UnitOfWork, env: Env
) -> None:
    """Say why a queued order cannot go yet, and when it is tried again."""
    row = uow.outbounds.get(outbound_no)
    if row is not None and row.push_state is PushState.QUEUED:
        waiting = replace(row, last_error=Failure(code, words), next_attempt_at=at)
        uow.outbounds.save_many([waiting])
        _changed(waiting, uow)
        _decide(waiting, uow, env)


def recover_sending(connection_id: int, ask_at: datetime, uow: UnitOfWork, env: Env) -> int:
    """Take up what a crash or the end of a process left; only the one that holds the account may.

    What was `sending` becomes `uncertain`. What waited for its next try is due at once: a new
    process starts its tries anew.
    """
    houses = {w.warehouse_no for w in uow.warehouses.all() if w.connection_id == connection_id}
    left = [row for row in uow.outbounds.sending() if row.warehouse_no in houses]
    for row in left:
        outcome_unknown(row.outbound_no, "interrupted", "", ask_at, uow, env)
    all_due_now(connection_id, uow, env)
    return len(left)


def mend_waits(connection_id: int, uow: UnitOfWork, env: Env) -> None:
    """Let nothing wait longer than any wait is: a clock was ahead when that was written."""
    due_at = uow.outbounds.next_due(connection_id)
    if due_at is not None and due_at > env.now() + LONGER_THAN_ANY_WAIT:
        all_due_now(connection_id, uow, env)


def all_due_now(connection_id: int, uow: UnitOfWork, env: Env) -> None:
    """Make due at once what waits for its next try: a new process, or a clock that was set."""
    ahead = env.now() + FAR_AHEAD
    _due_now(uow.outbounds.claimable, connection_id, ahead, uow)
    _due_now(uow.outbounds.uncertain, connection_id, ahead, uow)


def _due_now(
    find: Callable[[int, datetime, int], list[Outbound]],
    connection_id: int,
    ahead: datetime,
    uow: UnitOfWork,
) -> None:
    waiting = [row for row in find(connection_id, ahead, MANY) if row.next_attempt_at is not None]
    uow.outbounds.save_many([replace(row, next_attempt_at=None) for row in waiting])


def _back_to_queue(
    outbound_no: str, failure: Failure | None, at: datetime | None, uow: UnitOfWork, env: Env
) -> None:
    """Undo a claim of which nothing was done.

    Where nothing of the order ever left this PC the request is built anew next time, so that a
    tracking number that comes meanwhile goes along (R36). What was in doubt once keeps its request.
    """
    row = _sending(outbound_no, uow)
    if row is None:
        return
    if row.first_sent_at is None:
        uow.outbounds.freeze_request(outbound_no, None)
        row = replace(row, sent_tracking_no="")
    queued = replace(
        row,
        push_state=PushState.QUEUED,
        attempts=row.attempts if failure else row.attempts - 1,
        next_attempt_at=at,
        last_error=failure or row.last_error,
    )
    uow.outbounds.save_many([queued])
    _changed(queued, uow)
    _decide(queued, uow, env)


def _sending(outbound_no: str, uow: UnitOfWork) -> Outbound | None:
    """Give an order that is still `sending`; what news or a person settled meanwhile stays so."""
    row = uow.outbounds.get(outbound_no)
    return row if row is not None and row.push_state is PushState.SENDING else None


def _decide(row: Outbound, uow: UnitOfWork, env: Env) -> None:
    if row.order_id is not None:
        redecide(uow, env, [row.order_id])


def _note(row: Outbound, kind: str, uow: UnitOfWork, env: Env, **data: object) -> None:
    uow.journal.note(row.outbound_no, kind, env.now(), env.actor, **data)
    _changed(row, uow)


def _changed(row: Outbound, uow: UnitOfWork) -> None:
    uow.emit(OrdersChanged((row.outbound_no,)))


def _alert(code: str, subject: str, uow: UnitOfWork, env: Env, **data: object) -> None:
    uow.journal.alert(code, subject, env.now(), **data)
    uow.emit(AlertRaised(code, subject))
