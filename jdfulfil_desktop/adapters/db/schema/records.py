"""Tables of what people look up and what the program keeps about itself."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, Integer, Table, Text, text

from jdfulfil_desktop.adapters.db.schema.base import Instant, metadata

notes = Table(
    "notes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("document", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("by", Text, nullable=False),
    Column("data", Text, nullable=False),
    Index(None, "document", "id"),
)

alerts = Table(
    "alerts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("code", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("data", Text, nullable=False),
    Column("dismissed", Integer, nullable=False, server_default="0"),
    Index(
        "ix_alerts_open",
        "code",
        "subject",
        unique=True,
        sqlite_where=text("dismissed = 0"),
        postgresql_where=text("dismissed = 0"),
    ),
)

settings = Table(
    "settings",
    metadata,
    Column("name", Text, primary_key=True),
    # JSON
    Column("value", Text, nullable=False),
    sqlite_with_rowid=False,
)

counters = Table(
    "counters",
    metadata,
    # `basket:NAME`, `store:NAME`, `seen:DAY` (ordinal in Jakarta) count orders; `id:TABLE` is the
    # last id given.
    Column("name", Text, primary_key=True),
    Column("value", Integer, nullable=False),
    sqlite_with_rowid=False,
)

meta = Table(
    "meta",
    metadata,
    # `gateway`: what this database belongs to.
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
    sqlite_with_rowid=False,
)

users = Table(
    "users",
    metadata,
    # As written; two names that differ in case alone are one user.
    Column("name", Text, primary_key=True),
    Column("role", Text, nullable=False),
    # JSON: what was ticked; counts for the role `custom` alone.
    Column("ticked", Text, nullable=False),
    # `SALT:HASH`, scrypt
    Column("pin_hash", Text, nullable=False),
    # Wrong PINs in a row, and until when they keep everybody out.
    Column("failures", Integer, nullable=False, server_default="0"),
    Column("locked_until", Instant),
    Column("archived", Boolean, nullable=False, server_default="0"),
    sqlite_with_rowid=False,
)
