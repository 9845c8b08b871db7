"""Mulai Sinkronisasi: what is refused, that a failure changes nothing, what a login ends.

R2, R4 (own app), R5, R6, R8 (one PIN, one merchant), R9 (the record that makes itself), R10.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from jdfulfil_desktop.application.ports import AppIdentity
from jdfulfil_desktop.application.remote.addresses import JD_OAUTH, JDL_OAUTH
from jdfulfil_desktop.application.remote.authorizing import ConnectRequest
from jdfulfil_desktop.application.remote.checkup import check_connections
from jdfulfil_desktop.application.remote.extending import add_department, add_warehouse, offers
from jdfulfil_desktop.domain.connection import Dialect, News
from jdfulfil_desktop.domain.errors import (
    AuthorizeAgain,
    EnvironmentProblem,
    FulfilError,
    Misconfigured,
    QuotaExceeded,
    RetryLater,
    RuleError,
)
from tests.unit.remote.counter import BASIC, QUICK_APP, REQUEST, Counter, Listener


def test_quick_takes_the_published_app_and_makes_the_warehouse_record(counter: Counter) -> None:
    saved = counter.connect()
    assert (saved.pin, saved.mode, saved.state) == ("pin-1", "quick", "ok")
    assert (saved.app_key, saved.isv_source) == ("QUICK", "ISV1")
    assert saved.news is News.PERIODIC
    [department] = saved.departments
    assert (department.department_no, department.warehouse_nos) == ("EBU1", ("W1",))
    assert department.manager_phone == "0811"
    [house] = counter.do(lambda uow: uow.warehouses.all())
    assert house.name == "W1 - EBU1 - pin-1"
    assert (house.jd_name, house.connection_id, house.active) == ("Gudang W1", saved.id, True)
    app, token = counter.granting.kept["pin-1"]
    assert app == QUICK_APP
    assert token.expires_at == saved.token_expires_at
    assert all(gateway.closed for gateway in counter.jd.opened)


def test_basic_signs_with_the_merchants_own_app(counter: Counter) -> None:
    saved = counter.connect(BASIC)
    assert (saved.mode, saved.app_key, saved.gateway_user) == ("basic", "OWN", "user")
    app, _ = counter.granting.kept["pin-1"]
    assert app == AppIdentity("OWN", "own-secret", "ISV1", "gateway-1")
    assert "own-secret" not in repr(BASIC)
    assert "own-secret" not in repr(vars(counter.memory.tables))


def test_a_source_of_ones_own_beats_the_published_one(counter: Counter) -> None:
    assert counter.connect(replace(BASIC, isv_source="ISV9")).isv_source == "ISV9"


@pytest.mark.parametrize(
    ("url", "oauth", "expected"),
    [
        ("http://127.0.0.1:8123/routerjson", "", "http://127.0.0.1:8123"),
        ("http://localhost:8123/routerjson/", "", "http://localhost:8123"),
        ("https://[::1]:8123/routerjson", "", "https://[::1]:8123"),
        ("https://open-api.jd.id/routerjson", "", JD_OAUTH),
        ("https://open-api.jd.id/routerjson", "https://login.example/", "https://login.example"),
        ("http://127.0.0.1:1/routerjson", "http://127.0.0.1:2", "http://127.0.0.1:2"),
    ],
)
def test_the_login_page_belongs_to_the_gateway(
    counter: Counter, url: str, oauth: str, expected: str
) -> None:
    saved = counter.connect(replace(REQUEST, gateway_url=url, oauth_url=oauth))
    assert saved.oauth_url == expected
    assert counter.granting.logins[0][:2] == (expected, "QUICK")


def test_the_newer_platform_lists_no_departments_and_is_asked_for_warehouses(
    counter: Counter,
) -> None:
    """PROTOCOL 2.9: what it cannot tell is typed in, and what is not typed in stays."""
    counter.granting.newer = True
    newer = replace(
        REQUEST,
        dialect=Dialect.LOP,
        gateway_url="https://api.jdl.com/routerjson",
        shipper_no=" CYS9 ",
    )
    saved = counter.connect(newer)
    assert (saved.dialect, saved.shipper_no, saved.oauth_url) == ("lop", "CYS9", JDL_OAUTH)
    [house] = counter.do(lambda uow: uow.warehouses.all())
    assert (house.warehouse_no, house.jd_name) == ("W1", "Gudang W1")
    with pytest.raises(RuleError) as refused:
        counter.connect(replace(newer, department_no="EBU9"))
    assert (refused.value.code, refused.value.subject) == ("warehouse_unknown", "W1")
    again = counter.run(lambda: add_warehouse(counter.office, "EBU1", "W2"))
    assert (again.departments[0].warehouse_nos, again.shipper_no) == (("W1", "W2"), "CYS9")
    counter.run(lambda: add_department(counter.office, "pin-1", "EBU2"))
    assert counter.connect(replace(newer, shipper_no="")).shipper_no == "CYS9"
    found = counter.run(lambda: check_connections(counter.office))
    assert [check.verdict for check in found] == ["ok", "ok"]
    offered = counter.run(lambda: offers(counter.office, "pin-1"))
    assert [(o.department_no, o.warehouses) for o in offered] == [
        ("EBU1", ()),
        ("EBU2", (("W3", "Gudang W3"),)),
    ]


def test_each_login_has_a_state_of_its_own(counter: Counter) -> None:
    listener = Listener()
    counter.connect(listener=listener)
    counter.connect(listener=listener)
    states = [state for _, _, state in counter.granting.logins]
    assert states == listener.states
    assert len(set(states)) == 2
    assert min(map(len, states)) >= 32


@pytest.mark.parametrize(
    ("request_", "code", "subject"),
    [
        (replace(REQUEST, department_no="  "), "field_missing", "department_no"),
        (replace(REQUEST, warehouse_no=""), "field_missing", "warehouse_no"),
        (replace(REQUEST, pin=""), "field_missing", "pin"),
        (replace(BASIC, app_key=""), "field_missing", "app_key"),
        (replace(BASIC, app_secret=" "), "field_missing", "app_secret"),
        (replace(BASIC, gateway_user=""), "field_missing", "gateway_user"),
        (replace(REQUEST, gateway_url=""), "address_invalid", ""),
        (replace(REQUEST, gateway_url="ftp://jd.id"), "address_invalid", "ftp://jd.id"),
        (replace(REQUEST, gateway_url="https://[jd"), "address_invalid", "https://[jd"),
        (replace(REQUEST, gateway_url="https://jd.id:x"), "address_invalid", "https://jd.id:x"),
        (replace(REQUEST, gateway_url="https://me:pw@jd.id"), "address_invalid", "jd.id"),
        (replace(REQUEST, gateway_url="http://jd.id/r"), "address_insecure", "http://jd.id/r"),
        (replace(REQUEST, oauth_url="http://jd.id"), "address_insecure", "http://jd.id"),
    ],
)
def test_what_is_missing_or_insecure_is_refused_before_any_login(
    counter: Counter, request_: ConnectRequest, code: str, subject: str
) -> None:
    before = counter.everything()
    with pytest.raises(RuleError) as refused:
        counter.connect(request_)
    assert (refused.value.code, refused.value.subject) == (code, subject)
    assert counter.granting.logins == []
    assert counter.everything() == before


def test_quick_needs_a_gateway_that_publishes_its_app(counter: Counter) -> None:
    counter.granting.published = None
    with pytest.raises(RuleError) as refused:
        counter.connect()
    assert refused.value.code == "quick_not_available"
    with pytest.raises(RuleError) as lacking:
        counter.connect(BASIC)
    assert (lacking.value.code, lacking.value.subject) == ("field_missing", "isv_source")
    assert counter.granting.logins == []
    assert counter.connect(replace(BASIC, isv_source="ISV9")).state == "ok"


def grant_other(counter: Counter) -> None:
    counter.granting.granted_pin = "pin-2"


def lose_department(counter: Counter) -> None:
    counter.granting.rights = {"EBU7": ("W1",)}


def lose_warehouse(counter: Counter) -> None:
    counter.granting.rights = {"EBU1": ("W2",)}


def fail_exchange(counter: Counter) -> None:
    counter.granting.failing.append(AuthorizeAgain())


def fail_trial(counter: Counter) -> None:
    counter.jd.fail("seller_info", Misconfigured("redirected"))


def be_away(counter: Counter) -> None:
    counter.jd.fail("departments", RetryLater(), times=9)


def use_up(counter: Counter) -> None:
    counter.jd.fail("warehouses", QuotaExceeded(), times=9)


def fill_disk(counter: Counter) -> None:
    def full(name: str) -> bool:
        if name == "warehouses:after":
            counter.writer.failing.append(EnvironmentProblem("disk_full"))
        return False

    counter.jd.steps = full


@pytest.mark.parametrize("again", [False, True])
@pytest.mark.parametrize(
    ("trouble", "code", "code_again"),
    [
        (grant_other, "pin_mismatch", "pin_taken"),
        (lose_department, "department_unknown", ""),
        (lose_warehouse, "warehouse_unknown", ""),
        (fail_exchange, "needs_authorization", ""),
        (fail_trial, "redirected", ""),
        (be_away, "gateway_unreachable", ""),
        (use_up, "quota_exceeded", ""),
        (fill_disk, "disk_full", ""),
    ],
)
def test_a_failed_connect_changes_nothing(
    counter: Counter, trouble: Callable[[Counter], None], code: str, code_again: str, again: bool
) -> None:
    if again:
        counter.connect()
    before = counter.everything()
    trouble(counter)
    with pytest.raises(FulfilError) as failed:
        counter.connect(BASIC)
    assert failed.value.code == (code_again or code if again else code)
    assert counter.everything() == before
    assert all(gateway.closed for gateway in counter.jd.opened)


def test_a_transient_failure_is_asked_again(counter: Counter) -> None:
    counter.granting.failing += [RetryLater(), RetryLater()]
    counter.jd.fail("seller_info", RetryLater(), times=4)
    counter.jd.fail("departments", QuotaExceeded(), times=2)
    assert counter.connect().state == "ok"


def test_a_gateway_that_names_no_pin_is_judged_by_its_departments(counter: Counter) -> None:
    counter.granting.granted_pin = ""
    assert counter.connect().pin == "pin-1"
