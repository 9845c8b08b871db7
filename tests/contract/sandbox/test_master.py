"""Merchants, warehouses, shops, suppliers, couriers, categories (PROTOCOL 2.1)."""

from typing import Any

import pytest

from tests.contract.sandbox.practice import Practice


def test_the_seller_sees_departments_shops_and_warehouses_at_once(practice: Practice) -> None:
    shop = practice.shop()
    info = practice.call("master.getSellerInfo")["getsellerinfo_result"]
    departments = {entry["deptNo"]: entry for entry in info["shopWarehouseInfoList"]}
    assert departments[practice.dept]["warehouseNos"] == practice.merchant["warehouse_nos"]
    assert departments[practice.dept]["shopNos"] == [shop]
    assert len(practice.merchant["warehouse_nos"]) >= 2


def test_departments_are_those_of_the_pin(shared: Practice) -> None:
    rows = shared.call("master.queryDept")["querydept_result"]
    mine = [dept["department_no"] for dept in shared.merchant["departments"]]
    assert [row["deptNo"] for row in rows] == mine
    only = shared.call("master.queryDept", {"deptNos": mine[1]})["querydept_result"]
    assert [row["deptNo"] for row in only] == [mine[1]]


def test_warehouses_can_be_picked_by_number_and_status(shared: Practice) -> None:
    rows = shared.call("master.queryWarehouse", {"deptNo": shared.dept})["querywarehouse_result"]
    numbers = [row["warehouseNo"] for row in rows]
    assert numbers == shared.merchant["warehouse_nos"]
    given = {"deptNo": shared.dept, "warehouseNos": numbers[1]}
    picked = shared.call("master.queryWarehouse", given)["querywarehouse_result"]
    assert [row["warehouseNo"] for row in picked] == [numbers[1]]
    given = {"deptNo": shared.dept, "status": "1,3"}
    assert shared.call("master.queryWarehouse", given)["querywarehouse_result"] == []


@pytest.mark.parametrize(
    "method",
    ["master.queryWarehouse", "master.queryShop", "master.querySupplier", "goods.queryGoodsInfo"],
)
def test_another_merchants_department_is_refused_by_name(shared: Practice, method: str) -> None:
    foreign = shared.info["merchants"][1]["department_no"]
    error = shared.call(method, {"deptNo": foreign, "queryType": "1"})
    assert error["code"] == "61"
    assert "[deptNo]" in error["en_desc"]


def test_platforms_and_couriers_are_listed(shared: Practice) -> None:
    sources = shared.call("master.querySpSource")["queryspsource_result"]
    assert "6" in [row["spSourceNo"] for row in sources]
    rows = shared.call("master.queryShipper")["queryshipper_result"]
    assert {"CYS0000010"} < {row["shipperNo"] for row in rows}
    given = {"shipperNos": "CYS0000010,CYS9"}
    only = shared.call("master.queryShipper", given)["queryshipper_result"]
    assert [row["shipperNo"] for row in only] == ["CYS0000010"]


def test_categories_lead_from_the_first_level_to_other(shared: Practice) -> None:
    firsts = shared.call("category.getFirstLevelCategories")["getfirstlevelcategories_result"]
    seconds = [
        row
        for first in firsts
        for row in shared.call(
            "category.getSecondLevelCategories", {"firstCategoryNo": first["firstCategoryNo"]}
        )["getsecondlevelcategories_result"]
    ]
    thirds = [
        row
        for second in seconds
        for row in shared.call(
            "category.getThirdLevelCategories", {"secondCategoryNo": second["secondCategoryNo"]}
        )["getthirdlevelcategories_result"]
    ]
    assert set(firsts[0]) == {"firstCategoryNo", "firstCategoryName"}
    assert set(seconds[0]) == {"secondCategoryNo", "secondCategoryName"}
    assert 4159 in [row["thirdCategoryNo"] for row in thirds]


def test_a_shop_is_added_once_found_and_changed(practice: Practice) -> None:
    shop = practice.shop("T-1")
    practice.shop("T-2")
    given: dict[str, Any] = {"deptNo": practice.dept, "isvShopNos": "T-1"}
    row = practice.call("master.queryShop", given)["queryshop_result"][0]
    assert row["shopNo"] == shop
    assert row["afterSalePhone"] == "0812"
    again = {
        "isvShopNo": "T-1",
        "spSourceNo": "6",
        "deptNo": practice.dept,
        "shopName": "x",
        "afterSaleContacts": "x",
        "afterSaleAddress": "x",
        "afterSalePhone": "x",
    }
    assert practice.code("master.insertShop", again) == "17"
    assert (
        practice.code("master.insertShop", {**again, "isvShopNo": "T", "spSourceNo": "9"}) == "61"
    )
    practice.call("master.updateShop", {"shopNo": shop, "shopName": "Toko Baru"})
    row = practice.call("master.queryShop", given)["queryshop_result"][0]
    assert (row["shopName"], row["afterSalePhone"]) == ("Toko Baru", "0812")
    assert practice.code("master.updateShop", {"shopNo": "ESP0", "shopName": "x"}) == "61"


def test_a_supplier_is_added_once_and_found(practice: Practice) -> None:
    number = practice.supplier("S-1")
    again = {"deptNo": practice.dept, "isvSupplierNo": "S-1", "supplierName": "x"}
    assert practice.code("master.addSupplier", again) == "17"
    rows = practice.call("master.querySupplier", {"deptNo": practice.dept})["querysupplier_result"]
    assert [(row["eclpSupplierNo"], row["status"]) for row in rows] == [(number, "2")]
    none = {"deptNo": practice.dept, "supplierNos": "EMS0"}
    assert practice.call("master.querySupplier", none)["querysupplier_result"] == []
