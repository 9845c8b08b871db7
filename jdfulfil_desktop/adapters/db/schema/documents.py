"""Tables of inbound lists, outbound orders and their frozen requests (R27-R45)."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, Table, Text, text

from jdfulfil_desktop.adapters.db.schema.base import Instant, metadata, words

inbounds = Table(
    "inbounds",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("inbound_no", Text, nullable=False, unique=True),
    Column("warehouse_no", Text, nullable=False),
    words("note"),
    Column("push_state", Text, nullable=False),
    words("jd_no"),
    Column("jd_status", Integer),
    Column("created_at", Instant),
    Column("completed_at", Instant),
    Column("status_at", Instant),
    Column("attempts", Integer, nullable=False),
    Column("next_attempt_at", Instant),
    words("error_code"),
    words("error_text"),
    Column("corrections", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("basket", Text, nullable=False),
    Column("planned", Integer, nullable=False),
    Column("received", Integer, nullable=False),
    Index(None, "jd_no"),
    Index(None, "basket", "id"),
    Index(None, "push_state", "id"),
)

inbound_lines = Table(
    "inbound_lines",
    metadata,
    Column("inbound_id", ForeignKey("inbounds.id", ondelete="CASCADE"), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("sku", Text, nullable=False),
    Column("planned", Integer, nullable=False),
    Column("received", Integer, nullable=False),
    Column("differences", Text, nullable=False),
    Column("booked", Integer, nullable=False),
    sqlite_with_rowid=False,
)

inbound_receipts = Table(
    "inbound_receipts",
    metadata,
    Column("inbound_id", ForeignKey("inbounds.id", ondelete="CASCADE"), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("at", Instant, nullable=False),
    Column("jd_status", Integer, nullable=False),
    Column("document", Text, nullable=False),
    Column("booked", Integer, nullable=False),
    # JSON: [SKU, units, units by JD's kind] of the lines that this receipt moved.
    Column("parts", Text, nullable=False),
    sqlite_with_rowid=False,
)

LIVE = text("live = 1")
"""What the pusher and poller look for; most outbound orders of a grown database are over."""

outbounds = Table(
    "outbounds",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("outbound_no", Text, nullable=False, unique=True),
    # Deferred: the order of an import's chunk is written last, with its verdict, once.
    Column(
        "order_id",
        ForeignKey("orders.id", deferrable=True, initially="DEFERRED"),
        nullable=True,
    ),
    Column("channel", Text, nullable=False),
    Column("store", Text, nullable=False),
    Column("order_no", Text, nullable=False),
    Column("push_state", Text, nullable=False),
    Column("shipment_state", Text, nullable=False),
    Column("warehouse_no", Text),
    Column("part", Integer, nullable=False),
    Column("attempt", Integer, nullable=False),
    words("package"),
    words("tracking_no"),
    words("sent_tracking_no"),
    words("jd_no"),
    Column("jd_status", Integer),
    words("jd_words"),
    Column("rank", Integer, nullable=False),
    Column("ours_carried", Boolean, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("next_attempt_at", Instant),
    Column("error_code", Text),
    words("error_message"),
    Column("first_sent_at", Instant),
    Column("status_at", Instant),
    Column("shipped_at", Instant),
    Column("completed_at", Instant),
    Column("turn", Integer, nullable=False),
    Column("reserved", Boolean, nullable=False),
    Column("booked", Boolean, nullable=False),
    words("limit_day"),
    Column("split_by_hand", Boolean, nullable=False),
    Column("version", Integer, nullable=False),
    Column("live", Integer, nullable=False),
    Column("made_by_batch", Integer),
    Column("batch_id", Integer),
    # JD's own way bills, joined by commas; never in the place of the merchant's number.
    words("jd_waybill"),
    # The warehouse that a hand-made split says.
    Column("house_wanted", Text),
    # With the warehouse: reports and lists ask for it order by order without touching a row.
    Index("ix_outbounds_of_order", "order_id", "warehouse_no", "channel"),
    Index(
        "ix_outbounds_live",
        "push_state",
        "warehouse_no",
        "id",
        "next_attempt_at",
        "batch_id",
        sqlite_where=LIVE,
        postgresql_where=LIVE,
    ),
    Index(None, "jd_no", sqlite_where=text("jd_no <> ''"), postgresql_where=text("jd_no <> ''")),
    Index(
        None,
        "shipped_at",
        "channel",
        "warehouse_no",
        "order_id",
        sqlite_where=text("shipped_at IS NOT NULL"),
        postgresql_where=text("shipped_at IS NOT NULL"),
    ),
    Index(
        None,
        "made_by_batch",
        sqlite_where=text("made_by_batch IS NOT NULL"),
        postgresql_where=text("made_by_batch IS NOT NULL"),
    ),
)

outbound_items = Table(
    "outbound_items",
    metadata,
    Column("outbound_id", ForeignKey("outbounds.id", ondelete="CASCADE"), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("sku", Text, nullable=False),
    Column("quantity", Integer, nullable=False),
    words("name"),
    sqlite_with_rowid=False,
)

outbound_requests = Table(
    "outbound_requests",
    metadata,
    Column("outbound_no", Text, primary_key=True),
    # JSON, frozen when claimed and sent again byte for byte.
    Column("request", Text, nullable=False),
    sqlite_with_rowid=False,
)
