"""Tables of the database, by area. `HEAD` names the newest revision without importing Alembic."""

from __future__ import annotations

from jdfulfil_desktop.adapters.db.schema.accounts import (
    bindings,
    connections,
    day_counts,
    departments,
    stores,
    warehouses,
)
from jdfulfil_desktop.adapters.db.schema.after_jd import jd_documents
from jdfulfil_desktop.adapters.db.schema.base import metadata
from jdfulfil_desktop.adapters.db.schema.documents import (
    inbound_lines,
    inbound_receipts,
    inbounds,
    outbound_items,
    outbound_requests,
    outbounds,
)
from jdfulfil_desktop.adapters.db.schema.goods import (
    ledger,
    location_bindings,
    locations,
    pictures,
    placements,
    products,
    shelves,
    sku_links,
    stock,
    thresholds,
)
from jdfulfil_desktop.adapters.db.schema.labels import label_pages, labels
from jdfulfil_desktop.adapters.db.schema.orders import (
    batches,
    order_lines,
    orders,
    undo_items,
    undo_lines,
    undo_orders,
    undo_outbounds,
)
from jdfulfil_desktop.adapters.db.schema.records import (
    alerts,
    counters,
    meta,
    notes,
    settings,
    users,
)
from jdfulfil_desktop.adapters.db.schema.sharing import errands, shared_secrets, sync_turns

HEAD = "0004"

__all__ = [
    "HEAD",
    "alerts",
    "batches",
    "bindings",
    "connections",
    "counters",
    "day_counts",
    "departments",
    "errands",
    "inbound_lines",
    "inbound_receipts",
    "inbounds",
    "jd_documents",
    "label_pages",
    "labels",
    "ledger",
    "location_bindings",
    "locations",
    "meta",
    "metadata",
    "notes",
    "order_lines",
    "orders",
    "outbound_items",
    "outbound_requests",
    "outbounds",
    "pictures",
    "placements",
    "products",
    "settings",
    "shared_secrets",
    "shelves",
    "sku_links",
    "stock",
    "stores",
    "sync_turns",
    "thresholds",
    "undo_items",
    "undo_lines",
    "undo_orders",
    "undo_outbounds",
    "users",
    "warehouses",
]
