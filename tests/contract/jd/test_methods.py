"""Every method of the port, spoken with the practice gateway over real HTTP."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from jdfulfil_desktop.application.ports import (
    CancelAnswer,
    FulfillmentGateway,
    GoodsFacts,
    InboundRequest,
    StockFigure,
)
from jdfulfil_desktop.domain.errors import AlreadyThere, Refused
from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.product import Product, ShelfLife


async def test_seller_info_lists_departments_and_warehouses(practice, gateway) -> None:
    info = await gateway.seller_info()
    assert set(practice.merchant["warehouse_nos"]) <= set(info.departments[practice.department])
    assert info.seller_no


async def test_facts_of_departments_and_warehouses(practice, gateway) -> None:
    (facts,) = await gateway.departments([practice.department])
    assert facts.department_no == practice.department
    assert facts.name
    houses = {house.warehouse_no: house for house in await gateway.warehouses(practice.department)}
    assert houses[practice.warehouse].enabled
    assert houses[practice.warehouse].name


async def test_platforms_and_carriers_by_name(gateway) -> None:
    platforms, shippers = await gateway.sale_platforms(), await gateway.shippers()
    assert "6" in platforms.values()
    assert all(number.startswith("CYS") for number in shippers.values())


async def test_a_shop_is_found_by_our_number(practice, gateway) -> None:
    own = practice.number("SHOP")
    assert await gateway.find_shop(practice.department, own) is None
    contact = ("Budi " * 20, "0812", "Jl. Panjang " * 60)
    number = await gateway.create_shop(practice.department, own, "Toko", "6", contact)
    assert await gateway.find_shop(practice.department, own) == number
    with pytest.raises(AlreadyThere):
        await gateway.create_shop(practice.department, own, "Toko", "6", contact)


async def test_the_first_supplier(practice, gateway) -> None:
    made = await gateway.create_supplier(practice.department, practice.number("SUP"), "Pemasok")
    assert made.startswith("EMS")
    assert (await gateway.first_supplier(practice.department) or "").startswith("EMS")


async def test_goods_are_found_by_sku_and_barcode(practice, gateway) -> None:
    sku, other = Sku(practice.number("SKU")), Sku(practice.number("SKU"))
    barcode = practice.number("899")
    life = ShelfLife(days=365, inbound_limit_days=100, outbound_limit_days=30)
    first = await gateway.create_goods(
        practice.department,
        Product(sku, "Kopi", barcode, 250, 100, 80, 40, shelf_life=life),
    )
    second = await gateway.create_goods(practice.department, Product(other, "Teh"))
    found = await gateway.find_goods(
        practice.department, skus=[sku, other, "NO-SUCH", "a,b"], barcodes=[barcode]
    )
    assert found == [
        GoodsFacts(first, sku, (barcode,), "Kopi"),
        GoodsFacts(second, other, (other,), "Teh"),
    ]
    assert await gateway.find_goods(practice.department) == []
    kept = {row["goodsNo"]: row for row in practice.control("GET", "state")["goods"]}[first]
    assert (kept["safeDays"], kept["instoreThreshold"], kept["outstoreThreshold"]) == (
        365,
        "0.28",
        "0.09",
    )
    assert (kept["grossWeight"], kept["length"]) == ("0.25", "100")


async def test_many_skus_are_asked_fifty_a_call(practice, gateway) -> None:
    before = gateway.calls.get("jingdong.eclp.goods.queryGoodsInfo", 0)
    assert (
        await gateway.find_goods(practice.department, skus=[f"NONE-{n}" for n in range(101)]) == []
    )
    assert gateway.calls["jingdong.eclp.goods.queryGoodsInfo"] == before + 3


async def test_an_inbound_list_from_sending_to_its_receipt(practice, stocked) -> None:
    gateway: FulfillmentGateway = stocked.gateway
    own = practice.number("IN")
    assert await gateway.find_inbound(practice.department, own) is None
    request = InboundRequest(
        own,
        practice.department,
        practice.warehouse,
        stocked.supplier_no,
        "Catatan\n" * 60,
        ((stocked.goods_no, 10),),
    )
    number = await gateway.create_inbound(request)
    assert await gateway.find_inbound(practice.department, own) == number
    with pytest.raises(AlreadyThere):
        await gateway.create_inbound(request)
    (news,) = await gateway.inbound_news([number, "EPL-UNKNOWN"])
    assert (news.jd_no, news.inbound_no, news.status) == (number, own, 10)
    assert news.completed_at is None
    practice.advance(number, 70, received={stocked.goods_no: {"good": 7, "damaged": 2}})
    (news,) = await gateway.inbound_news([number])
    assert news.status == 70
    assert isinstance(news.completed_at, datetime)
    (receipt,) = news.receipts
    assert (receipt.sku, receipt.received) == (stocked.goods_no, 7)
    assert receipt.differences.get("damaged") == 2
    stock = await gateway.stock(practice.department, practice.warehouse, goods_no=stocked.goods_no)
    assert stock == [StockFigure(stocked.goods_no, 7, 7)]


async def test_all_stock_comes_over_all_pages_with_zeros(practice, gateway) -> None:
    made = [
        await gateway.create_goods(
            practice.department, Product(Sku(practice.number("MANY")), f"Barang {n}")
        )
        for n in range(101)
    ]
    figures = await gateway.stock(practice.department, practice.warehouse)
    assert len(figures) == len({figure.goods_no for figure in figures})
    assert {StockFigure(number, 0, 0) for number in made} <= set(figures)


async def test_an_outbound_order_from_sending_to_its_history(practice, stocked) -> None:
    gateway: FulfillmentGateway = stocked.gateway
    own = practice.number("SHOPEE")
    assert await gateway.outbound_news(practice.department, [own]) == []
    number = await gateway.create_outbound(stocked.order(own))
    (held,) = practice.outbound(own)
    assert held["eclpSoNo"] == number
    assert held["thirdWayBill"] == f"JP{own}"
    (line,) = held["lines"]
    assert (line["goodsNo"], line["quantity"]) == (stocked.goods_no, 2)
    with pytest.raises(AlreadyThere):
        await gateway.create_outbound(stocked.order(own))
    practice.advance(number, 10016)
    asked = [own, *(f"UNKNOWN-{n}" for n in range(150)), "with,comma"]
    (news,) = await gateway.outbound_news(practice.department, asked)
    assert (news.jd_no, news.outbound_no, news.status) == (number, own, 10016)
    assert news.words == "拣货下架"
    assert news.at is not None
    assert news.at.tzinfo is UTC
    history = await gateway.outbound_history(number)
    assert [news.status for news in history][-1] == 10016
    assert all(news.jd_no == number and news.words for news in history)


async def test_long_and_odd_texts_are_shortened_not_lost(practice, stocked) -> None:
    own = practice.number("SHOPEE")
    request = stocked.order(
        own,
        consignee_name="Raden Mas Panji Sosrokartono \u202e☕" * 200,
        consignee_address="Jl. Jenderal Sudirman Kav. 52-53\n" * 20,
        remark="x" * 5000,
        county="k" * 300,
    )
    assert (await stocked.gateway.create_outbound(request)).startswith("ESL")


async def test_jds_answer_decides_over_a_cancel(practice, stocked) -> None:
    gateway: FulfillmentGateway = stocked.gateway
    early, late = practice.number("SHOPEE"), practice.number("SHOPEE")
    first = await gateway.create_outbound(stocked.order(early))
    second = await gateway.create_outbound(stocked.order(late))
    assert (await gateway.cancel_outbound(first))[0] is CancelAnswer.DONE
    practice.advance(second, 10017)
    answer, words = await gateway.cancel_outbound(second)
    assert answer is CancelAnswer.REFUSED
    assert words
    practice.fault("jingdong.eclp.order.cancelOrder", "error_code", code="70")
    assert (await gateway.cancel_outbound(second))[0] is CancelAnswer.REFUSED
    with pytest.raises(Refused):
        await gateway.cancel_outbound("ESL-UNKNOWN")


async def test_jd_words_come_along_with_a_refusal(practice, stocked) -> None:
    request = stocked.order(practice.number("SHOPEE"), lines=(("EMG0000000000000", 1),))
    with pytest.raises(Refused) as caught:
        await stocked.gateway.create_outbound(request)
    assert caught.value.jd_code == "61"
    assert "EMG0000000000000" in caught.value.en
    assert caught.value.zh


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"shipper_no": ""}, "field_missing"),
        ({"consignee_mobile": ""}, "field_missing"),
        ({"lines": ()}, "field_missing"),
        ({"outbound_no": "N" * 126}, "field_too_long"),
        ({"outbound_no": "a,b"}, "field_invalid"),
        ({"tracking_no": "T" * 201}, "field_too_long"),
    ],
)
async def test_what_jd_cannot_take_is_not_sent(stocked, changes, code) -> None:
    sent = dict(stocked.gateway.calls)
    with pytest.raises(Refused) as caught:
        await stocked.gateway.create_outbound(stocked.order("SHOPEE-X", **changes))
    assert caught.value.code == code
    assert dict(stocked.gateway.calls) == sent


async def test_a_sku_that_could_not_be_asked_for_is_not_registered(practice, gateway) -> None:
    with pytest.raises(Refused) as caught:
        await gateway.create_goods(practice.department, Product(Sku("A,B"), "Kopi"))
    assert caught.value.data["field"] == "isvGoodsNo"
    assert dict(gateway.calls) == {}
