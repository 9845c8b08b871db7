"""Say what one transaction can read and write, repository by repository."""

from __future__ import annotations

from collections.abc import (
    Collection,
    Iterable,
    Mapping,
    Sequence,
)
from datetime import date, datetime
from typing import Protocol

from jdfulfil_desktop.domain.channels import RuleSettings
from jdfulfil_desktop.domain.connection import Connection
from jdfulfil_desktop.domain.inbound import Inbound
from jdfulfil_desktop.domain.location import Location, LocationBinding
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.domain.product import Component, Picture, Product, SkuLink
from jdfulfil_desktop.domain.receipts import Receipt
from jdfulfil_desktop.domain.stock import LedgerEntry, Shelf, StockRow
from jdfulfil_desktop.domain.users import User
from jdfulfil_desktop.domain.warehouse import Binding, Placement, Store, Warehouse


class Connections(Protocol):
    """Keep the authorized accounts and count a day's first sendings."""

    def all(self) -> list[Connection]:
        """Give those that were not removed."""

    def by_pin(self, pin: str) -> Connection | None:
        """Give one, a removed one too; as `by_id` does."""

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

    def all(self) -> list[Store]:
        """Give those in use."""

    def get(self, name: str) -> Store | None:
        """Give one, one that was put away too."""

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

    def save_link(self, link: SkuLink) -> None:
        """Replace a channel SKU's components; none at all takes the link away."""

    def save_picture(self, sku: str, picture: Picture | None) -> None:
        """Keep a product's scaled picture in the place of the one before; None takes it away."""

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

    def threshold(self, warehouse_no: str, sku: str) -> int | None:
        """Give the units below which a SKU runs low in a warehouse; None: not set."""

    def set_threshold(self, warehouse_no: str, sku: str, units: int | None) -> None: ...

    def set_shelves(self, warehouse_no: str, shelves: Sequence[Shelf]) -> None:
        """Keep JD's stock by date of expiry in the place of what it said before (R17, R22)."""


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

    def delete_empty(self, warehouse_no: str, codes: Collection[str]) -> set[str]:
        """Delete those of the locations at which nothing lies; gives their codes."""


class Inbounds(Protocol):
    """Keep inbound lists."""

    def get(self, inbound_no: str) -> Inbound | None: ...

    def by_jd_nos(self, jd_nos: Collection[str]) -> dict[str, Inbound]: ...

    def open(self, connection_id: int | None = None) -> list[Inbound]:
        """Give those that JD may still have news of."""

    def due(self, now: datetime) -> list[Inbound]:
        """Give queued, uncertain and cancelling ones whose time has come.

        One that is sending is due once whoever sent it must be dead.
        """

    def next_number(self, at: datetime) -> str:
        """Give a new number of ours, `IN-YYMMDD-HHMMSS`; none comes twice, in no database."""

    def save(self, inbound: Inbound) -> Inbound: ...

    def delete(self, inbound_no: str) -> None: ...

    def add_receipt(self, inbound: Inbound, receipt: Receipt) -> None:
        """Write what one piece of JD's news added to a stored list."""

    def heard(self, inbound_nos: Collection[str], at: datetime) -> None:
        """Write down when JD's word of these lists came last."""


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

    def dismiss_about(self, subject: str, codes: Collection[str]) -> list[int]:
        """Take a subject's alerts of some codes from the list: what they say is over.

        Gives their ids.
        """


class Users(Protocol):
    """Keep the people who work here (R18)."""

    def all(self) -> list[User]:
        """Give everybody by name; nobody where one merchant works alone."""

    def removed(self) -> list[User]:
        """Give those who were taken away, by name."""

    def save(self, user: User) -> None: ...


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
