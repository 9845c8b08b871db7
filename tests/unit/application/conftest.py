from __future__ import annotations

import pytest

from jdfulfil_desktop.application.ports import StoredDecision
from jdfulfil_desktop.domain.order import Order
from tests.helpers.fakes import FakeClock, ImmediateWriter, Memory
from tests.helpers.shop import Shop


class MemoryPeek:
    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def decision(self, order: Order) -> StoredDecision:
        return self._memory.tables.decisions[order.id or 0]

    def alerts(self) -> list[tuple[str, str]]:
        return [(a.code, a.subject) for a in self._memory.tables.alerts.values()]

    def alert_id(self, subject: str) -> int:
        found = self._memory.tables.alerts.values()
        return next(a.id for a in found if a.subject == subject)

    def notes(self, document: str) -> list[str]:
        return [n.kind for n in self._memory.tables.notes if n.document == document]

    def ledger(self, sku: str) -> list[tuple[str, str, int]]:
        return [
            (str(e.kind), e.document, e.quantity)
            for e in self._memory.tables.ledger.values()
            if e.sku == sku
        ]


@pytest.fixture
def shop() -> Shop:
    writer = ImmediateWriter()
    return Shop(writer, FakeClock(), writer.notifier, MemoryPeek(writer.memory))
