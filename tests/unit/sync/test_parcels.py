"""Way bills of what left the warehouse, and pauses: asked for together, never twice."""

from __future__ import annotations

import pytest

from jdfulfil_desktop.application.ports import OutboundWhole, ShippedLine
from jdfulfil_desktop.domain.errors import Misconfigured, Refused, RetryLater
from tests.unit.sync.desk import Desk


@pytest.fixture
def told() -> Desk:
    """A subscribed account with two orders at JD."""
    desk = Desk()
    desk.set_up(subscribed=True)
    desk.order("A1", "A2")
    desk.sync()
    return desk


def test_what_left_gets_its_way_bills_once(told: Desk) -> None:
    told.jd.waybills["SHOPEE-A1"] = ("JDX1", "JDX2")
    told.jd.move("SHOPEE-A1", 10019)
    report = told.sync()
    assert report.calls["outbound_packs"] == 1
    assert told.outbound("SHOPEE-A1").jd_waybill == "JDX1,JDX2"
    assert told.outbound("SHOPEE-A2").jd_waybill == ""
    assert "outbound_packs" not in told.sync().calls


def test_a_hundred_that_left_cost_two_calls() -> None:
    desk = Desk()
    desk.set_up(subscribed=True)
    names = [f"B{n:03d}" for n in range(100)]
    desk.order(*names)
    desk.sync()
    for name in names:
        desk.jd.waybills[f"SHOPEE-{name}"] = (f"JDX{name}",)
        desk.jd.move(f"SHOPEE-{name}", 10019)
    report = desk.sync()
    assert report.calls["outbound_packs"] == 2
    assert {desk.outbound(f"SHOPEE-{name}").jd_waybill for name in names} == {
        f"JDX{name}" for name in names
    }


def test_the_channel_brings_way_bills_too(told: Desk) -> None:
    told.jd.waybills["SHOPEE-A2"] = ("JDX7",)

    async def move() -> None:
        await told.time.sleep(40)
        told.jd.move("SHOPEE-A2", 10014, tell=True)
        await told.time.sleep(20)
        told.jd.move("SHOPEE-A2", 10019, tell=True)

    told.beside = move
    report = told.sync(until_idle=False, timeout_s=120)
    assert told.outbound("SHOPEE-A2").jd_waybill == "JDX7"
    assert report.calls["outbound_packs"] == 1


def test_contents_that_cannot_be_asked_for_now_are_asked_for_later(told: Desk) -> None:
    told.jd.waybills["SHOPEE-A2"] = ("JDX7",)

    async def move() -> None:
        await told.time.sleep(40)
        told.jd.fail("outbound_packs", RetryLater("connection_lost"), times=2)
        told.jd.move("SHOPEE-A2", 10019, tell=True)

    told.beside = move
    report = told.sync(until_idle=False, timeout_s=120)
    assert told.outbound("SHOPEE-A2").jd_waybill == "JDX7"
    assert report.retries >= 1


@pytest.mark.parametrize("hiccups", [0, 10])
def test_a_part_that_nobody_knows_leads_to_its_order(told: Desk, hiccups: int) -> None:
    """The channel names a document that is none of ours: it is read, and its order too.

    A question that fails is put once more: the channel does not tell the number again.
    """
    told.jd.fail("outbound_whole", RetryLater("connection_lost"), times=hiccups)
    lines = (ShippedLine("EMG-KOPI", "KOPI", 2, 0),)
    whole = OutboundWhole("ESL0002", "SHOPEE-A2", 10014, children=("ESL9001",))
    told.jd.wholes["ESL0002"] = whole
    told.jd.wholes["ESL9001"] = OutboundWhole("ESL9001", "SHOPEE-A2#1", 10014, lines=lines)

    async def move() -> None:
        await told.time.sleep(40)
        told.jd.tell("ESL9001", 10014)
        await told.time.sleep(20)
        told.jd.wholes["ESL9001"] = OutboundWhole(
            "ESL9001", "SHOPEE-A2#1", 10019, waybills=("JDX5",), lines=lines
        )
        told.jd.tell("ESL9001", 10019)
        told.jd.tell("ESL8888", 10019)

    told.beside = move
    told.sync(until_idle=False, timeout_s=200)
    row = told.outbound("SHOPEE-A2")
    assert (row.shipment_state, row.jd_waybill) == ("shipped", "JDX5")
    codes = {(a.code, a.subject) for a in told.memory.tables.alerts.values()}
    assert ("outbound_split", "SHOPEE-A2") in codes
    assert ("unknown_document", "ESL8888") in codes
    assert ("unknown_document", "ESL9001") not in codes


def test_a_paused_order_is_seen_and_let_go(told: Desk) -> None:
    told.jd.paused["SHOPEE-A1"] = "库存不足"
    report = told.sync()
    assert report.calls["exceptions"] == 1
    failure = told.outbound("SHOPEE-A1").last_error
    assert failure is not None
    assert (failure.code, failure.message) == ("outbound_paused", "库存不足")
    assert told.outbound("SHOPEE-A2").last_error is None
    told.jd.paused.clear()
    told.sync()
    assert told.outbound("SHOPEE-A1").last_error is None


def test_nothing_is_asked_where_nothing_can_be_paused(told: Desk) -> None:
    told.jd.move("SHOPEE-A1", 10016)
    told.jd.move("SHOPEE-A2", 10020)
    told.sync()
    assert "exceptions" not in told.sync().calls


@pytest.mark.parametrize(
    "absent",
    [Refused("method_not_offered"), Refused(jd_code="24"), Misconfigured(jd_code="88")],
)
def test_a_gateway_without_these_questions_is_a_good_one(
    told: Desk, absent: Refused | Misconfigured
) -> None:
    told.jd.fail("exceptions", absent, times=9)
    told.jd.fail("outbound_packs", absent, times=9)
    told.jd.move("SHOPEE-A1", 10019)
    report = told.sync()
    assert (report.idle, report.errors) == (True, ())
    assert told.outbound("SHOPEE-A1").shipment_state == "shipped"
    assert told.connection().state == "ok"


def test_another_refusal_is_told_and_keeps_nothing_waiting(told: Desk) -> None:
    told.jd.fail("exceptions", Refused(en="no"), times=9)
    told.jd.fail("outbound_packs", Refused(en="no"), times=9)
    told.jd.move("SHOPEE-A1", 10019)
    report = told.sync()
    assert ("gateway_rejected", "pin-1", "no") in report.errors
    assert told.outbound("SHOPEE-A1").shipment_state == "shipped"
