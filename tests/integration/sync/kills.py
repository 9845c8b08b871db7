"""Kill the real program at random moments: `python -m tests.integration.sync.kills --count 100`.

`jdfulfil sync` runs as a process of its own on a real file, against a practice gateway that loses
some answers; it gets SIGKILL, again and again. Judged is by what the gateway holds, by
`pragma integrity_check` and by the ledger's sums.
"""

from __future__ import annotations

import argparse
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import closing
from pathlib import Path
from random import Random

from tests.contract.sandbox.serving import start
from tests.integration.sync.merchant import Merchant

ADD = "order.addOrder"
FIGURES = {
    "on_hand": ("opening", "received", "shipped", "returned", "adjustment"),
    "reserved": ("reserved", "released"),
    "incoming": ("planned", "arrived"),
}


def begin(folder: Path) -> subprocess.Popen[str]:
    """Start `jdfulfil sync --until-idle` as a process of its own."""
    command = [sys.executable, "-m", "jdfulfil_desktop", "--data-dir", str(folder)]
    command += ["sync", "--until-idle", "--timeout", "100", "--json"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def problems_of(file: Path) -> list[str]:
    """Say what is wrong with a database: its pages, its references, its sums."""
    wrong = []
    with closing(sqlite3.connect(file)) as raw:
        for check in ("integrity_check", "foreign_key_check"):
            found = raw.execute(f"PRAGMA {check}").fetchall()
            wrong += [f"{check}: {row}" for row in found if row != ("ok",)]
        for house, sku, *have in raw.execute(
            "SELECT warehouse_no, sku, on_hand, reserved, incoming FROM stock"
        ).fetchall():
            for figure, kinds, units in zip(FIGURES, FIGURES.values(), have, strict=True):
                marks = ", ".join("?" * len(kinds))
                query = f"SELECT COALESCE(SUM(quantity), 0) FROM ledger WHERE kind IN ({marks})"
                query += " AND warehouse_no = ? AND sku = ?"
                [wanted] = raw.execute(query, (*kinds, house, sku)).fetchone()
                if units != wanted:
                    wrong.append(f"{sku} in {house}: {figure} {units}, the ledger says {wanted}")
    return wrong


def kill_often(merchant: Merchant, count: int, chance: Random, orders: int = 3) -> list[str]:
    """Kill the sync `count` times, new orders before each; gives our numbers of all orders."""
    numbers: list[str] = []
    pause = threading.Event()
    while count > 0:
        numbers += merchant.order(orders)
        merchant.practice.fault(chance.choice(("drop_after", "drop_before", "http_500")), ADD)
        merchant.close()
        for _ in range(min(count, 4)):
            process = begin(merchant.folder)
            pause.wait(chance.uniform(0.5, 2.5))
            process.kill()
            process.communicate(timeout=20)
            count -= 1
            wrong = problems_of(merchant.folder / "jdfulfil.db")
            assert not wrong, wrong
        merchant.restart()
    return numbers


def main() -> int:
    """Run, and say what came of it."""
    parser = argparse.ArgumentParser(prog="kills", description=__doc__)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    began = time.monotonic()
    gateway = start("--rate", "0", "--daily", "0")
    with tempfile.TemporaryDirectory() as folder:
        merchant = Merchant(gateway, Path(folder) / "data")
        merchant.set_up()
        numbers = kill_often(merchant, given.count, Random(given.seed))
        gateway.control("DELETE", "faults")
        report = merchant.sync()
        assert report.idle, (report, merchant.outbounds(numbers), merchant.connection())
        merchant.check_exactly_once(numbers)
        merchant.close()
        wrong = problems_of(merchant.folder / "jdfulfil.db")
    gateway.process.terminate()
    gateway.process.communicate(timeout=10)
    sys.stdout.write(
        f"{given.count} kills with seed {given.seed} in {time.monotonic() - began:.0f} s: "
        f"{len(numbers)} orders, each once at JD; {wrong or 'database and sums intact'}\n"
    )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
