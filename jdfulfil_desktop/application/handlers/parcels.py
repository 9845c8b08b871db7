"""Keep what JD says of parcels and pauses beside an order's status: way bills, waits for stock."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from jdfulfil_desktop.application.deciding import emit_changed
from jdfulfil_desktop.application.env import Env
from jdfulfil_desktop.application.ports import DocumentException, OutboundPacks, UnitOfWork
from jdfulfil_desktop.application.watching import Alert, raise_alerts, settle_alerts
from jdfulfil_desktop.domain.jd_document import JdDocument
from jdfulfil_desktop.domain.outbound import (
    PAUSED,
    PICKED_RANK,
    Failure,
    Outbound,
    PushState,
    is_paused,
    jd_waybills,
)


def note_parcels(packs: Sequence[OutboundPacks], uow: UnitOfWork, env: Env) -> int:
    """Keep JD's way bills of shipped orders; gives how many orders got new ones.

    The merchant's number stays what it is, whatever JD carries the parcel under.
    """
    known = uow.outbounds.by_jd_nos([pack.jd_no for pack in packs if pack.jd_no])
    changed: dict[str, Outbound] = {}
    notes = []
    for pack in packs:
        outbound = known.get(pack.jd_no)
        if outbound is None:
            continue
        numbers = [*pack.waybills, *(parcel.waybill for parcel in pack.parcels)]
        after = jd_waybills(outbound, numbers)
        if after != outbound.jd_waybill:
            changed[outbound.outbound_no] = replace(outbound, jd_waybill=after)
            data = {"numbers": after.replace(",", ", "), "jd_no": pack.jd_no}
            notes.append((outbound.outbound_no, "jd_waybill", env.now(), "JD", data))
    _keep(changed, uow)
    if notes:
        uow.journal.note_many(notes)
    return len(changed)


def want_contents(outbounds: Sequence[Outbound], uow: UnitOfWork) -> None:
    """Note that JD is to be asked for way bills and contents of what has just left."""
    asked = {o.jd_no: o for o in outbounds if o.jd_no}
    known = uow.jd_documents.by_jd_nos(asked)
    fresh = {no: JdDocument(no, o.outbound_no) for no, o in asked.items()}
    uow.jd_documents.save_many(
        [replace(known.get(no, document), wanted=True) for no, document in fresh.items()]
    )


def note_pauses(
    asked: Collection[str],
    paused: Sequence[DocumentException],
    uow: UnitOfWork,
    env: Env,
    *,
    complete: bool = True,
) -> int:
    """Show orders that JD has paused, with its words, and let go of pauses that are over.

    `asked`: our numbers of all orders that JD may have paused; `paused`: what it has, all of it
    where `complete`. Each pause alerts once. Gives how many orders changed.
    """
    rows = uow.outbounds.by_numbers(asked)
    pauses = {one.own_no or one.jd_no: one for one in paused}
    changed: dict[str, Outbound] = {}
    notes, alerts = [], []
    for number, row in rows.items():
        pause = pauses.get(number) or pauses.get(row.jd_no)
        after = _after(row, pause)
        if after == row or (pause is None and not complete):
            continue
        changed[number] = after
        if is_paused(row) and not is_paused(after):
            settle_alerts(uow, number, [PAUSED])
        if is_paused(after) and not is_paused(row):
            data = {"words": _words(pause), "jd_no": row.jd_no}
            alerts.append(Alert(PAUSED, number, data))
            notes.append((number, "jd_paused", env.now(), "JD", data))
    _keep(changed, uow)
    if notes:
        uow.journal.note_many(notes)
    raise_alerts(uow, env, alerts)
    return len(changed)


def _after(row: Outbound, pause: DocumentException | None) -> Outbound:
    """Give the order with its pause as JD has it now; a picked one is paused no more."""
    waits = row.push_state is PushState.PUSHED and row.rank < PICKED_RANK
    if pause is not None and waits:
        return replace(row, last_error=Failure(PAUSED, _words(pause)))
    return replace(row, last_error=None) if is_paused(row) else row


def _words(pause: DocumentException | None) -> str:
    """Give JD's own words: what holds it up, why, and what to do."""
    if pause is None:
        return ""
    words = (pause.message, pause.reason, pause.solution)
    return " / ".join(dict.fromkeys(filter(None, words)))


def _keep(changed: dict[str, Outbound], uow: UnitOfWork) -> None:
    if changed:
        uow.outbounds.save_many(list(changed.values()))
        emit_changed(uow, changed)
