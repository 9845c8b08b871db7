"""Refresh Status of inbound lists: receipts count once, figures come along (R28-R30)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jdfulfil_desktop.application.remote.products import push_products
from jdfulfil_desktop.application.results import RefreshReport
from jdfulfil_desktop.domain.errors import (
    AlreadyThere,
    OutcomeUnknown,
    RuleError,
)
from tests.unit.remote.counter import REQUEST, Counter
from tests.unit.remote.lists import GONE, kept, receive, refresh, submit


def test_refresh_status_finds_a_list_in_doubt_and_sends_nothing(
    drawn: tuple[Counter, str],
) -> None:
    counter, number = drawn
    counter.jd.fail("create_inbound", GONE, times=2, done=True)
    counter.jd.blind = 9
    with pytest.raises((OutcomeUnknown, AlreadyThere)):
        submit(counter, number)
    counter.jd.blind = 1
    assert refresh(counter).changed == 0
    assert kept(counter, number).push_state == "uncertain"
    counter.jd.inbounds[number].status = 20
    assert refresh(counter).changed == 1
    found = kept(counter, number)
    assert (found.push_state, found.jd_no, found.jd_status) == ("pushed", "EPL0001", 20)


def test_what_was_really_received_counts_once(drawn: tuple[Counter, str]) -> None:
    counter, number = drawn
    submit(counter, number)
    receive(counter, number)
    counter.jd.figures = {"EMG-KOPI": 20}
    assert refresh(counter) == RefreshReport(checked=1, changed=1, calls=2)
    assert refresh(counter).changed == 0
    assert refresh(counter, number) == RefreshReport(checked=1, changed=0, calls=2)
    row = counter.do(lambda uow: uow.ledger.rows(["W1"], ["KOPI"]))["W1", "KOPI"]
    assert (row.on_hand, row.incoming, row.jd_figure) == (20, 0, 20)
    assert counter.ledger("KOPI") == [
        ("opening", 0),
        ("planned", 20),
        ("arrived", -20),
        ("received", 20),
    ]


def test_an_opening_that_comes_late_leaves_out_what_is_booked(drawn: tuple[Counter, str]) -> None:
    """A database of before knows products at JD whose opening was never written (R22)."""
    counter, number = drawn
    submit(counter, number)
    unopened = replace(counter.placement("KOPI"), opened=False)
    counter.memory.tables.placements["W1", "KOPI"] = unopened
    counter.memory.tables.ledger = {
        key: entry for key, entry in counter.memory.tables.ledger.items() if entry.kind != "opening"
    }
    receive(counter, number)
    counter.jd.figures = {"EMG-KOPI": 25}
    refresh(counter)
    assert ("opening", 5) in counter.ledger("KOPI")
    row = counter.do(lambda uow: uow.ledger.rows(["W1"], ["KOPI"]))["W1", "KOPI"]
    assert row.on_hand == row.jd_figure == 25


def test_unknown_numbers_are_refused(connected: Counter) -> None:
    with pytest.raises(RuleError) as refused:
        refresh(connected, "IN-0")
    assert refused.value.code == "inbound_not_found"


def test_figures_are_asked_of_each_department(connected: Counter) -> None:
    connected.connect(replace(REQUEST, department_no="EBU2", warehouse_no="W3"))
    connected.add_products("KOPI", "TEH")
    connected.run(lambda: push_products(connected.office, "W1", ["KOPI"]))
    connected.run(lambda: push_products(connected.office, "W3", ["TEH"]))
    connected.granting.asked_stock.clear()
    refresh(connected)
    assert connected.granting.asked_stock == [("EBU1", "W1", ""), ("EBU2", "W3", "")]
