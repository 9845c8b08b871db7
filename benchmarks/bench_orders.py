"""Measure the outbound list and the reports over a million orders, beside a hundred.

    python benchmarks/bench_orders.py [--orders N] [--keep FILE]

Milliseconds are the best of three. Aims: the first rows, a basket, a filter, a sort and a search
within 150 ms, a basket's count within 300 ms, a report of thirty days within two seconds; all of it
runs on reader threads, never in the window's.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

SEED = 20261124
NOW = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)
DAYS = 60
CHANNELS = ("shopee", "tokopedia", "lazada", "blibli", "bukalapak")
COURIERS = ("SPX Standard", "J&T Express", "JNE REG", "SiCepat REG", "GOSEND_SAMEDAY")
BASKETS = (
    ("done", "", 0.90),
    ("closed", "order_closed", 0.04),
    ("at_jd", "", 0.03),
    ("queued", "", 0.01),
    ("tracking", "awaiting_tracking_number", 0.01),
    ("held", "sku_not_linked", 0.005),
    ("accept", "awaiting_acceptance", 0.005),
)


def micro(at: datetime) -> int:
    """Give a time as the database keeps it."""
    return int(at.timestamp() * 1_000_000)


def orders_of(count: int, dice: random.Random) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Make orders with their outbound orders, the oldest first."""
    names, weights = [(b, r) for b, r, _w in BASKETS], [w for _b, _r, w in BASKETS]
    begin = micro(NOW - timedelta(days=DAYS))
    step = (micro(NOW) - begin) // count
    for number in range(1, count + 1):
        basket, reason = dice.choices(names, weights)[0]
        channel = dice.choice(CHANNELS)
        seen = begin + number * step
        shipped = seen + dice.randrange(2, 90) * 3_600_000_000 if basket == "done" else None
        order_no = f"26{number:08d}{dice.randrange(10**6):06d}"
        tracking = "" if basket in ("tracking", "accept") else f"SPXID{dice.randrange(10**10):010d}"
        order = {
            "id": number,
            "channel": channel,
            "store": f"Toko {channel} {dice.randrange(4)}",
            "order_no": order_no,
            "status": "READY_TO_SHIP",
            "courier": dice.choice(COURIERS),
            "tracking_no": tracking,
            "ship_by": seen + 2 * 86_400_000_000,
            "created_at": seen,
            "first_seen_at": seen,
            "consignee_name": dice.choice(("Budi", "Siti", "Agus", "Dewi")) + f" {number % 997}",
            "reason_code": reason,
            "reason_count": 1 if reason else 0,
            "basket": basket,
            "lead_id": number,
            "search_text": f"{order_no}\n{tracking}\nSKU-{number % 3000:04d}",
        }
        outbound = {
            "id": number,
            "outbound_no": f"{channel.upper()}-{order_no}",
            "order_id": number,
            "channel": channel,
            "store": order["store"],
            "order_no": order_no,
            "push_state": "pushed" if basket in ("done", "at_jd") else "held",
            "shipment_state": "completed" if basket == "done" else "waiting",
            "warehouse_no": f"W{number % 3}",
            "tracking_no": tracking,
            "shipped_at": shipped,
        }
        yield order, outbound


def fill(path: Path, count: int) -> None:
    """Make a database of the program's own schema with so many orders."""
    from jdfulfil_desktop.adapters.db.schema import orders, outbounds
    from jdfulfil_desktop.adapters.db.store import open_database
    from jdfulfil_desktop.adapters.system.clock import SystemClock
    from jdfulfil_desktop.application.hub import Hub

    open_database(path, Hub(), SystemClock()).close()
    dice = random.Random(SEED)
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("PRAGMA synchronous = OFF")
    database.execute("PRAGMA foreign_keys = OFF")
    database.execute("BEGIN")
    rows = orders_of(count, dice)
    inserts = [_insert(table) for table in (orders, outbounds)]
    while part := [row for _n, row in zip(range(20_000), rows, strict=False)]:
        for at, (statement, blank) in enumerate(inserts):
            database.executemany(statement, [blank | pair[at] for pair in part])
    database.execute("INSERT INTO order_search(order_search) VALUES ('rebuild')")
    _count(database)
    database.execute("COMMIT")
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()


def _insert(table: Any) -> tuple[str, dict[str, Any]]:
    """Give an insert by name, and a row in which everything has its plainest value."""
    blank: dict[str, Any] = {}
    for column in table.columns:
        text = str(column.type).upper() in {"TEXT", "VARCHAR"}
        blank[column.name] = None if column.nullable else "" if text else 0
    names = ", ".join(f'"{name}"' for name in blank)
    marks = ", ".join(f":{name}" for name in blank)
    return f"INSERT INTO {table.name} ({names}) VALUES ({marks})", blank


def _count(database: sqlite3.Connection) -> None:
    rows = database.execute("SELECT basket, count(*) FROM orders GROUP BY basket").fetchall()
    counts = [(f"basket:{basket}", n) for basket, n in rows]
    database.executemany("INSERT INTO counters(name, value) VALUES (?, ?)", counts)


def questions(q: Any, count: int) -> list[tuple[str, float, Callable[[], object]]]:
    """Give what the window asks: its words, the milliseconds aimed at, the question."""
    from jdfulfil_desktop.application.queries import Filter, ReportWish, Sort

    urgent, newest = Sort("ship_by"), Sort("first_seen", descending=True)
    store = {"store": "Toko shopee 1"}
    last = NOW.date()
    month = ReportWish(last - timedelta(days=29), last)
    middle = f"26{count // 2:08d}"
    return [
        ("first rows", 150, lambda: q.outbound_page(Filter(), newest, 0, 100)),
        ("rows of the middle", 150, lambda: q.outbound_page(Filter(), newest, count // 2, 100)),
        ("basket Held by urgency", 150, lambda: q.outbound_page(Filter("held"), urgent, 0, 100)),
        ("basket Due", 150, lambda: q.outbound_page(Filter("due"), urgent, 0, 100)),
        ("count of Due", 300, q.outbound_due),
        ("counts of all baskets", 50, q.outbound_baskets),
        ("sorted by courier", 150, lambda: q.outbound_page(Filter(), Sort("courier"), 0, 100)),
        ("one store", 150, lambda: q.outbound_page(Filter(equals=store), newest, 0, 100)),
        ("count of one store", 300, lambda: q.outbound_count(Filter(equals=store))),
        (
            "one store, held, urgent",
            150,
            lambda: q.outbound_page(Filter("held", equals=store), urgent, 0, 100),
        ),
        (
            "one warehouse",
            150,
            lambda: q.outbound_page(Filter(equals={"warehouse_no": "W1"}), newest, 0, 100),
        ),
        ("search a number", 150, lambda: q.outbound_page(Filter(search=middle), newest, 0, 100)),
        (
            "search a recipient",
            150,
            lambda: q.outbound_page(Filter(search="Budi 12"), newest, 0, 100),
        ),
        ("couriers to choose from", 50, q.couriers),
        ("ids of a basket", 300, lambda: q.outbound_ids(Filter("held"), urgent)),
        ("report of 30 days", 2000, lambda: q.report(month)),
        (
            "report of 30 days, one channel",
            2000,
            lambda: q.report(ReportWish(month.first, last, "shopee")),
        ),
    ]


class _Clock:
    def now(self) -> datetime:
        return NOW

    def monotonic(self) -> float:
        return time.monotonic()


def measure(path: Path, count: int) -> dict[str, tuple[float, float]]:
    """Give (best milliseconds of three, aim) by question."""
    from jdfulfil_desktop.adapters.db.store import open_database
    from jdfulfil_desktop.application.hub import Hub

    database = open_database(path, Hub(), _Clock())
    try:

        def work(q: Any) -> dict[str, tuple[float, float]]:
            found = {}
            for words, aim, ask in questions(q, count):
                best = min(_timed(ask) for _round in range(3))
                found[words] = (best, aim)
            return found

        return database.reader.submit(work).result()
    finally:
        database.close()


def _timed(ask: Callable[[], object]) -> float:
    began = time.perf_counter()
    ask()
    return (time.perf_counter() - began) * 1000


def main() -> int:
    """Make both databases, measure, print a table; exit code 1 where an aim is missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--orders", type=int, default=1_000_000)
    parser.add_argument("--keep", type=Path, help="make or use the large database here")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        large = given.keep or Path(folder) / "large" / "jdfulfil.db"
        small = Path(folder) / "small" / "jdfulfil.db"
        for path, count in ((small, 100), (large, given.orders)):
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not path.exists():
                fill(path, count)
        few, many = measure(small, 100), measure(large, given.orders)
    print(f"seed {SEED}; {given.orders:,} orders, beside 100")
    for words, (best, aim) in many.items():
        missed = "" if best <= aim else "  MISSED"
        print(f"  {words:<34}{best:9.1f} ms   {few[words][0]:7.1f} ms   aim {aim:.0f}{missed}")
    return 0 if all(best <= aim for best, aim in many.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
