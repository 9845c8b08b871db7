"""Every kind of fault: what the caller sees, and what is done all the same (control side)."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

import httpx
import pytest

from tests.contract.sandbox.practice import Practice, stamp

ADD = "order.addOrder"


@pytest.fixture
def order(served: Practice) -> Callable[[], httpx.Response]:
    """Send an order that can be accepted."""
    served.stocked("A", 10)
    fields = served.order_fields(served.shop(), {"A": 1}, "O-1")
    return lambda: served.post(ADD, fields)


def orders_held(practice: Practice) -> int:
    return len(practice.state()["outbound"])


def test_drop_before_closes_and_does_nothing(served: Practice, order: Any) -> None:
    served.fault("drop_before", ADD)
    with pytest.raises(httpx.RemoteProtocolError):
        order()
    assert orders_held(served) == 0
    assert "eclpSoNo" in order().text


def test_drop_after_does_it_and_closes(served: Practice, order: Any) -> None:
    served.fault("drop_after", ADD)
    with pytest.raises(httpx.RemoteProtocolError):
        order()
    assert orders_held(served) == 1
    assert order().json()["error_response"]["code"] == "17"


@pytest.mark.parametrize(
    ("kind", "status", "media"),
    [("http_500", 500, "text/plain"), ("http_502_html", 502, "text/html")],
)
def test_http_errors_do_nothing(
    served: Practice, order: Any, kind: str, status: int, media: str
) -> None:
    served.fault(kind, ADD)
    reply = order()
    assert reply.status_code == status
    assert reply.headers["content-type"].startswith(media)
    assert orders_held(served) == 0


@pytest.mark.parametrize("code", [65, "43", "2"])
def test_error_codes_do_nothing(served: Practice, order: Any, code: int | str) -> None:
    served.fault("error_code", ADD, code=code)
    reply = order()
    assert reply.status_code == 200
    assert reply.json()["error_response"]["code"] == str(code)
    assert orders_held(served) == 0


def test_a_code_can_come_with_words_of_its_own(practice: Practice) -> None:
    practice.fault("error_code", code="61", message="库存不足")
    assert practice.call("master.queryDept")["zh_desc"] == "库存不足"


@pytest.mark.parametrize("kind", ["garbage", "empty"])
def test_what_is_no_json_was_done(served: Practice, order: Any, kind: str) -> None:
    served.fault(kind, ADD)
    reply = order()
    assert reply.status_code == 200
    with pytest.raises(ValueError):  # noqa: PT011 - not JSON, or not even UTF-8
        reply.json()
    assert orders_held(served) == 1


def test_truncated_promises_more_than_comes(served: Practice, order: Any) -> None:
    served.fault("truncated", ADD)
    with pytest.raises(httpx.RemoteProtocolError, match="complete message body"):
        order()
    assert orders_held(served) == 1


@pytest.mark.parametrize("kind", ["delay", "slow_body"])
def test_slow_answers_are_whole(served: Practice, order: Any, kind: str) -> None:
    served.fault(kind, ADD, seconds=0.4)
    begin = time.monotonic()
    assert "eclpSoNo" in order().text
    assert time.monotonic() - begin >= 0.4


def test_who_does_not_wait_finds_it_done(served: Practice, order: Any) -> None:
    served.fault("delay", ADD, seconds=1.0)
    served.http.timeout = httpx.Timeout(0.3)
    with pytest.raises(httpx.ReadTimeout):
        order()
    served.http.timeout = httpx.Timeout(10)
    assert orders_held(served) == 1


def test_expire_token_answers_19_and_the_refresh_token_stays_good(practice: Practice) -> None:
    granted = practice.authorize()
    goods = {"deptNo": practice.dept, "isvGoodsNo": "A", "barcodes": "A", "thirdCategoryNo": "1"}
    goods |= {"goodsName": "A", "safeDays": "0"}
    practice.fault("expire_token", "goods.transportGoodsInfo")
    assert practice.code("master.queryDept") == "0"
    assert practice.code("goods.transportGoodsInfo", goods) == "19"
    assert practice.code("goods.transportGoodsInfo", goods) == "19"
    assert practice.state()["goods"] == []
    practice.token = practice.refresh(granted["refresh_token"])["access_token"]
    assert practice.code("goods.transportGoodsInfo", goods) == "0"


@pytest.mark.parametrize("seconds", [3600, -3600])
def test_clock_skew_moves_the_check_and_the_date(practice: Practice, seconds: int) -> None:
    practice.fault("clock_skew", "master.queryDept", seconds=seconds, times=2)
    reply = practice.post("master.queryDept")
    assert reply.json()["error_response"]["code"] == "8"
    shown = parsedate_to_datetime(reply.headers["date"])
    assert shown - datetime.now(UTC) == pytest.approx(
        timedelta(seconds=seconds), abs=timedelta(seconds=3)
    )
    assert practice.code("master.queryDept", None, timestamp=stamp(shown)) == "0"
    reply = practice.post("master.queryDept")
    assert "error_response" not in reply.json()
    shown = parsedate_to_datetime(reply.headers["date"])
    assert abs(shown - datetime.now(UTC)) < timedelta(seconds=3)


def test_the_first_order_that_fits_is_used_as_often_as_told(practice: Practice) -> None:
    practice.fault("error_code", "master.queryShipper", code="1", times=2)
    practice.fault("error_code", code="2")
    practice.fault("error_code", "master.queryDept", code="3")
    calls = ["queryShipper", "queryDept", "queryShipper", "queryDept", "queryShipper"]
    assert [practice.code(f"master.{name}") for name in calls] == ["1", "2", "1", "3", "0"]


def test_faults_can_be_taken_back(practice: Practice) -> None:
    practice.fault("http_500", times=100)
    assert len(practice.control("GET", "faults")) == 1
    practice.control("DELETE", "faults")
    assert practice.code("master.queryDept") == "0"


def test_faults_leave_login_and_control_side_alone(practice: Practice) -> None:
    practice.fault("http_500", times=3)
    practice.authorize()
    assert practice.state()["tokens"] == 2


@pytest.mark.parametrize(
    "order",
    [
        {"kind": "unknown"},
        {"kind": "delay", "times": 0},
        {"kind": "delay", "times": "many"},
        {"kind": "delay", "seconds": "x"},
        {"kind": "error_code"},
        "drop_before",
    ],
)
def test_orders_that_make_no_sense_are_refused_whole(shared: Practice, order: Any) -> None:
    reply = shared.http.post(
        f"{shared.base}/_control/faults",
        headers={"X-Control-Key": shared.info["control_key"]},
        json=[{"kind": "http_500"}, order],
    )
    assert reply.status_code == 400
    assert reply.json()["error"]
    assert shared.control("GET", "faults") == []


def test_every_call_is_counted_whatever_becomes_of_it(served: Practice, order: Any) -> None:
    for kind in ("http_500", "empty"):
        served.fault(kind, ADD)
        order()
    order()
    assert served.state()["calls"][f"jingdong.eclp.{ADD}"] == 3
