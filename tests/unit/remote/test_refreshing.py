"""Refresh Status of outbound orders, by hand (R30, R42)."""

from __future__ import annotations

import pytest

from jdfulfil_desktop.application.results import RefreshReport
from jdfulfil_desktop.domain.errors import (
    AuthorizeAgain,
    FulfilError,
    QuotaExceeded,
    RetryLater,
    RuleError,
)
from tests.unit.remote.counter import Counter
from tests.unit.remote.orders import made, pushed, refresh


def test_statuses_and_figures_are_brought_by_hand(shop: Counter) -> None:
    [number] = pushed(shop, "1")
    shop.jd.move(number, 10016)
    shop.jd.figures = {"EMG-KOPI": 9}
    assert refresh(shop) == RefreshReport(checked=1, changed=1, calls=3)
    assert shop.outbound(number).shipment_state == "picked"
    row = shop.do(lambda uow: uow.ledger.rows(["W1"], ["KOPI"]))["W1", "KOPI"]
    assert row.jd_figure == 9
    assert shop.connection().last_news_at == shop.time.now()
    assert refresh(shop).changed == 0


def test_a_thousand_open_orders_take_few_calls(shop: Counter) -> None:
    numbers = pushed(shop, *(f"{n:04d}" for n in range(1000)))
    for number in numbers:
        shop.jd.move(number, 10014)
    before = made(shop, "outbound_news")
    report = refresh(shop)
    assert (report.checked, report.changed) == (1000, 1000)
    assert made(shop, "outbound_news") - before == 10
    assert report.calls <= 13


def test_what_one_call_brought_is_kept(shop: Counter) -> None:
    numbers = pushed(shop, *(f"{n:04d}" for n in range(150)))
    for number in numbers:
        shop.jd.move(number, 10014)
    shop.jd.fail("outbound_news", None)
    shop.jd.fail("outbound_news", RetryLater(), times=9)
    with pytest.raises(RetryLater):
        refresh(shop)
    states = [str(shop.outbound(number).shipment_state) for number in numbers]
    assert states.count("processing") == 100


def test_named_orders_are_asked_for_even_when_they_have_ended(shop: Counter) -> None:
    first, second = pushed(shop, "1", "2")
    shop.jd.move(first, 10020)
    assert refresh(shop, first).changed == 1
    assert shop.outbound(first).shipment_state == "completed"
    shop.jd.move(first, 10035)
    shop.jd.move(second, 10020)
    assert refresh(shop, first) == RefreshReport(checked=1, changed=1, calls=3)
    assert shop.outbound(first).shipment_state == "returned"
    assert shop.outbound(second).shipment_state == "waiting"
    with pytest.raises(RuleError) as unknown:
        refresh(shop, "SHOPEE-0")
    assert unknown.value.code == "outbound_not_found"


def test_what_was_never_sent_is_not_asked_for(shop: Counter) -> None:
    [number] = shop.order("1")
    assert refresh(shop, number) == RefreshReport()
    assert made(shop, "outbound_news") == 0


def test_one_account_that_fails_keeps_no_other_from_being_asked(shop: Counter) -> None:
    [first] = pushed(shop, "1")
    shop.set_up(pin="pin-2", warehouse_no="W2", store="Toko Dua")
    [second] = shop.order("2", store="Toko Dua")
    assert shop.sync().idle
    shop.jd.move(first, 10016)
    shop.jd.move(second, 10016)
    shop.jd.fail("outbound_news", AuthorizeAgain())
    with pytest.raises(AuthorizeAgain):
        refresh(shop)
    assert shop.connection("pin-1").state == "reauthorize"
    assert shop.connection("pin-2").state == "ok"
    assert shop.outbound(first).shipment_state == "waiting"
    assert shop.outbound(second).shipment_state == "picked"


@pytest.mark.parametrize("failure", [RetryLater("http_502"), QuotaExceeded()])
def test_a_question_that_fails_is_asked_again(shop: Counter, failure: FulfilError) -> None:
    [number] = pushed(shop, "1")
    shop.jd.move(number, 10016)
    shop.jd.fail("outbound_news", failure, times=2)
    assert refresh(shop).changed == 1
    shop.jd.fail("outbound_news", failure, times=9)
    with pytest.raises(type(failure)):
        refresh(shop)
    assert shop.connection().state == "ok"
