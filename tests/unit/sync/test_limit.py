"""Quick connections send fewer than a thousand orders a Jakarta day (R3)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from jdfulfil_desktop.domain.commands import RedecideOrders
from jdfulfil_desktop.domain.connection import Mode, jakarta_day
from jdfulfil_desktop.domain.errors import OutcomeUnknown, RetryLater
from jdfulfil_desktop.domain.outbound import PushState
from tests.unit.sync.desk import Desk


@pytest.fixture
def quick() -> Desk:
    """A Quick connection with three sendings left today."""
    desk = Desk()
    desk.set_up(mode=Mode.QUICK)
    use_up(desk, 996)
    return desk


def use_up(desk: Desk, count: int) -> None:
    number, day = desk.connection().id or 0, jakarta_day(desk.time.now())

    def work(uow: object) -> None:
        for _ in range(count):
            desk.memory.connections.count_sending(number, day)

    desk.do(work)


def reasons(desk: Desk, number: str) -> list[str]:
    decision = desk.memory.tables.decisions[desk.outbound(number).order_id or 0]
    return [code for code, _, _ in decision.reasons]


def alerts(desk: Desk) -> list[str]:
    return [alert.code for alert in desk.memory.tables.alerts.values()]


def test_the_thousandth_and_later_are_held_with_the_reason(quick: Desk) -> None:
    numbers = quick.order(*(f"A{n}" for n in range(8)))
    report = quick.sync()
    assert report.idle
    assert report.pushed == 3
    held = [n for n in numbers if quick.outbound(n).push_state is PushState.HELD]
    assert len(held) == 5
    assert all(reasons(quick, number) == ["quick_limit"] for number in held)
    assert not any(quick.outbound(number).reserved for number in held)
    assert alerts(quick) == ["quick_limit"]


def test_the_next_day_releases_them_by_itself(quick: Desk) -> None:
    numbers = quick.order(*(f"A{n}" for n in range(8)))

    async def tomorrow() -> None:
        await quick.time.sleep(100)
        assert list(quick.states().values()).count("held") == 5
        quick.time.jump(timedelta(days=1).total_seconds())

    quick.beside = tomorrow
    quick.sync(until_idle=False, timeout_s=300)
    quick.check_exactly_once(numbers)


def test_a_restart_the_next_day_releases_them(quick: Desk) -> None:
    numbers = quick.order(*(f"A{n}" for n in range(8)))
    quick.sync()
    quick.time.jump(timedelta(days=1).total_seconds())
    quick.restart()
    quick.sync(until_idle=False, timeout_s=60)
    quick.check_exactly_once(numbers)


def test_an_upgrade_to_basic_sends_on(quick: Desk) -> None:
    numbers = quick.order(*(f"A{n}" for n in range(8)))
    quick.sync()
    quick.change_connection(mode=Mode.BASIC)
    quick.command(RedecideOrders("pin:pin-1"))
    quick.sync()
    quick.check_exactly_once(numbers)


def test_what_never_left_does_not_count_and_what_left_counts_once(quick: Desk) -> None:
    numbers = quick.order("A1", "A2", "A3")
    quick.jd.fail("create_outbound", RetryLater(), times=10)
    quick.jd.fail("create_outbound", OutcomeUnknown(), times=4)
    quick.sync()
    quick.check_exactly_once(numbers)
    count = quick.do(
        lambda uow: uow.connections.sent_on(
            quick.connection().id or 0, jakarta_day(quick.time.now())
        )
    )
    assert count == 999


def test_from_800_on_there_is_one_warning() -> None:
    desk = Desk()
    desk.set_up(mode=Mode.QUICK)
    use_up(desk, 798)
    desk.order("A1", "A2", "A3", "A4")
    desk.sync()
    assert alerts(desk) == ["quick_limit_near"]


def test_basic_has_no_limit() -> None:
    desk = Desk()
    desk.set_up(mode=Mode.BASIC)
    use_up(desk, 2000)
    numbers = desk.order("A1", "A2")
    desk.sync()
    desk.check_exactly_once(numbers)
    assert alerts(desk) == []
