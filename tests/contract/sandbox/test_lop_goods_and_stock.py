"""Warehouses, products and stock in the logistics platform's dialect (PROTOCOL 2.9)."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from jdfulfil_desktop.sandbox.clock import GATEWAY_ZONE
from tests.contract.sandbox.lop import Lop
from tests.contract.sandbox.practice import Practice

STOCK = "stock/query/v1"
SHELF = {"shelfLifeDays": 100, "instoreThreshold": 0.7, "outstoreThreshold": 0.2}


@pytest.fixture
def lop(practice: Practice) -> Lop:
    return Lop(practice)


def new_goods(sku: str = "A", **changes: Any) -> dict[str, Any]:
    return {
        "basicInfo": {"erpGoodsNo": sku, "barcode": sku, "goodsName": f"Barang {sku}"},
        "goodsCategory": {"thirdCategoryCode": "4159"},
        **changes,
    }


def test_warehouses_by_number_and_status(lop: Lop) -> None:
    numbers = lop.practice.merchant["warehouse_nos"]
    path = "basicinfo/warehouse/query/v1"
    rows = lop.data(path)
    assert [row["warehouseNo"] for row in rows] == numbers
    assert rows[0]["warehouseAddress"]["name"]
    assert [row["warehouseNo"] for row in lop.data(path, {"warehouseNo": numbers[1]})] == [
        numbers[1]
    ]
    assert lop.data(path, {"status": "1,3"}) == []


def test_a_product_saved_here_is_the_one_that_the_other_dialect_knows(lop: Lop) -> None:
    given = new_goods(
        management={"guaranteePeriod": SHELF}, goodsSpecificationsInfo={"grossWeight": 1.25}
    )
    number = lop.data("basicinfo/goods/create/v1", given)["goodsNo"]
    held_goods = lop.practice.state()["goods"][0]
    assert (held_goods["goodsNo"], held_goods["isvGoodsNo"]) == (number, "A")
    assert (held_goods["safeDays"], held_goods["grossWeight"]) == (100, "1.25")
    code, message = lop.refusal("basicinfo/goods/create/v1", given)
    assert code == "2218"
    assert "[basicInfo.erpGoodsNo]" in message


@pytest.mark.parametrize(
    ("changes", "code", "name"),
    [
        ({"basicInfo": {"erpGoodsNo": "A", "barcode": "A"}}, "2000", "basicInfo.goodsName"),
        ({"goodsCategory": {}}, "2000", "goodsCategory.thirdCategoryCode"),
        ({"goodsCategory": {"thirdCategoryCode": "x"}}, "2002", "goodsCategory.thirdCategoryCode"),
        (
            {"management": {"guaranteePeriod": {"shelfLifeDays": 5}}},
            "2000",
            "management.guaranteePeriod.instoreThreshold",
        ),
        ({"basicInfo": "none"}, "2000", "basicInfo.erpGoodsNo"),
    ],
)
def test_a_wrong_product_is_refused_by_the_names_of_this_dialect(
    lop: Lop, changes: dict[str, Any], code: str, name: str
) -> None:
    refused, message = lop.refusal("basicinfo/goods/create/v1", new_goods(**changes))
    assert refused == code
    assert f"[{name}]" in message
    assert lop.practice.state()["goods"] == []


def test_products_by_any_number_whole_or_in_numbers_only(lop: Lop) -> None:
    path, page = "basicinfo/goods/query/v1", {"currentPage": 1, "pageSize": 10}
    first, second = lop.practice.goods("A", barcodes="899A,899B"), lop.practice.goods("B")
    for wanted in ({"goodsNo": first}, {"erpGoodsNo": "A,X"}, {"barCode": "899B"}):
        rows = lop.data(path, {"queryType": "1", **page, **wanted})
        assert [row["basicInfo"]["goodsNo"] for row in rows] == [first]
        assert rows[0]["basicInfo"]["enableFlag"] == 2
        assert rows[0]["basicInfo"]["goodsName"] == "Barang A"
        assert rows[0]["management"]["guaranteePeriod"]["isShelfLifeMgmt"] == 1
    rows = lop.data(path, {"queryType": "2", "currentPage": "2", "pageSize": 1})
    assert rows == [
        {"ownerNo": lop.practice.dept, "basicInfo": {"goodsNo": second, "barcode": "B"}}
    ]
    for wrong, code in (
        ({**page}, "2000"),
        ({"queryType": "3", **page}, "2002"),
        ({"queryType": "1", "currentPage": 1}, "2000"),
        ({"queryType": "1", "currentPage": 0, "pageSize": 1}, "2002"),
        ({"queryType": "1", "currentPage": 1, "pageSize": 1001}, "2002"),
        ({"queryType": "1", "currentPage": "x", "pageSize": 1}, "2002"),
        ({"queryType": "1", **page, "goodsNo": ",".join("X" * 51)}, "2002"),
    ):
        assert (wrong, lop.refusal(path, wrong)[0]) == (wrong, code)


def stock(lop: Lop, **given: Any) -> dict[str, Any]:
    return dict(lop.data(STOCK, {"warehouseNo": lop.practice.warehouse, **given}))


def test_stock_in_numbers_as_text(lop: Lop) -> None:
    full, empty = lop.practice.stocked("A", 7), lop.practice.goods("B")
    lop.send({"A": 2})
    result = stock(lop, stockIndexes="1", currentPage="1", pageSize="100")
    assert result["totalNum"] == 1
    row = result["resultList"][0]
    assert (row["goodsNo"], row["erpGoodsNo"], row["goodsLevel"]) == (full, "A", "100")
    assert (row["stockNum"], row["usableNum"]) == ("7", "5")
    for zeros in ({"returnZeroStock": "1"}, {"warehouseStock": {"returnZeroStock": "2"}}):
        rows = stock(lop, **zeros)["resultList"]
        assert [(row["goodsNo"], row["stockNum"]) for row in rows] == [(full, "7"), (empty, "0")]
    assert stock(lop, goodsNo=empty, returnZeroStock="1")["totalNum"] == 1
    assert stock(lop, erpGoodsNo="B")["totalNum"] == 0
    assert stock(lop, stockType="3")["totalNum"] == 0
    assert stock(lop, currentPage=2)["resultList"] == []


def test_stock_of_other_qualities_and_batches(lop: Lop) -> None:
    practice = lop.practice
    goods_no = practice.goods("S", safeDays=100, instoreThreshold="0.7", outstoreThreshold="0.2")
    po = practice.call("po.addPoOrder", practice.po_fields(practice.supplier(), {"S": 10}))
    practice.advance(po["poOrderNo"], 70, received={goods_no: {"good": 6, "damaged": 4}})
    levels = [row["goodsLevel"] for row in stock(lop)["resultList"]]
    assert levels == ["100", "200"]
    assert stock(lop, goodsLevel="200")["resultList"][0]["stockNum"] == "4"
    assert stock(lop, warehouseStock={"stockStatus": "1"})["resultList"][0]["stockNum"] == "6"
    rows = stock(lop, stockIndexes="2", goodsLevel="100")["resultList"]
    today = datetime.now(GATEWAY_ZONE).date()
    assert [row["stockNum"] for row in rows] == ["6"]
    made = date.fromisoformat(rows[0]["batchInfos"]["productDate"])
    assert abs(made - today) <= timedelta(days=1)
    expires = date.fromisoformat(rows[0]["batchInfos"]["expireDate"])
    assert expires - made == timedelta(days=100)
    page = {"warehouseNo": practice.warehouse, "currentPage": 1, "pageSize": 50}
    path = "stock/Shelflifeinventory/query/v1"
    row = lop.data(path, {**page, "goodsLevel": "100"})["resultList"][0]
    assert (row["totalNum"], row["shelfLifeDays"], row["status"]) == (6, 100, "1")
    assert row["remainDays"] == pytest.approx(100, abs=1)
    assert lop.data(path, {**page, "status": 4})["totalNum"] == 0
    assert lop.refusal(path, {**page, "pageSize": 51})[0] == "2002"
    assert lop.refusal(path, {"warehouseNo": practice.warehouse})[0] == "2000"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"warehouseNo": "1"}, "2002"),
        ({"warehouseNo": ""}, "2000"),
        ({"stockIndexes": "4"}, "2003"),
        ({"pageSize": "1001"}, "2002"),
    ],
)
def test_wrong_stock_questions(lop: Lop, given: dict[str, Any], code: str) -> None:
    assert lop.refusal(STOCK, {"warehouseNo": lop.practice.warehouse, **given})[0] == code
