"""Queue outbound orders again by hand (R46)."""

from __future__ import annotations

from dataclasses import replace

from jdfulfil_desktop.application.env import Env
from jdfulfil_desktop.application.handlers.deciding import decide_again
from jdfulfil_desktop.application.ports import UnitOfWork
from jdfulfil_desktop.domain.commands import RetryOutbound
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.events import OrdersChanged, PushQueued
from jdfulfil_desktop.domain.outbound import Outbound, PushState

_WAITS = frozenset({PushState.QUEUED, PushState.UNCERTAIN, PushState.CANCELLING})


def retry_outbound(command: RetryOutbound, uow: UnitOfWork, env: Env) -> int:
    """Queue rejected outbound orders again, make waiting ones due now; gives how many.

    Raises RuleError for a number that is unknown (`outbound_not_found`) or has nothing to retry
    (`nothing_to_retry`).
    """
    known = uow.outbounds.by_numbers(command.outbound_nos)
    changed = []
    for number in command.outbound_nos:
        outbound = known.get(number)
        if outbound is None:
            raise RuleError("outbound_not_found", subject=number)
        changed.append(_due(outbound, uow))
    uow.outbounds.save_many(changed)
    now = env.now()
    uow.journal.note_many([(o.outbound_no, "retried", now, env.actor, {}) for o in changed])
    decide_again([o.order_id for o in changed if o.order_id is not None], uow, env)
    uow.emit(OrdersChanged(command.outbound_nos), PushQueued())
    return len(changed)


def _due(outbound: Outbound, uow: UnitOfWork) -> Outbound:
    if outbound.push_state is PushState.REJECTED:
        # Someone mended what JD refused: the request is built anew.
        uow.outbounds.freeze_request(outbound.outbound_no, None)
        return replace(outbound, push_state=PushState.HELD, last_error=None, next_attempt_at=None)
    if outbound.push_state in _WAITS:
        return replace(outbound, next_attempt_at=None)
    raise RuleError("nothing_to_retry", subject=outbound.outbound_no)
