"""Repositories in memory: everything but orders and outbound orders."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from jdfulfil_desktop.domain.connection import JAKARTA, Connection
from jdfulfil_desktop.domain.ids import Sku, WarehouseNo
from jdfulfil_desktop.domain.inbound import Inbound, InboundPushState
from jdfulfil_desktop.domain.location import Location, LocationBinding
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.domain.outbound import ENDED, HOLDS_STOCK, PushState
from jdfulfil_desktop.domain.product import Component, Picture, Product, SkuLink
from jdfulfil_desktop.domain.receipts import Receipt
from jdfulfil_desktop.domain.stock import FIGURE_OF, Figure, LedgerEntry, Shelf, StockRow
from jdfulfil_desktop.domain.warehouse import Binding, Placement, Store, Warehouse
from tests.helpers.memory_tables import Tables


class Repository:
    def __init__(self, tables: Tables) -> None:
        self.tables = tables


class MemoryConnections(Repository):
    def all(self) -> list[Connection]:
        return [c for c in self.tables.connections.values() if not c.archived]

    def by_pin(self, pin: str) -> Connection | None:
        return next((c for c in self.tables.connections.values() if c.pin == pin), None)

    def by_id(self, connection_id: int) -> Connection | None:
        return self.tables.connections.get(connection_id)

    def save(self, connection: Connection) -> Connection:
        known = self.by_pin(connection.pin)
        number = connection.id or (known.id if known else None) or self.tables.next_id()
        saved = replace(connection, id=number)
        self.tables.connections[number] = saved
        return saved

    def sent_on(self, connection_id: int, day: date) -> int:
        return self.tables.sendings.get((connection_id, day), 0)

    def count_sending(self, connection_id: int, day: date) -> int:
        count = self.sent_on(connection_id, day) + 1
        self.tables.sendings[connection_id, day] = count
        return count


class MemoryWarehouses(Repository):
    def all(self) -> list[Warehouse]:
        return list(self.tables.warehouses.values())

    def get(self, warehouse_no: str) -> Warehouse | None:
        return self.tables.warehouses.get(warehouse_no)

    def save(self, warehouse: Warehouse) -> None:
        self.tables.warehouses[warehouse.warehouse_no] = warehouse

    def open_documents(self, warehouse_no: str) -> dict[str, int]:
        outbounds = [
            o
            for o in self.tables.outbounds.values()
            if o.warehouse_no == warehouse_no
            and o.shipment_state not in ENDED
            and o.push_state in HOLDS_STOCK | {PushState.HELD, PushState.REJECTED}
        ]
        inbounds = [
            x
            for x in self.tables.inbounds.values()
            if x.warehouse_no == warehouse_no
            and x.completed_at is None
            and x.push_state is not InboundPushState.CANCELLED
        ]
        return {"outbounds": len(outbounds), "inbounds": len(inbounds)}


class MemoryStores(Repository):
    def all(self) -> list[Store]:
        return [store for store in self.tables.stores.values() if not store.archived]

    def get(self, name: str) -> Store | None:
        return self.tables.stores.get(name)

    def save(self, store: Store) -> None:
        self.tables.stores[store.name] = replace(store, id=store.id or self.tables.next_id())

    def bindings(self, store: str | None = None) -> list[Binding]:
        found = [b for b in self.tables.bindings.values() if store in (None, b.store)]
        return sorted(found, key=lambda b: b.priority)

    def save_binding(self, binding: Binding) -> None:
        self.tables.bindings[binding.store, binding.warehouse_no] = binding

    def delete_binding(self, store: str, warehouse_no: str) -> None:
        self.tables.bindings.pop((store, warehouse_no), None)


class MemoryProducts(Repository):
    def get_many(self, skus: Collection[str] | None = None) -> dict[str, Product]:
        return {k: p for k, p in self.tables.products.items() if skus is None or k in skus}

    def by_barcodes(self, barcodes: Collection[str]) -> dict[str, Product]:
        found = self.tables.products.values()
        return {p.barcode: p for p in found if p.barcode and p.barcode in barcodes}

    def save_many(self, products: Sequence[Product]) -> None:
        for product in products:
            known = self.tables.products.get(product.sku)
            number = product.id or (known.id if known else None) or self.tables.next_id()
            self.tables.products[product.sku] = replace(product, id=number)

    def links(
        self, channel: Channel, store: str, channel_skus: Collection[str] | None = None
    ) -> dict[str, tuple[Component, ...]]:
        found: dict[str, tuple[Component, ...]] = {}
        for place in ("", store):
            for link in self.tables.links.values():
                wanted = channel_skus is None or link.channel_sku in channel_skus
                if wanted and (link.channel, link.store) == (channel, place):
                    found[link.channel_sku] = link.components
        return found

    def all_links(self) -> list[SkuLink]:
        return list(self.tables.links.values())

    def save_link(self, link: SkuLink) -> None:
        key = (link.channel, link.store, link.channel_sku)
        self.tables.links.pop(key, None)
        if link.components:
            self.tables.links[key] = link

    def save_picture(self, sku: str, picture: Picture | None) -> None:
        self.tables.pictures.pop(sku, None)
        if picture is not None:
            self.tables.pictures[sku] = picture

    def placements(
        self, warehouse_nos: Collection[str] | None = None, skus: Collection[str] | None = None
    ) -> list[Placement]:
        return [
            p
            for p in self.tables.placements.values()
            if (warehouse_nos is None or p.warehouse_no in warehouse_nos)
            and (skus is None or p.sku in skus)
        ]

    def save_placements(self, placements: Sequence[Placement]) -> None:
        for placement in placements:
            key = (placement.warehouse_no, placement.sku)
            known = self.tables.placements.get(key)
            opened = placement.opened or bool(known and known.opened)
            self.tables.placements[key] = replace(placement, opened=opened)


class MemoryLedger(Repository):
    def add(self, entries: Iterable[LedgerEntry]) -> list[LedgerEntry]:
        written = []
        for entry in entries:
            key = (entry.document, entry.warehouse_no, entry.sku, str(entry.kind))
            if key not in self.tables.ledger:
                self.tables.ledger[key] = entry
                written.append(entry)
        return written

    def rows(
        self, warehouse_nos: Collection[str] | None = None, skus: Collection[str] | None = None
    ) -> dict[tuple[str, str], StockRow]:
        sums: dict[tuple[str, str], dict[Figure, int]] = {}
        for entry in self.tables.ledger.values():
            row = sums.setdefault((entry.warehouse_no, entry.sku), dict.fromkeys(Figure, 0))
            row[FIGURE_OF[entry.kind]] += entry.quantity
        for key in self.tables.jd_figures:
            sums.setdefault(key, dict.fromkeys(Figure, 0))
        rows = {}
        for (house, sku), figures in sums.items():
            if warehouse_nos is not None and house not in warehouse_nos:
                continue
            if skus is not None and sku not in skus:
                continue
            figure, at = self.tables.jd_figures.get((house, sku), (None, None))
            rows[house, sku] = StockRow(
                WarehouseNo(house),
                Sku(sku),
                on_hand=figures[Figure.ON_HAND],
                reserved=figures[Figure.RESERVED],
                incoming=figures[Figure.INCOMING],
                jd_figure=figure,
                jd_figure_at=at,
            )
        return rows

    def set_jd_figures(self, warehouse_no: str, figures: Mapping[str, int], at: datetime) -> None:
        for sku, figure in figures.items():
            self.tables.jd_figures[warehouse_no, sku] = (figure, at)

    def threshold(self, warehouse_no: str, sku: str) -> int | None:
        return self.tables.thresholds.get((warehouse_no, sku))

    def set_threshold(self, warehouse_no: str, sku: str, units: int | None) -> None:
        self.tables.thresholds.pop((warehouse_no, sku), None)
        if units is not None:
            self.tables.thresholds[warehouse_no, sku] = units

    def set_shelves(self, warehouse_no: str, shelves: Sequence[Shelf]) -> None:
        self.tables.shelves[warehouse_no] = tuple(shelves)


class MemoryLocations(Repository):
    def existing(self, warehouse_no: str, codes: Collection[str]) -> set[str]:
        return {code for code in codes if (warehouse_no, code) in self.tables.locations}

    def add_many(self, locations: Sequence[Location]) -> int:
        new = {(x.warehouse_no, x.code) for x in locations} - set(self.tables.locations)
        self.tables.locations.update({key: self.tables.next_id() for key in sorted(new)})
        return len(new)

    def bindings(
        self, warehouse_no: str, skus: Collection[str] | None = None
    ) -> list[LocationBinding]:
        return [
            b
            for b in self.tables.location_bindings
            if b.warehouse_no == warehouse_no and (skus is None or b.sku in skus)
        ]

    def add_bindings(self, bindings: Sequence[LocationBinding]) -> int:
        before = len(self.tables.location_bindings)
        self.tables.location_bindings.update(dict.fromkeys(bindings))
        return len(self.tables.location_bindings) - before

    def delete_binding(self, binding: LocationBinding) -> bool:
        there = binding in self.tables.location_bindings
        self.tables.location_bindings.pop(binding, None)
        return there

    def delete_empty(self, warehouse_no: str, codes: Collection[str]) -> set[str]:
        used = {b.code for b in self.tables.location_bindings if b.warehouse_no == warehouse_no}
        empty = self.existing(warehouse_no, codes) - used
        for code in empty:
            del self.tables.locations[warehouse_no, code]
        return empty


class MemoryInbounds(Repository):
    def get(self, inbound_no: str) -> Inbound | None:
        return self.tables.inbounds.get(inbound_no)

    def by_jd_nos(self, jd_nos: Collection[str]) -> dict[str, Inbound]:
        return {x.jd_no: x for x in self.tables.inbounds.values() if x.jd_no and x.jd_no in jd_nos}

    def open(self, connection_id: int | None = None) -> list[Inbound]:
        houses = {
            no
            for no, house in self.tables.warehouses.items()
            if connection_id is None or house.connection_id == connection_id
        }
        closed = (InboundPushState.DRAFT, InboundPushState.CANCELLED, InboundPushState.REJECTED)
        return [
            x
            for x in self.tables.inbounds.values()
            if x.warehouse_no in houses and x.push_state not in closed and x.completed_at is None
        ]

    def due(self, now: datetime) -> list[Inbound]:
        wanted = ("queued", "uncertain", "cancelling")
        rows = (x for x in self.tables.inbounds.values() if x.push_state in (*wanted, "sending"))
        return [
            x
            for x in rows
            if (x.push_state in wanted if x.next_attempt_at is None else x.next_attempt_at <= now)
        ]

    def next_number(self, at: datetime) -> str:
        start = f"IN-{(local := at.astimezone(JAKARTA)):%y%m%d}-"
        told = [*self.tables.inbounds, *(note.document for note in self.tables.notes)]
        taken = [int(no.removeprefix(start)) for no in told if no.startswith(start)]
        return f"{start}{max(int(f'{local:%H%M%S}'), max(taken, default=0) + 1):06d}"

    def save(self, inbound: Inbound) -> Inbound:
        saved = replace(
            inbound, id=inbound.id or self.tables.next_id(), version=inbound.version + 1
        )
        self.tables.inbounds[inbound.inbound_no] = saved
        return saved

    def delete(self, inbound_no: str) -> None:
        self.tables.inbounds.pop(inbound_no, None)

    def add_receipt(self, inbound: Inbound, receipt: Receipt) -> None:
        before = self.tables.receipts.get(inbound.inbound_no, ())
        self.tables.receipts[inbound.inbound_no] = (*before, receipt)

    def heard(self, inbound_nos: Collection[str], at: datetime) -> None:
        for number in inbound_nos:
            found = self.tables.inbounds[number]
            self.tables.inbounds[number] = replace(found, status_at=at)
