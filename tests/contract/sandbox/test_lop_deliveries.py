"""Outbound orders in the logistics platform's dialect (PROTOCOL 2.9)."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from jdfulfil_desktop.sandbox.clock import GATEWAY_ZONE
from tests.contract.sandbox.lop import Lop
from tests.contract.sandbox.practice import Practice

CREATE, QUERY = "order/delivery/create/v1", "order/delivery/query/v1"


@pytest.fixture
def lop(practice: Practice) -> Lop:
    return Lop(practice)


def test_an_order_created_here_is_held_like_any_other(lop: Lop) -> None:
    goods_no = lop.practice.stocked("A", 10)
    number = lop.send({"A": 3}, customerRemark="Depan pintu")
    row = lop.held(number)
    assert (row["isvUUID"], row["thirdWayBill"], row["status"]) == ("O-1", "JNE-O-1", 10010)
    assert (row["shipperNo"], row["salesPlatformOrderNo"]) == ("CYS4418000000001", "P-O-1")
    assert row["lines"] == [{"goodsNo": goods_no, "isvGoodsNo": "A", "quantity": 3, "shipped": 0}]
    assert lop.practice.figures(goods_no) == (10, 7)
    other = lop.practice.call("order.queryOrder", {"eclpSoNo": number})["queryorder_result"]
    assert other["consigneeAddress"] == "Jl. Melati No. 1"
    assert other["consigneeRemark"] == "Depan pintu"
    assert other["salesPlatformCreateTime"] == "2026-11-01 08:00:00"


def test_times_come_and_go_in_the_zone_of_the_caller(lop: Lop) -> None:
    lop.practice.stocked("A", 10)
    number = lop.send({"A": 1})
    here = lop.data(QUERY, {"deliveryNo": number, "deliveryStatusFlag": 1})
    lop.headers["lop-tz"] = "9"
    hours = (datetime.now(GATEWAY_ZONE) + timedelta(hours=2)).strftime("%Y-%m-%d %H:%M:%S")
    body = {"deliveryNo": number, "deliveryStatusFlag": "1"}
    there = lop.call(QUERY, body, timestamp=hours)["data"]
    times = [
        datetime.fromisoformat(row["deliveryStatusList"][0]["operateTime"]) for row in (here, there)
    ]
    assert times[1] - times[0] == timedelta(hours=2)


def test_the_waybill_and_the_shop_may_be_named_otherwise(lop: Lop) -> None:
    lop.practice.stocked("A", 10)
    given = lop.delivery(lop.practice.shop("TOKO-9"), {"A": 1})
    given["carrierInfo"] = {"carrierNo": "CYS4418000000001", "waybillNo": "JNE-9"}
    given["customerInfo"] = {"ownerNo": lop.practice.dept}
    given["channelInfo"]["erpShopNo"] = "TOKO-9"
    row = lop.held(lop.data(CREATE, given)["deliveryNo"])
    assert row["thirdWayBill"] == "JNE-9"
    assert row["shopNo"].startswith("ESP")


@pytest.mark.parametrize(
    ("change", "code", "name"),
    [
        ({"erpDeliveryNo": ""}, "2000", "erpDeliveryNo"),
        ({"erpDeliveryNo": "x" * 126}, "2002", "erpDeliveryNo"),
        ({"sourceNo": ""}, "2000", "sourceNo"),
        ({"warehouseNo": "1"}, "2002", "warehouseNo"),
        ({"orderMark": "0"}, "2002", "orderMark"),
        ({"channelInfo": {}}, "2000", "channelInfo.salesPlatformSource"),
        (
            {"channelInfo": {"salesPlatformSource": "999"}},
            "2002",
            "channelInfo.salesPlatformSource",
        ),
        ({"customerInfo": {}}, "2000", "customerInfo.ownerNo"),
        ({"receiverInfo": {"mobile": "1", "detailAddress": "x"}}, "2000", "receiverInfo.name"),
        ({"receiverInfo": {"name": "x", "detailAddress": "x"}}, "2000", "receiverInfo.mobile"),
        ({"carrierInfo": {"carrierNo": "CYS0"}}, "2002", "carrierInfo.carrierNo"),
        ({"carrierInfo": {"expectDate": "x"}}, "2002", "carrierInfo.expectDate"),
        ({"addServices": {"receivable": 5}}, "2002", "addServices.receivable"),
        ({"cargoInfos": []}, "2000", "cargoInfos"),
        ({"cargoInfos": [1]}, "2002", "cargoInfos"),
        ({"cargoInfos": [{"planQuantity": 1}]}, "2000", "cargoInfos.goodsNo"),
        ({"cargoInfos": [{"goodsNo": "EMG0", "planQuantity": 1}]}, "2002", "cargoInfos.goodsNo"),
        ({"cargoInfos": [{"erpGoodsNo": "A"}]}, "2000", "cargoInfos.planQuantity"),
        (
            {"cargoInfos": [{"erpGoodsNo": "A", "planQuantity": 0}]},
            "2002",
            "cargoInfos.planQuantity",
        ),
    ],
)
def test_a_wrong_order_is_refused_by_the_names_of_this_dialect(
    lop: Lop, change: dict[str, Any], code: str, name: str
) -> None:
    lop.practice.goods("A")
    refused, message = lop.refusal(CREATE, lop.delivery(lop.practice.shop(), {"A": 1}) | change)
    assert (refused, f"[{name}]" in message) == (code, True), message
    assert lop.practice.state()["outbound"] == []


def test_a_shop_must_be_known(lop: Lop) -> None:
    lop.practice.goods("A")
    code, message = lop.refusal(CREATE, lop.delivery("ESP0", {"A": 1}))
    assert (code, "[customerInfo.shopNo]" in message) == ("2002", True)
    code, message = lop.refusal(CREATE, lop.delivery("", {"A": 1}))
    assert (code, "[customerInfo.shopNo]" in message) == ("2000", True)


def test_an_order_is_found_by_each_of_its_numbers(lop: Lop) -> None:
    lop.practice.stocked("A", 10)
    number = lop.send({"A": 3})
    asked = [{"deliveryNo": number}, {"erpDeliveryNo": "O-1"}, {"salesPlatformDeliveryNo": "P-O-1"}]
    for given in asked:
        row = lop.data(QUERY, given)
        assert (row["deliveryNo"], row["erpDeliveryNo"], row["status"]) == (number, "O-1", "10010")
        assert "deliveryItemList" not in row
    assert lop.data(QUERY, asked[0])["receiverInfo"]["name"] == "Ibu Ani"
    for given in (
        {"deliveryNo": "ESL0"},
        {"erpDeliveryNo": "O-9"},
        {"deliveryNo": "x", "ownerNo": ""},
    ):
        assert lop.refusal(QUERY, given)[0] == "2342"
    assert lop.refusal(QUERY)[0] == "2000"
    assert lop.refusal(QUERY, {"erpDeliveryNo": "O-1", "ownerNo": ""})[0] == "2000"
    assert lop.refusal(QUERY, {"deliveryNo": number, "deliveryItemFlag": "x"})[0] == "2002"


def test_the_switches_add_what_there_is(lop: Lop) -> None:
    goods_no = lop.practice.stocked("A", 10)
    number = lop.send({"A": 3})
    names = ["Item", "Package", "Status", "BatchItem", "ProductInfo", "RejectItem"]
    names += ["RejectPictureUrl", "Box", "SerialNo"]
    flags = {f"delivery{name}Flag": 1 for name in names}
    row = lop.data(QUERY, {"deliveryNo": number, **flags})
    assert row["deliveryItemList"] == [
        {
            "goodsNo": goods_no,
            "erpGoodsNo": "A",
            "planQuantity": 3,
            "goodsLevel": "100",
            "orderLine": "1",
        }
    ]
    assert row["deliveryPackageList"] == row["serialNoList"] == []
    lop.practice.control(
        "POST", "advance", {"document": number, "status": 10020, "shipped": {goods_no: 2}}
    )
    row = lop.data(QUERY, {"deliveryNo": number, **flags})
    assert row["carrierInfo"]["waybillNo"] == "JNE-O-1"
    assert row["deliveryItemList"][0]["realQuantity"] == 2
    assert row["deliveryPackageList"][0]["packageItemList"] == [
        {"goodsNo": goods_no, "quantity": 2}
    ]
    codes = [step["statusCode"] for step in row["deliveryStatusList"]]
    assert codes == [10010, 100130, 10014, 10015, 10016, 10017, 10018, 10019, 10020]


def test_a_split_order_names_its_parts(lop: Lop) -> None:
    lop.practice.stocked("A", 5)
    lop.practice.stocked("B", 5)
    number = lop.send({"A": 1, "B": 1})
    children = lop.practice.control("POST", "split", {"document": number})["children"]
    row = lop.data(QUERY, {"deliveryNo": number})
    assert (row["isSplit"], row["splitDeliveryNos"]) == ("1", ",".join(children))
    assert lop.data(QUERY, {"deliveryNo": children[1]})["isSplit"] == "0"
