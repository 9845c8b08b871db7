"""What JD does to an order after it was pushed: splits, cuts, cancels, returns (R42, R43)."""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import Any

import pytest

from jdfulfil_desktop.application.remote.inbounds import submit_inbound
from jdfulfil_desktop.application.remote.looking import look_into
from jdfulfil_desktop.application.remote.pauses import paused_documents
from jdfulfil_desktop.application.remote.products import push_products
from jdfulfil_desktop.application.remote.refreshing import refresh_inbounds, refresh_outbounds
from jdfulfil_desktop.domain import commands as c
from jdfulfil_desktop.domain.after_jd_commands import BookReturn, CameBack
from jdfulfil_desktop.domain.connection import News
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.ids import OrderNo, Sku
from jdfulfil_desktop.domain.jd_document import JdDocument
from jdfulfil_desktop.domain.order import Channel, OrderLine, OrderSnapshot, OrderStatus
from jdfulfil_desktop.domain.outbound import Outbound
from jdfulfil_desktop.domain.product import Component, Product
from jdfulfil_desktop.sync.engine import Engine
from tests.integration.sync.merchant import SKU, Merchant
from tests.integration.sync.waiting import wait_until

TEA = "TEH-100"


@pytest.fixture
def house(merchant: Merchant) -> AfterJd:
    return AfterJd(merchant)


class AfterJd:
    """A merchant with two products, and JD's people at its control side."""

    def __init__(self, merchant: Merchant) -> None:
        self.merchant = merchant
        self.add(TEA, "teh")
        if self.total_at_jd(SKU) < 20:
            self.bring((SKU, 60), (TEA, 60))

    def bring(self, *lines: tuple[str, int]) -> None:
        """Bring stock in by an inbound list, so that JD's figure and ours begin alike."""
        m = self.merchant
        office = m.application.office
        number = str(m.command(c.CreateInbound(m.warehouse_no, lines)))
        asyncio.run(submit_inbound(office, number))
        m.practice.advance(number, 70)
        asyncio.run(refresh_inbounds(office))

    def total_at_jd(self, sku: str) -> int:
        """Give the good pieces of a product in JD's warehouse, as its control side tells."""
        state = self.merchant.practice.state()
        numbers = {g["goodsNo"] for g in state["goods"] if g["isvGoodsNo"] == sku}
        return sum(
            int(row["totalNum"])
            for row in state["stock"]
            if row["goodsNo"] in numbers
            and row["warehouseNo"] == self.merchant.warehouse_no
            and str(row.get("stockStatus", "1")) == "1"
        )

    def check_stock(self) -> None:
        """Our ledger has what JD's warehouse has, says its control side; nothing is reserved."""
        m = self.merchant
        self.refresh()
        rows = m.do(lambda uow: uow.ledger.rows([m.warehouse_no], [Sku(SKU), Sku(TEA)]))
        for sku in (SKU, TEA):
            there = self.total_at_jd(sku)
            row = rows[m.warehouse_no, sku]
            assert (row.on_hand, row.jd_figure, row.reserved) == (there, there, 0), sku

    def add(self, sku: str, channel_sku: str) -> None:
        """Register a product at JD and link it."""
        m = self.merchant
        m.command(c.SaveProducts((Product(Sku(sku), f"Barang {sku}"),)))
        office = m.application.office
        asyncio.run(push_products(office, m.warehouse_no, [sku], confirmed=True))
        parts = (Component(Sku(sku), 1),)
        m.command(c.LinkSku(Channel.SHOPEE, m.store, channel_sku, parts))

    def pushed(self, name: str, *more: OrderLine) -> str:
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
            lines=(OrderLine("kopi", "Kopi", 2), OrderLine("teh", "Teh", 3), *more),
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
    house.check_stock()


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
    house.check_stock()


def test_an_order_that_is_cancelled_part_by_part_is_cancelled(house: AfterJd) -> None:
    number = house.pushed("SPLIT3")
    for part in house.split(number):
        house.merchant.practice.advance(part, 10028)
    house.refresh(number)
    row = house.row(number)
    assert (row.push_state, row.shipment_state) == ("cancelled", "cancelled")
    assert not any(kind == "shipped" for _, kind in house.moved(number))
    house.check_stock()


def test_jd_sends_less_than_was_ordered(house: AfterJd) -> None:
    number = house.pushed("SHORT1")
    goods = {row["isvGoodsNo"]: row["goodsNo"] for row in house.merchant.practice.state()["goods"]}
    house.control("advance", document=number, status=10020, shipped={goods[SKU]: 2, goods[TEA]: 1})
    house.refresh()
    house.refresh()
    assert house.row(number).shipment_state == "completed"
    assert house.alerts(number) == {"outbound_short"}
    sums = house.moved(number)
    assert (sums[SKU, "shipped"], sums[TEA, "shipped"]) == (-2, -1)
    house.check_stock()
    asyncio.run(look_into(house.merchant.application.office, number))
    assert house.moved(number) == sums, "asked again, nothing is booked twice"


def test_what_came_back_is_booked_once_by_kind(house: AfterJd) -> None:
    number = house.pushed("BACK1")
    practice = house.merchant.practice
    goods = {row["isvGoodsNo"]: row["goodsNo"] for row in practice.state()["goods"]}
    with pytest.raises(RuleError) as too_early:
        house.merchant.command(BookReturn(number, (CameBack(SKU, 1),)))
    assert too_early.value.code == "nothing_to_return"
    practice.advance(number, 10020)
    house.refresh(number)
    practice.advance(number, 10035)
    house.refresh(number)
    assert house.row(number).shipment_state == "returned"
    assert "outbound_returned" in house.alerts(number)
    back = {goods[SKU]: {"good": 2}, goods[TEA]: {"good": 1, "damaged": 2}}
    house.control("advance", document=number, status=10038, returned=back)
    came = (CameBack(SKU, 2), CameBack(TEA, 1, 2))
    house.merchant.command(BookReturn(number, came))
    for lines, code in (
        (came, "return_booked_already"),
        ((CameBack(SKU, 3),), "return_too_many"),
        ((CameBack(SKU, -1),), "quantity_invalid"),
        ((CameBack(SKU),), "quantity_invalid"),
    ):
        with pytest.raises(RuleError) as refused:
            house.merchant.command(BookReturn(number, lines))
        assert refused.value.code == code
    sums = house.moved(number)
    assert (sums[SKU, "returned"], sums[TEA, "returned"]) == (2, 3)
    assert sums[TEA, "adjustment"] == -2
    assert "outbound_returned" not in house.alerts(number)
    house.check_stock()


def test_the_stream_tells_of_parts_that_nobody_here_knows_yet(
    merchant: Merchant, house: AfterJd
) -> None:
    """A part's first message comes before anybody has asked for the whole order (R6)."""
    number = house.pushed("STREAM1")
    merchant.authorize(subscribe=True)
    engine = Engine(merchant.means())
    merchant.application.hub.subscribe(engine)
    engine.start()
    try:
        wait_until(lambda: merchant.connection().news is News.REALTIME)
        first, second = house.split(number)
        wait_until(lambda: len(house.parts(number)) == 2)
        merchant.practice.advance(first, 10020)
        merchant.practice.advance(second, 10020)
        wait_until(lambda: house.row(number).shipment_state == "completed")
    finally:
        assert engine.stop(5.0)
    assert "unknown_document" not in {code for no in (first, second) for code in house.alerts(no)}
    sums = house.moved(number)
    assert (sums[SKU, "shipped"], sums[TEA, "shipped"]) == (-2, -3)


def test_what_jd_has_paused_is_listed_with_its_words(house: AfterJd) -> None:
    house.add("HABIS", "habis")
    number = house.pushed("PAUSE1", OrderLine("habis", "Barang habis", 1))
    [paused] = [
        one
        for one in asyncio.run(paused_documents(house.merchant.application.office))
        if one.own_no == number
    ]
    assert paused.message
    assert paused.solution
    house.refresh()
    row = house.row(number)
    assert row.last_error is not None
    assert row.last_error.code == "outbound_paused"
    assert paused.solution in row.last_error.message
    assert "outbound_paused" in house.alerts(number)
    house.merchant.practice.advance(number, 10028)
    house.refresh(number)
    assert house.row(number).last_error is None
    assert "outbound_paused" not in house.alerts(number), "what is over wants nobody"
