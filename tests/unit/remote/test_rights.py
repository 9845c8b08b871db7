"""R18: JD is asked only by who may; the sync acts by itself and asks nobody."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any, cast

import pytest

from jdfulfil_desktop.application.bus import Bus, Env
from jdfulfil_desktop.application.remote.cancelling import cancel_outbound
from jdfulfil_desktop.application.remote.extending import add_department
from jdfulfil_desktop.application.remote.inbounds import submit_inbound
from jdfulfil_desktop.application.remote.office import Office
from jdfulfil_desktop.application.remote.products import push_products
from jdfulfil_desktop.domain.errors import FulfilError
from jdfulfil_desktop.domain.house_commands import AddUser, SwitchUser
from jdfulfil_desktop.domain.users import Right, Role
from tests.helpers.fakes import FakeClock, ImmediateWriter


@pytest.fixture
def office() -> Office:
    """An owner and a clerk work here; whoever has no right never reaches a gateway."""
    writer, env = ImmediateWriter(), Env(FakeClock(), "pc")
    bus = Bus(writer, env)
    bus.submit(AddUser("Ani", "1111", Role.OWNER)).result()
    bus.submit(AddUser("Budi", "2222", Role.CUSTOM, (Right.SETTINGS,))).result()
    bus.submit(SwitchUser("Budi", "2222")).result()
    return Office(writer, cast("Any", None), bus, env)


def code_of(work: Any) -> str:
    with pytest.raises(FulfilError) as met:
        asyncio.run(work)
    return met.value.code


def test_people_need_the_right(office: Office) -> None:
    assert code_of(cancel_outbound(office, "X")) == "no_right"
    assert code_of(push_products(office)) == "no_right"
    assert code_of(submit_inbound(office, "IN-1")) == "no_right"
    assert code_of(add_department(office, "pin", "EBU1")) == "no_right"
    assert office.asking.actor == "Budi"


def test_the_sync_asks_nobody(office: Office) -> None:
    sync = replace(office, env=replace(office.env, actor="sync", by_itself=True))
    assert code_of(submit_inbound(sync, "IN-1", by_hand=False)) == "inbound_not_found"
    assert sync.asking.actor == "sync"


def test_with_the_right_it_goes_on(office: Office) -> None:
    office.bus.submit(SwitchUser("Ani", "1111")).result()
    assert code_of(submit_inbound(office, "IN-1")) == "inbound_not_found"
    assert code_of(cancel_outbound(office, "X")) == "outbound_not_found"
