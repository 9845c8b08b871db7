"""The table of what JD holds of outbound orders: the parts of a split one, and what went out."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, Integer, Table, Text, text

from jdfulfil_desktop.adapters.db.schema.base import Instant, metadata, words

WANTED = text("wanted")
OPEN_PARTS = text("is_part AND NOT is_over")

jd_documents = Table(
    "jd_documents",
    metadata,
    Column("jd_no", Text, primary_key=True),
    Column("outbound_no", Text, nullable=False),
    Column("is_part", Boolean, nullable=False),
    Column("status", Integer),
    Column("step", Integer, nullable=False),
    words("words"),
    Column("status_at", Instant),
    words("tracking_no"),
    # JSON: JD's numbers; [SKU, ordered, shipped]; [number, way bill, grams, [[SKU, units]]].
    Column("waybills", Text, nullable=False),
    Column("lines", Text, nullable=False),
    Column("packages", Text, nullable=False),
    Column("reserved", Boolean, nullable=False),
    Column("booked", Boolean, nullable=False),
    Column("wanted", Boolean, nullable=False),
    Column("is_over", Boolean, nullable=False),
    Column("read_at", Instant),
    Index(None, "outbound_no"),
    Index("ix_jd_documents_wanted", "outbound_no", sqlite_where=WANTED, postgresql_where=WANTED),
    Index(
        "ix_jd_documents_open_parts",
        "outbound_no",
        sqlite_where=OPEN_PARTS,
        postgresql_where=OPEN_PARTS,
    ),
    sqlite_with_rowid=False,
)
