"""Draw up, send and refresh inbound lists in a test."""

from __future__ import annotations

from jdfulfil_desktop.application.remote.inbounds import submit_inbound
from jdfulfil_desktop.application.remote.products import push_products
from jdfulfil_desktop.application.remote.refreshing import refresh_inbounds
from jdfulfil_desktop.application.results import RefreshReport
from jdfulfil_desktop.domain import commands as c
from jdfulfil_desktop.domain.errors import (
    OutcomeUnknown,
)
from jdfulfil_desktop.domain.inbound import Inbound
from tests.unit.remote.counter import Counter

GONE = OutcomeUnknown("connection_lost")


def draw_up(counter: Counter, units: int = 20) -> str:
    """Register a product and draw up a list of it; gives the list's number."""
    counter.add_products("KOPI")
    counter.run(lambda: push_products(counter.office))
    return str(counter.command(c.CreateInbound("W1", (("KOPI", units),), note="Senin")))


def submit(counter: Counter, number: str, *, by_hand: bool = True) -> Inbound:
    return counter.run(lambda: submit_inbound(counter.office, number, by_hand=by_hand))


def refresh(counter: Counter, *numbers: str) -> RefreshReport:
    return counter.run(lambda: refresh_inbounds(counter.office, numbers))


def kept(counter: Counter, number: str) -> Inbound:
    found = counter.do(lambda uow: uow.inbounds.get(number))
    assert found is not None
    return found


def receive(counter: Counter, number: str, status: int = 70) -> None:
    counter.jd.inbounds[number].status = status
