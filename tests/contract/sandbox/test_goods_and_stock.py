"""Products and stock (PROTOCOL 2.2, 2.3, 8)."""

import json
from datetime import date, timedelta
from typing import Any

import pytest

from tests.contract.sandbox.practice import Practice

SHELF = {"safeDays": 100, "instoreThreshold": "0.7", "outstoreThreshold": "0.2"}


def stock(practice: Practice, **given: Any) -> list[dict[str, Any]]:
    given = {"deptNo": practice.dept, "warehouseNo": practice.warehouse, **given}
    return list(practice.call("stock.queryStock", given)["querystock_result"])


def new_goods(practice: Practice, **changes: Any) -> dict[str, Any]:
    return {
        "deptNo": practice.dept,
        "isvGoodsNo": "A",
        "barcodes": "A",
        "thirdCategoryNo": "4159",
        "goodsName": "Barang A",
        "safeDays": 0,
        **changes,
    }


def test_a_product_is_registered_once(practice: Practice) -> None:
    number = practice.call("goods.transportGoodsInfo", new_goods(practice))["goodsNo"]
    assert number.startswith("EMG")
    error = practice.call("goods.transportGoodsInfo", new_goods(practice))
    assert error["code"] == "17"
    assert "isvGoodsNo" in error["en_desc"]
    assert len(practice.state()["goods"]) == 1


@pytest.mark.parametrize(
    ("changes", "code", "name"),
    [
        ({"thirdCategoryNo": "lain"}, "61", "thirdCategoryNo"),
        ({"safeDays": -1}, "61", "safeDays"),
        ({"safeDays": 30}, "60", "instoreThreshold"),
        ({"safeDays": 30, "instoreThreshold": 0.5}, "60", "outstoreThreshold"),
        ({**SHELF, "outstoreThreshold": 1.1}, "61", "outstoreThreshold"),
        ({**SHELF, "instoreThreshold": -0.1}, "61", "instoreThreshold"),
        ({"deptNo": "EBU0"}, "61", "deptNo"),
    ],
)
def test_a_product_that_is_wrong_is_refused_by_name(
    practice: Practice, changes: dict[str, Any], code: str, name: str
) -> None:
    error = practice.call("goods.transportGoodsInfo", new_goods(practice, **changes))
    assert error["code"] == code
    assert f"[{name}]" in error["en_desc"]
    assert practice.state()["goods"] == []


def test_a_product_is_found_by_any_of_its_numbers(practice: Practice) -> None:
    number = practice.goods("A", barcodes="899A,899B", **SHELF)
    other = practice.goods("B")
    for wanted in ({"goodsNos": number}, {"isvGoodsNos": "A,X"}, {"barcodes": "899B"}):
        given = {"deptNo": practice.dept, "queryType": "1", **wanted}
        rows = practice.call("goods.queryGoodsInfo", given)["goodsInfoList"]
        assert [row["goodsNo"] for row in rows] == [number]
        assert rows[0]["safeDays"] == 100
    paged = {"deptNo": practice.dept, "queryType": "2", "pageNo": 2, "pageSize": 1}
    rows = practice.call("goods.queryGoodsInfo", paged)["goodsInfoList"]
    assert [row["goodsNo"] for row in rows] == [other]
    assert "goodsName" not in rows[0]


@pytest.mark.parametrize(
    "given",
    [
        {"isvGoodsNos": ",".join(f"S{n}" for n in range(51))},
        {"pageSize": 1001},
        {"pageNo": 0},
        {"queryType": "9"},
    ],
)
def test_product_queries_have_their_limits(shared: Practice, given: dict[str, Any]) -> None:
    given = {"deptNo": shared.dept, "queryType": "1", **given}
    assert shared.code("goods.queryGoodsInfo", given) == "61"


def test_products_by_time(practice: Practice) -> None:
    practice.goods("A")
    given = {"deptNo": practice.dept, "updateTimeStart": "2020-01-01 00:00:00"}
    result = practice.call("goods.queryGoodsByPageAndTime", given)["result"]
    assert result["recordCount"] == len(result["shelfLifeGoodsResultList"]) == 1
    given = {"deptNo": practice.dept, "updateTimeEnd": "2020-01-01 00:00:00"}
    assert practice.call("goods.queryGoodsByPageAndTime", given)["result"]["recordCount"] == 0
    assert practice.code("goods.queryGoodsByPageAndTime", {**given, "updateTimeEnd": "x"}) == "61"


def test_changing_a_product_leaves_its_name_and_shelf_life(practice: Practice) -> None:
    number = practice.goods("A", **SHELF)
    given = {"goodsNo": number, "goodsName": "x", "safeDays": 1, "grossWeight": "1.25"}
    assert practice.call("goods.updateGoodsInfo", given)["updateResult"] is True
    given = {"isvGoodsNo": "A", "deptNo": practice.dept, "brandName": "Kapal"}
    assert practice.call("goods.updateGoodsInfo", given)["updateResult"] is True
    held = practice.state()["goods"][0]
    assert (held["goodsName"], held["safeDays"]) == ("Barang A", 100)
    assert (held["grossWeight"], held["brandName"]) == ("1.25", "Kapal")
    assert practice.code("goods.updateGoodsInfo", {"goodsNo": "EMG0"}) == "61"
    assert practice.code("goods.updateGoodsInfo", {"brandName": "x"}) == "60"


def test_stock_hides_zeros_until_asked_and_numbers_stand_in_lists(practice: Practice) -> None:
    full, empty = practice.stocked("A", 7), practice.goods("B")
    rows = stock(practice)
    assert [(row["goodsNo"], row["totalNum"], row["usableNum"]) for row in rows] == [
        (full, [7], [7])
    ]
    rows = stock(practice, returnZeroStock=2)
    assert [(row["goodsNo"], row["totalNum"]) for row in rows] == [(full, [7]), (empty, [0])]
    assert [row["recordCount"] for row in rows] == [2, 2]
    assert [row["isvSku"] for row in rows] == ["A", "B"]


def test_stock_is_paged_and_every_row_tells_how_many_there_are(practice: Practice) -> None:
    for number in range(3):
        practice.stocked(f"A{number}", 1)
    pages = [stock(practice, currentPage=page, pageSize=2) for page in (1, 2, 3)]
    assert [len(page) for page in pages] == [2, 1, 0]
    assert {row["recordCount"] for page in pages for row in page} == {3}
    given = {"deptNo": practice.dept, "warehouseNo": practice.warehouse, "pageSize": 0}
    assert practice.code("stock.queryStock", given) == "61"


def test_stock_belongs_to_warehouse_and_quality(practice: Practice) -> None:
    goods_no = practice.goods("A")
    po = practice.call("po.addPoOrder", practice.po_fields(practice.supplier(), {"A": 10}))
    practice.advance(po["poOrderNo"], 70, received={goods_no: {"good": 6, "damaged": 4}})
    assert [row["totalNum"] for row in stock(practice, stockStatus="1")] == [[6]]
    assert [row["totalNum"] for row in stock(practice, stockStatus="2")] == [[4]]
    assert [row["goodsLevel"] for row in stock(practice)] == ["100", "200"]
    assert [row["totalNum"] for row in stock(practice, goodsNo=goods_no, stockType="1")] == [
        [6],
        [4],
    ]
    assert stock(practice, stockType="3") == []
    other = practice.merchant["warehouse_nos"][1]
    assert stock(practice, warehouseNo=other) == []
    given = {"deptNo": practice.dept, "warehouseNo": "1"}
    assert practice.code("stock.queryStock", given) == "61"
    given = {"deptNo": practice.dept, "warehouseNo": practice.warehouse, "goodsNo": "EMG0"}
    assert practice.code("stock.queryStock", given) == "61"


def test_batches_have_expiry_dates_and_the_first_to_expire_leaves_first(practice: Practice) -> None:
    goods_no = practice.goods("S", warningDay=50, adventDay=20, **SHELF)
    today = date.today()  # noqa: DTZ011 - a day more or less does not matter below
    for own, age in (("IN-A", 85), ("IN-B", 10)):
        fields = practice.po_fields(practice.supplier(own), {"S": 5}, own)
        made = (today - timedelta(days=age)).isoformat()
        fields["batAttrListJson"] = json.dumps({"productionDate": made})
        practice.advance(practice.call("po.addPoOrder", fields)["poOrderNo"], 70)
    given = {
        "deptNo": practice.dept,
        "warehouseNo": practice.warehouse,
        "currentPage": 1,
        "pageSize": 50,
    }
    result = practice.call("stock.queryShelfLifeGoodsList", given)["pageableResult"]
    rows = result["shelfLifeGoodsResultList"]
    assert [row["status"] for row in rows] == [3, 1]
    assert [row["remainDays"] for row in rows] == [
        pytest.approx(15, abs=1),
        pytest.approx(90, abs=1),
    ]
    assert result["recordCount"] == 2
    near = practice.call("stock.queryAdventGoodsStock", {"deptNo": practice.dept})
    details = near["queryadventgoodsstock_result"]["details"]
    assert [(row["goodsNo"], row["num"]) for row in details] == [(goods_no, [5])]
    order = practice.call("order.addOrder", practice.order_fields(practice.shop(), {"S": 6}))[
        "eclpSoNo"
    ]
    practice.advance(order, 10019)
    rows = practice.call("stock.queryShelfLifeGoodsList", given)["pageableResult"]
    assert [row["stockNum"] for row in rows["shelfLifeGoodsResultList"]] == [4]
    only = practice.call("stock.queryShelfLifeGoodsList", {**given, "status": 4})
    assert only["pageableResult"]["recordCount"] == 0
    assert practice.code("stock.queryShelfLifeGoodsList", {**given, "pageSize": 51}) == "61"
