"""What JD received, however it tells it: stock and ledger against the gateway's own (R28-R30)."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from jdfulfil_desktop.application.queries import ReceiptRow
from jdfulfil_desktop.application.remote.ending import cancel_inbound, close_inbound
from jdfulfil_desktop.application.results import EndReport
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.sandbox.world.receiving import FURTHER_KINDS
from jdfulfil_desktop.sync.engine import Engine
from tests.integration.remote.deeds import draw_up, push, refresh, send
from tests.integration.remote.pc import Pc
from tests.integration.sync.merchant import SKU
from tests.integration.sync.waiting import wait_until

CANCEL, CLOSE = "po.cancalPoOrder", "po.closePo"
TEH = "TEH-001"


@pytest.fixture
def two(merchant: Pc) -> Pc:
    """A merchant with two products at JD."""
    merchant.add_products(TEH)
    push(merchant, merchant.warehouse_no, [TEH])
    return merchant


@pytest.fixture
def told(two: Pc) -> Iterator[Pc]:
    """The same merchant, subscribed, with the background sync at work as in the window."""
    two.authorize(subscribe=True)
    engine = Engine(two.means())
    two.application.hub.subscribe(engine)
    engine.start()
    yield two
    assert engine.stop(5.0)


def receipts(pc: Pc, number: str) -> list[ReceiptRow]:
    return pc.application.reader.submit(lambda q: q.receipts(number)).result(20)


def notes(pc: Pc, number: str) -> list[str]:
    return [n.kind for n in pc.application.reader.submit(lambda q: q.notes(number)).result(20)]


def booked(pc: Pc, sku: str, kind: str = "received") -> dict[str, int]:
    """Give the ledger's units of a SKU by document."""
    rows = pc.application.reader.submit(lambda q: q.ledger(sku)).result(20)
    return {row.document: row.quantity for row in rows if row.kind == kind}


def agree_with_jd(pc: Pc, *skus: str) -> None:
    """Hold our stock against what "JD" itself has: good pieces by product, nothing on the way."""
    good: dict[str, int] = dict.fromkeys(skus, 0)
    for row in pc.practice.state()["stock"]:
        if row["stockStatus"] == "1" and row["isvGoodsNo"] in good:
            good[row["isvGoodsNo"]] += row["totalNum"]
    for sku in skus:
        ours = pc.stock(sku)
        assert (ours.on_hand, ours.jd_figure) == (good[sku], good[sku]), sku


def cancel(pc: Pc, number: str) -> EndReport:
    return pc.run(lambda: cancel_inbound(pc.application.office, number))


def close(pc: Pc, number: str) -> EndReport:
    return pc.run(lambda: close_inbound(pc.application.office, number))


def test_every_kind_of_difference_is_kept_and_only_good_pieces_are_stock(two: Pc) -> None:
    """R28, R29: all kinds of PROTOCOL 2.4 by line; good stock apart from the rest."""
    number = send(two, two.warehouse_no, (SKU, 100), (TEH, 5))
    came = {kind: at for at, kind in enumerate(FURTHER_KINDS, start=1)}
    told = {SKU: {"good": 20, "damaged": 3, **came}, TEH: 7}
    two.practice.advance(number, 70, received=told)
    refresh(two)
    first, second = two.inbound(number).lines
    short = 100 - 20 - 3 - sum(came.values())
    assert first.received == 20
    assert dict(first.differences) == {"damaged": 3, "short": short, **came}
    assert (second.received, dict(second.differences)) == (7, {"excess": 2})
    agree_with_jd(two, SKU, TEH)
    [at_jd] = two.practice.state()["inbound"]
    by_goods = {line["isvGoodsNo"]: line for line in at_jd["lines"]}
    assert by_goods[SKU]["differences"] == dict(first.differences)
    [receipt] = receipts(two, number)
    assert (receipt.document, receipt.booked) == (number, 27)
    assert two.stock(SKU).incoming == two.stock(TEH).incoming == 0


def test_goods_that_come_in_two_parts_are_two_receipts_and_are_booked_once(two: Pc) -> None:
    """R29: nothing is booked before 70."""
    number = send(two, two.warehouse_no, (SKU, 20), (TEH, 6))
    for came in ({SKU: 8}, {SKU: {"good": 15, "damaged": 1}, TEH: 6}):
        two.practice.advance(number, 50, received=came)
        for _ in range(2):
            refresh(two, number)
        assert booked(two, SKU) == {}
        assert two.stock(SKU).incoming == 20
    parts = [{sku: (n, dict(d)) for sku, n, d in r.parts} for r in receipts(two, number)]
    assert parts == [{SKU: (8, {})}, {SKU: (7, {"damaged": 1}), TEH: (6, {})}]
    assert {(r.document, r.booked) for r in receipts(two, number)} == {("", 0)}
    two.practice.advance(number, 70)
    refresh(two)
    last = receipts(two, number)[-1]
    assert (last.document, last.booked) == (number, 21)
    assert [(sku, n, dict(d)) for sku, n, d in last.parts] == [(SKU, 0, {"short": 4})]
    assert booked(two, SKU) == {number: 15}
    agree_with_jd(two, SKU, TEH)


def test_later_corrections_of_jd_are_documents_of_their_own(two: Pc) -> None:
    """R29: `NO#2`, `NO#3` …; asked about by hand, for completed lists are not asked by itself."""
    number = send(two, two.warehouse_no, (SKU, 20))
    for good in (20, 17, 19):
        two.practice.advance(number, 70, received={SKU: good})
        for _ in range(2):
            refresh(two, number)
    assert booked(two, SKU) == {number: 20, f"{number}#2": -3, f"{number}#3": 2}
    assert [(r.document, r.booked) for r in receipts(two, number)] == [
        (number, 20),
        (f"{number}#2", -3),
        (f"{number}#3", 2),
    ]
    agree_with_jd(two, SKU)
    assert two.inbound(number).corrections == 2


@pytest.mark.parametrize("kinds", [("duplicate_message",), ("reorder_messages",), ("both",)])
def test_doubled_and_disordered_messages_book_once(told: Pc, kinds: tuple[str, ...]) -> None:
    """R29, R30: by itself, with the subscription."""
    seed = random.randrange(10_000)
    print("seed", seed)  # noqa: T201  a failure can be repeated
    chance = random.Random(seed)
    faults = ("duplicate_message", "reorder_messages") if kinds == ("both",) else kinds
    for kind in faults:
        told.practice.fault(kind, "messages", times=50)
    numbers = [send(told, told.warehouse_no, (SKU, 10), (TEH, 4)) for _ in range(3)]
    steps = [(n, s) for n in numbers for s in (20, 50, 50, 70)]
    chance.shuffle(steps)
    at = dict.fromkeys(numbers, 0)
    for number, _ in steps:
        status, came = ((20, None), (50, {SKU: 3}), (50, {SKU: 9}), (70, {SKU: 9, TEH: 5}))[
            at[number]
        ]
        at[number] += 1
        more: dict[str, Any] = {} if came is None else {"received": came}
        told.practice.advance(number, status, **more)
    wait_until(lambda: all(told.inbound(n).jd_status == 70 for n in numbers))
    wait_until(lambda: told.stock(SKU).jd_figure == 27 == told.stock(SKU).on_hand)
    agree_with_jd(told, SKU, TEH)
    assert booked(told, SKU) == dict.fromkeys(numbers, 9)
    assert booked(told, TEH) == dict.fromkeys(numbers, 5)
    assert told.stock(SKU).incoming == told.stock(TEH).incoming == 0


@pytest.mark.parametrize("status", [10, 20])
def test_a_list_is_cancelled_before_jd_begins(two: Pc, status: int) -> None:
    number = send(two, two.warehouse_no, (SKU, 20))
    two.practice.advance(number, status)
    assert cancel(two, number) == EndReport(number, "cancelled")
    assert cancel(two, number) == EndReport(number, "cancelled")
    assert two.calls(CANCEL) == 1
    [at_jd] = two.practice.state()["inbound"]
    assert (at_jd["status"], two.inbound(number).push_state) == (91, "cancelled")
    assert booked(two, SKU, "planned") == {number: 20}
    assert two.stock(SKU).incoming == 0
    assert "inbound_cancel_asked" in notes(two, number)


def test_a_cancel_while_goods_are_received_is_refused_and_all_that_came_counts(two: Pc) -> None:
    number = send(two, two.warehouse_no, (SKU, 20))
    two.practice.advance(number, 50, received={SKU: 12})
    assert cancel(two, number) == EndReport(number, "refused", "inbound_being_received")
    assert two.calls(CANCEL) == 0
    two.practice.advance(number, 70)
    assert cancel(two, number) == EndReport(number, "refused", "inbound_completed")
    assert booked(two, SKU) == {number: 12}
    refresh(two)
    agree_with_jd(two, SKU)


def test_a_list_that_jd_cancels_while_it_receives_books_nothing(two: Pc) -> None:
    number = send(two, two.warehouse_no, (SKU, 20))
    two.practice.advance(number, 50, received={SKU: 12})
    refresh(two)
    for status in (90, 91):
        two.practice.advance(number, status)
        refresh(two)
    assert two.inbound(number).push_state == "cancelled"
    assert booked(two, SKU) == {}
    assert two.stock(SKU).incoming == 0
    agree_with_jd(two, SKU)


@pytest.mark.parametrize(
    ("kind", "more"),
    [("drop_before", {}), ("drop_after", {}), ("http_500", {}), ("error_code", {"code": "2"})],
)
def test_a_cancel_without_an_answer_is_settled_by_itself(
    two: Pc, kind: str, more: dict[str, Any]
) -> None:
    number = send(two, two.warehouse_no, (SKU, 20))
    two.practice.fault(kind, CANCEL, times=4, **more)
    assert cancel(two, number).result in ("cancelled", "cancelling")
    two.practice.control("DELETE", "faults")
    assert two.sync().idle
    assert two.inbound(number).push_state == "cancelled"
    assert two.stock(SKU).incoming == 0


def test_jd_refuses_a_cancel(two: Pc) -> None:
    number = send(two, two.warehouse_no, (SKU, 20))
    two.practice.fault("error_code", CANCEL, code="61", message="not now")
    report = cancel(two, number)
    assert (report.result, report.code) == ("refused", "inbound_cancel_refused")
    assert two.inbound(number).push_state == "pushed"
    two.practice.advance(number, 70)
    refresh(two)
    agree_with_jd(two, SKU)


def test_what_jd_never_had_is_cancelled_here(two: Pc) -> None:
    number = draw_up(two, two.warehouse_no, (SKU, 20))
    assert cancel(two, number) == EndReport(number, "cancelled")
    assert two.lists_at_jd() == []
    assert two.inbound(number).push_state == "cancelled"


@pytest.mark.parametrize("kind", ["", "drop_after", "drop_before"])
def test_closing_books_what_has_arrived(two: Pc, kind: str) -> None:
    number = send(two, two.warehouse_no, (SKU, 20), (TEH, 3))
    with pytest.raises(RuleError) as early:
        close(two, number)
    assert early.value.code == "inbound_not_issued"
    two.practice.advance(number, 50, received={SKU: 12})
    if kind:
        two.practice.fault(kind, CLOSE, times=1)
    assert close(two, number) == EndReport(number, "closed")
    assert close(two, number) == EndReport(number, "closed")
    assert booked(two, SKU) == {number: 12}
    assert booked(two, TEH) == {}
    assert two.stock(TEH).incoming == 0
    agree_with_jd(two, SKU, TEH)
    assert dict(two.inbound(number).lines[1].differences) == {"short": 3}


def test_a_draft_has_nothing_to_close(two: Pc, tmp_path: Path) -> None:
    number = draw_up(two, two.warehouse_no, (SKU, 20))
    with pytest.raises(RuleError) as refused:
        close(two, number)
    assert refused.value.code == "inbound_not_at_jd"
