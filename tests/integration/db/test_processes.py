from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from jdfulfil_desktop.adapters.db.store import open_database
from jdfulfil_desktop.application.queries import Filter
from tests.integration.db.making import Desk, FixedClock, Listener, an_order, put

CHILD = """
import sys
from datetime import UTC, datetime
from pathlib import Path
sys.path.insert(0, sys.argv[3])
from jdfulfil_desktop.adapters.db.store import open_database
from tests.integration.db.making import FixedClock, Listener, an_order, put
from jdfulfil_desktop.domain.order import Channel

first = int(sys.argv[2])
database = open_database(Path(sys.argv[1]), Listener(), FixedClock())
"""


WRITE = """
def work(uow, n):
    put(uow, [an_order(first + n)])
    uow.settings.put("sum", uow.settings.get("sum", 0) + 1)
for n in range(40):
    database.writer.submit(lambda uow, n=n: work(uow, n)).result(60)
database.close()
"""


DIE = """
def work(uow):
    put(uow, [an_order(first + n) for n in range(500)])
    uow.flush()
    print("in the middle", flush=True)
    sys.stdin.read()
database.writer.submit(lambda uow: put(uow, [an_order(1)])).result(60)
database.writer.submit(work).result(600)
"""


ROOT = str(Path(__file__).parents[3])


def child(script: str, path: Path, first: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", CHILD + script, str(path), str(first), ROOT]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def test_two_processes_and_this_one_write_at_once(desk: Desk, account: int, path: Path) -> None:
    children = [child(WRITE, path, first) for first in (1000, 2000)]
    for n in range(40):
        desk.write(lambda uow, n=n: put(uow, [an_order(n)]))
    assert [process.wait(60) for process in children] == [0, 0]
    assert desk.read(lambda q: q.outbound_count(Filter())) == 120
    assert desk.write(lambda uow: uow.settings.get("sum")) == 80
    ids = desk.write(lambda uow: uow.orders.open_ids("all", 0, 999))
    assert ids == list(range(1, 121))
    for process in children:
        process.communicate()


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is POSIX; the same holds by SQLite's journal")
def test_killed_in_the_middle_of_a_transaction(path: Path) -> None:
    process = child(DIE, path, 100)
    assert process.stdout is not None
    assert process.stdout.readline() == "in the middle\n"
    process.send_signal(signal.SIGKILL)
    process.communicate()
    database = open_database(path, Listener(), FixedClock())
    count = database.reader.submit(lambda q: q.outbound_count(Filter())).result(30)
    hits = database.reader.submit(lambda q: q.search("2411")).result(30)
    again = database.writer.submit(lambda uow: put(uow, [an_order(100)])).result(30)
    database.close()
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert other.execute("PRAGMA foreign_key_check").fetchall() == []
        other.execute("INSERT INTO order_search(order_search, rank) VALUES ('integrity-check', 1)")
    assert (count, len(hits), len(again[0])) == (1, 1, 1)
