"""The process dies before or after any transaction or call; a new one goes on where it was."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from random import Random

import pytest

from jdfulfil_desktop.application.remote.cancelling import cancel_outbound
from jdfulfil_desktop.domain.errors import (
    AlreadyThere,
    GatewayError,
    OutcomeUnknown,
    QuotaExceeded,
    RetryLater,
)
from jdfulfil_desktop.domain.outbound import PushState
from tests.unit.sync.desk import Desk
from tests.unit.sync.virtual import Died, run_virtually

ORDERS = ("A1", "A2", "A3")
NUMBERS = [f"SHOPEE-{number}" for number in ORDERS]


def plain(desk: Desk) -> None:
    """Let nothing else go wrong."""


def lost_answer(desk: Desk) -> None:
    desk.jd.fail("create_outbound", OutcomeUnknown("connection_lost"), done=True)


def lost_call(desk: Desk) -> None:
    desk.jd.fail("create_outbound", OutcomeUnknown("connection_lost"))
    desk.jd.fail("outbound_news", RetryLater("connection_lost"))


def prepare(scene: Callable[[Desk], None]) -> Desk:
    desk = Desk()
    desk.set_up(subscribed=True)
    desk.order(*ORDERS)
    scene(desk)
    return desk


@pytest.mark.parametrize("scene", [plain, lost_answer, lost_call])
def test_a_death_at_any_step_loses_and_doubles_nothing(scene: Callable[[Desk], None]) -> None:
    desk = prepare(scene)
    names = desk.count_steps()
    desk.sync()
    steps = len(names)
    desk.check_exactly_once(NUMBERS)
    deaths = 0
    for number in range(1, steps + 1):
        desk = prepare(scene)
        desk.die_at(number)
        try:
            desk.sync()
        except Died:
            deaths += 1
        desk.restart()
        report = desk.sync()
        assert report.idle, number
        desk.check_exactly_once(NUMBERS)
        assert all(count <= 2 for count in desk.jd.sendings.values())
    # The last steps are the closing: whoever dies there has done all.
    assert deaths >= steps - 2


@pytest.mark.parametrize("seed", range(40))
def test_a_day_of_faults_and_deaths_loses_and_doubles_nothing(seed: int) -> None:
    chance = Random(seed)
    desk = Desk(seed=seed)
    desk.set_up(subscribed=chance.random() < 0.5)
    numbers = desk.order(*(f"B{n}" for n in range(12)))
    errors: list[Callable[[], GatewayError]] = [
        lambda: RetryLater("gateway_unreachable"),
        lambda: OutcomeUnknown("http_500"),
        lambda: AlreadyThere(jd_code="17"),
        QuotaExceeded,
    ]
    for _ in range(chance.randrange(1, 6)):
        for method in ("create_outbound", "outbound_news", "create_shop", "find_shop", "stock"):
            if chance.random() < 0.6:
                error = chance.choice(errors)()
                writes = method in ("create_outbound", "create_shop")
                if not writes and isinstance(error, OutcomeUnknown | AlreadyThere):
                    error = RetryLater("garbage")
                done = isinstance(error, OutcomeUnknown | AlreadyThere) and chance.random() < 0.5
                desk.jd.fail(
                    method,
                    error,
                    times=chance.randrange(1, 3),
                    done=done,
                    seconds=chance.choice([0.05, 1.0, 29.0]),
                )
        desk.die_at(chance.randrange(1, 60))
        try:
            desk.sync(timeout_s=chance.choice([5.0, 60.0, 600.0]))
        except Died:
            assert desk.time.died
        desk.restart()
    desk.jd.mend()
    report = desk.sync(timeout_s=7200)
    assert report.idle
    desk.check_exactly_once(numbers)
    assert desk.do(lambda uow: uow.outbounds.sending()) == []


def test_a_death_while_cancelling_is_followed_by_the_next_process() -> None:
    steps = _cancel_steps()
    for number in range(1, len(steps) + 1):
        desk = Desk()
        desk.set_up()
        [order] = desk.order("A1")
        desk.sync()
        desk.die_at(number)
        try:
            run_virtually(desk.time, partial(cancel_outbound, desk.office, "SHOPEE-A1"))
        except Died:
            assert desk.time.died
        desk.restart()
        assert desk.sync().idle, number
        state = desk.outbound(order).push_state
        at_jd = desk.jd.outbounds[order].status
        assert (state is PushState.CANCELLED) == (at_jd == 10028 and state is not PushState.PUSHED)
        assert state in (PushState.CANCELLED, PushState.PUSHED)


def _cancel_steps() -> list[str]:
    desk = Desk()
    desk.set_up()
    desk.order("A1")
    desk.sync()
    steps = desk.count_steps()
    run_virtually(desk.time, lambda: cancel_outbound(desk.office, "SHOPEE-A1"))
    assert desk.outbound("SHOPEE-A1").push_state is PushState.CANCELLED
    return steps
