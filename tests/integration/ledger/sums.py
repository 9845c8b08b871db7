"""Hold every stock row against the sum of its ledger, in the file itself."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

_DIFFERENT = """
WITH sums AS (
    SELECT warehouse_no, sku,
        SUM(CASE WHEN kind IN ('opening', 'received', 'shipped', 'returned', 'adjustment')
            THEN quantity ELSE 0 END) AS on_hand,
        SUM(CASE WHEN kind IN ('reserved', 'released') THEN quantity ELSE 0 END) AS reserved,
        SUM(CASE WHEN kind IN ('planned', 'arrived') THEN quantity ELSE 0 END) AS incoming
    FROM ledger GROUP BY warehouse_no, sku
),
keys AS (
    SELECT warehouse_no, sku FROM stock UNION SELECT warehouse_no, sku FROM ledger
)
SELECT k.warehouse_no, k.sku, s.on_hand, s.reserved, s.incoming, l.on_hand, l.reserved, l.incoming
FROM keys k
LEFT JOIN stock s ON s.warehouse_no = k.warehouse_no AND s.sku = k.sku
LEFT JOIN sums l ON l.warehouse_no = k.warehouse_no AND l.sku = k.sku
WHERE s.sku IS NULL
   OR s.on_hand <> COALESCE(l.on_hand, 0)
   OR s.reserved <> COALESCE(l.reserved, 0)
   OR s.incoming <> COALESCE(l.incoming, 0)
"""


def differing(path: Path) -> list[tuple[object, ...]]:
    """Give stock rows that are not the sums of their ledger, and ledgers without a row."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        return list(connection.execute(_DIFFERENT))


def entries(path: Path) -> int:
    """Count the ledger's entries."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        [(count,)] = connection.execute("SELECT COUNT(*) FROM ledger")
        return int(count)
