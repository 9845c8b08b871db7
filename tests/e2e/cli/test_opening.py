"""The open program: its parts in order, its practice gateway, what a killed import leaves."""

from __future__ import annotations

from pathlib import Path

import pytest

from jdfulfil_desktop import bootstrap
from jdfulfil_desktop.adapters.system.practice_room import PracticeRoom
from jdfulfil_desktop.application.remote.authorizing import ConnectRequest, connect
from jdfulfil_desktop.bootstrap import Application, Options, build, start_practice_gateway
from jdfulfil_desktop.cli.calls import remote
from jdfulfil_desktop.domain.commands import AddStore, BeginImport, ImportOrders
from jdfulfil_desktop.domain.connection import Mode
from jdfulfil_desktop.domain.errors import AuthorizeAgain, EnvironmentProblem
from jdfulfil_desktop.domain.order import Channel
from tests.e2e.cli.program import SAMPLES


def orders(application: Application) -> int:
    return application.reader.submit(lambda q: len(q.order_details())).result()


def begin_import(application: Application) -> None:
    """Write the first chunk of an import and go no further, as a killed process does."""
    application.bus.submit(AddStore("Toko", Channel.SHOPEE)).result()
    source = application.sheets.orders_in(SAMPLES / "shopee_order_all.xlsx")
    with source.read() as sheet:
        begin = BeginImport("a.xlsx", Channel.SHOPEE, "Toko", sheet.info.modified_at)
        batch = application.bus.submit(begin).result()
        application.bus.submit(ImportOrders(batch, next(iter(sheet.chunks())))).result()


def test_a_killed_import_is_taken_back_by_the_next_command(tmp_path: Path) -> None:
    first = build(Options(tmp_path))
    begin_import(first)
    assert orders(first) == 14
    first.close()
    second = build(Options(tmp_path))
    assert orders(second) == 14
    second.recover()
    assert orders(second) == 0
    second.close()


def test_an_import_under_way_elsewhere_is_left_alone(tmp_path: Path) -> None:
    importing = build(Options(tmp_path))
    with importing.importing():
        begin_import(importing)
        other = build(Options(tmp_path))
        other.recover()
        assert orders(other) == 14
        other.close()
    importing.recover()
    assert orders(importing) == 0
    importing.close()


def test_a_window_elsewhere_keeps_its_import(tmp_path: Path) -> None:
    instance = bootstrap.SingleInstance(bootstrap.places_of(Options(tmp_path)).data)
    assert instance.acquire()
    window = build(Options(tmp_path), instance=instance)
    begin_import(window)
    command = build(Options(tmp_path))
    command.recover()
    assert orders(command) == 14
    command.close()
    window.recover()
    assert orders(window) == 0
    window.close()
    assert bootstrap.SingleInstance(bootstrap.places_of(Options(tmp_path)).data).acquire()


def test_practice_has_a_place_and_a_gateway_of_its_own(tmp_path: Path) -> None:
    options = Options(tmp_path, practice=True)
    places = bootstrap.places_of(options)
    assert places.data == tmp_path / "practice"
    gateway = start_practice_gateway(places.data, manual=True)
    room = PracticeRoom(gateway.info)
    application = build(options, gateway=gateway, browser=lambda address: True)
    assert application.practice
    assert application.gateway_url == gateway.info["gateway_url"]
    merchant = room.merchant
    request = ConnectRequest(
        Mode.QUICK,
        application.gateway_url,
        merchant["department_no"],
        merchant["warehouse_nos"][0],
        merchant["pin"],
    )
    addresses: list[str] = []
    with pytest.raises(AuthorizeAgain):
        # Nobody logs in: the waiting ends by itself, and nothing is kept.
        remote(
            application,
            lambda office: connect(
                office, request, application.login_listener(), addresses.append, timeout_s=0.2
            ),
        )
    assert len(addresses) == 1
    assert application.reader.submit(lambda q: q.connections()).result() == []
    application.close()
    assert gateway.process.poll() == 0


def test_a_gateway_that_cannot_start_says_why(tmp_path: Path) -> None:
    (tmp_path / "gateway.db").write_bytes(b"no database at all" * 100)
    with pytest.raises(EnvironmentProblem) as met:
        start_practice_gateway(tmp_path)
    assert met.value.code == "practice_gateway_failed"
    assert met.value.data["detail"]
