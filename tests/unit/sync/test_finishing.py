"""Lists that were left in doubt are finished by the sync, in their turn, once."""

from __future__ import annotations

import asyncio

import pytest

from jdfulfil_desktop.application.ports import UnitOfWork
from jdfulfil_desktop.application.remote.inbounds import submit_inbound
from jdfulfil_desktop.domain import commands as c
from jdfulfil_desktop.domain.errors import OutcomeUnknown, Refused, RetryLater
from jdfulfil_desktop.domain.ids import Sku, WarehouseNo
from jdfulfil_desktop.domain.inbound import InboundPushState
from jdfulfil_desktop.domain.product import Product
from jdfulfil_desktop.domain.warehouse import Placement, PlacementState
from tests.unit.sync.desk import Desk
from tests.unit.sync.virtual import run_virtually


def in_doubt(desk: Desk, *, done: bool) -> str:
    """Send a list whose answer is lost, and about which JD cannot be asked at once."""
    desk.command(c.CreateInbound("W1", (("KOPI", 5),)))
    [number] = desk.memory.tables.inbounds
    desk.jd.fail("create_inbound", OutcomeUnknown(), done=done)
    desk.jd.fail("find_inbound", RetryLater(), times=5000)
    with pytest.raises(OutcomeUnknown):
        run_virtually(desk.time, lambda: submit_inbound(desk.office, number))
    assert state(desk, number) is InboundPushState.UNCERTAIN
    return number


def state(desk: Desk, number: str) -> InboundPushState:
    return desk.memory.tables.inbounds[number].push_state


@pytest.mark.parametrize("done", [True, False])
def test_what_jd_cannot_be_asked_about_is_asked_later_and_sent_once(desk: Desk, done: bool) -> None:
    number = in_doubt(desk, done=done)
    report = desk.sync(until_idle=False, timeout_s=600)
    assert state(desk, number) is InboundPushState.UNCERTAIN
    assert any(subject == number for _code, subject, _words in report.errors)
    desk.jd.mend()
    later = desk.sync()
    assert later.idle
    assert later.calls["find_inbound"] >= 1, "what the sync finishes belongs into its report"
    assert state(desk, number) is InboundPushState.PUSHED
    assert list(desk.jd.inbounds) == [number]


def test_a_list_whose_sender_died_beside_the_sync_is_finished(desk: Desk) -> None:
    """A killed command leaves it `sending`; the sync that ran all the while takes it up."""
    desk.command(c.CreateInbound("W1", (("KOPI", 5),)))
    [number] = desk.memory.tables.inbounds

    async def command_dies() -> None:
        await desk.time.sleep(30)
        sending = asyncio.create_task(submit_inbound(desk.office, number))
        await desk.time.sleep(0.02)
        sending.cancel()

    desk.beside = command_dies
    desk.sync(until_idle=False, timeout_s=900)
    assert state(desk, number) is InboundPushState.PUSHED
    assert list(desk.jd.inbounds) == [number]


def test_products_that_jd_will_not_speak_of_are_asked_about_later_and_later(desk: Desk) -> None:
    def leave_in_doubt(uow: UnitOfWork) -> None:
        uow.products.save_many([Product(Sku("TEH"), "Teh")])
        uow.products.save_placements(
            [Placement(WarehouseNo("W1"), Sku("TEH"), PlacementState.UNCERTAIN)]
        )

    desk.do(leave_in_doubt)
    desk.jd.fail("find_goods", Refused(), times=5000)
    report = desk.sync(until_idle=False, timeout_s=600)
    assert ("gateway_rejected", "W1", "") in report.errors
    asked = 5000 - len(desk.jd.faults["find_goods"])
    assert 4 <= asked <= 12, "every 15 s would be 40 times"
    desk.jd.mend()
    assert desk.sync().idle
    [placed] = desk.do(lambda uow: uow.products.placements(["W1"], ["TEH"]))
    assert placed.state is PlacementState.PUSHED
