"""Tables of orders, the batches that brought them, and the copies that undo a batch (R31-R46)."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from jdfulfil_desktop.adapters.db.schema.base import Instant, metadata, words
from jdfulfil_desktop.adapters.db.schema.documents import outbound_items, outbounds

SORTED_BY = (
    "order_no",
    "channel",
    "courier",
    "tracking_no",
    "status",
    "created_at",
    "ship_by",
    "store",
)
"""Columns a list of a million orders sorts by: each has an index with the basket at its end.

The id stands for `first_seen_at`: it rises with it.
"""

HAS_REASON = text("reason_code <> ''")
STILL_OURS = text(
    "basket IN ('accept', 'tracking', 'held', 'queued', 'uncertain') "
    "AND status NOT IN ('SHIPPING', 'PENDING_PAYMENT')"
)
"""What a person can still hurry: paid, not on its way, and nothing of it is at JD or over."""

orders = Table(
    "orders",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("channel", Text, nullable=False),
    Column("store", Text, nullable=False),
    # R46: part of the key for Shopify and WooCommerce, "" for the five marketplaces.
    words("store_key"),
    Column("order_no", Text, nullable=False),
    Column("status", Text, nullable=False),
    words("raw_status"),
    words("courier"),
    words("raw_courier"),
    # The number in force: the file's, else the typed one.
    words("tracking_no"),
    words("file_tracking_no"),
    words("typed_tracking_no"),
    words("country"),
    Column("created_at", Instant),
    Column("ship_by", Instant),
    Column("first_seen_at", Instant),
    Column("file_time", Instant),
    Column("cancel_requested", Boolean, nullable=False),
    words("purchase_channel"),
    words("note"),
    # Row numbers of the spreadsheet, joined by commas.
    words("file_rows"),
    Column("accepted", Boolean, nullable=False),
    Column("on_hold", Boolean, nullable=False),
    words("consignee_name"),
    words("consignee_phone"),
    words("consignee_address"),
    words("consignee_province"),
    words("consignee_city"),
    words("consignee_district"),
    words("consignee_village"),
    words("consignee_postcode"),
    # The decision as stored for lists; reasons: JSON [[code, rule, [subjects]]].
    words("rule"),
    Column("creates", Boolean, nullable=False, server_default="0"),
    Column("pushes", Boolean, nullable=False, server_default="0"),
    words("reasons"),
    words("reason_code"),
    words("reason_subject"),
    Column("reason_count", Integer, nullable=False, server_default="0"),
    # What the list shows it under, and the outbound order that stands for it there.
    words("basket"),
    Column("lead_id", Integer),
    words("search_text"),
    Column("made_by_batch", Integer),
    Column("batch_id", Integer),
    UniqueConstraint("order_no", "channel", "store_key"),
    Index("ix_orders_basket", "basket", "id"),
    # The list's own order: rows are wide, ids are narrow.
    Index("ix_orders_id", "id"),
    *(Index(f"ix_orders_by_{name}", name, "id", "basket") for name in SORTED_BY),
    # Recipients are looked for by the beginning of their names.
    Index(
        None,
        "consignee_name",
        sqlite_where=text("consignee_name <> ''"),
        postgresql_where=text("consignee_name <> ''"),
    ),
    Index(
        "ix_orders_due",
        "ship_by",
        "id",
        sqlite_where=text(f"ship_by IS NOT NULL AND {STILL_OURS.text}"),
        postgresql_where=text(f"ship_by IS NOT NULL AND {STILL_OURS.text}"),
    ),
    Index(
        "ix_orders_reason",
        "reason_code",
        "id",
        "basket",
        sqlite_where=HAS_REASON,
        postgresql_where=HAS_REASON,
    ),
    Index(
        None,
        "made_by_batch",
        sqlite_where=text("made_by_batch IS NOT NULL"),
        postgresql_where=text("made_by_batch IS NOT NULL"),
    ),
)

order_lines = Table(
    "order_lines",
    metadata,
    Column("order_id", ForeignKey("orders.id", ondelete="CASCADE"), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("channel_sku", Text, nullable=False),
    words("name"),
    Column("quantity", Integer, nullable=False),
    words("line_id"),
    words("package"),
    words("tracking_no"),
    Column("unit_price", Integer),
    Index(None, "channel_sku", "order_id"),
    sqlite_with_rowid=False,
)

batches = Table(
    "batches",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("file", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("store", Text, nullable=False),
    Column("file_time", Instant, nullable=False),
    Column("begun_at", Instant, nullable=False),
    Column("by", Text, nullable=False),
    Column("completed_at", Instant),
    # open, complete, final (complete and too old to be undone), undoing or undone
    Column("state", Text, nullable=False),
    # JSON {name: n}
    Column("counts", Text, nullable=False),
    Column("undone_at", Instant),
    words("undone_by"),
    Index(None, "state"),
)


def _copies(name: str, source: Table, key: tuple[str, ...]) -> Table:
    """Make the table that keeps what rows were before a batch changed them."""
    columns: list[Column[object]] = [
        Column(column.name, column.type, nullable=column.nullable, primary_key=column.name in key)
        for column in source.columns
    ]
    return Table(
        name,
        metadata,
        Column("undo_batch", Integer, primary_key=True, autoincrement=False),
        *columns,
        sqlite_with_rowid=False,
    )


undo_orders = _copies("undo_orders", orders, ("id",))
undo_lines = _copies("undo_lines", order_lines, ("order_id", "place"))
undo_outbounds = _copies("undo_outbounds", outbounds, ("id",))
undo_items = _copies("undo_items", outbound_items, ("outbound_id", "place"))
