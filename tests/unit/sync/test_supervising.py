"""What an error does to an account, and who may sync it."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from datetime import timedelta

import pytest

from jdfulfil_desktop.application.ports import UnitOfWork
from jdfulfil_desktop.domain import commands as c
from jdfulfil_desktop.domain.connection import ConnectionState
from jdfulfil_desktop.domain.errors import (
    AuthorizeAgain,
    EnvironmentProblem,
    OutcomeUnknown,
    QuotaExceeded,
    RetryLater,
)
from jdfulfil_desktop.domain.inbound import InboundPushState
from jdfulfil_desktop.sync.fleet import Fleet
from jdfulfil_desktop.sync.supervisor import AccountStatus
from tests.unit.sync.desk import Desk
from tests.unit.sync.virtual import run_virtually


def test_another_process_keeps_the_account_to_itself(desk: Desk) -> None:
    numbers = desk.order("A1")
    desk.lock.elsewhere.add("pin-1")

    async def end_of_the_other() -> None:
        await desk.time.sleep(50)
        assert desk.jd.opened == []
        desk.lock.elsewhere.clear()

    desk.beside = end_of_the_other
    report = desk.sync()
    assert report.idle
    assert report.seconds >= 50
    desk.check_exactly_once(numbers)
    assert desk.lock.held == set()


def test_it_waits_for_its_turn_and_says_when_it_does_not_come(desk: Desk) -> None:
    desk.order("A1")
    desk.lock.elsewhere.add("pin-1")
    report = desk.sync(timeout_s=100)
    assert not report.idle
    assert desk.jd.outbounds == {}


def test_what_another_process_has_done_needs_no_turn(desk: Desk) -> None:
    desk.lock.elsewhere.add("pin-1")
    assert desk.sync(timeout_s=100).idle


def test_two_accounts_go_on_without_each_other(desk: Desk) -> None:
    desk.set_up("pin-2", "W2", "Toko Dua")
    own = desk.order("A1", "A2")
    other = desk.order("B1", "B2", store="Toko Dua")
    desk.jd.fail("create_outbound", QuotaExceeded(), times=2)
    report = desk.sync()
    desk.check_exactly_once([*own, *other])
    assert report.idle
    assert {gateway.pin for gateway in desk.jd.opened} == {"pin-1", "pin-2"}
    assert all(gateway.closed for gateway in desk.jd.opened)


def test_a_new_authorization_resumes_by_itself(desk: Desk) -> None:
    numbers = desk.order("A1", "A2")
    desk.jd.fail("create_outbound", AuthorizeAgain(), times=2)

    async def authorize() -> None:
        await desk.time.sleep(20)
        assert desk.connection().state is ConnectionState.REAUTHORIZE
        desk.change_connection(state=ConnectionState.OK, app_key="NEW")

    desk.beside = authorize
    desk.sync(until_idle=False, timeout_s=120)
    desk.check_exactly_once(numbers)
    assert len(desk.jd.opened) == 2


def test_a_subscription_that_changes_starts_the_workers_anew(desk: Desk) -> None:
    async def subscribe() -> None:
        await desk.time.sleep(20)
        assert desk.jd.opened[-1].counts["messages"] == 0
        desk.change_connection(subscribed=True)
        await desk.time.sleep(30)
        assert desk.jd.opened[-1].counts["messages"] == 1

    desk.beside = subscribe
    desk.sync(until_idle=False, timeout_s=60)
    assert len(desk.jd.opened) == 2


def test_a_connection_that_is_gone_ends_its_supervisor(desk: Desk) -> None:
    async def remove() -> None:
        await desk.time.sleep(20)
        desk.memory.tables.connections.clear()

    desk.beside = remove
    report = desk.sync(until_idle=False, timeout_s=100)
    assert desk.jd.opened[-1].closed
    assert report.idle


def test_a_full_disk_leaves_nothing_undone(desk: Desk) -> None:
    numbers = desk.order(*(f"A{n}" for n in range(6)))

    async def fill() -> None:
        for _ in range(8):
            await desk.time.sleep(0.07)
            desk.writer.failing = [EnvironmentProblem("disk_full")] * 3

    desk.beside = fill
    report = desk.sync()
    assert report.idle
    assert "disk_full" in [code for code, _, _ in report.errors]
    desk.check_exactly_once(numbers)
    assert all(count <= 2 for count in desk.jd.sendings.values())


@pytest.mark.expects_log
def test_a_crash_is_logged_and_the_account_goes_on(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    numbers = desk.order("A1", "A2")
    desk.jd.fail("create_outbound", ValueError("a bug of ours"))
    with caplog.at_level(logging.ERROR):
        report = desk.sync()
    assert report.idle
    assert ("internal", "pin-1", "") in report.errors
    assert "crashed" in caplog.text
    desk.check_exactly_once(numbers)


def test_what_was_interrupted_while_sending_an_inbound_list_is_settled(desk: Desk) -> None:
    desk.command(c.CreateInbound("W1", (("KOPI", 5),)))
    [known] = desk.memory.tables.inbounds.values()

    def interrupt(uow: UnitOfWork) -> None:
        uow.inbounds.save(replace(known, push_state=InboundPushState.SENDING))

    desk.do(interrupt)
    assert desk.sync().idle
    assert list(desk.jd.inbounds) == [known.inbound_no]
    assert desk.memory.tables.inbounds[known.inbound_no].push_state == "pushed"


def test_the_status_tells_what_an_account_does(desk: Desk) -> None:
    desk.order("A1")
    desk.jd.fail("create_outbound", QuotaExceeded(), times=2)
    seen: list[AccountStatus] = []

    async def main() -> None:
        fleet = Fleet(desk.means())
        assert not await fleet.is_idle()
        crew = asyncio.create_task(fleet.run())
        await desk.time.sleep(1)
        seen.extend(fleet.status())
        await desk.time.sleep(100)
        seen.extend(fleet.status())
        assert await fleet.close(1)
        crew.cancel()
        await asyncio.gather(crew, return_exceptions=True)

    run_virtually(desk.time, main)
    paused, working = seen
    assert (paused.phase, paused.trouble) == ("working", "quota_exceeded")
    assert 0 < paused.pause_s <= 2
    assert working == AccountStatus("pin-1", "working", pushed=1)


def test_a_token_that_ends_soon_is_refreshed_by_a_call(desk: Desk) -> None:
    desk.change_connection(token_expires_at=desk.time.now() + timedelta(hours=2))
    desk.jd.offset_s = 30.0
    desk.sync(until_idle=False, timeout_s=3500)
    assert desk.jd.opened[-1].counts["seller_info"] == 0
    desk.sync(until_idle=False, timeout_s=1300)
    assert desk.jd.opened[-1].counts["seller_info"] == 2
    assert desk.connection().last_contact_at is not None
    assert desk.connection().clock_offset_s == 30.0


def test_a_database_that_cannot_be_read_at_the_start_is_tried_again(desk: Desk) -> None:
    numbers = desk.order("A1")
    desk.writer.failing = [EnvironmentProblem("database_locked")] * 4
    assert desk.sync().idle
    desk.check_exactly_once(numbers)


@pytest.mark.expects_log
def test_a_supervisor_that_crashes_is_followed_by_a_new_one(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    numbers = desk.order("A1")
    desk.lock.broken = [OSError("lock file"), OSError("lock file")]
    report = desk.sync()
    assert report.idle
    assert ("internal", "pin-1", "") in report.errors
    assert caplog.text.count("supervisor of an account crashed") == 2
    desk.check_exactly_once(numbers)


def test_an_account_that_is_not_served_has_a_status_too(desk: Desk) -> None:
    desk.lock.elsewhere.add("pin-1")
    seen: list[AccountStatus] = []

    async def main() -> None:
        fleet = Fleet(desk.means())
        crew = asyncio.create_task(fleet.run())
        await desk.time.sleep(1)
        seen.extend(fleet.status())
        assert await fleet.close(1)
        crew.cancel()
        await asyncio.gather(crew, return_exceptions=True)

    run_virtually(desk.time, main)
    assert seen == [AccountStatus("pin-1", "elsewhere")]


def test_an_account_that_wants_a_person_is_named_in_the_report(desk: Desk) -> None:
    desk.order("A1")
    desk.change_connection(state=ConnectionState.WRONG, state_code="redirected")
    report = desk.sync()
    assert report.idle
    assert report.errors == (("redirected", "pin-1", ""),)
    assert report.calls == {}


@pytest.mark.parametrize("lost", [False, True])
def test_a_clock_that_is_set_back_keeps_nothing_waiting(desk: Desk, lost: bool) -> None:
    numbers = desk.order("A1")
    error = OutcomeUnknown("http_500") if lost else RetryLater()
    desk.jd.fail("create_outbound", error, times=1 if lost else 8)

    async def set_back() -> None:
        await desk.time.sleep(5 if lost else 100)
        assert desk.jd.outbounds == {}
        desk.time.jump(-86_400)

    desk.beside = set_back
    report = desk.sync(timeout_s=3600)
    assert report.idle
    assert report.seconds < 400
    desk.check_exactly_once(numbers)


def test_a_clock_that_was_ahead_for_a_moment_keeps_nothing_waiting(desk: Desk) -> None:
    """Between two looks it went forward and back: what was written then must not wait a day."""
    numbers = desk.order("A1")
    far = replace(desk.outbound(numbers[0]), next_attempt_at=desk.time.now() + timedelta(days=1))

    async def clock_ahead() -> None:
        await desk.time.sleep(0.2)
        desk.do(lambda uow: uow.outbounds.save_many([far]))

    desk.jd.fail("outbound_news", RetryLater("gateway_unreachable"), times=1)
    desk.beside = clock_ahead
    assert desk.sync(timeout_s=600).idle
    desk.check_exactly_once(numbers)


def test_a_clock_that_is_set_forward_changes_nothing(desk: Desk) -> None:
    numbers = desk.order("A1")
    desk.jd.fail("create_outbound", RetryLater(), times=3)
    desk.time.jump(86_400)
    assert desk.sync().idle
    desk.check_exactly_once(numbers)


def test_an_account_that_a_person_paused_waits_and_that_is_no_error(desk: Desk) -> None:
    desk.order("A1")
    desk.writer.submit(
        lambda uow: uow.connections.save(replace(uow.connections.all()[0], on_hold=True))
    )
    report = desk.sync(timeout_s=60)
    assert desk.jd.outbounds == {}
    assert report.errors == ()
