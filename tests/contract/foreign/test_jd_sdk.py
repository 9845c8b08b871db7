"""JD's generated SDK, which no one here wrote, drives the practice gateway from login to stock.

It knows no ECLP classes; its request machinery, its signature and its HTTP are used with the names
of the methods. Its signature is made of Latin-1 bytes, so that only such texts go through.
"""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.contract.foreign.conftest import Driver
from tests.contract.sandbox.practice import Practice, sign

pytestmark = pytest.mark.foreign

ECLP = "jingdong.eclp."
WORKED = {
    "360buy_param_json": '{"deptNo":"EBU0000000000001","status":"2"}',
    "access_token": "sandbox-token-0001",
    "app_key": "SANDBOXAPPKEY0001",
    "method": "jingdong.eclp.master.queryWarehouse",
    "timestamp": "2024-05-01 09:30:00.000+0700",
    "v": "2.0",
}
SECOND = WORKED | {"format": "json", "timestamp": "2024-05-01 10:30:00"}


def inside_of(reply: dict[str, Any]) -> dict[str, Any]:
    """Return what is inside an envelope, checked as the SDK's users would."""
    assert len(reply) == 1
    root, value = next(iter(reply.items()))
    assert root.endswith("_responce"), reply
    assert value["code"] == "0"
    return dict(value)


def test_its_signature_gives_the_published_digests(drive: Driver) -> None:
    pairs = [("sandbox-secret", WORKED), ("sandbox-secret", SECOND)]
    signs = drive(sign=pairs)["signs"]
    assert signs == ["A62452553A1EED021777D5E167B96688", "FEA601B40B5B00AD9D3E22C54A517236"]
    assert signs == [sign(params, secret) for secret, params in pairs]


def test_it_goes_from_a_code_to_goods_inbound_outbound_cancel_and_stock(
    gateway: Practice, drive: Driver
) -> None:
    location = gateway.log_in().headers["location"]
    code = parse_qs(urlsplit(location).query)["code"][0]
    dept, warehouse = gateway.dept, gateway.warehouse
    answer = drive(
        (f"{ECLP}master.getSellerInfo", {}),
        (f"{ECLP}master.queryWarehouse", {"deptNo": dept, "status": "2"}),
        (f"{ECLP}master.querySpSource", {}),
        (f"{ECLP}master.insertShop", shop_fields(dept)),
        (f"{ECLP}master.addSupplier", supplier_fields(dept)),
        (f"{ECLP}goods.transportGoodsInfo", goods_fields(dept, "KOPI-250")),
        (f"{ECLP}goods.transportGoodsInfo", goods_fields(dept, "TEH-100")),
        (f"{ECLP}goods.queryGoodsInfo", {"deptNo": dept, "queryType": "1"}),
        code=code,
    )
    gateway.token = answer["access_token"]
    replies = [inside_of(reply) for reply in answer["replies"]]
    listed = replies[0]["getsellerinfo_result"]["shopWarehouseInfoList"]
    assert dept in [entry["deptNo"] for entry in listed]
    assert warehouse in [row["warehouseNo"] for row in replies[1]["querywarehouse_result"]]
    shop, supplier = replies[3]["insertshop_result"], replies[4]["addsupplier_result"]
    goods = [row["isvGoodsNo"] for row in replies[7]["goodsInfoList"]]
    assert goods == ["KOPI-250", "TEH-100"]

    inbound = gateway.po_fields(supplier, {"KOPI-250": 10, "TEH-100": 5})
    po_no = inside_of(drive((f"{ECLP}po.addPoOrder", inbound))["replies"][0])["poOrderNo"]
    gateway.advance(po_no, 70)
    stock = {"deptNo": dept, "warehouseNo": warehouse, "returnZeroStock": 1}
    lists, rows = drive(
        (f"{ECLP}po.queryPoOrder", {"poOrderNo": po_no}), (f"{ECLP}stock.queryStock", stock)
    )["replies"]
    received = inside_of(lists)["queryPoModelList"][0]
    assert received["poOrderStatus"] == "70"
    assert [item["realInstoreQty"] for item in received["poItemModelList"]] == ["10", "5"]
    assert figures(rows) == {"KOPI-250": (10, 10), "TEH-100": (5, 5)}

    first = gateway.order_fields(shop, {"KOPI-250": 2, "TEH-100": 1}, "SHOPEE-1")
    second = gateway.order_fields(shop, {"KOPI-250": 3}, "SHOPEE-2")
    replies = drive(
        (f"{ECLP}order.addOrder", first),
        (f"{ECLP}order.addOrder", first),
        (f"{ECLP}order.addOrder", second),
        (f"{ECLP}stock.queryStock", stock),
    )["replies"]
    so_no, again, other = inside_of(replies[0])["eclpSoNo"], replies[1], inside_of(replies[2])
    assert again["error_response"]["code"] == "17"
    assert figures(replies[3]) == {"KOPI-250": (10, 5), "TEH-100": (5, 4)}

    gateway.advance(so_no, 10019)
    replies = drive(
        (f"{ECLP}order.cancelOrder", {"eclpSoNo": so_no}),
        (f"{ECLP}order.cancelOrder", {"eclpSoNo": other["eclpSoNo"]}),
        (f"{ECLP}order.queryOrder", {"eclpSoNo": so_no}),
        (f"{ECLP}order.ext.queryOrder", {"isvUUID": "SHOPEE-1,SHOPEE-2", "departmentNo": dept}),
        (f"{ECLP}stock.queryStock", stock),
    )["replies"]
    cancels = [inside_of(reply)["cancelorder_result"]["code"] for reply in replies[:2]]
    assert cancels == ["2", "1"]
    assert inside_of(replies[2])["queryorder_result"]["wayBill"] == "JNE-SHOPEE-1"
    statuses = [row["mainStatus"] for row in inside_of(replies[3])["queryorder_result"]]
    assert statuses == [10019, 10028]
    assert figures(replies[4]) == {"KOPI-250": (8, 8), "TEH-100": (4, 4)}


def test_what_it_does_wrong_is_refused(gateway: Practice, drive: Driver) -> None:
    gateway.authorize()
    call: tuple[str, dict[str, Any]] = (f"{ECLP}master.queryDept", {})
    wrong = drive(call, app_secret="wrong")["replies"][0]
    assert wrong["error_response"]["code"] == "12"
    dead = drive(call, access_token="dead")["replies"][0]
    assert dead["error_response"]["code"] == "19"
    unknown = drive(("jingdong.nothing.at.all", {}))["replies"][0]
    assert unknown["error_response"]["code"] == "15"


def figures(reply: dict[str, Any]) -> dict[str, tuple[int, int]]:
    rows = inside_of(reply)["querystock_result"]
    return {row["isvSku"]: (row["totalNum"][0], row["usableNum"][0]) for row in rows}


def goods_fields(dept: str, sku: str) -> dict[str, Any]:
    return {
        "deptNo": dept,
        "isvGoodsNo": sku,
        "barcodes": sku,
        "thirdCategoryNo": "4159",
        "goodsName": f"Barang {sku}",
        "safeDays": 0,
    }


def shop_fields(dept: str) -> dict[str, Any]:
    return {
        "deptNo": dept,
        "isvShopNo": "TOKO-1",
        "spSourceNo": "6",
        "shopName": "Toko Satu",
        "afterSaleContacts": "Sari",
        "afterSaleAddress": "Jakarta",
        "afterSalePhone": "0812",
    }


def supplier_fields(dept: str) -> dict[str, Any]:
    return {"deptNo": dept, "isvSupplierNo": "SUP-1", "supplierName": "Pemasok"}
