"""Say what a use case did; frozen, so that it may cross threads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from jdfulfil_desktop.application.ports import RowProblem
from jdfulfil_desktop.domain.commands import Command
from jdfulfil_desktop.domain.errors import RuleError

R = TypeVar("R")


class Verdict(StrEnum):
    """Say what an import would do with an order; in the order in which they are shown."""

    REFUSED = "refused"
    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One order of a file as the preview shows it; `row` is its first one in the spreadsheet."""

    order_no: str
    verdict: Verdict
    row: int = 0
    status: str = ""
    raw_status: str = ""
    status_before: str = ""
    courier: str = ""
    raw_courier: str = ""
    tracking_no: str = ""
    lines: int = 0
    problem: RowProblem | None = None


@dataclass(frozen=True, slots=True)
class ImportReport:
    """CONTRACT `order import`, and the preview before it (`dry_run`)."""

    file: str
    channel: str
    store: str
    rows_read: int
    orders_new: int
    orders_updated: int
    orders_unchanged: int
    orders_refused: int
    problems: tuple[RowProblem, ...] = ()
    unknown_skus: tuple[str, ...] = ()
    unknown_statuses: tuple[str, ...] = ()
    batch_id: int | None = None
    rows: tuple[PreviewRow, ...] = ()
    """Order by order, of a preview that was asked for them."""
    gaps: int = 0
    """Orders of a preview whose recipient lacks what JD requires: substitutes fill the gap."""
    fingerprint: str = ""
    """Names the set of headers, where it was a file."""


@dataclass(frozen=True, slots=True)
class LabelReport:
    """What became of label pages: with an order, waiting for a person, kept before; and orders."""

    matched: int = 0
    loose: int = 0
    known: int = 0
    orders: int = 0

    def plus(self, other: LabelReport) -> LabelReport:
        """Add what another part of the same file gave."""
        return LabelReport(
            self.matched + other.matched,
            self.loose + other.loose,
            self.known + other.known,
            self.orders + other.orders,
        )


@dataclass(frozen=True, slots=True)
class ChunkReport:
    """What one chunk of an import did, in orders.

    Refused rows of `order_in_other_store` come back.
    """

    new: int = 0
    updated: int = 0
    unchanged: int = 0
    refused: int = 0
    problems: tuple[RowProblem, ...] = ()
    unknown_skus: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TableReport:
    """CONTRACT `product import`."""

    file: str
    rows_read: int
    new: int
    updated: int
    unchanged: int
    refused: int
    problems: tuple[RowProblem, ...] = ()
    rejected: tuple[tuple[int, Mapping[str, str]], ...] = ()
    """The refused rows by canonical column, to be mended and imported again."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that could not be done, for one record."""

    subject: str
    code: str
    message: str = ""


@dataclass(frozen=True, slots=True)
class PushReport:
    """CONTRACT `product push`."""

    pushed: int = 0
    adopted: int = 0
    failed: int = 0
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class BindReport:
    """CONTRACT `location bind`; problems are (line, code, data)."""

    bound: int
    unchanged: int
    problems: tuple[tuple[int, str, Mapping[str, str]], ...] = ()


@dataclass(frozen=True, slots=True)
class RefreshReport:
    """CONTRACT `outbound refresh`, `inbound refresh`: documents asked for, changed, calls made."""

    checked: int = 0
    changed: int = 0
    calls: int = 0


@dataclass(frozen=True, slots=True)
class CancelReport:
    """CONTRACT `outbound cancel`: `result` is `cancelled cancelling refused`."""

    outbound_no: str
    result: str
    code: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True)
class SyncReport:
    """CONTRACT `sync`; `errors` are (code, subject, words)."""

    idle: bool
    seconds: float
    calls: Mapping[str, int] = field(default_factory=dict)
    pushed: int = 0
    refreshed: int = 0
    retries: int = 0
    uncertain_resolved: int = 0
    errors: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ArrangeReport:
    """What Atur Pengiriman did: the number in force, and who else has it (R39)."""

    tracking_no: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Continued(Generic[R]):
    """A handler's result, and the command that goes on with the rest in its own transaction."""

    result: R
    command: Command


@dataclass(frozen=True, slots=True)
class KeptRefusal:
    """A refusal that has something to keep: its transaction is committed, then it is raised."""

    error: RuleError


@dataclass(frozen=True, slots=True)
class SavedProducts:
    """How many master products were new, changed, or the same already."""

    new: int = 0
    updated: int = 0
    unchanged: int = 0


@dataclass(frozen=True, slots=True)
class CreatedLocations:
    """Codes of the locations that were made, and of those that were there."""

    created: tuple[str, ...] = ()
    existing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MovedProducts:
    """SKUs that were moved from one location to another."""

    source: str
    target: str
    skus: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EndReport:
    """What became of the wish to cancel or close an inbound list.

    `result`: `cancelled closed cancelling closing refused`; a refusal has a code, and JD's words
    where it gave any.
    """

    inbound_no: str
    result: str
    code: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True)
class StockReport:
    """CONTRACT `stock import`: own figures set, or (JD) an inbound list drawn up for `skus`."""

    file: str
    rows_read: int
    changed: int
    refused: int
    problems: tuple[RowProblem, ...] = ()
    inbound_no: str = ""
    skus: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StockLine:
    """One SKU of a stock table: what is on hand now, and what the table says.

    `placed`: whether the SKU is in that warehouse already.
    """

    sku: str
    name: str
    on_hand: int
    quantity: int
    placed: bool


@dataclass(frozen=True, slots=True)
class StockPreview:
    """What a stock table would do in a warehouse, before anything is written (R20).

    `own`: figures are set; else an inbound list is drawn up for the lines above 0.
    """

    file: str
    warehouse_no: str
    own: bool
    rows_read: int
    lines: tuple[StockLine, ...] = ()
    problems: tuple[RowProblem, ...] = ()
