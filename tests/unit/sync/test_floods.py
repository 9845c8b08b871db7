"""Many messages: shown soon, and neither the queue's calls nor the day's quota used up (R6)."""

from __future__ import annotations

import pytest

from tests.unit.sync.desk import Desk


@pytest.fixture
def told() -> Desk:
    """A subscribed account with one order at JD."""
    desk = Desk()
    desk.set_up(subscribed=True)
    desk.order("A1")
    desk.sync()
    return desk


def test_a_stream_of_messages_leaves_the_calls_to_the_queue(told: Desk) -> None:
    async def move() -> None:
        await told.time.sleep(30)
        told.order(*(f"B{n:03d}" for n in range(200)))
        told.jd.fail("create_outbound", None, times=200, seconds=1.0)
        for status in [10014, 10015, 10016, 10017] * 15:
            told.jd.move("SHOPEE-A1", status, tell=True)
            await told.time.sleep(0.8)

    told.beside = move
    report = told.sync(until_idle=False, timeout_s=120)
    assert report.pushed == 200
    assert told.outbound("SHOPEE-A1").shipment_state == "packed"
    assert 8 <= report.calls["outbound_news"] <= 20


def test_a_stream_of_messages_leaves_the_day_s_quota(told: Desk) -> None:
    async def move() -> None:
        await told.time.sleep(30)
        for status in [10014, 10015, 10016, 10017] * 90:
            told.jd.move("SHOPEE-A1", status, tell=True)
            await told.time.sleep(1)

    told.beside = move
    report = told.sync(until_idle=False, timeout_s=450)
    assert 80 <= report.calls["outbound_news"] <= 130


@pytest.mark.parametrize("apart_s", [0.0, 0.01, 0.1])
def test_a_flood_of_two_hundred_messages_is_shown_in_seconds(told: Desk, apart_s: float) -> None:
    numbers = told.order(*(f"B{n:03d}" for n in range(200)))
    told.sync()
    lags: list[float] = []

    async def move() -> None:
        await told.time.sleep(60)
        for number in numbers:
            told.jd.move(number, 10016, tell=True)
            await told.time.sleep(apart_s)
        done = told.time.monotonic()
        tables = told.memory.tables
        while sum(o.shipment_state == "picked" for o in tables.outbounds.values()) < len(numbers):
            assert told.time.monotonic() - done < 60, "it is not shown"
            await told.time.sleep(0.1)
        lags.append(told.time.monotonic() - done)

    told.beside = move
    report = told.sync(until_idle=False, timeout_s=200)
    assert lags[0] <= (1.0 if apart_s < 0.1 else 5.5), "twenty seconds of news use up what is free"
    assert report.calls["outbound_news"] <= 60


def test_a_single_status_is_shown_within_a_second(told: Desk) -> None:
    lags: list[float] = []

    async def move() -> None:
        await told.time.sleep(60)
        for status, state in ((10014, "processing"), (10016, "picked"), (10018, "packed")):
            began = told.time.monotonic()
            told.jd.move("SHOPEE-A1", status, tell=True)
            while told.outbound("SHOPEE-A1").shipment_state != state:
                await told.time.sleep(0.05)
            lags.append(told.time.monotonic() - began)

    told.beside = move
    told.sync(until_idle=False, timeout_s=200)
    assert max(lags) <= 1.0
