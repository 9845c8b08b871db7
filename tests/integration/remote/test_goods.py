"""Products over HTTP, judged by what the practice gateway holds (R13, R19-R22)."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from typing import Any

import pytest

from jdfulfil_desktop.application.remote.extending import add_department, add_warehouse
from jdfulfil_desktop.domain.errors import OutcomeUnknown, QuotaExceeded
from jdfulfil_desktop.sync.engine import Engine
from tests.integration.remote.deeds import (
    DEAD_TOKEN,
    PASSING,
    UNCLEAR,
    counts,
    push,
    refresh,
    send,
)
from tests.integration.remote.pc import Pc
from tests.integration.sync.merchant import SKU
from tests.integration.sync.waiting import wait_until

CREATE, FIND, STOCK = "goods.transportGoodsInfo", "goods.queryGoodsInfo", "stock.queryStock"


@pytest.mark.parametrize(
    ("kind", "more", "times"),
    [(*fault, times) for fault in UNCLEAR + PASSING for times in (1, 2)] + [DEAD_TOKEN],
)
def test_a_fault_while_registering_loses_and_doubles_no_product(
    merchant: Pc, kind: str, more: dict[str, Any], times: int
) -> None:
    merchant.add_products("TEH", "GULA", "SUSU")
    merchant.practice.fault(kind, CREATE, times=times, **more)
    assert counts(push(merchant)) == (3, 0, 0)
    assert sorted(merchant.goods_at_jd()) == ["GULA", SKU, "SUSU", "TEH"]
    for sku, number in merchant.goods_at_jd().items():
        placed = merchant.placement(sku)
        assert (placed.state, placed.goods_no, placed.opened) == ("pushed", number, True)


@pytest.mark.parametrize("method", [FIND, STOCK])
@pytest.mark.parametrize("kind", ["drop_after", "http_502_html", "garbage", "empty"])
def test_a_fault_of_a_question_is_asked_again(merchant: Pc, method: str, kind: str) -> None:
    merchant.add_products("TEH")
    merchant.practice.fault(kind, method, times=3)
    assert counts(push(merchant)) == (1, 0, 0)


def test_a_gateway_that_stays_away_is_finished_by_the_sync(merchant: Pc) -> None:
    merchant.add_products("TEH", "GULA")
    merchant.practice.fault("http_500", CREATE, times=40)
    with pytest.raises(OutcomeUnknown):
        push(merchant)
    assert merchant.placement("TEH").state == "uncertain"
    merchant.practice.control("DELETE", "faults")
    assert merchant.sync().idle
    assert sorted(merchant.goods_at_jd()) == ["GULA", SKU, "TEH"]
    assert merchant.placement("TEH").opened


def test_a_day_s_quota_keeps_what_was_registered(merchant: Pc) -> None:
    merchant.add_products("TEH", "GULA", "SUSU")
    merchant.practice.fault("delay", CREATE, times=1, seconds=0.01)
    merchant.practice.fault("error_code", "*", code="2", times=9)
    with pytest.raises(QuotaExceeded):
        push(merchant)
    merchant.practice.control("DELETE", "faults")
    assert merchant.sync().idle
    assert len(merchant.goods_at_jd()) == 4


def test_jd_s_refusal_is_said_in_its_words(merchant: Pc) -> None:
    merchant.add_products("TEH", "GULA")
    merchant.practice.fault("error_code", CREATE, code="61", message="goodsName not allowed")
    report = push(merchant)
    assert counts(report) == (1, 0, 1)
    assert report.problems[0].code == "gateway_rejected"
    assert report.problems[0].message
    assert counts(push(merchant)) == (1, 0, 0)


def test_goods_that_jd_has_are_adopted_with_their_figure(merchant: Pc) -> None:
    merchant.practice.authorize()
    teh = merchant.practice.stocked("TEH", 7)
    milk = merchant.practice.goods("UHT-FULL", barcodes="8990001,8990002")
    merchant.add_products("TEH")
    merchant.add_products("SUSU", barcode="8990002")
    assert counts(push(merchant)) == (0, 2, 0)
    assert merchant.placement("TEH").goods_no == teh
    assert merchant.placement("SUSU").goods_no == milk
    assert merchant.stock("TEH").on_hand == merchant.stock("TEH").jd_figure == 7
    assert merchant.stock("SUSU").on_hand == merchant.stock("SUSU").jd_figure == 0
    assert merchant.calls(CREATE) == 3


def test_two_warehouses_of_a_department_share_goods_and_not_stock(merchant: Pc) -> None:
    first, second = merchant.facts["warehouse_nos"][:2]
    office = merchant.application.office
    merchant.run(lambda: add_warehouse(office, merchant.facts["department_no"], second))
    asked = push(merchant, second, [SKU])
    assert [p.code for p in asked.problems] == ["sku_in_other_warehouse"]
    assert counts(push(merchant, second, [SKU], confirmed=True)) == (0, 1, 0)
    assert merchant.placement(SKU, second).goods_no == merchant.placement(SKU, first).goods_no
    number = send(merchant, second, (SKU, 5))
    merchant.practice.advance(number, 70)
    assert refresh(merchant).changed == 1
    assert merchant.stock(SKU, second).on_hand == merchant.stock(SKU, second).jd_figure == 5
    assert merchant.stock(SKU, first).on_hand == merchant.stock(SKU, first).jd_figure == 0


def test_two_departments_have_goods_and_figures_of_their_own(merchant: Pc) -> None:
    office, seller = merchant.application.office, merchant.connection()

    async def rights() -> dict[str, tuple[str, ...]]:
        async with office.gateway(seller) as gateway:
            return dict((await gateway.seller_info()).departments)

    known = merchant.run(rights)
    other = next(no for no in known if no != merchant.facts["department_no"])
    house = next(no for no in known[other] if no != merchant.warehouse_no)
    merchant.run(lambda: add_department(office, merchant.facts["pin"], other))
    merchant.run(lambda: add_warehouse(office, other, house))
    merchant.add_products("TEH")
    assert counts(push(merchant, house, ["TEH"])) == (1, 0, 0)
    number = send(merchant, house, ("TEH", 4))
    merchant.practice.advance(number, 70)
    assert refresh(merchant).changed == 1
    assert merchant.stock("TEH", house).jd_figure == 4
    assert merchant.stock(SKU).jd_figure == 0
    departments = {row["isvGoodsNo"]: row["deptNo"] for row in merchant.practice.state()["goods"]}
    assert departments == {SKU: merchant.facts["department_no"], "TEH": other}


@pytest.mark.slow
def test_three_hundred_products(merchant: Pc) -> None:
    merchant.add_products(*(f"P{n:03d}" for n in range(300)))
    merchant.practice.fault("drop_after", CREATE, times=2)
    merchant.practice.fault("error_code", CREATE, code="2", times=2)
    before = merchant.calls(STOCK) + merchant.calls(FIND)
    report = push(merchant)
    assert (report.pushed + report.adopted, report.failed) == (300, 0)
    assert len(merchant.goods_at_jd()) == 301
    assert merchant.calls(STOCK) + merchant.calls(FIND) - before <= 30


@pytest.mark.slow
def test_the_command_line_registers_while_a_window_syncs(merchant: Pc) -> None:
    """Two processes on one database: each product is created by one call."""
    merchant.clock.SPEED = 1
    engine = Engine(replace(merchant.means(), look_every_s=0.2))
    merchant.application.hub.subscribe(engine)
    engine.start()
    try:
        wait_until(lambda: [s.phase for s in engine.status()] == ["working"])
        merchant.add_products(*(f"P{n:02d}" for n in range(25)))
        before = merchant.calls(CREATE)
        command = [sys.executable, "-m", "jdfulfil_desktop", "--data-dir", str(merchant.folder)]
        ended = subprocess.run(
            [*command, "product", "push", "--json"],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert ended.returncode == 0, ended.stderr
        assert json.loads(ended.stdout)["pushed"] == 25
    finally:
        assert engine.stop(5.0)
    assert merchant.calls(CREATE) - before == 25
    assert len(merchant.goods_at_jd()) == 26
