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
from jdfulfil_desktop.application.queries.picking import (
    LabelRow,
    PickLine,
    PickRow,
    in_pick_order,
)
from jdfulfil_desktop.application.queries.reading import Queries
from jdfulfil_desktop.application.queries.reports import HeldRow, Report, ReportRow, ReportWish

__all__ = [
    "AlertRow",
    "ConnectionRow",
    "Filter",
    "GoodsName",
    "HeldRow",
    "ImportRow",
    "InboundLineRow",
    "InboundRow",
    "LabelRow",
    "LedgerRow",
    "LineRow",
    "LinkRow",
    "LinkedRow",
    "LocationRow",
    "NeedRow",
    "NoteRow",
    "OrderDetail",
    "OutboundDetail",
    "OutboundRow",
    "Overview",
    "PickLine",
    "PickRow",
    "ProductRow",
    "Queries",
    "ReceiptRow",
    "Removed",
    "Report",
    "ReportRow",
    "ReportWish",
    "SearchHit",
    "ShelfRow",
    "Sort",
    "StockListRow",
    "StoreRow",
    "UnlinkedRow",
    "WarehouseRow",
    "in_pick_order",
]
