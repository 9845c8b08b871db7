"""Draw up pick lists and packing slips of own warehouses, and a handover's cover sheet."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from jdfulfil_desktop.application.queries import PickRow, in_pick_order
from jdfulfil_desktop.gui.papers.canvas import RIGHT
from jdfulfil_desktop.gui.papers.documents import Paper, PaperColumn
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts

_ADDRESS_WIDTH, _ADDRESS_LINES = 40, 3


@dataclass(slots=True)
class _Pick:
    """A product at its place, with all that the orders want of it."""

    place: str
    sku: str
    name: str
    barcode: str
    quantity: int = 0
    orders: int = 0


def pick_list(
    rows: Sequence[PickRow], warehouse: str, texts: Texts, now: datetime, by: str
) -> Paper:
    """List what to fetch, place by place, each product once with all that is wanted of it."""
    wanted = _picks(rows)
    units = sum(pick.quantity for pick in wanted)
    number = texts.number
    return Paper(
        title=tr("Pick list"),
        number=f"PICK-{now.astimezone(texts.formats.zone):%Y%m%d-%H%M%S}",
        facts=(
            (tr("Warehouse"), warehouse),
            (tr("Orders"), number(len(rows))),
            (tr("Drawn up"), texts.time(now)),
            (tr("By"), by),
        ),
        columns=(
            PaperColumn(tr("Location"), 1.4),
            PaperColumn(tr("Product"), 2.6),
            PaperColumn(tr("Barcode"), 2.6, barcode=True),
            PaperColumn(tr("Orders"), 0.8, RIGHT),
            PaperColumn(tr("Pieces"), 0.8, RIGHT),
            PaperColumn(tr("Picked"), 0.9, ticked=True),
        ),
        rows=tuple(
            (
                pick.place or "–",
                f"{pick.sku}\n{pick.name}",
                pick.barcode or pick.sku,
                number(pick.orders),
                number(pick.quantity),
                "",
            )
            for pick in wanted
        ),
        total=(tr("Total"), "", "", "", number(units), ""),
        signatures=(tr("Picked by"), tr("Checked by")),
        printed=tr("Printed {0}").format(texts.time(now)),
        row=14.0,
    )


def _picks(rows: Sequence[PickRow]) -> list[_Pick]:
    picks: dict[str, _Pick] = {}
    for row in rows:
        for line in row.lines:
            pick = picks.setdefault(line.sku, _Pick(line.place, line.sku, line.name, line.barcode))
            pick.quantity += line.quantity
            pick.orders += 1
    return sorted(picks.values(), key=lambda pick: (not pick.place, pick.place, pick.sku))


def packing_slips(
    rows: Sequence[PickRow], texts: Texts, now: datetime, copy_of: Callable[[str], int]
) -> list[Paper]:
    """Draw up a slip for each parcel, in pick order; `copy_of`: outbound number -> its copy."""
    return [_slip(row, texts, now, copy_of(row.outbound_no)) for row in in_pick_order([*rows])]


def _slip(row: PickRow, texts: Texts, now: datetime, copy: int) -> Paper:
    number = texts.number
    return Paper(
        title=tr("Packing slip"),
        number=row.order_no,
        facts=_facts(row, texts),
        columns=(
            PaperColumn(tr("Location"), 1.3),
            PaperColumn(tr("SKU"), 2.0),
            PaperColumn(tr("Product"), 3.2),
            PaperColumn(tr("Pieces"), 0.8, RIGHT),
            PaperColumn(tr("Packed"), 0.9, ticked=True),
        ),
        rows=tuple(
            (line.place or "–", line.sku, line.name, number(line.quantity), "")
            for line in row.lines
        ),
        total=("", "", tr("Total"), number(sum(line.quantity for line in row.lines)), ""),
        mark=tr("REPRINT, copy {0}").format(copy) if copy > 1 else "",
        note=row.note,
        signatures=(tr("Packed by"), tr("Checked by")),
        printed=tr("Printed {0}").format(texts.time(now)),
    )


def _facts(row: PickRow, texts: Texts) -> tuple[tuple[str, str], ...]:
    """Put the recipient's address at the left, how it travels at the right."""
    address = textwrap.wrap(row.address, _ADDRESS_WIDTH)[:_ADDRESS_LINES]
    left = [
        (tr("Recipient"), row.recipient or "–"),
        (tr("Phone"), row.phone or "–"),
        *((tr("Address") if at == 0 else "", line) for at, line in enumerate(address)),
    ]
    right = [
        (tr("Store"), f"{row.store} · {texts.channel(row.channel)}"),
        (tr("Courier"), texts.courier(row.courier) or row.courier or "–"),
        (tr("Tracking no."), row.tracking_no or "–"),
        (tr("Outbound no."), row.outbound_no),
        (tr("Ship by"), texts.time(row.ship_by) if row.ship_by else "–"),
    ]
    high = max(len(left), len(right))
    left += [("", "")] * (high - len(left))
    right += [("", "")] * (high - len(right))
    return tuple(fact for pair in zip(left, right, strict=True) for fact in pair)


def cover_sheet(
    rows: Sequence[PickRow],
    pages: Callable[[int], int],
    texts: Texts,
    now: datetime,
    by: str,
) -> Paper:
    """List the orders of a handover in pick order; `pages` gives an order's label pages by id."""
    number = texts.number
    return Paper(
        title=tr("Handover"),
        number=f"HO-{now.astimezone(texts.formats.zone):%Y%m%d-%H%M%S}",
        facts=(
            (tr("Orders"), number(len(rows))),
            (tr("Warehouse"), ", ".join(dict.fromkeys(r.warehouse_no for r in rows)) or "–"),
            (tr("Drawn up"), texts.time(now)),
            (tr("By"), by),
        ),
        columns=(
            PaperColumn(tr("No."), 0.5, RIGHT),
            PaperColumn(tr("Location"), 1.1),
            PaperColumn(tr("Order no."), 2.0),
            PaperColumn(tr("Tracking no."), 2.0),
            PaperColumn(tr("Items"), 2.4),
            PaperColumn(tr("Label"), 0.8, RIGHT),
            PaperColumn(tr("Handed"), 0.8, ticked=True),
        ),
        rows=tuple(
            _handed(number(at), row, number(pages(row.order_id)) if pages(row.order_id) else "–")
            for at, row in enumerate(rows, start=1)
        ),
        signatures=(tr("Handed over by"), tr("Received by")),
        printed=tr("Printed {0}").format(texts.time(now)),
    )


def _handed(number: str, row: PickRow, pages: str) -> tuple[str, ...]:
    place = next((line.place for line in row.lines if line.place), "–")
    items = " + ".join(f"{line.quantity} x {line.sku}" for line in row.lines)
    return (number, place, row.order_no, row.tracking_no or "–", items, pages, "")
