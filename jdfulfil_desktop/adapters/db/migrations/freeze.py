"""Write the newest schema as SQL: what a revision without a predecessor consists of."""

from __future__ import annotations

from sqlalchemy import create_engine

from jdfulfil_desktop.adapters.db import dialect
from jdfulfil_desktop.adapters.db.schema import metadata


def frozen_sql() -> str:
    """Give SQLite's statements for the whole schema, `;;` between them (triggers contain `;`)."""
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        metadata.create_all(connection, checkfirst=False)
        made = connection.exec_driver_sql(
            # Tables as they depend on each other; indices by name: a set has no order of its own.
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL "
            "ORDER BY type <> 'table', CASE WHEN type = 'table' THEN rowid END, name"
        ).scalars()
        statements = [*made, *dialect.EXTRA_DDL]
    engine.dispose()
    return "".join(f"{statement};;\n" for statement in statements)
