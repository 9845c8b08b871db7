"""Say how JD is spoken to: one account behind one protocol."""

from __future__ import annotations

from collections.abc import (
    AsyncIterator,
    Callable,
    Mapping,
    Sequence,
)
from datetime import datetime
from types import TracebackType
from typing import Protocol

from jdfulfil_desktop.application.ports.gateway_facts import (
    AppIdentity,
    CancelAnswer,
    Category,
    DepartmentFacts,
    DocumentException,
    DocumentKind,
    ExpiringStock,
    GoodsFacts,
    GoodsPage,
    InboundRequest,
    Message,
    OutboundPacks,
    OutboundRequest,
    OutboundWhole,
    SellerInfo,
    ShelfState,
    StockFigure,
    Token,
    TraceStep,
    WarehouseFacts,
)
from jdfulfil_desktop.domain.connection import Connection, Dialect
from jdfulfil_desktop.domain.inbound import InboundNews
from jdfulfil_desktop.domain.outbound import OutboundNews
from jdfulfil_desktop.domain.product import Product


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

    async def update_shop(
        self, shop_no: str, name: str, contact: tuple[str, str, str] | None = None
    ) -> None:
        """Rename a shop, and give it another after-sales contact: (name, phone, address)."""

    async def update_goods(self, department_no: str, product: Product) -> None:
        """Write a product's weight and size to JD, by our SKU.

        Name, shelf life and category are fixed at JD from the day of registration.
        """

    async def goods_page(
        self, department_no: str, page: int, *, since: datetime | None = None
    ) -> GoodsPage:
        """Give one page of all goods that JD has, the first is 1: for taking them over.

        `since`: only those that were changed from then on.
        """

    async def categories(self, first_no: str = "", second_no: str = "") -> list[Category]:
        """Give the first level; below a first the second; below a second the third."""

    async def expiring_stock(
        self,
        department_no: str,
        warehouse_no: str,
        *,
        goods_no: str = "",
        state: ShelfState | None = None,
    ) -> list[ExpiringStock]:
        """Give stock by date of expiry over all pages, of one state where named."""

    async def cancel_inbound(self, jd_no: str) -> tuple[CancelAnswer, str]:
        """Ask JD to cancel an inbound list; gives the answer and JD's words."""

    async def close_inbound(self, jd_no: str) -> tuple[CancelAnswer, str]:
        """Ask JD to end a list with what has arrived; gives the answer and JD's words."""

    async def cancel_outbound_by_own(
        self, department_no: str, outbound_no: str
    ) -> tuple[CancelAnswer, str]:
        """Ask JD to cancel by our number, where JD's is not known (`cancelSoOrder`)."""

    async def outbound_packs(self, jd_nos: Sequence[str]) -> list[OutboundPacks]:
        """Give the packages and JD's way bills of orders, 50 a call; unknown numbers give none."""

    async def outbound_whole(self, jd_no: str) -> OutboundWhole:
        """Give all that JD has of one order: split children, what really went out, packages."""

    async def outbound_numbers(
        self, department_no: str, status: int, since: datetime, until: datetime
    ) -> list[str]:
        """Give JD's numbers of the orders in one status that were created in a time, 100 a call.

        The time may be at most a month.
        """

    async def exceptions(
        self,
        department_no: str,
        own_numbers: Sequence[str] = (),
        *,
        kind: DocumentKind = DocumentKind.OUTBOUND,
        most: int = 0,
    ) -> list[DocumentException]:
        """Give the paused documents of a department: all, or those among our numbers.

        `most`: no further page is asked for once there are so many.
        """

    async def outbound_trace(self, department_no: str, jd_no: str) -> list[TraceStep]:
        """Give the steps of an order's way in JD's order."""

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

    def login_url(
        self,
        oauth_url: str,
        app_key: str,
        redirect_uri: str,
        state: str,
        dialect: Dialect = Dialect.JOS,
    ) -> str: ...

    async def exchange_code(
        self, oauth_url: str, app: AppIdentity, code: str, dialect: Dialect = Dialect.JOS
    ) -> Token: ...

    def remember(self, pin: str, app: AppIdentity, token: Token) -> Callable[[], None]:
        """Put secret and token into the secret store; gives what takes that back.

        All or nothing: what was there before stays where it fails.
        """

    def forget(self, pin: str) -> None:
        """Delete secret and token of a PIN from the secret store."""


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

    def hand_in(self, code: str, state: str = "", error: str = "") -> None:
        """Take an answer of JD that a person pasted; call it in the loop that waits.

        Raises RuleError("login_answer_of_other") where its state is of another login.
        """
