"""Export what is seen: these columns, this filter, this sorting, or what is checked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, tzinfo
from functools import partial

from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.application.queries import Filter, OutboundRow, Queries, Sort
from jdfulfil_desktop.domain.errors import ActionCancelled
from jdfulfil_desktop.gui.desk import Desk
from jdfulfil_desktop.gui.files import choose_place
from jdfulfil_desktop.gui.long_work import LongWork, Step
from jdfulfil_desktop.gui.shell import Shell
from jdfulfil_desktop.gui.tables import Column, ColumnKind, TableView
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.words import tr

_AT_ONCE = 1000


async def export_orders(
    shell: Shell,
    parent: QWidget,
    view: TableView,
    ids: Callable[[], list[int]],
) -> None:
    """Ask where to, and write the rows of `ids()` there; it is called on a worker thread."""
    desk = shell.desk
    place = await choose_place(parent, tr("Export"), tr("Outbound orders") + ".xlsx")
    if place is None:
        return
    shown = seen_columns(view)
    heads = [column.title for column in shown]
    work = LongWork(shell, tr("Exporting {0}").format(place.name))

    def job(step: Step, stopped: Callable[[], bool]) -> int:
        rows = _cells(desk, shown, ids(), step, stopped)
        return desk.program.write_table(place, tr("Outbound orders"), heads, rows)

    try:
        count = await work.in_worker(job)
    except ActionCancelled:
        shell.say(StatusKind.WAITING, tr("Export cancelled: no file was written."))
        return
    said = tr("{0} rows exported.").format(desk.texts.number(count))
    shell.say(StatusKind.DONE, said)


def listed(desk: Desk, wanted: Filter, sort: Sort) -> list[int]:
    """Give the ids of a list; blocks, for a worker thread."""
    return desk.program.reader.submit(lambda q: q.outbound_ids(wanted, sort)).result()


def seen_columns(view: TableView) -> list[Column]:
    """Give the columns that the user wants to see, in the order they stand in."""
    header = view.horizontalHeader()
    layout = view.column_layout
    chosen = [(at, column) for at, column in layout.choosable() if layout.is_wanted(at)]
    return [column for at, column in sorted(chosen, key=lambda pair: header.visualIndex(pair[0]))]


def _cells(
    desk: Desk,
    columns: Sequence[Column],
    ids: Sequence[int],
    step: Step,
    stopped: Callable[[], bool],
) -> Iterator[list[object]]:
    zone = desk.texts.formats.zone
    for at in range(0, len(ids), _AT_ONCE):
        if stopped():
            raise ActionCancelled
        part = ids[at : at + _AT_ONCE]
        rows = desk.program.reader.submit(partial(_rows, part)).result()
        step(at, len(ids))
        for row in rows:
            yield [_plain(column, row, zone) for column in columns]


def _rows(ids: Sequence[int], q: Queries) -> list[OutboundRow]:
    return q.outbound_rows(ids)


def _plain(column: Column, row: OutboundRow, zone: tzinfo) -> object:
    """Give a cell as a spreadsheet takes it; a countdown becomes the moment that it counts to."""
    value = row.ship_by if column.key == "ship_by" else column.value(row)
    if isinstance(value, datetime):
        return value.astimezone(zone)
    if value is None:
        return ""
    return value if column.kind is ColumnKind.NUMBER else str(getattr(value, "text", value))
