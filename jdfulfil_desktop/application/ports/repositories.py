"""Say what one transaction can read and write, repository by repository."""

from __future__ import annotations

from collections.abc import (
    Collection,
    Iterable,
    Mapping,
    Sequence,
)
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from jdfulfil_desktop.domain.channels import RuleSettings
from jdfulfil_desktop.domain.connection import Connection
from jdfulfil_desktop.domain.inbound import Inbound
from jdfulfil_desktop.domain.location import Location, LocationBinding
from jdfulfil_desktop.domain.order import Channel, Order
from jdfulfil_desktop.domain.outbound import Outbound
from jdfulfil_desktop.domain.product import Component, Product, SkuLink
from jdfulfil_desktop.domain.stock import LedgerEntry, StockRow
from jdfulfil_desktop.domain.warehouse import Binding, Placement, Store, Warehouse


class Connections(Protocol):
    """Keep the authorized accounts and count a day's first sendings."""

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
    """Keep JD's and the merchant's own warehouses."""

    def all(self) -> list[Warehouse]: ...

    def get(self, warehouse_no: str) -> Warehouse | None: ...

    def save(self, warehouse: Warehouse) -> None: ...

    def open_documents(self, warehouse_no: str) -> dict[str, int]:
        """Count what is pending there: keys `outbounds`, `inbounds`."""


class Stores(Protocol):
    """Keep stores and their bindings to warehouses."""

    def all(self) -> list[Store]: ...

    def get(self, name: str) -> Store | None: ...

    def save(self, store: Store) -> None: ...

    def bindings(self, store: str | None = None) -> list[Binding]:
        """Give bindings by priority, of one store or of all."""

    def save_binding(self, binding: Binding) -> None: ...

    def delete_binding(self, store: str, warehouse_no: str) -> None: ...


class Products(Protocol):
    """Keep master products, their links and what is in which warehouse."""

    def get_many(self, skus: Collection[str] | None = None) -> dict[str, Product]: ...

    def by_barcodes(self, barcodes: Collection[str]) -> dict[str, Product]: ...

    def save_many(self, products: Sequence[Product]) -> None: ...

    def links(
        self, channel: Channel, store: str, channel_skus: Collection[str] | None = None
    ) -> dict[str, tuple[Component, ...]]:
        """Give the links in force: the store's own before those of the whole channel."""

    def all_links(self) -> list[SkuLink]: ...

    def save_link(self, link: SkuLink) -> None: ...

    def placements(
        self, warehouse_nos: Collection[str] | None = None, skus: Collection[str] | None = None
    ) -> list[Placement]: ...

    def save_placements(self, placements: Sequence[Placement]) -> None: ...


class Ledger(Protocol):
    """Keep the append-only stock ledger and its sums."""

    def add(self, entries: Iterable[LedgerEntry]) -> list[LedgerEntry]:
        """Write entries and move the stock rows by them; doubled keys are left out.

        Gives those written.
        """

    def rows(
        self, warehouse_nos: Collection[str] | None = None, skus: Collection[str] | None = None
    ) -> dict[tuple[str, str], StockRow]: ...

    def set_jd_figures(
        self, warehouse_no: str, figures: Mapping[str, int], at: datetime
    ) -> None: ...


class Locations(Protocol):
    """Keep virtual bin locations and what lies there."""

    def existing(self, warehouse_no: str, codes: Collection[str]) -> set[str]: ...

    def add_many(self, locations: Sequence[Location]) -> int:
        """Insert those that are new; gives how many."""

    def bindings(
        self, warehouse_no: str, skus: Collection[str] | None = None
    ) -> list[LocationBinding]: ...

    def add_bindings(self, bindings: Sequence[LocationBinding]) -> int: ...

    def delete_binding(self, binding: LocationBinding) -> bool: ...


class Inbounds(Protocol):
    """Keep inbound lists."""

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
    """Keep marketplace orders and the verdicts on them."""

    def get(self, channel: Channel, order_no: str, store: str = "") -> list[Order]:
        """Give the orders with that number: one, or one a store for Shopify and WooCommerce."""

    def get_many(
        self, channel: Channel, order_nos: Collection[str], store: str = ""
    ) -> dict[str, Order]:
        """Give known orders by number.

        For the five marketplaces over all stores, else of `store`.
        """

    def save_many(self, orders: Sequence[Order], batch_id: int | None = None) -> list[Order]:
        """Insert or update.

        With a batch, what was there before is kept so that the batch can be undone.
        """

    def with_tracking_no(self, tracking_no: str) -> list[Order]: ...

    def owners_of_numbers(
        self, tracking_nos: Collection[str]
    ) -> dict[str, list[tuple[int, Channel, str]]]:
        """Give (id, channel, order number) of the orders that have each tracking number in force.

        One query for a whole chunk: a number that two orders have warns (R39).
        """

    def open_ids(self, cause: str, after_id: int, limit: int) -> list[int]:
        """Give ids of orders whose verdict `cause` can change (see RedecideOrders), ascending.

        Closed ones are left out: nothing but a file changes what is said of them.
        """

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
    """Keep outbound orders: they are the outbox of the sync."""

    def get(self, outbound_no: str) -> Outbound | None: ...

    def of_orders(self, order_ids: Collection[int]) -> dict[int, list[Outbound]]:
        """Give each order's outbound orders, the newest attempt of each part, by part."""

    def save_many(
        self, outbounds: Sequence[Outbound], batch_id: int | None = None
    ) -> list[Outbound]: ...

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
    """Keep imports so that each can be undone whole."""

    def begin(
        self, file: str, channel: Channel, store: str, file_time: datetime, at: datetime, by: str
    ) -> int: ...

    def get(self, batch_id: int) -> Batch | None: ...

    def complete(self, batch_id: int, counts: Mapping[str, int], at: datetime) -> None:
        """Add last counts and close the batch: what it queued may be claimed."""

    def add_counts(self, batch_id: int, counts: Mapping[str, int]) -> dict[str, int]: ...

    def outbounds(self, batch_id: int) -> list[Outbound]:
        """Give the outbound orders that a batch made or changed, as they stand now."""

    def undo(self, batch_id: int) -> list[str]:
        """Put back what the batch changed; gives outbound numbers that went.

        Refused (RuleError) once pushed.
        """

    def incomplete(self) -> list[int]: ...


@dataclass(frozen=True, slots=True)
class Batch:
    """One import."""

    id: int
    file: str
    channel: Channel
    store: str
    file_time: datetime
    complete: bool


class Journal(Protocol):
    """Keep what people should be able to look up.

    The timeline of documents, alerts, refused news.
    """

    def note(self, document: str, kind: str, at: datetime, by: str, **data: object) -> None:
        """Add a line to a document's timeline (`kind` is a code, data fills its words)."""

    def note_many(
        self, notes: Sequence[tuple[str, str, datetime, str, Mapping[str, object]]]
    ) -> None: ...

    def alert(self, code: str, subject: str, at: datetime, **data: object) -> None: ...

    def dismiss(self, alert_id: int) -> None: ...


class Settings(Protocol):
    """Keep the user's settings, and the gateway that the database belongs to."""

    def rules(self) -> RuleSettings: ...

    def get(self, name: str, default: object = None) -> object: ...

    def put(self, name: str, value: object) -> None: ...

    def check_gateway(self, gateway: str) -> None:
        """Raise RuleError("other_gateway") when the database is bound to another gateway.

        Binds nothing.
        """

    def bind_gateway(self, gateway: str) -> None:
        """Bind the database to a gateway's id or origin.

        RuleError("other_gateway") when it is bound to another.
        """
