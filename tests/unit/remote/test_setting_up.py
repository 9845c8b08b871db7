"""Departments and warehouses of an authorized account, shops of bound stores, patience (R7, R9)."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest

from jdfulfil_desktop.application.handlers.account_state import mark
from jdfulfil_desktop.application.ports import UnitOfWork
from jdfulfil_desktop.application.remote.checkup import check_connections
from jdfulfil_desktop.application.remote.extending import add_department, add_warehouse
from jdfulfil_desktop.application.remote.patience import Patience
from jdfulfil_desktop.application.remote.preparing import ensure_ready, own_shop_no
from jdfulfil_desktop.domain.connection import ConnectionState
from jdfulfil_desktop.domain.errors import (
    AlreadyThere,
    AuthorizeAgain,
    FulfilError,
    Misconfigured,
    OutcomeUnknown,
    QuotaExceeded,
    Refused,
    RetryLater,
    RuleError,
)
from jdfulfil_desktop.domain.ids import WarehouseNo
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.domain.warehouse import Binding, Store
from tests.unit.remote.counter import REQUEST, Counter


def houses(counter: Counter) -> dict[str, str]:
    return {w.warehouse_no: w.name for w in counter.do(lambda uow: uow.warehouses.all())}


def test_a_further_warehouse_needs_no_login(connected: Counter) -> None:
    saved = connected.run(lambda: add_warehouse(connected.office, " EBU1 ", "W2"))
    assert saved.departments[0].warehouse_nos == ("W1", "W2")
    assert houses(connected)["W2"] == "W2 - EBU1 - pin-1"
    assert len(connected.granting.logins) == 1


def test_a_department_then_its_warehouse(connected: Counter) -> None:
    saved = connected.run(lambda: add_department(connected.office, "pin-1", "EBU2"))
    assert [(d.department_no, d.warehouse_nos) for d in saved.departments] == [
        ("EBU1", ("W1",)),
        ("EBU2", ()),
    ]
    saved = connected.run(lambda: add_warehouse(connected.office, "EBU2", "W3"))
    assert saved.departments[1].warehouse_nos == ("W3",)
    again = connected.run(lambda: add_department(connected.office, "pin-1", "EBU2"))
    assert again.departments == saved.departments


def add_w(department_no: str, warehouse_no: str) -> Callable[[Counter], object]:
    return lambda counter: counter.run(
        lambda: add_warehouse(counter.office, department_no, warehouse_no)
    )


def add_d(pin: str, department_no: str) -> Callable[[Counter], object]:
    return lambda counter: counter.run(lambda: add_department(counter.office, pin, department_no))


@pytest.mark.parametrize(
    ("add", "code"),
    [
        (add_d("pin-9", "EBU2"), "pin_not_connected"),
        (add_d("pin-1", "EBU7"), "department_unknown"),
        (add_w("EBU2", "W3"), "department_not_connected"),
        (add_w("EBU1", "W9"), "warehouse_unknown"),
    ],
)
def test_numbers_that_jd_does_not_list_are_refused(
    connected: Counter, add: Callable[[Counter], object], code: str
) -> None:
    before = houses(connected), connected.connection().departments
    with pytest.raises(RuleError) as refused:
        add(connected)
    assert refused.value.code == code
    assert (houses(connected), connected.connection().departments) == before


def test_a_warehouse_number_stands_for_one_department(connected: Counter) -> None:
    """Goods numbers are a department's own: moved silently, every order there would be refused."""
    connected.granting.rights = {"EBU1": ("W1",), "EBU2": ("W1",)}
    connected.run(lambda: add_department(connected.office, "pin-1", "EBU2"))
    with pytest.raises(RuleError) as refused:
        connected.run(lambda: add_warehouse(connected.office, "EBU2", "W1"))
    assert (refused.value.code, refused.value.data["owner"]) == (
        "warehouse_taken",
        "W1 - EBU1 - pin-1",
    )
    with pytest.raises(RuleError):
        connected.connect(replace(REQUEST, department_no="EBU2"))
    assert houses(connected) == {"W1": "W1 - EBU1 - pin-1"}


# --------------------------------------------------------------------------------------- shops


def ready(counter: Counter) -> list[str]:
    async def work() -> list[str]:
        connection = counter.connection()
        async with counter.office.gateway(connection) as gateway:
            return await ensure_ready(counter.office, connection, gateway)

    return counter.run(work)


def bind(counter: Counter, *names: str) -> None:
    def work(uow: UnitOfWork) -> None:
        for name in names:
            uow.stores.save(Store(name, Channel.SHOPEE))
            uow.stores.save_binding(Binding(name, WarehouseNo("W1")))

    counter.do(work)


def shops(counter: Counter) -> dict[str, str]:
    return {b.store: b.shop_no for b in counter.do(lambda uow: uow.stores.bindings())}


def test_every_bound_store_gets_its_shop_once(connected: Counter) -> None:
    bind(connected, "Satu", "Dua")
    connected.jd.shops = {"shopee-Dua": "ESP7"}
    assert ready(connected) == ["Satu", "Dua"]
    assert shops(connected) == {"Satu": "ESP2", "Dua": "ESP7"}
    assert connected.memory.tables.settings["platforms:pin-1"] == {"Shopee": "301", "Lainnya": "6"}
    calls = sum(sum(gateway.calls.values()) for gateway in connected.jd.opened)
    assert ready(connected) == []
    assert sum(sum(gateway.calls.values()) for gateway in connected.jd.opened) == calls


@pytest.mark.parametrize("doubt", [OutcomeUnknown(), AlreadyThere(jd_code="17")])
def test_a_shop_in_doubt_is_asked_for(connected: Counter, doubt: FulfilError) -> None:
    bind(connected, "Satu")
    connected.jd.fail("create_shop", doubt, done=True)
    assert ready(connected) == ["Satu"]
    assert list(connected.jd.shops) == ["shopee-Satu"]


def test_a_shop_that_jd_refuses_keeps_no_other_waiting(connected: Counter) -> None:
    bind(connected, "Satu", "Dua")
    connected.jd.fail("create_shop", Refused(en="contact invalid"))
    with pytest.raises(Refused):
        ready(connected)
    assert sorted(shops(connected).values()) == ["", "ESP1"]
    assert len(ready(connected)) == 1


def test_a_platform_that_lists_neither_carriers_nor_platforms_keeps_nobody(
    connected: Counter,
) -> None:
    bind(connected, "Satu")
    connected.jd.fail("shippers", Refused("method_not_offered"))
    connected.jd.fail("sale_platforms", Refused("method_not_offered"))
    assert ready(connected) == ["Satu"]
    connected.jd.fail("shippers", Refused(en="no"))
    with pytest.raises(Refused):
        ready(connected)


def test_a_binding_that_went_meanwhile_stays_gone(connected: Counter) -> None:
    bind(connected, "Satu")

    def unbind(name: str) -> bool:
        if name == "create_shop:after":
            connected.memory.tables.bindings.clear()
        return False

    connected.jd.steps = unbind
    ready(connected)
    assert shops(connected) == {}


def test_shop_numbers_fit_jd_and_keep_stores_apart() -> None:
    assert own_shop_no(Store("Toko Kopi", Channel.SHOPEE)) == "shopee-Toko Kopi"
    names = ["Kopi, Teh", "Kopi  Teh", "Kopi Teh", "K" * 60, "K" * 61, "Kopi\nTeh", " Kopi Teh"]
    numbers = [own_shop_no(Store(name, Channel.SHOPEE)) for name in names]
    assert len(set(numbers)) == len(names)
    assert all(len(n) <= 50 and "," not in n and n == n.strip() for n in numbers)
    assert own_shop_no(Store("Kopi Teh", Channel.TOKOPEDIA)) not in numbers


# ------------------------------------------------------------------------------ office, patience


def test_patience_has_an_end() -> None:
    waited: list[float] = []

    async def sleep(seconds: float) -> None:
        waited.append(seconds)

    patience = Patience(sleep, Random(1))

    async def run(*failures: FulfilError) -> str:
        left = list(failures)

        async def call() -> str:
            if left:
                raise left.pop(0)
            return "done"

        return await patience.persist(call)

    assert asyncio.run(run(*[RetryLater()] * 4)) == "done"
    assert all(0.8 * n <= w <= 1.2 * n for w, n in zip(waited, (0.5, 1.0, 1.5, 2.0), strict=True))
    with pytest.raises(RetryLater):
        asyncio.run(run(*[RetryLater()] * 5))
    assert asyncio.run(run(QuotaExceeded(), RetryLater(), QuotaExceeded())) == "done"
    with pytest.raises(QuotaExceeded):
        asyncio.run(run(*[QuotaExceeded()] * 3))
    waited.clear()
    with pytest.raises(OutcomeUnknown):
        asyncio.run(run(OutcomeUnknown()))
    assert waited == []


@pytest.mark.parametrize(
    ("failure", "state"),
    [(AuthorizeAgain(), "reauthorize"), (Misconfigured("redirected"), "wrong")],
)
def test_a_refused_account_is_said_once_and_its_gateway_closed(
    connected: Counter, failure: FulfilError, state: str
) -> None:
    connected.jd.fail("seller_info", failure, times=2)
    for _ in range(2):
        with pytest.raises(type(failure)):
            connected.run(lambda: add_warehouse(connected.office, "EBU1", "W2"))
    known, known_at = connected.connection(), connected.time.now()
    assert (known.state, known.state_code) == (state, failure.code)
    alerts = [a.code for a in connected.memory.tables.alerts.values()]
    assert alerts == [f"connection_{state}"]
    connected.do(lambda uow: mark(known.id or 0, ConnectionState.OK, "", known_at, uow))
    assert connected.memory.tables.alerts == {}, "an account that works again wants nobody"
    assert all(gateway.closed for gateway in connected.jd.opened)


def test_every_call_notes_the_contact(connected: Counter) -> None:
    connected.jd.offset_s = 42.04
    connected.time.jump(600)
    connected.run(lambda: add_warehouse(connected.office, "EBU1", "W2"))
    known = connected.connection()
    assert (known.last_contact_at, known.clock_offset_s) == (connected.time.now(), 42.0)


def test_the_doctor_asks_once_and_finds_what_is_wrong(connected: Counter) -> None:
    found = connected.run(lambda: check_connections(connected.office))
    assert [(check.name, check.verdict) for check in found] == [
        ("connections", "ok"),
        ("connection", "ok"),
    ]
    connected.jd.offset_s = 400.0
    [_, clock] = connected.run(lambda: check_connections(connected.office))
    assert (clock.verdict, clock.data["offset"]) == ("warning", 400.0)
    connected.jd.fail("seller_info", RetryLater())
    [_, away] = connected.run(lambda: check_connections(connected.office))
    assert away.verdict == "failed"
    assert connected.connection().state == "ok"
