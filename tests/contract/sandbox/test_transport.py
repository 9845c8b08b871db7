"""Signature, time stamps, layouts, envelopes (PROTOCOL 1.2 to 1.7)."""

import json
import socket
from datetime import UTC, datetime, timedelta, timezone
from urllib.parse import urlencode, urlsplit

import pytest

from jdfulfil_desktop.sandbox.signing import signature
from tests.contract.sandbox.inside import inside
from tests.contract.sandbox.practice import Practice, sign, stamp

QUERY = "master.queryDept"
WORKED = {
    "360buy_param_json": '{"deptNo":"EBU0000000000001","status":"2"}',
    "access_token": "sandbox-token-0001",
    "app_key": "SANDBOXAPPKEY0001",
    "method": "jingdong.eclp.master.queryWarehouse",
    "timestamp": "2024-05-01 09:30:00.000+0700",
    "v": "2.0",
}


@pytest.mark.parametrize(
    ("changes", "digest"),
    [
        ({}, "A62452553A1EED021777D5E167B96688"),
        (
            {"format": "json", "timestamp": "2024-05-01 10:30:00"},
            "FEA601B40B5B00AD9D3E22C54A517236",
        ),
        (
            {
                "method": "jingdong.eclp.goods.transportGoodsInfo",
                "360buy_param_json": '{"deptNo":"EBU0000000000001",'
                '"goodsName":"Kopi Bali 250g ☕"}',
            },
            "0CBF6096CC58C39FF18C6730CEFB1659",
        ),
    ],
)
def test_worked_examples_have_their_published_digests(changes: dict[str, str], digest: str) -> None:
    params = WORKED | changes
    assert signature(params, "sandbox-secret") == digest
    assert sign(params, "sandbox-secret") == digest


def test_values_of_files_are_not_signed() -> None:
    assert signature(WORKED | {"image": "@/tmp/x"}, "s") == signature(WORKED, "s")


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"method": "-"}, "14"),
        ({"method": "jingdong.eclp.nothing.atAll"}, "15"),
        ({"app_key": "-"}, "20"),
        ({"app_key": "FOREIGN"}, "21"),
        ({"timestamp": "-"}, "7"),
        ({"timestamp": "yesterday"}, "8"),
        ({"timestamp": "2024-13-45 10:00:00"}, "8"),
        ({"timestamp": "2024-05-01 10:00:00"}, "8"),
        ({"sign": ""}, "11"),
        ({"sign": "0" * 32}, "12"),
        ({"sign_method": "hmacsha256"}, "12"),
        ({"v": "-"}, "4"),
        ({"v": "9.9"}, "5"),
        ({"format": "xml"}, "13"),
        ({"access_token": "-"}, "18"),
        ({"access_token": "dead"}, "19"),
        ({"360buy_param_json": ""}, "63"),
        ({"360buy_param_json": "{'a':1}"}, "63"),
        ({"360buy_param_json": "[1]"}, "62"),
    ],
)
def test_wrong_system_parameters_get_jds_codes(
    shared: Practice, changes: dict[str, str], code: str
) -> None:
    reply = shared.post(QUERY, **changes)
    error = reply.json()["error_response"]
    assert reply.status_code == 200
    assert error["code"] == code
    assert error["zh_desc"]
    assert error["en_desc"]


@pytest.mark.parametrize("minutes", [-9.5, 9.5])
@pytest.mark.parametrize(
    ("hours", "layout"), [(7, "%Y-%m-%d %H:%M:%S.000%z"), (8, "%Y-%m-%d %H:%M:%S")]
)
def test_both_time_stamp_layouts_are_taken_within_ten_minutes(
    shared: Practice, minutes: float, hours: int, layout: str
) -> None:
    moment = datetime.now(UTC) + timedelta(minutes=minutes)
    text = moment.astimezone(timezone(timedelta(hours=hours))).strftime(layout)
    assert shared.code(QUERY, timestamp=text) == "0"


@pytest.mark.parametrize("minutes", [-10.5, 10.5])
def test_time_stamps_further_away_are_refused(shared: Practice, minutes: float) -> None:
    text = stamp(datetime.now(UTC) + timedelta(minutes=minutes))
    assert shared.code(QUERY, timestamp=text) == "8"


@pytest.mark.parametrize("layout", ["body", "split", "query", "get", "param_json"])
def test_every_layout_of_a_call_is_answered(shared_server: Practice, layout: str) -> None:
    name = "param_json" if layout == "param_json" else "360buy_param_json"
    params = shared_server.system(QUERY) | {name: "{}"}
    params["sign"] = sign(params, shared_server.info["app_secret"])
    business = {name: params[name]}
    system = {key: value for key, value in params.items() if key != name}
    url = shared_server.info["gateway_url"]
    reply = {
        "body": lambda: shared_server.http.post(url, data=params),
        "param_json": lambda: shared_server.http.post(url, data=params),
        "split": lambda: shared_server.http.post(url, params=system, data=business),
        "query": lambda: shared_server.http.post(url, params=params),
        "get": lambda: shared_server.http.get(url, params=params),
    }[layout]()
    assert reply.json()["jingdong_eclp_master_queryDept_responce"]["code"] == "0"
    assert reply.headers["content-type"] == "application/json;charset=utf-8"


def test_the_received_json_is_verified_and_not_a_serialisation_of_it(practice: Practice) -> None:
    text = '{ "deptNo" : "' + practice.dept + '",\t"isvShopNos":"☕ é" }'
    assert practice.code("master.queryShop", **{"360buy_param_json": text}) == "0"


def test_a_request_in_absolute_form_is_answered(shared_server: Practice) -> None:
    parts = urlsplit(shared_server.base)
    params = shared_server.system(QUERY) | {"360buy_param_json": "{}"}
    params["sign"] = sign(params, shared_server.info["app_secret"])
    target = f"{shared_server.info['gateway_url']}?{urlencode(params)}"
    with socket.create_connection((parts.hostname or "", parts.port or 0), 5) as connection:
        connection.sendall(
            f"GET {target} HTTP/1.1\r\nHost: {parts.netloc}\r\nConnection: close\r\n\r\n".encode()
        )
        answer = b""
        while piece := connection.recv(65536):
            answer += piece
    head, _, body = answer.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200")
    assert b"\ndate: " in head.lower()
    assert "jingdong_eclp_master_queryDept_responce" in json.loads(body)


def test_the_suffix_can_be_the_newer_one() -> None:
    gateway = inside(suffix="_response")
    try:
        gateway.authorize()
        assert list(gateway.post(QUERY).json()) == ["jingdong_eclp_master_queryDept_response"]
    finally:
        gateway.stop()


def test_a_form_beyond_all_need_is_refused(shared_server: Practice) -> None:
    reply = shared_server.http.post(
        shared_server.info["gateway_url"], content=b"x" * (8 * 1024 * 1024 + 1)
    )
    assert reply.status_code == 413


def test_it_listens_on_loopback_only(shared_server: Practice) -> None:
    parts = urlsplit(shared_server.base)
    assert parts.hostname == "127.0.0.1"
    with socket.socket() as other:
        other.settimeout(2)
        assert other.connect_ex(("127.0.0.2", parts.port or 0)) != 0
