"""What JD does to an order after it was pushed: splits, cuts, cancels, returns (R42, R43)."""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import Any

import pytest

from jdfulfil_desktop.application.remote.looking import look_into
from jdfulfil_desktop.application.remote.products import push_products
from jdfulfil_desktop.application.remote.refreshing import refresh_outbounds
from jdfulfil_desktop.domain import commands as c
from jdfulfil_desktop.domain.ids import OrderNo, Sku
from jdfulfil_desktop.domain.jd_document import JdDocument
from jdfulfil_desktop.domain.order import Channel, OrderLine, OrderSnapshot, OrderStatus
from jdfulfil_desktop.domain.outbound import Outbound
from jdfulfil_desktop.domain.product import Component, Product
from tests.integration.sync.merchant import SKU, Merchant

TEA = "TEH-100"


@pytest.fixture
def house(merchant: Merchant) -> AfterJd:
    return AfterJd(merchant)


class AfterJd:
    """A merchant with two products, and JD's people at its control side."""

    def __init__(self, merchant: Merchant) -> None:
        self.merchant = merchant
        merchant.command(c.SaveProducts((Product(Sku(TEA), "Teh 100g"),)))
        office = merchant.application.office
        asyncio.run(push_products(office, merchant.warehouse_no, [TEA], confirmed=True))
        link = c.LinkSku(Channel.SHOPEE, merchant.store, "teh", (Component(Sku(TEA), 1),))
        merchant.command(link)

    def pushed(self, name: str) -> str:
        """Push an order of two coffees and three teas; gives our number."""
        m = self.merchant
        at = m.application.clock.now()
        batch = m.command(c.BeginImport("f.xlsx", Channel.SHOPEE, m.store, at))
        order = OrderSnapshot(
            Channel.SHOPEE,
            OrderNo(name),
            OrderStatus.READY_TO_SHIP,
            "Siap Dikirim",
            courier="J&T Express",
            tracking_no=f"JT{name}",
            created_at=at,
            lines=(OrderLine("kopi", "Kopi", 2), OrderLine("teh", "Teh", 3)),
        )
        m.command(c.ImportOrders(batch, (order,)))
        m.command(c.CompleteImport(batch))
        assert m.sync().pushed == 1
        return f"SHOPEE-{name}"

    def control(self, path: str, **body: Any) -> Any:
        return self.merchant.practice.control("POST", path, body)

    def split(self, number: str) -> list[str]:
        return list(self.control("split", document=number)["children"])

    def refresh(self, *numbers: str) -> int:
        return asyncio.run(refresh_outbounds(self.merchant.application.office, numbers)).changed

    def row(self, number: str) -> Outbound:
        return self.merchant.outbounds([number])[number]

    def parts(self, number: str) -> list[JdDocument]:
        def work(uow: Any) -> list[JdDocument]:
            found = uow.jd_documents.of([number]).get(number, [])
            return [document for document in found if document.is_part]

        return list(self.merchant.do(work))

    def moved(self, number: str) -> dict[tuple[str, str], int]:
        """Sum what the ledger has of an order, by SKU and kind; its parts included."""
        sums: Counter[tuple[str, str]] = Counter()
        for sku in (SKU, TEA):
            rows = self.merchant.application.reader.submit(lambda q, sku=sku: q.ledger(sku))
            for row in rows.result(20):
                if row.document.split("/")[0].split("#")[0] == number:
                    sums[sku, str(row.kind)] += row.quantity
        return dict(sums)

    def taken_at_jd(self, sku: str) -> int:
        """Give the units that JD's warehouse lacks of a product since the opening."""
        state = self.merchant.practice.state()
        numbers = {g["goodsNo"] for g in state["goods"] if g["isvGoodsNo"] == sku}
        return -sum(
            int(row["totalNum"])
            for row in state["stock"]
            if row["goodsNo"] in numbers and row["warehouseNo"] == self.merchant.warehouse_no
        )

    def alerts(self, number: str) -> set[str]:
        rows = self.merchant.application.reader.submit(lambda q: q.alerts()).result(20)
        return {row.code for row in rows if row.subject == number}


def test_a_split_order_is_followed_through_its_parts(house: AfterJd) -> None:
    number = house.pushed("SPLIT1")
    before = house.row(number)
    first, second = house.split(number)
    assert house.refresh(number) >= 1
    parts = {part.jd_no: part for part in house.parts(number)}
    assert set(parts) == {first, second}
    row = house.row(number)
    assert (row.tracking_no, row.sent_tracking_no, row.jd_no) == (
        before.tracking_no,
        before.sent_tracking_no,
        before.jd_no,
    )
    assert {part.tracking_no for part in parts.values()} == {"JTSPLIT1", "JTSPLIT1-2"}
    assert house.alerts(number) == {"outbound_split"}
    assert house.moved(number)[SKU, "reserved"] + house.moved(number)[SKU, "released"] == 2

    house.merchant.practice.advance(first, 10020)
    house.refresh()
    assert house.row(number).shipment_state in ("waiting", "processing"), "the slowest part counts"
    assert house.moved(number)[SKU, "shipped"] == -2
    assert (TEA, "shipped") not in house.moved(number)

    house.merchant.practice.advance(second, 10020)
    house.refresh()
    house.refresh(number)
    done = house.row(number)
    assert (done.shipment_state, done.sent_tracking_no) == ("completed", "JTSPLIT1")
    assert done.jd_waybill == "JTSPLIT1-2", "the second parcel's number stands beside the first"
    sums = house.moved(number)
    assert (sums[SKU, "shipped"], sums[TEA, "shipped"]) == (-2, -3)
    for sku in (SKU, TEA):
        assert sums[sku, "reserved"] + sums[sku, "released"] == 0
    state = {row["eclpSoNo"]: row for row in house.merchant.practice.state()["outbound"]}
    assert {int(state[no]["status"]) for no in (first, second)} == {10020}


def test_a_part_that_jd_cancels_keeps_its_goods_in_stock(house: AfterJd) -> None:
    number = house.pushed("SPLIT2")
    first, second = house.split(number)
    house.refresh(number)
    house.merchant.practice.advance(second, 10028)
    house.merchant.practice.advance(first, 10020)
    house.refresh()
    assert house.row(number).shipment_state == "completed"
    assert "outbound_part_cancelled" in house.alerts(number)
    sums = house.moved(number)
    assert sums[SKU, "shipped"] == -2
    assert (TEA, "shipped") not in sums
    assert sums[TEA, "reserved"] + sums[TEA, "released"] == 0


def test_an_order_that_is_cancelled_part_by_part_is_cancelled(house: AfterJd) -> None:
    number = house.pushed("SPLIT3")
    for part in house.split(number):
        house.merchant.practice.advance(part, 10028)
    house.refresh(number)
    row = house.row(number)
    assert (row.push_state, row.shipment_state) == ("cancelled", "cancelled")
    assert not any(kind == "shipped" for _, kind in house.moved(number))


def test_jd_sends_less_than_was_ordered(house: AfterJd) -> None:
    number = house.pushed("SHORT1")
    goods = {row["isvGoodsNo"]: row["goodsNo"] for row in house.merchant.practice.state()["goods"]}
    had = house.taken_at_jd(SKU), house.taken_at_jd(TEA)
    house.control("advance", document=number, status=10020, shipped={goods[SKU]: 2, goods[TEA]: 1})
    house.refresh()
    house.refresh()
    assert house.row(number).shipment_state == "completed"
    assert house.alerts(number) == {"outbound_short"}
    sums = house.moved(number)
    assert (sums[SKU, "shipped"], sums[TEA, "shipped"]) == (-2, -1)
    assert (house.taken_at_jd(SKU) - had[0], house.taken_at_jd(TEA) - had[1]) in ((2, 1), (0, 0))
    asyncio.run(look_into(house.merchant.application.office, number))
    assert house.moved(number) == sums, "asked again, nothing is booked twice"
