"""Looking outbound orders up (PROTOCOL 2.5)."""

import json
from typing import Any

import pytest

from tests.contract.sandbox.practice import Practice

WINDOW = {"startDate": "2026-01-01 00:00:00", "endDate": "2026-01-20 00:00:00"}


@pytest.fixture
def number(practice: Practice) -> str:
    practice.stocked("A", 10)
    fields = practice.order_fields(practice.shop(), {"A": 3}, "O-1")
    return str(practice.call("order.addOrder", fields)["eclpSoNo"])


def this_month(practice: Practice, number: str) -> dict[str, Any]:
    row = practice.call("order.queryOrderStatus", {"eclpSoNo": number})
    day = row["queryorderstatus_result"]["orderStatusList"][0]["operateTime"][:10]
    return {
        "startDate": f"{day} 00:00:00",
        "endDate": f"{day} 23:59:59",
        "pageNo": 1,
        "pageSize": 10,
    }


def test_one_order_whole(practice: Practice, number: str) -> None:
    practice.advance(number, 10018)
    result = practice.call("order.queryOrder", {"eclpSoNo": number})["queryorder_result"]
    assert result["pinAccount"] == practice.merchant["pin"]
    assert (result["currentStatus"], result["wayBill"]) == ("10018", "JNE-O-1")
    assert result["isvUUID"] == "O-1"
    assert result["orderDetailList"][0]["isvGoodsNo"] == ["A"]
    assert result["orderDetailList"][0]["realOutQty"] == [0]
    codes = [row["soStatusCode"] for row in result["orderStatusList"]]
    assert codes == ["10010", "100130", "10014", "10015", "10016", "10017", "10018"]
    assert len(result["orderPackageList"]) == 1


def test_one_orders_history(practice: Practice, number: str) -> None:
    result = practice.call("order.queryOrderStatus", {"eclpSoNo": number})
    rows = result["queryorderstatus_result"]["orderStatusList"]
    assert [row["soStatusCode"] for row in rows] == ["10010"]
    assert rows[0]["soStatusName"] == "订单初始化"


@pytest.mark.parametrize(
    ("method", "name"),
    [
        ("order.queryOrder", "eclpSoNo"),
        ("order.queryOrderStatus", "eclpSoNo"),
        ("order.cancelOrder", "eclpSoNo"),
        ("order.queryOrderPacksBySoNo", "soNo"),
        ("trace.service.jos.OrderTraceByOrderService", "orderId"),
    ],
)
def test_unknown_numbers_are_refused_by_name(shared: Practice, method: str, name: str) -> None:
    error = shared.call(method, {name: "ESL0", "role": "seller", "userId": shared.dept})
    assert error["code"] == "61"
    assert f"[{name}]" in error["en_desc"]


def test_own_and_platform_numbers_are_found_and_unknown_ones_give_no_row(
    practice: Practice, number: str
) -> None:
    given = {"isvUUID": "O-1,NOPE", "spSoNos": "P-O-1,P-X", "departmentNo": practice.dept}
    rows = practice.call("order.ext.queryOrder", given)["queryorder_result"]
    assert len(rows) == 1
    assert rows[0]["eclpSoNo"] == number
    assert (rows[0]["mainStatus"], rows[0]["resultCode"]) == (10010, 1)
    assert (rows[0]["isvUUID"], rows[0]["spSoNo"]) == ("O-1", "P-O-1")


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({}, "60"),
        ({"isvUUID": ",".join(f"O{n}" for n in range(101))}, "61"),
        ({"spSoNos": ",".join(f"O{n}" for n in range(101))}, "61"),
        ({"isvUUID": "O", "departmentNo": "EBU0"}, "61"),
        ({"isvUUID": ",".join(f"O{n}" for n in range(100))}, "0"),
    ],
)
def test_asking_by_own_number_has_its_limits(
    shared: Practice, given: dict[str, Any], code: str
) -> None:
    assert shared.code("order.ext.queryOrder", given) == code


def test_packages_come_with_packing(practice: Practice, number: str) -> None:
    given = {"eclpSoNo": f"{number},ESL0"}
    rows = practice.call("order.queryOrderPacks", given)["queryorderpacks_result"]
    assert [row["packCount"] for row in rows] == [0]
    practice.advance(number, 10019)
    row = practice.call("order.queryOrderPacks", given)["queryorderpacks_result"][0]
    assert row["packCount"] == len(row["orderPackageList"]) == 1
    assert row["orderPackageList"][0]["thirdWayBill"] == "JNE-O-1"
    assert row["orderPackageList"][0]["soPackItemsList"][0]["goodsNum"] == 3
    one = practice.call("order.queryOrderPacksBySoNo", {"soNo": number})
    assert one["queryorderpacksbysono_result"]["packCount"] == 1
    too_many = {"eclpSoNo": ",".join(f"ESL{n}" for n in range(51))}
    assert practice.code("order.queryOrderPacks", too_many) == "61"


def test_numbers_by_status(practice: Practice, number: str) -> None:
    given = {"deptNo": practice.dept, "soStatus": 10010, **this_month(practice, number)}
    result = practice.call("order.queryOrderListByStatus", given)["orderQueryResult"]
    assert (result["resultCode"], result["soNoList"]) == (1, [number])
    given["soStatus"] = 10019
    assert (
        practice.call("order.queryOrderListByStatus", given)["orderQueryResult"]["soNoList"] == []
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"endDate": "2026-03-01 00:00:00"},
        {"endDate": "2025-01-01 00:00:00"},
        {"startDate": "2026/01/01"},
        {"pageSize": 101},
        {"pageNo": 0},
    ],
)
def test_numbers_by_status_have_their_limits(shared: Practice, changes: dict[str, Any]) -> None:
    given = {"deptNo": shared.dept, "soStatus": 10010, "pageNo": 1, "pageSize": 10, **WINDOW}
    assert shared.code("order.queryOrderListByStatus", given) == "0"
    assert shared.code("order.queryOrderListByStatus", given | changes) == "61"


def test_orders_of_a_shop(practice: Practice, number: str) -> None:
    shop = practice.state()["outbound"][0]["shopNo"]
    given = {"deptNo": practice.dept, "shopNo": shop, **this_month(practice, number)}
    rows = practice.call("order.queryOrderList", given)["queryordervmi_result"]
    assert [(row["eclpSoNo"], row["recordCount"]) for row in rows] == [(number, 1)]
    given["orderStatus"] = 10019
    assert practice.call("order.queryOrderList", given)["queryordervmi_result"] == []
    assert practice.code("order.queryOrderList", {**given, "shopNo": "ESP0"}) == "61"


@pytest.mark.parametrize(("kind", "own"), [(10, False), (20, True)])
def test_the_way_of_an_order(practice: Practice, number: str, kind: int, own: bool) -> None:
    practice.advance(number, 10019)
    given = {
        "customerCode": practice.dept,
        "bizCode": "O-1" if own else number,
        "type": kind,
    }
    result = practice.call("order.getTrackMessagePlusByOrder", given)
    rows = result["getTrackMessagePlusByOrder_result"]["result"]
    given = {"orderId": number, "role": "seller", "userId": practice.dept}
    text = practice.call("trace.service.jos.OrderTraceByOrderService", given)
    assert json.loads(text["getordertracebyorderid_result"]) == rows
    assert [row["way_bill_code"] for row in rows] == ["JNE-O-1"] * 8
    wrong = {"customerCode": practice.dept, "bizCode": "NOPE", "type": kind}
    assert practice.code("order.getTrackMessagePlusByOrder", wrong) == "61"
    assert practice.code("order.getTrackMessagePlusByOrder", {**wrong, "type": 30}) == "61"


@pytest.mark.parametrize(("kind", "code"), [("XSCK", "0"), ("CGRK", "0"), ("X", "61")])
def test_exceptions_are_asked_by_kind(shared: Practice, kind: str, code: str) -> None:
    assert shared.code("exception.queryExceptionList", {"orderType": kind}) == code
