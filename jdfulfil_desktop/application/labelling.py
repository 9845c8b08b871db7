"""Bring label files into the program, and out of it as the warehouse's handover bundle."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from jdfulfil_desktop.application.bus import Bus
from jdfulfil_desktop.application.ports import LabelPrinter
from jdfulfil_desktop.application.queries import LabelRow, PickRow, Queries, in_pick_order
from jdfulfil_desktop.application.results import LabelReport
from jdfulfil_desktop.domain.commands import OrderKey
from jdfulfil_desktop.domain.errors import ActionCancelled
from jdfulfil_desktop.domain.label_commands import AttachLabels
from jdfulfil_desktop.domain.labels import LabelPage

AT_ONCE = 25
"""Pages a transaction."""
HEADS = ("no", "warehouse_no", "place", "order_no", "outbound_no", "tracking_no", "courier")
Step = Callable[[int, int], None]


def attach_file(
    bus: Bus,
    printer: LabelPrinter,
    path: Path,
    *,
    key: OrderKey | None = None,
    progress: Step = lambda _done, _total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> LabelReport:
    """Keep a file's pages with their orders, part by part; blocks. Raises FulfilError.

    Cancelled half-way the pages kept so far stay: the same file again adds only the others.
    """
    file = printer.read(path)
    total = LabelReport()
    part: list[LabelPage] = []
    for page in file.pages:
        if cancelled():
            raise ActionCancelled
        part.append(page)
        if len(part) == AT_ONCE or page.page == file.count:
            command = AttachLabels(file.file, file.digest, tuple(part), key)
            total = total.plus(bus.submit(command).result())
            progress(page.page, file.count)
            part = []
    return total


@dataclass(frozen=True, slots=True)
class Handover:
    """What the warehouse is handed: orders in pick order, and the newest label pages of each."""

    rows: tuple[PickRow, ...]
    labels: dict[int, tuple[LabelRow, ...]]

    @property
    def pages(self) -> list[int]:
        """Give the ids of label pages in pick order; an order's pages once, at its first parcel."""
        ids = (label.id for row in self.rows for label in self.labels.get(row.order_id, ()))
        return list(dict.fromkeys(ids))

    @property
    def without(self) -> list[PickRow]:
        """Give orders that have no label."""
        return [row for row in self.rows if not self.labels.get(row.order_id)]


def handover_of(q: Queries, order_ids: Sequence[int]) -> Handover:
    """Gather what goes along with orders; of several label files of one order the newest counts."""
    labels: dict[int, list[LabelRow]] = {}
    for label in q.labels_of(order_ids):
        kept = labels.setdefault(label.order_id or 0, [])
        if kept and kept[-1].file != label.file:
            kept.clear()
        kept.append(label)
    rows = tuple(in_pick_order(q.picks(order_ids)))
    return Handover(rows, {order_id: tuple(found) for order_id, found in labels.items()})


def bundle_files(
    handover: Handover, pdfs: dict[int, bytes], printer: LabelPrinter
) -> dict[str, bytes]:
    """Give the files of a ZIP: a list, and a PDF an order, numbered in pick order."""
    files = {"list.csv": _list(handover)}
    done: set[int] = set()
    for number, row in enumerate(handover.rows, start=1):
        pages = [pdfs[x.id] for x in handover.labels.get(row.order_id, ()) if x.id in pdfs]
        if pages and row.order_id not in done:
            done.add(row.order_id)
            name = "".join(c if c.isalnum() or c in "-_" else "_" for c in row.order_no)
            files[f"{number:04}-{name}.pdf"] = printer.bind(pages)
    return files


def _list(handover: Handover) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([*HEADS, "items", "label_pages"])
    for number, row in enumerate(handover.rows, start=1):
        place = next((line.place for line in row.lines if line.place), "")
        items = " + ".join(f"{line.quantity} x {line.sku}" for line in row.lines)
        names = (row.warehouse_no, place, row.order_no, row.outbound_no, row.tracking_no)
        cells = [number, *map(_harmless, names), row.courier, _harmless(items)]
        writer.writerow([*cells, len(handover.labels.get(row.order_id, ()))])
    return out.getvalue().encode("utf-8-sig")


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
