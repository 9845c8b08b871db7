"""`jdfulfil sync`: until nothing is left, the time is up, or somebody stops it."""

from __future__ import annotations

import asyncio

import pytest

from jdfulfil_desktop.application.results import SyncReport
from jdfulfil_desktop.domain.errors import OutcomeUnknown, RetryLater
from jdfulfil_desktop.sync.foreground import run_foreground
from tests.unit.sync.desk import Desk
from tests.unit.sync.virtual import run_virtually


def test_without_anything_to_do_it_is_idle_at_once() -> None:
    report = Desk().sync()
    assert report == SyncReport(idle=True, seconds=report.seconds)
    assert report.seconds < 1


def test_it_waits_for_its_own_retries(desk: Desk) -> None:
    numbers = desk.order("A1")
    desk.jd.fail("create_outbound", RetryLater(), times=7)
    report = desk.sync(timeout_s=300)
    assert report.idle
    assert report.seconds > 30
    desk.check_exactly_once(numbers)


def test_the_time_runs_out(desk: Desk) -> None:
    desk.order("A1")
    desk.jd.fail("create_outbound", RetryLater(), times=50)
    report = desk.sync(timeout_s=20)
    assert not report.idle
    assert 20 <= report.seconds < 21
    assert report.retries >= 4


def test_without_a_limit_it_goes_on_until_it_is_idle(desk: Desk) -> None:
    desk.order("A1")
    desk.jd.fail("create_outbound", RetryLater(), times=9)
    report = run_virtually(desk.time, lambda: run_foreground(desk.means(), timeout_s=None))
    assert report.idle
    assert report.pushed == 1


def test_somebody_may_stop_it(desk: Desk) -> None:
    desk.order("A1")

    async def main() -> SyncReport:
        stop = asyncio.Event()
        run = asyncio.create_task(run_foreground(desk.means(), until_idle=False, stop=stop))
        await desk.time.sleep(30)
        stop.set()
        return await run

    report = run_virtually(desk.time, main)
    assert report.idle
    assert report.pushed == 1
    assert 30 <= report.seconds < 31


@pytest.mark.expects_log
def test_a_crash_in_the_list_of_connections_is_logged_and_tried_again(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    numbers = desk.order("A1")
    desk.writer.failing = [ValueError("a bug of ours")]
    assert desk.sync().idle
    assert "cannot be read" in caplog.text
    desk.check_exactly_once(numbers)


def test_the_report_counts_what_was_in_doubt(desk: Desk) -> None:
    desk.order("A1", "A2", "A3")
    desk.jd.fail("create_outbound", OutcomeUnknown(), done=True)
    desk.jd.fail("create_outbound", OutcomeUnknown())
    report = desk.sync()
    assert (report.pushed, report.uncertain_resolved) == (3, 2)
    assert report.calls == dict(sorted(report.calls.items()))
