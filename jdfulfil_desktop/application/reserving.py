"""Keep the ledger's reservations true to the outbound orders (R22, CONTRACT stock rows)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from jdfulfil_desktop.application.env import Env
from jdfulfil_desktop.application.ports import UnitOfWork
from jdfulfil_desktop.domain.events import StockChanged
from jdfulfil_desktop.domain.outbound import HOLDS_STOCK, Outbound
from jdfulfil_desktop.domain.stock import LedgerEntry, LedgerKind, numbered

Change = tuple[Outbound | None, Outbound]
"""An outbound order before (None: it is new) and after."""

FEW = 50
"""So many numbers go with an event; beyond them a list reloads."""
_MOST_TURNS = 1000


def settle(uow: UnitOfWork, env: Env, changes: Iterable[Change]) -> list[Outbound]:
    """Release and reserve what changed hands; gives the orders as they are to be saved.

    Stock is reserved for what is queued or at JD and not yet booked out. Each reservation is a turn
    of its own (`NO`, `NO#2` …), so that none can be written twice and none is left out.
    """
    settled: list[Outbound] = []
    released: list[LedgerEntry] = []
    wanting: list[int] = []
    for before, after in changes:
        holds = after.push_state in HOLDS_STOCK and not after.booked
        holds = holds and after.warehouse_no is not None and bool(after.items)
        kept = after
        if before is not None and before.reserved:
            same = before.items == after.items and before.warehouse_no == after.warehouse_no
            if not (holds and same):
                released += _entries(env, before, LedgerKind.RELEASED)
                kept = replace(after, reserved=False)
        if holds and not kept.reserved:
            wanting.append(len(settled))
        settled.append(kept)
    if released:
        uow.ledger.add(released)
    if wanting:
        _reserve(uow, env, settled, wanting)
    moved = {entry.sku for entry in released}
    moved.update(item.sku for place in wanting for item in settled[place].items)
    if moved:
        uow.emit(StockChanged(tuple(sorted(moved)) if len(moved) <= FEW else ()))
    return settled


def _reserve(uow: UnitOfWork, env: Env, outbounds: list[Outbound], places: Sequence[int]) -> None:
    """Reserve for the orders at some places of the list, in a turn that the ledger lacks."""
    waiting = list(places)
    for _ in range(_MOST_TURNS):
        for place in waiting:
            known = outbounds[place]
            outbounds[place] = replace(known, reserved=True, turn=known.turn + 1)
        wanted = {place: _entries(env, outbounds[place], LedgerKind.RESERVED) for place in waiting}
        written = uow.ledger.add([entry for entries in wanted.values() for entry in entries])
        if len(written) == sum(map(len, wanted.values())):
            return
        # An import that was undone left turns of these numbers behind: take those back, go on.
        there = {(entry.document, entry.sku) for entry in written}
        waiting = [
            place
            for place, entries in wanted.items()
            if any((entry.document, entry.sku) not in there for entry in entries)
        ]
        half = {entry.document for place in waiting for entry in wanted[place]}
        uow.ledger.add(
            replace(entry, kind=LedgerKind.RELEASED, quantity=-entry.quantity)
            for entry in written
            if entry.document in half
        )
    raise AssertionError("a thousand turns of one reservation")


def _entries(env: Env, outbound: Outbound, kind: LedgerKind) -> list[LedgerEntry]:
    """Give one entry an item; what ships does so once, what is reserved does so turn by turn."""
    house = outbound.warehouse_no
    if house is None:
        return []
    number, sign = outbound.outbound_no, 1 if kind is LedgerKind.RESERVED else -1
    document = number if kind is LedgerKind.SHIPPED else numbered(number, outbound.turn)
    now = env.now()
    return [
        LedgerEntry(now, house, item.sku, kind, sign * item.quantity, document, env.actor)
        for item in outbound.items
    ]


def ship(uow: UnitOfWork, env: Env, outbounds: Iterable[Outbound]) -> list[LedgerEntry]:
    """Deduct what left the warehouse (R43); the ledger's key lets no order be deducted twice."""
    return uow.ledger.add(
        [entry for outbound in outbounds for entry in _entries(env, outbound, LedgerKind.SHIPPED)]
    )
