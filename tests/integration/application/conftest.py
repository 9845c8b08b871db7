from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from jdfulfil_desktop.adapters.db.store import Database, open_database
from jdfulfil_desktop.application.ports import StoredDecision
from jdfulfil_desktop.application.queries import OrderDetail
from jdfulfil_desktop.domain.order import Order
from tests.helpers.fakes import FakeClock, RecordingNotifier
from tests.helpers.shop import Shop


class DatabasePeek:
    def __init__(self, database: Database) -> None:
        self._database = database

    def _read(self, work: Any) -> Any:
        return self._database.reader.submit(work).result(timeout=30)

    def decision(self, order: Order) -> StoredDecision:
        [detail] = self._read(lambda q: q.order_details([order.id]))
        assert isinstance(detail, OrderDetail)
        return StoredDecision(detail.rule, detail.create, detail.push, detail.reasons)

    def alerts(self) -> list[tuple[str, str]]:
        rows = sorted(self._read(lambda q: q.alerts()), key=lambda row: row.id)
        return [(row.code, row.subject) for row in rows]

    def alert_id(self, subject: str) -> int:
        found = self._read(lambda q: q.alerts())
        number: int = next(row.id for row in found if row.subject == subject)
        return number

    def notes(self, document: str) -> list[str]:
        return [note.kind for note in self._read(lambda q: q.notes(document))]

    def ledger(self, sku: str) -> list[tuple[str, str, int]]:
        return [(r.kind, r.document, r.quantity) for r in self._read(lambda q: q.ledger(sku))]


@contextmanager
def open_shop(folder: Path) -> Iterator[Shop]:
    clock, notifier = FakeClock(), RecordingNotifier()
    database = open_database(folder / "jdfulfil.db", notifier, clock)
    try:
        yield Shop(database.writer, clock, notifier, DatabasePeek(database))
    finally:
        assert database.close(timeout_s=30)


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with open_shop(tmp_path) as opened:
        yield opened
