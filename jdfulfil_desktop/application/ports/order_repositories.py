"""Say what one transaction can read and write of orders, outbound orders and imports."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from jdfulfil_desktop.domain.jd_document import JdDocument
from jdfulfil_desktop.domain.order import Channel, Order
from jdfulfil_desktop.domain.outbound import Outbound


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

        One query for a whole chunk: a number that two orders have warns (R39). Of a number that
        very many have, the first ten are given.
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

    def delete_many(self, ids: Collection[int], batch_id: int | None = None) -> None:
        """Delete unsent ones; with a batch they are kept so that the batch can be undone."""

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


class JdDocuments(Protocol):
    """Keep what JD holds of outbound orders: parts of split ones, packages, what went out."""

    def by_jd_nos(self, jd_nos: Collection[str]) -> dict[str, JdDocument]: ...

    def of(self, outbound_nos: Collection[str]) -> dict[str, list[JdDocument]]:
        """Give the documents of outbound orders by our numbers, in the order of JD's."""

    def save_many(self, documents: Sequence[JdDocument]) -> None: ...

    def wanted(self, connection_id: int, limit: int) -> list[str]:
        """Give JD's numbers of an account whose contents are to be asked for."""

    def open_parts(self, connection_id: int, limit: int) -> list[str]:
        """Give JD's numbers of an account's open parts, the longest unread first."""


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

    def undo(self, batch_id: int, most: int | None = None, by: str = "") -> list[str]:
        """Put back what the batch changed, reservations in the ledger included.

        `most`: at most so many orders now; until nothing is `left` nothing of it is claimed. Gives
        the outbound numbers that went. Refused (RuleError `batch_sent`) once pushed.
        """

    def left(self, batch_id: int) -> int:
        """Count the orders that undoing a batch has still to put back."""

    def undoing(self) -> list[int]:
        """Give batches whose undoing has begun and is not over."""

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
