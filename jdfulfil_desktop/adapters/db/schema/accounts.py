"""Tables of accounts, warehouses and stores (R1-R12)."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, Table, Text

from jdfulfil_desktop.adapters.db.schema.base import Instant, metadata, words

connections = Table(
    "connections",
    metadata,
    Column("id", Integer, primary_key=True),
    # R8: one PIN belongs to one merchant.
    Column("pin", Text, nullable=False, unique=True),
    Column("mode", Text, nullable=False),
    Column("gateway_url", Text, nullable=False),
    Column("oauth_url", Text, nullable=False),
    Column("app_key", Text, nullable=False),
    Column("isv_source", Text, nullable=False),
    words("gateway_user"),
    Column("subscribed", Boolean, nullable=False),
    Column("channel_up", Boolean, nullable=False),
    Column("state", Text, nullable=False),
    words("state_code"),
    Column("token_expires_at", Instant),
    Column("clock_offset_s", Float, nullable=False),
    Column("last_contact_at", Instant),
    Column("last_news_at", Instant),
    words("message_cursor"),
    words("shipper_no"),
    # Which of JD's two platforms is spoken to.
    Column("dialect", Text, nullable=False, server_default="jos"),
    # A person paused it; it was removed, and may come back.
    Column("on_hold", Boolean, nullable=False, server_default="0"),
    Column("archived", Boolean, nullable=False, server_default="0"),
)

departments = Table(
    "departments",
    metadata,
    Column("connection_id", ForeignKey("connections.id", ondelete="CASCADE"), primary_key=True),
    Column("department_no", Text, primary_key=True),
    Column("place", Integer, nullable=False),
    # A JSON list: it is read and written with its department only.
    Column("warehouse_nos", Text, nullable=False),
    words("name"),
    words("manager_phone"),
    words("manager_address"),
    words("supplier_no"),
    sqlite_with_rowid=False,
)

day_counts = Table(
    "day_counts",
    metadata,
    Column("connection_id", ForeignKey("connections.id", ondelete="CASCADE"), primary_key=True),
    # The calendar day in Asia/Jakarta (R3), ISO.
    Column("day", Text, primary_key=True),
    Column("sent", Integer, nullable=False),
    sqlite_with_rowid=False,
)

warehouses = Table(
    "warehouses",
    metadata,
    Column("warehouse_no", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    words("department_no"),
    words("pin"),
    Column("connection_id", ForeignKey("connections.id")),
    Column("active", Boolean, nullable=False),
    words("jd_name"),
    words("phone"),
    words("address"),
    Index(None, "connection_id"),
    sqlite_with_rowid=False,
)

stores = Table(
    "stores",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("channel", Text, nullable=False),
    words("contact_name"),
    words("contact_phone"),
    words("contact_address"),
    Column("archived", Boolean, nullable=False, server_default="0"),
)

bindings = Table(
    "bindings",
    metadata,
    Column("store", ForeignKey("stores.name", onupdate="CASCADE"), primary_key=True),
    Column("warehouse_no", ForeignKey("warehouses.warehouse_no"), primary_key=True),
    Column("priority", Integer, nullable=False),
    words("shop_no"),
    Index(None, "warehouse_no"),
    sqlite_with_rowid=False,
)
