"""Look at JD's documents in full: contents of what left, parts of split orders (PROTOCOL 2.5, 7).

`queryOrderPacks` tells the contents of fifty orders a call; `queryOrder` is left to splits, to
shipments that were cut, to orders that stand still, and to what a person opens.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from functools import partial

from jdfulfil_desktop.application.handlers.jd_documents import Learned, note_contents, note_whole
from jdfulfil_desktop.application.handlers.parcels import note_parcels
from jdfulfil_desktop.application.ports import (
    FulfillmentGateway,
    OutboundPacks,
    OutboundWhole,
    Priority,
    UnitOfWork,
)
from jdfulfil_desktop.application.remote.office import Office, jd_warehouse
from jdfulfil_desktop.application.remote.parcels import is_absent
from jdfulfil_desktop.domain.errors import Misconfigured, Refused, RuleError
from jdfulfil_desktop.domain.outbound import PICKED_RANK, Outbound, PushState

PACKS_AT_ONCE = 50
MOST_PARTS = 50
MOST_STUCK = 5
STANDS_STILL = timedelta(minutes=30)
"""An order of several units that stands so long before picking may have been split."""
LOOK_AGAIN = timedelta(hours=6)
_ROUNDS = 13
"""A refresh of a thousand orders stays within thirty calls; what is left is asked for next."""
_MARK = re.compile(r"[#/_-]")


async def read_contents(office: Office, gateway: FulfillmentGateway, connection_id: int) -> int:
    """Ask for way bills and contents of what left the warehouse, 50 orders a call.

    What holds less than was ordered is read in full. Gives how many orders changed. A gateway that
    does not offer this keeps nothing else from being known.
    """
    changed = 0
    for _ in range(_ROUNDS):
        jd_nos = await office.write(partial(_wanted, connection_id))
        if not jd_nos:
            break
        packs = await _packs(gateway, jd_nos)
        work = partial(_note, jd_nos, packs, office)
        more, odd = await office.write(work, Priority.ANSWER)
        changed += more + await look(office, gateway, odd)
    return changed


def _wanted(connection_id: int, uow: UnitOfWork) -> list[str]:
    return uow.jd_documents.wanted(connection_id, PACKS_AT_ONCE)


async def _packs(gateway: FulfillmentGateway, jd_nos: Sequence[str]) -> list[OutboundPacks]:
    try:
        return await gateway.outbound_packs(jd_nos)
    except (Refused, Misconfigured) as refusal:
        if not is_absent(refusal):
            raise
        return []


def _note(
    jd_nos: Sequence[str], packs: Sequence[OutboundPacks], office: Office, uow: UnitOfWork
) -> tuple[int, list[str]]:
    changed = note_parcels(packs, uow, office.env)
    return changed, note_contents(jd_nos, packs, uow, office.env)


async def look(office: Office, gateway: FulfillmentGateway, jd_nos: Iterable[str]) -> int:
    """Read documents in full, and the parts that they turn out to have; gives what changed.

    What JD will not tell of one keeps no other from being read.
    """
    changed, waiting = 0, list(dict.fromkeys(jd_nos))
    while waiting:
        try:
            whole = await gateway.outbound_whole(waiting.pop(0))
        except Refused as refusal:
            if is_absent(refusal):
                break
            continue
        learned = await office.write(partial(_learn, whole, office), Priority.ANSWER)
        changed += learned.changed
        waiting += learned.unread
    return changed


def _learn(whole: OutboundWhole, office: Office, uow: UnitOfWork) -> Learned:
    return note_whole(whole, uow, office.env)


async def parents_of(
    office: Office, gateway: FulfillmentGateway, jd_nos: Sequence[str]
) -> list[tuple[str, str]]:
    """Give (document, order) pairs of JD's numbers: unknown documents that are parts of our orders.

    JD numbers a part of our order by our number and a mark behind it.
    """
    found = []
    for jd_no in jd_nos[:MOST_STUCK]:
        try:
            whole = await gateway.outbound_whole(jd_no)
        except Refused as refusal:
            if is_absent(refusal):
                break
            continue
        parent = await office.write(partial(_parent, whole))
        if parent:
            found.append((jd_no, parent))
    return found


def _parent(whole: OutboundWhole, uow: UnitOfWork) -> str:
    theirs = whole.outbound_no
    stems = [theirs, *(theirs[: mark.start()] for mark in _MARK.finditer(theirs))]
    found = uow.outbounds.by_numbers(stems)
    if not found:
        return ""
    outbound = found[max(found, key=len)]
    return outbound.jd_no if outbound.jd_no != whole.jd_no else ""


async def follow_parts(office: Office, gateway: FulfillmentGateway, connection_id: int) -> int:
    """Ask for the open parts of split orders, the longest unread first."""
    open_parts = partial(_open_parts, connection_id)
    return await look(office, gateway, await office.write(open_parts))


def _open_parts(connection_id: int, uow: UnitOfWork) -> list[str]:
    return uow.jd_documents.open_parts(connection_id, MOST_PARTS)


async def look_at_stuck(
    office: Office, gateway: FulfillmentGateway, outbounds: Sequence[Outbound]
) -> int:
    """Look at a few orders that stand still: JD may have split them without a word."""
    now = office.clock.now()
    still = [o for o in outbounds if _stands_still(o, now)]
    if not still:
        return 0
    numbers = await office.write(lambda uow: _unread(still, now, uow))
    return await look(office, gateway, numbers[:MOST_STUCK])


def _stands_still(outbound: Outbound, now: datetime) -> bool:
    since = outbound.status_at or outbound.first_sent_at
    return (
        outbound.push_state is PushState.PUSHED
        and outbound.rank < PICKED_RANK
        and not outbound.booked
        and sum(item.quantity for item in outbound.items) > 1
        and since is not None
        and now - since >= STANDS_STILL
    )


def _unread(still: Sequence[Outbound], now: datetime, uow: UnitOfWork) -> list[str]:
    known = uow.jd_documents.by_jd_nos([o.jd_no for o in still])
    fresh = {no for no, d in known.items() if d.read_at and now - d.read_at < LOOK_AGAIN}
    return [o.jd_no for o in still if o.jd_no not in fresh]


async def look_around(
    office: Office, gateway: FulfillmentGateway, connection_id: int, outbounds: Sequence[Outbound]
) -> int:
    """Read what left, what was split, and what stands still of an account's open orders."""
    changed = await read_contents(office, gateway, connection_id)
    changed += await follow_parts(office, gateway, connection_id)
    return changed + await look_at_stuck(office, gateway, outbounds)


async def look_into(office: Office, outbound_no: str) -> int:
    """Read all that JD has of one order, its parts too; gives what changed.

    Raises RuleError ("outbound_not_found", "not_at_jd"), GatewayError.
    """

    def find(uow: UnitOfWork) -> tuple[Outbound, list[str]]:
        outbound = uow.outbounds.get(outbound_no)
        if outbound is None:
            raise RuleError("outbound_not_found", subject=outbound_no)
        if not outbound.jd_no:
            raise RuleError("not_at_jd", subject=outbound_no)
        parts = uow.jd_documents.of([outbound_no]).get(outbound_no, [])
        return outbound, [part.jd_no for part in parts if part.is_part]

    outbound, parts = await office.write(find)
    _, connection = await office.write(lambda uow: jd_warehouse(uow, outbound.warehouse_no or ""))
    async with office.gateway(connection) as gateway:
        return await look(office, gateway, [outbound.jd_no, *parts])
