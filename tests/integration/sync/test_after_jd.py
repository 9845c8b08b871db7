"""What JD does to an order after it was pushed: splits, cuts, cancels, returns (R42, R43)."""

from __future__ import annotations

import asyncio

import pytest

from jdfulfil_desktop.application.remote.cancelling import cancel_outbound
from jdfulfil_desktop.application.remote.looking import look_into
from jdfulfil_desktop.application.remote.pauses import paused_documents
from jdfulfil_desktop.domain.after_jd_commands import BookReturn, CameBack
from jdfulfil_desktop.domain.connection import News
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.order import OrderLine
from jdfulfil_desktop.sync.engine import Engine
from tests.e2e.cli.program import Program
from tests.integration.sync.after_jd import TEA, AfterJd
from tests.integration.sync.merchant import SKU, Merchant
from tests.integration.sync.waiting import wait_until


@pytest.fixture
def house(merchant: Merchant) -> AfterJd:
    return AfterJd(merchant)


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


def test_a_split_order_is_cancelled_with_all_its_parts(house: AfterJd) -> None:
    number = house.pushed("SPLIT4")
    parts = house.split(number)
    house.refresh(number)
    answer = asyncio.run(cancel_outbound(house.merchant.application.office, number))
    assert answer.result == "cancelled"
    state = {
        row["eclpSoNo"]: int(row["status"]) for row in house.merchant.practice.state()["outbound"]
    }
    assert {state[jd_no] for jd_no in parts} == {10028}
    assert house.row(number).push_state == "cancelled"
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


def test_by_command_line(house: AfterJd) -> None:
    """The commands of a script: look, list what JD has paused, confirm, book what came back."""
    number = house.pushed("CLI1")
    first, second = house.split(number)
    commands = Program(house.merchant.folder)
    shown = commands.do("outbound", "show", number, "--ask")
    assert {one["jd_no"] for one in shown["jd_documents"] if one["part"]} == {first, second}
    assert commands.do("outbound", "confirm", number, "stopped")["outbound_no"] == number
    listed = commands.do("outbound", "exceptions")["exceptions"]
    assert number not in {one["document_no"] for one in listed}
    back = ("outbound", "return", number, "--good", f"{SKU}=1", "--damaged", f"{SKU}=1")
    assert commands.refuse(*back) == "nothing_to_return"
    for part in (first, second):
        house.merchant.practice.advance(part, 10020)
    house.refresh()
    commands.do(*back)
    assert house.moved(number)[SKU, "returned"] == 2
    assert commands.refuse(*back) == "return_booked_already"
    assert commands.refuse("outbound", "return", number, "--good", SKU, code=2) == "line_invalid"
