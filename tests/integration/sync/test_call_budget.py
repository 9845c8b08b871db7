"""How many calls the sync makes, counted at the practice gateway's own books and at ours."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from jdfulfil_desktop.application.remote.refreshing import refresh_outbounds
from jdfulfil_desktop.domain.connection import Mode
from tests.contract.sandbox.practice import Practice
from tests.integration.sync.merchant import Merchant

PUSHED, OPEN = 200, 1000


@pytest.fixture
def told(practice: Practice, tmp_path: Path) -> Iterator[Merchant]:
    """A subscribed merchant: news come by themselves."""
    practice.control("DELETE", "faults")
    made = Merchant(practice, tmp_path)
    made.set_up(subscribe=True)
    yield made
    made.close()


def calls_of(practice: Practice) -> dict[str, int]:
    """Give how often each method was called, as the gateway counts."""
    counted: dict[str, int] = practice.state()["calls"]
    return counted


def since(before: dict[str, int], after: dict[str, int]) -> dict[str, int]:
    return {name: n - before.get(name, 0) for name, n in after.items() if n > before.get(name, 0)}


@pytest.mark.alone
def test_two_hundred_orders_are_pushed_in_few_calls(told: Merchant) -> None:
    before = calls_of(told.practice)
    numbers = told.order(PUSHED)
    report = told.sync(timeout_s=4000)
    assert report.pushed == PUSHED
    made = since(before, calls_of(told.practice))
    assert made["jingdong.eclp.order.addOrder"] == PUSHED
    assert sum(made.values()) <= 220, made
    assert sum(report.calls.values()) <= 220, report.calls
    told.check_exactly_once(numbers)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_thousand_open_orders_are_refreshed_in_few_calls(told: Merchant) -> None:
    told.change_connection(mode=Mode.BASIC)  # R3 would hold the thousandth until tomorrow
    numbers = told.order(OPEN)
    assert told.sync(timeout_s=20_000).pushed == OPEN
    before = calls_of(told.practice)
    report = told.sync()
    made = since(before, calls_of(told.practice))
    assert report.refreshed >= OPEN
    # Nothing is new: this is the price of looking.
    assert sum(made.values()) <= 15, made
    for number in numbers:
        told.practice.advance(number, 10016)
    before = calls_of(told.practice)
    report = told.sync()
    made = since(before, calls_of(told.practice))
    assert sum(made.values()) <= 30, made
    by_hand = asyncio.run(refresh_outbounds(told.application.office))
    assert (by_hand.checked, by_hand.calls <= 15) == (OPEN, True)
    assert {str(row.shipment_state) for row in told.outbounds(numbers).values()} == {"picked"}
    for number in numbers[:60]:
        told.practice.advance(number, 10020)
    before = calls_of(told.practice)
    told.sync()
    made = since(before, calls_of(told.practice))
    assert made.pop("jingdong.eclp.order.queryOrderPacks", 0) <= 4
    assert sum(made.values()) <= 30, made
