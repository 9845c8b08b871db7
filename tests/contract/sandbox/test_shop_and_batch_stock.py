"""Stock by batch and by shop (PROTOCOL 2.3; shapes in docs/protocol-gateway.md)."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.contract.sandbox.inside import inside
from tests.contract.sandbox.practice import Practice, stamp
from tests.contract.sandbox.serving import MovableClock

SHELF = {"safeDays": 100, "instoreThreshold": "0.7", "outstoreThreshold": "0.2"}


def batches(practice: Practice, **given: Any) -> dict[str, Any]:
    given = {"deptNo": practice.dept, "warehouseNo": practice.warehouse, "page": 1, **given}
    answer = practice.call("stock.queryBatchAttrStock", {"pageSize": 1000, **given})
    return dict(answer["querybatchattrstock_result"])


def receive(practice: Practice, sku: str, quantity: int, own: str) -> None:
    fields = practice.po_fields(practice.supplier(own), {sku: quantity}, own)
    fields["batAttrListJson"] = json.dumps({"productionDate": "2026-10-01"})
    practice.advance(practice.call("po.addPoOrder", fields)["poOrderNo"], 70)


def test_batches_are_read_on_from_where_the_last_page_ended(practice: Practice) -> None:
    practice.goods("S", **SHELF)
    practice.stocked("WITHOUT", 5)
    for number in range(5):
        receive(practice, "S", number + 1, f"IN-{number}")
    first = batches(practice, pageSize=2)
    assert [row["stockNum"] for row in first["batchAttrStockList"]] == [1, 2]
    second = batches(practice, pageSize=2, cursor=first["cursor"])
    assert [row["stockNum"] for row in second["batchAttrStockList"]] == [3, 4]
    last = batches(practice, pageSize=2, cursor=second["cursor"])
    assert [row["stockNum"] for row in last["batchAttrStockList"]] == [5]
    assert last["cursor"] == ""
    assert {page["recordCount"] for page in (first, second, last)} == {5}
    row = last["batchAttrStockList"][0]
    assert (row["isvGoodsNo"], row["goodsLevel"]) == ("S", "100")
    assert (row["productionDate"], row["expirationDate"]) == ("2026-10-01", "2027-01-09")
    assert [
        row["stockNum"] for row in batches(practice, page=3, pageSize=2)["batchAttrStockList"]
    ] == [5]


def test_batches_by_goods_quality_and_time(practice: Practice) -> None:
    goods_no = practice.goods("S", **SHELF)
    receive(practice, "S", 4, "IN-1")
    for wanted in ({"sku": "S"}, {"sku": goods_no}, {"goodsLevel": "100"}, {"stockType": 1}):
        assert batches(practice, **wanted)["recordCount"] == 1
    for other in ({"sku": "X"}, {"goodsLevel": "200"}, {"stockType": 2}):
        assert batches(practice, **other)["recordCount"] == 0
    assert batches(practice, startTime="2020-01-01 00:00:00")["recordCount"] == 1
    assert batches(practice, endTime="2020-01-01 00:00:00")["recordCount"] == 0
    given = {"deptNo": practice.dept, "warehouseNo": practice.warehouse, "page": 1}
    assert practice.code("stock.queryBatchAttrStock", {**given, "pageSize": 1001}) == "61"
    assert practice.code("stock.queryBatchAttrStock", {**given, "warehouseNo": "1"}) == "60"


def fixed(practice: Practice, shop: str, goods_no: str, number: int, **changes: Any) -> Any:
    given = {
        "requestId": f"R-{number}",
        "deptNo": practice.dept,
        "shopNo": shop,
        "warehouseNo": practice.warehouse,
        "stockNum": number,
        "goodsNo": goods_no,
        "opUser": "sari",
        **changes,
    }
    return practice.call("stock.setShopStockFixed", given)


def shop_stock(practice: Practice, shop: str, **given: Any) -> list[dict[str, Any]]:
    given = {"requestId": "Q", "deptNo": practice.dept, "shopNo": shop, "pageNumber": 1, **given}
    answer = practice.call("stock.searchShopStock", {"pageSize": 1000, **given})
    assert answer["searchshopstock_result"]["requestId"] == "Q"
    return list(answer["searchshopstock_result"]["shopStockList"])


def flow(practice: Practice, shop: str, **given: Any) -> list[dict[str, Any]]:
    now = datetime.now(UTC)
    given = {
        "requestId": "Q",
        "deptNo": practice.dept,
        "shopNo": shop,
        "startDate": stamp(now - timedelta(days=30))[:19],
        "endDate": stamp(now + timedelta(hours=1))[:19],
        "pageNumber": 1,
        "pageSize": 1000,
        **given,
    }
    answer = practice.call("stock.searchShopStockFlow", given)
    return list(answer["searchshopstockflow_result"]["shopStockFlowList"])


def test_without_a_figure_of_its_own_a_shop_shares_what_can_be_sold(practice: Practice) -> None:
    goods_no, shop = practice.stocked("A", 10), practice.shop()
    practice.call("order.addOrder", practice.order_fields(shop, {"A": 3}, "O-1"))
    rows = shop_stock(practice, shop, warehouseNo=practice.warehouse)
    assert [(row["goodsNo"], row["isFixed"]) for row in rows] == [(goods_no, "0")]
    assert [(row["stockNum"], row["occupyNum"], row["usableNum"]) for row in rows] == [(10, 3, 7)]
    assert len(shop_stock(practice, shop)) == 2
    assert shop_stock(practice, shop, goodsNo=goods_no, pageNumber=2, pageSize=2) == []


def test_a_fixed_figure_falls_with_what_leaves(practice: Practice) -> None:
    goods_no, shop = practice.stocked("A", 10), practice.shop()
    assert fixed(practice, shop, goods_no, 6)["setshopstockfixed_result"]["stockNum"] == 6
    for own, quantity in (("O-1", 2), ("O-2", 1), ("O-3", 1)):
        practice.call("order.addOrder", practice.order_fields(shop, {"A": quantity}, own))
    practice.advance("O-1", 10019)
    practice.call("order.cancelSoOrder", {"deptNo": practice.dept, "isvOrderNo": "O-2"})
    row = shop_stock(practice, shop, warehouseNo=practice.warehouse)[0]
    assert (row["isFixed"], row["stockNum"], row["occupyNum"], row["usableNum"]) == ("1", 4, 1, 3)
    changes = [
        (line["bizType"], line["stockChangeNum"], line["occupyStockChangeNum"])
        for line in flow(practice, shop)
    ]
    assert sorted(changes) == [
        (1, 6, 0), (21, 0, 1), (21, 0, 1), (21, 0, 2), (22, -2, -2), (22, 0, -1),
    ]  # fmt: skip
    last = flow(practice, shop)[-1]
    assert (last["stockNum"], last["occupyNum"]) == (4, 1)
    assert last["salesPlatformOrderNo"] == "P-O-2"


def test_an_order_that_waits_for_stock_occupies_nothing(practice: Practice) -> None:
    practice.goods("A")
    shop = practice.shop()
    practice.call("order.addOrder", practice.order_fields(shop, {"A": 1}, "O-1"))
    assert [row["occupyNum"] for row in shop_stock(practice, shop)] == [0, 0]
    assert flow(practice, shop) == []


def test_a_request_counts_once(practice: Practice) -> None:
    goods_no, shop = practice.stocked("A", 10), practice.shop()
    for _ in range(2):
        assert fixed(practice, shop, goods_no, 6)["setshopstockfixed_result"]["code"] == "1"
    assert len(flow(practice, shop)) == 1
    assert fixed(practice, shop, goods_no, 5, requestId="R-6")["code"] == "17"
    fixed(practice, shop, goods_no, 4)
    assert [line["stockNum"] for line in flow(practice, shop)] == [6, 4]


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"stockNum": 11}, "stockNum"),
        ({"stockNum": -1}, "stockNum"),
        ({"shopNo": "ESP0"}, "shopNo"),
        ({"goodsNo": "EMG0"}, "goodsNo"),
        ({"warehouseNo": "1"}, "warehouseNo"),
    ],
)
def test_a_wrong_figure_is_refused_by_name(
    practice: Practice, changes: dict[str, Any], name: str
) -> None:
    goods_no, shop = practice.stocked("A", 10), practice.shop()
    error = fixed(practice, shop, goods_no, 5, **changes)
    assert error["code"] == "61"
    assert f"[{name}]" in error["en_desc"]
    assert flow(practice, shop) == []


def test_a_flow_spans_a_month_at_most(practice: Practice) -> None:
    shop = practice.shop()
    given = {"requestId": "Q", "deptNo": practice.dept, "shopNo": shop, "pageNumber": 1}
    given |= {"pageSize": 10, "startDate": "2026-01-01 00:00:00", "endDate": "2026-02-02 00:00:00"}
    assert practice.code("stock.searchShopStockFlow", given) == "61"
    assert practice.code("stock.searchShopStockFlow", {**given, "endDate": ""}) == "60"


def test_many_goods_of_many_shops_at_once(practice: Practice) -> None:
    numbers = [practice.stocked("A", 4), practice.stocked("B", 5)]
    shops = [practice.shop("S1"), practice.shop("S2")]
    fixed(practice, shops[1], numbers[0], 3)
    given = {
        "deptNo": practice.dept,
        "warehouseNo": practice.warehouse,
        "goodsNos": ",".join(numbers),
        "shopNos": ",".join(shops),
    }
    rows = practice.call("stock.queryVmiShopStock", given)["queryvmishopstock_result"]
    assert [(row["shopNo"], row["stockNum"]) for row in rows] == [
        (shops[0], 4), (shops[0], 5), (shops[1], 3), (shops[1], 5),
    ]  # fmt: skip
    assert {row["recordCount"] for row in rows} == {4}
    for wrong in ({"pageSize": 101}, {"goodsNos": ",".join(["EMG1"] * 51)}, {"shopNos": "ESP0"}):
        assert practice.code("stock.queryVmiShopStock", {**given, **wrong}) == "61"


def test_what_was_set_aside_outlives_the_process(tmp_path: Any) -> None:
    clock, state = MovableClock(), tmp_path / "state.db"
    first = inside(clock, state=state)
    first.authorize()
    goods_no, shop = first.stocked("A", 10), first.shop()
    fixed(first, shop, goods_no, 6)
    before = flow(first, shop)
    first.stop()
    second = inside(clock, state=state)
    second.token = first.token
    try:
        assert flow(second, shop) == before
    finally:
        second.stop()
