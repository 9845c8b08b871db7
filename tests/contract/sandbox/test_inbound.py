"""Inbound lists (PROTOCOL 2.4, 3.1)."""

from typing import Any

import pytest

from tests.contract.sandbox.practice import Practice


@pytest.fixture
def supplier(practice: Practice) -> str:
    practice.goods("A")
    practice.goods("B")
    return practice.supplier()


def create(practice: Practice, supplier: str, own: str = "IN-1", **lines: int) -> str:
    fields = practice.po_fields(supplier, lines or {"A": 10, "B": 5}, own)
    return str(practice.call("po.addPoOrder", fields)["poOrderNo"])


def row(practice: Practice, number: str) -> dict[str, Any]:
    rows = practice.call("po.queryPoOrder", {"poOrderNo": number})["queryPoModelList"]
    assert len(rows) == 1
    return dict(rows[0])


def test_a_list_is_created_once_and_its_numbers_are_text(practice: Practice, supplier: str) -> None:
    number = create(practice, supplier)
    assert number.startswith("EPL")
    found = row(practice, number)
    assert (found["poOrderStatus"], found["isvPoOrderNo"], found["resultCode"]) == (
        "10",
        "IN-1",
        "1",
    )
    assert [item["numApplication"] for item in found["poItemModelList"]] == ["10", "5"]
    error = practice.call("po.addPoOrder", practice.po_fields(supplier, {"A": 1}))
    assert error["code"] == "17"
    assert len(practice.state()["inbound"]) == 1


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"whNo": "1"}, "whNo"),
        ({"supplierNo": "EMS0"}, "supplierNo"),
        ({"deptNo": "EBU0"}, "deptNo"),
        ({"isvGoodsNo": "A,NOPE"}, "isvGoodsNo"),
        ({"deptGoodsNo": "EMG0,EMG1"}, "deptGoodsNo"),
        ({"isvGoodsNo": "A"}, "isvGoodsNo"),
        ({"goodsStatus": "1"}, "goodsStatus"),
        ({"numApplication": "0,1"}, "numApplication"),
        ({"numApplication": "1.5,1"}, "numApplication"),
    ],
)
def test_a_wrong_list_is_refused_by_name(
    practice: Practice, supplier: str, changes: dict[str, str], name: str
) -> None:
    fields = practice.po_fields(supplier, {"A": 10, "B": 5}) | changes
    error = practice.call("po.addPoOrder", fields)
    assert error["code"] == "61"
    assert f"[{name}]" in error["en_desc"]
    assert practice.state()["inbound"] == []


def test_a_list_needs_one_kind_of_goods_numbers(practice: Practice, supplier: str) -> None:
    fields = practice.po_fields(supplier, {"A": 10}) | {"isvGoodsNo": ""}
    assert practice.code("po.addPoOrder", fields) == "60"


def test_all_that_was_planned_arrives_unless_told(practice: Practice, supplier: str) -> None:
    number = create(practice, supplier)
    for status in ("20", "50"):
        practice.control("POST", "advance", {"steps": 1})
        assert row(practice, number)["poOrderStatus"] == status
    assert practice.state()["stock"] == []
    practice.control("POST", "advance", {"steps": 5})
    found = row(practice, number)
    assert found["poOrderStatus"] == "70"
    assert found["completeTime"]
    assert [item["realInstoreQty"] for item in found["poItemModelList"]] == ["10", "5"]
    assert sorted(entry["totalNum"] for entry in practice.state()["stock"]) == [5, 10]


@pytest.mark.parametrize(
    ("came", "expected"),
    [
        (7, {"realInstoreQty": "7", "shortQty": "3", "damagedQty": "0", "excessQty": "0"}),
        (12, {"realInstoreQty": "12", "shortQty": "0", "damagedQty": "0", "excessQty": "2"}),
        (
            {"good": 8, "damaged": 2},
            {"realInstoreQty": "8", "shortQty": "0", "damagedQty": "2", "excessQty": "0"},
        ),
        (
            {"damaged": 4},
            {"realInstoreQty": "0", "shortQty": "6", "damagedQty": "4", "excessQty": "0"},
        ),
    ],
)
def test_differences_are_told_and_only_good_pieces_are_good_stock(
    practice: Practice, supplier: str, came: Any, expected: dict[str, str]
) -> None:
    number = create(practice, supplier, A=10)
    practice.advance("IN-1", "70", received={"A": came})
    item = row(practice, number)["poItemModelList"][0]
    assert {name: item[name] for name in expected} == expected
    assert practice.figures(item["goodsNo"])[0] == int(expected["realInstoreQty"])


def test_lines_of_one_product_are_filled_in_their_order(practice: Practice, supplier: str) -> None:
    fields = practice.po_fields(supplier, {"A": 10})
    fields |= {"isvGoodsNo": "A,A", "numApplication": "4,6", "goodsStatus": "1,1"}
    number = practice.call("po.addPoOrder", fields)["poOrderNo"]
    practice.advance(number, 70, received={"A": 7})
    items = row(practice, number)["poItemModelList"]
    assert [item["realInstoreQty"] for item in items] == ["4", "3"]


def test_what_the_receipt_leaves_out_arrives_as_planned(practice: Practice, supplier: str) -> None:
    number = create(practice, supplier)
    practice.advance(number, 70, received={"A": 7})
    items = row(practice, number)["poItemModelList"]
    assert [item["realInstoreQty"] for item in items] == ["7", "5"]


def test_only_goods_of_the_list_can_arrive(practice: Practice, supplier: str) -> None:
    number = create(practice, supplier, A=10)
    reply = practice.http.post(
        f"{practice.base}/_control/advance",
        headers={"X-Control-Key": practice.info["control_key"]},
        json={"document": number, "status": 70, "received": {"B": 1}},
    )
    assert reply.status_code == 400
    assert row(practice, number)["poOrderStatus"] == "10"


def test_many_lists_are_asked_at_once_and_unknown_ones_give_no_row(
    practice: Practice, supplier: str
) -> None:
    numbers = [create(practice, supplier, f"IN-{index}") for index in range(3)]
    asked = ",".join([*numbers, "EPL0"])
    rows = practice.call("po.queryPoOrder", {"poOrderNo": asked})["queryPoModelList"]
    assert [found["poOrderNo"] for found in rows] == numbers
    too_many = ",".join(f"EPL{number}" for number in range(101))
    assert practice.code("po.queryPoOrder", {"poOrderNo": too_many}) == "61"


def test_the_extended_query_tells_lines_only_when_asked(practice: Practice, supplier: str) -> None:
    number = create(practice, supplier)
    plain = practice.call("po.ext.queryPoOrder", {"poOrderNo": number})["queryPoModelList"][0]
    asked = {"poOrderNo": number, "queryItemFlag": True}
    whole = practice.call("po.ext.queryPoOrder", asked)["queryPoModelList"][0]
    assert "poItemModelList" not in plain
    assert len(whole["poItemModelList"]) == 2


def test_a_list_is_found_by_the_senders_number(practice: Practice, supplier: str) -> None:
    number = create(practice, supplier)
    create(practice, supplier, "IN-2")
    given = {"deptNo": practice.dept, "outPoNo": "IN-1"}
    rows = practice.call("po.queryPoNo", given)["querypono_result"]
    assert rows == [{"poNo": number, "outPoNo": "IN-1", "poStatus": "10"}]
    given = {"deptNo": practice.dept, "outPoNo": "NOPE"}
    assert practice.call("po.queryPoNo", given)["querypono_result"] == []
    given = {"deptNo": practice.dept, "startDate": "2020-01-01 00:00:00"}
    assert len(practice.call("po.queryPoNo", given)["querypono_result"]) == 2
    given["endDate"] = "2021-01-01 00:00:00"
    assert practice.code("po.queryPoNo", given) == "61"


@pytest.mark.parametrize(("status", "code"), [(10, "1"), (20, "1"), (50, "2"), (70, "2")])
def test_a_list_is_cancelled_until_the_warehouse_begins(
    practice: Practice, supplier: str, status: int, code: str
) -> None:
    number = create(practice, supplier)
    if status != 10:
        practice.advance(number, status)
    result = practice.call("po.cancalPoOrder", {"poOrderNo": number})["poResult"]
    assert result["code"] == code
    after = row(practice, number)["poOrderStatus"]
    assert after == ("91" if code == "1" else str(status))


def test_closing_ends_a_list_with_what_has_arrived(practice: Practice, supplier: str) -> None:
    number = create(practice, supplier)
    closed = practice.call("po.closePo", {"poOrderNo": number})["poCloseJosResponse"]
    assert closed["code"] == "2"
    practice.advance(number, 50, received={"A": 4})
    closed = practice.call("po.closePo", {"poOrderNo": number})["poCloseJosResponse"]
    assert closed["code"] == "1"
    items = row(practice, number)["poItemModelList"]
    assert [(item["realInstoreQty"], item["shortQty"]) for item in items] == [
        ("4", "6"),
        ("0", "5"),
    ]


@pytest.mark.parametrize("method", ["po.cancalPoOrder", "po.closePo"])
def test_unknown_lists_are_refused(shared: Practice, method: str) -> None:
    assert shared.code(method, {"poOrderNo": "EPL0"}) == "61"


def test_serial_numbers_need_the_pin(practice: Practice, supplier: str) -> None:
    number = create(practice, supplier, A=10)
    goods_no = practice.state()["inbound"][0]["lines"][0]["goodsNo"]
    given = {"poNo": number, "version": "1", "deptGoodsNo": goods_no, "serialNo": "SN1"}
    mine = practice.merchant["pin"]
    result = practice.call("po.addPoSidDetail", {**given, "pin": mine})
    assert result["addposiddetail_result"]["code"] == "1"
    assert practice.code("po.addPoSidDetail", {**given, "pin": "other"}) == "61"
    given["deptGoodsNo"] = "EMG0"
    assert practice.code("po.addPoSidDetail", {**given, "pin": mine}) == "61"


def test_another_merchant_sees_nothing_of_it(practice: Practice, supplier: str) -> None:
    number = create(practice, supplier)
    practice.authorize(1)
    rows = practice.call("po.queryPoOrder", {"poOrderNo": number})["queryPoModelList"]
    assert rows == []
    assert practice.code("po.cancalPoOrder", {"poOrderNo": number}) == "61"


def test_goods_come_in_parts_and_further_kinds_are_told(practice: Practice, supplier: str) -> None:
    number = create(practice, supplier, A=10)
    practice.advance(number, 50, received={"A": 4})
    [item] = row(practice, number)["poItemModelList"]
    assert (item["realInstoreQty"], item["shortQty"]) == ("4", "0")
    practice.advance(number, 50, received={"A": {"good": 6, "expired": 2}})
    [item] = row(practice, number)["poItemModelList"]
    assert (item["realInstoreQty"], item["expiredQty"]) == ("6", "2")
    assert practice.state()["stock"] == []
    practice.control("POST", "advance", {"document": number, "steps": 1})
    [item] = row(practice, number)["poItemModelList"]
    assert (item["realInstoreQty"], item["expiredQty"], item["shortQty"]) == ("6", "2", "2")
    assert practice.figures(item["goodsNo"])[0] == 6


def test_a_receipt_is_corrected_after_its_end(practice: Practice, supplier: str) -> None:
    number = create(practice, supplier, A=10)
    for came in (10, {"good": 7, "damaged": 3}, 9, 9):
        practice.advance(number, 70, received={"A": came})
        good = came["good"] if isinstance(came, dict) else came
        [item] = row(practice, number)["poItemModelList"]
        assert practice.figures(item["goodsNo"])[0] == int(item["realInstoreQty"]) == good
    damaged = [s["totalNum"] for s in practice.state()["stock"] if s["stockStatus"] == "2"]
    assert damaged == [0]
