"""Rows for papers that follow goods: label pages, and what is picked for which order from where."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class LabelRow:
    """One page of a shipping label; `order_no` empty: nobody knows yet whose it is."""

    id: int
    order_id: int | None
    channel: str
    order_no: str
    file: str
    page: int
    matched_by: str
    read: str
    added_at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class PickLine:
    """So many of a product for one outbound order; `place`: its first location there, or empty."""

    sku: str
    name: str
    barcode: str
    quantity: int
    place: str


@dataclass(frozen=True, slots=True)
class PickRow:
    """One outbound order as it is picked and packed: what, from where, for whom."""

    order_id: int
    channel: str
    store: str
    order_no: str
    outbound_no: str
    warehouse_no: str
    tracking_no: str
    courier: str
    recipient: str
    phone: str
    address: str
    note: str
    ship_by: datetime | None
    lines: tuple[PickLine, ...]


def in_pick_order(rows: list[PickRow]) -> list[PickRow]:
    """Sort orders by the way through the warehouse: by the first place that each begins at.

    Orders of one line come before those of several, so that the short way is walked first; what has
    no place stands last.
    """

    def way(row: PickRow) -> tuple[object, ...]:
        places = sorted(line.place for line in row.lines if line.place)
        skus = sorted(line.sku for line in row.lines)
        first = places[0] if places else ""
        return (row.warehouse_no, not places, first, len(row.lines) > 1, skus, row.order_no)

    return sorted(rows, key=way)
