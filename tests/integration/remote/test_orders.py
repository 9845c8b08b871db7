"""Refresh Status and cancelling over HTTP, judged by what the practice gateway holds (R42-R44)."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest

from jdfulfil_desktop.application.remote.cancelling import cancel_outbound
from jdfulfil_desktop.application.remote.preparing import ensure_ready
from jdfulfil_desktop.application.remote.refreshing import refresh_outbounds
from jdfulfil_desktop.application.results import CancelReport, RefreshReport
from jdfulfil_desktop.domain import commands as c
from jdfulfil_desktop.domain.errors import GatewayError
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.domain.outbound import Outbound
from tests.integration.remote.pc import Pc

ASK, CANCEL = "order.ext.queryOrder", "order.cancelOrder"


def pushed(pc: Pc, count: int = 1, *, timeout_s: float = 300.0) -> list[str]:
    numbers = pc.order(count)
    assert pc.sync(timeout_s).idle
    return numbers


def refresh(pc: Pc, *numbers: str) -> RefreshReport:
    return pc.run(lambda: refresh_outbounds(pc.application.office, numbers))


def cancel(pc: Pc, number: str) -> CancelReport:
    return pc.run(lambda: cancel_outbound(pc.application.office, number))


def one(pc: Pc, number: str) -> Outbound:
    return pc.outbounds([number])[number]


def status_at_jd(pc: Pc, number: str) -> int:
    [row] = pc.at_jd()[number]
    return int(row["status"])


@pytest.mark.slow
def test_a_thousand_open_orders_are_refreshed_in_few_calls(merchant: Pc) -> None:
    """Few at every step of their way, also when all of them leave the warehouse together."""
    # Quick holds the thousandth of a day (R3).
    merchant.authorize(request=merchant.basic())
    numbers = pushed(merchant, 1000, timeout_s=6000)
    for steps, state in ((4, "picked"), (3, "shipped"), (1, "completed")):
        merchant.practice.control("POST", "advance", {"steps": steps})
        before = sum(merchant.practice.state()["calls"].values())
        report = refresh(merchant)
        assert (report.checked, report.changed) == (1000, 1000)
        assert report.calls == sum(merchant.practice.state()["calls"].values()) - before
        assert report.calls <= 30
        assert {o.shipment_state for o in merchant.outbounds(numbers).values()} == {state}


@pytest.mark.parametrize("kind", ["drop_before", "drop_after", "http_500", "garbage", "truncated"])
def test_a_fault_of_the_question_is_asked_again(merchant: Pc, kind: str) -> None:
    [number] = pushed(merchant)
    merchant.practice.advance(number, 10016)
    merchant.practice.fault(kind, ASK, times=3)
    assert refresh(merchant).changed == 1
    assert one(merchant, number).shipment_state == "picked"


def test_stock_is_deducted_once_however_often_it_is_refreshed(merchant: Pc) -> None:
    [number] = pushed(merchant)
    for status in (10016, 10019, 10020):
        merchant.practice.advance(number, status)
        assert refresh(merchant).changed == 1
        assert refresh(merchant, number).changed == 0
    assert one(merchant, number).shipment_state == "completed"
    shipped = [row.quantity for row in merchant.ledger(number) if row.kind == "shipped"]
    assert shipped == [-2]


def test_before_picking_jd_cancels(merchant: Pc) -> None:
    [number] = pushed(merchant)
    assert cancel(merchant, number) == CancelReport(number, "cancelled")
    assert status_at_jd(merchant, number) == 10028
    assert cancel(merchant, number).result == "cancelled"
    assert merchant.calls(CANCEL) == 1
    assert merchant.sync().idle
    assert [no for no in merchant.at_jd() if no.startswith(number)] == [number]


def test_released_again_it_goes_under_the_next_number(merchant: Pc) -> None:
    [number] = pushed(merchant)
    cancel(merchant, number)
    key = c.OrderKey(Channel.SHOPEE, number.removeprefix("SHOPEE-"))
    merchant.command(c.ReleaseOrders((key,)))
    assert merchant.sync().idle
    assert sorted(merchant.at_jd()) == [number, f"{number}-2"]


@pytest.mark.parametrize("status", [10016, 10018, 10019, 10020])
def test_after_picking_it_is_refused(merchant: Pc, status: int) -> None:
    [number] = pushed(merchant)
    merchant.practice.advance(number, status)
    report = cancel(merchant, number)
    assert (report.result, report.code) == ("refused", "picked_already")
    assert merchant.calls(CANCEL) == 0
    assert status_at_jd(merchant, number) == status


def test_jd_refuses(merchant: Pc) -> None:
    [number] = pushed(merchant)
    merchant.practice.fault("error_code", CANCEL, code="61", message="not now")
    report = cancel(merchant, number)
    assert (report.result, report.code) == ("refused", "gateway_rejected")
    assert report.message
    assert one(merchant, number).push_state == "pushed"
    merchant.practice.advance(number, 10020)
    refresh(merchant)
    assert one(merchant, number).shipment_state == "completed"


def test_jd_is_already_shipping(merchant: Pc) -> None:
    [number] = pushed(merchant)
    merchant.practice.fault("error_code", CANCEL, code="70")
    assert cancel(merchant, number).result == "refused"


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("drop_before", {}),
        ("drop_after", {}),
        ("http_500", {}),
        ("garbage", {}),
        ("empty", {}),
        ("error_code", {"code": "65"}),
        ("error_code", {"code": "2"}),
        ("expire_token", {}),
        ("clock_skew", {"seconds": 3600}),
    ],
)
@pytest.mark.parametrize("times", [1, 4])
def test_a_cancel_without_an_answer_is_settled_by_itself(
    merchant: Pc, kind: str, more: dict[str, Any], times: int
) -> None:
    [number] = pushed(merchant)
    merchant.practice.fault(kind, CANCEL, times=1 if kind == "expire_token" else times, **more)
    assert cancel(merchant, number).result in ("cancelled", "cancelling")
    assert merchant.sync().idle
    assert one(merchant, number).push_state == "cancelled"
    assert status_at_jd(merchant, number) == 10028
    assert merchant.ledger(number)[-1].kind in ("released", "reserved")
    assert sum(r.quantity for r in merchant.ledger(number) if r.kind != "shipped") == 0


def test_what_is_still_here_is_held_here(merchant: Pc) -> None:
    [number] = merchant.order(1)
    assert cancel(merchant, number).result == "cancelled"
    assert merchant.sync().idle
    assert merchant.at_jd() == {}
    assert one(merchant, number).push_state == "held"


@pytest.mark.parametrize("kind", ["drop_before", "drop_after"])
def test_what_is_in_doubt_is_asked_for_first(merchant: Pc, kind: str) -> None:
    [number] = merchant.order(1)
    merchant.practice.fault(kind, "order.addOrder")
    # The first question is whether JD has the number from before; later ones stay unanswered.
    merchant.practice.fault("delay", ASK, seconds=0)
    merchant.practice.fault("http_500", ASK, times=999)
    merchant.sync(timeout_s=20)
    merchant.practice.control("DELETE", "faults")
    assert one(merchant, number).push_state == "uncertain"
    report = cancel(merchant, number)
    if report.result == "refused":
        assert report.code == "outcome_unknown"
        assert kind == "drop_before"
        assert merchant.sync().idle
        report = cancel(merchant, number)
    assert report.result == "cancelled"
    assert merchant.sync().idle
    assert [status_at_jd(merchant, no) for no in merchant.at_jd()] in ([], [10028])


@pytest.mark.parametrize("kind", ["drop_before", "drop_after", "http_500", "garbage"])
def test_a_shop_is_made_once(merchant: Pc, kind: str) -> None:
    for name in ("Toko, Satu", "Toko Dua", "T" * 80):
        merchant.command(c.AddStore(name, Channel.TOKOPEDIA))
        merchant.command(c.BindStore(name, merchant.warehouse_no))
    office, connection = merchant.application.office, merchant.connection()
    merchant.practice.fault(kind, "master.insertShop", times=2)

    async def ready() -> list[str]:
        async with office.gateway(connection) as gateway:
            return await ensure_ready(office, connection, gateway)

    for _ in range(3):
        with suppress(GatewayError):
            merchant.run(ready)
    bindings = merchant.write(lambda uow: uow.stores.bindings())
    numbers = [binding.shop_no for binding in bindings]
    assert all(numbers)
    assert len(set(numbers)) == len(numbers) == 4
    assert merchant.run(ready) == []
