"""Import files from any worker thread: look first, write in chunks, undo when cancelled (R31, R16).

Nothing is written before the user agrees; what was written of a cancelled or failed import is taken
back whole. Tables of products, stock and locations have modules of their own (`product_table` …).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from itertools import chain, islice

from jdfulfil_desktop.application import previewing
from jdfulfil_desktop.application.bus import Bus
from jdfulfil_desktop.application.env import Env
from jdfulfil_desktop.application.handlers.importing import Sorted, sort_chunk, unknown_skus
from jdfulfil_desktop.application.ports import (
    Batch,
    OrderSheet,
    OrderSource,
    Priority,
    RowProblem,
    SheetInfo,
    UnitOfWork,
)
from jdfulfil_desktop.application.results import ChunkReport, ImportReport, PreviewRow
from jdfulfil_desktop.domain.commands import (
    BeginImport,
    CompleteImport,
    ImportOrders,
    UndoImport,
)
from jdfulfil_desktop.domain.errors import ActionCancelled, FileProblem, UsageError
from jdfulfil_desktop.domain.order import Channel, OrderSnapshot
from jdfulfil_desktop.domain.warehouse import Store

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]

_AHEAD = 1
"""Transactions that wait at the writer while the next is read: it stays busy, none pile up."""
_TOGETHER = 3
"""Chunks a transaction, some 1,200 orders: one costs a look at everything that decisions depend on
and a walk to the disk. With one chunk each an import takes a fifth longer; with more, others wait
longer than a tenth of a second for their turn.
"""


@dataclass(slots=True)
class _Sum:
    """Add chunks up to a file's report."""

    new: int = 0
    updated: int = 0
    unchanged: int = 0
    refused: int = 0
    problems: list[RowProblem] = field(default_factory=list)
    unknown: set[str] = field(default_factory=set)

    def add(self, chunk: ChunkReport) -> None:
        self.new += chunk.new
        self.updated += chunk.updated
        self.unchanged += chunk.unchanged
        self.refused += chunk.refused
        self.problems += chunk.problems
        self.unknown.update(chunk.unknown_skus)

    def report(self, info: SheetInfo, store: str, batch_id: int | None = None) -> ImportReport:
        problems = sorted([*info.problems, *self.problems], key=lambda problem: problem.row)
        return ImportReport(
            file=info.file,
            channel=str(info.channel),
            store=store,
            rows_read=info.rows_read,
            orders_new=self.new,
            orders_updated=self.updated,
            orders_unchanged=self.unchanged,
            orders_refused=info.refused_orders + self.refused,
            problems=tuple(problems),
            unknown_skus=tuple(sorted(self.unknown)),
            unknown_statuses=info.unknown_statuses,
            batch_id=batch_id,
            fingerprint=info.fingerprint,
        )


def import_source(
    bus: Bus,
    source: OrderSource,
    *,
    store: str = "",
    dry_run: bool = False,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> ImportReport:
    """Read, look at and (unless `dry_run`) write what a source of orders has.

    Raises UsageError (`store_needed`, `store_not_found`), FileProblem (`wrong_channel` …),
    ActionCancelled.
    """
    with source.read(cancelled=cancelled) as sheet:
        name = resolve_store(bus, sheet.info, store)
        if dry_run:
            return preview(bus, sheet, name)
        return run(bus, sheet, name, progress=progress, cancelled=cancelled)


def resolve_store(bus: Bus, info: SheetInfo, store: str = "") -> str:
    """Give the store a file belongs to: the one named, else its channel's only one.

    Raises UsageError("store_needed" | "store_not_found"), FileProblem("wrong_channel").
    """
    if store:
        named = store_named(bus, store)
        if named.channel is not info.channel:
            raise wrong_channel(info.file, named, info.channel)
        return named.name
    names = [known.name for known in _stores(bus) if known.channel is info.channel]
    if len(names) != 1:
        known_ones = ", ".join(sorted(names))
        raise UsageError("store_needed", subject=str(info.channel), known=known_ones)
    return names[0]


def _stores(bus: Bus) -> list[Store]:
    return bus.writer.submit(lambda uow: uow.stores.all()).result()


def store_named(bus: Bus, name: str) -> Store:
    """Give a store. Raises UsageError("store_not_found")."""
    for store in _stores(bus):
        if store.name == name:
            return store
    raise UsageError("store_not_found", subject=name)


def wrong_channel(file: str, store: Store, channel: Channel) -> FileProblem:
    """Say that a file is another channel's than the store's."""
    return FileProblem(
        "wrong_channel",
        subject=file,
        store=store.name,
        store_channel=str(store.channel),
        channel=str(channel),
    )


def preview(
    bus: Bus,
    sheet: OrderSheet,
    store: str,
    *,
    with_rows: bool = False,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> ImportReport:
    """Say what importing a sheet would do; nothing is written.

    `with_rows` says it order by order as well. Raises ActionCancelled.
    """
    info = sheet.info
    found, gaps = _Sum(), 0
    rows: list[PreviewRow] = previewing.unread_rows(sheet) if with_rows else []
    batch = Batch(0, info.file, info.channel, store, info.modified_at, complete=False)
    for chunk in sheet.chunks():
        if cancelled is not None and cancelled():
            raise ActionCancelled(subject=info.file)
        look = _look(bus.env, batch, chunk)
        report, sorted_ = bus.writer.submit(look, Priority.BULK).result()
        found.add(report)
        if with_rows:
            rows += previewing.chunk_rows(chunk, sorted_)
            gaps += previewing.with_gaps(sorted_)
        _say(found, info, progress)
    return replace(found.report(info, store), rows=previewing.in_order(rows), gaps=gaps)


def _look(
    env: Env, batch: Batch, chunk: tuple[OrderSnapshot, ...]
) -> Callable[[UnitOfWork], tuple[ChunkReport, Sorted]]:
    def work(uow: UnitOfWork) -> tuple[ChunkReport, Sorted]:
        sorted_ = sort_chunk(uow, env, batch, chunk)
        report = ChunkReport(
            new=len(sorted_.new),
            updated=len(sorted_.updated),
            unchanged=sorted_.unchanged,
            refused=len(sorted_.problems),
            problems=tuple(sorted_.problems),
            unknown_skus=unknown_skus(uow, batch, chunk),
        )
        return report, sorted_

    return work


def run(
    bus: Bus,
    sheet: OrderSheet,
    store: str,
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> ImportReport:
    """Write a sheet under one batch; blocks, so call it from a worker thread.

    `progress(done, total)` counts orders. When `cancelled()` says so, or a chunk fails, the batch
    is undone whole; ActionCancelled or the failure is raised. Where even that fails (a full disk),
    `undo_interrupted` makes up for it.
    """
    info = sheet.info
    with bus.importing_now():
        begin = BeginImport(info.file, info.channel, store, info.modified_at)
        batch_id: int = bus.submit(begin, Priority.BULK).result()
        try:
            done = _write_chunks(bus, sheet, batch_id, progress, cancelled)
            report = done.report(info, store, batch_id)
            bus.submit(CompleteImport(batch_id, len(report.problems)), Priority.BULK).result()
        except BaseException:
            bus.submit(UndoImport(batch_id), Priority.BULK).result()
            raise
        return report


def _write_chunks(
    bus: Bus,
    sheet: OrderSheet,
    batch_id: int,
    progress: Progress | None,
    cancelled: Cancelled | None,
) -> _Sum:
    """Send chunk after chunk to the writer, a few ahead of it."""
    done, waiting = _Sum(), deque[Future[ChunkReport]]()
    try:
        for orders in _together(sheet.chunks()):
            if cancelled is not None and cancelled():
                raise ActionCancelled(subject=sheet.info.file)
            waiting.append(bus.submit(ImportOrders(batch_id, orders), Priority.BULK))
            while len(waiting) > _AHEAD:
                _take(waiting, done, sheet.info, progress)
        while waiting:
            _take(waiting, done, sheet.info, progress)
        if cancelled is not None and cancelled():
            raise ActionCancelled(subject=sheet.info.file)
    finally:
        for future in waiting:  # what is under way has to end before it can be undone
            future.exception()
    return done


def _together(chunks: Iterator[tuple[OrderSnapshot, ...]]) -> Iterator[tuple[OrderSnapshot, ...]]:
    """Join a few chunks, as many orders as one transaction writes."""
    while some := list(islice(chunks, _TOGETHER)):
        yield tuple(chain.from_iterable(some))


def _take(
    waiting: deque[Future[ChunkReport]], done: _Sum, info: SheetInfo, progress: Progress | None
) -> None:
    done.add(waiting.popleft().result())
    _say(done, info, progress)


def _say(done: _Sum, info: SheetInfo, progress: Progress | None) -> None:
    if progress is not None:
        count = done.new + done.updated + done.unchanged + done.refused
        progress(count, max(info.orders, count))


def undo_interrupted(bus: Bus) -> int:
    """Take back what imports left that a crash or a full disk ended; gives how many.

    Nothing while this process imports. A batch that another process is still importing is taken
    back as well: its import then ends with `batch_not_found`, and nothing of it stays.
    """
    find = bus.writer.submit(lambda uow: [] if bus.importing else uow.batches.incomplete())
    left: list[int] = find.result()
    for batch_id in left:
        bus.submit(UndoImport(batch_id), by_itself=True).result()
    return len(left)
