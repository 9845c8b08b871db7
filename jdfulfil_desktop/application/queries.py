"""Name the pages that lists show.

Flat frozen rows, read on reader threads, never through the domain.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol


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
    """One row of Pesanan Outbound: an order with its (first) outbound order, or without one.

    `basket`: `accept tracking held queued uncertain at_jd done closed`. `reason_*`: the first
    to mend.
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


@dataclass(frozen=True, slots=True)
class LineRow:
    """One order line and the master SKUs it stands for."""

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


@dataclass(frozen=True, slots=True)
class ProductRow:
    """A master product.

    `goods_no`, `push_state` of its first JD warehouse; `warehouses` all it is in.
    """

    sku: str
    name: str
    barcode: str
    weight_g: int
    length_mm: int
    width_mm: int
    height_mm: int
    shelf_life_days: int | None
    inbound_limit_days: int | None
    outbound_limit_days: int | None
    shelf_life_confirmed: bool
    goods_no: str
    push_state: str
    warehouses: tuple[str, ...]
    links: int
    error_code: str
    error_text: str


@dataclass(frozen=True, slots=True)
class UnlinkedRow:
    """A channel SKU that orders wait for, and the master SKU that suggests itself."""

    channel: str
    store: str
    channel_sku: str
    name: str
    orders: int
    suggestion: str


@dataclass(frozen=True, slots=True)
class StockListRow:
    """One SKU in one warehouse: our figures, JD's beside them."""

    warehouse_no: str
    warehouse_name: str
    kind: str
    sku: str
    name: str
    on_hand: int
    reserved: int
    available: int
    incoming: int
    jd_figure: int | None
    jd_figure_at: datetime | None
    push_state: str
    locations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One signed movement of stock."""

    at: datetime
    warehouse_no: str
    sku: str
    kind: str
    quantity: int
    document: str
    by: str


@dataclass(frozen=True, slots=True)
class WarehouseRow:
    """One warehouse with what is going on in it."""

    warehouse_no: str
    kind: str
    name: str
    department_no: str
    pin: str
    active: bool
    news: str
    connection_state: str
    stores: tuple[str, ...]
    skus: int
    open_outbounds: int
    open_inbounds: int
    on_hand: int


@dataclass(frozen=True, slots=True)
class StoreRow:
    """One store and the warehouses it is bound to."""

    name: str
    channel: str
    contact_name: str
    contact_phone: str
    contact_address: str
    bindings: tuple[tuple[str, int, str], ...]
    """(warehouse_no, priority, shop_no)"""
    orders: int


@dataclass(frozen=True, slots=True)
class LocationRow:
    """One location and what lies there."""

    warehouse_no: str
    code: str
    skus: tuple[str, ...]


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


@dataclass(frozen=True, slots=True)
class ConnectionRow:
    """One account and its health."""

    pin: str
    mode: str
    news: str
    state: str
    state_code: str
    token_expires_at: datetime | None
    clock_offset_s: float
    last_contact_at: datetime | None
    last_news_at: datetime | None
    gateway_url: str
    departments: tuple[tuple[str, tuple[str, ...]], ...]
    sent_today: int
    queued: int


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
    """What Beranda and the status strip show."""

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
    """One hit of the header's search: `kind` is `order product location inbound`."""

    kind: str
    key: str
    title: str
    subtitle: str


class Queries(Protocol):
    """Read one committed state. Every `…_page` takes offset and limit and is quick at any depth."""

    def outbound_page(
        self, filter: Filter, sort: Sort, offset: int, limit: int
    ) -> list[OutboundRow]: ...

    def outbound_count(self, filter: Filter) -> int: ...

    def outbound_baskets(self) -> dict[str, int]: ...

    def order_details(
        self,
        order_ids: Sequence[int] | None = None,
        *,
        channel: str = "",
        order_no: str = "",
        store: str = "",
        after_id: int = 0,
        limit: int = 1000,
    ) -> list[OrderDetail]:
        """Give whole orders, ascending by id; all, by ids, or by channel and number."""

    def outbounds(self) -> list[OutboundDetail]: ...

    def product_page(
        self, filter: Filter, sort: Sort, offset: int, limit: int
    ) -> list[ProductRow]: ...

    def product_count(self, filter: Filter) -> int: ...

    def unlinked(self) -> list[UnlinkedRow]: ...

    def stock_page(
        self, filter: Filter, sort: Sort, offset: int, limit: int
    ) -> list[StockListRow]: ...

    def stock_count(self, filter: Filter) -> int: ...

    def ledger(self, sku: str, warehouse_no: str = "") -> list[LedgerRow]: ...

    def warehouses(self) -> list[WarehouseRow]: ...

    def stores(self) -> list[StoreRow]: ...

    def location_page(
        self, filter: Filter, sort: Sort, offset: int, limit: int
    ) -> list[LocationRow]: ...

    def location_count(self, filter: Filter) -> int: ...

    def inbound_page(
        self, filter: Filter, sort: Sort, offset: int, limit: int
    ) -> list[InboundRow]: ...

    def inbound_count(self, filter: Filter) -> int: ...

    def inbound_baskets(self) -> dict[str, int]: ...

    def inbound(self, inbound_no: str) -> InboundRow | None: ...

    def notes(self, document: str) -> list[NoteRow]: ...

    def connections(self) -> list[ConnectionRow]: ...

    def alerts(self) -> list[AlertRow]: ...

    def overview(self) -> Overview: ...

    def search(self, text: str, limit: int = 20) -> list[SearchHit]: ...

    def settings(self) -> dict[str, object]: ...
