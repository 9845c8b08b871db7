"""Name the pages that lists show.

Flat frozen rows, read on reader threads, never through the domain.
"""

from __future__ import annotations

from jdfulfil_desktop.application.queries.documents import (
    AlertRow,
    Filter,
    ImportRow,
    InboundLineRow,
    InboundRow,
    LineRow,
    NeedRow,
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
    LinkRow,
    LocationRow,
    ProductRow,
    Removed,
    StockListRow,
    StoreRow,
    UnlinkedRow,
    WarehouseRow,
)
from jdfulfil_desktop.application.queries.reading import Queries

__all__ = [
    "AlertRow",
    "ConnectionRow",
    "Filter",
    "GoodsName",
    "ImportRow",
    "InboundLineRow",
    "InboundRow",
    "LedgerRow",
    "LineRow",
    "LinkRow",
    "LocationRow",
    "NeedRow",
    "NoteRow",
    "OrderDetail",
    "OutboundDetail",
    "OutboundRow",
    "Overview",
    "ProductRow",
    "Queries",
    "ReceiptRow",
    "Removed",
    "SearchHit",
    "Sort",
    "StockListRow",
    "StoreRow",
    "UnlinkedRow",
    "WarehouseRow",
]
