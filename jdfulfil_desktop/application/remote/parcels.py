"""Ask JD for what stands beside a status: orders that it has paused."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from jdfulfil_desktop.application.handlers.parcels import note_pauses
from jdfulfil_desktop.application.ports import FulfillmentGateway, Priority
from jdfulfil_desktop.application.remote.office import Office
from jdfulfil_desktop.domain.errors import GatewayError, Misconfigured, Refused
from jdfulfil_desktop.domain.outbound import (
    PATH,
    PAUSED,
    PICKED_RANK,
    SHIPPED_RANK,
    Outbound,
    OutboundNews,
)

MOST_PAUSES = 100
"""One page: a merchant without stock may have thousands paused, all for the one reason."""
NO_RIGHT = frozenset({"24", "88"})
"""JD's codes of an interface that this app may not use, though others work."""


def any_left(news: Iterable[OutboundNews]) -> bool:
    """Tell whether news say of an order that it left the warehouse: its contents are to be read."""
    return any(PATH.get(item.status, (0,))[0] >= SHIPPED_RANK for item in news)


async def ask_pauses(
    office: Office, gateway: FulfillmentGateway, outbounds: Sequence[tuple[str, Outbound]]
) -> int:
    """Ask which of (department, order) pairs JD has paused: one call a department.

    Asked are departments with something that was not picked yet. Where JD has paused a hundred and
    more, the rest shows as those are mended. Gives how many orders changed.
    """
    by_department: dict[str, list[str]] = {}
    for department_no, outbound in outbounds:
        if outbound.jd_no and (outbound.rank < PICKED_RANK or _was_paused(outbound)):
            by_department.setdefault(department_no, []).append(outbound.outbound_no)
    changed = 0
    for department_no, numbers in by_department.items():
        try:
            paused = await gateway.exceptions(department_no, most=MOST_PAUSES)
        except (Refused, Misconfigured) as refusal:
            if not is_absent(refusal):
                raise
            return changed
        complete = len(paused) < MOST_PAUSES
        work = partial(note_pauses, numbers, paused, env=office.env, complete=complete)
        changed += await office.write(work, Priority.ANSWER)
    return changed


def is_absent(refusal: GatewayError) -> bool:
    """Tell whether a gateway lacks a method, or this app the right to it: no fault of the call."""
    return refusal.code == "method_not_offered" or refusal.jd_code in NO_RIGHT


def _was_paused(outbound: Outbound) -> bool:
    return outbound.last_error is not None and outbound.last_error.code == PAUSED
