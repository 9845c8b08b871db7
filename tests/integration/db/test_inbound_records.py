from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from jdfulfil_desktop.application.queries import Filter, Sort
from jdfulfil_desktop.domain.errors import Conflict
from jdfulfil_desktop.domain.ids import InboundNo, Sku
from jdfulfil_desktop.domain.inbound import Inbound, InboundLine, InboundPushState
from jdfulfil_desktop.domain.product import Product, ShelfLife
from tests.integration.db.making import (
    NOW,
    W1,
    Desk,
    later,
)

FULL = Product(
    sku=Sku("SKU-1"),
    name="Kaos 100% katun_",
    barcode="899100",
    weight_g=250,
    length_mm=300,
    width_mm=200,
    height_mm=10,
    shelf_life=ShelfLife(365, 200, 100, confirmed=True),
    picture="kaos.png",
    category_no="C1",
)


def an_inbound(number: str, **changes) -> Inbound:
    fields = {"lines": (InboundLine(Sku("SKU-1"), 10), InboundLine(Sku("SKU-2"), 5))}
    return Inbound(InboundNo(number), W1, **(fields | changes))


def test_inbound_lists(desk: Desk, account: int) -> None:
    lines = (InboundLine(Sku("SKU-1"), 10, 8, {"short": 1, "damaged": 1}, booked=8),)
    full = an_inbound(
        "IN-261124-001",
        note="rak 3",
        lines=lines,
        push_state=InboundPushState.PUSHED,
        jd_no="EPL1",
        jd_status=70,
        created_at=NOW,
        completed_at=later(hours=1),
        status_at=later(hours=2),
        attempts=1,
        next_attempt_at=later(hours=3),
        error_code="c",
        error_text="t",
        corrections=1,
    )

    def work(uow):
        uow.products.save_many([FULL])
        stored = uow.inbounds.save(full)
        return stored, uow.inbounds.get(full.inbound_no), uow.inbounds.by_jd_nos(["EPL1", ""])

    stored, found, by_no = desk.write(work)
    assert stored == found == by_no["EPL1"] == replace(full, id=stored.id, version=1)
    again = desk.write(lambda uow: uow.inbounds.save(replace(stored, note="rak 4")))
    assert (again.version, again.note) == (2, "rak 4")
    with pytest.raises(Conflict, match="IN-261124-001"):
        desk.write(lambda uow: uow.inbounds.save(stored))
    row = desk.read(lambda q: q.inbound("IN-261124-001"))
    assert row is not None
    assert (row.note, row.planned, row.received, row.lines[0].name) == ("rak 4", 10, 8, FULL.name)
    assert row.lines[0].differences == {"short": 1, "damaged": 1}
    desk.write(lambda uow: uow.inbounds.delete("IN-261124-001"))
    assert desk.write(lambda uow: uow.inbounds.get("IN-261124-001")) is None
    assert desk.read(lambda q: q.inbound("IN-261124-001")) is None
    assert desk.write(lambda uow: uow.inbounds.by_jd_nos([])) == {}


def test_inbound_numbers_tell_the_second_and_never_come_twice(desk: Desk) -> None:
    """A restored backup, or another database, must not give a number that JD has already."""
    at = datetime(2026, 11, 23, 23, 30, 5, tzinfo=UTC)

    def number(uow):
        return uow.inbounds.next_number(at)

    assert desk.write(number) == "IN-261124-063005", "Jakarta's day"
    for made in ("IN-261124-001", "IN-261124-063005", "IN-261125-070000"):
        desk.write(lambda uow, made=made: uow.inbounds.save(an_inbound(made)))
    assert desk.write(number) == "IN-261124-063006"
    desk.write(lambda uow: uow.inbounds.save(an_inbound("IN-261124-080000")))
    assert desk.write(number) == "IN-261124-080001", "a clock that was set back"


def test_inbound_lists_by_state(desk: Desk, account: int) -> None:
    states = {state: f"IN-{state}" for state in InboundPushState}

    def work(uow):
        for state, number in states.items():
            uow.inbounds.save(an_inbound(number, push_state=state))
        pushed = InboundPushState.PUSHED
        uow.inbounds.save(an_inbound("IN-done", push_state=pushed, jd_status=70))
        late = {"push_state": InboundPushState.QUEUED, "next_attempt_at": later(minutes=1)}
        uow.inbounds.save(an_inbound("IN-late", **late))
        return (
            {x.inbound_no for x in uow.inbounds.open()},
            {x.inbound_no for x in uow.inbounds.open(account)},
            uow.inbounds.open(404),
            [x.inbound_no for x in uow.inbounds.due(NOW)],
        )

    everywhere, own, nobody, due = desk.write(work)
    assert everywhere == own == {"IN-sending", "IN-uncertain", "IN-pushed", "IN-cancelling"}
    assert (nobody, due) == ([], ["IN-queued", "IN-uncertain", "IN-cancelling"])
    assert desk.read(lambda q: q.inbound_baskets()) == {
        "draft": 1,
        "queued": 2,
        "uncertain": 3,
        "at_jd": 1,
        "held": 1,
        "done": 1,
        "closed": 1,
    }
    for asked, count in (
        (Filter("uncertain"), 3),
        (Filter(search="late"), 1),
        (Filter(search="sku-2"), 10),
        (Filter(equals={"push_state": "queued"}), 2),
    ):
        assert desk.read(lambda q, asked=asked: q.inbound_count(asked)) == count
    page = desk.read(lambda q: q.inbound_page(Filter(), Sort("inbound_no"), 1, 2))
    assert [row.inbound_no for row in page] == ["IN-cancelling", "IN-done"]
    newest = desk.read(lambda q: q.inbound_page(Filter(), Sort(), 0, 1))
    assert [row.inbound_no for row in newest] == ["IN-late"]
