"""Stand a shop of the use cases' tests on a real database."""

from __future__ import annotations

from jdfulfil_desktop.adapters.db.store import Database
from jdfulfil_desktop.application.ports import StoredDecision
from jdfulfil_desktop.domain.order import Order
from tests.helpers.fakes import FakeClock, RecordingNotifier
from tests.helpers.shop import Shop


class DatabasePeek:
    """Read through the page queries what no port of the use cases gives."""

    def __init__(self, database: Database) -> None:
        self._reader = database.reader

    def decision(self, order: Order) -> StoredDecision:
        (one,) = self._reader.submit(lambda q: q.order_details([order.id or 0])).result(30)
        return StoredDecision(one.rule, one.create, one.push, one.reasons)

    def alerts(self) -> list[tuple[str, str]]:
        found = sorted(self._reader.submit(lambda q: q.alerts()).result(30), key=lambda a: a.id)
        return [(alert.code, alert.subject) for alert in found]

    def alert_id(self, subject: str) -> int:
        found = self._reader.submit(lambda q: q.alerts()).result(30)
        return next(alert.id for alert in found if alert.subject == subject)

    def notes(self, document: str) -> list[str]:
        return [n.kind for n in self._reader.submit(lambda q: q.notes(document)).result(30)]

    def ledger(self, sku: str) -> list[tuple[str, str, int]]:
        rows = self._reader.submit(lambda q: q.ledger(sku)).result(30)
        return [(row.kind, row.document, row.quantity) for row in rows]


def a_shop(database: Database, clock: FakeClock, notifier: RecordingNotifier) -> Shop:
    return Shop(database.writer, clock, notifier, DatabasePeek(database))
