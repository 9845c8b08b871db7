"""Whatever comes, the gateway answers as JD does and never fails.

An exception inside would be logged, and a log record fails a test; hypothesis prints what caused it
and how to repeat it.
"""

import json
import string
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdfulfil_desktop.sandbox.fields import specifications
from jdfulfil_desktop.sandbox.lop.registry import SERVICES
from tests.contract.sandbox.fuzzing import (
    BODIES,
    FUZZ,
    HEADERS,
    JSON,
    PARAMETERS,
    TEXT,
    check_answer,
    fitting,
    known_values,
    spoilt,
)
from tests.contract.sandbox.inside import inside
from tests.contract.sandbox.lop import PATH, Lop, lop_sign, text_to_sign
from tests.contract.sandbox.practice import Practice, sign


@pytest.fixture(scope="module")
def fuzzed() -> Iterator[Practice]:
    """A gateway with something of everything."""
    gateway = inside()
    gateway.authorize()
    gateway.stocked("A", 1000)
    gateway.goods("S", safeDays=30, instoreThreshold="0.5", outstoreThreshold="0.5")
    gateway.call("order.addOrder", gateway.order_fields(gateway.shop(), {"A": 2}, "O-1"))
    yield gateway
    assert gateway.state()["goods"]
    gateway.stop()


@FUZZ
@given(
    changes=PARAMETERS,
    form=PARAMETERS | BODIES,
    headers=HEADERS,
    verb=st.sampled_from(["GET", "POST"]),
    bare=st.booleans(),
)
def test_any_parameters_anywhere(
    fuzzed: Practice,
    changes: dict[str, str],
    form: Any,
    headers: dict[str, str],
    verb: str,
    bare: bool,
) -> None:
    right = {} if bare else fuzzed.system("master.queryDept") | {"360buy_param_json": "{}"}
    query = right | changes
    query.setdefault("sign", sign(query, fuzzed.info["app_secret"]))
    request = fuzzed.http.build_request(
        verb,
        fuzzed.info["gateway_url"],
        params=query,
        content=form if isinstance(form, bytes) else None,
        data=None if isinstance(form, bytes) else form,
        headers=headers,
    )
    check_answer(fuzzed.http.send(request))


@FUZZ
@given(business=JSON | TEXT, method=st.sampled_from(sorted(specifications())))
def test_any_json_in_a_signed_call(fuzzed: Practice, business: Any, method: str) -> None:
    text = business if isinstance(business, str) else json.dumps(business)
    params = fuzzed.system("x", method=method)
    params["360buy_param_json"] = text.encode("utf-8", "replace").decode()
    params["sign"] = sign(params, fuzzed.info["app_secret"])
    check_answer(fuzzed.http.post(fuzzed.info["gateway_url"], data=params))


@FUZZ
@given(data=st.data(), method=st.sampled_from(sorted(specifications())))
def test_almost_right_calls(fuzzed: Practice, data: st.DataObject, method: str) -> None:
    known = known_values(fuzzed)
    specs = specifications()[method].values()
    others = sorted(spec.name for spec in specs if not spec.required)
    chosen = data.draw(st.sets(st.sampled_from(others), max_size=4)) if others else set()
    right = {s.name: fitting(s, known) for s in specs if s.required or s.name in chosen}
    params = fuzzed.system("x", method=method)
    params["360buy_param_json"] = json.dumps(spoilt(data, right) if right else {})
    params["sign"] = sign(params, fuzzed.info["app_secret"])
    check_answer(fuzzed.http.post(fuzzed.info["gateway_url"], data=params))


@FUZZ
@given(
    path=st.sampled_from(sorted(SERVICES)) | st.text(string.ascii_letters + "/", max_size=20),
    query=PARAMETERS,
    body=BODIES,
    headers=HEADERS,
    verb=st.sampled_from(["GET", "POST", "PUT"]),
)
def test_any_request_of_the_other_dialect(
    fuzzed: Practice,
    path: str,
    query: dict[str, str],
    body: bytes,
    headers: dict[str, str],
    verb: str,
) -> None:
    address = path if path.startswith(PATH) else f"{PATH}/{path}"
    lop = Lop(fuzzed)
    whole = lop.query(**query)
    secret = fuzzed.info["app_secret"]
    signed = lop_sign(text_to_sign(whole, address, body.decode("latin-1"), secret), secret)
    whole.setdefault("sign", signed)
    request = fuzzed.http.build_request(
        verb, f"{fuzzed.base}{address}", params=whole, content=body, headers=lop.headers | headers
    )
    check_answer(fuzzed.http.send(request))


@FUZZ
@given(data=st.data(), path=st.sampled_from(sorted(SERVICES)))
def test_almost_right_calls_of_the_other_dialect(
    fuzzed: Practice, data: st.DataObject, path: str
) -> None:
    lop, known = Lop(fuzzed), known_values(fuzzed)
    own = data.draw(st.sampled_from(["O-1", "O-2"]))
    right = lop.delivery(known["shopNo"], {"A": 1}, own) | lop.who | {
        "currentPage": 1,
        "pageSize": 50,
        "queryType": "1",
        "stockIndexes": data.draw(st.sampled_from(["1", "2"])),
        "goodsNo": known["goodsNo"],
        "orderType": data.draw(st.sampled_from(["1", "XSCK", "CGRK"])),
        "orderNo": known["eclpSoNo"],
        "deliveryNo": known["eclpSoNo"],
        "deliveryItemFlag": 1,
        "startDate": "2026-11-01 08:00:00",
        "orderNoList": [known["eclpSoNo"]],
        "purchaseNo": known["poOrderNo"],
        "purchaseItemFlag": 1,
        "erpPurchaseNo": data.draw(st.text(string.digits, min_size=1, max_size=3)),
        "supplierNo": known["supplierNo"],
        "warehouseInfo": {"warehouseNo": fuzzed.warehouse},
        "goodsDetailRequestList": [{"goodsNo": known["goodsNo"], "planQuantity": 5}],
        "basicInfo": {"erpGoodsNo": own, "barcode": "N", "goodsName": "N"},
        "goodsCategory": {"thirdCategoryCode": "1"},
    }  # fmt: skip
    body = json.dumps([spoilt(data, right)])
    check_answer(lop.post(path.removeprefix(f"{PATH}/"), body))


@FUZZ
@given(
    path=st.sampled_from(
        [
            "/oauth2/to_login", "/oauth2/login", "/oauth2/access_token", "/oauth2/refresh_token",
            "/oauth/authorize", "/oauth/login", "/oauth/token", "/oauth/refresh",
            "/sandbox/messages",
        ]
    ),
    query=PARAMETERS,
    body=PARAMETERS,
    headers=HEADERS,
    verb=st.sampled_from(["GET", "POST"]),
)  # fmt: skip
def test_authorization_never_fails(
    fuzzed: Practice,
    path: str,
    query: dict[str, str],
    body: dict[str, str],
    headers: dict[str, str],
    verb: str,
) -> None:
    app_key = fuzzed.info["app_key"]
    request = fuzzed.http.build_request(
        verb,
        f"{fuzzed.base}{path}",
        params={"app_key": app_key, "client_id": app_key, **query},
        data=body,
        headers=headers,
    )
    reply = fuzzed.http.send(request)
    if reply.status_code == 405:
        return
    kind = reply.headers["content-type"].partition(";")[0]
    assert (reply.status_code, kind) in {
        (200, "application/json"), (200, "text/html"), (400, "text/html"), (401, "text/html"),
    }  # fmt: skip


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000, '{"a":' + "9" * 5000 + "}"])
def test_json_beyond_all_reason_is_malformed(fuzzed: Practice, text: str) -> None:
    reply = fuzzed.post("master.queryDept", **{"360buy_param_json": text})
    assert check_answer(reply)["code"] == "63"
    assert check_answer(Lop(fuzzed).post("stock/query/v1", text))["code"] == "63"


@pytest.mark.parametrize("value", ['"\\ud800"', "NaN", "-Infinity"])
def test_what_json_cannot_hold_is_malformed(fuzzed: Practice, value: str) -> None:
    reply = fuzzed.post("master.queryShop", **{"360buy_param_json": f'{{"deptNo":{value}}}'})
    assert check_answer(reply)["code"] == "63"


@pytest.mark.parametrize("host", ["[", "a b", "%zz", "x" * 300])
def test_a_strange_host_changes_nothing(fuzzed: Practice, host: str) -> None:
    params = fuzzed.system("master.queryDept") | {"360buy_param_json": "{}"}
    params["sign"] = sign(params, fuzzed.info["app_secret"])
    address = fuzzed.info["gateway_url"]
    reply = fuzzed.http.get(address, params=params, headers={"host": host})
    assert check_answer(reply)["code"] == "0"
