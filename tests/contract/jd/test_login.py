"""Logging in, from JD's page to a token, and keeping it alive."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from jdfulfil_desktop.adapters.jd.factory import JosGatewayFactory, default_oauth_url
from jdfulfil_desktop.adapters.jd.login_listener import LoopbackListener
from jdfulfil_desktop.domain.errors import AuthorizeAgain, Misconfigured

SELLER = "jingdong.eclp.master.getSellerInfo"


async def test_the_whole_way_through_the_browser(practice, factory, app) -> None:
    async with LoopbackListener() as listener:
        login = factory.login_url(practice.oauth_url, app.app_key, listener.redirect_uri, "s t/1")
        waiting = asyncio.create_task(listener.wait_for_code("s t/1", 20))
        back = await asyncio.to_thread(practice.log_in, login)
        async with httpx.AsyncClient() as browser:
            reply = await browser.get(back)
            again = await browser.get(back)
        code = await waiting
    assert (reply.status_code, again.status_code) == (200, 400)
    assert "Jendela ini boleh ditutup" in reply.text
    token = await factory.exchange_code(practice.oauth_url, app, code)
    assert token.pin == practice.merchant["pin"]
    assert token.subscribed
    assert token.expires_at > datetime.now(UTC) + timedelta(days=300)
    with pytest.raises(AuthorizeAgain) as caught:
        await factory.exchange_code(practice.oauth_url, app, code)
    assert "code" in caught.value.en


async def test_without_the_checkbox_nothing_is_subscribed(practice, factory, app) -> None:
    login = factory.login_url(practice.oauth_url, app.app_key, "http://127.0.0.1:9/callback", "s")
    back = practice.log_in(login, subscribe=False)
    code = parse_qs(urlsplit(back).query)["code"][0]
    assert not (await factory.exchange_code(practice.oauth_url, app, code)).subscribed


async def test_a_practice_gateway_publishes_its_app(practice, factory, app) -> None:
    assert app.app_key == practice.facts["app_key"]
    assert app.app_secret == practice.facts["app_secret"]
    assert app.isv_source
    assert app.gateway_id
    assert app.app_secret not in repr(app)


async def test_a_foreign_secret_is_refused_with_the_hosts_words(practice, factory, app) -> None:
    with pytest.raises(AuthorizeAgain) as caught:
        await factory.exchange_code(practice.oauth_url, replace(app, app_secret="x"), "c")
    assert "app_secret" in caught.value.en


async def test_a_dead_token_is_refreshed_once_and_the_call_repeated(
    practice, gateway, tokens, secrets
) -> None:
    before = secrets.read(f"token:{practice.merchant['pin']}")
    practice.fault(SELLER, "expire_token")
    info = await gateway.seller_info()
    assert practice.department in info.departments
    assert gateway.calls[SELLER] == 2
    ((pin, token),) = tokens
    assert pin == practice.merchant["pin"]
    assert token.subscribed
    assert secrets.read(f"token:{pin}") != before
    assert token.access_token not in repr(token)


async def test_many_calls_at_once_share_one_refresh(practice, gateway, tokens) -> None:
    practice.fault(SELLER, "expire_token")
    await asyncio.gather(*(gateway.seller_info() for _ in range(6)))
    assert len(tokens) == 1


async def test_two_gateways_of_a_pin_share_one_refresh(
    practice, factory, connection, gateway, tokens
) -> None:
    other = factory.open(connection)
    try:
        await other.seller_info()
        practice.fault(SELLER, "expire_token")
        await gateway.seller_info()
        await other.seller_info()
    finally:
        await other.aclose()
    assert len(tokens) == 1


async def test_a_refused_refresh_means_authorize_again(
    practice, factory, connection, app, token
) -> None:
    factory.remember(connection.pin, app, replace(token, refresh_token="unknown"))
    gateway = factory.open(connection)
    practice.fault(SELLER, "expire_token")
    with pytest.raises(AuthorizeAgain):
        await gateway.seller_info()
    await gateway.aclose()


async def test_authorizing_again_is_taken_up_by_an_open_gateway(
    practice, factory, connection, app, token
) -> None:
    gateway = factory.open(connection)
    with pytest.raises(AuthorizeAgain):
        await gateway.seller_info()
    factory.remember(connection.pin, app, token)
    assert practice.department in (await gateway.seller_info()).departments
    await gateway.aclose()


async def test_a_token_is_refreshed_an_hour_before_its_end(
    practice, gateway, clock, tokens, token
) -> None:
    clock.wrong_by = token.expires_at - timedelta(minutes=59) - datetime.now(UTC)
    # The gateway's clock is right: our stamp is mended by its own.
    await gateway.seller_info()
    assert len(tokens) == 1
    await gateway.seller_info()
    assert len(tokens) == 1


async def test_a_trial_keeps_nothing(practice, factory, connection, app, token, secrets) -> None:
    gateway = factory.trial(connection, app, token)
    assert practice.department in (await gateway.seller_info()).departments
    practice.fault(SELLER, "expire_token")
    with pytest.raises(AuthorizeAgain):
        await gateway.seller_info()
    await gateway.aclose()
    assert secrets.kept == {}


def test_the_oauth_base_goes_with_the_gateway() -> None:
    assert default_oauth_url("http://127.0.0.1:5000/routerjson") == "http://127.0.0.1:5000"
    assert default_oauth_url("https://open-api.jd.id/routerjson") == "https://oauth.jd.id"


def test_no_login_page_in_clear_text(factory: JosGatewayFactory) -> None:
    with pytest.raises(Misconfigured) as caught:
        factory.login_url("http://oauth.jd.id", "k", "http://127.0.0.1:1/callback", "s")
    assert caught.value.code == "address_insecure"
