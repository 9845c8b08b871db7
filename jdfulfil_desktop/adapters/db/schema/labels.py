"""Tables of shipping labels: a page each, kept with the order that it belongs to."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, Table, Text, text

from jdfulfil_desktop.adapters.db.schema.base import Instant, metadata, words

labels = Table(
    "labels",
    metadata,
    Column("id", Integer, primary_key=True),
    # None: nobody knows yet whose it is, or its order went with an import that was undone.
    Column("order_id", ForeignKey("orders.id", ondelete="SET NULL"), nullable=True),
    Column("file", Text, nullable=False),
    # SHA-256 of the whole file: the same file again adds nothing.
    Column("digest", Text, nullable=False),
    Column("page", Integer, nullable=False),
    # The number by which it found its order; empty: a person said so, or nobody yet.
    words("matched_by"),
    # What can be read on it, for whoever looks for its order by hand.
    words("read"),
    Column("added_at", Instant, nullable=False),
    Column("by", Text, nullable=False),
    Index("uq_labels_page", "digest", "page", unique=True),
    Index(
        None,
        "order_id",
        sqlite_where=text("order_id IS NOT NULL"),
        postgresql_where=text("order_id IS NOT NULL"),
    ),
    Index(
        "ix_labels_loose",
        "id",
        sqlite_where=text("order_id IS NULL"),
        postgresql_where=text("order_id IS NULL"),
    ),
)

label_pages = Table(
    "label_pages",
    metadata,
    Column("label_id", ForeignKey("labels.id", ondelete="CASCADE"), primary_key=True),
    # One page as a PDF of its own.
    Column("pdf", LargeBinary, nullable=False),
)
