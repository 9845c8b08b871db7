"""Describe a marketplace order: what a file said of it, what the user marked (R31-R46)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from jdfulfil_desktop.domain.ids import OrderNo


class Channel(StrEnum):
    """Name a sales channel; TikTok Shop rows are `tokopedia`, whose file they share."""

    SHOPEE = "shopee"
    TOKOPEDIA = "tokopedia"
    BUKALAPAK = "bukalapak"
    LAZADA = "lazada"
    BLIBLI = "blibli"
    SHOPIFY = "shopify"
    WOOCOMMERCE = "woocommerce"


MARKETPLACES = frozenset(
    {Channel.SHOPEE, Channel.TOKOPEDIA, Channel.BUKALAPAK, Channel.LAZADA, Channel.BLIBLI}
)
"""The five of R31. Their order numbers are unique over stores; other channels' are not (R46)."""


class OrderStatus(StrEnum):
    """Name an order's status in the requirements' own words."""

    PENDING_PAYMENT = "PENDING_PAYMENT"
    PAID = "PAID"
    READY_TO_SHIP = "READY_TO_SHIP"
    SHIPPING = "SHIPPING"
    DELIVERED = "DELIVERED"
    CANCELLED = "CANCELLED"
    RETURNED = "RETURNED"
    UNKNOWN = "UNKNOWN"


CLOSED = frozenset({OrderStatus.DELIVERED, OrderStatus.CANCELLED, OrderStatus.RETURNED})
_FINAL = frozenset({OrderStatus.CANCELLED, OrderStatus.RETURNED})
LEFT = frozenset({OrderStatus.SHIPPING, OrderStatus.DELIVERED})
"""The goods have gone to the buyer (R41, R43)."""
_PROGRESS = {
    OrderStatus.UNKNOWN: 0,
    OrderStatus.PENDING_PAYMENT: 1,
    OrderStatus.PAID: 2,
    OrderStatus.READY_TO_SHIP: 3,
    OrderStatus.SHIPPING: 4,
    OrderStatus.DELIVERED: 5,
}


@dataclass(frozen=True, slots=True)
class OrderLine:
    """One line as the channel names it; `quantity` in units, > 0.

    `package` is the file's package id. `unit_price` in rupiah.
    """

    channel_sku: str
    name: str
    quantity: int
    line_id: str = ""
    package: str = ""
    tracking_no: str = ""
    unit_price: int | None = None


@dataclass(frozen=True, slots=True)
class Consignee:
    """The recipient as the file gives it, masked or not; empty where it has no such column."""

    name: str = ""
    phone: str = ""
    address: str = ""
    province: str = ""
    city: str = ""
    district: str = ""
    village: str = ""
    postcode: str = ""

    @property
    def has_gaps(self) -> bool:
        """Tell whether something that JD requires has to be substituted."""
        return not (self.name and self.phone and self.address)


NO_ADDRESS = "Lihat label marketplace"
"""What JD gets where a file gives no address: the parcel travels on the marketplace's own label."""


def name_in_place(order_no: str) -> str:
    """Give the recipient that JD gets where a file names none."""
    return f"Pembeli {order_no}"


@dataclass(frozen=True, slots=True)
class OrderSnapshot:
    """Hold what one file says of one order. Times are UTC; `country` is ISO 3166 alpha-2.

    `cancel_requested`: the file shows a request for cancellation on an order that has not left
    (R44). `rows`: row numbers as the user sees them in the spreadsheet.
    """

    channel: Channel
    order_no: OrderNo
    status: OrderStatus
    raw_status: str
    courier: str = ""
    raw_courier: str = ""
    tracking_no: str = ""
    country: str = "ID"
    created_at: datetime | None = None
    ship_by: datetime | None = None
    consignee: Consignee = field(default_factory=Consignee)
    lines: tuple[OrderLine, ...] = ()
    cancel_requested: bool = False
    purchase_channel: str = ""
    note: str = ""
    rows: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Order:
    """An order as the program knows it: the file's word merged over time, and the user's marks.

    `store` is the store's name. `typed_tracking_no` came from Atur Pengiriman (R39); a number from
    a file beats it until the push. `file_time` is the modification time of the file that last
    spoke about a request for cancellation.
    """

    store: str
    snapshot: OrderSnapshot
    accepted: bool = False
    on_hold: bool = False
    typed_tracking_no: str = ""
    file_time: datetime | None = None
    first_seen_at: datetime | None = None
    id: int | None = None

    @property
    def channel(self) -> Channel:
        return self.snapshot.channel

    @property
    def order_no(self) -> OrderNo:
        return self.snapshot.order_no

    @property
    def status(self) -> OrderStatus:
        return self.snapshot.status

    def numbered(self, order_id: int) -> Order:
        """Give it with the id that it is kept under: `replace` takes three times as long."""
        return Order(
            self.store,
            self.snapshot,
            self.accepted,
            self.on_hold,
            self.typed_tracking_no,
            self.file_time,
            self.first_seen_at,
            order_id,
        )

    @property
    def tracking_no(self) -> str:
        """Give the number in force: the file's, else the typed one."""
        return self.snapshot.tracking_no or self.typed_tracking_no


def merge(order: Order, newer: OrderSnapshot, file_time: datetime) -> Order:
    """Merge a file's word into a known order; equal content gives an equal order (R46).

    A file is an old snapshot: the status never moves backwards, the first of CANCELLED and RETURNED
    stays, UNKNOWN never replaces a known status, a blank tracking number never erases one, and what
    lies behind the known status only fills gaps (FORMATS rules 8 and 9). Requests for cancellation
    alone go by the file's modification time; where equal, the later import wins.
    """
    known = order.snapshot
    moves = _moves(known.status, newer.status)
    speaks = order.file_time is None or file_time >= order.file_time
    first, second = (newer, known) if moves or newer.status is known.status else (known, newer)
    snapshot = replace(
        first,
        tracking_no=first.tracking_no or second.tracking_no,
        courier=first.courier or second.courier,
        raw_courier=first.raw_courier or second.raw_courier,
        created_at=known.created_at or newer.created_at,
        ship_by=first.ship_by or second.ship_by,
        consignee=_filled(first.consignee, second.consignee),
        lines=_with_known_numbers(first.lines or second.lines, second.lines),
        cancel_requested=newer.cancel_requested if speaks else known.cancel_requested,
        purchase_channel=first.purchase_channel or second.purchase_channel,
        note=first.note or second.note,
        rows=known.rows,
    )
    return replace(order, snapshot=snapshot, file_time=file_time if speaks else order.file_time)


def _moves(known: OrderStatus, newer: OrderStatus) -> bool:
    """Tell whether `newer` may replace `known`."""
    if newer is OrderStatus.UNKNOWN or known in _FINAL:
        return False
    return newer in _FINAL or _PROGRESS[newer] > _PROGRESS[known]


def _filled(first: Consignee, second: Consignee) -> Consignee:
    """Fill what the first leaves blank: some exports of a channel lack the address."""
    if first == second:
        return first
    return Consignee(
        *(getattr(first, name) or getattr(second, name) for name in Consignee.__slots__)
    )


def _with_known_numbers(
    lines: tuple[OrderLine, ...], others: tuple[OrderLine, ...]
) -> tuple[OrderLine, ...]:
    """Keep a package's tracking number where the lines in force leave it blank.

    Without a package id only a line that has no twin can be told again.
    """
    if lines == others:
        return lines
    both = (*others, *lines)
    numbers = {(x.channel_sku, x.package): x.tracking_no for x in both if x.tracking_no}
    if not numbers:
        return lines
    alike = Counter((line.channel_sku, line.package) for line in lines)
    return tuple(
        replace(line, tracking_no=numbers[key])
        if not line.tracking_no
        and (key := (line.channel_sku, line.package)) in numbers
        and (line.package or alike[key] == 1)
        else line
        for line in lines
    )
