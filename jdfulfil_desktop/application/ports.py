"""Say what the use cases need of the outside. Adapters fulfil these; `bootstrap` puts them together."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum
from pathlib import Path
from typing import Protocol, TypeVar

from jdfulfil_desktop.application.queries import Queries
from jdfulfil_desktop.domain.channels import RuleSettings
from jdfulfil_desktop.domain.connection import Connection
from jdfulfil_desktop.domain.events import Event
from jdfulfil_desktop.domain.inbound import Inbound, InboundNews
from jdfulfil_desktop.domain.location import Location, LocationBinding
from jdfulfil_desktop.domain.order import Channel, Order, OrderSnapshot
from jdfulfil_desktop.domain.outbound import Outbound, OutboundNews
from jdfulfil_desktop.domain.product import Component, Product, SkuLink
from jdfulfil_desktop.domain.stock import LedgerEntry, StockRow
from jdfulfil_desktop.domain.warehouse import Binding, Placement, Store, Warehouse

T = TypeVar("T")


class Clock(Protocol):
    """Tell the time; simulated in tests."""

    def now(self) -> datetime:
        """Give the present time, UTC-aware."""

    def monotonic(self) -> float:
        """Give seconds that never go back."""


class SecretStore(Protocol):
    """Keep App Secret and tokens out of the database. Raises EnvironmentProblem."""

    def read(self, name: str) -> str | None: ...

    def write(self, name: str, value: str) -> None: ...

    def delete(self, name: str) -> None: ...

    @property
    def place(self) -> str:
        """Name where secrets lie: `keyring`, or `file` (encrypted file, said openly)."""


class Notifier(Protocol):
    """Receive events after their commit; called in the writer's thread and must not block."""

    def publish(self, events: Sequence[Event]) -> None: ...


# --- repositories: one unit of work, one transaction -----------------------------------------------


class Connections(Protocol):
    def all(self) -> list[Connection]: ...

    def by_pin(self, pin: str) -> Connection | None: ...

    def by_id(self, connection_id: int) -> Connection | None: ...

    def save(self, connection: Connection) -> Connection:
        """Insert or update with its departments; the stored one carries its id."""

    def sent_on(self, connection_id: int, day: date) -> int:
        """Count first sendings of outbound orders on a Jakarta day (R3)."""

    def count_sending(self, connection_id: int, day: date) -> int:
        """Add one to the day's count and give the new count."""


class Warehouses(Protocol):
    def all(self) -> list[Warehouse]: ...

    def get(self, warehouse_no: str) -> Warehouse | None: ...

    def save(self, warehouse: Warehouse) -> None: ...

    def open_documents(self, warehouse_no: str) -> dict[str, int]:
        """Count what is pending there: keys `outbounds`, `inbounds`."""


class Stores(Protocol):
    def all(self) -> list[Store]: ...

    def get(self, name: str) -> Store | None: ...

    def save(self, store: Store) -> None: ...

    def bindings(self, store: str | None = None) -> list[Binding]:
        """Give bindings by priority, of one store or of all."""

    def save_binding(self, binding: Binding) -> None: ...

    def delete_binding(self, store: str, warehouse_no: str) -> None: ...


class Products(Protocol):
    def get_many(self, skus: Collection[str] | None = None) -> dict[str, Product]: ...

    def by_barcodes(self, barcodes: Collection[str]) -> dict[str, Product]: ...

    def save_many(self, products: Sequence[Product]) -> None: ...

    def links(self, channel: Channel, store: str, channel_skus: Collection[str] | None = None) -> dict[str, tuple[Component, ...]]:
        """Give the links in force: the store's own before those of the whole channel."""

    def all_links(self) -> list[SkuLink]: ...

    def save_link(self, link: SkuLink) -> None: ...

    def placements(self, warehouse_nos: Collection[str] | None = None, skus: Collection[str] | None = None) -> list[Placement]: ...

    def save_placements(self, placements: Sequence[Placement]) -> None: ...


class Ledger(Protocol):
    def add(self, entries: Iterable[LedgerEntry]) -> list[LedgerEntry]:
        """Write entries and move the stock rows by them; doubled keys are left out. Gives those written."""

    def rows(self, warehouse_nos: Collection[str] | None = None, skus: Collection[str] | None = None) -> dict[tuple[str, str], StockRow]: ...

    def set_jd_figures(self, warehouse_no: str, figures: Mapping[str, int], at: datetime) -> None: ...


class Locations(Protocol):
    def existing(self, warehouse_no: str, codes: Collection[str]) -> set[str]: ...

    def add_many(self, locations: Sequence[Location]) -> int:
        """Insert those that are new; gives how many."""

    def bindings(self, warehouse_no: str, skus: Collection[str] | None = None) -> list[LocationBinding]: ...

    def add_bindings(self, bindings: Sequence[LocationBinding]) -> int: ...

    def delete_binding(self, binding: LocationBinding) -> bool: ...


class Inbounds(Protocol):
    def get(self, inbound_no: str) -> Inbound | None: ...

    def by_jd_nos(self, jd_nos: Collection[str]) -> dict[str, Inbound]: ...

    def open(self, connection_id: int | None = None) -> list[Inbound]:
        """Give those that JD may still have news of."""

    def due(self, now: datetime) -> list[Inbound]:
        """Give queued and uncertain ones whose time has come."""

    def next_number(self, day: date) -> str:
        """Give the next free number of ours, `IN-YYMMDD-NNN`."""

    def save(self, inbound: Inbound) -> Inbound: ...

    def delete(self, inbound_no: str) -> None: ...


class Orders(Protocol):
    def get(self, channel: Channel, order_no: str, store: str = "") -> list[Order]:
        """Give the orders with that number: one, or one a store for Shopify and WooCommerce."""

    def get_many(self, channel: Channel, order_nos: Collection[str], store: str = "") -> dict[str, Order]:
        """Give known orders by number. For the five marketplaces over all stores, else of `store`."""

    def save_many(self, orders: Sequence[Order], batch_id: int | None = None) -> list[Order]:
        """Insert or update; with a batch, what was there before is kept so that the batch can be undone."""

    def with_tracking_no(self, tracking_no: str) -> list[Order]: ...

    def open_ids(self, cause: str, after_id: int, limit: int) -> list[int]:
        """Give ids of orders whose verdict `cause` can change (see RedecideOrders), ascending."""

    def by_ids(self, ids: Collection[int]) -> list[Order]: ...

    def save_decision(self, decisions: Mapping[int, StoredDecision]) -> None: ...


@dataclass(frozen=True, slots=True)
class StoredDecision:
    """A decision as stored with its order, for lists and `order list`."""

    rule: str
    create: bool
    push: bool
    reasons: tuple[tuple[str, str, tuple[str, ...]], ...]
    """(code, rule, subjects) in the order of mending."""


class Outbounds(Protocol):
    def get(self, outbound_no: str) -> Outbound | None: ...

    def of_orders(self, order_ids: Collection[int]) -> dict[int, list[Outbound]]:
        """Give each order's outbound orders, the newest attempt of each part, by part."""

    def save_many(self, outbounds: Sequence[Outbound], batch_id: int | None = None) -> list[Outbound]: ...

    def delete_many(self, ids: Collection[int]) -> None: ...

    def by_jd_nos(self, jd_nos: Collection[str]) -> dict[str, Outbound]: ...

    def by_numbers(self, outbound_nos: Collection[str]) -> dict[str, Outbound]: ...

    def claimable(self, connection_id: int, now: datetime, limit: int) -> list[Outbound]:
        """Give queued ones whose batch is complete and whose time has come, fairly by age."""

    def uncertain(self, connection_id: int, now: datetime, limit: int) -> list[Outbound]:
        """Give uncertain and cancelling ones whose time to ask has come."""

    def open_at_jd(self, connection_id: int) -> list[Outbound]:
        """Give pushed ones that JD may still have news of."""

    def sending(self) -> list[Outbound]:
        """Give those that a crash left in `sending`."""

    def next_due(self, connection_id: int) -> datetime | None:
        """Give the earliest time at which something of a connection is due; None: nothing waits."""

    def request(self, outbound_no: str) -> str | None:
        """Give the frozen request (JSON) of an outbound order, once claimed."""

    def freeze_request(self, outbound_no: str, request: str | None) -> None: ...


class Batches(Protocol):
    def begin(self, file: str, channel: Channel, store: str, file_time: datetime, at: datetime, by: str) -> int: ...

    def get(self, batch_id: int) -> Batch | None: ...

    def complete(self, batch_id: int, counts: Mapping[str, int], at: datetime) -> None: ...

    def add_counts(self, batch_id: int, counts: Mapping[str, int]) -> dict[str, int]: ...

    def undo(self, batch_id: int) -> list[str]:
        """Put back what the batch changed; gives outbound numbers that went. Refused (RuleError) once pushed."""

    def incomplete(self) -> list[int]: ...


@dataclass(frozen=True, slots=True)
class Batch:
    id: int
    file: str
    channel: Channel
    store: str
    file_time: datetime
    complete: bool


class Journal(Protocol):
    """Keep what people should be able to look up: the timeline of documents, alerts, refused news."""

    def note(self, document: str, kind: str, at: datetime, by: str, **data: object) -> None:
        """Add a line to a document's timeline (`kind` is a code, data fills its words)."""

    def note_many(self, notes: Sequence[tuple[str, str, datetime, str, Mapping[str, object]]]) -> None: ...

    def alert(self, code: str, subject: str, at: datetime, **data: object) -> None: ...

    def dismiss(self, alert_id: int) -> None: ...


class Settings(Protocol):
    def rules(self) -> RuleSettings: ...

    def get(self, name: str, default: object = None) -> object: ...

    def put(self, name: str, value: object) -> None: ...

    def check_gateway(self, gateway: str) -> None:
        """Raise RuleError("other_gateway") when the database is bound to another gateway; binds nothing."""

    def bind_gateway(self, gateway: str) -> None:
        """Bind the database to a gateway's id or origin; RuleError("other_gateway") when it is bound to another."""


class UnitOfWork(Protocol):
    """One transaction over all repositories. `emit` collects events that are published after the commit."""

    connections: Connections
    warehouses: Warehouses
    stores: Stores
    products: Products
    ledger: Ledger
    locations: Locations
    inbounds: Inbounds
    orders: Orders
    outbounds: Outbounds
    batches: Batches
    journal: Journal
    settings: Settings

    def emit(self, *events: Event) -> None: ...


class Priority(IntEnum):
    """Order the writer's queue: JD's answers before people, people before imports."""

    ANSWER = 0
    PERSON = 1
    BULK = 2


class Writer(Protocol):
    """Own all writing: one thread, one transaction a piece of work, in the order of priority."""

    def submit(self, work: Callable[[UnitOfWork], T], priority: Priority = Priority.PERSON) -> Future[T]:
        """Queue work. Its exception rolls the transaction back and comes out of the future."""


class Reader(Protocol):
    """Read committed pages on reader threads, never in the caller's."""

    def submit(self, work: Callable[[Queries], T]) -> Future[T]: ...


# --- files -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class RowProblem:
    """One thing that is wrong in a file. `row` is the number the user sees in the spreadsheet."""

    row: int
    column: str
    value: str
    code: str
    data: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SheetInfo:
    """How a file was understood. `columns`: (header, canonical field or "")."""

    file: str
    profile: str
    channel: Channel
    columns: tuple[tuple[str, str], ...]
    modified_at: datetime
    rows_read: int = 0
    orders: int = 0
    refused_orders: int = 0
    problems: tuple[RowProblem, ...] = ()
    unknown_statuses: tuple[str, ...] = ()


class OrderSheet(Protocol):
    """A parsed order file, spooled on disk; chunks can be read several times. Close it after use."""

    info: SheetInfo

    def chunks(self) -> Iterator[tuple[OrderSnapshot, ...]]: ...

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class TableSheet:
    """A small sheet (products, stock) as rows of text by canonical column, with row numbers."""

    file: str
    rows: tuple[tuple[int, Mapping[str, str]], ...]
    problems: tuple[RowProblem, ...] = ()


class SheetReader(Protocol):
    """Read spreadsheets in a child process that can be killed. Raises FileProblem, ActionCancelled."""

    def read_orders(
        self,
        path: Path,
        *,
        channel: Channel | None = None,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> AbstractContextManager[OrderSheet]:
        """Recognise the layout by its headers, parse and spool. `progress(done, total)` rows."""

    def read_table(self, path: Path, columns: Mapping[str, Sequence[str]], required: Sequence[str]) -> TableSheet:
        """Read rows by header. `columns`: canonical name -> accepted headers (any language)."""


# --- JD ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Token:
    """What the OAuth server granted. `subscribed`: scope contains `subscribe` (R6)."""

    access_token: str
    refresh_token: str
    expires_at: datetime
    subscribed: bool
    pin: str = ""


@dataclass(frozen=True, slots=True)
class AppIdentity:
    """The application that signs calls: the practice gateway's published one, or a merchant's own."""

    app_key: str
    app_secret: str
    isv_source: str
    gateway_id: str = ""


@dataclass(frozen=True, slots=True)
class SellerInfo:
    """What `getSellerInfo` gives: departments with their warehouses for the authorized PIN."""

    seller_no: str
    departments: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class DepartmentFacts:
    department_no: str
    name: str
    manager_phone: str
    manager_address: str


@dataclass(frozen=True, slots=True)
class WarehouseFacts:
    warehouse_no: str
    name: str
    phone: str
    address: str
    enabled: bool


@dataclass(frozen=True, slots=True)
class GoodsFacts:
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
    """Speak to one JD account. Every failure is a `GatewayError` of the tree; writes tell unknown outcomes apart."""

    async def seller_info(self) -> SellerInfo: ...

    async def departments(self, department_nos: Sequence[str]) -> list[DepartmentFacts]: ...

    async def warehouses(self, department_no: str) -> list[WarehouseFacts]: ...

    async def sale_platforms(self) -> dict[str, str]:
        """Give code by name."""

    async def shippers(self) -> dict[str, str]:
        """Give the enabled carriers: number by name."""

    async def find_shop(self, department_no: str, own_no: str) -> str | None: ...

    async def create_shop(self, department_no: str, own_no: str, name: str, sale_platform: str, contact: tuple[str, str, str]) -> str:
        """Create a shop; `contact` is (name, phone, address) for after-sales."""

    async def first_supplier(self, department_no: str) -> str | None: ...

    async def create_supplier(self, department_no: str, own_no: str, name: str) -> str: ...

    async def create_goods(self, department_no: str, product: Product) -> str: ...

    async def find_goods(self, department_no: str, *, skus: Sequence[str] = (), barcodes: Sequence[str] = ()) -> list[GoodsFacts]:
        """Find goods in batches of at most 50."""

    async def create_inbound(self, request: InboundRequest) -> str: ...

    async def find_inbound(self, department_no: str, inbound_no: str) -> str | None:
        """Ask for JD's number by ours (`queryPoNo`)."""

    async def inbound_news(self, jd_nos: Sequence[str]) -> list[InboundNews]:
        """Ask in batches of 100. Receipt SKUs are JD's goods numbers: translate them before applying."""

    async def create_outbound(self, request: OutboundRequest) -> str: ...

    async def outbound_news(self, department_no: str, outbound_nos: Sequence[str]) -> list[OutboundNews]:
        """Ask by our numbers (`ext.queryOrder`), 100 a call; unknown numbers give no row."""

    async def outbound_history(self, jd_no: str) -> list[OutboundNews]:
        """Give all statuses of one order in JD's order (`queryOrderStatus`)."""

    async def cancel_outbound(self, jd_no: str) -> tuple[CancelAnswer, str]:
        """Ask JD to cancel; gives the answer and JD's words."""

    async def stock(self, department_no: str, warehouse_no: str, *, goods_no: str = "") -> list[StockFigure]:
        """Give good, sellable figures, zeros included, over all pages."""

    def messages(self, cursor: str) -> AsyncIterator[Message]:
        """Follow the message channel from a cursor; raises RetryLater when it breaks, Refused when not offered."""

    @property
    def clock_offset_s(self) -> float: ...

    @property
    def calls(self) -> Mapping[str, int]:
        """Count calls by method since the gateway was opened."""

    async def aclose(self) -> None: ...


class GatewayFactory(Protocol):
    """Open gateways and run the OAuth flow. Tokens are read from and written to the secret store by PIN."""

    def open(self, connection: Connection) -> FulfillmentGateway:
        """Open with the remembered app and token; AuthorizeAgain on first use where there is none."""

    def trial(self, connection: Connection, app: AppIdentity, token: Token) -> FulfillmentGateway:
        """Open with an app and token that are not remembered yet: a failed `connect` changes nothing."""

    async def published_app(self, gateway_url: str) -> AppIdentity | None:
        """Ask a practice gateway for its quick app (`GET /sandbox/app`); None where there is none."""

    def login_url(self, oauth_url: str, app_key: str, redirect_uri: str, state: str) -> str: ...

    async def exchange_code(self, oauth_url: str, app: AppIdentity, code: str) -> Token: ...

    def remember(self, pin: str, app: AppIdentity, token: Token) -> None:
        """Put secret and token into the secret store."""


class AccountLock(Protocol):
    """Let one process at a time sync an account; released when its holder dies."""

    def acquire(self, pin: str) -> bool:
        """Take the lock without waiting; False where another process has it."""

    def release(self, pin: str) -> None: ...


class LoginListener(Protocol):
    """Wait on 127.0.0.1 for one redirect with one state; wrong or used states get 400 and waiting goes on."""

    async def __aenter__(self) -> LoginListener: ...

    async def __aexit__(self, *exc: object) -> None: ...

    @property
    def redirect_uri(self) -> str: ...

    async def wait_for_code(self, state: str, timeout_s: float) -> str: ...
