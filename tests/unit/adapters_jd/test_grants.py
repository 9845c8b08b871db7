"""Tokens: kept, refreshed in time, replaced or not, lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import httpx
import pytest

from jdfulfil_desktop.adapters.jd.grants import no_news
from jdfulfil_desktop.adapters.jd.oauth import LONGEST_LIFE_S, USUAL_LIFE_S
from jdfulfil_desktop.domain.errors import AuthorizeAgain, RetryLater
from tests.unit.adapters_jd.conftest import APP, NOW, PIN, TOKEN, refused

INFO = {"getsellerinfo_result": {"sellerNo": "ECP1"}}
GRANTED = {
    "access_token": "access-2",
    "refresh_token": "refresh-2",
    "expires_in": 31535999,
    "scope": "snsapi_base subscribe",
    "code": 0,
    "pin": PIN,
}


def granted(**changes: object) -> httpx.Response:
    document = {name: value for name, value in {**GRANTED, **changes}.items() if value is not None}
    return httpx.Response(200, json=document)


async def test_a_code_becomes_a_token(network, factory) -> None:
    network.will(granted())
    token = await factory.exchange_code("https://oauth.jd.id/", APP, "the code&")
    url = network.requests[-1].url
    assert (url.host, url.path) == ("oauth.jd.id", "/oauth2/access_token")
    assert dict(url.params) == {
        "app_key": APP.app_key,
        "app_secret": APP.app_secret,
        "grant_type": "authorization_code",
        "code": "the code&",
    }
    assert token.expires_at == NOW + timedelta(seconds=31535999)
    assert (token.pin, token.subscribed) == (PIN, True)


@pytest.mark.parametrize(
    ("expires_in", "life_s"),
    [
        (None, USUAL_LIFE_S), ("7200", 7200), (["60"], 60), ("soon", USUAL_LIFE_S),
        (-5, 0), (10**15, LONGEST_LIFE_S),
    ],
)  # fmt: skip
async def test_odd_lives(network, factory, expires_in, life_s) -> None:
    network.will(granted(expires_in=expires_in, scope="snsapi_base", pin=None))
    token = await factory.exchange_code("https://oauth.jd.id", APP, "c")
    assert token.expires_at == NOW + timedelta(seconds=life_s)
    assert (token.pin, token.subscribed) == ("", False)


@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(200, json={"code": 402, "msg": "code is used"}),
        httpx.Response(400, json={"code": "402", "msg": "code is used"}),
        httpx.Response(200, json={"error_response": {"code": "19", "en_desc": "code is used"}}),
    ],
)
async def test_a_refused_code_keeps_the_words(network, factory, answer) -> None:
    network.will(answer)
    with pytest.raises(AuthorizeAgain) as caught:
        await factory.exchange_code("https://oauth.jd.id", APP, "c")
    assert caught.value.en == "code is used"


@pytest.mark.parametrize("content", [b"[]", b"<html>", b"", b'"token"'])
async def test_an_unclear_answer_is_asked_again(network, factory, content) -> None:
    network.will(lambda _: httpx.Response(200, content=content))
    with pytest.raises(RetryLater):
        await factory.exchange_code("https://oauth.jd.id", APP, "c")


async def test_an_answer_without_a_token(network, factory) -> None:
    network.will(granted(access_token=None))
    with pytest.raises(AuthorizeAgain):
        await factory.exchange_code("https://oauth.jd.id", APP, "c")


@pytest.mark.parametrize(
    ("changes", "access", "refresh"),
    [
        ({}, "access-2", "refresh-2"),
        ({"access_token": "access-1"}, "access-1", "refresh-2"),
        ({"access_token": None, "refresh_token": None, "scope": None}, "access-1", "refresh-1"),
    ],
)
async def test_a_refresh_keeps_or_replaces(
    network, gateway, clock, told, changes, access, refresh
) -> None:
    clock.time = TOKEN.expires_at - timedelta(minutes=59)
    network.will(granted(**changes), INFO)
    await gateway.seller_info()
    (token,) = told
    assert (token.access_token, token.refresh_token) == (access, refresh)
    assert token.subscribed
    assert network.form()["access_token"] == access
    assert dict(network.requests[0].url.params)["refresh_token"] == "refresh-1"


@pytest.mark.parametrize("changes", [{"access_token": "a-new"}, {"refresh_token": "r-new"}])
async def test_a_login_while_a_token_is_renewed_is_not_overwritten(
    network, factory, gateway, clock, told, secrets, changes
) -> None:
    """The answer to the renewal belongs to the former grant; the newer one is used and kept."""
    clock.time = TOKEN.expires_at - timedelta(minutes=30)
    newer = replace(TOKEN, expires_at=TOKEN.expires_at + timedelta(days=300), **changes)

    def log_in_meanwhile(request: httpx.Request) -> httpx.Response:
        factory.remember(PIN, APP, newer)
        return granted()

    network.will(log_in_meanwhile, INFO)
    await gateway.seller_info()
    assert network.form()["access_token"] == newer.access_token
    assert newer.refresh_token in secrets.kept[f"token:{PIN}"]
    assert told == []


async def test_a_login_that_is_taken_back_while_a_token_is_renewed(
    network, gateway, clock, secrets
) -> None:
    clock.time = TOKEN.expires_at - timedelta(minutes=30)

    def forget(request: httpx.Request) -> httpx.Response:
        secrets.kept.clear()
        return granted()

    network.will(forget, INFO)
    with pytest.raises(AuthorizeAgain):
        await gateway.seller_info()
    assert secrets.kept == {}


async def test_a_token_of_another_pin_is_not_taken(network, gateway, clock) -> None:
    clock.time = TOKEN.expires_at
    network.will(granted(pin="somebody_else"))
    with pytest.raises(AuthorizeAgain):
        await gateway.seller_info()


async def test_an_oauth_host_that_is_away_is_left_alone_while_the_token_lives(
    network, gateway, clock
) -> None:
    clock.time = TOKEN.expires_at - timedelta(minutes=30)
    network.will(httpx.ConnectError("away"), INFO)
    await gateway.seller_info()
    await gateway.seller_info()
    assert [r.url.host for r in network.requests].count("oauth.jd.id") == 1
    clock.time += timedelta(minutes=2)
    network.will(httpx.ConnectError("away"), INFO)
    await gateway.seller_info()
    assert [r.url.host for r in network.requests].count("oauth.jd.id") == 2
    clock.time = TOKEN.expires_at
    network.will(httpx.ConnectError("away"))
    with pytest.raises(RetryLater):
        await gateway.seller_info()


async def test_short_tokens_are_not_refreshed_at_every_call(network, gateway, clock, told) -> None:
    clock.time = TOKEN.expires_at
    network.will(granted(expires_in=1200), INFO)
    await gateway.seller_info()
    await gateway.seller_info()
    assert len(told) == 1
    clock.time += timedelta(seconds=1100)
    network.will(granted(), INFO)
    await gateway.seller_info()
    assert len(told) == 2


async def test_without_a_refresh_token_the_user_is_asked(network, factory, connection) -> None:
    factory.remember(PIN, APP, replace(TOKEN, refresh_token=""))
    gateway = factory.open(connection)
    network.will(refused("19"))
    with pytest.raises(AuthorizeAgain):
        await gateway.seller_info()
    await gateway.aclose()


@pytest.mark.parametrize("kept", ["", "{", "[]", "{}", '{"access_token": "a"}'])
async def test_damaged_secrets_mean_authorize_again(
    network, factory, secrets, connection, kept
) -> None:
    factory.remember(PIN, APP, TOKEN)
    for name in (f"token:{PIN}", f"app:{PIN}"):
        before = secrets.kept[name]
        secrets.write(name, kept)
        gateway = factory.open(connection)
        with pytest.raises(AuthorizeAgain):
            await gateway.seller_info()
        await gateway.aclose()
        secrets.write(name, before)
    assert network.requests == []


async def test_a_token_refreshed_by_another_process_is_taken_from_the_store(
    network, gateway, secrets, told
) -> None:
    network.will(INFO)
    await gateway.seller_info()
    kept = secrets.kept[f"token:{PIN}"]
    secrets.write(f"token:{PIN}", kept.replace("access-1", "access-9"))
    network.will(refused("19"), INFO)
    await gateway.seller_info()
    assert network.form()["access_token"] == "access-9"
    assert told == []


def test_the_usual_listener_hears_nothing() -> None:
    assert no_news(PIN, TOKEN) is None  # type: ignore[func-returns-value]  # that is the point
