"""Book the goods of split and cut orders by what happened, each exactly once (R43)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from jdfulfil_desktop.application.env import Env
from jdfulfil_desktop.application.ports import UnitOfWork
from jdfulfil_desktop.application.reserving import settle
from jdfulfil_desktop.domain.events import StockChanged
from jdfulfil_desktop.domain.ids import Sku, WarehouseNo
from jdfulfil_desktop.domain.jd_document import JdDocument, document_of
from jdfulfil_desktop.domain.outbound import Outbound
from jdfulfil_desktop.domain.stock import LedgerEntry, LedgerKind

Units = Iterable[tuple[Sku, int]]


def hand_over(
    outbound: Outbound, parts: Sequence[JdDocument], uow: UnitOfWork, env: Env
) -> tuple[Outbound, list[JdDocument]]:
    """Let the parts of a split order hold its goods from now on, in one transaction.

    The order itself is marked `booked`: what it ships is deducted by its parts. Where its goods
    were deducted before the split was known, the parts have nothing left to book.
    """
    if any(part.reserved or part.booked for part in parts):
        return outbound, [_joined(part, outbound, uow, env) for part in parts]
    if outbound.booked:
        return outbound, [replace(part, booked=True) for part in parts]
    [settled] = settle(uow, env, [(outbound, replace(outbound, booked=True))])
    [saved] = uow.outbounds.save_many([settled])
    return saved, [_reserve(part, saved, uow, env) for part in parts]


def _joined(part: JdDocument, outbound: Outbound, uow: UnitOfWork, env: Env) -> JdDocument:
    """Reserve for a part that became known later than the others."""
    if part.reserved or part.booked or part.is_cancelled:
        return part
    return _reserve(part, outbound, uow, env)


def _reserve(part: JdDocument, outbound: Outbound, uow: UnitOfWork, env: Env) -> JdDocument:
    units = [(line.sku, line.ordered) for line in part.lines]
    _book(part, outbound, LedgerKind.RESERVED, units, uow, env)
    return replace(part, reserved=True)


def book_part(part: JdDocument, outbound: Outbound, uow: UnitOfWork, env: Env) -> JdDocument:
    """Deduct a part's goods once they left; let go of what was reserved for it once it is over."""
    if not part.reserved or not (part.has_left or part.is_cancelled):
        return part
    ordered = [(line.sku, -line.ordered) for line in part.lines]
    _book(part, outbound, LedgerKind.RELEASED, ordered, uow, env)
    if part.has_left:
        gone = [(sku, -units) for sku, units in part.gone()]
        _book(part, outbound, LedgerKind.SHIPPED, gone, uow, env)
    return replace(part, reserved=False, booked=part.has_left)


def book_short(document: JdDocument, outbound: Outbound, uow: UnitOfWork, env: Env) -> bool:
    """Take back from the deduction what never went out; tell whether that was new."""
    if not outbound.booked:
        return False
    units = [(line.sku, line.ordered - line.shipped) for line in document.short]
    name = document_of(outbound.outbound_no, "short")
    return book(name, outbound, LedgerKind.SHIPPED, units, uow, env)


def book(
    name: str, outbound: Outbound, kind: LedgerKind, units: Units, uow: UnitOfWork, env: Env
) -> bool:
    """Write signed units under a document's name; tell whether any of it was new."""
    house, now = outbound.warehouse_no or WarehouseNo(""), env.now()
    by_sku: dict[Sku, int] = {}
    for sku, count in units:
        by_sku[sku] = by_sku.get(sku, 0) + count
    entries = [
        LedgerEntry(now, house, sku, kind, count, name, env.actor)
        for sku, count in by_sku.items()
        if count
    ]
    written = uow.ledger.add(entries)
    if written:
        uow.emit(StockChanged(tuple(sorted({entry.sku for entry in written}))))
    return bool(written)


def _book(
    part: JdDocument,
    outbound: Outbound,
    kind: LedgerKind,
    units: Units,
    uow: UnitOfWork,
    env: Env,
) -> None:
    book(document_of(outbound.outbound_no, part.jd_no), outbound, kind, units, uow, env)
