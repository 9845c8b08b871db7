"""JD's newer platform over real HTTP, at the practice gateway that speaks both on one state."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import aclosing
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from jdfulfil_desktop.application.ports import (
    CancelAnswer,
    FulfillmentGateway,
    InboundRequest,
    StockFigure,
    Token,
)
from jdfulfil_desktop.domain.connection import Connection, Department, Dialect
from jdfulfil_desktop.domain.errors import (
    AlreadyThere,
    AuthorizeAgain,
    Misconfigured,
    Refused,
)
from jdfulfil_desktop.domain.ids import DepartmentNo, Sku
from jdfulfil_desktop.domain.product import Product
from tests.contract.jd.conftest import Stocked

WAREHOUSES = "/integratedsupplychain/basicinfo/warehouse/query/v1"
CREATE = "/integratedsupplychain/order/delivery/create/v1"


@pytest.fixture
def lop_connection(practice, connection: Connection) -> Connection:
    return replace(
        connection,
        dialect=Dialect.LOP,
        departments=(Department(DepartmentNo(practice.department)),),
    )


@pytest.fixture
async def lop(factory, lop_connection, app, token) -> AsyncIterator[FulfillmentGateway]:
    gateway = factory.trial(lop_connection, app, token)
    yield gateway
    await gateway.aclose()


@dataclass
class Desk:
    """One department at both platforms: documents made at one are seen at the other."""

    stocked: Stocked
    lop: FulfillmentGateway

    async def receive(self, units: int) -> None:
        practice, stocked = self.stocked.practice, self.stocked
        request = InboundRequest(
            practice.number("IN"), practice.department, practice.warehouse, stocked.supplier_no,
            "", ((stocked.goods_no, units),),
        )  # fmt: skip
        number = await stocked.gateway.create_inbound(request)
        practice.advance(number, 70, received={stocked.goods_no: {"good": units}})


@pytest.fixture
def desk(stocked: Stocked, lop: FulfillmentGateway) -> Desk:
    return Desk(stocked, lop)


async def test_warehouses_are_those_of_the_older_platform(practice, gateway, lop) -> None:
    old = {house.warehouse_no: house for house in await gateway.warehouses(practice.department)}
    new = {house.warehouse_no: house for house in await lop.warehouses(practice.department)}
    assert new.keys() == old.keys()
    for number, house in new.items():
        assert (house.name, house.enabled) == (old[number].name, old[number].enabled)


async def test_goods_are_found_by_sku_and_page(practice, gateway, lop) -> None:
    skus = [Sku(practice.number("SKU")) for _ in range(3)]
    made = {
        await gateway.create_goods(practice.department, Product(sku, f"Teh {sku}")): sku
        for sku in skus
    }
    for wanted in (skus[:1], skus):
        found = await lop.find_goods(practice.department, skus=[*wanted, "NO-SUCH"])
        assert {facts.sku for facts in found} == set(wanted)
        assert all(made[facts.goods_no] == facts.sku for facts in found)
    first = await lop.goods_page(practice.department, 1)
    assert first.goods


async def test_stock_after_a_receipt(desk: Desk) -> None:
    practice, goods_no = desk.stocked.practice, desk.stocked.goods_no
    await desk.receive(7)
    figures = await desk.lop.stock(practice.department, practice.warehouse, goods_no=goods_no)
    assert figures == [StockFigure(goods_no, 7, 7)]
    every = await desk.lop.stock(practice.department, practice.warehouse)
    assert StockFigure(goods_no, 7, 7) in every


async def test_an_outbound_order_from_sending_to_its_history(desk: Desk, clock) -> None:
    practice, stocked, lop = desk.stocked.practice, desk.stocked, desk.lop
    await desk.receive(10)
    own = practice.number("SHOPEE")
    assert await lop.outbound_news(practice.department, [own]) == []
    number = await lop.create_outbound(stocked.order(own))
    (held,) = practice.outbound(own)
    assert held["eclpSoNo"] == number
    assert held["shipperNo"] == stocked.shipper_no
    (line,) = held["lines"]
    assert (line["goodsNo"], line["quantity"]) == (stocked.goods_no, 2)
    with pytest.raises(AlreadyThere):
        await lop.create_outbound(stocked.order(own))
    practice.advance(number, 10020)
    (news,) = await lop.outbound_news(practice.department, [own, "UNKNOWN"])
    assert (news.jd_no, news.outbound_no, news.status) == (number, own, 10020)
    assert news.at is not None
    assert abs(news.at - clock.now()) < timedelta(minutes=5)
    whole = await lop.outbound_whole(number)
    assert whole.status == 10020
    assert [(x.goods_no, x.ordered, x.shipped) for x in whole.lines] == [(stocked.goods_no, 2, 2)]
    history = await lop.outbound_history(number)
    assert history[-1].status == 10020
    (packs,) = await lop.outbound_packs([number, "ESL-UNKNOWN"])
    assert packs.jd_no == number
    # The older platform sees the same order.
    (same,) = await stocked.gateway.outbound_news(practice.department, [own])
    assert (same.jd_no, same.status) == (number, 10020)


async def test_the_tracking_number_goes_along(desk: Desk) -> None:
    practice, stocked = desk.stocked.practice, desk.stocked
    own = practice.number("SHOPEE")
    await desk.lop.create_outbound(stocked.order(own))
    (held,) = practice.outbound(own)
    assert held["thirdWayBill"] == f"JP{own}"


async def test_a_split_order_names_its_children(desk: Desk) -> None:
    practice, stocked = desk.stocked.practice, desk.stocked
    other = await stocked.gateway.create_goods(
        practice.department, Product(Sku(practice.number("SKU")), "Teh")
    )
    order = stocked.order(practice.number("SHOPEE"), lines=((stocked.goods_no, 2), (other, 1)))
    number = await desk.lop.create_outbound(order)
    children = practice.control("POST", "split", {"document": number})["children"]
    assert list((await desk.lop.outbound_whole(number)).children) == children


async def test_jds_answer_decides_over_a_cancel(desk: Desk) -> None:
    practice, stocked, lop = desk.stocked.practice, desk.stocked, desk.lop
    numbers = [practice.number("SHOPEE") for _ in range(3)]
    first, second, third = [await lop.create_outbound(stocked.order(own)) for own in numbers]
    assert (await lop.cancel_outbound(first))[0] is CancelAnswer.DONE
    practice.advance(second, 10017)
    assert (await lop.cancel_outbound(second))[0] is CancelAnswer.REFUSED
    answer, _ = await lop.cancel_outbound_by_own(practice.department, numbers[2])
    assert answer is CancelAnswer.DONE
    (held,) = practice.outbound(numbers[2])
    assert (held["eclpSoNo"], int(held["status"])) == (third, 10028)
    with pytest.raises(Refused):
        await lop.cancel_outbound("ESL-UNKNOWN")


async def test_an_inbound_list_is_cancelled(desk: Desk) -> None:
    practice, stocked = desk.stocked.practice, desk.stocked
    request = InboundRequest(
        practice.number("IN"), practice.department, practice.warehouse, stocked.supplier_no, "",
        ((stocked.goods_no, 1),),
    )  # fmt: skip
    number = await stocked.gateway.create_inbound(request)
    assert (await desk.lop.cancel_inbound(number))[0] is CancelAnswer.DONE
    (news,) = await stocked.gateway.inbound_news([number])
    assert news.status == 91


async def test_refusals_keep_jds_words(desk: Desk) -> None:
    practice, stocked = desk.stocked.practice, desk.stocked
    order = stocked.order(practice.number("SHOPEE"), lines=(("EMG0000000000000", 1),))
    with pytest.raises(Refused) as caught:
        await desk.lop.create_outbound(order)
    assert order.lines[0][0] in caught.value.zh
    with pytest.raises(Misconfigured) as denied:
        await desk.lop.warehouses("EBU9999999999999")
    assert denied.value.jd_code == "2001"


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"app_secret": "x"}, Misconfigured),
        ({"app_key": "UNKNOWN"}, Misconfigured),
    ],
)
async def test_a_wrong_app(practice, factory, lop_connection, app, token, change, error) -> None:
    async with aclosing(factory.trial(lop_connection, replace(app, **change), token)) as gateway:
        with pytest.raises(error):
            await gateway.warehouses(practice.department)


async def test_a_wrong_token_and_a_wrong_pin(practice, factory, lop_connection, app, token) -> None:
    worn = replace(token, access_token="worn")
    async with aclosing(factory.trial(lop_connection, app, worn)) as gateway:
        with pytest.raises(AuthorizeAgain):
            await gateway.warehouses(practice.department)
    foreign = replace(lop_connection, pin="somebody")
    async with aclosing(factory.trial(foreign, app, token)) as gateway:
        with pytest.raises((Refused, Misconfigured)):
            await gateway.warehouses(practice.department)


async def test_a_wrong_clock_is_measured_and_mended(practice, lop, clock) -> None:
    clock.wrong_by = timedelta(hours=-3)
    assert await lop.warehouses(practice.department)
    assert lop.calls[WAREHOUSES] == 2
    assert lop.clock_offset_s == pytest.approx(3 * 3600, abs=3)


async def test_login_and_refresh(practice, factory, lop_connection, app, tokens) -> None:
    login = factory.login_url(
        practice.oauth_url, app.app_key, "http://127.0.0.1:9/callback", "s", Dialect.LOP
    )
    code = practice.code_of(practice.log_in(login))
    token: Token = await factory.exchange_code(practice.oauth_url, app, code, Dialect.LOP)
    assert token.access_token
    with pytest.raises(AuthorizeAgain):
        await factory.exchange_code(practice.oauth_url, app, code, Dialect.LOP)
    factory.remember(lop_connection.pin, app, replace(token, pin=lop_connection.pin))
    async with aclosing(factory.open(lop_connection)) as gateway:
        practice.fault(WAREHOUSES, "expire_token")
        assert await gateway.warehouses(practice.department)
    (told,) = tokens
    assert told[1].access_token
