"""Book what an inbound list brings: on the way, really received, taken back (R28, R29)."""

from __future__ import annotations

from dataclasses import dataclass

from jdfulfil_desktop.application.env import Env
from jdfulfil_desktop.application.ports import UnitOfWork
from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.inbound import COMPLETED, Inbound, InboundApplied, InboundNews
from jdfulfil_desktop.domain.receipts import Receipt, added
from jdfulfil_desktop.domain.stock import LedgerEntry, LedgerKind, numbered


@dataclass(frozen=True, slots=True)
class Received:
    """An inbound list before JD's news, and what the news did."""

    before: Inbound
    applied: InboundApplied


@dataclass(frozen=True, slots=True)
class Booked:
    """SKUs whose stock moved, goods that no master product stands for, and units put into stock."""

    skus: tuple[Sku, ...] = ()
    unknown: tuple[str, ...] = ()
    units: int = 0


def book_received(uow: UnitOfWork, env: Env, received: Received) -> Booked:
    """Write the ledger's part of an inbound list's news: each entry once, by its key."""
    inbound, applied = received.before, received.applied
    entries: list[LedgerEntry] = []
    if applied.takes_back_plan:
        # The plan itself is written when the list is sent; a list that JD had before our answer
        # came gets it now, so that what is taken back was there.
        entries += _plan(inbound, env, LedgerKind.PLANNED, 1)
        entries += _plan(inbound, env, LedgerKind.ARRIVED, -1)
    known = uow.products.get_many(list(applied.booked)) if applied.booked else {}
    document = numbered(inbound.inbound_no, applied.document_turn)
    entries += [
        _entry(inbound, env, LedgerKind.RECEIVED, sku, units, document)
        for sku, units in applied.booked.items()
        if sku in known
    ]
    written = uow.ledger.add(entries) if entries else []
    return Booked(
        tuple(sorted({entry.sku for entry in written})),
        tuple(sorted(str(sku) for sku in applied.booked if sku not in known)),
        sum(entry.quantity for entry in written if entry.kind is LedgerKind.RECEIVED),
    )


def note_receipt(
    uow: UnitOfWork, env: Env, received: Received, news: InboundNews, booked: Booked
) -> None:
    """Keep what the news added as a receipt of its own (R28); where it added nothing, keep none.

    Whatever JD says before 70 is shown, not booked: such a receipt has no document.
    """
    before, after = received.before, received.applied.inbound
    parts = added(before.lines, after.lines)
    ends = news.status == COMPLETED
    if not parts and not ends:
        return
    document = numbered(after.inbound_no, received.applied.document_turn) if ends else ""
    at = (news.completed_at if ends and received.applied.takes_back_plan else None) or env.now()
    receipt = Receipt(at, news.status, document, booked.units, parts)
    uow.inbounds.add_receipt(after, receipt)


def _plan(inbound: Inbound, env: Env, kind: LedgerKind, sign: int) -> list[LedgerEntry]:
    return [
        _entry(inbound, env, kind, line.sku, sign * line.planned, inbound.inbound_no)
        for line in inbound.lines
        if line.planned
    ]


def _entry(
    inbound: Inbound, env: Env, kind: LedgerKind, sku: Sku, units: int, document: str
) -> LedgerEntry:
    return LedgerEntry(env.now(), inbound.warehouse_no, sku, kind, units, document, env.actor)
