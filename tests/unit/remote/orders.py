"""Bring orders to JD in a test, refresh and cancel them."""

from __future__ import annotations

from jdfulfil_desktop.application.remote.cancelling import cancel_outbound
from jdfulfil_desktop.application.remote.refreshing import refresh_outbounds
from jdfulfil_desktop.application.results import CancelReport, RefreshReport
from jdfulfil_desktop.domain.order import Channel
from tests.unit.remote.counter import Counter


def pushed(counter: Counter, *names: str) -> list[str]:
    """Bring orders to JD; gives their numbers there."""
    numbers = counter.order(*names)
    assert counter.sync().idle
    return numbers


def refresh(counter: Counter, *numbers: str) -> RefreshReport:
    return counter.run(lambda: refresh_outbounds(counter.office, numbers))


def cancel(counter: Counter, number: str) -> CancelReport:
    return counter.run(lambda: cancel_outbound(counter.office, number))


def result(report: CancelReport) -> tuple[str, str]:
    return report.result, report.code


def on_hold(counter: Counter, name: str = "1") -> bool:
    [order] = counter.do(lambda uow: uow.orders.get(Channel.SHOPEE, name))
    return order.on_hold


def made(counter: Counter, method: str) -> int:
    return sum(gateway.calls.get(method, 0) for gateway in counter.jd.opened)
