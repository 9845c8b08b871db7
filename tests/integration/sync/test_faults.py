"""Every fault of the practice gateway while orders are pushed, judged by what it holds then."""

from __future__ import annotations

from typing import Any

import pytest

from tests.integration.sync.merchant import Merchant

ADD = "order.addOrder"
ASK = "order.ext.queryOrder"


def test_orders_go_once_over_real_layers(merchant: Merchant) -> None:
    numbers = merchant.order(12)
    report = merchant.sync()
    assert report.idle
    assert report.pushed == 12
    assert report.calls["jingdong.eclp.order.addOrder"] == 12
    merchant.check_exactly_once(numbers)


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("drop_before", {}),
        ("drop_after", {}),
        ("http_500", {}),
        ("http_502_html", {}),
        ("garbage", {}),
        ("truncated", {}),
        ("empty", {}),
        ("error_code", {"code": "65"}),
        ("error_code", {"code": "67"}),
        ("error_code", {"code": "1"}),
        ("expire_token", {}),
        ("clock_skew", {"seconds": 3600}),
        ("delay", {"seconds": 1}),
    ],
)
@pytest.mark.parametrize("times", [1, 3])
def test_a_fault_of_a_write_loses_and_doubles_nothing(
    merchant: Merchant, kind: str, more: dict[str, Any], times: int
) -> None:
    numbers = merchant.order(4)
    merchant.practice.fault(kind, ADD, times=times, **more)
    report = merchant.sync()
    assert report.idle, report
    merchant.check_exactly_once(numbers)


@pytest.mark.parametrize("kind", ["drop_after", "http_502_html", "garbage", "empty", "truncated"])
def test_faults_of_questions_are_asked_again(merchant: Merchant, kind: str) -> None:
    numbers = merchant.order(3)
    merchant.practice.fault("drop_after", ADD, times=2)
    merchant.practice.fault(kind, ASK, times=2)
    report = merchant.sync()
    assert report.idle
    merchant.check_exactly_once(numbers)


def test_a_used_up_quota_pauses_and_goes_on(merchant: Merchant) -> None:
    numbers = merchant.order(3)
    merchant.practice.fault("error_code", ADD, code="2", times=3)
    report = merchant.sync()
    assert report.idle
    merchant.check_exactly_once(numbers)
    assert merchant.connection().state == "ok"


def test_a_business_refusal_keeps_jd_s_words(merchant: Merchant) -> None:
    [number] = merchant.order(1)
    merchant.practice.fault("error_code", ADD, code="61", message="contact missing")
    report = merchant.sync()
    refused = merchant.outbounds([number])[number]
    assert report.idle
    assert refused.push_state == "rejected"
    assert refused.last_error is not None
    assert refused.last_error.message
    assert number not in merchant.at_jd()


def test_a_refused_refresh_keeps_the_queue_until_authorized_again(merchant: Merchant) -> None:
    numbers = merchant.order(3)
    merchant.practice.fault("error_code", ADD, code="19", times=50)
    report = merchant.sync()
    assert report.idle
    assert merchant.connection().state == "reauthorize"
    assert {o.push_state for o in merchant.outbounds(numbers).values()} == {"queued"}
    merchant.practice.control("DELETE", "faults")
    merchant.authorize()
    assert merchant.sync().idle
    merchant.check_exactly_once(numbers)


def test_a_restart_with_another_database_sends_nothing_twice(
    merchant: Merchant, tmp_path: Any
) -> None:
    numbers = merchant.order(5)
    merchant.sync()
    other = Merchant(merchant.practice, tmp_path / "other")
    try:
        other.set_up()
        other.import_orders([number.removeprefix("SHOPEE-") for number in numbers])
        report = other.sync()
        assert report.pushed == 0
        other.check_exactly_once(numbers)
    finally:
        other.close()


KINDS: dict[str, dict[str, Any]] = {
    "drop_before": {},
    "drop_after": {},
    "http_500": {},
    "http_502_html": {},
    "error_code": {"code": "66"},
    "delay": {"seconds": 1},
    "slow_body": {"seconds": 1},
    "garbage": {},
    "truncated": {},
    "empty": {},
    "expire_token": {},
    "clock_skew": {"seconds": 3600},
    "duplicate_message": {},
    "reorder_messages": {},
}


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_sixty_orders_survive_each_kind_of_fault(merchant: Merchant, kind: str) -> None:
    about_messages = kind.endswith(("_message", "_messages"))
    if about_messages:
        merchant.authorize(subscribe=True)
    numbers = merchant.order(60)
    times = 1 if kind == "expire_token" else 6  # twice in a row means: authorize again (R10)
    merchant.practice.fault(kind, "*" if about_messages else ADD, times=times, **KINDS[kind])
    report = merchant.sync()
    assert report.idle, report
    assert report.pushed == 60
    merchant.check_exactly_once(numbers)
