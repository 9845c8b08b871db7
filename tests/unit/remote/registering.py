"""Register products in a test, and count what came of it."""

from __future__ import annotations

from collections.abc import Sequence

from jdfulfil_desktop.application.remote.products import push_products
from jdfulfil_desktop.application.results import PushReport
from jdfulfil_desktop.domain.errors import (
    OutcomeUnknown,
)
from tests.unit.remote.counter import Counter

GONE = OutcomeUnknown("connection_lost")


def push(
    counter: Counter, house: str = "", skus: Sequence[str] = (), *, confirmed: bool = False
) -> PushReport:
    return counter.run(lambda: push_products(counter.office, house, skus, confirmed=confirmed))


def counts(report: PushReport) -> tuple[int, int, int]:
    return report.pushed, report.adopted, report.failed


def calls(counter: Counter) -> dict[str, int]:
    total: dict[str, int] = {}
    for gateway in counter.jd.opened:
        for method, count in gateway.calls.items():
            total[method] = total.get(method, 0) + count
    return total
