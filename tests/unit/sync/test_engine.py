"""The engine runs in a thread of its own; whoever calls it does not wait for the gateway."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from jdfulfil_desktop.application.remote.refreshing import refresh_outbounds
from jdfulfil_desktop.domain.errors import EnvironmentProblem
from jdfulfil_desktop.domain.events import PushQueued, StockChanged
from jdfulfil_desktop.sync.engine import Engine, call
from tests.unit.sync.desk import Desk


class RealTime:
    """Make the desk's virtual clock sleep for real, a hundred times faster."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds / 100)


@pytest.fixture
def engine(desk: Desk) -> Iterator[Engine]:
    real = RealTime(desk)
    desk.time.sleep = real.sleep  # type: ignore[method-assign]  # its clock stands, its sleep is real
    made = Engine(desk.means(look_every_s=100.0))
    desk.writer.listeners = [made.publish]
    yield made
    made.stop(1.0)


def wait_until(holds: Callable[[], bool], seconds: float = 10.0) -> None:
    tick = threading.Event()
    for _ in range(int(seconds / 0.01)):
        if holds():
            return
        tick.wait(0.01)
    pytest.fail("it did not happen in time")


def test_it_pushes_what_is_queued_and_stops(desk: Desk, engine: Engine) -> None:
    desk.order("A1")
    engine.start()
    wait_until(lambda: "SHOPEE-A1" in desk.jd.outbounds)
    wait_until(lambda: [s.pushed for s in engine.status()] == [1])
    assert engine.stop(5.0)
    assert engine.status() == ()
    desk.check_exactly_once(["SHOPEE-A1"])


def test_an_event_wakes_it(desk: Desk, engine: Engine) -> None:
    engine.start()
    wait_until(lambda: [s.phase for s in engine.status()] == ["working"])
    engine.publish([StockChanged()])
    done = engine.submit(lambda: _order(desk, engine))
    done.result(10)
    wait_until(lambda: "SHOPEE-A1" in desk.jd.outbounds)
    assert desk.jd.sendings["SHOPEE-A1"] == 1


def _is_sending(desk: Desk) -> bool:
    return bool(desk.jd.opened) and desk.jd.opened[0].counts["create_outbound"] == 1


async def _order(desk: Desk, engine: Engine) -> None:
    """Write in the engine's thread: memory tables know no threads."""
    desk.order("A1")
    engine.publish([PushQueued()])


def test_work_asked_for_runs_in_its_thread(desk: Desk, engine: Engine) -> None:
    engine.start()

    async def name() -> str:
        return threading.current_thread().name

    assert engine.submit(name).result(10) == "sync"
    report = engine.submit(lambda: refresh_outbounds(desk.office)).result(10)
    assert (report.checked, report.changed) == (0, 0)


def test_a_failure_of_work_reaches_who_asked(engine: Engine) -> None:
    engine.start()

    async def fail() -> None:
        raise EnvironmentProblem("disk_full")

    with pytest.raises(EnvironmentProblem, match="disk_full"):
        engine.submit(fail).result(10)


def test_a_stopped_engine_refuses_work(engine: Engine) -> None:
    async def work() -> None:
        return None

    with pytest.raises(EnvironmentProblem, match="sync_stopped"):
        engine.submit(work).result(1)
    engine.publish([PushQueued()])
    assert engine.stop()
    engine.start()
    assert engine.stop()
    with pytest.raises(EnvironmentProblem, match="sync_stopped"):
        engine.submit(work).result(1)
    engine.publish([PushQueued()])
    assert engine.stop()


def test_it_starts_once(engine: Engine) -> None:
    engine.start()
    with pytest.raises(RuntimeError):
        engine.start()


def test_what_is_under_way_may_finish(desk: Desk, engine: Engine) -> None:
    desk.order("A1")
    desk.jd.fail("create_outbound", None, seconds=50)
    engine.start()
    wait_until(lambda: _is_sending(desk))
    assert engine.stop(400.0)
    desk.check_exactly_once(["SHOPEE-A1"])


def test_what_does_not_finish_in_time_is_asked_about_next_time(desk: Desk, engine: Engine) -> None:
    desk.order("A1")
    desk.jd.fail("create_outbound", None, seconds=100_000)
    engine.start()
    wait_until(lambda: _is_sending(desk))
    assert engine.stop(1.0)
    assert desk.states() == {"SHOPEE-A1": "sending"}


@pytest.mark.expects_log
def test_a_crash_of_the_thread_is_logged(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    means = replace(desk.means(), office=None)
    engine = Engine(means)
    engine.start()
    wait_until(lambda: "ended by a crash" in caplog.text)
    assert engine.stop()
    assert engine.status() == ()


def test_an_ended_loop_needs_no_events() -> None:
    loop = asyncio.new_event_loop()
    loop.close()
    done: list[int] = []
    call(loop, lambda: done.append(1))
    assert done == []
