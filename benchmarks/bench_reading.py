"""Measure reading an order file beside its peers: plain calamine, and calamine with raw sqlite3.

    python benchmarks/bench_reading.py [orders]

Each runs in a process of its own; seconds and peak memory (MiB) are what the system says of it.
"""

from __future__ import annotations

import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

LINES = 2
COLUMNS = 51


def plain(path: Path) -> int:
    """Read all cells, nothing else."""
    from python_calamine import CalamineWorkbook

    sheet = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0)
    return len(sheet.to_python(skip_empty_area=False)) - 1


def with_sqlite(path: Path) -> int:
    """Read all cells and insert them into one table, in one transaction."""
    from python_calamine import CalamineWorkbook

    sheet = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0)
    rows = sheet.to_python(skip_empty_area=False)[1:]
    with sqlite3.connect(path.with_suffix(".db")) as database:
        names = ", ".join(f"c{number}" for number in range(COLUMNS))
        database.execute(f"create table rows ({names})")
        database.executemany(f"insert into rows values ({', '.join('?' * COLUMNS)})", rows)
    return len(rows)


def ours(path: Path) -> int:
    """Recognise, check, group, spool in the child, and take every order back from the spool."""
    from jdfulfil_desktop.adapters.sheets.reader import ChildProcessSheetReader

    with ChildProcessSheetReader().read_orders(path) as sheet:
        orders = sum(len(chunk) for chunk in sheet.chunks())
        assert orders == sheet.info.orders
        return sheet.info.rows_read


PEERS = {"calamine": plain, "calamine + sqlite3": with_sqlite, "jdfulfil": ours}


def run_one(name: str, path: Path) -> None:
    """Run one peer and print its figures; memory is the larger of this process and its child."""
    start = time.perf_counter()
    rows = PEERS[name](path)
    seconds = time.perf_counter() - start
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print(f"{name:22} {rows:9} rows {seconds:7.2f} s {max(own, child) // 1024:6} MiB")


def main() -> None:
    """Make the files, xlsx and csv, and measure every peer on them."""
    from tests.helpers.order_files import write_many_orders

    orders = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
    with tempfile.TemporaryDirectory() as folder:
        for name in ("orders.xlsx", "orders.csv"):
            path = write_many_orders(Path(folder) / name, orders, lines=LINES)
            print(f"{name}: {path.stat().st_size / 1e6:.1f} MB, {COLUMNS} columns")
            for peer in PEERS if path.suffix == ".xlsx" else ["jdfulfil"]:
                subprocess.run([sys.executable, __file__, "--one", peer, str(path)], check=True)
        long = write_many_orders(Path(folder) / "long.csv", 3 * orders, lines=LINES)
        print(f"{long.name}: aims: a csv of 300,000 rows within 60 s and 600 MiB")
        subprocess.run([sys.executable, __file__, "--one", "jdfulfil", str(long)], check=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        run_one(sys.argv[2], Path(sys.argv[3]))
    else:
        main()
