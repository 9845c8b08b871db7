"""Faults that the control side orders, and what a read and a write make of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from jdfulfil_desktop.domain.errors import (
    Misconfigured,
    OutcomeUnknown,
    QuotaExceeded,
    Refused,
    RetryLater,
)

ORDER = "jingdong.eclp.order.addOrder"
SELLER = "jingdong.eclp.master.getSellerInfo"


@pytest.mark.parametrize(
    ("kind", "done"),
    [
        ("drop_before", False),
        ("drop_after", True),
        ("http_500", False),
        ("http_502_html", False),
        ("garbage", True),
        ("truncated", True),
        ("empty", True),
    ],
)
async def test_no_clear_word(practice, stocked, kind, done) -> None:
    own = practice.number("SHOPEE")
    practice.fault(ORDER, kind)
    with pytest.raises(OutcomeUnknown):
        await stocked.gateway.create_outbound(stocked.order(own))
    assert len(practice.outbound(own)) == done
    news = await stocked.gateway.outbound_news(practice.department, [own])
    assert len(news) == done
    practice.fault(SELLER, kind)
    with pytest.raises(RetryLater):
        await stocked.gateway.seller_info()
    assert practice.department in (await stocked.gateway.seller_info()).departments


@pytest.mark.parametrize(
    ("code", "read", "write"),
    [
        ("1", RetryLater, OutcomeUnknown),
        ("43", RetryLater, OutcomeUnknown),
        ("65", RetryLater, OutcomeUnknown),
        ("66", RetryLater, OutcomeUnknown),
        ("67", RetryLater, OutcomeUnknown),
        ("69", RetryLater, OutcomeUnknown),
        ("78", RetryLater, RetryLater),
        ("2", QuotaExceeded, QuotaExceeded),
        ("12", Misconfigured, Misconfigured),
        ("88", Misconfigured, Misconfigured),
        ("61", Refused, Refused),
    ],
)
async def test_codes(practice, stocked, code, read, write) -> None:
    practice.fault(SELLER, "error_code", code=code)
    with pytest.raises(read) as caught:
        await stocked.gateway.seller_info()
    assert caught.value.jd_code == code
    assert caught.value.subject == SELLER
    practice.fault(ORDER, "error_code", code=code)
    with pytest.raises(write):
        await stocked.gateway.create_outbound(stocked.order(practice.number("SHOPEE")))


async def test_a_wrong_clock_here_is_measured_and_mended(practice, gateway, clock) -> None:
    clock.wrong_by = timedelta(hours=-3)
    assert practice.department in (await gateway.seller_info()).departments
    assert gateway.calls[SELLER] == 2
    assert gateway.clock_offset_s == pytest.approx(3 * 3600, abs=3)
    await gateway.seller_info()
    assert gateway.calls[SELLER] == 3


@pytest.mark.parametrize("times", [1, 2, 3])
async def test_a_clock_there_that_moves_is_followed(practice, gateway, times) -> None:
    practice.fault(SELLER, "clock_skew", seconds=7200, times=times)
    assert practice.department in (await gateway.seller_info()).departments
    assert practice.department in (await gateway.seller_info()).departments


async def test_an_offset_known_from_before_needs_no_second_call(
    practice, factory, connection, app, token, clock
) -> None:
    clock.wrong_by = timedelta(hours=2)
    gateway = factory.trial(replace(connection, clock_offset_s=-7200), app, token)
    await gateway.seller_info()
    assert gateway.calls[SELLER] == 1
    await gateway.aclose()


async def test_a_stamp_that_stays_wrong_is_tried_again_later(practice, gateway) -> None:
    practice.fault(SELLER, "error_code", code="8", times=5)
    with pytest.raises(RetryLater) as caught:
        await gateway.seller_info()
    assert caught.value.code == "clock_wrong"
    assert gateway.calls[SELLER] == 2


async def test_a_wrong_secret_is_a_wrong_connection(factory, connection, app, token) -> None:
    gateway = factory.trial(connection, replace(app, app_secret="x"), token)
    with pytest.raises(Misconfigured) as caught:
        await gateway.seller_info()
    assert caught.value.jd_code == "12"
    await gateway.aclose()


async def test_a_gateway_that_is_away_is_asked_later(factory, connection, app, token) -> None:
    away = replace(connection, gateway_url="http://127.0.0.1:9/routerjson")
    gateway = factory.trial(away, app, token)
    with pytest.raises(RetryLater) as caught:
        await gateway.seller_info()
    assert caught.value.code == "gateway_unreachable"
    await gateway.aclose()
    with pytest.raises(RetryLater):
        await factory.published_app(away.gateway_url)
