"""Write an order file chunk by chunk under one batch that can be undone whole (R31, R46)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from jdfulfil_desktop.application.deciding import decide_orders
from jdfulfil_desktop.application.env import Env
from jdfulfil_desktop.application.handlers.deciding import with_redecided
from jdfulfil_desktop.application.ports import Batch, RowProblem, UnitOfWork
from jdfulfil_desktop.application.results import ChunkReport, Continued
from jdfulfil_desktop.application.watching import raise_alerts, twice_numbered
from jdfulfil_desktop.domain.commands import (
    BeginImport,
    CompleteImport,
    ImportOrders,
    UndoImport,
)
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.events import ImportsChanged, OrdersChanged, PushQueued, StockChanged
from jdfulfil_desktop.domain.ids import outbound_number
from jdfulfil_desktop.domain.order import Order, OrderSnapshot, merge

UNDO_CHUNK = 1_000
"""Orders a transaction: half a second, so that others get their turn."""


@dataclass(slots=True)
class Sorted:
    """A chunk sorted by what it means for the orders that are known."""

    new: list[Order] = field(default_factory=list)
    updated: list[Order] = field(default_factory=list)
    touched: list[Order] = field(default_factory=list)
    earlier: dict[int, Order] = field(default_factory=dict)
    unchanged: int = 0
    problems: list[RowProblem] = field(default_factory=list)


def sort_chunk(uow: UnitOfWork, env: Env, batch: Batch, chunk: Sequence[OrderSnapshot]) -> Sorted:
    """Merge a chunk into what is known; writes nothing, so that the preview uses it too.

    An order number of the five marketplaces belongs to one store: in a second store's file its row
    is refused, naming the first (R46).
    """
    numbers = [snapshot.order_no for snapshot in chunk]
    known = uow.orders.get_many(batch.channel, numbers, batch.store)
    found = Sorted()
    now = env.now()
    for snapshot in chunk:
        order = known.get(snapshot.order_no)
        if order is None:
            order = Order(batch.store, snapshot, file_time=batch.file_time, first_seen_at=now)
            found.new.append(order)
        elif order.store != batch.store:
            found.problems.append(_in_other_store(snapshot, order))
        else:
            _sort_known(found, order, merge(order, snapshot, batch.file_time))
    return found


def _sort_known(found: Sorted, order: Order, merged: Order) -> None:
    if merged.snapshot != order.snapshot:
        found.updated.append(merged)
        if order.id is not None:
            found.earlier[order.id] = order
        return
    found.unchanged += 1
    if merged.file_time != order.file_time:
        # Only the time moves: it decides whose word on a request for cancellation is newer.
        found.touched.append(merged)


def _in_other_store(snapshot: OrderSnapshot, order: Order) -> RowProblem:
    row = snapshot.rows[0] if snapshot.rows else 0
    return RowProblem(
        row, "order_no", snapshot.order_no, "order_in_other_store", {"store": order.store}
    )


def begin_import(command: BeginImport, uow: UnitOfWork, env: Env) -> int:
    """Open a batch and give its id; nothing of it is claimed before it is complete."""
    store = uow.stores.get(command.store)
    if store is None:
        raise RuleError("store_not_found", subject=command.store)
    if store.archived:
        raise RuleError("store_archived", subject=command.store)
    if store.channel is not command.channel:
        raise RuleError("wrong_channel", subject=command.store, channel=str(command.channel))
    if uow.batches.undoing():
        raise RuleError("undo_running", subject=command.file)
    return uow.batches.begin(
        command.file, command.channel, command.store, command.file_time, env.now(), env.actor
    )


def import_orders(command: ImportOrders, uow: UnitOfWork, env: Env) -> ChunkReport:
    """Write one chunk: orders, outbound orders, decisions and reservations together."""
    batch = _open_batch(uow, command.batch_id)
    found = sort_chunk(uow, env, batch, command.orders)
    stored = uow.orders.save_many([*found.new, *found.updated], batch.id)
    if found.touched:
        uow.orders.save_many(found.touched, batch.id)
    new = {order.id for order in stored[: len(found.new)] if order.id is not None}
    if stored:
        decide_orders(uow, env, stored, batch_id=batch.id, new=new, earlier=found.earlier)
        _note_statuses(uow, env, found.earlier, stored)
        raise_alerts(uow, env, twice_numbered(uow, _newly_numbered(stored, found.earlier)))
    report = ChunkReport(
        new=len(found.new),
        updated=len(found.updated),
        unchanged=found.unchanged,
        refused=len(found.problems),
        problems=tuple(found.problems),
        unknown_skus=unknown_skus(uow, batch, command.orders),
    )
    counts = {"new": report.new, "updated": report.updated, "unchanged": report.unchanged}
    uow.batches.add_counts(batch.id, {**counts, "refused": report.refused})
    return report


def _open_batch(uow: UnitOfWork, batch_id: int) -> Batch:
    batch = uow.batches.get(batch_id)
    if batch is None:
        raise RuleError("batch_not_found", subject=str(batch_id))
    if batch.complete:
        raise RuleError("batch_complete", subject=str(batch_id))
    return batch


def unknown_skus(uow: UnitOfWork, batch: Batch, chunk: Sequence[OrderSnapshot]) -> tuple[str, ...]:
    """Give the channel SKUs of a chunk that no link leads on from (R16)."""
    skus = {line.channel_sku for snapshot in chunk for line in snapshot.lines}
    linked = uow.products.links(batch.channel, batch.store, skus)
    return tuple(sorted(sku for sku in skus if not linked.get(sku)))


def _newly_numbered(stored: Sequence[Order], earlier: Mapping[int, Order]) -> list[Order]:
    """Give the orders whose tracking number this file brought."""
    known = {order_id: order.tracking_no for order_id, order in earlier.items()}
    return [o for o in stored if o.tracking_no and o.tracking_no != known.get(o.id or 0)]


def _note_statuses(
    uow: UnitOfWork, env: Env, earlier: Mapping[int, Order], stored: Sequence[Order]
) -> None:
    """Write into timelines what a newer file changed of an order."""
    notes = []
    for order in stored:
        before = earlier.get(order.id or 0)
        if before is None or before.status is order.status:
            continue
        document = outbound_number(order.channel, order.order_no)
        data = {"status": str(order.status), "before": str(before.status)}
        notes.append((document, "order_status", env.now(), env.actor, data))
    if notes:
        uow.journal.note_many(notes)


def complete_import(
    command: CompleteImport, uow: UnitOfWork, env: Env
) -> dict[str, int] | Continued[dict[str, int]]:
    """Close a batch: from now on its rows may be claimed. Gives its counts."""
    batch = _open_batch(uow, command.batch_id)
    uow.batches.complete(batch.id, {"problems": command.problems}, env.now())
    uow.emit(OrdersChanged(), PushQueued(), ImportsChanged(batch.id))
    counts = uow.batches.add_counts(batch.id, {})
    if not uow.settings.rules().hold_insufficient_stock:
        return counts
    # What the file took out of the queue may be what others wait for.
    return with_redecided("all", counts, uow, env)


def undo_import(command: UndoImport, uow: UnitOfWork, env: Env) -> list[str] | Continued[list[str]]:
    """Take a batch back whole; gives the numbers of the first outbound orders that went.

    A large one goes in chunks, each a transaction of its own; once begun nothing of it is claimed
    and no import begins. Orders, verdicts, queue and reservations are then what they were; where
    something was linked, bound or registered meanwhile, verdicts follow that. Raises RuleError once
    something of it was sent.
    """
    batch = uow.batches.get(command.batch_id)
    gone = uow.batches.undo(command.batch_id, UNDO_CHUNK, env.actor)
    left = uow.batches.left(command.batch_id)
    uow.emit(OrdersChanged(), StockChanged(), ImportsChanged(command.batch_id, left))
    if left:
        return Continued(gone, UndoImport(command.batch_id))
    return with_redecided(f"store:{batch.store}", gone, uow, env) if batch is not None else gone
