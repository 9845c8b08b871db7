"""The logistics platform's dialect: signature, parameters, envelopes (PROTOCOL 1.5, 1.6)."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from jdfulfil_desktop.sandbox.lop import signing
from jdfulfil_desktop.sandbox.lop.registry import SERVICES
from tests.contract.sandbox.inside import inside
from tests.contract.sandbox.lop import PATH, Lop, lop_sign, lop_stamp, text_to_sign
from tests.contract.sandbox.practice import Practice

WAREHOUSES = "basicinfo/warehouse/query/v1"
SECRET = "sandbox-secret"
WORKED_PATH = f"{PATH}/{WAREHOUSES}"
WORKED_BODY = '[{"ownerNo":"EBU0000000000001","pin":"sandbox_pin"}]'
WORKED = {
    "LOP-DN": "IntegratedSupplyChain",
    "app_key": "SANDBOXAPPKEY0001",
    "access_token": "sandbox-token-0001",
    "timestamp": "2024-05-01 10:30:00",
    "v": "2.0",
}


@pytest.fixture
def lop(practice: Practice) -> Lop:
    return Lop(practice)


@pytest.fixture(scope="module")
def shared_lop(shared: Practice) -> Lop:
    return Lop(shared)


def gateway_code(reply: httpx.Response) -> str:
    error = reply.json()["error_response"]
    assert reply.status_code == 200
    assert error["zh_desc"]
    assert error["en_desc"]
    return str(error["code"])


@pytest.mark.parametrize(
    ("algorithm", "digest"),
    [
        ("md5-salt", "d1654a7ff840d5b8f20b9caf874c98e3"),
        ("HMacMD5", "IE+a6bROM+lg8qCzU62PYg=="),
        ("HMacSHA1", "JUnjWi/mfJUlAnq2AFlBciZGzxg="),
        ("HMacSHA256", "EwzIDEeQu2f0o/oWYKk0Y2h+lHW/yi7VaIykhxXwsHA="),
    ],
)
def test_worked_examples_have_their_published_digests(algorithm: str, digest: str) -> None:
    content = signing.content_of(WORKED, WORKED_PATH, WORKED_BODY.encode(), SECRET)
    assert content == text_to_sign(WORKED, WORKED_PATH, WORKED_BODY, SECRET)
    assert signing.signature(algorithm, content, SECRET) == digest
    assert lop_sign(content, SECRET, algorithm) == digest
    assert signing.matches(algorithm, content, SECRET, digest)
    assert signing.matches(algorithm, content, SECRET, digest.upper()) == (algorithm == "md5-salt")


def test_the_signed_refresh_has_its_published_digest() -> None:
    content = signing.refresh_content(
        WORKED["app_key"], "sandbox-refresh-0001", WORKED["timestamp"], SECRET
    )
    digest = "5d7813b9456a20f116973e1c8a69ae44"
    assert signing.signature("md5-salt", content, SECRET) == digest


@pytest.mark.parametrize("algorithm", [*signing.ALGORITHMS, "-"])
def test_every_algorithm_is_taken_and_the_usual_one_where_none_is_named(
    shared_lop: Lop, algorithm: str
) -> None:
    assert shared_lop.call(WAREHOUSES, algorithm=algorithm)["code"] == "1000"


def test_a_hexadecimal_signature_may_come_in_capitals(shared_lop: Lop) -> None:
    body = json.dumps([shared_lop.who])
    query = shared_lop.query()
    content = text_to_sign(query, WORKED_PATH, body, shared_lop.practice.info["app_secret"])
    sign = lop_sign(content, shared_lop.practice.info["app_secret"]).upper()
    reply = shared_lop.post(WAREHOUSES, body, sign=sign, timestamp=query["timestamp"])
    assert reply.json()["code"] == "1000"


def test_the_body_is_verified_as_it_came(shared_lop: Lop) -> None:
    body = json.dumps([{"x": "☕ é", **shared_lop.who}], ensure_ascii=False, indent=2)
    assert shared_lop.post(WAREHOUSES, body).json()["code"] == "1000"
    assert shared_lop.post(WAREHOUSES, body + " ").json()["code"] == "1000"
    assert gateway_code(shared_lop.post(WAREHOUSES, body, sign="0" * 32)) == "12"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"app_key": "-"}, "20"),
        ({"app_key": "FOREIGN"}, "21"),
        ({"timestamp": "-"}, "7"),
        ({"timestamp": "yesterday"}, "8"),
        ({"timestamp": "2024-05-01 10:00:00"}, "8"),
        ({"sign": ""}, "11"),
        ({"sign": "é"}, "12"),
        ({"algorithm": "sm3-salt"}, "12"),
        ({"algorithm": "HMacSHA256", "sign": "0" * 44}, "12"),
        ({"v": "-"}, "4"),
        ({"v": "1.0"}, "5"),
        ({"access_token": "-"}, "18"),
        ({"access_token": "dead"}, "19"),
        ({"LOP-DN": "-"}, "60"),
        ({"LOP-DN": "ECAP"}, "15"),
    ],
)
def test_wrong_parameters_get_the_gateways_codes(
    shared_lop: Lop, changes: dict[str, str], code: str
) -> None:
    assert (
        gateway_code(shared_lop.post(WAREHOUSES, json.dumps([shared_lop.who]), **changes)) == code
    )


@pytest.mark.parametrize(
    ("body", "code"), [("", "63"), ("[{]", "63"), ("{}", "62"), ("[]", "62"), ('["pin"]', "62")]
)
def test_the_body_is_a_list_of_arguments(shared_lop: Lop, body: str, code: str) -> None:
    assert gateway_code(shared_lop.post(WAREHOUSES, body)) == code


def test_unknown_paths_and_other_verbs_have_codes_too(shared_lop: Lop) -> None:
    assert gateway_code(shared_lop.post("order/nothing/v1", "[{}]")) == "15"
    base = shared_lop.practice.base
    assert gateway_code(shared_lop.practice.http.get(f"{base}{WORKED_PATH}")) == "50"


def test_the_domain_may_stand_in_a_header(shared_lop: Lop) -> None:
    domain = {"LOP-DN": "IntegratedSupplyChain"}
    reply = shared_lop.post(WAREHOUSES, json.dumps([shared_lop.who]), domain, **{"LOP-DN": "-"})
    assert reply.json()["code"] == "1000"


@pytest.mark.parametrize(("header", "hours"), [("7", 7), ("8", 8), ("-3.5", -3.5), ("", 8)])
def test_the_time_stamp_is_in_the_zone_of_its_header(
    shared_lop: Lop, header: str, hours: float
) -> None:
    body, zone = json.dumps([shared_lop.who]), {"lop-tz": header}
    right = shared_lop.post(WAREHOUSES, body, zone, timestamp=lop_stamp(hours=hours))
    assert right.json()["code"] == "1000"
    wrong = shared_lop.post(WAREHOUSES, body, zone, timestamp=lop_stamp(hours=hours + 1))
    assert gateway_code(wrong) == "8"


@pytest.mark.parametrize("header", ["x", "15", "+07:00"])
def test_a_zone_that_is_none_is_refused(shared_lop: Lop, header: str) -> None:
    reply = shared_lop.post(WAREHOUSES, json.dumps([shared_lop.who]), {"lop-tz": header})
    assert gateway_code(reply) == "8"


@pytest.mark.parametrize("minutes", [-10.5, 10.5])
def test_time_stamps_far_away_are_refused(shared_lop: Lop, minutes: float) -> None:
    stamp = lop_stamp(datetime.now(UTC) + timedelta(minutes=minutes))
    reply = shared_lop.post(WAREHOUSES, json.dumps([shared_lop.who]), timestamp=stamp)
    assert gateway_code(reply) == "8"


@pytest.mark.parametrize("path", sorted(SERVICES))
def test_every_service_checks_pin_and_owner(shared_lop: Lop, path: str) -> None:
    short = path.removeprefix(f"{PATH}/")
    foreign = shared_lop.practice.info["merchants"][1]
    given: dict[str, Any] = {
        "queryType": "1",
        "orderType": "XSCK",
        "orderNo": "ESL1",
        "deliveryNo": "ESL1",
        "purchaseNo": "EPL1",
        "waybillNo": "JNE1",
    }
    for wrong in ({"pin": foreign["pin"]}, {"ownerNo": foreign["department_no"]}):
        owner = {**shared_lop.who, **wrong}
        code, message = shared_lop.refusal(
            short, {**given, **owner, "customerInfo": {"ownerNo": owner["ownerNo"]}}
        )
        assert (short, code) == (short, "2001")
        assert "PIN and merchant code do not match" in message
    code, message = shared_lop.refusal(short, {**given, "pin": ""})
    assert (short, code) == (short, "2000")
    assert "[pin]" in message


def test_both_dialects_share_the_limits_of_an_app() -> None:
    gateway = inside(rate=0, daily=2)
    try:
        gateway.authorize()
        lop = Lop(gateway)
        assert lop.call(WAREHOUSES)["code"] == "1000"
        assert gateway.code("master.queryDept") == "0"
        assert gateway_code(lop.post(WAREHOUSES, json.dumps([lop.who]))) == "2"
    finally:
        gateway.stop()


@pytest.mark.parametrize("method", ["*", WORKED_PATH])
def test_faults_know_a_call_by_its_path(lop: Lop, method: str) -> None:
    lop.practice.control("POST", "faults", [{"method": method, "kind": "error_code", "code": 65}])
    body = json.dumps([lop.who])
    assert gateway_code(lop.post(WAREHOUSES, body)) == "65"
    assert lop.call(WAREHOUSES)["code"] == "1000"
    lop.practice.control("POST", "faults", [{"method": method, "kind": "expire_token"}])
    assert gateway_code(lop.post(WAREHOUSES, body)) == "19"


def test_a_lost_answer_was_done(lop: Lop) -> None:
    lop.practice.stocked("A", 5)
    path, given = "order/delivery/create/v1", lop.delivery(lop.practice.shop(), {"A": 1})
    for kind, done in (("drop_before", 0), ("drop_after", 1)):
        lop.practice.control("POST", "faults", [{"method": f"{PATH}/{path}", "kind": kind}])
        with pytest.raises(httpx.RemoteProtocolError):
            lop.call(path, given)
        assert len(lop.practice.state()["outbound"]) == done
    asked = lop.data("order/delivery/query/v1", {"erpDeliveryNo": "O-1"})
    assert asked["erpDeliveryNo"] == "O-1"
    assert lop.refusal(path, given)[0] == "2218"


def test_calls_of_this_dialect_are_not_counted_as_the_others(lop: Lop) -> None:
    lop.data(WAREHOUSES)
    assert lop.practice.state()["calls"] == {}
