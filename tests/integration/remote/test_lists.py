"""Inbound lists over HTTP, judged by what the practice gateway holds (R27-R29)."""

from __future__ import annotations

from typing import Any

import pytest

from jdfulfil_desktop.application.results import RefreshReport
from jdfulfil_desktop.domain.errors import GatewayError, OutcomeUnknown, Refused
from tests.integration.remote.deeds import (
    DEAD_TOKEN,
    PASSING,
    UNCLEAR,
    draw_up,
    ledger,
    refresh,
    send,
    submit,
)
from tests.integration.remote.pc import Pc
from tests.integration.sync.merchant import SKU

SEND, ASK = "po.addPoOrder", "po.queryPoNo"


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
