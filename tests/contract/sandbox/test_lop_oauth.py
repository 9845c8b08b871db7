"""Authorization in the logistics platform's dialect (PROTOCOL 1.8)."""

import html
import re
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.contract.sandbox.inside import inside
from tests.contract.sandbox.lop import OUT_OF_BAND, Lop, lop_stamp
from tests.contract.sandbox.practice import REDIRECT, Practice
from tests.contract.sandbox.serving import MovableClock

WAREHOUSES = "basicinfo/warehouse/query/v1"


@pytest.fixture
def lop(practice: Practice) -> Lop:
    return Lop(practice)


def shown(page: str, name: str) -> str:
    found = re.search(rf'<output id="{name}">([^<]*)</output>', page)
    assert found is not None
    return html.unescape(found[1])


def code_of(lop: Lop, **changes: str) -> str:
    location = lop.log_in(REDIRECT, **changes).headers["location"]
    return parse_qs(urlsplit(location).query)["code"][0]


def test_a_login_leads_back_with_code_and_state(lop: Lop) -> None:
    reply = lop.log_in(REDIRECT)
    assert reply.status_code == 302
    query = parse_qs(urlsplit(reply.headers["location"]).query)
    assert query["state"] == ["st4te"]
    granted = lop.token(query["code"][0])
    assert set(granted) == {
        "accessToken", "accessExpire", "refreshToken", "refreshExpire", "pin", "scope",
    }  # fmt: skip
    lop.practice.token = granted["accessToken"]
    assert lop.call(WAREHOUSES)["code"] == "1000"
    assert granted["pin"] == lop.practice.merchant["pin"]
    assert lop.token(query["code"][0])["error_response"]["code"] == "19"


def test_a_year_in_chinas_time(lop: Lop) -> None:
    granted = lop.token(code_of(lop))
    expires = datetime.fromisoformat(granted["accessExpire"] + "+08:00")
    assert expires - datetime.now(UTC) == pytest.approx(
        timedelta(days=365), abs=timedelta(minutes=1)
    )
    assert granted["refreshExpire"] > granted["accessExpire"]


def test_without_an_address_the_credential_is_shown_to_be_pasted(lop: Lop) -> None:
    reply = lop.log_in(OUT_OF_BAND, subscribe="1")
    assert reply.status_code == 200
    assert reply.headers["cache-control"] == "no-store"
    lop.practice.token = shown(reply.text, "accessToken")
    assert lop.call(WAREHOUSES)["code"] == "1000"
    granted = lop.token(shown(reply.text, "code"))
    assert "subscribe" in granted["scope"]
    renewed = lop.refresh(shown(reply.text, "refreshToken"))
    assert renewed["accessToken"] == shown(reply.text, "accessToken")


def test_a_wrong_password_is_told_on_the_page_and_can_be_mended(lop: Lop) -> None:
    reply = lop.log_in(password="salah")
    assert reply.status_code == 401
    assert "kata sandi salah" in reply.text
    assert 'action="/oauth/login"' in reply.text


@pytest.mark.parametrize(
    "changes",
    [
        {"client_id": "FOREIGN"},
        {"redirect_uri": "https://evil.example/cb"},
        {"redirect_uri": "urn:other"},
        {"redirect_uri": ""},
        {"response_type": "token"},
    ],
)
def test_a_wrong_beginning_gets_a_page_that_says_so(lop: Lop, changes: dict[str, str]) -> None:
    params = {
        "client_id": lop.practice.info["app_key"],
        "redirect_uri": OUT_OF_BAND,
        "response_type": "code",
    }
    address = f"{lop.practice.base}/oauth/authorize"
    assert lop.practice.http.get(address, params=params | changes).status_code == 400
    if "response_type" not in changes:
        form = params | changes | {"user": "x", "password": "y"}
        reply = lop.practice.http.post(f"{lop.practice.base}/oauth/login", data=form)
        assert reply.status_code == 400


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"client_id": ""}, "20"),
        ({"client_id": "FOREIGN"}, "21"),
        ({"client_secret": "wrong"}, "89"),
        ({"code": ""}, "60"),
        ({"code": "unknown"}, "19"),
    ],
)
def test_wrong_token_requests(lop: Lop, changes: dict[str, str], code: str) -> None:
    assert lop.token(**{"code": code_of(lop), **changes})["error_response"]["code"] == code


def test_a_code_and_a_token_belong_to_one_app(lop: Lop) -> None:
    basic = lop.practice.info["basic"]
    answer = lop.token(code_of(lop), client_id=basic["app_key"], client_secret=basic["app_secret"])
    assert answer["error_response"]["code"] == "19"


def test_both_dialects_take_one_anothers_codes_and_tokens(lop: Lop) -> None:
    granted = lop.practice.exchange(code_of(lop))
    lop.practice.token = granted["access_token"]
    assert lop.call(WAREHOUSES)["code"] == "1000"
    renewed = lop.refresh(granted["refresh_token"])
    assert renewed["accessToken"] == granted["access_token"]
    assert lop.practice.refresh(renewed["refreshToken"])["code"] == 0


def test_a_dead_token_is_replaced_by_a_signed_refresh(lop: Lop) -> None:
    granted = lop.token(code_of(lop))
    lop.practice.token = granted["accessToken"]
    lop.practice.fault("expire_token")
    assert lop.call(WAREHOUSES)["error_response"]["code"] == "19"
    lop.practice.token = lop.refresh(granted["refreshToken"])["accessToken"]
    assert lop.practice.token != granted["accessToken"]
    assert lop.call(WAREHOUSES)["code"] == "1000"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"app_key": ""}, "20"),
        ({"app_key": "FOREIGN"}, "21"),
        ({"timestamp": ""}, "7"),
        ({"timestamp": "2024-05-01 10:30:00"}, "8"),
        ({"sign": ""}, "11"),
        ({"sign": "0" * 32}, "12"),
    ],
)
def test_wrong_refreshes(lop: Lop, changes: dict[str, str], code: str) -> None:
    granted = lop.token(code_of(lop))
    answer = lop.refresh(granted["refreshToken"], **changes)
    assert answer["error_response"]["code"] == code
    assert lop.refresh("unknown")["error_response"]["code"] == "19"


def test_a_refresh_token_outlives_its_access_token_by_a_month() -> None:
    clock = MovableClock()
    gateway = inside(clock)
    lop = Lop(gateway)
    try:
        granted = lop.token(code_of(lop))
        clock.moved = timedelta(days=390)
        stamp = lop_stamp(clock.now(), hours=8)
        renewed = lop.refresh(granted["refreshToken"], timestamp=stamp)
        assert renewed["accessToken"] != granted["accessToken"]
        clock.moved += timedelta(days=400)
        stamp = lop_stamp(clock.now(), hours=8)
        answer = lop.refresh(renewed["refreshToken"], timestamp=stamp)
        assert answer["error_response"]["code"] == "19"
    finally:
        gateway.stop()
