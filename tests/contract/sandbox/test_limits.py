"""How often an App Key may call (PROTOCOL 7)."""

from datetime import timedelta
from pathlib import Path

from tests.contract.sandbox.inside import inside
from tests.contract.sandbox.practice import stamp
from tests.contract.sandbox.serving import MovableClock


class StoppedClock(MovableClock):
    """A clock whose seconds pass by hand only."""

    def monotonic(self) -> float:
        return self.moved.total_seconds()


def test_ten_calls_a_second_and_no_more() -> None:
    clock = StoppedClock()
    gateway = inside(clock, rate=10)
    try:
        gateway.authorize()
        codes = [gateway.code("master.queryDept") for _ in range(12)]
        assert codes == ["0"] * 10 + ["2"] * 2
        clock.moved = timedelta(seconds=1)
        assert gateway.code("master.queryDept") == "0"
    finally:
        gateway.stop()


def test_the_limit_is_the_apps_not_the_merchants() -> None:
    gateway = inside(StoppedClock(), rate=2)
    try:
        gateway.authorize()
        for _ in range(2):
            gateway.code("master.queryDept")
        gateway.authorize(1)
        assert gateway.code("master.queryDept") == "2"
        gateway.info = {**gateway.info, **gateway.info["basic"]}
        assert gateway.code("master.queryDept") == "19"
    finally:
        gateway.stop()


def test_a_days_calls_are_counted_beyond_a_restart_and_forgotten_at_midnight(
    tmp_path: Path,
) -> None:
    clock = MovableClock()
    state = tmp_path / "state.db"
    first = inside(clock, daily=3, state=state)
    first.authorize()
    codes = [first.code("master.queryDept") for _ in range(2)]
    first.stop()
    second = inside(clock, daily=3, state=state)
    try:
        second.token = first.token
        codes += [second.code("master.queryDept") for _ in range(3)]
        assert codes == ["0", "0", "0", "2", "2"]
        clock.moved = timedelta(days=1)
        assert second.code("master.queryDept", None, timestamp=stamp(clock.now())) == "0"
    finally:
        second.stop()


def test_calls_that_are_not_from_an_app_cost_it_nothing() -> None:
    gateway = inside(StoppedClock(), rate=1)
    try:
        gateway.authorize()
        assert gateway.code("master.queryDept", None, sign="0" * 32) == "12"
        assert gateway.code("master.queryDept") == "0"
    finally:
        gateway.stop()
