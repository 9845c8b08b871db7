"""Registering products while JD refuses, is away or unclear, and a death at any step."""

from __future__ import annotations

import pytest

from jdfulfil_desktop.domain.connection import ConnectionState
from jdfulfil_desktop.domain.errors import (
    AlreadyThere,
    AuthorizeAgain,
    FulfilError,
    Misconfigured,
    OutcomeUnknown,
    QuotaExceeded,
    Refused,
    RetryLater,
)
from jdfulfil_desktop.domain.warehouse import PlacementState
from tests.unit.remote.counter import Counter
from tests.unit.remote.registering import GONE, calls, counts, push
from tests.unit.sync.virtual import Died


def test_jd_s_refusal_is_kept_in_its_words_and_may_be_tried_again(connected: Counter) -> None:
    connected.add_products("KOPI", "TEH")
    connected.jd.fail("create_goods", Refused(en="name not allowed", zh="名称"))
    report = push(connected)
    assert counts(report) == (1, 0, 1)
    [problem] = report.problems
    assert (problem.code, problem.message) == ("gateway_rejected", "name not allowed")
    placed = connected.placement(problem.subject)
    assert (placed.state, placed.error_text) == ("failed", "name not allowed")
    assert connected.ledger(problem.subject) == []
    assert counts(push(connected)) == (1, 0, 0)
    assert connected.placement(problem.subject).error_code == ""


@pytest.mark.parametrize("done", [False, True])
@pytest.mark.parametrize("times", [1, 2])
def test_an_unknown_outcome_is_settled_before_anything_is_sent_again(
    connected: Counter, done: bool, times: int
) -> None:
    connected.add_products("KOPI", "TEH", "GULA")
    connected.jd.fail("create_goods", GONE, times=times, done=done)
    began = connected.time.monotonic()
    report = push(connected)
    assert counts(report) == (3, 0, 0)
    assert len(connected.jd.goods) == 3
    assert (connected.time.monotonic() - began >= 10) is not done


def test_a_write_that_still_runs_at_jd_is_no_refusal(connected: Counter) -> None:
    connected.add_products("KOPI")
    connected.jd.fail("create_goods", AlreadyThere(jd_code="17"))
    assert counts(push(connected)) == (1, 0, 0)
    connected.add_products("TEH")
    connected.jd.goods["TEH"] = "EMG7"
    connected.granting.barcodes = {}
    connected.jd.fail("find_goods", None)
    assert counts(push(connected)) == (0, 1, 0)


def test_what_stays_in_doubt_is_finished_by_the_sync(connected: Counter) -> None:
    connected.add_products("KOPI")
    connected.jd.fail("create_goods", GONE, times=2)
    with pytest.raises(OutcomeUnknown) as doubt:
        push(connected)
    assert doubt.value.code == "connection_lost"
    assert connected.placement("KOPI").state is PlacementState.UNCERTAIN
    assert connected.sync().idle
    assert connected.placement("KOPI").state is PlacementState.PUSHED
    assert connected.ledger("KOPI") == [("opening", 0)]


def test_one_product_in_doubt_keeps_no_other_from_jd(connected: Counter) -> None:
    connected.add_products(*(f"A{n:03d}" for n in range(60)))
    connected.jd.fail("create_goods", GONE)
    connected.jd.fail("create_goods", None, times=49)
    connected.jd.fail("create_goods", GONE)
    report = push(connected)
    assert counts(report) == (59, 0, 1)
    assert [p.code for p in report.problems] == ["connection_lost"]
    assert connected.placement("A000").state is PlacementState.UNCERTAIN
    assert connected.sync().idle
    assert len(connected.jd.goods) == 60


def test_a_gateway_of_unclear_answers_is_left_alone(connected: Counter) -> None:
    connected.add_products(*(f"A{n}" for n in range(9)))
    connected.jd.fail("create_goods", GONE, times=99)
    with pytest.raises(OutcomeUnknown):
        push(connected)
    assert calls(connected)["create_goods"] <= 6
    states = [connected.placement(f"A{n}").state for n in range(9)]
    assert states == [PlacementState.UNCERTAIN] * 3 + [PlacementState.WAITING] * 6
    connected.jd.mend()
    assert connected.sync().idle
    assert len(connected.jd.goods) == 9


@pytest.mark.parametrize(
    ("failure", "waits"), [(RetryLater("gateway_unreachable"), 5.0), (QuotaExceeded(), 7.0)]
)
def test_what_did_nothing_is_tried_again_but_not_for_ever(
    connected: Counter, failure: FulfilError, waits: float
) -> None:
    connected.add_products("KOPI", "TEH")
    connected.jd.fail("create_goods", failure, times=2)
    assert counts(push(connected)) == (2, 0, 0)
    connected.add_products("GULA")
    connected.jd.fail("create_goods", failure, times=99)
    began = connected.time.monotonic()
    with pytest.raises(type(failure)):
        push(connected)
    assert waits * 0.8 <= connected.time.monotonic() - began <= waits * 1.2 + 2
    assert connected.placement("GULA").state is PlacementState.WAITING
    assert connected.connection().state is ConnectionState.OK
    connected.jd.mend()
    assert connected.sync().idle
    assert connected.placement("GULA").state is PlacementState.PUSHED


def test_what_was_registered_before_a_failure_is_kept(connected: Counter) -> None:
    connected.add_products(*(f"A{n:02d}" for n in range(10)))
    connected.jd.fail("create_goods", None, times=4)
    connected.jd.fail("create_goods", QuotaExceeded(), times=3)
    report = push(connected)
    assert counts(report) == (4, 0, 6)
    assert {p.code for p in report.problems} == {"quota_exceeded"}
    assert connected.placement("A03").opened
    assert connected.placement("A04").state is PlacementState.WAITING
    assert counts(push(connected)) == (6, 0, 0)


@pytest.mark.parametrize(
    ("failure", "state"),
    [(AuthorizeAgain(), "reauthorize"), (Misconfigured("redirected"), "wrong")],
)
def test_a_refused_account_is_marked_and_the_products_wait(
    connected: Counter, failure: FulfilError, state: str
) -> None:
    connected.add_products("KOPI")
    connected.jd.fail("create_goods", failure)
    with pytest.raises(type(failure)):
        push(connected)
    assert (connected.connection().state, connected.connection().state_code) == (
        state,
        failure.code,
    )
    assert connected.placement("KOPI").state is PlacementState.WAITING
    assert all(gateway.closed for gateway in connected.jd.opened)
    connected.connect()
    assert connected.sync().idle
    assert connected.placement("KOPI").state is PlacementState.PUSHED


def test_without_its_figure_a_product_is_not_registered_yet(connected: Counter) -> None:
    """Else a receipt that comes before the opening would count twice (R22)."""
    connected.add_products("KOPI")
    connected.jd.fail("stock", RetryLater(), times=5)
    with pytest.raises(RetryLater):
        push(connected)
    assert connected.placement("KOPI").state is PlacementState.WAITING
    assert connected.ledger("KOPI") == []
    assert counts(push(connected)) == (0, 1, 0)
    assert connected.ledger("KOPI") == [("opening", 0)]


def test_a_death_at_any_step_is_finished_by_the_sync(connected: Counter) -> None:
    connected.add_products("KOPI", "TEH")
    steps = connected.count_steps()
    push(connected)
    total = len(steps)
    assert total > 15
    for number in range(1, total + 1):
        fresh = Counter()
        fresh.connect()
        fresh.add_products("KOPI", "TEH")
        fresh.die_at(number)
        with pytest.raises(Died):
            push(fresh)
        fresh.restart()
        assert fresh.sync().idle
        push(fresh)
        assert sorted(fresh.jd.goods) == ["KOPI", "TEH"], number
        for sku in ("KOPI", "TEH"):
            assert fresh.placement(sku).state is PlacementState.PUSHED, number
            assert fresh.ledger(sku) == [("opening", 0)], number
