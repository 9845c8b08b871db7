"""Keep stock as the sum of an append-only ledger (R22)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from jdfulfil_desktop.domain.ids import Sku, WarehouseNo

EXPIRES_SOON_DAYS = 30
"""Stock that ends within so many days is listed as ending soon (R17)."""


class Figure(StrEnum):
    """Name the figure of a stock row that a ledger kind moves."""

    ON_HAND = "on_hand"
    RESERVED = "reserved"
    INCOMING = "incoming"


class LedgerKind(StrEnum):
    """Name what moved stock; the figure it moves stands in `FIGURE_OF`."""

    OPENING = "opening"
    RECEIVED = "received"
    SHIPPED = "shipped"
    RETURNED = "returned"
    ADJUSTMENT = "adjustment"
    RESERVED = "reserved"
    RELEASED = "released"
    PLANNED = "planned"
    ARRIVED = "arrived"


FIGURE_OF = {
    LedgerKind.OPENING: Figure.ON_HAND,
    LedgerKind.RECEIVED: Figure.ON_HAND,
    LedgerKind.SHIPPED: Figure.ON_HAND,
    LedgerKind.RETURNED: Figure.ON_HAND,
    LedgerKind.ADJUSTMENT: Figure.ON_HAND,
    LedgerKind.RESERVED: Figure.RESERVED,
    LedgerKind.RELEASED: Figure.RESERVED,
    LedgerKind.PLANNED: Figure.INCOMING,
    LedgerKind.ARRIVED: Figure.INCOMING,
}


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One signed movement, in units.

    `(document, warehouse_no, sku, kind)` is unique: a second one is ignored.
    """

    at: datetime
    warehouse_no: WarehouseNo
    sku: Sku
    kind: LedgerKind
    quantity: int
    document: str
    by: str


@dataclass(frozen=True, slots=True)
class StockRow:
    """The sums of a SKU's ledger in a warehouse, JD's good sellable figure beside them."""

    warehouse_no: WarehouseNo
    sku: Sku
    on_hand: int = 0
    reserved: int = 0
    incoming: int = 0
    jd_figure: int | None = None
    jd_figure_at: datetime | None = None

    @property
    def available(self) -> int:
        return self.on_hand - self.reserved


def sums(entries: Iterable[LedgerEntry]) -> dict[Figure, int]:
    """Add entries up into the three figures."""
    totals = dict.fromkeys(Figure, 0)
    for entry in entries:
        totals[FIGURE_OF[entry.kind]] += entry.quantity
    return totals


def numbered(document: str, turn: int) -> str:
    """Name a document's later turns `NO#2`, `NO#3` …: a re-reservation or a correction by JD."""
    return document if turn <= 1 else f"{document}#{turn}"


class Cause(StrEnum):
    """Say what most likely makes JD's figure another than ours (R22)."""

    ON_THE_WAY = "on_the_way"
    RESERVED = "reserved"
    UNKNOWN = "unknown"


def likely_cause(row: StockRow) -> Cause | None:
    """Guess why JD counts otherwise; None where it does not, or has not said.

    JD counts a list's goods as they are put away, we when it is completed: so many more may be on
    the way. It counts an order's goods out as they leave, we at its status: so many less may be of
    orders that still reserve them here.
    """
    if row.jd_figure is None or row.jd_figure == row.on_hand:
        return None
    difference = row.jd_figure - row.on_hand
    if 0 < difference <= row.incoming:
        return Cause.ON_THE_WAY
    if 0 < -difference <= row.reserved:
        return Cause.RESERVED
    return Cause.UNKNOWN


@dataclass(frozen=True, slots=True)
class Shelf:
    """Units of a SKU in a JD warehouse with one date of expiry, as JD tells them (R17, R22).

    `state` is JD's class: 1 in order, 2 warning, 3 near its end, 4 past it.
    """

    warehouse_no: WarehouseNo
    sku: Sku
    total: int
    usable: int
    shelf_life_days: int
    state: int
    produced_on: date | None = None
    expires_on: date | None = None
