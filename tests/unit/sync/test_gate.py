from __future__ import annotations

import asyncio

from jdfulfil_desktop.sync.gate import Gate
from tests.unit.sync.virtual import VirtualTime, run_virtually


def gate_of(clock: VirtualTime) -> Gate:
    return Gate(clock, clock.sleep)


def test_an_open_gate_lets_all_pass() -> None:
    clock = VirtualTime()

    async def main() -> list[bool]:
        gate = gate_of(clock)
        async with gate.turn() as first, gate.turn() as second:
            return [first, second, gate.is_open, gate.open()]

    assert run_virtually(clock, main) == [False, False, True, False]


def test_probes_come_after_2_s_30_s_5_min_and_every_15_min() -> None:
    clock = VirtualTime()
    began = clock.monotonic()

    async def main() -> list[float]:
        gate = gate_of(clock)
        gate.close()
        times = []
        for _ in range(6):
            async with gate.turn() as probe:
                assert probe
                times.append(clock.monotonic() - began)
                gate.close()
        return times

    assert run_virtually(clock, main) == [2, 32, 332, 1232, 2132, 3032]


def test_one_probe_at_a_time_and_its_success_opens_for_all() -> None:
    clock = VirtualTime()

    async def main() -> list[str]:
        gate, log = gate_of(clock), []
        gate.close()

        async def worker(name: str) -> None:
            async with gate.turn() as probe:
                log.append(f"{name} {'probes' if probe else 'works'}")
                await clock.sleep(1)
                if probe:
                    assert gate.open()

        await asyncio.gather(worker("a"), worker("b"), worker("c"))
        return log

    assert run_virtually(clock, main) == ["a probes", "b works", "c works"]


def test_calls_that_were_under_way_count_once_and_open_nothing() -> None:
    clock = VirtualTime()

    async def main() -> list[float]:
        gate = gate_of(clock)
        left = [gate.close(), gate.close()]
        assert gate.open() is False
        return [*left, gate.seconds_left]

    assert run_virtually(clock, main) == [2, 2, 2]


def test_a_probe_that_asks_nothing_gives_its_turn_on() -> None:
    clock = VirtualTime()

    async def main() -> list[bool]:
        gate = gate_of(clock)
        gate.close()
        probes = []

        async def worker() -> None:
            async with gate.turn() as probe:
                probes.append(probe)
                await clock.sleep(1)

        await asyncio.gather(worker(), worker())
        return [*probes, gate.is_open]

    assert run_virtually(clock, main) == [True, True, False]
