"""Several PCs on one database: whose turn it is, and what others want of JD."""

from __future__ import annotations

import asyncio
import json
from types import SimpleNamespace
from typing import Any

import pytest

from jdfulfil_desktop.application.ports import Errand
from jdfulfil_desktop.domain.events import OrdersChanged
from jdfulfil_desktop.sync.errands import Errander
from jdfulfil_desktop.sync.foreground import FleetNews
from jdfulfil_desktop.sync.supervisor import Turn
from jdfulfil_desktop.sync.upkeep import Reopen
from tests.unit.sync.desk import Desk
from tests.unit.sync.virtual import run_virtually


def done(desk: Desk, task: str, *arguments: object) -> dict[str, Any]:
    """Have an errand done; gives its answer as the other PC reads it."""
    account: Any = SimpleNamespace(means=desk.means())
    errands: Any = None  # taking and finishing is shown on a real server
    errand = Errand(1, task, json.dumps([arguments, {}]), "Budi di PC-2")
    answer = run_virtually(desk.time, lambda: Errander(account, errands)._done(errand))
    read: dict[str, Any] = json.loads(answer)
    return read


def test_what_only_a_newer_program_knows_is_answered(desk: Desk) -> None:
    assert "errand_unknown" in json.dumps(done(desk, "fly_to_the_moon"))


def test_a_refusal_goes_back_to_who_asked(desk: Desk) -> None:
    assert "outbound_not_found" in json.dumps(done(desk, "refresh_outbounds", ["NONE-1"]))


@pytest.mark.expects_log
def test_a_fault_of_ours_is_told_and_ends_nothing(desk: Desk) -> None:
    answered = json.dumps(done(desk, "refresh_outbounds", ["X"], "too", "many"))
    assert "internal" in answered
    assert "TypeError" not in answered


def test_a_lost_turn_opens_the_account_anew(desk: Desk) -> None:
    held = [True, True, False]
    turn = Turn(desk.means(holds=lambda _pin: held.pop(0)), "pin-1")
    with pytest.raises(Reopen):
        run_virtually(desk.time, turn.run)
    assert held == []


def test_events_of_the_writer_wake_the_fleet_and_an_ended_loop_is_no_fault(desk: Desk) -> None:
    told: list[Any] = []
    fleet: Any = SimpleNamespace(notice=told.append)
    events = [OrdersChanged()]

    async def news() -> FleetNews:
        made = FleetNews(fleet, asyncio.get_running_loop())
        made.publish(events)
        await asyncio.sleep(0)
        return made

    made = asyncio.run(news())
    assert told == [events]
    made.publish(events)
    assert told == [events]
