"""What goes out to the newer platform and what comes in: warehouses, goods, stock."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jdfulfil_desktop.application.ports import (
    GoodsFacts,
    InboundRequest,
    StockFigure,
    WarehouseFacts,
)
from jdfulfil_desktop.domain.errors import (
    Refused,
)
from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.product import Product
from jdfulfil_desktop.wire.lop.signing import sign_call
from tests.unit.adapters_jd.conftest import APP, NOW, PIN, TOKEN
from tests.unit.adapters_jd.lop.conftest import ROOT, argument, good


async def test_a_call_as_it_stands_on_the_wire(network, lop) -> None:
    network.will(good([]))
    assert await lop.warehouses("EBU1") == []
    (request,) = network.requests
    assert request.method == "POST"
    path = f"{ROOT}/basicinfo/warehouse/query/v1"
    assert (request.url.scheme, request.url.host, request.url.path) == (
        "https",
        "api.jdl.com",
        path,
    )
    assert request.headers["content-type"] == "application/json;charset=utf-8"
    assert request.headers["lop-tz"] == "8"
    body = request.content.decode()
    assert body == f'[{{"ownerNo":"EBU1","pin":"{PIN}"}}]'
    query = dict(request.url.params)
    given = {name: query[name] for name in ("app_key", "access_token", "timestamp")}
    assert given == {
        "app_key": APP.app_key,
        "access_token": TOKEN.access_token,
        "timestamp": "2026-05-01 10:30:00",
    }
    assert query["sign"] == sign_call(path, body, secret=APP.app_secret, **given)
    assert (query["LOP-DN"], query["v"], query["algorithm"]) == (
        "IntegratedSupplyChain", "2.0", "md5-salt",
    )  # fmt: skip
    assert APP.app_secret not in str(request.url)
    assert dict(lop.calls) == {path: 1}


async def test_a_practice_gateway_gets_its_own_zone(network, factory, connection) -> None:
    here = replace(connection, gateway_url="http://127.0.0.1:5/routerjson")
    network.will(good([]))
    gateway = factory.trial(here, APP, TOKEN)
    await gateway.warehouses("EBU1")
    (request,) = network.requests
    assert request.url.path == f"{ROOT}/basicinfo/warehouse/query/v1"
    assert request.headers["lop-tz"] == "7"
    assert request.url.params["timestamp"] == "2026-05-01 09:30:00"
    await gateway.aclose()


async def test_warehouses(network, lop) -> None:
    network.will(
        good([
            {"warehouseNo": "110", "warehouseName": "Gudang", "status": 2, "warehouseAddress": {
                "detailAddress": "Jl. Satu", "city": "Jakarta", "phone": "021",
            }},
            {"warehouseNo": "111", "warehouseName": "Tutup", "status": "3"},
        ])
    )  # fmt: skip
    assert await lop.warehouses("EBU1") == [
        WarehouseFacts("110", "Gudang", "021", "Jl. Satu, Jakarta", enabled=True),
        WarehouseFacts("111", "Tutup", "", "", enabled=False),
    ]


def tea(number: int) -> dict[str, object]:
    return {
        "ownerNo": "EBU1",
        "basicInfo": {
            "goodsNo": f"EMG{number}", "erpGoodsNo": f"TEH-{number}", "goodsName": "Teh",
            "barCode": f"899{number}",
        },
    }  # fmt: skip


async def test_one_product_is_asked_for_by_its_number(network, lop) -> None:
    network.will(good([tea(1), tea(2)]))
    assert await lop.find_goods("EBU1", skus=["TEH-1"]) == [
        GoodsFacts("EMG1", "TEH-1", ("8991",), "Teh")
    ]
    asked = argument(network.requests[-1])
    assert asked["erpGoodsNo"] == "TEH-1"
    assert (asked["queryType"], asked["currentPage"], asked["pageSize"]) == ("1", 1, 50)
    assert await lop.find_goods("EBU1") == []
    assert len(network.requests) == 1


async def test_many_products_are_looked_for_on_all_pages(network, lop) -> None:
    pages = [good([tea(n) for n in range(50)]), good([tea(50), {"basicInfo": {}}])]
    network.will(*pages)
    found = await lop.find_goods("EBU1", skus=["TEH-3", "TEH-50", "NONE"], barcodes=["8997"])
    assert [facts.goods_no for facts in found] == ["EMG3", "EMG7", "EMG50"]
    assert [argument(r)["currentPage"] for r in network.requests] == [1, 2]


async def test_goods_page_by_page(network, lop) -> None:
    network.will(good([tea(n) for n in range(50)]), good({"totalNum": 52, "resultList": [tea(51)]}))
    first, second = [await lop.goods_page("EBU1", page) for page in (1, 2)]
    assert (len(first.goods), first.total, first.is_last) == (50, 0, False)
    assert (len(second.goods), second.total, second.is_last) == (1, 52, True)


async def test_stock_counts_what_is_good_and_may_be_sold(network, lop) -> None:
    def row(goods_no: str, units: str, **more: str) -> dict[str, str]:
        return {"goodsNo": goods_no, "stockNum": units, "usableNum": units, **more}

    first = [row("EMG1", "1", goodsLevel="100") for _ in range(100)]
    rest = [
        row("EMG2", "5"), row("EMG2", "9", goodsLevel="200"), row("EMG2", "9", stockType="5"),
        row("EMG2", "9", stockStatus="2"), row("EMG2", "1", stockType="1", stockStatus="1"),
    ]  # fmt: skip
    network.will(
        good({"totalNum": 105, "resultList": first}), good({"totalNum": 105, "resultList": rest})
    )
    assert await lop.stock("EBU1", "110", goods_no="EMG1") == [
        StockFigure("EMG1", 100, 100),
        StockFigure("EMG2", 6, 6),
    ]
    asked = argument(network.requests[0])
    assert (asked["stockIndexes"], asked["goodsNo"]) == ("1", "EMG1")
    assert (asked["currentPage"], asked["pageSize"]) == ("1", "100")


async def test_what_the_newer_platform_does_not_offer_costs_no_call(network, lop) -> None:
    listed = InboundRequest("IN-1", "EBU1", "110", "EMS1", "", (("EMG1", 1),))
    product = Product(Sku("TEH"), "Teh")
    questions = [
        lop.seller_info(), lop.departments(["EBU1"]), lop.sale_platforms(), lop.shippers(),
        lop.find_shop("EBU1", "S"), lop.create_shop("EBU1", "S", "T", "6", ("a", "b", "c")),
        lop.update_shop("ESP1", "T"), lop.categories(), lop.first_supplier("EBU1"),
        lop.create_supplier("EBU1", "P", "P"), lop.create_goods("EBU1", product),
        lop.update_goods("EBU1", product), lop.expiring_stock("EBU1", "110"),
        lop.create_inbound(listed), lop.find_inbound("EBU1", "IN-1"), lop.inbound_news(["EPL1"]),
        lop.close_inbound("EPL1"), lop.outbound_numbers("EBU1", 10010, NOW, NOW),
        lop.exceptions("EBU1"), lop.outbound_trace("EBU1", "ESL1"),
    ]  # fmt: skip
    for question in questions:
        with pytest.raises(Refused) as caught:
            await question
        assert caught.value.code == "method_not_offered"
        assert caught.value.subject in caught.value.en
    with pytest.raises(Refused) as caught:
        await anext(aiter(lop.messages("")))
    assert caught.value.code == "channel_not_offered"
    assert network.requests == []
