"""Log in, codes, tokens (PROTOCOL 1.8)."""

from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.contract.sandbox.inside import inside
from tests.contract.sandbox.practice import Practice, hidden_fields, stamp
from tests.contract.sandbox.serving import MovableClock


def code_of(practice: Practice, *, subscribe: bool = False, basic: bool = False) -> str:
    location = practice.log_in(subscribe=subscribe, basic=basic).headers["location"]
    return parse_qs(urlsplit(location).query)["code"][0]


def test_the_page_has_the_fields_that_people_and_scripts_look_for(shared: Practice) -> None:
    reply = shared.login_page()
    assert reply.status_code == 200
    for name in ('name="user"', 'name="password"', 'name="subscribe"', 'action="/oauth2/login"'):
        assert name in reply.text
    assert 'lang="id"' in reply.text
    assert hidden_fields(reply.text)["state"] == "st4te"


def test_a_login_leads_back_with_code_and_state(shared: Practice) -> None:
    reply = shared.log_in()
    parts = urlsplit(reply.headers["location"])
    assert reply.status_code == 302
    assert (parts.hostname, parts.path) == ("127.0.0.1", "/back")
    assert parse_qs(parts.query)["state"] == ["st4te"]


def test_a_redirect_address_keeps_its_own_query(shared: Practice) -> None:
    form = hidden_fields(shared.login_page(redirect_uri="http://localhost:3000/cb?a=1").text)
    form |= {"user": shared.merchant["user"], "password": shared.merchant["password"]}
    reply = shared.http.post(f"{shared.base}/oauth2/login", data=form)
    query = parse_qs(urlsplit(reply.headers["location"]).query)
    assert query["a"] == ["1"]
    assert query["code"]


@pytest.mark.parametrize("user", ["", "nobody"])
def test_a_wrong_name_is_told_on_the_page(shared: Practice, user: str) -> None:
    form = hidden_fields(shared.login_page().text) | {"user": user, "password": ""}
    reply = shared.http.post(f"{shared.base}/oauth2/login", data=form)
    assert "location" not in reply.headers
    assert 'role="alert"' in reply.text


def test_a_wrong_password_is_told_on_the_page_which_can_be_sent_again(shared: Practice) -> None:
    reply = shared.log_in(password="salah")
    assert "kata sandi salah" in reply.text
    assert f'value="{shared.merchant["user"]}"' in reply.text
    again = hidden_fields(reply.text)
    again |= {"user": shared.merchant["user"], "password": shared.merchant["password"]}
    assert shared.http.post(f"{shared.base}/oauth2/login", data=again).status_code == 302


def test_what_was_typed_is_escaped(shared: Practice) -> None:
    form = hidden_fields(shared.login_page(state='"><script>').text)
    assert form["state"] == '"><script>'
    form |= {"user": "<b>x", "password": "y"}
    page = shared.http.post(f"{shared.base}/oauth2/login", data=form).text
    assert "<script>" not in page
    assert "<b>x" not in page


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example/cb",
        "http://evil.example/cb",
        "http://127.0.0.1.evil.example/cb",
        "http://127.0.0.1@evil.example/cb",
        "http://user@127.0.0.1/cb",
        "http://[::1/cb",
        "",
    ],
)
def test_it_never_leads_away_from_this_machine(shared: Practice, address: str) -> None:
    reply = shared.login_page(redirect_uri=address)
    assert reply.status_code == 400
    form = {"app_key": shared.info["app_key"], "redirect_uri": address}
    form |= {"user": shared.merchant["user"], "password": shared.merchant["password"]}
    assert shared.http.post(f"{shared.base}/oauth2/login", data=form).status_code == 400


def test_an_unknown_app_gets_no_page(shared: Practice) -> None:
    assert shared.login_page(app_key="FOREIGN").status_code == 400
    assert shared.login_page(response_type="token").status_code == 400


def test_a_token_reply_has_all_that_the_platform_sends(shared: Practice) -> None:
    granted = shared.exchange(code_of(shared))
    assert {name: granted[name] for name in ("token_type", "code", "scope", "expires_in")} == {
        "token_type": "bearer",
        "code": 0,
        "scope": "snsapi_base",
        "expires_in": pytest.approx(31_535_999, abs=2),
    }
    assert granted["pin"] == shared.merchant["pin"]
    for name in ("access_token", "refresh_token", "open_id", "uid", "time", "xid"):
        assert granted[name]


def test_the_tick_is_in_the_scope(shared: Practice) -> None:
    assert "subscribe" in shared.exchange(code_of(shared, subscribe=True))["scope"].split()


def test_a_code_is_good_once(shared: Practice) -> None:
    code = code_of(shared)
    assert shared.exchange(code)["code"] == 0
    second = shared.exchange(code)
    assert second["code"] > 0
    assert second["msg"]


@pytest.mark.parametrize(
    "changes",
    [{"app_secret": "wrong"}, {"app_key": "FOREIGN"}, {"grant_type": "password"}],
)
def test_a_code_needs_its_app_and_secret(shared: Practice, changes: dict[str, Any]) -> None:
    answer = shared.exchange(code_of(shared), **changes)
    assert answer["code"] > 0
    assert "access_token" not in answer


def test_a_code_of_one_app_is_nothing_to_another(shared: Practice) -> None:
    assert shared.exchange(code_of(shared, basic=True))["code"] > 0
    assert shared.exchange(code_of(shared, basic=True), basic=True)["code"] == 0


def test_a_code_dies_after_ten_minutes() -> None:
    clock = MovableClock()
    gateway = inside(clock)
    try:
        young, old = code_of(gateway), code_of(gateway)
        clock.moved = timedelta(minutes=9, seconds=50)
        assert gateway.exchange(young)["code"] == 0
        clock.moved = timedelta(minutes=10, seconds=10)
        assert gateway.exchange(old)["code"] > 0
    finally:
        gateway.stop()


def test_refreshing_a_living_token_keeps_it_and_a_dead_one_is_replaced(practice: Practice) -> None:
    first = practice.authorize()
    kept = practice.refresh(first["refresh_token"])
    assert kept["access_token"] == first["access_token"]
    assert kept["refresh_token"] != first["refresh_token"]
    practice.fault("expire_token")
    assert practice.code("master.queryDept") == "19"
    renewed = practice.refresh(kept["refresh_token"])
    assert renewed["access_token"] != first["access_token"]
    assert renewed["pin"] == first["pin"]
    assert practice.code("master.queryDept") == "19"
    practice.token = renewed["access_token"]
    assert practice.code("master.queryDept") == "0"


def test_a_former_refresh_token_is_good_until_the_answer_can_no_longer_be_lost() -> None:
    clock = MovableClock()
    gateway = inside(clock)
    try:
        first = gateway.authorize()["refresh_token"]
        second = gateway.refresh(first)["refresh_token"]
        third = gateway.refresh(first)["refresh_token"]
        assert third not in (first, second)
        clock.moved = timedelta(minutes=11)
        assert gateway.refresh(first)["code"] > 0
        assert gateway.refresh(third)["code"] == 0
    finally:
        gateway.stop()


@pytest.mark.parametrize(
    "changes", [{"app_secret": "x"}, {"grant_type": "x"}, {"refresh_token": "x"}]
)
def test_wrong_refreshing_is_refused(shared: Practice, changes: dict[str, str]) -> None:
    token = shared.exchange(code_of(shared))["refresh_token"]
    assert shared.refresh(token, **changes)["code"] > 0


def test_a_token_expires() -> None:
    clock = MovableClock()
    gateway = inside(clock)
    try:
        gateway.authorize()
        clock.moved = timedelta(days=366)
        assert gateway.code("master.queryDept", timestamp=stamp(clock.now())) == "19"
    finally:
        gateway.stop()


def test_a_token_belongs_to_one_app(practice: Practice) -> None:
    basic = practice.info["basic"]
    practice.token = practice.exchange(code_of(practice, basic=True), basic=True)["access_token"]
    assert practice.code("master.queryDept") == "19"
    practice.info = {**practice.info, **basic}
    assert practice.code("master.queryDept") == "0"


def test_withdrawn_grants_cannot_be_refreshed(practice: Practice) -> None:
    granted = practice.authorize()
    assert practice.control("POST", "revoke", {"pin": granted["pin"]})["revoked"] >= 1
    assert practice.code("master.queryDept") == "19"
    assert practice.refresh(granted["refresh_token"])["code"] > 0


def test_the_quick_app_is_published(shared: Practice) -> None:
    published = shared.http.get(f"{shared.base}/sandbox/app").json()
    assert published["app_key"] == shared.info["app_key"]
    assert published["app_secret"] == shared.info["app_secret"]
    assert published["isv_source"].startswith("ISV")
    assert published["id"]
