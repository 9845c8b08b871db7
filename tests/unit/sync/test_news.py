"""News come by the channel, by the timer, or only by hand (R6)."""

from __future__ import annotations

import pytest

from jdfulfil_desktop.application.remote.inbounds import submit_inbound
from jdfulfil_desktop.domain import commands as c
from jdfulfil_desktop.domain.connection import News
from jdfulfil_desktop.domain.errors import (
    AlreadyThere,
    OutcomeUnknown,
    QuotaExceeded,
    Refused,
    RetryLater,
)
from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.inbound import Inbound
from jdfulfil_desktop.domain.product import Product
from tests.unit.sync.desk import Desk
from tests.unit.sync.virtual import run_virtually


@pytest.fixture
def told() -> Desk:
    """A subscribed account with one order at JD and one inbound list."""
    desk = Desk()
    desk.set_up(subscribed=True)
    desk.order("A1")
    desk.sync()
    desk.command(c.CreateInbound("W1", (("KOPI", 5),)))
    [number] = desk.memory.tables.inbounds
    run_virtually(desk.time, lambda: submit_inbound(desk.office, number))
    return desk


def inbound(desk: Desk) -> Inbound:
    [found] = desk.memory.tables.inbounds.values()
    return found


def alerts(desk: Desk) -> list[str]:
    return [alert.code for alert in desk.memory.tables.alerts.values()]


def test_manual_asks_for_nothing_by_itself(desk: Desk) -> None:
    desk.order("A1")
    desk.sync()
    desk.jd.move("SHOPEE-A1", 10016)
    report = desk.sync(until_idle=False, timeout_s=3600)
    assert report.calls == {}
    assert report.refreshed == 0
    assert desk.connection().news is News.MANUAL
    assert desk.outbound("SHOPEE-A1").shipment_state == "waiting"


def test_a_subscribed_account_is_refreshed_before_it_is_idle(told: Desk) -> None:
    told.jd.move("SHOPEE-A1", 10020)
    told.jd.figures = {"EMG-KOPI": 40}
    told.jd.inbounds[next(iter(told.jd.inbounds))].status = 70
    report = told.sync()
    assert report.idle
    assert report.refreshed >= 2
    assert told.outbound("SHOPEE-A1").shipment_state == "completed"
    row = told.do(lambda uow: uow.ledger.rows(["W1"], ["KOPI"]))["W1", "KOPI"]
    assert (row.on_hand, row.jd_figure) == (3, 40)
    assert told.connection().last_news_at is not None


def test_a_thousand_open_orders_cost_ten_calls_and_a_few() -> None:
    desk = Desk()
    desk.set_up(subscribed=True)
    desk.order(*(f"A{n:04d}" for n in range(1000)))
    desk.sync()
    report = desk.sync()
    assert report.refreshed == 1000
    assert sum(report.calls.values()) <= 30


def test_without_a_channel_it_is_asked_every_five_minutes(told: Desk) -> None:
    told.jd.fail("messages", Refused("channel_not_offered"), times=100)

    async def move() -> None:
        await told.time.sleep(310)
        told.jd.move("SHOPEE-A1", 10014)

    told.beside = move
    report = told.sync(until_idle=False, timeout_s=1510)
    assert 5 <= report.calls["inbound_news"] <= 6
    assert told.outbound("SHOPEE-A1").shipment_state == "processing"
    assert told.connection().news is News.PERIODIC


def test_the_channel_brings_news_at_once(told: Desk) -> None:
    seen: list[object] = []

    async def move() -> None:
        await told.time.sleep(30)
        assert told.connection().news is News.REALTIME
        told.jd.move("SHOPEE-A1", 10016, tell=True)
        await told.time.sleep(5)
        seen.append(told.outbound("SHOPEE-A1").shipment_state)
        document = next(iter(told.jd.inbounds.values()))
        document.status = 70
        told.jd.tell(document.jd_no, 70, "inbound")
        await told.time.sleep(5)
        seen.append(told.memory.tables.inbounds[document.number].jd_status)

    told.beside = move
    report = told.sync(until_idle=False, timeout_s=3600)
    assert seen == ["picked", 70]
    assert told.connection().message_cursor == "M000002"
    assert told.connection().news is News.PERIODIC
    assert report.calls["inbound_news"] <= 3


def test_what_jd_only_has_now_is_known_without_reading(told: Desk) -> None:
    """Each order that is pushed would otherwise cost a second call."""

    async def order() -> None:
        await told.time.sleep(30)
        told.order(*(f"B{n}" for n in range(20)))
        await told.time.sleep(10)
        for document in list(told.jd.outbounds.values())[1:]:
            told.jd.tell(document.jd_no, 10010)
            await told.time.sleep(1)

    told.beside = order
    report = told.sync(until_idle=False, timeout_s=120)
    assert {told.outbound(f"SHOPEE-B{n}").jd_status for n in range(20)} == {10010}
    assert report.calls["create_outbound"] == 20
    assert report.calls["outbound_news"] <= 4


@pytest.mark.parametrize("error", [RetryLater("connection_lost"), None])
def test_a_broken_channel_says_berkala_and_comes_back(told: Desk, error: RetryLater | None) -> None:
    seen: list[object] = []

    async def break_it() -> None:
        await told.time.sleep(30)
        told.jd.fail("channel", error)
        told.jd.fail("messages", RetryLater(), times=5)
        told.jd.tell("NOBODY", 1)
        await told.time.sleep(3)
        seen.append(told.connection().news)
        told.jd.move("SHOPEE-A1", 10018)
        await told.time.sleep(60)
        seen.append(told.connection().news)
        seen.append(told.outbound("SHOPEE-A1").shipment_state)

    told.beside = break_it
    told.sync(until_idle=False, timeout_s=600)
    assert seen == [News.PERIODIC, News.REALTIME, "packed"]


def test_a_channel_that_ends_has_broken(told: Desk) -> None:
    told.jd.fail("messages", RetryLater("channel_closed"))
    told.jd.fail("messages", QuotaExceeded())
    told.sync(until_idle=False, timeout_s=60)
    assert told.jd.opened[-1].counts["messages"] == 3


def test_doubled_and_foreign_messages_change_nothing(told: Desk) -> None:
    async def move() -> None:
        await told.time.sleep(30)
        told.jd.move("SHOPEE-A1", 10014, tell=True)
        told.jd.tell(told.jd.outbounds["SHOPEE-A1"].jd_no, 10014)
        told.jd.tell("ESL-FOREIGN", 10014)

    told.beside = move
    told.sync(until_idle=False, timeout_s=120)
    assert told.outbound("SHOPEE-A1").shipment_state == "processing"
    assert alerts(told).count("unknown_document") == 1
    assert told.connection().message_cursor == "M000003"


def test_a_message_that_comes_before_our_own_answer_is_looked_at_again(told: Desk) -> None:
    told.jd.fail("create_outbound", None, seconds=1.5)
    told.jd.fail("create_outbound", None, seconds=1.5)

    async def order() -> None:
        await told.time.sleep(30)
        told.order("A2")
        await told.time.sleep(1)
        told.jd.tell("ESL0002", 10010)

    told.beside = order
    told.sync(until_idle=False, timeout_s=120)
    assert told.outbound("SHOPEE-A2").jd_status == 10010
    assert alerts(told) == []


def test_a_channel_in_a_quota_pause_loses_no_message(told: Desk) -> None:
    async def move() -> None:
        await told.time.sleep(30)
        told.jd.fail("outbound_news", QuotaExceeded(), times=2)
        told.jd.move("SHOPEE-A1", 10017, tell=True)

    told.beside = move
    told.sync(until_idle=False, timeout_s=900)
    assert told.outbound("SHOPEE-A1").shipment_state == "packed"


def test_news_that_move_goods_renew_the_figures_at_most_every_ten_seconds(told: Desk) -> None:
    async def move() -> None:
        await told.time.sleep(30)
        before = told.jd.opened[-1].counts["stock"]
        for status in (10014, 10016, 10018, 10019):
            told.jd.move("SHOPEE-A1", status, tell=True)
            await told.time.sleep(1)
        await told.time.sleep(20)
        counts.append(told.jd.opened[-1].counts["stock"] - before)

    counts: list[int] = []
    told.beside = move
    told.sync(until_idle=False, timeout_s=200)
    assert 1 <= counts[0] <= 2


@pytest.mark.parametrize("done", [False, True])
def test_an_inbound_list_in_doubt_is_settled_by_itself(desk: Desk, done: bool) -> None:
    desk.command(c.CreateInbound("W1", (("KOPI", 5),)))
    [number] = desk.memory.tables.inbounds
    desk.jd.fail("create_inbound", OutcomeUnknown("http_500"), times=2, done=done)
    desk.jd.blind = 6
    with pytest.raises((OutcomeUnknown, AlreadyThere)):
        run_virtually(desk.time, lambda: submit_inbound(desk.office, number))
    report = desk.sync()
    assert report.idle
    assert list(desk.jd.inbounds) == [number]
    assert inbound(desk).push_state == "pushed"


def test_products_on_their_way_are_finished_by_themselves(desk: Desk) -> None:
    desk.command(c.SaveProducts((Product(Sku("TEH"), "Teh"),)))
    desk.command(c.PlaceProducts("W1", ("TEH",), confirmed=True))
    desk.jd.fail("create_goods", OutcomeUnknown("http_500"), times=1, done=True)
    desk.jd.fail("find_goods", RetryLater("http_502"))
    report = desk.sync()
    assert report.idle
    assert desk.jd.goods["TEH"] == "EMG-TEH"
    placed = desk.do(lambda uow: uow.products.placements(["W1"], ["TEH"]))
    assert [p.state for p in placed] == ["pushed"]


def test_a_product_that_jd_refuses_is_left_to_people(desk: Desk) -> None:
    desk.command(c.SaveProducts((Product(Sku("TEH"), "Teh"),)))
    desk.command(c.PlaceProducts("W1", ("TEH",), confirmed=True))
    desk.jd.fail("create_goods", Refused(en="bad name"))
    assert desk.sync().idle
    placed = desk.do(lambda uow: uow.products.placements(["W1"], ["TEH"]))
    assert [p.state for p in placed] == ["failed"]


def test_a_question_that_jd_refuses_keeps_nothing_else_waiting(told: Desk) -> None:
    told.jd.fail("stock", Refused("method_not_offered"), times=100)
    told.jd.fail("outbound_news", Refused("method_not_offered"), times=1)
    told.jd.inbounds[next(iter(told.jd.inbounds))].status = 70
    report = told.sync()
    assert report.idle
    assert ("method_not_offered", "pin-1", "") in report.errors
    assert inbound(told).jd_status == 70


def test_a_message_whose_document_jd_will_not_show_is_passed_over(told: Desk) -> None:
    async def move() -> None:
        await told.time.sleep(40)
        told.jd.fail("outbound_news", Refused(en="no"))
        told.jd.move("SHOPEE-A1", 10014, tell=True)
        await told.time.sleep(5)
        told.jd.move("SHOPEE-A1", 10016, tell=True)

    told.beside = move
    told.sync(until_idle=False, timeout_s=120)
    assert told.outbound("SHOPEE-A1").shipment_state == "picked"
    assert told.connection().message_cursor == "M000002"
