"""Settle what is `uncertain` or `cancelling` by what JD says of our numbers (R44, R6)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from jdfulfil_desktop.application.deciding import redecide
from jdfulfil_desktop.application.env import Env
from jdfulfil_desktop.application.handlers.news import apply_outbound_news
from jdfulfil_desktop.application.handlers.push_answers import FAR_AHEAD, MANY, sent
from jdfulfil_desktop.application.handlers.push_requests import thaw
from jdfulfil_desktop.application.ports import CancelAnswer, UnitOfWork
from jdfulfil_desktop.domain.events import AlertRaised, OrdersChanged, PushQueued
from jdfulfil_desktop.domain.outbound import (
    CANCEL_FAILED,
    CANCELLED,
    CANCELLING,
    Outbound,
    OutboundNews,
    PushState,
)

SAFE_DELAY = timedelta(seconds=10)
"""How long after a sending "JD does not have it" is believed: the write may still be running."""
_OPEN = (PushState.UNCERTAIN, PushState.CANCELLING)


@dataclass(frozen=True, slots=True)
class Settled:
    """What JD's answers settled. `to_cancel`: (ours, JD's) numbers whose cancel JD has not seen.

    `again`: our numbers that JD does not have and that are queued again.
    """

    resolved: int = 0
    again: tuple[str, ...] = ()
    to_cancel: tuple[tuple[str, str], ...] = ()


def in_doubt(connection_id: int, limit: int, uow: UnitOfWork, env: Env) -> dict[str, list[str]]:
    """Give our numbers that JD is to be asked for now, by department."""
    departments = {w.warehouse_no: w.department_no for w in uow.warehouses.all()}
    numbers: dict[str, list[str]] = {}
    for row in uow.outbounds.uncertain(connection_id, env.now(), limit):
        if row.warehouse_no:
            department_no = str(departments.get(row.warehouse_no, ""))
            numbers.setdefault(department_no, []).append(row.outbound_no)
    return numbers


def next_question(connection_id: int, uow: UnitOfWork, env: Env) -> datetime | None:
    """Give when the next order in doubt is to be asked about; None: there is none."""
    ahead = env.now() + FAR_AHEAD
    rows = uow.outbounds.uncertain(connection_id, ahead, MANY)
    return min((row.next_attempt_at or env.now() for row in rows), default=None)


def settle(
    asked: Collection[str],
    news: Sequence[OutboundNews],
    ask_again: Mapping[str, datetime],
    uow: UnitOfWork,
    env: Env,
) -> Settled:
    """Settle asked numbers by JD's answer.

    Found: it was pushed, its status is applied. Not found: sent again under the same number, not
    before a safe delay. `ask_again`: when to ask next for each number that stays open.
    """
    known = {item.outbound_no: item for item in news}
    resolved = 0
    again, to_cancel = [], []
    for outbound_no in asked:
        # Read one by one: settling one part of an order may decide its other parts anew.
        row = uow.outbounds.get(outbound_no)
        if row is None or row.push_state not in _OPEN:
            continue
        item = known.get(outbound_no)
        if item is None:
            if _not_there(row, ask_again[outbound_no], uow, env):
                again.append(outbound_no)
        elif row.push_state is PushState.UNCERTAIN:
            resolved += sent(outbound_no, item.jd_no, uow, env)
            apply_outbound_news([item], uow, env)
        elif _is_cancel_unseen(row, item, ask_again[outbound_no], uow, env):
            to_cancel.append((outbound_no, item.jd_no))
    uow.emit(OrdersChanged(tuple(asked)))
    return Settled(resolved, tuple(again), tuple(to_cancel))


def ask_later(again_at: Mapping[str, datetime], uow: UnitOfWork) -> None:
    """Write when numbers are asked for again that JD did not answer for."""
    rows = uow.outbounds.by_numbers(again_at)
    uow.outbounds.save_many(
        [
            replace(row, next_attempt_at=again_at[number])
            for number, row in rows.items()
            if row.push_state in _OPEN
        ]
    )


def _not_there(row: Outbound, ask_at: datetime, uow: UnitOfWork, env: Env) -> bool:
    """Queue again what JD does not have, or end its cancel; tell whether it is queued again."""
    now = env.now()
    kept = uow.outbounds.request(row.outbound_no)
    safe_at = _safe_at(row, kept, uow, env) if kept else now
    if row.jd_no:
        # JD gave us a number once and does not know it now: keep asking, and say so.
        _alert("jd_lost_document", row.outbound_no, uow, env)
        uow.outbounds.save_many([replace(row, next_attempt_at=ask_at)])
        return False
    if now < safe_at:
        uow.outbounds.save_many([replace(row, next_attempt_at=max(safe_at, ask_at))])
        return False
    if row.push_state is PushState.CANCELLING:
        _end_cancel(row, uow, env)
        return False
    queued = replace(row, push_state=PushState.QUEUED, next_attempt_at=None)
    uow.outbounds.save_many([queued])
    if queued.order_id is not None:
        redecide(uow, env, [queued.order_id])
    uow.emit(PushQueued())
    return True


def _safe_at(row: Outbound, kept: str, uow: UnitOfWork, env: Env) -> datetime:
    """Give when "JD does not have it" is believed; a clock that was set back begins anew."""
    frozen = thaw(kept)
    if frozen.sent_at > env.now():
        frozen = replace(frozen, sent_at=env.now())
        uow.outbounds.freeze_request(row.outbound_no, frozen.dump())
    return frozen.sent_at + SAFE_DELAY


def _end_cancel(row: Outbound, uow: UnitOfWork, env: Env) -> None:
    """End a cancel of what JD never had."""
    news = OutboundNews(row.jd_no, row.outbound_no, CANCELLED, env.now())
    apply_outbound_news([news], uow, env)


def _is_cancel_unseen(
    row: Outbound, item: OutboundNews, ask_at: datetime, uow: UnitOfWork, env: Env
) -> bool:
    """Apply JD's word on a cancel that is open; tell whether JD has not seen the cancel yet."""
    apply_outbound_news([item], uow, env)
    after = uow.outbounds.get(row.outbound_no)
    if after is None or after.push_state is not PushState.CANCELLING:
        if after is not None and after.push_state is PushState.PUSHED:
            _alert("cancel_refused", row.outbound_no, uow, env, status=item.status)
        return False
    uow.outbounds.save_many([replace(after, next_attempt_at=ask_at)])
    return item.status != CANCELLING


def cancel_answered(
    outbound_no: str, answer: CancelAnswer, words: str, uow: UnitOfWork, env: Env
) -> None:
    """Apply JD's answer to a cancel that was sent once more."""
    row = uow.outbounds.get(outbound_no)
    if row is None or answer is CancelAnswer.OPEN:
        return
    done = answer is CancelAnswer.DONE
    # A refusal has no time of JD's: the clock here may be ahead, and what JD says next would then
    # pass for older.
    status, at = (CANCELLED, env.now()) if done else (CANCEL_FAILED, None)
    news = OutboundNews(row.jd_no, outbound_no, status, at, words)
    apply_outbound_news([news], uow, env)
    if answer is CancelAnswer.REFUSED:
        _alert("cancel_refused", outbound_no, uow, env, words=words)


def _alert(code: str, subject: str, uow: UnitOfWork, env: Env, **data: object) -> None:
    uow.journal.alert(code, subject, env.now(), **data)
    uow.emit(AlertRaised(code, subject))
