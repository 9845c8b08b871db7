"""Several PCs on one shared database: a folder and a keyring each, one merchant for all."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

import psycopg

from jdfulfil_desktop.adapters.jd.factory import JosGatewayFactory
from jdfulfil_desktop.application.remote.patience import Patience
from jdfulfil_desktop.bootstrap import Application, Options, build
from jdfulfil_desktop.sync.means import Means
from tests.contract.sandbox.practice import Practice
from tests.integration.sync.merchant import Merchant

_pause = threading.Event()


class SharedMerchant(Merchant):
    """The merchant at the first PC of a shared database."""

    def __init__(self, practice: Practice, folder: Path, url: str) -> None:
        self.url = url
        super().__init__(practice, folder)

    def _open(self) -> Application:
        made = build(
            Options(data_dir=self.folder, database=self.url), clock=self.clock, actor="tester"
        )
        gateways = JosGatewayFactory(made.secrets, self.clock, calls_per_second=0)
        patience = Patience(self.clock.sleep, Random(5))
        return replace(made, office=replace(made.office, gateways=gateways, patience=patience))

    def means(self) -> Means:
        return replace(self.application.means(), random=Random(5), sleep=self.clock.sleep)

    def key(self) -> str:
        return self.application.export_key()


@dataclass
class Pc:
    """A PC that only runs commands."""

    folder: Path
    url: str

    def command(self, *words: str) -> list[str]:
        program = [sys.executable, "-m", "jdfulfil_desktop", "--data-dir", str(self.folder)]
        return [*program, "--database", self.url, *words]

    def run(self, *words: str, stdin: str = "") -> Any:
        """Run a command that has to succeed; gives its document."""
        done = subprocess.run(
            [*self.command(*words), "--json"],
            input=stdin,
            capture_output=True,
            text=True,
            timeout=100,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return json.loads(done.stdout)

    def begin_sync(self, timeout_s: int = 100) -> subprocess.Popen[str]:
        """Start `jdfulfil sync --until-idle` as a process of its own."""
        words = ("sync", "--until-idle", "--timeout", str(timeout_s), "--json")
        return subprocess.Popen(
            self.command(*words), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )


def query(url: str, statement: str, *values: object) -> list[tuple[Any, ...]]:
    """Ask the server itself."""
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection:
        cursor = connection.execute(statement, values)
        return cursor.fetchall() if cursor.description else []


def holder(url: str) -> int:
    """Give the process that has the account's turn; 0 for none."""
    rows = query(url, "SELECT holder FROM sync_turns")
    return int(rows[0][0].split(":")[1]) if rows else 0


def wait_for(condition: Callable[[], Any], seconds: float = 60.0) -> Any:
    """Wait until something is so; gives what it is."""
    end = time.monotonic() + seconds
    while not (found := condition()):
        assert time.monotonic() < end, "it did not come true in time"
        _pause.wait(0.05)
    return found


def check_sums(url: str, numbers: Sequence[str]) -> None:
    """Judge the ledger: stock is its sum, and each order is reserved once and no more."""
    wrong = query(
        url,
        """SELECT s.sku, s.on_hand, s.reserved FROM stock s JOIN (SELECT warehouse_no, sku,
        sum(quantity) FILTER (WHERE kind NOT IN ('reserved','released','planned','arrived'))
        AS on_hand, sum(quantity) FILTER (WHERE kind IN ('reserved','released')) AS reserved
        FROM ledger GROUP BY 1, 2) l USING (warehouse_no, sku)
        WHERE s.on_hand <> coalesce(l.on_hand, 0) OR s.reserved <> coalesce(l.reserved, 0)""",
    )
    assert wrong == []
    held = dict(
        query(url, "SELECT document, sum(quantity) FROM ledger WHERE kind = 'reserved' GROUP BY 1")
    )
    for number in numbers:
        assert [int(n) for name, n in held.items() if name.split("#")[0] == number] == [2], number
