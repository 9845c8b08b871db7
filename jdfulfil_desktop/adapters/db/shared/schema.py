"""Make the schema in a shared database, from the same tables as SQLite's."""

from __future__ import annotations

import secrets

from sqlalchemy import BigInteger, Connection, MetaData, Text, insert
from sqlalchemy.exc import DBAPIError

from jdfulfil_desktop.adapters.db.schema import meta, metadata
from jdfulfil_desktop.adapters.db.schema.orders import SORTED_BY

APPEND_ONLY = (
    """CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the ledger is append-only'; END $$""",
    """CREATE TRIGGER ledger_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()""",
)
TRIGRAMS = (
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    "CREATE INDEX order_search ON orders USING gin (search_text gin_trgm_ops)",
)
"""Without them searching is slower, and finds the same."""


def create_all(connection: Connection) -> None:
    """Create every table, index and trigger in an empty database."""
    made_for_here().create_all(connection, checkfirst=False)
    for name in SORTED_BY:
        # SQLite puts what is missing first; an index answers for one order only.
        connection.exec_driver_sql(
            f"CREATE INDEX ix_orders_by_{name} ON orders ({name} NULLS FIRST, id, basket)"
        )
    for statement in APPEND_ONLY:
        connection.exec_driver_sql(statement)
    # Names the key in each PC's keyring, wherever the server moves to.
    connection.execute(insert(meta), {"name": "identity", "value": secrets.token_hex(8)})
    try:
        with connection.begin_nested():
            for statement in TRIGRAMS:
                connection.exec_driver_sql(statement)
    except DBAPIError as error:
        if error.connection_invalidated:
            raise


def made_for_here() -> MetaData:
    """Copy the tables with what PostgreSQL says otherwise.

    Text sorts and compares by its code points, as on SQLite: ranges over prefixes rely on it,
    whatever language the server was set up in. Rupiah may exceed 32 bits.
    """
    copied = MetaData(naming_convention=metadata.naming_convention)
    for table in metadata.sorted_tables:
        table.to_metadata(copied)
    for table in copied.tables.values():
        for column in table.columns:
            if isinstance(column.type, Text):
                column.type = Text(collation="C")
            elif column.name == "unit_price":
                column.type = BigInteger()
    sorts = {f"ix_orders_by_{name}" for name in SORTED_BY}
    orders = copied.tables["orders"]
    for index in [index for index in orders.indexes if index.name in sorts]:
        orders.indexes.discard(index)
    return copied
