"""Decide affected orders anew: few in the same transaction, many in chunks behind it (R46)."""

from __future__ import annotations

from collections.abc import Collection
from typing import TypeVar

from jdfulfil_desktop.application.deciding import redecide
from jdfulfil_desktop.application.env import Env
from jdfulfil_desktop.application.ports import UnitOfWork
from jdfulfil_desktop.application.results import Continued
from jdfulfil_desktop.domain.commands import RedecideOrders

CHUNK = 500
"""Orders a transaction: no one waits long for the write lock."""
PENDING = "redeciding"
"""Setting: causes whose chunks are not all done (cause -> last id), so that a restart goes on."""

R = TypeVar("R")


def decide_again(order_ids: Collection[int], uow: UnitOfWork, env: Env) -> int:
    """Decide some orders anew in this transaction; gives how many outbound orders changed."""
    return len(redecide(uow, env, order_ids).changed)


def redecide_orders(command: RedecideOrders, uow: UnitOfWork, env: Env) -> int | Continued[int]:
    """Decide one chunk of open orders anew and name the next, if there is one."""
    ids = uow.orders.open_ids(command.cause, command.after_id, CHUNK)
    changed = decide_again(ids, uow, env)
    if len(ids) < CHUNK:
        _remember(uow, command.cause, None)
        return changed
    _remember(uow, command.cause, ids[-1])
    return Continued(changed, RedecideOrders(command.cause, ids[-1]))


def with_redecided(cause: str, result: R, uow: UnitOfWork, env: Env) -> R | Continued[R]:
    """Give a handler's result after deciding what `cause` affects; the rest follows in chunks."""
    first = redecide_orders(RedecideOrders(cause), uow, env)
    if isinstance(first, Continued):
        return Continued(result, first.command)
    return result


def unfinished(uow: UnitOfWork) -> list[RedecideOrders]:
    """Give the chunks that a crash or the end of a process left undone."""
    return [RedecideOrders(cause, after) for cause, after in _pending(uow).items()]


def _remember(uow: UnitOfWork, cause: str, after_id: int | None) -> None:
    pending = _pending(uow)
    if after_id is None and cause not in pending:
        return
    pending.pop(cause, None)
    if after_id is not None:
        pending[cause] = after_id
    uow.settings.put(PENDING, pending)


def _pending(uow: UnitOfWork) -> dict[str, int]:
    known = uow.settings.get(PENDING)
    return {str(k): int(v) for k, v in known.items()} if isinstance(known, dict) else {}
