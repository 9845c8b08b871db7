"""Ask JD for what stands beside a status: way bills of what left, orders that it has paused."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from jdfulfil_desktop.application.handlers.parcels import note_parcels, note_pauses
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


def left_the_warehouse(news: Iterable[OutboundNews], before: Iterable[Outbound] = ()) -> list[str]:
    """Give JD's numbers of the orders that left the warehouse by these news, way bill unknown.

    `before`: the orders as they were; those that had left already are not asked for again.
    """
    gone = {row.outbound_no for row in before if row.rank >= SHIPPED_RANK}
    return [
        item.jd_no
        for item in news
        if item.jd_no
        and not item.waybill
        and item.outbound_no not in gone
        and PATH.get(item.status, (0,))[0] >= SHIPPED_RANK
    ]


async def ask_parcels(office: Office, gateway: FulfillmentGateway, jd_nos: Sequence[str]) -> int:
    """Ask for the way bills of orders, 50 a call, and keep them; gives how many were new.

    A gateway that does not offer this keeps nothing else from being known.
    """
    if not jd_nos:
        return 0
    try:
        packs = await gateway.outbound_packs(jd_nos)
    except (Refused, Misconfigured) as refusal:
        if not is_absent(refusal):
            raise
        return 0
    return await office.write(partial(note_parcels, packs, env=office.env), Priority.ANSWER)


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
