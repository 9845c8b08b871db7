"""Rows of products, stock, warehouses, stores, locations and accounts."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from jdfulfil_desktop.domain.ids import Sku, WarehouseNo
from jdfulfil_desktop.domain.stock import Cause, StockRow, likely_cause
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
    family: str = ""
    colour: str = ""
    size: str = ""
    picture: str = ""
    thumbnail: bytes = field(default=b"", repr=False)

    @property
    def variant(self) -> str:
        """Say which of its family it is: `Merah · L`."""
        return " · ".join(part for part in (self.colour, self.size) if part)


@dataclass(frozen=True, slots=True)
class ShelfRow:
    """Units with one date of expiry in a JD warehouse (R17, R22).

    `remaining_days` are counted from today; `state`: JD's class, 1 in order to 4 past its end.
    """

    warehouse_no: str
    sku: str
    name: str
    total: int
    usable: int
    shelf_life_days: int
    state: int
    produced_on: date | None
    expires_on: date | None
    remaining_days: int | None


@dataclass(frozen=True, slots=True)
class LinkedRow:
    """What a channel SKU stands for: (SKU, units), several for a bundle."""

    channel: str
    store: str
    channel_sku: str
    parts: tuple[tuple[str, int], ...]


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
    why: str = ""
    """What speaks for the suggestion: `sku barcode name`."""


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

    @property
    def cause(self) -> Cause | None:
        """Say what most likely makes JD's figure another; None where it is the same."""
        row = StockRow(
            WarehouseNo(self.warehouse_no),
            Sku(self.sku),
            self.on_hand,
            self.reserved,
            self.incoming,
            self.jd_figure,
        )
        return likely_cause(row)


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
