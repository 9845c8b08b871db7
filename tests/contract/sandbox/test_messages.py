"""The message stream (PROTOCOL 4) and its faults."""

import json
from collections.abc import Iterator
from itertools import islice
from typing import Any

import httpx
import pytest

from tests.contract.sandbox.practice import Practice
from tests.contract.sandbox.serving import serve


@pytest.fixture
def subscriber(served: Practice) -> Practice:
    served.authorize(subscribe=True)
    served.goods("A")
    return served


def inbound(practice: Practice, own: str = "IN-1") -> str:
    supplier = practice.supplier(f"S-{own}")
    fields = practice.po_fields(supplier, {"A": 1}, own)
    return str(practice.call("po.addPoOrder", fields)["poOrderNo"])


def take(lines: Iterator[str], count: int) -> list[dict[str, Any]]:
    return [json.loads(line) for line in islice(filter(None, lines), count)]


def statuses(lines: Iterator[str], count: int) -> list[str]:
    return [message["status"] for message in take(lines, count)]


def test_news_come_as_they_happen(subscriber: Practice) -> None:
    with subscriber.listen() as lines:
        number = inbound(subscriber)
        first = take(lines, 1)[0]
        assert set(first) == {"msgId", "topic", "deptNo", "documentNo", "status", "time"}
        assert (first["documentNo"], first["status"]) == (number, "10")
        assert first["deptNo"] == subscriber.dept
        subscriber.advance(number, 70)
        assert statuses(lines, 3) == ["20", "50", "70"]


def test_the_cursor_takes_up_where_it_was_left(subscriber: Practice) -> None:
    number = inbound(subscriber)
    with subscriber.listen() as lines:
        cursor = take(lines, 1)[0]["msgId"]
    subscriber.advance(number, 50)
    with subscriber.listen(cursor) as lines:
        assert statuses(lines, 2) == ["20", "50"]
    with subscriber.listen("never-heard-of") as lines:
        assert statuses(lines, 3) == ["10", "20", "50"]


def test_outbound_news_are_told_too(subscriber: Practice) -> None:
    shop = subscriber.shop()
    number = subscriber.call("order.addOrder", subscriber.order_fields(shop, {"A": 1}, "O-1"))[
        "eclpSoNo"
    ]
    with subscriber.listen() as lines:
        message = take(lines, 1)[0]
        assert (message["documentNo"], message["status"]) == (number, "10010")


def test_each_merchant_hears_of_its_own(subscriber: Practice) -> None:
    inbound(subscriber)
    subscriber.authorize(1, subscribe=True)
    info = subscriber.info
    subscriber.info = {**info, "merchants": info["merchants"][1:]}
    subscriber.goods("A")
    with subscriber.listen() as lines:
        number = inbound(subscriber, "IN-2")
        assert [message["documentNo"] for message in take(lines, 1)] == [number]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"sign": "0" * 32}, "12"),
        ({"timestamp": "2020-01-01 00:00:00"}, "8"),
        ({"app_key": "FOREIGN"}, "21"),
        ({"access_token": "dead"}, "19"),
        ({"access_token": "-"}, "18"),
    ],
)
def test_it_is_signed_like_a_call(subscriber: Practice, changes: dict[str, str], code: str) -> None:
    reply = subscriber.messages(**changes)
    assert reply.json()["error_response"]["code"] == code


def test_who_has_not_subscribed_hears_nothing(practice: Practice) -> None:
    assert practice.messages().json()["error_response"]["code"] == "24"


def test_a_silent_stream_shows_that_it_lives() -> None:
    gateway = serve(heartbeat_s=0.2)
    try:
        gateway.authorize(subscribe=True)
        with gateway.listen() as lines:
            assert list(islice(lines, 3)) == [""] * 3
    finally:
        gateway.stop()


def test_a_withdrawn_grant_ends_the_stream(subscriber: Practice) -> None:
    with subscriber.listen() as lines:
        next(lines)
        subscriber.control("POST", "revoke", {"pin": subscriber.merchant["pin"]})
        assert list(lines) == []


def test_messages_are_doubled_as_often_as_told(subscriber: Practice) -> None:
    subscriber.fault("duplicate_message", times=2)
    assert subscriber.code("master.queryDept") == "0"
    number = inbound(subscriber)
    subscriber.advance(number, 50)
    with subscriber.listen() as lines:
        messages = take(lines, 5)
    assert [message["status"] for message in messages] == ["10", "10", "20", "20", "50"]
    assert messages[0] == messages[1]


def test_a_message_comes_late(subscriber: Practice) -> None:
    subscriber.fault("reorder_messages", "/sandbox/messages")
    number = inbound(subscriber)
    subscriber.advance(number, 50)
    with subscriber.listen() as lines:
        assert statuses(lines, 3) == ["20", "10", "50"]


def test_a_late_message_comes_also_where_none_follows() -> None:
    gateway = serve(late_message_s=0.2)
    try:
        gateway.authorize(subscribe=True)
        gateway.goods("A")
        gateway.fault("reorder_messages", "messages")
        inbound(gateway)
        with gateway.listen() as lines:
            assert statuses(lines, 1) == ["10"]
    finally:
        gateway.stop()


@pytest.mark.parametrize(
    ("kind", "status"), [("http_500", 500), ("http_502_html", 502), ("error_code", 200)]
)
def test_faults_of_calls_meet_the_opening_of_a_stream(
    subscriber: Practice, kind: str, status: int
) -> None:
    subscriber.fault(kind, code="43")
    reply = subscriber.messages()
    assert reply.status_code == status
    with subscriber.listen() as lines:
        assert next(lines) == ""


def test_expire_token_and_clock_skew_meet_the_opening_too(subscriber: Practice) -> None:
    subscriber.fault("clock_skew", "messages", seconds=3600)
    assert subscriber.messages().json()["error_response"]["code"] == "8"
    subscriber.fault("expire_token", "messages")
    assert subscriber.messages().json()["error_response"]["code"] == "19"


@pytest.mark.parametrize("kind", ["garbage", "empty"])
def test_an_opening_can_be_spoilt(subscriber: Practice, kind: str) -> None:
    inbound(subscriber)
    subscriber.fault(kind, "messages")
    reply = subscriber.messages()
    assert reply.status_code == 200
    with pytest.raises(ValueError):  # noqa: PT011 - not JSON, or not even UTF-8
        reply.json()


@pytest.mark.parametrize("kind", ["drop_before", "drop_after", "truncated"])
def test_a_running_stream_breaks_when_its_own_name_is_told(subscriber: Practice, kind: str) -> None:
    with subscriber.listen() as lines:
        assert next(lines) == ""
        subscriber.fault(kind, "messages")
        inbound(subscriber)
        seen: list[str] = []
        with pytest.raises(httpx.RemoteProtocolError):
            seen.extend(lines)
        whole = [line for line in seen if line.endswith("}")]
        assert len(whole) == (1 if kind == "drop_after" else 0)
    with subscriber.listen() as lines:
        assert statuses(lines, 1) == ["10"]


def test_a_running_stream_leaves_faults_for_any_method_to_calls(subscriber: Practice) -> None:
    with subscriber.listen() as lines:
        assert next(lines) == ""
        subscriber.fault("error_code", code="43")
        subscriber.advance(inbound_after_refusal(subscriber), 20)
        assert statuses(lines, 2) == ["10", "20"]


def inbound_after_refusal(practice: Practice) -> str:
    """The first call meets the fault, so the supplier is added by the second."""
    given = {"deptNo": practice.dept, "isvSupplierNo": "S", "supplierName": "x"}
    assert practice.code("master.addSupplier", given) == "43"
    return inbound(practice)
