"""Read one committed state, page by page."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Protocol

from jdfulfil_desktop.application.queries.documents import (
    AlertRow,
    Filter,
    ImportRow,
    InboundRow,
    NoteRow,
    OrderDetail,
    OutboundDetail,
    OutboundRow,
    Overview,
    ReceiptRow,
    SearchHit,
    Sort,
)
from jdfulfil_desktop.application.queries.masters import (
    ConnectionRow,
    GoodsName,
    LedgerRow,
    LinkedRow,
    LinkRow,
    LocationRow,
    ProductRow,
    Removed,
    ShelfRow,
    StockListRow,
    StoreRow,
    UnlinkedRow,
    WarehouseRow,
)
from jdfulfil_desktop.application.queries.picking import LabelRow, PickRow
from jdfulfil_desktop.application.queries.reports import Report, ReportWish
from jdfulfil_desktop.domain.jd_document import JdDocument
from jdfulfil_desktop.domain.users import User


class Queries(Protocol):
    """Read one committed state. Every `…_page` takes offset and limit and is quick at any depth.

    Baskets of inbound lists: `draft queued uncertain at_jd held done closed` (`held`: rejected); of
    products: `unplaced archived`, or a placement's state; of stock: `differs short low out
    nowhere expiring`; of locations: `used empty twice`, and `within` in `equals` is a branch of
    their codes.
    Sort keys are names of the row's fields; an unknown key is the list's own order: the newest
    first for orders and inbound lists. A search of orders shows its newest 10,000 hits. Orders have
    a basket across the others, `due`: what JD does not have and has to leave within a day.
    """

    def outbound_page(
        self, filter: Filter, sort: Sort, offset: int, limit: int
    ) -> list[OutboundRow]: ...

    def outbound_count(self, filter: Filter) -> int: ...

    def outbound_baskets(self) -> dict[str, int]: ...

    def outbound_due(self) -> int:
        """Count the basket `due`."""

    def couriers(self) -> list[str]:
        """Give the couriers that orders go by, as lists show them."""

    def outbound_ids(self, filter: Filter, sort: Sort) -> list[int]:
        """Give the ids of every order that a filter leaves, in the list's order."""

    def outbound_rows(self, ids: Sequence[int]) -> list[OutboundRow]:
        """Give the list's rows of some orders, in the ids' order, without those that went."""

    def order_details(
        self,
        order_ids: Sequence[int] | None = None,
        *,
        channel: str = "",
        order_no: str = "",
        store: str = "",
        order_nos: Sequence[str] | None = None,
        after_id: int = 0,
        limit: int = 1000,
    ) -> list[OrderDetail]:
        """Give whole orders, ascending by id; all, by ids, by channel and number, by numbers."""

    def jd_documents(self, outbound_nos: Collection[str]) -> dict[str, list[JdDocument]]: ...

    def outbounds(self) -> list[OutboundDetail]: ...

    def product_page(
        self, filter: Filter, sort: Sort, offset: int, limit: int
    ) -> list[ProductRow]: ...

    def product_count(self, filter: Filter) -> int: ...

    def goods_named(self, texts: Sequence[str]) -> dict[str, GoodsName]:
        """Give the product that each text names: by its SKU, else by its barcode."""

    def links_of(self, sku: str) -> list[LinkRow]:
        """Give the channel SKUs that stand for a product, by channel."""

    def linked(self, skus: Sequence[str] = ()) -> list[LinkedRow]:
        """Give what channel SKUs stand for: all, or those with one of these products in them."""

    def picture(self, sku: str) -> bytes:
        """Give a product's larger picture (PNG or JPEG); empty where it has none."""

    def shelves(
        self, *, warehouse_no: str = "", sku: str = "", within_days: int | None = None
    ) -> list[ShelfRow]:
        """Give stock by date of expiry, what ends first first; JD's class above 1 is always in."""

    def unlinked(self) -> list[UnlinkedRow]: ...

    def stock_page(
        self, filter: Filter, sort: Sort, offset: int, limit: int
    ) -> list[StockListRow]: ...

    def stock_count(self, filter: Filter) -> int: ...

    def ledger(self, sku: str, warehouse_no: str = "") -> list[LedgerRow]: ...

    def warehouses(self) -> list[WarehouseRow]: ...

    def stores(self) -> list[StoreRow]: ...

    def location_page(
        self, filter: Filter, sort: Sort, offset: int, limit: int
    ) -> list[LocationRow]: ...

    def location_count(self, filter: Filter) -> int: ...

    def location_codes(self, warehouse_no: str = "") -> list[str]:
        """Give the codes of a warehouse's locations, or of all, by code."""

    def lying_at(self, warehouse_no: str, codes: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """Give the SKUs at each of these locations; codes that are no location are missing."""

    def inbound_page(
        self, filter: Filter, sort: Sort, offset: int, limit: int
    ) -> list[InboundRow]: ...

    def inbound_count(self, filter: Filter) -> int: ...

    def inbound_baskets(self) -> dict[str, int]: ...

    def inbound(self, inbound_no: str) -> InboundRow | None: ...

    def receipts(self, inbound_no: str) -> list[ReceiptRow]:
        """Give the receipts of an inbound list in the order in which JD told them."""

    def notes(self, document: str) -> list[NoteRow]: ...

    def connections(self) -> list[ConnectionRow]: ...

    def removed(self) -> Removed:
        """Give what was removed or put away: accounts, stores, users."""

    def alerts(self) -> list[AlertRow]: ...

    def imports(self, limit: int = 500) -> list[ImportRow]:
        """Give the newest imports, undone ones included."""

    def overview(self) -> Overview: ...

    def report(self, wish: ReportWish) -> Report:
        """Give orders, shipments and hours a day, and what is held now."""

    def search(self, text: str, limit: int = 20) -> list[SearchHit]: ...

    def labels_of(self, order_ids: Sequence[int]) -> list[LabelRow]:
        """Give the label pages of orders, file by file as they were added."""

    def loose_labels(self) -> list[LabelRow]:
        """Give label pages that no order is known of."""

    def loose_label_count(self) -> int: ...

    def label_pdfs(self, label_ids: Sequence[int]) -> dict[int, bytes]:
        """Give label pages themselves, each a PDF."""

    def picks(self, order_ids: Sequence[int]) -> list[PickRow]:
        """Give the outbound orders of orders as they are picked and packed."""

    def settings(self) -> dict[str, object]: ...

    def users(self) -> list[User]: ...
