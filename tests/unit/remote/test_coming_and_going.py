"""What JD offers, accounts removed and connected again, the app a distributor installed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from jdfulfil_desktop.application.ports import AppIdentity, InstalledApp, WarehouseFacts
from jdfulfil_desktop.application.remote.authorizing import connect
from jdfulfil_desktop.application.remote.checkup import check_account
from jdfulfil_desktop.application.remote.extending import Offer, add_warehouse, offers
from jdfulfil_desktop.application.remote.leaving import remove_account
from jdfulfil_desktop.application.remote.office import Office
from jdfulfil_desktop.application.remote.pasted_answer import hand_in
from jdfulfil_desktop.domain.connection import ConnectionState, Mode
from jdfulfil_desktop.domain.errors import RuleError
from tests.unit.remote.counter import BASIC, REQUEST, Counter, CounterGateway, Listener


def offered(counter: Counter) -> list[Offer]:
    return counter.run(lambda: offers(counter.office, "pin-1"))


def remove(counter: Counter) -> None:
    counter.run(lambda: remove_account(counter.office, "pin-1"))


def test_r7_what_jd_lists_and_has_opened_is_offered(connected: Counter) -> None:
    connected.granting.rights = {"EBU1": ("W1", "W2"), "EBU2": ("W3",)}
    assert offered(connected) == [
        Offer("EBU1", True, (("W2", "Gudang W2"),)),
        Offer("EBU2", False, (("W3", "Gudang W3"),)),
    ]
    with pytest.raises(RuleError, match="pin_not_connected"):
        connected.run(lambda: offers(connected.office, "pin-9"))


def test_r7_a_warehouse_that_jd_has_closed_is_refused_before_anything_is_kept(
    connected: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def closed(gateway: CounterGateway, department_no: str) -> list[WarehouseFacts]:
        return [WarehouseFacts("W2", "Gudang W2", "", "", enabled=False)]

    monkeypatch.setattr(CounterGateway, "warehouses", closed)
    connected.granting.rights = {"EBU1": ("W1", "W2")}
    with pytest.raises(RuleError) as refused:
        connected.run(lambda: add_warehouse(connected.office, "EBU1", "W2"))
    assert (refused.value.code, refused.value.data) == ("warehouse_disabled", {"name": "Gudang W2"})
    assert offered(connected) == [Offer("EBU1", True, ())]
    assert connected.connection().departments[0].warehouse_nos == ("W1",)


def test_r8_a_removed_account_leaves_no_secret_and_comes_back_by_its_pin(
    connected: Counter,
) -> None:
    remove(connected)
    assert connected.granting.kept == {}
    assert not connected.do(lambda uow: uow.warehouses.get("W1")).active
    again = connected.connect()
    assert (again.archived, again.state, again.id) == (False, ConnectionState.OK, 1)
    assert connected.do(lambda uow: uow.warehouses.get("W1")).active


def test_r8_numbers_of_a_removed_account_are_free_for_another_pin(connected: Counter) -> None:
    remove(connected)
    connected.granting.granted_pin = "pin-2"
    saved = connected.connect(replace(REQUEST, pin="pin-2"))
    house = connected.do(lambda uow: uow.warehouses.get("W1"))
    assert (house.pin, house.connection_id, house.name) == ("pin-2", saved.id, "W1 - EBU1 - pin-2")


def test_r4_what_authorizing_changed_is_in_the_accounts_history(connected: Counter) -> None:
    connected.connect(replace(BASIC, isv_source="ISV9"))
    told = {
        note.data["field"]: (note.data["before"], note.data["after"])
        for note in connected.memory.tables.notes
        if note.document == "account:pin-1" and note.kind == "changed"
    }
    assert told["mode"] == ("quick", "basic")
    assert told["isv_source"] == ("ISV1", "ISV9")
    assert "own-secret" not in str(connected.memory.tables.notes)


def test_r10_an_account_is_asked_how_it_is(connected: Counter) -> None:
    found = connected.run(lambda: check_account(connected.office, "pin-1"))
    assert (found.name, found.verdict) == ("connection", "ok")
    remove(connected)
    with pytest.raises(RuleError, match="pin_not_connected"):
        connected.run(lambda: check_account(connected.office, "pin-1"))


@dataclass
class Identities:
    """A distributor's app on this PC."""

    app: InstalledApp | None = None

    def installed(self) -> InstalledApp | None:
        return self.app

    def install(self, path: Path) -> InstalledApp:
        raise NotImplementedError

    def uninstall(self) -> None:
        self.app = None


def with_identity(counter: Counter) -> Office:
    app = AppIdentity("DIST", "dist-secret", "ISV7")
    kept = InstalledApp("https://open-api.jd.id/routerjson", "https://oauth.jd.id", app, "PT X")
    return replace(counter.office, identities=Identities(kept))


def test_r3_an_installed_identity_signs_quick_at_its_own_gateway_only(counter: Counter) -> None:
    office = with_identity(counter)
    request = replace(REQUEST, gateway_url="https://open-api.jd.id/routerjson")
    counter.granting.published = None
    saved = counter.run(lambda: connect(office, request, Listener(), lambda _address: None))
    assert (saved.mode, saved.app_key, saved.isv_source) == (Mode.QUICK, "DIST", "ISV7")
    assert saved.oauth_url == "https://oauth.jd.id"
    assert counter.granting.kept["pin-1"][0].app_secret == "dist-secret"
    elsewhere = replace(REQUEST, gateway_url="https://elsewhere.example/routerjson")
    with pytest.raises(RuleError, match="quick_not_available"):
        counter.run(lambda: connect(office, elsewhere, Listener(), lambda _address: None))


def test_r5_an_answer_that_was_pasted_logs_in(counter: Counter) -> None:
    listener = Listener()
    counter.run(lambda: hand_in(listener, " http://127.0.0.1:17653/callback?code=c7&state=s "))
    assert counter.connect(listener=listener).pin == "pin-1"
    assert listener.pasted == "c7"
