"""Outbound orders: create, reserve, pause, cancel, ship (PROTOCOL 2.5, 3.2, 11, 12)."""

from typing import Any

import pytest

from tests.contract.sandbox.practice import ZEROS, Practice


@pytest.fixture
def shop(practice: Practice) -> str:
    return practice.shop()


def send(
    practice: Practice, shop: str, lines: dict[str, int], own: str = "O-1", **more: Any
) -> str:
    fields = practice.order_fields(shop, lines, own) | more
    return str(practice.call("order.addOrder", fields)["eclpSoNo"])


def held(practice: Practice, number: str) -> dict[str, Any]:
    return next(row for row in practice.state()["outbound"] if row["eclpSoNo"] == number)


def test_accepting_reserves_and_shipping_takes_away(practice: Practice, shop: str) -> None:
    goods_no = practice.stocked("A", 10)
    number = send(practice, shop, {"A": 3})
    assert number.startswith("ESL")
    assert practice.figures(goods_no) == (10, 7)
    practice.advance("O-1", 10018)
    assert practice.figures(goods_no) == (10, 7)
    practice.advance(number, "10019")
    assert practice.figures(goods_no) == (7, 7)
    practice.advance(number, 10020)
    assert practice.figures(goods_no) == (7, 7)


def test_an_order_is_taken_once(practice: Practice, shop: str) -> None:
    goods_no = practice.stocked("A", 10)
    send(practice, shop, {"A": 3})
    error = practice.call("order.addOrder", practice.order_fields(shop, {"A": 3}, "O-1"))
    assert error["code"] == "17"
    assert "isvUUID" in error["en_desc"]
    assert len(practice.state()["outbound"]) == 1
    assert practice.figures(goods_no) == (10, 7)


def test_the_number_of_a_cancelled_order_stays_taken(practice: Practice, shop: str) -> None:
    practice.stocked("A", 10)
    number = send(practice, shop, {"A": 3})
    practice.call("order.cancelOrder", {"eclpSoNo": number})
    assert practice.code("order.addOrder", practice.order_fields(shop, {"A": 3}, "O-1")) == "17"
    assert send(practice, shop, {"A": 3}, "O-1-2") != number


@pytest.mark.parametrize(
    ("changes", "code", "name"),
    [
        ({"departmentNo": "EBU0"}, "61", "departmentNo"),
        ({"warehouseNo": "1"}, "61", "warehouseNo"),
        ({"warehouseNo": ""}, "60", "warehouseNo"),
        ({"shopNo": "ESP0"}, "61", "shopNo"),
        ({"shipperNo": "CYS0"}, "61", "shipperNo"),
        ({"salePlatformSource": "999"}, "61", "salePlatformSource"),
        ({"consigneeMobile": ""}, "60", "consigneeMobile"),
        ({"consigneeName": "x" * 21}, "61", "consigneeName"),
        ({"consigneeAddress": "x" * 101}, "61", "consigneeAddress"),
        ({"orderMark": "0" * 49}, "61", "orderMark"),
        ({"orderMark": "1" + "0" * 49}, "61", "receivable"),
        ({"receivable": "5"}, "61", "receivable"),
        ({"salesPlatformCreateTime": "today"}, "61", "salesPlatformCreateTime"),
        ({"isvGoodsNo": "A,NOPE"}, "61", "isvGoodsNo"),
        ({"isvGoodsNo": "A"}, "61", "isvGoodsNo"),
        ({"isvGoodsNo": ""}, "60", "goodsNo"),
        ({"price": "1.00,2.00,3.00"}, "61", "price"),
        ({"goodsName": "Kopi, bubuk,Teh"}, "61", "goodsName"),
        ({"quantity": "1,0"}, "61", "quantity"),
        ({"quantity": "1,-2"}, "61", "quantity"),
        ({"quantity": "1,"}, "61", "quantity"),
        ({"thirdWayBill": "x" * 201}, "61", "thirdWayBill"),
    ],
)
def test_a_wrong_order_is_refused_by_name_and_nothing_is_kept(
    practice: Practice, shop: str, changes: dict[str, Any], code: str, name: str
) -> None:
    practice.goods("A")
    practice.goods("B")
    fields = practice.order_fields(shop, {"A": 1, "B": 2}) | changes
    error = practice.call("order.addOrder", fields)
    assert error["code"] == code
    assert f"[{name}]" in error["en_desc"]
    assert practice.state()["outbound"] == []


def test_cash_on_delivery_needs_both_signs(practice: Practice, shop: str) -> None:
    practice.stocked("A", 5)
    number = send(practice, shop, {"A": 1}, orderMark="1" + ZEROS[1:], receivable="5000")
    assert held(practice, number)["orderMark"].startswith("1")


def test_goods_numbers_of_jd_win(practice: Practice, shop: str) -> None:
    goods_no = practice.stocked("A", 5)
    number = send(practice, shop, {"NOPE": 2}, goodsNo=goods_no)
    assert [(line["goodsNo"], line["quantity"]) for line in held(practice, number)["lines"]] == [
        (goods_no, 2)
    ]


def test_an_order_without_stock_is_taken_and_waits(practice: Practice, shop: str) -> None:
    goods_no = practice.goods("A")
    first = send(practice, shop, {"A": 3}, "O-1")
    second = send(practice, shop, {"A": 4}, "O-2")
    given = {"orderType": "XSCK", "deptNo": practice.dept}
    rows = practice.call("exception.queryExceptionList", given)["queryexceptionlist_result"]
    assert [(row["orderNo"], row["orderType"]) for row in rows] == [
        (first, "XSCK"),
        (second, "XSCK"),
    ]
    po = practice.po_fields(practice.supplier(), {"A": 5})
    practice.advance(practice.call("po.addPoOrder", po)["poOrderNo"], 70)
    rows = practice.call("exception.queryExceptionList", given)["queryexceptionlist_result"]
    assert [row["isvOrderNo"] for row in rows] == ["O-2"]
    assert practice.figures(goods_no) == (5, 2)
    assert not held(practice, first)["paused"]


def test_the_control_side_moves_a_waiting_order_all_the_same(practice: Practice, shop: str) -> None:
    goods_no = practice.goods("A")
    number = send(practice, shop, {"A": 3})
    practice.advance(number, 10019)
    assert practice.figures(goods_no) == (0, 0)
    assert not held(practice, number)["paused"]
    po = practice.po_fields(practice.supplier(), {"A": 5})
    practice.advance(practice.call("po.addPoOrder", po)["poOrderNo"], 70)
    assert practice.figures(goods_no) == (2, 2)


@pytest.mark.parametrize(
    ("shipper", "last"), [("CYS4418000000001", 10020), ("CYS0000010", 10034), (None, 10034)]
)
def test_the_path_ends_at_the_door_or_with_the_customer(
    practice: Practice, shop: str, shipper: str | None, last: int
) -> None:
    practice.stocked("A", 10)
    number = send(practice, shop, {"A": 3}, shipperNo=shipper)
    practice.control("POST", "advance", {"steps": 20})
    after = held(practice, number)
    path = [10010, 100130, 10014, 10015, 10016, 10017, 10018, 10019, 10020, 10034]
    assert [step["status"] for step in after["history"]] == path[: path.index(last) + 1]
    assert after["status"] == last


def test_a_waybill_comes_before_shipping(practice: Practice, shop: str) -> None:
    practice.stocked("A", 10)
    third, own = send(practice, shop, {"A": 1}), send(practice, shop, {"A": 1}, "O-2", shipperNo="")
    assert held(practice, third)["wayBill"] == ""
    practice.control("POST", "advance", {"steps": 1})
    assert held(practice, third)["wayBill"] == "JNE-O-1"
    assert held(practice, own)["wayBill"].startswith("JDX")
    assert held(practice, own)["status"] == 100130


@pytest.mark.parametrize("by", ["cancelOrder", "cancelSoOrder", "own"])
@pytest.mark.parametrize(
    ("status", "code"),
    [(10010, "1"), (100130, "1"), (10014, "1"), (10015, "1"), (10016, "2"), (10019, "2")],
)
def test_an_order_is_cancelled_until_it_is_picked(
    practice: Practice, shop: str, status: int, code: str, by: str
) -> None:
    goods_no = practice.stocked("A", 10)
    number = send(practice, shop, {"A": 3})
    if status != 10010:
        practice.advance(number, status)
    if by == "cancelOrder":
        result = practice.call("order.cancelOrder", {"eclpSoNo": number})["cancelorder_result"]
    else:
        given = {"deptNo": practice.dept}
        given |= {"isvOrderNo": "O-1"} if by == "own" else {"orderNo": number}
        result = practice.call("order.cancelSoOrder", given)["cancelsoorder_result"]
    assert result["code"] == code
    assert held(practice, number)["status"] == (10028 if code == "1" else status)
    if code == "1":
        assert practice.figures(goods_no) == (10, 10)


def test_cancelling_can_take_its_time_and_can_fail(practice: Practice, shop: str) -> None:
    practice.stocked("A", 10)
    number = send(practice, shop, {"A": 3})
    practice.advance(number, 10015)
    practice.advance(number, 10027)
    given = {"eclpSoNo": number}
    assert practice.call("order.cancelOrder", given)["cancelorder_result"]["code"] not in ("1", "2")
    practice.advance(number, 10029)
    practice.control("POST", "advance", {"steps": 1})
    assert held(practice, number)["status"] == 10016


def test_a_cancelled_order_lets_who_waits_go_on(practice: Practice, shop: str) -> None:
    practice.stocked("A", 3)
    first, second = send(practice, shop, {"A": 3}), send(practice, shop, {"A": 2}, "O-2")
    assert held(practice, second)["paused"]
    practice.call("order.cancelOrder", {"eclpSoNo": first})
    assert not held(practice, second)["paused"]


def test_a_partial_shipment_leaves_the_rest_in_stock(practice: Practice, shop: str) -> None:
    goods_no = practice.stocked("A", 10)
    number = send(practice, shop, {"A": 3})
    practice.advance(number, 10019, shipped={"A": 2})
    assert practice.figures(goods_no) == (8, 8)
    details = practice.call("order.queryOrder", {"eclpSoNo": number})["queryorder_result"]
    assert details["orderDetailList"][0]["realOutQty"] == [2]


def test_a_split_order_gets_children_with_waybills_of_their_own(
    practice: Practice, shop: str
) -> None:
    goods = [practice.stocked("A", 10), practice.stocked("B", 10)]
    number = send(practice, shop, {"A": 3, "B": 2})
    practice.advance(number, 10014)
    children = practice.control("POST", "split", {"document": number})["children"]
    result = practice.call("order.queryOrder", {"eclpSoNo": number})["queryorder_result"]
    assert result["splitFlag"] == "1"
    assert result["splitEclpSoNos"].split(",") == children
    assert result["wayBill"] == "JNE-O-1"
    assert [practice.figures(goods_no) for goods_no in goods] == [(10, 7), (10, 8)]
    practice.control("POST", "advance", {"steps": 9})
    assert [practice.figures(goods_no) for goods_no in goods] == [(7, 7), (8, 8)]
    assert [held(practice, child)["wayBill"] for child in children] == ["JNE-O-1", "JNE-O-1-2"]
    assert held(practice, number)["status"] == 10014


def test_the_older_call_only_says_that_the_order_was_taken(practice: Practice, shop: str) -> None:
    goods_no = practice.stocked("A", 10)
    fields = practice.order_fields(shop, {"X": 2})
    del fields["isvGoodsNo"]
    fields["goodsNo"] = goods_no
    assert practice.call("order.asynAddOrder", fields)["isReceivable"] is True
    assert practice.code("order.asynAddOrder", fields) == "17"
    assert practice.code("order.asynAddOrder", {**fields, "shipperNo": ""}) == "60"


def test_another_merchant_may_use_the_same_number_and_sees_nothing(
    practice: Practice, shop: str
) -> None:
    practice.stocked("A", 10)
    number = send(practice, shop, {"A": 3})
    practice.authorize(1)
    assert practice.code("order.queryOrder", {"eclpSoNo": number}) == "61"
    assert practice.code("order.cancelOrder", {"eclpSoNo": number}) == "61"
    assert practice.call("order.ext.queryOrder", {"isvUUID": "O-1"})["queryorder_result"] == []
    practice.info = {**practice.info, "merchants": practice.info["merchants"][1:]}
    practice.stocked("A", 10)
    assert send(practice, practice.shop(), {"A": 1}) != number
