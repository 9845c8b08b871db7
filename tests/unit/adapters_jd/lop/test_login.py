"""Tokens of the newer platform: granted, refreshed, refused; and a clock that is off."""

from __future__ import annotations

from contextlib import aclosing
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from jdfulfil_desktop.adapters.jd.factory import JDL_OAUTH, default_oauth_url
from jdfulfil_desktop.domain.connection import Dialect
from jdfulfil_desktop.domain.errors import (
    AuthorizeAgain,
    RetryLater,
)
from jdfulfil_desktop.wire.lop.signing import sign_refresh
from tests.unit.adapters_jd.conftest import APP, NOW, PIN, TOKEN, refused
from tests.unit.adapters_jd.lop.conftest import good


async def test_a_wrong_clock_and_a_dead_token_are_mended_as_on_the_older_platform(
    network, factory, connection, clock, told
) -> None:
    factory.remember(PIN, APP, TOKEN)
    late = NOW + timedelta(hours=2)
    shown = late.strftime("%a, %d %b %Y %H:%M:%S GMT")
    renewed = {"accessToken": "access-2", "accessExpire": "2027-05-01 10:30:00"}
    network.will(
        refused("8", date=shown), refused("19", date=shown),
        httpx.Response(200, json={"success": True, "data": renewed}), good([]),
    )  # fmt: skip
    async with aclosing(factory.open(connection)) as gateway:
        assert await gateway.warehouses("EBU1") == []
        assert gateway.clock_offset_s == 7200
    stamps = [r.url.params.get("timestamp") for r in network.requests]
    assert stamps[0] == "2026-05-01 10:30:00"
    assert stamps[1] == "2026-05-01 12:30:00"
    (token,) = told
    assert (token.access_token, token.refresh_token) == ("access-2", "refresh-1")
    assert token.expires_at == datetime(2027, 5, 1, 2, 30, tzinfo=UTC)
    refresh = network.requests[2]
    assert (refresh.url.host, refresh.url.path) == ("oauth.jdl.com", "/oauth/refresh")
    assert dict(refresh.url.params) == {
        "app_key": APP.app_key,
        "refresh_token": "refresh-1",
        "timestamp": "2026-05-01 10:30:00",
        "sign": sign_refresh(APP.app_key, "refresh-1", "2026-05-01 10:30:00", APP.app_secret),
    }


def test_its_login_page(factory) -> None:
    url = httpx.URL(
        factory.login_url(JDL_OAUTH, "KEY", "http://127.0.0.1:9/cb?x=1", "s t", Dialect.LOP)
    )
    assert (url.host, url.path) == ("oauth.jdl.com", "/oauth/authorize")
    assert dict(url.params) == {
        "client_id": "KEY",
        "redirect_uri": "http://127.0.0.1:9/cb?x=1",
        "response_type": "code",
        "state": "s t",
    }
    assert default_oauth_url("https://api.jdl.com", Dialect.LOP) == JDL_OAUTH
    assert default_oauth_url("http://127.0.0.1:5/routerjson", Dialect.LOP) == "http://127.0.0.1:5"


async def test_its_tokens(network, factory) -> None:
    granted = {
        "accessToken": "a", "refreshToken": "r", "accessExpire": "2027-05-01 10:30:00",
        "scope": "subscribe", "pin": PIN,
    }  # fmt: skip
    network.will(httpx.Response(200, json=granted))
    token = await factory.exchange_code(JDL_OAUTH, APP, "the code", Dialect.LOP)
    assert (token.access_token, token.refresh_token, token.pin) == ("a", "r", PIN)
    assert token.subscribed
    asked = network.requests[-1].url
    assert asked.path == "/oauth/token"
    assert dict(asked.params) == {
        "client_id": APP.app_key, "client_secret": APP.app_secret, "code": "the code",
    }  # fmt: skip
    network.will(httpx.Response(200, json={"model": {"accessToken": "a"}}))
    token = await factory.exchange_code(JDL_OAUTH, APP, "c", Dialect.LOP)
    assert token.expires_at == NOW + timedelta(days=1)
    assert not token.subscribed


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (httpx.Response(200, json={"code": "401", "msg": "bad code"}), AuthorizeAgain),
        (httpx.Response(200, json={}), AuthorizeAgain),
        (refused("19"), AuthorizeAgain),
        (httpx.Response(200, json=[]), RetryLater),
        (httpx.Response(500), RetryLater),
        (httpx.ConnectError("no"), RetryLater),
    ],
)
async def test_a_login_that_fails(network, factory, answer, error) -> None:
    network.will(answer)
    with pytest.raises(error) as caught:
        await factory.exchange_code(JDL_OAUTH, APP, "c", Dialect.LOP)
    assert APP.app_secret not in str(caught.value)
