"""What the gateway is tried with, and what its answers must be like."""

import json
import string
from typing import Any

import httpx
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from jdfulfil_desktop.sandbox.fields import FieldSpec
from tests.contract.sandbox.practice import ZEROS, Practice

# One gateway for all examples: what one of them leaves behind is what the next one meets.
FUZZ = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
TEXT = st.text(max_size=30) | st.sampled_from(
    ["", "0", "1", "-1", "1,2", "a,,b", '{"a":"b,c"}', "NaN"]
)
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=True, allow_infinity=True)
    | TEXT
    | st.sampled_from(["\ud800", "\x00", "9" * 40, "2026-11-01 08:00:00", "0001-01-01 00:00:00"])
)
JSON = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)
HEADERS = st.dictionaries(
    st.sampled_from(
        ["lop-tz", "lop-dn", "content-type", "host", "accept", "cookie", "x-control-key"]
    ),
    st.text(string.printable.strip(), max_size=30),
    max_size=4,
)
BODIES = st.binary(max_size=300) | JSON.map(lambda value: json.dumps(value).encode())
NAMES = (
    "method", "app_key", "access_token", "timestamp", "v", "format", "sign_method", "sign",
    "360buy_param_json", "param_json", "LOP-DN", "algorithm", "client_id", "client_secret", "code",
    "refresh_token", "grant_type", "redirect_uri", "response_type", "state", "since",
)  # fmt: skip
PARAMETERS = st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=8), TEXT, max_size=6)


def known_values(gateway: Practice) -> dict[str, Any]:
    """Return values that mean something to the gateway, by the names that carry them."""
    state = gateway.state()
    order, inbound, goods = state["outbound"][0], state["inbound"][0], state["goods"][0]
    return {
        "deptNo": gateway.dept,
        "departmentNo": gateway.dept,
        "warehouseNo": gateway.warehouse,
        "whNo": gateway.warehouse,
        "shopNo": order["shopNo"],
        "supplierNo": inbound["supplierNo"],
        "goodsNo": goods["goodsNo"],
        "deptGoodsNo": goods["goodsNo"],
        "isvGoodsNo": "A",
        "eclpSoNo": order["eclpSoNo"],
        "poOrderNo": inbound["poOrderNo"],
        "salePlatformSource": "6",
        "orderMark": ZEROS,
        "pin": gateway.merchant["pin"],
    }


def check_answer(reply: httpx.Response, *roots: str) -> dict[str, Any]:
    """Check that an answer is one of JD's shapes and return what is inside."""
    assert reply.status_code == 200
    assert reply.headers["content-type"] == "application/json;charset=utf-8"
    document = reply.json()
    if "error_response" in document:
        inside_it = document["error_response"]
        assert set(inside_it) == {"code", "zh_desc", "en_desc"}
        assert inside_it["code"] != "67"
    elif set(document) >= {"code", "message", "requestId"}:
        inside_it = document
        assert ("data" in document) == (document["code"] == "1000")
    else:
        assert len(document) == 1
        inside_it = next(iter(document.values()))
        assert inside_it["code"] == "0"
    assert isinstance(inside_it["code"], str)
    return dict(inside_it)


def fitting(spec: FieldSpec, known: dict[str, Any]) -> Any:
    """Return a value that a parameter may have."""
    if spec.name in known:
        return known[spec.name]
    return {"i": 1, "n": "0.5", "b": True}.get(spec.kind, "1")


def spoilt(data: st.DataObject, right: dict[str, Any]) -> dict[str, Any]:
    """Return a right request with up to two of its values, also inner ones, put out of shape."""
    document: dict[str, Any] = json.loads(json.dumps(right))
    for _ in range(data.draw(st.integers(0, 2))):
        place: Any = document
        key = data.draw(st.sampled_from(sorted(place)))
        while isinstance(place[key], dict | list) and place[key] and data.draw(st.booleans()):
            place = place[key]
            keys = sorted(place) if isinstance(place, dict) else list(range(len(place)))
            key = data.draw(st.sampled_from(keys))
        place[key] = data.draw(JSON)
    return document
