"""What goes into the business JSON and what is made of JD's rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import httpx
import pytest

from jdfulfil_desktop.adapters.jd.fitting import fit
from jdfulfil_desktop.application.ports import (
    CancelAnswer,
    DepartmentFacts,
    InboundRequest,
    StockFigure,
    WarehouseFacts,
)
from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.inbound import InboundNews, ReceiptLine
from jdfulfil_desktop.domain.outbound import OutboundNews
from jdfulfil_desktop.domain.product import Product, ShelfLife


async def test_an_outbound_order_in_jds_words(network, gateway, request_of_ours) -> None:
    network.will({"eclpSoNo": "ESL1"})
    assert await gateway.create_outbound(request_of_ours) == "ESL1"
    assert network.business() == {
        "isvUUID": "SHOPEE-1", "isvSource": "ISV0001", "shopNo": "ESP1", "departmentNo": "EBU1",
        "warehouseNo": "110", "shipperNo": "CYS1", "salesPlatformOrderNo": "1",
        "salePlatformSource": "6", "salesPlatformCreateTime": "2026-05-01 09:00:00",
        "soType": "1", "consigneeName": "Budi", "consigneeMobile": "0812",
        "consigneeAddress": "Jl. Satu", "receivable": 0, "orderMark": "0" * 50,
        "thirdWayBill": "JP1", "goodsNo": "EMG1,EMG2", "quantity": "2,1",
    }  # fmt: skip


async def test_an_order_without_number_or_time(network, gateway, request_of_ours) -> None:
    network.will({"eclpSoNo": "ESL1"})
    await gateway.create_outbound(replace(request_of_ours, tracking_no="", created_at="?"))
    assert not {"thirdWayBill", "salesPlatformCreateTime"} & set(network.business())
    await gateway.create_outbound(replace(request_of_ours, created_at="2026-05-01T02:00:00"))
    assert network.business()["salesPlatformCreateTime"] == "2026-05-01 09:00:00"


def test_fitting_cuts_texts_and_never_numbers(request_of_ours) -> None:
    long = replace(
        request_of_ours,
        consignee_name="Raden Mas Panji Sosrokartono",
        consignee_address="Jl. Jenderal Sudirman\nKav. 52 " * 20,
        tracking_no="T" * 300,
        order_no="O" * 300,
    )
    fitted = fit(long)
    assert fitted.consignee_name == "Raden Mas Panji Sos…"
    assert len(fitted.consignee_address) <= 100
    assert fitted.consignee_address.endswith("…")
    assert "\n" not in fitted.consignee_address
    assert (fitted.tracking_no, fitted.order_no) == (long.tracking_no, long.order_no)
    assert fit(request_of_ours) == request_of_ours
    assert fit(fitted) == fitted


async def test_goods_in_jds_words(network, gateway) -> None:
    network.will({"goodsNo": "EMG1"})
    product = Product(Sku("KOPI"), "Kopi ☕", weight_g=1250, length_mm=100)
    assert await gateway.create_goods("EBU1", product) == "EMG1"
    assert network.business() == {
        "deptNo": "EBU1", "isvGoodsNo": "KOPI", "barcodes": "KOPI", "thirdCategoryNo": "4159",
        "goodsName": "Kopi ☕", "safeDays": 0, "grossWeight": "1.25", "length": 100,
    }  # fmt: skip
    life = ShelfLife(days=90, inbound_limit_days=30, outbound_limit_days=0)
    await gateway.create_goods(
        "EBU1", replace(product, barcode="899", category_no="7", shelf_life=life)
    )
    sent = network.business()
    assert (sent["barcodes"], sent["thirdCategoryNo"], sent["safeDays"]) == ("899", "7", 90)
    assert (sent["instoreThreshold"], sent["outstoreThreshold"]) == ("0.34", "0.00")


async def test_an_inbound_list_in_jds_words(network, gateway) -> None:
    network.will({"poOrderNo": "EPL1"})
    lines = (("EMG1", 10), ("EMG2", 5))
    number = await gateway.create_inbound(InboundRequest("IN-1", "EBU1", "110", "EMS1", "", lines))
    assert number == "EPL1"
    assert network.business() == {
        "spPoOrderNo": "IN-1", "deptNo": "EBU1", "whNo": "110", "supplierNo": "EMS1",
        "deptGoodsNo": "EMG1,EMG2", "numApplication": "10,5", "goodsStatus": "1,1",
    }  # fmt: skip


async def test_inbound_rows_with_all_their_oddities(network, gateway) -> None:
    network.will(
        {
            "queryPoModelList": [
                {
                    "poOrderNo": "EPL1",
                    "isvPoOrderNo": "IN-1",
                    "poOrderStatus": "70",
                    "completeTime": "2026-05-01 09:30:00",
                    "resultCode": 1,
                    "poItemModelList": [
                        {"goodsNo": "EMG1", "realInstoreQty": "7", "shortQty": "1", "newQty": ""},
                        {"goodsNo": "EMG1", "realInstoreQty": ["2"], "shortQty": "1"},
                        {"goodsNo": "EMG2", "numApplication": "5"},
                        {"goodsNo": "EMG2", "realInstoreQty": "4", "realGoodsStatus": "2"},
                    ],
                },
                {"poOrderNo": "EPL2", "resultCode": "2", "msg": "not yours"},
                {"poOrderNo": "EPL3"},
                {"poOrderStatus": "10"},
                {"poOrderNo": "EPL4", "poOrderStatus": 20, "completeTime": "", "unheardOf": {}},
            ]
        }
    )
    assert await gateway.inbound_news(["EPL1", "EPL1", "EPL2"]) == [
        InboundNews(
            "EPL1",
            "IN-1",
            70,
            datetime(2026, 5, 1, 2, 30, tzinfo=UTC),
            (
                ReceiptLine(Sku("EMG1"), 9, {"short": 2}),
                ReceiptLine(Sku("EMG2"), 0, {"damaged": 4}),
            ),
        ),
        InboundNews("EPL4", "", 20),
    ]
    assert network.business() == {"poOrderNo": "EPL1,EPL2"}


async def test_outbound_rows_with_all_their_oddities(network, gateway) -> None:
    network.will(
        {
            "queryorder_result": [
                {
                    "isvUUID": "SHOPEE-1",
                    "eclpSoNo": "ESL1",
                    "mainStatus": [10016],
                    "resultCode": "1",
                    "operTime": "2026-05-01 09:30:00",
                    "wayBill": "JP1",
                },
                {"isvUUID": "SHOPEE-2", "eclpSoNo": "ESL2", "mainStatus": "424242"},
                {"isvUUID": "SHOPEE-3", "resultCode": 2, "mainStatus": 10010},
                {"isvUUID": "SHOPEE-4", "eclpSoNo": "ESL4"},
            ]
        }
    )
    at = datetime(2026, 5, 1, 2, 30, tzinfo=UTC)
    assert await gateway.outbound_news("EBU1", ["SHOPEE-1", "SHOPEE-2"]) == [
        OutboundNews("ESL1", "SHOPEE-1", 10016, at, "拣货下架", "JP1"),
        OutboundNews("ESL2", "SHOPEE-2", 424242),
    ]
    assert network.business()["isvSource"] == "ISV0001"


async def test_a_thousand_numbers_are_ten_calls(network, gateway) -> None:
    network.will({})
    assert await gateway.outbound_news("EBU1", [f"N-{n}" for n in range(1000)]) == []
    assert await gateway.outbound_news("EBU1", []) == []
    assert len(network.requests) == 10


async def test_a_history_with_gaps(network, gateway) -> None:
    statuses = [
        {"soStatusCode": "10010", "soStatusName": "init", "operateTime": "2026-05-01 09:30:00"},
        {"soStatusCode": [10019]},
        {"soStatusName": "what?"},
    ]
    order = {"eclpSoNo": "ESL1", "isvUUID": "N-1", "orderStatusList": statuses}
    network.will({"queryorderstatus_result": order})
    first, second = await gateway.outbound_history("ESL1")
    assert (first.status, first.words, first.at) == (
        10010,
        "init",
        datetime(2026, 5, 1, 2, 30, tzinfo=UTC),
    )
    assert (second.status, second.words, second.at) == (10019, "交接发货", None)


@pytest.mark.parametrize(
    ("code", "answer"),
    [
        ("1", CancelAnswer.DONE),
        (2, CancelAnswer.REFUSED),
        ("3", CancelAnswer.OPEN),
        (None, CancelAnswer.OPEN),
        ("10027", CancelAnswer.OPEN),
    ],
)
async def test_answers_to_a_cancel(network, gateway, code, answer) -> None:
    network.will({"cancelorder_result": {"code": code, "msg": "words"}})
    assert await gateway.cancel_outbound("ESL1") == (answer, "words")


async def test_stock_adds_up_lots_and_reads_every_page(network, gateway) -> None:
    def rows(count: int, total: int | None) -> dict[str, object]:
        row = {"goodsNo": "EMG1", "totalNum": [2], "usableNum": "1", "recordCount": total}
        return {"querystock_result": [row] * count}

    network.will(rows(100, 103), rows(3, 103))
    assert await gateway.stock("EBU1", "110") == [StockFigure("EMG1", 206, 103)]
    assert network.business()["currentPage"] == 2
    network.requests.clear()
    network.will(rows(100, 100))
    await gateway.stock("EBU1", "110", goods_no="EMG1")
    assert len(network.requests) == 1
    assert network.business() == {
        "deptNo": "EBU1", "warehouseNo": "110", "stockStatus": "1", "stockType": "1",
        "goodsNo": "EMG1", "currentPage": 1, "pageSize": 100, "returnZeroStock": 2,
    }  # fmt: skip
    network.will(rows(100, None), {"querystock_result": [{"goodsNo": ""}]})
    assert await gateway.stock("EBU1", "110") == [StockFigure("EMG1", 200, 100)]


async def test_master_data_with_gaps(network, gateway) -> None:
    network.will({"querydept_result": [{"deptNo": "EBU1", "managerPhone": 812}]})
    assert await gateway.departments(["EBU1"]) == [DepartmentFacts("EBU1", "", "812", "")]
    house = {"warehouseNo": 110, "status": "3", "address": "Jl. A", "city": "Jakarta", "town": ""}
    network.will({"queryWarehouse_RESULT": [house]})
    assert await gateway.warehouses("EBU1") == [
        WarehouseFacts("110", "", "", "Jl. A, Jakarta", enabled=False)
    ]
    shippers = [
        {"shipperNo": "CYS1", "shipperName": "J&T", "status": "1"},
        {"shipperNo": "CYS2", "shipperName": "Off", "status": 0},
        {"shipperNo": "CYS3", "shipperName": "SiCepat"},
    ]
    network.will({"queryshipper_result": shippers})
    assert await gateway.shippers() == {"J&T": "CYS1", "SiCepat": "CYS3"}
    network.will({"queryspsource_result": [{"spSourceNo": 6, "spSourceName": "Other"}]})
    assert await gateway.sale_platforms() == {"Other": "6"}
    suppliers = [{"eclpSupplierNo": "EMS1", "status": "3"}, {"eclpSupplierNo": "EMS2", "status": 2}]
    network.will({"querysupplier_result": suppliers})
    assert await gateway.first_supplier("EBU1") == "EMS2"
    network.will({})
    assert await gateway.first_supplier("EBU1") is None


async def test_seller_info_in_both_spellings(network, gateway) -> None:
    listed = [
        {"deptNo": "EBU1", "warehouseNos": "110, 111"},
        {"deptNo": "EBU1", "warehouseNos": ["111", "112"]},
        {"deptNo": "EBU2", "warehouseNos": None},
        {"warehouseNos": "999"},
    ]
    network.will({"getsellerinfo_result": {"sellerNo": "ECP1", "shopWarehouseInfoList": listed}})
    info = await gateway.seller_info()
    assert info.departments == {"EBU1": ("110", "111", "112"), "EBU2": ()}


async def test_numbers_are_taken_only_from_the_row_that_was_asked_for(network, gateway) -> None:
    network.will({"querypono_result": [{"poNo": "EPL9", "outPoNo": "OTHER"}]})
    assert await gateway.find_inbound("EBU1", "IN-1") is None
    network.will({"queryshop_result": [{"shopNo": "ESP9", "isvShopNo": "OTHER"}]})
    assert await gateway.find_shop("EBU1", "SHOP-1") is None


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        (httpx.Response(404), False),
        (httpx.Response(200, html="<html>"), False),
        (httpx.Response(200, json=[]), False),
        (httpx.Response(200, json={"app_key": "k"}), False),
        (httpx.Response(302, headers={"location": "/"}), False),
        (httpx.Response(200, json={"app_key": "k", "app_secret": "s", "id": "g"}), True),
    ],
)
async def test_published_apps(network, factory, answer, found) -> None:
    network.will(lambda _: answer)
    app = await factory.published_app("https://practice.example/routerjson?x=1")
    assert (app is not None) is found
    assert str(network.requests[-1].url) == "https://practice.example/sandbox/app"
