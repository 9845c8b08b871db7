"""Tables of products, links, stock and locations (R13, R16-R26)."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
)

from jdfulfil_desktop.adapters.db.schema.base import Instant, metadata, words

products = Table(
    "products",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("sku", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    words("barcode"),
    Column("weight_g", Integer, nullable=False),
    Column("length_mm", Integer, nullable=False),
    Column("width_mm", Integer, nullable=False),
    Column("height_mm", Integer, nullable=False),
    # NULL: no shelf life (R17); the four stand or fall together.
    Column("shelf_life_days", Integer),
    Column("inbound_limit_days", Integer),
    Column("outbound_limit_days", Integer),
    Column("shelf_life_confirmed", Boolean, nullable=False),
    words("picture"),
    words("category_no"),
    Column("archived", Boolean, nullable=False),
    # Variants share a family's name (R16).
    words("family"),
    words("colour"),
    words("size"),
    Index(None, "name", "id"),
    Index(None, "barcode", "id"),
    Index(None, "family", "sku"),
)

pictures = Table(
    "pictures",
    metadata,
    # Scaled pictures, a few KB each: they lie here so that every backup carries them.
    Column("sku", Text, primary_key=True),
    Column("small", LargeBinary, nullable=False),
    Column("large", LargeBinary, nullable=False),
)

sku_links = Table(
    "sku_links",
    metadata,
    Column("channel", Text, primary_key=True),
    # "" holds for every store of the channel.
    Column("store", Text, primary_key=True),
    Column("channel_sku", Text, primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("sku", Text, nullable=False),
    Column("quantity", Integer, nullable=False),
    Index(None, "sku"),
    sqlite_with_rowid=False,
)

placements = Table(
    "placements",
    metadata,
    Column("warehouse_no", ForeignKey("warehouses.warehouse_no"), primary_key=True),
    Column("sku", Text, primary_key=True),
    Column("state", Text, nullable=False),
    words("goods_no"),
    Column("opened", Boolean, nullable=False),
    words("error_code"),
    words("error_text"),
    Index(None, "sku"),
    Index(None, "goods_no"),
    sqlite_with_rowid=False,
)

ledger = Table(
    "ledger",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Instant, nullable=False),
    Column("warehouse_no", Text, nullable=False),
    Column("sku", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("quantity", Integer, nullable=False),
    Column("document", Text, nullable=False),
    Column("by", Text, nullable=False),
    # A second entry of one kind for one document cannot be written: nothing is booked twice.
    UniqueConstraint("document", "warehouse_no", "sku", "kind"),
    Index(None, "sku", "warehouse_no", "id"),
)

stock = Table(
    "stock",
    metadata,
    Column("warehouse_no", Text, primary_key=True),
    Column("sku", Text, primary_key=True),
    Column("on_hand", Integer, nullable=False, server_default="0"),
    Column("reserved", Integer, nullable=False, server_default="0"),
    Column("incoming", Integer, nullable=False, server_default="0"),
    Column("jd_figure", Integer),
    Column("jd_figure_at", Instant),
    Index(None, "sku"),
    sqlite_with_rowid=False,
)

thresholds = Table(
    "thresholds",
    metadata,
    # Below `units` available a product runs low there (R22).
    Column("warehouse_no", Text, primary_key=True),
    Column("sku", Text, primary_key=True),
    Column("units", Integer, nullable=False),
    sqlite_with_rowid=False,
)

shelves = Table(
    "shelves",
    metadata,
    # JD's word on what lies there by date of expiry; each asking replaces a warehouse's rows.
    Column("warehouse_no", Text, primary_key=True),
    Column("sku", Text, primary_key=True),
    Column("expires_on", Text, primary_key=True),
    Column("produced_on", Text, primary_key=True),
    Column("state", Integer, primary_key=True, autoincrement=False),
    Column("total", Integer, nullable=False),
    Column("usable", Integer, nullable=False),
    Column("shelf_life_days", Integer, nullable=False),
    Index(None, "expires_on"),
    sqlite_with_rowid=False,
)

locations = Table(
    "locations",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("warehouse_no", ForeignKey("warehouses.warehouse_no"), nullable=False),
    Column("code", Text, nullable=False),
    UniqueConstraint("warehouse_no", "code"),
    Index(None, "code", "warehouse_no"),
)

location_bindings = Table(
    "location_bindings",
    metadata,
    Column("warehouse_no", Text, primary_key=True),
    Column("sku", Text, primary_key=True),
    Column("code", Text, primary_key=True),
    Index(None, "warehouse_no", "code"),
    sqlite_with_rowid=False,
)
