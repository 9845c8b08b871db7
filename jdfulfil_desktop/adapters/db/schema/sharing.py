"""Tables by which several PCs share a database: turns, secrets as ciphertext, errands."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, Table, Text

from jdfulfil_desktop.adapters.db.schema.base import Instant, metadata, words

sync_turns = Table(
    "sync_turns",
    metadata,
    Column("pin", Text, primary_key=True),
    # Which process of which PC: `HOST:PID:RANDOM`.
    Column("holder", Text, nullable=False),
    # By the server's clock.
    Column("until", Instant, nullable=False),
    sqlite_with_rowid=False,
)

shared_secrets = Table(
    "shared_secrets",
    metadata,
    Column("name", Text, primary_key=True),
    # Never anything but ciphertext; its key lies in each PC's keyring.
    Column("ciphertext", Text, nullable=False),
    sqlite_with_rowid=False,
)

errands = Table(
    "errands",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("pin", Text, nullable=False),
    # What is to be done, by the name of the use case, with its arguments as JSON.
    Column("task", Text, nullable=False),
    Column("arguments", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Instant, nullable=False),
    # waiting, begun, done or failed
    Column("state", Text, nullable=False),
    words("answer"),
    Column("ended_at", Instant),
    Index(None, "state", "pin", "id"),
)
