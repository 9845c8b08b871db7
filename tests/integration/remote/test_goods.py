"""Products and inbound lists over HTTP, judged by what the practice gateway holds (R19-R29)."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from jdfulfil_desktop.application.remote.extending import add_department, add_warehouse
from jdfulfil_desktop.application.remote.inbounds import submit_inbound
from jdfulfil_desktop.application.remote.products import push_products
from jdfulfil_desktop.application.remote.refreshing import refresh_inbounds
from jdfulfil_desktop.application.results import PushReport, RefreshReport
from jdfulfil_desktop.domain import commands as c
from jdfulfil_desktop.domain.errors import GatewayError, OutcomeUnknown, QuotaExceeded, Refused
from jdfulfil_desktop.domain.inbound import Inbound
from jdfulfil_desktop.sync.engine import Engine
from tests.integration.remote.pc import Pc
from tests.integration.sync.merchant import SKU
from tests.integration.sync.waiting import wait_until

CREATE, FIND, STOCK = "goods.transportGoodsInfo", "goods.queryGoodsInfo", "stock.queryStock"
SEND, ASK = "po.addPoOrder", "po.queryPoNo"
UNCLEAR: list[tuple[str, dict[str, Any]]] = [
    ("drop_before", {}),
    ("drop_after", {}),
    ("http_500", {}),
    ("http_502_html", {}),
    ("garbage", {}),
    ("truncated", {}),
    ("empty", {}),
    ("error_code", {"code": "65"}),
    ("error_code", {"code": "1"}),
]
PASSING: list[tuple[str, dict[str, Any]]] = [
    ("error_code", {"code": "2"}),
    ("error_code", {"code": "78"}),
    ("clock_skew", {"seconds": 3600}),
    ("delay", {"seconds": 1}),
    ("slow_body", {"seconds": 1}),
]
DEAD_TOKEN: tuple[str, dict[str, Any], int] = ("expire_token", {}, 1)
"""Once: a token that is refused right after its refresh has to be authorized again."""


def push(pc: Pc, house: str = "", skus: Sequence[str] = (), *, confirmed: bool = False) -> Any:
    office = pc.application.office
    return pc.run(lambda: push_products(office, house, skus, confirmed=confirmed))


def counts(report: PushReport) -> tuple[int, int, int]:
    return report.pushed, report.adopted, report.failed


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


# ------------------------------------------------------------------------------ inbound lists


def draw_up(pc: Pc, house: str, *lines: tuple[str, int]) -> str:
    return str(pc.command(c.CreateInbound(house, lines, note="Kiriman")))


def submit(pc: Pc, number: str) -> Inbound:
    return pc.run(lambda: submit_inbound(pc.application.office, number))


def send(pc: Pc, house: str, *lines: tuple[str, int]) -> str:
    number = draw_up(pc, house, *lines)
    assert submit(pc, number).push_state == "pushed"
    return number


def refresh(pc: Pc, *numbers: str) -> RefreshReport:
    return pc.run(lambda: refresh_inbounds(pc.application.office, numbers))


@pytest.mark.parametrize(
    ("kind", "more", "times"),
    [(*fault, times) for fault in UNCLEAR + PASSING for times in (1, 2)] + [DEAD_TOKEN],
)
def test_a_fault_while_sending_loses_and_doubles_no_list(
    merchant: Pc, kind: str, more: dict[str, Any], times: int
) -> None:
    number = draw_up(merchant, merchant.warehouse_no, (SKU, 20))
    merchant.practice.fault(kind, SEND, times=times, **more)
    try:
        submit(merchant, number)
    except GatewayError:
        assert merchant.inbound(number).push_state == "uncertain"
        assert merchant.sync().idle
    assert merchant.inbound(number).push_state == "pushed"
    assert merchant.lists_at_jd() == [number]
    [row] = merchant.practice.state()["inbound"]
    assert row["poOrderNo"] == merchant.inbound(number).jd_no
    assert [line["quantity"] for line in row["lines"]] == [20]
    assert merchant.stock(SKU).incoming == 20


def test_a_gateway_without_the_question_leaves_the_list_in_doubt(merchant: Pc) -> None:
    number = draw_up(merchant, merchant.warehouse_no, (SKU, 20))
    merchant.practice.fault("drop_after", SEND)
    merchant.practice.fault("error_code", ASK, code="15", times=30)
    with pytest.raises(OutcomeUnknown):
        submit(merchant, number)
    merchant.sync(timeout_s=60)
    assert merchant.inbound(number).push_state == "uncertain"
    merchant.practice.control("DELETE", "faults")
    assert refresh(merchant).changed == 1
    assert merchant.inbound(number).push_state == "pushed"
    assert merchant.lists_at_jd() == [number]


def test_a_refused_list_may_be_mended(merchant: Pc) -> None:
    number = draw_up(merchant, merchant.warehouse_no, (SKU, 20))
    merchant.practice.fault("error_code", SEND, code="61", message="whNo")
    with pytest.raises(Refused):
        submit(merchant, number)
    assert merchant.inbound(number).push_state == "rejected"
    assert submit(merchant, number).push_state == "pushed"


@pytest.mark.parametrize("kind", ["drop_before", "drop_after", "http_500", "garbage"])
def test_a_supplier_is_made_once(merchant: Pc, kind: str) -> None:
    number = draw_up(merchant, merchant.warehouse_no, (SKU, 20))
    merchant.practice.fault(kind, "master.addSupplier")
    try:
        submit(merchant, number)
    except GatewayError:
        assert merchant.inbound(number).push_state == "draft"
        submit(merchant, number)
    assert merchant.lists_at_jd() == [number]
    assert merchant.calls("master.addSupplier") <= 2
    send(merchant, merchant.warehouse_no, (SKU, 1))
    assert merchant.calls("master.querySupplier") <= 3


def test_receipts_count_once_and_differences_are_named(merchant: Pc) -> None:
    number = send(merchant, merchant.warehouse_no, (SKU, 20))
    goods = merchant.goods_at_jd()[SKU]
    merchant.practice.advance(number, 70, received={goods: {"good": 17, "damaged": 2}})
    assert refresh(merchant) == RefreshReport(checked=1, changed=1, calls=2)
    assert refresh(merchant).changed == 0
    assert refresh(merchant, number).changed == 0
    row = merchant.stock(SKU)
    assert (row.on_hand, row.incoming, row.jd_figure) == (17, 0, 17)
    [line] = merchant.inbound(number).lines
    assert (line.received, dict(line.differences)["damaged"]) == (17, 2)


def test_a_product_at_jd_that_this_database_never_saw_opened(merchant: Pc, tmp_path: Any) -> None:
    """A new database beside an old account: what lies there is the opening, not a receipt."""
    number = send(merchant, merchant.warehouse_no, (SKU, 20))
    merchant.practice.advance(number, 70)
    refresh(merchant)
    other = Pc(merchant.practice, tmp_path / "other")
    try:
        other.set_up()
        assert [kind for kind, _ in ledger(other)] == ["opening"]
        assert other.stock(SKU).on_hand == other.stock(SKU).jd_figure == 20
    finally:
        other.close()
    assert ledger(merchant) == [
        ("opening", 0),
        ("planned", 20),
        ("arrived", -20),
        ("received", 20),
    ]


def ledger(pc: Pc) -> list[tuple[str, int]]:
    """Give (kind, units) of the product, the oldest first."""
    rows = pc.application.reader.submit(lambda q: q.ledger(SKU)).result(20)
    return sorted(
        ((row.kind, row.quantity) for row in rows),
        key=lambda entry: ["opening", "planned", "arrived", "received"].index(entry[0]),
    )
