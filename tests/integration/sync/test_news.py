"""News over real HTTP: the message stream, the timer, and cancels that are followed."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from jdfulfil_desktop.application.remote.cancelling import cancel_outbound
from jdfulfil_desktop.domain.connection import News
from jdfulfil_desktop.sync.engine import Engine
from tests.contract.sandbox.practice import Practice
from tests.integration.sync.merchant import Merchant
from tests.integration.sync.waiting import wait_until


@pytest.fixture
def told(practice: Practice, tmp_path: Path) -> Iterator[Merchant]:
    """A subscribed merchant."""
    practice.control("DELETE", "faults")
    made = Merchant(practice, tmp_path)
    made.set_up(subscribe=True)
    yield made
    made.close()
    practice.control("DELETE", "faults")


@pytest.fixture
def engine(told: Merchant) -> Iterator[Engine]:
    """The background sync in its thread, as the window runs it."""
    made = Engine(told.means())
    told.application.hub.subscribe(made)
    made.start()
    yield made
    assert made.stop(5.0)


def shipment(merchant: Merchant, number: str) -> str:
    return str(merchant.outbounds([number])[number].shipment_state)


def pushed(merchant: Merchant, number: str) -> bool:
    return merchant.outbounds([number])[number].push_state == "pushed"


def test_a_status_arrives_by_the_stream(told: Merchant, engine: Engine) -> None:
    [number] = told.order(1)
    wait_until(lambda: pushed(told, number))
    wait_until(lambda: told.connection().news is News.REALTIME)
    told.practice.advance(number, 10016)
    wait_until(lambda: shipment(told, number) == "picked")
    told.practice.advance(number, 10020)
    wait_until(lambda: shipment(told, number) == "completed")
    wait_until(lambda: told.connection().message_cursor != "")
    assert shipment(told, number) == "completed"


@pytest.mark.parametrize("kind", ["drop_after", "truncated", "garbage"])
def test_a_broken_stream_comes_back_and_brings_what_was_missed(
    told: Merchant, engine: Engine, kind: str
) -> None:
    [number] = told.order(1)
    wait_until(lambda: pushed(told, number))
    wait_until(lambda: told.connection().news is News.REALTIME)
    told.practice.fault(kind, "messages", times=2)
    told.practice.advance(number, 10014)
    wait_until(lambda: shipment(told, number) == "processing")
    told.practice.advance(number, 10018)
    wait_until(lambda: shipment(told, number) == "packed")
    assert told.connection().state == "ok"


@pytest.mark.parametrize("kind", ["duplicate_message", "reorder_messages"])
def test_doubled_and_reordered_messages_change_nothing_twice(
    told: Merchant, engine: Engine, kind: str
) -> None:
    [number] = told.order(1)
    wait_until(lambda: pushed(told, number))
    wait_until(lambda: told.connection().news is News.REALTIME)
    told.practice.fault(kind, "messages", times=4)
    for status in (100130, 10014, 10016, 10019):
        told.practice.advance(number, status)
    wait_until(lambda: shipment(told, number) == "shipped")
    rows = told.ledger(number)
    assert [(row.kind, row.quantity) for row in rows if row.kind == "shipped"] == [("shipped", -2)]


def test_a_revoked_token_is_refreshed_under_the_stream(told: Merchant, engine: Engine) -> None:
    [number] = told.order(1)
    wait_until(lambda: pushed(told, number))
    told.practice.fault("expire_token", "order.ext.queryOrder")
    told.practice.advance(number, 10017)
    wait_until(lambda: shipment(told, number) == "packed")
    assert told.connection().state == "ok"


@pytest.mark.parametrize("kind", ["drop_before", "drop_after", "http_500", "garbage"])
def test_a_cancel_with_a_lost_answer_is_followed_to_its_end(merchant: Merchant, kind: str) -> None:
    [number] = merchant.order(1)
    merchant.sync()
    merchant.practice.fault(kind, "order.cancelOrder")
    report = asyncio.run(cancel_outbound(merchant.application.office, number))
    assert report.result == "cancelling"
    assert merchant.sync().idle
    assert merchant.outbounds([number])[number].push_state == "cancelled"
    [row] = merchant.at_jd()[number]
    assert int(row["status"]) == 10028


def test_manual_moves_only_by_hand(merchant: Merchant) -> None:
    [number] = merchant.order(1)
    merchant.sync()
    merchant.practice.advance(number, 10016)
    report = merchant.sync()
    assert report.calls == {}
    assert shipment(merchant, number) == "waiting"


def test_three_hundred_open_orders_are_refreshed_in_few_calls(told: Merchant) -> None:
    told.order(300)
    assert told.sync(timeout_s=4000).pushed == 300
    report = told.sync()
    assert report.refreshed >= 300
    assert sum(report.calls.values()) <= 10
