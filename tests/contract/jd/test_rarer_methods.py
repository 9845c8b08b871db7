"""The rarer questions of the port, spoken with the practice gateway over real HTTP."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from jdfulfil_desktop.application.ports import (
    CancelAnswer,
    Category,
    DocumentKind,
    FulfillmentGateway,
    InboundRequest,
    Parcel,
    ShelfState,
    ShippedLine,
)
from jdfulfil_desktop.domain.errors import Refused
from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.product import Product, ShelfLife
from tests.contract.jd.conftest import Practice, Stocked

PACKS = "jingdong.eclp.order.queryOrderPacks"
EXCEPTIONS = "jingdong.eclp.exception.queryExceptionList"


async def received(stocked: Stocked, units: int, goods_no: str = "", **kinds: object) -> str:
    """Bring stock in by an inbound list; gives JD's number of it."""
    practice, goods_no = stocked.practice, goods_no or stocked.goods_no
    number = await stocked.gateway.create_inbound(_list(stocked, goods_no, units))
    practice.advance(number, 70, received={goods_no: {"good": units, **kinds}})
    return number


def _list(stocked: Stocked, goods_no: str, units: int) -> InboundRequest:
    practice = stocked.practice
    return InboundRequest(
        practice.number("IN"), practice.department, practice.warehouse, stocked.supplier_no, "",
        ((goods_no, units),),
    )  # fmt: skip


async def test_a_shop_gets_another_name_and_contact(practice, stocked) -> None:
    gateway: FulfillmentGateway = stocked.gateway
    await gateway.update_shop(stocked.shop_no, "Toko Teh " * 30, ("Ani", "0813", "Bandung"))
    assert gateway.calls["jingdong.eclp.master.updateShop"] == 1
    with pytest.raises(Refused) as caught:
        await gateway.update_shop("ESP-UNKNOWN", "Toko")
    assert caught.value.jd_code == "61"


async def test_categories_by_level(gateway) -> None:
    firsts = await gateway.categories()
    assert firsts
    assert all(isinstance(one, Category) and one.number and one.name for one in firsts)
    seconds = await gateway.categories(firsts[0].number)
    assert seconds
    thirds = await gateway.categories(firsts[0].number, seconds[0].number)
    assert all(one.number and one.name for one in thirds)
    assert await gateway.categories("999999") == []


async def test_weight_and_size_are_written_to_jd(practice, gateway) -> None:
    sku = Sku(practice.number("SKU"))
    number = await gateway.create_goods(practice.department, Product(sku, "Teh"))
    await gateway.update_goods(practice.department, Product(sku, "Teh", weight_g=1250, length_mm=9))
    kept = {row["goodsNo"]: row for row in practice.control("GET", "state")["goods"]}[number]
    assert (kept["grossWeight"], kept["length"]) == ("1.25", "9")
    asked = dict(gateway.calls)
    await gateway.update_goods(practice.department, Product(sku, "Teh"))
    assert dict(gateway.calls) == asked
    with pytest.raises(Refused):
        await gateway.update_goods(practice.department, Product(Sku("NONE"), "Teh", weight_g=1))


async def test_all_goods_come_page_by_page(practice, gateway) -> None:
    sku = Sku(practice.number("SKU"))
    number = await gateway.create_goods(practice.department, Product(sku, "Teh Hitam"))
    page = await gateway.goods_page(practice.department, 1)
    assert page.is_last
    assert page.total == len(page.goods) >= 1
    assert {facts.goods_no: facts.sku for facts in page.goods}[number] == sku
    beyond = await gateway.goods_page(practice.department, 2)
    assert (beyond.goods, beyond.is_last) == ((), True)


async def test_goods_changed_since_are_few(practice, gateway, clock) -> None:
    await gateway.create_goods(practice.department, Product(Sku(practice.number("SKU")), "Teh"))
    page = await gateway.goods_page(
        practice.department, 1, since=clock.now() + timedelta(minutes=5)
    )
    assert page.goods == ()


async def test_stock_by_date_of_expiry(practice: Practice, stocked: Stocked) -> None:
    gateway = stocked.gateway
    life = ShelfLife(days=100, inbound_limit_days=10, outbound_limit_days=5)
    sku = Sku(practice.number("SUSU"))
    number = await gateway.create_goods(practice.department, Product(sku, "Susu", shelf_life=life))
    await received(stocked, 5, number)
    rows = await gateway.expiring_stock(practice.department, practice.warehouse, goods_no=number)
    for row in rows:
        assert (row.goods_no, row.sku, row.name) == (number, sku, "Susu")
        assert (row.total, row.shelf_life_days) == (5, 100)
        assert row.state is ShelfState.GOOD
        assert isinstance(row.expires_on, date)
        assert isinstance(row.produced_on, date)
    assert len(rows) == 1
    expired = await gateway.expiring_stock(
        practice.department, practice.warehouse, goods_no=number, state=ShelfState.EXPIRED
    )
    assert expired == []


async def test_jds_answer_decides_over_ending_a_list(practice, stocked) -> None:
    gateway: FulfillmentGateway = stocked.gateway
    first = await gateway.create_inbound(_list(stocked, stocked.goods_no, 3))
    answer, words = await gateway.cancel_inbound(first)
    assert answer is CancelAnswer.DONE
    assert words
    done = await received(stocked, 2)
    assert (await gateway.cancel_inbound(done))[0] is CancelAnswer.REFUSED
    assert (await gateway.close_inbound(first))[0] is CancelAnswer.REFUSED
    second = await gateway.create_inbound(_list(stocked, stocked.goods_no, 3))
    practice.advance(second, 20)
    assert (await gateway.close_inbound(second))[0] is CancelAnswer.DONE
    with pytest.raises(Refused):
        await gateway.cancel_inbound("EPL-UNKNOWN")


async def test_a_list_is_asked_for_in_the_other_way_where_the_usual_is_not_offered(
    practice, stocked
) -> None:
    number = await received(stocked, 6)
    practice.fault("jingdong.eclp.po.queryPoOrder", "error_code", code="15")
    (news,) = await stocked.gateway.inbound_news([number])
    assert news.status == 70
    assert [receipt.received for receipt in news.receipts] == [6]
    practice.fault("jingdong.eclp.po.queryPoOrder", "error_code", code="61")
    with pytest.raises(Refused):
        await stocked.gateway.inbound_news([number])


async def test_an_order_is_cancelled_by_our_number(practice, stocked) -> None:
    own = practice.number("SHOPEE")
    await stocked.gateway.create_outbound(stocked.order(own))
    answer, _ = await stocked.gateway.cancel_outbound_by_own(practice.department, own)
    assert answer is CancelAnswer.DONE
    (held,) = practice.outbound(own)
    assert int(held["status"]) == 10028


async def test_packages_and_way_bills_fifty_a_call(practice, stocked) -> None:
    gateway: FulfillmentGateway = stocked.gateway
    await received(stocked, 10)
    own = practice.number("SHOPEE")
    number = await gateway.create_outbound(stocked.order(own))
    (before,) = await gateway.outbound_packs([number])
    assert before.parcels == ()
    practice.advance(number, 10020)
    asked = gateway.calls[PACKS]
    (packs,) = await gateway.outbound_packs([number, *(f"ESL-{n}" for n in range(60)), "a,b"])
    assert gateway.calls[PACKS] == asked + 2
    assert (packs.jd_no, packs.outbound_no) == (number, own)
    assert packs.shipper_no == stocked.shipper_no
    assert packs.waybills
    (parcel,) = packs.parcels
    assert isinstance(parcel, Parcel)
    assert parcel.goods == ((stocked.goods_no, 2),)
    assert parcel.package_no


async def test_an_order_in_full(practice, stocked) -> None:
    gateway: FulfillmentGateway = stocked.gateway
    await received(stocked, 10)
    own = practice.number("SHOPEE")
    number = await gateway.create_outbound(stocked.order(own))
    practice.advance(number, 10020)
    whole = await gateway.outbound_whole(number)
    assert (whole.jd_no, whole.outbound_no, whole.status) == (number, own, 10020)
    assert whole.tracking_no == f"JP{own}"
    assert whole.pin == practice.merchant["pin"]
    assert whole.lines == (ShippedLine(stocked.goods_no, whole.lines[0].sku, 2, 2),)
    assert whole.short == ()
    assert whole.children == ()
    assert whole.history[-1].status == 10020
    with pytest.raises(Refused):
        await gateway.outbound_whole("ESL-UNKNOWN")


async def test_a_split_order_names_its_children(practice, stocked) -> None:
    gateway: FulfillmentGateway = stocked.gateway
    other = await gateway.create_goods(
        practice.department, Product(Sku(practice.number("SKU")), "Teh")
    )
    own = practice.number("SHOPEE")
    lines = ((stocked.goods_no, 2), (other, 1))
    number = await gateway.create_outbound(stocked.order(own, lines=lines))
    children = practice.control("POST", "split", {"document": number})["children"]
    whole = await gateway.outbound_whole(number)
    assert whole.tracking_no == f"JP{own}"
    assert list(whole.children) == children
    parts = [await gateway.outbound_whole(child) for child in whole.children]
    assert [part.jd_no for part in parts] == children
    assert [[(line.goods_no, line.ordered) for line in part.lines] for part in parts] == [
        [(stocked.goods_no, 2)],
        [(other, 1)],
    ]


async def test_what_really_went_out_is_less(practice, stocked) -> None:
    gateway: FulfillmentGateway = stocked.gateway
    await received(stocked, 10)
    number = await gateway.create_outbound(stocked.order(practice.number("SHOPEE")))
    practice.advance(number, 10020, shipped={stocked.goods_no: 1})
    whole = await gateway.outbound_whole(number)
    assert [(line.ordered, line.shipped) for line in whole.short] == [(2, 1)]


async def test_orders_in_a_status(practice, stocked, clock) -> None:
    gateway: FulfillmentGateway = stocked.gateway
    numbers = [
        await gateway.create_outbound(stocked.order(practice.number("SHOPEE"))) for _ in range(3)
    ]
    practice.advance(numbers[0], 10015)
    now = clock.now()
    found = await gateway.outbound_numbers(
        practice.department, 10015, now - timedelta(days=1), now + timedelta(days=1)
    )
    assert numbers[0] in found
    assert not set(numbers[1:]) & set(found)
    with pytest.raises(Refused):
        await gateway.outbound_numbers(practice.department, 10015, now - timedelta(days=40), now)


async def test_an_order_that_waits_for_stock_is_an_exception(practice, stocked) -> None:
    gateway: FulfillmentGateway = stocked.gateway
    own, other = practice.number("SHOPEE"), practice.number("SHOPEE")
    number = await gateway.create_outbound(stocked.order(own))
    (paused,) = await gateway.exceptions(practice.department, [own, other])
    assert (paused.kind, paused.jd_no, paused.own_no) == (DocumentKind.OUTBOUND, number, own)
    assert paused.message
    assert paused.reason
    assert paused.solution
    assert paused.paused_at is not None
    assert own in {one.own_no for one in await gateway.exceptions(practice.department)}
    await received(stocked, 10)
    assert await gateway.exceptions(practice.department, [own]) == []
    assert await gateway.exceptions(practice.department, kind=DocumentKind.INBOUND) == []
    asked = gateway.calls[EXCEPTIONS]
    assert await gateway.exceptions(practice.department, ["a,b"]) == []
    assert gateway.calls[EXCEPTIONS] == asked


async def test_the_way_of_an_order(practice, stocked) -> None:
    gateway: FulfillmentGateway = stocked.gateway
    number = await gateway.create_outbound(stocked.order(practice.number("SHOPEE")))
    practice.advance(number, 10016)
    steps = await gateway.outbound_trace(practice.department, number)
    assert len(steps) >= 2
    assert all(step.title and step.at for step in steps)
