"""Name what is handed to JD and what comes back: the records of the gateway's port."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import IntEnum, StrEnum

from jdfulfil_desktop.domain.outbound import OutboundNews


@dataclass(frozen=True, slots=True)
class Token:
    """What the OAuth server granted. `subscribed`: scope contains `subscribe` (R6)."""

    access_token: str = field(repr=False)
    refresh_token: str = field(repr=False)
    expires_at: datetime
    subscribed: bool
    pin: str = ""


@dataclass(frozen=True, slots=True)
class AppIdentity:
    """The application that signs calls.

    The practice gateway's published one, or a merchant's own.
    """

    app_key: str
    app_secret: str = field(repr=False)
    isv_source: str
    gateway_id: str = ""


@dataclass(frozen=True, slots=True)
class InstalledApp:
    """The program's own app as a distributor installed it here (R3), and where it may be used."""

    gateway_url: str
    oauth_url: str
    app: AppIdentity
    distributor: str = ""


@dataclass(frozen=True, slots=True)
class SellerInfo:
    """What `getSellerInfo` gives: departments with their warehouses for the authorized PIN."""

    seller_no: str
    departments: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class DepartmentFacts:
    """What `queryDept` says of one department."""

    department_no: str
    name: str
    manager_phone: str
    manager_address: str


@dataclass(frozen=True, slots=True)
class WarehouseFacts:
    """What `queryWarehouse` says of one warehouse."""

    warehouse_no: str
    name: str
    phone: str
    address: str
    enabled: bool


@dataclass(frozen=True, slots=True)
class GoodsFacts:
    """What `queryGoodsInfo` says of goods that JD has."""

    goods_no: str
    sku: str
    barcodes: tuple[str, ...]
    name: str


@dataclass(frozen=True, slots=True)
class InboundRequest:
    """What `addPoOrder` needs. `lines`: (goods_no, units)."""

    inbound_no: str
    department_no: str
    warehouse_no: str
    supplier_no: str
    note: str
    lines: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class OutboundRequest:
    """What `addOrder` needs (PROTOCOL 10); frozen as JSON when claimed, sent again byte for byte.

    `lines`: (goods_no, units). `created_at` ISO UTC. `courier`: canonical, for the carrier table.
    """

    outbound_no: str
    department_no: str
    warehouse_no: str
    shop_no: str
    sale_platform: str
    shipper_no: str
    order_no: str
    created_at: str
    consignee_name: str
    consignee_mobile: str
    consignee_address: str
    province: str
    city: str
    county: str
    town: str
    postcode: str
    tracking_no: str
    lines: tuple[tuple[str, int], ...]
    remark: str = ""


@dataclass(frozen=True, slots=True)
class StockFigure:
    """JD's figures of one goods number in a warehouse: good and sellable."""

    goods_no: str
    total: int
    usable: int


class CancelAnswer(IntEnum):
    """JD's answer to a cancel: done, refused, or still open (followed by status)."""

    DONE = 1
    REFUSED = 2
    OPEN = 3


@dataclass(frozen=True, slots=True)
class Message:
    """One line of the message channel (PROTOCOL 4): what changed, not how."""

    message_id: str
    topic: str
    department_no: str
    document_no: str
    status: int


class DocumentKind(StrEnum):
    """Tell JD's two kinds of documents apart where one question covers both (PROTOCOL 3)."""

    OUTBOUND = "XSCK"
    INBOUND = "CGRK"


@dataclass(frozen=True, slots=True)
class Parcel:
    """One package of an outbound order. `goods`: (goods_no, units), where JD names them.

    `waybill` is the number on this parcel, the merchant's own or one of JD's. `weight_g`: grams, 0
    where JD has not weighed it.
    """

    package_no: str
    waybill: str = ""
    weight_g: int = 0
    goods: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class OutboundPacks:
    """What `queryOrderPacks` says of one order. `waybills` are JD's; ours stays ours."""

    jd_no: str
    outbound_no: str
    shipper_no: str = ""
    shipper_name: str = ""
    waybills: tuple[str, ...] = ()
    parcels: tuple[Parcel, ...] = ()


@dataclass(frozen=True, slots=True)
class ShippedLine:
    """A line of an outbound order as JD has it: ordered units, and those that really went out."""

    goods_no: str
    sku: str
    ordered: int
    shipped: int


@dataclass(frozen=True, slots=True)
class OutboundWhole:
    """What `queryOrder` says of one order.

    `children`: JD's numbers of the orders that it was split into; each is asked for on its own.
    `tracking_no`: ours, as JD keeps it. `waybills`: JD's. `history` in JD's order.
    """

    jd_no: str
    outbound_no: str
    status: int
    warehouse_no: str = ""
    shipper_no: str = ""
    tracking_no: str = ""
    pin: str = ""
    waybills: tuple[str, ...] = ()
    children: tuple[str, ...] = ()
    lines: tuple[ShippedLine, ...] = ()
    parcels: tuple[Parcel, ...] = ()
    history: tuple[OutboundNews, ...] = ()

    @property
    def short(self) -> tuple[ShippedLine, ...]:
        """Give the lines of which fewer units went out than were ordered."""
        return tuple(line for line in self.lines if line.shipped < line.ordered)


@dataclass(frozen=True, slots=True)
class DocumentException:
    """A document that JD has paused, and why (`queryExceptionList`). Words are JD's."""

    kind: DocumentKind
    jd_no: str
    own_no: str
    code: str = ""
    message: str = ""
    reason: str = ""
    solution: str = ""
    paused_at: datetime | None = None


class ShelfState(IntEnum):
    """Say how near stock is to its end: JD's own classes."""

    GOOD = 1
    WARNING = 2
    NEAR_EXPIRY = 3
    EXPIRED = 4


@dataclass(frozen=True, slots=True)
class ExpiringStock:
    """Units of goods in a warehouse with one date of expiry. `remaining_days` may be negative."""

    goods_no: str
    sku: str
    name: str
    total: int
    usable: int
    shelf_life_days: int
    remaining_days: int
    state: ShelfState
    produced_on: date | None = None
    expires_on: date | None = None


@dataclass(frozen=True, slots=True)
class GoodsPage:
    """One page of all goods of a department; `total` is JD's count of all, 0 where it gives none.

    `is_last`: no further page follows.
    """

    goods: tuple[GoodsFacts, ...]
    total: int
    is_last: bool


@dataclass(frozen=True, slots=True)
class Category:
    """A category of JD's goods tree."""

    number: str
    name: str


@dataclass(frozen=True, slots=True)
class TraceStep:
    """One step on an order's way, in JD's words."""

    at: datetime | None
    title: str
    words: str
    waybill: str = ""
