"""Rows of products, stock, warehouses, stores, locations and accounts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from jdfulfil_desktop.domain.users import User


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
    archived: bool = False


@dataclass(frozen=True, slots=True)
class GoodsName:
    """What a product is called: as much as a field shows that a scanner types into."""

    sku: str
    name: str
    barcode: str
    picture: str


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A channel SKU that stands for a product; `store` "" holds for every store of the channel.

    `quantity`: units of the product in one; `parts`: how many products it is made of.
    """

    channel: str
    store: str
    channel_sku: str
    quantity: int
    parts: int


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
    threshold: int | None = None
    """It runs low below this many available; None: not set."""


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
    dialect: str = "jos"
    on_hold: bool = False
    app_key: str = ""
    over_limit: int = 0
    """Orders that R3's daily limit holds."""
    unauthorized: int = 0
    """Orders that wait for nothing but a new authorization (R10)."""


@dataclass(frozen=True, slots=True)
class Removed:
    """What was removed or put away, and may come back."""

    connections: tuple[ConnectionRow, ...] = ()
    stores: tuple[StoreRow, ...] = ()
    users: tuple[User, ...] = ()
