"""Say how JD is spoken to: one account behind one protocol."""

from __future__ import annotations

from collections.abc import (
    AsyncIterator,
    Mapping,
    Sequence,
)
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum
from types import TracebackType
from typing import Protocol

from jdfulfil_desktop.domain.connection import Connection
from jdfulfil_desktop.domain.inbound import InboundNews
from jdfulfil_desktop.domain.outbound import OutboundNews
from jdfulfil_desktop.domain.product import Product


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


class FulfillmentGateway(Protocol):
    """Speak to one JD account.

    Every failure is a `GatewayError` of the tree; writes tell unknown outcomes apart.
    """

    async def seller_info(self) -> SellerInfo: ...

    async def departments(self, department_nos: Sequence[str]) -> list[DepartmentFacts]: ...

    async def warehouses(self, department_no: str) -> list[WarehouseFacts]: ...

    async def sale_platforms(self) -> dict[str, str]:
        """Give code by name."""

    async def shippers(self) -> dict[str, str]:
        """Give the enabled carriers: number by name."""

    async def find_shop(self, department_no: str, own_no: str) -> str | None: ...

    async def create_shop(
        self,
        department_no: str,
        own_no: str,
        name: str,
        sale_platform: str,
        contact: tuple[str, str, str],
    ) -> str:
        """Create a shop; `contact` is (name, phone, address) for after-sales."""

    async def first_supplier(self, department_no: str) -> str | None: ...

    async def create_supplier(self, department_no: str, own_no: str, name: str) -> str: ...

    async def create_goods(self, department_no: str, product: Product) -> str: ...

    async def find_goods(
        self, department_no: str, *, skus: Sequence[str] = (), barcodes: Sequence[str] = ()
    ) -> list[GoodsFacts]:
        """Find goods in batches of at most 50."""

    async def create_inbound(self, request: InboundRequest) -> str: ...

    async def find_inbound(self, department_no: str, inbound_no: str) -> str | None:
        """Ask for JD's number by ours (`queryPoNo`)."""

    async def inbound_news(self, jd_nos: Sequence[str]) -> list[InboundNews]:
        """Ask in batches of 100.

        Receipt SKUs are JD's goods numbers: translate them before applying.
        """

    async def create_outbound(self, request: OutboundRequest) -> str: ...

    async def outbound_news(
        self, department_no: str, outbound_nos: Sequence[str]
    ) -> list[OutboundNews]:
        """Ask by our numbers (`ext.queryOrder`), 100 a call; unknown numbers give no row."""

    async def outbound_history(self, jd_no: str) -> list[OutboundNews]:
        """Give all statuses of one order in JD's order (`queryOrderStatus`)."""

    async def cancel_outbound(self, jd_no: str) -> tuple[CancelAnswer, str]:
        """Ask JD to cancel; gives the answer and JD's words."""

    async def stock(
        self, department_no: str, warehouse_no: str, *, goods_no: str = ""
    ) -> list[StockFigure]:
        """Give good, sellable figures, zeros included, over all pages."""

    def messages(self, cursor: str) -> AsyncIterator[Message]:
        """Follow the message channel from a cursor.

        Raises RetryLater when it breaks, Refused when not offered.
        """

    @property
    def clock_offset_s(self) -> float: ...

    @property
    def calls(self) -> Mapping[str, int]:
        """Count calls by method since the gateway was opened."""

    async def aclose(self) -> None: ...


class GatewayFactory(Protocol):
    """Open gateways and run the OAuth flow.

    Tokens are read from and written to the secret store by PIN.
    """

    def open(self, connection: Connection) -> FulfillmentGateway:
        """Open with the remembered app and token.

        AuthorizeAgain on first use where there is none.
        """

    def trial(self, connection: Connection, app: AppIdentity, token: Token) -> FulfillmentGateway:
        """Open with an app and token that are not remembered yet.

        A failed `connect` changes nothing.
        """

    async def published_app(self, gateway_url: str) -> AppIdentity | None:
        """Ask a practice gateway for its quick app (`GET /sandbox/app`).

        None where there is none.
        """

    def login_url(self, oauth_url: str, app_key: str, redirect_uri: str, state: str) -> str: ...

    async def exchange_code(self, oauth_url: str, app: AppIdentity, code: str) -> Token: ...

    def remember(self, pin: str, app: AppIdentity, token: Token) -> None:
        """Put secret and token into the secret store."""


class LoginListener(Protocol):
    """Wait on 127.0.0.1 for one redirect with one state.

    Wrong or used states get 400 and waiting goes on.
    """

    async def __aenter__(self) -> LoginListener: ...

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...

    @property
    def redirect_uri(self) -> str: ...

    async def wait_for_code(self, state: str, timeout_s: float) -> str: ...
