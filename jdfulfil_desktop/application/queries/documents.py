"""Rows of orders, outbound and inbound lists, and of what spans them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Filter:
    """What a list shows: a basket, the search text, and exact values by column."""

    basket: str = ""
    search: str = ""
    equals: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sort:
    """How a list is sorted; an empty key is the list's own order."""

    key: str = ""
    descending: bool = False


@dataclass(frozen=True, slots=True)
class OutboundRow:
    """One row of Pesanan Outbound: an order with its outbound order, or without one.

    Of several parts it is the one that most wants a person, else the first.

    `basket`: `accept tracking held queued uncertain at_jd done closed`. `reason_*`: the first
    to mend. `ship_by`: the marketplace's last moment for handing the parcel over.
    """

    order_id: int
    channel: str
    store: str
    order_no: str
    status: str
    courier: str
    raw_courier: str
    tracking_no: str
    outbound_no: str
    push_state: str
    shipment_state: str
    warehouse_no: str
    jd_no: str
    jd_status: int | None
    rule: str
    reason_code: str
    reason_subject: str
    reason_count: int
    basket: str
    created_at: datetime | None
    first_seen_at: datetime | None
    ship_by: datetime | None
    next_attempt_at: datetime | None
    error_code: str
    error_message: str
    jd_waybill: str = ""
    labels: int = 0
    """Pages of shipping labels that are kept with the order."""


@dataclass(frozen=True, slots=True)
class LineRow:
    """One order line and the master SKUs that one unit of it stands for, each with its units."""

    channel_sku: str
    name: str
    quantity: int
    skus: tuple[tuple[str, int], ...]
    package: str = ""


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A line of a document's timeline."""

    at: datetime
    kind: str
    by: str
    data: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class OutboundDetail:
    """One outbound order for JSON and the detail pane (CONTRACT: OUTBOUND)."""

    outbound_no: str
    warehouse_no: str
    push_state: str
    jd_no: str
    jd_status: int | None
    jd_words: str
    shipment_state: str
    tracking_no: str
    sent_tracking_no: str
    attempts: int
    next_attempt_at: datetime | None
    error_code: str
    error_message: str
    items: tuple[tuple[str, int], ...]
    channel: str = ""
    store: str = ""
    order_no: str = ""
    jd_waybill: str = ""


@dataclass(frozen=True, slots=True)
class OrderDetail:
    """One order whole, for `order list`, `order show` and the detail pane."""

    order_id: int
    channel: str
    store: str
    order_no: str
    status: str
    raw_status: str
    courier: str
    raw_courier: str
    tracking_no: str
    country: str
    created_at: datetime | None
    accepted: bool
    on_hold: bool
    lines: tuple[LineRow, ...]
    rule: str
    create: bool
    push: bool
    reasons: tuple[tuple[str, str, tuple[str, ...]], ...]
    outbounds: tuple[OutboundDetail, ...]
    notes: tuple[NoteRow, ...] = ()
    waiting_alike: int = 0
    ship_by: datetime | None = None
    recipient: tuple[str, str, str] = ("", "", "")
    """Name, phone, address as the file gives them; what is blank JD gets substituted."""


@dataclass(frozen=True, slots=True)
class InboundLineRow:
    """One line of an inbound list, planned against received."""

    sku: str
    name: str
    planned: int
    received: int
    differences: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class InboundRow:
    """One inbound list whole; it is small."""

    inbound_no: str
    warehouse_no: str
    note: str
    push_state: str
    jd_no: str
    jd_status: int | None
    created_at: datetime | None
    completed_at: datetime | None
    planned: int
    received: int
    lines: tuple[InboundLineRow, ...]
    error_code: str
    error_text: str
    news_at: datetime | None = None
    """When JD's word of this list came last; None: never."""
    corrections: int = 0
    """How often JD changed its receipt after completion."""


@dataclass(frozen=True, slots=True)
class ReceiptRow:
    """One receipt of an inbound list: what it added, line by line (signed), and what was booked.

    `document`: the ledger's (`NO`, `NO#2` …); empty while JD still receives and nothing is booked.
    """

    at: datetime
    jd_status: int
    document: str
    booked: int
    parts: tuple[tuple[str, int, Mapping[str, int]], ...]


@dataclass(frozen=True, slots=True)
class AlertRow:
    """One thing that wants a person."""

    id: int
    at: datetime
    code: str
    subject: str
    data: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class NeedRow:
    """One line of Beranda's "Perlu Anda": a reason, how many wait for it, and its mend."""

    code: str
    count: int
    oldest_at: datetime | None


@dataclass(frozen=True, slots=True)
class Overview:
    """What Beranda and the status strip show. `held`: all that waits for a person."""

    needs: tuple[NeedRow, ...]
    queued: int
    uncertain: int
    held: int
    at_jd: int
    done: int
    oldest_queued_at: datetime | None
    last_news_at: datetime | None
    orders_by_day: tuple[tuple[str, int, int], ...]
    """(Jakarta day, orders seen, shipments) of the last 14 days, every day present"""
    hours_to_ship: tuple[tuple[str, float], ...]
    """(Jakarta day, median hours from import to shipped)"""
    has_connection: bool
    has_products: bool
    has_stores: bool


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One hit of the header's search: `kind` is `order product location inbound`.

    `key` opens the record: an order's id, a SKU, `WAREHOUSE/CODE`, an inbound number.
    """

    kind: str
    key: str
    title: str
    subtitle: str


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One import: who brought which file, when, and what came of it.

    `state`: `open complete final undoing undone`; `final`: too old to be undone. `counts`: orders
    `new updated unchanged refused`, and `problems`, rows that were not taken.
    """

    batch_id: int
    file: str
    channel: str
    store: str
    by: str
    begun_at: datetime
    completed_at: datetime | None
    state: str
    counts: Mapping[str, int]
    undone_at: datetime | None = None
    undone_by: str = ""
