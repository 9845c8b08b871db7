"""Cancel, follow, exceptions and inbound lists, the logistics platform's way (PROTOCOL 2.9)."""

from typing import Any

import pytest

from tests.contract.sandbox.lop import Lop
from tests.contract.sandbox.practice import Practice

CANCEL = "order/cancel/v1"


@pytest.fixture
def lop(practice: Practice) -> Lop:
    return Lop(practice)


@pytest.mark.parametrize(
    ("status", "result", "after"), [(10015, "0", 10028), (10016, "2", 10016), (10027, "1", 10027)]
)
@pytest.mark.parametrize("by", ["orderNo", "erpOrderNo"])
def test_an_order_is_cancelled_until_it_is_picked(
    lop: Lop, by: str, status: int, result: str, after: int
) -> None:
    lop.practice.stocked("A", 10)
    number = lop.send({"A": 3})
    lop.practice.advance(number, status)
    named = {by: number if by == "orderNo" else "O-1"}
    answer = lop.data(CANCEL, {"orderType": "XSCK", **named})
    assert answer == {"orderNo": number, "erpOrderNo": "O-1", "resultType": result}
    assert lop.held(number)["status"] == after


@pytest.mark.parametrize(("status", "result"), [(10, "0"), (50, "2"), (90, "1")])
def test_an_inbound_list_is_cancelled_until_the_warehouse_begins(
    lop: Lop, status: int, result: str
) -> None:
    lop.practice.goods("A")
    fields = lop.practice.po_fields(lop.practice.supplier(), {"A": 1})
    number = lop.practice.call("po.addPoOrder", fields)["poOrderNo"]
    if status != 10:
        lop.practice.advance(number, status)
    assert lop.data(CANCEL, {"orderType": "CGRK", "erpOrderNo": "IN-1"})["resultType"] == result


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"orderType": "2", "orderNo": "x"}, "2002"),
        ({"orderNo": "x"}, "2000"),
        ({"orderType": "XSCK"}, "2000"),
        ({"orderType": "XSCK", "orderNo": "ESL0"}, "2342"),
        ({"orderType": "CGRK", "erpOrderNo": "ESL0"}, "2342"),
        ({"orderType": "THRK", "orderNo": "ESR0"}, "2342"),
        ({"orderType": "TGCK", "erpOrderNo": "X"}, "2342"),
    ],
)
def test_what_cannot_be_cancelled_is_said(lop: Lop, given: dict[str, Any], code: str) -> None:
    assert lop.refusal(CANCEL, given)[0] == code


def test_the_way_of_a_parcel(lop: Lop) -> None:
    lop.practice.stocked("A", 10)
    number = lop.send({"A": 3})
    lop.practice.advance(number, 100130)
    path = "order/trace/query/v2"
    customer = {"ownerNo": "", "customerCode": lop.practice.dept}
    for given in (
        {"waybillNo": "JNE-O-1"},
        {"enterpriseOrderNo": "O-1", **customer},
        {"warehouseOrderNo": number, **customer},
    ):
        steps = lop.data(path, given)["orderTraceList"]
        assert [step["operateCode"] for step in steps] == ["10010", "100130"]
        assert {step["waybillNo"] for step in steps} == {"JNE-O-1"}
    assert lop.refusal(path, {"waybillNo": "X"})[0] == "2342"
    assert lop.refusal(path)[0] == "2000"


def test_orders_that_wait_for_stock_are_exceptions(lop: Lop) -> None:
    lop.practice.goods("A")
    number = lop.send({"A": 3})
    path = "order/exception/query/v1"
    for given in ({}, {"orderType": "1"}, {"orderType": "XSCK"}, {"orderNoList": [number]}):
        result = lop.data(path, given)
        assert [row["orderNo"] for row in result["resultList"]] == [number]
    row = lop.data(path)["resultList"][0]
    assert (row["erpOrderNo"], row["orderType"]) == ("O-1", "销售出库单")
    assert lop.data(path, {"erpOrderNoList": ["X"]}) == {"totalNum": 0, "resultList": []}
    assert lop.data(path, {"orderType": "2"})["totalNum"] == 0
    assert lop.data(path, {"endDate": "2020-01-01 00:00:00"})["totalNum"] == 0
    assert lop.data(path, {"startDate": "2020-01-01 00:00:00"})["totalNum"] == 1
    for wrong in ({"orderType": "11"}, {"startDate": "x"}, {"pageSize": 101}):
        assert lop.refusal(path, wrong)[0] == "2002"


def new_list(lop: Lop, own: str = "IN-1", **changes: Any) -> dict[str, Any]:
    return {
        "erpPurchaseNo": own,
        "supplierNo": lop.practice.supplier(f"S-{own}"),
        "warehouseInfo": {"warehouseNo": lop.practice.warehouse},
        "cargoInfos": [
            {"erpGoodsNo": "A", "planQuantity": 5, "goodsLevel": "100", "orderLine": "1"},
            {"erpGoodsNo": "B", "planQuantity": 2},
        ],
        **changes,
    }


def test_an_inbound_list_from_creation_to_receipt(lop: Lop) -> None:
    goods_no, _ = lop.practice.goods("A"), lop.practice.goods("B")
    create, query = "order/purchase/create/v2", "order/purchase/query/v1"
    given = new_list(lop)
    made = lop.data(create, given)
    assert made["erpPurchaseNo"] == "IN-1"
    assert lop.refusal(create, given)[0] == "2218"
    lop.practice.advance("IN-1", 70, received={"A": {"good": 3, "damaged": 1}})
    row = lop.data(query, {"erpPurchaseNo": "IN-1", "purchaseItemFlag": 1})
    assert (row["purchaseNo"], row["purchaseOrderStatus"]) == (made["purchaseNo"], "70")
    assert [item["realQuantity"] for item in row["purchaseItemModelList"]] == [3, 2]
    assert [diff["shortQuantity"] for diff in row["purchaseItemModelDiffList"]] == [1]
    assert row["purchaseItemModelDiffList"][0]["goodsNo"] == goods_no
    assert "purchaseItemModelList" not in lop.data(query, {"purchaseNo": made["purchaseNo"]})
    assert lop.data(query, {"purchaseNo": "EPL0"}) is None
    assert lop.refusal(query)[0] == "2000"


@pytest.mark.parametrize(
    ("changes", "code", "name"),
    [
        ({"erpPurchaseNo": ""}, "2000", "erpPurchaseNo"),
        ({"supplierNo": "EMS0"}, "2002", "supplierNo"),
        ({"warehouseInfo": {}}, "2000", "warehouseInfo.warehouseNo"),
        ({"cargoInfos": [{"goodsNo": "EMG0", "planQuantity": 1}]}, "2002", "cargoInfos.goodsNo"),
        ({"cargoInfos": [{"erpGoodsNo": "A"}]}, "2000", "cargoInfos.planQuantity"),
        (
            {"cargoInfos": [{"erpGoodsNo": "A", "planQuantity": 1, "goodsLevel": "900"}]},
            "2002",
            "cargoInfos.goodsLevel",
        ),
    ],
)
def test_a_wrong_inbound_list_is_refused_by_the_names_of_this_dialect(
    lop: Lop, changes: dict[str, Any], code: str, name: str
) -> None:
    lop.practice.goods("A")
    lop.practice.goods("B")
    refused, message = lop.refusal("order/purchase/create/v2", new_list(lop, **changes))
    assert (refused, f"[{name}]" in message) == (code, True), message
    assert lop.practice.state()["inbound"] == []


def test_an_inbound_list_is_changed_until_the_warehouse_begins(lop: Lop) -> None:
    lop.practice.goods("A")
    lop.practice.goods("B")
    lop.data("order/purchase/create/v2", new_list(lop))
    path = "order/purchase/update/v1"
    lines = [{"erpGoodsNo": "A", "planQuantity": 7, "orderLine": "1"}]
    lop.data(path, {"erpPurchaseNo": "IN-1", "goodsDetailRequestList": lines})
    quantities = [line["quantity"] for line in lop.practice.state()["inbound"][0]["lines"]]
    assert quantities == [7, 2]
    for wrong, code in (
        ([{"erpGoodsNo": "A", "planQuantity": 0}], "2002"),
        ([{"erpGoodsNo": "A"}], "2000"),
        ([{"erpGoodsNo": "A", "planQuantity": 1, "orderLine": "9"}], "2002"),
        ([], "2000"),
    ):
        given = {"erpPurchaseNo": "IN-1", "goodsDetailRequestList": wrong}
        assert (wrong, lop.refusal(path, given)[0]) == (wrong, code)
    unknown = {"erpPurchaseNo": "IN-9", "goodsDetailRequestList": lines}
    assert lop.refusal(path, unknown)[0] == "2342"
    lop.practice.advance("IN-1", 50)
    late = {"erpPurchaseNo": "IN-1", "goodsDetailRequestList": lines}
    assert lop.refusal(path, late)[0] == "2019"
