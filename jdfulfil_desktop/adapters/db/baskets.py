"""Sort orders into the baskets of Pesanan Outbound, and choose what stands for an order there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

BASKETS = ("accept", "tracking", "held", "queued", "uncertain", "at_jd", "done", "closed")
OPEN = ("accept", "tracking", "held", "queued")
"""Baskets of orders whose verdict a change can still alter: nothing of them is at JD or over."""
CLOSED_STATUSES = frozenset({"DELIVERED", "CANCELLED", "RETURNED"})
_WAITS_FOR = {"awaiting_acceptance": "accept", "awaiting_tracking_number": "tracking"}
_URGENCY = {
    basket: place
    for place, basket in enumerate(
        ("uncertain", "held", "accept", "tracking", "queued", "at_jd", "done", "closed")
    )
}


class Standing(NamedTuple):
    """What a basket depends on in an outbound order."""

    id: int
    part: int
    attempt: int
    push_state: str
    shipment_state: str


def basket_of(status: str, reason_code: str, outbound: Standing | None) -> str:
    """Name the basket of an order, given its first reason and one of its outbound orders.

    A cancelled outbound order of an order that could go again is held: releasing gives it its next
    attempt; of a closed order it is closed.
    """
    state = outbound.push_state if outbound else "held"
    if outbound and state == "pushed":
        ended = {"completed": "done", "cancelled": "closed", "returned": "closed"}
        return ended.get(outbound.shipment_state, "at_jd")
    if state in {"sending", "uncertain", "cancelling"}:
        return "uncertain"
    if state == "queued":
        return "queued"
    if state == "rejected":
        return "held"
    if status in CLOSED_STATUSES or reason_code == "order_closed":
        return "closed"
    if state == "cancelled":
        return "held" if reason_code else "closed"
    return _WAITS_FOR.get(reason_code, "held")


def lead_of(status: str, reason_code: str, outbounds: Iterable[Standing]) -> tuple[str, int | None]:
    """Give an order's basket and the id of the outbound order that stands for it.

    Of each part the newest attempt counts; of several parts the one that most wants a person.
    """
    newest: dict[int, Standing] = {}
    for outbound in outbounds:
        known = newest.get(outbound.part)
        if known is None or known.attempt < outbound.attempt:
            newest[outbound.part] = outbound
    if not newest:
        return basket_of(status, reason_code, None), None
    sorted_in = [
        (_URGENCY[basket := basket_of(status, reason_code, outbound)], part, basket, outbound.id)
        for part, outbound in newest.items()
    ]
    _, _, basket, lead_id = min(sorted_in)
    return basket, lead_id
