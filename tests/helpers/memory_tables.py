"""The tables that the in-memory repositories share."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from typing import Any

from jdfulfil_desktop.application.ports import Batch, StoredDecision
from jdfulfil_desktop.domain.connection import Connection
from jdfulfil_desktop.domain.inbound import Inbound
from jdfulfil_desktop.domain.jd_document import JdDocument
from jdfulfil_desktop.domain.location import LocationBinding
from jdfulfil_desktop.domain.order import Channel, Order
from jdfulfil_desktop.domain.outbound import Outbound
from jdfulfil_desktop.domain.product import Picture, Product, SkuLink
from jdfulfil_desktop.domain.receipts import Receipt
from jdfulfil_desktop.domain.stock import LedgerEntry, Shelf
from jdfulfil_desktop.domain.users import User
from jdfulfil_desktop.domain.warehouse import Binding, Placement, Store, Warehouse


@dataclass(frozen=True)
class NoteEntry:
    document: str
    kind: str
    at: datetime
    by: str
    data: dict[str, Any]


@dataclass(frozen=True)
class AlertEntry:
    id: int
    code: str
    subject: str
    at: datetime
    data: dict[str, Any]


@dataclass(frozen=True)
class Before:
    """What a batch found: the order or outbound order as it was (None: the batch made it)."""

    batch_id: int
    id: int
    order: Order | None = None
    decision: StoredDecision | None = None
    outbound: Outbound | None = None
    is_order: bool = True


@dataclass
class Tables:
    """All rows, by key. Values are frozen, so that copying the containers copies the state."""

    connections: dict[int, Connection] = field(default_factory=dict)
    sendings: dict[tuple[int, date], int] = field(default_factory=dict)
    warehouses: dict[str, Warehouse] = field(default_factory=dict)
    stores: dict[str, Store] = field(default_factory=dict)
    bindings: dict[tuple[str, str], Binding] = field(default_factory=dict)
    products: dict[str, Product] = field(default_factory=dict)
    links: dict[tuple[Channel, str, str], SkuLink] = field(default_factory=dict)
    placements: dict[tuple[str, str], Placement] = field(default_factory=dict)
    ledger: dict[tuple[str, str, str, str], LedgerEntry] = field(default_factory=dict)
    jd_figures: dict[tuple[str, str], tuple[int, datetime]] = field(default_factory=dict)
    locations: dict[tuple[str, str], int] = field(default_factory=dict)
    location_bindings: dict[LocationBinding, None] = field(default_factory=dict)
    inbounds: dict[str, Inbound] = field(default_factory=dict)
    receipts: dict[str, tuple[Receipt, ...]] = field(default_factory=dict)
    orders: dict[int, Order] = field(default_factory=dict)
    decisions: dict[int, StoredDecision] = field(default_factory=dict)
    outbounds: dict[int, Outbound] = field(default_factory=dict)
    requests: dict[str, str] = field(default_factory=dict)
    jd_documents: dict[str, JdDocument] = field(default_factory=dict)
    batches: dict[int, Batch] = field(default_factory=dict)
    counts: dict[int, dict[str, int]] = field(default_factory=dict)
    before: list[Before] = field(default_factory=list)
    batch_of: dict[int, int] = field(default_factory=dict)
    users: dict[str, User] = field(default_factory=dict)
    thresholds: dict[tuple[str, str], int] = field(default_factory=dict)
    pictures: dict[str, Picture] = field(default_factory=dict)
    shelves: dict[str, tuple[Shelf, ...]] = field(default_factory=dict)
    settings: dict[str, object] = field(default_factory=dict)
    notes: list[NoteEntry] = field(default_factory=list)
    alerts: dict[int, AlertEntry] = field(default_factory=dict)
    last_id: int = 0

    def next_id(self) -> int:
        self.last_id += 1
        return self.last_id

    def copy(self) -> dict[str, Any]:
        return {f.name: copy.copy(getattr(self, f.name)) for f in fields(self)}

    def restore(self, kept: dict[str, Any]) -> None:
        for name, value in kept.items():
            setattr(self, name, value)
