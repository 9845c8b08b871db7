"""Authorizing where something is there already: other PINs, the same one, others at work."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jdfulfil_desktop.domain.connection import ConnectionState, Mode, News
from jdfulfil_desktop.domain.errors import (
    RuleError,
)
from jdfulfil_desktop.domain.ids import WarehouseNo
from jdfulfil_desktop.domain.outbound import PushState
from tests.unit.remote.counter import BASIC, QUICK_APP, REQUEST, Counter, Listener


def test_numbers_of_another_pin_are_refused_by_name(connected: Counter) -> None:
    connected.granting.granted_pin = "pin-2"
    connected.granting.rights |= {"EBU9": ("W1", "W9")}
    other = replace(REQUEST, pin="pin-2")
    with pytest.raises(RuleError) as department:
        connected.connect(other)
    assert department.value.code == "department_taken"
    assert department.value.data["owner"] == "pin-1"
    with pytest.raises(RuleError) as warehouse:
        connected.connect(replace(other, department_no="EBU9"))
    assert warehouse.value.code == "warehouse_taken"
    assert warehouse.value.data["owner"] == "W1 - EBU1 - pin-1"
    assert len(connected.granting.logins) == 1
    saved = connected.connect(replace(other, department_no="EBU9", warehouse_no="W9"))
    assert saved.pin == "pin-2"
    assert len(connected.do(lambda uow: uow.connections.all())) == 2


def test_a_pin_that_another_login_has_names_its_connection(connected: Counter) -> None:
    connected.granting.granted_pin = "pin-7"
    with pytest.raises(RuleError) as refused:
        connected.connect()
    assert (refused.value.code, refused.value.data["owner"]) == ("pin_taken", "EBU1")
    assert refused.value.data["granted"] == "pin-7"


def test_one_database_belongs_to_one_gateway(connected: Counter) -> None:
    before = connected.everything()
    connected.granting.published = replace(QUICK_APP, gateway_id="gateway-2")
    with pytest.raises(RuleError) as refused:
        connected.connect()
    assert refused.value.code == "other_gateway"
    assert len(connected.granting.logins) == 1
    assert connected.everything() == before


def test_what_others_write_during_a_login_stays(connected: Counter) -> None:
    """A login takes minutes; meanwhile the sync and other windows write."""

    def meanwhile() -> None:
        known = connected.connection()
        both = (WarehouseNo("W1"), WarehouseNo("W2"))
        more = replace(known.departments[0], warehouse_nos=both, supplier_no="EMS7")
        connected.change_connection(departments=(more,), message_cursor="M9", shipper_no="CYS9")

    saved = connected.connect(listener=Listener(meanwhile))
    assert saved.departments[0].warehouse_nos == ("W1", "W2")
    assert saved.departments[0].supplier_no == "EMS7"
    assert (saved.message_cursor, saved.shipper_no) == ("M9", "CYS9")


def test_a_number_that_another_takes_during_a_login_is_refused(counter: Counter) -> None:
    secrets = dict(counter.granting.kept)
    listener = Listener(lambda: counter.set_up(pin="pin-2", warehouse_no="W1"))
    with pytest.raises(RuleError) as refused:
        counter.connect(listener=listener)
    assert refused.value.code == "department_taken"
    assert [x.pin for x in counter.do(lambda uow: uow.connections.all())] == ["pin-2"]
    assert counter.granting.kept == secrets


@pytest.mark.parametrize("state", [ConnectionState.REAUTHORIZE, ConnectionState.WRONG])
def test_a_login_ends_what_a_person_had_to_mend(counter: Counter, state: ConnectionState) -> None:
    counter.set_up(subscribed=True)
    [queued] = counter.order("1")
    counter.change_connection(state=state, state_code="redirected")
    [waiting] = counter.order("2")
    assert counter.outbound(queued).push_state is PushState.QUEUED
    assert counter.outbound(waiting).push_state is PushState.HELD
    before = counter.connection()
    at = counter.time.now()
    counter.do(lambda uow: uow.journal.alert(f"connection_{state}", "pin-1", at, why="redirected"))
    counter.do(lambda uow: uow.journal.alert(f"connection_{state}", "pin-2", at, why="redirected"))
    saved = counter.connect()
    open_alerts = counter.memory.tables.alerts.values()
    assert [a.subject for a in open_alerts] == ["pin-2"], "what was said is over, of this PIN"
    assert (saved.id, saved.state, saved.state_code) == (before.id, "ok", "")
    assert counter.outbound(waiting).push_state is PushState.QUEUED
    counter.sync()
    counter.check_exactly_once([queued, waiting])


def test_quick_becomes_basic_and_keeps_what_it_had(connected: Counter) -> None:
    first = connected.connection()
    saved = connected.connect(replace(BASIC, warehouse_no="W2"))
    assert (saved.id, saved.mode, saved.app_key) == (first.id, Mode.BASIC, "OWN")
    assert saved.departments[0].warehouse_nos == ("W1", "W2")
    assert connected.granting.kept["pin-1"][0].app_key == "OWN"
    assert len(connected.do(lambda uow: uow.connections.all())) == 1


def test_authorizing_again_changes_how_news_come(connected: Counter) -> None:
    connected.change_connection(channel_up=True)
    assert connected.connection().news is News.REALTIME
    connected.granting.subscribed = False
    assert connected.connect().news is News.MANUAL
    connected.granting.subscribed = True
    assert connected.connect().news is News.PERIODIC


def test_a_deactivated_warehouse_stays_so(connected: Counter) -> None:
    [house] = connected.do(lambda uow: uow.warehouses.all())
    connected.do(lambda uow: uow.warehouses.save(replace(house, active=False)))
    connected.connect()
    assert [h.active for h in connected.do(lambda uow: uow.warehouses.all())] == [False]


def test_carriers_are_asked_for_anew_after_a_login(connected: Counter) -> None:
    connected.do(lambda uow: uow.settings.put("carriers:pin-1", {"JNE": "CYS1"}))
    connected.connect()
    assert connected.do(lambda uow: uow.settings.get("carriers:pin-1")) == {}
