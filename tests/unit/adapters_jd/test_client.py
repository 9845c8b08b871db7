"""What goes out: addresses, headers, signature, stamps, repeats, pace."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from datetime import timedelta
from email.utils import format_datetime

import httpx
import pytest

from jdfulfil_desktop import __version__
from jdfulfil_desktop.adapters.jd.addresses import may_use_proxy
from jdfulfil_desktop.adapters.jd.factory import JosGatewayFactory
from jdfulfil_desktop.adapters.jd.pace import Pacer
from jdfulfil_desktop.domain.errors import Misconfigured, RetryLater
from jdfulfil_desktop.wire.signing import sign
from jdfulfil_desktop.wire.stamps import StampStyle
from tests.unit.adapters_jd.conftest import APP, NOW, TOKEN, refused

SELLER = "jingdong.eclp.master.getSellerInfo"
INFO = {"getsellerinfo_result": {"sellerNo": "ECP1", "shopWarehouseInfoList": []}}


async def test_a_call_as_it_stands_on_the_wire(network, gateway) -> None:
    network.will(INFO)
    await gateway.seller_info()
    (request,) = network.requests
    assert str(request.url) == "https://open-api.jd.id/routerjson"
    assert request.method == "POST"
    assert request.headers["user-agent"] == f"jdfulfil/{__version__}"
    form = network.form()
    assert form["sign"] == sign(form, APP.app_secret)
    assert (form["app_key"], form["access_token"]) == (APP.app_key, TOKEN.access_token)
    assert form["timestamp"] == "2026-05-01 09:30:00.000+0700"
    assert form["360buy_param_json"] == "{}"
    assert "app_secret" not in form
    assert dict(gateway.calls) == {SELLER: 1}


async def test_the_classic_stamp_can_be_chosen(network, secrets, clock, connection) -> None:
    factory = JosGatewayFactory(
        secrets,
        clock,
        transport=httpx.MockTransport(network),
        calls_per_second=0,
        stamp_style=StampStyle.PLAIN,
    )
    network.will(INFO)
    gateway = factory.trial(connection, APP, TOKEN)
    await gateway.seller_info()
    assert network.form()["timestamp"] == "2026-05-01 10:30:00"
    await gateway.aclose()


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("http://open-api.jd.id/routerjson", "address_insecure"),
        ("http://127.0.0.1@evil.example/routerjson", "address_insecure"),
        ("http://127.0.0.1.evil.example/", "address_insecure"),
        ("ftp://open-api.jd.id/", "address_invalid"),
        ("routerjson", "address_invalid"),
        ("https://", "address_invalid"),
        ("https://[::1/", "address_invalid"),
    ],
)
async def test_nothing_is_sent_to_an_address_that_anyone_can_listen_to(
    network, factory, connection, url, code
) -> None:
    gateway = factory.trial(replace(connection, gateway_url=url), APP, TOKEN)
    with pytest.raises(Misconfigured) as caught:
        await gateway.seller_info()
    assert caught.value.code == code
    with pytest.raises(Misconfigured):
        await factory.published_app(url)
    with pytest.raises(Misconfigured):
        await factory.exchange_code(url, APP, "code")
    with pytest.raises(Misconfigured):
        await anext(gateway.messages(""))
    assert network.requests == []


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "127.8.8.8"])
async def test_plain_http_stays_allowed_on_this_pc(network, factory, connection, host) -> None:
    network.will(INFO)
    gateway = factory.trial(
        replace(connection, gateway_url=f"http://{host}:8080/routerjson"), APP, TOKEN
    )
    assert (await gateway.seller_info()).seller_no == "ECP1"
    await gateway.aclose()


@pytest.mark.parametrize(
    ("address", "proxy", "may"),
    [
        ("http://127.0.0.1:1/", "", True),
        ("http://127.0.0.1:1/", "http://127.0.0.1:3128", True),
        ("http://127.0.0.1:1/", "http://proxy.example:3128", False),
        ("http://127.0.0.1:1/", "http://proxy.example:999999", False),
        ("https://open-api.jd.id/", "http://proxy.example:3128", True),
    ],
)
def test_plain_http_leaves_this_pc_through_no_proxy(monkeypatch, address, proxy, may) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    if proxy:
        monkeypatch.setenv("http_proxy", proxy)
    assert may_use_proxy(httpx.URL(address)) is may


async def test_a_clock_that_is_off_is_mended_by_the_date_header(network, gateway) -> None:
    date = format_datetime(NOW + timedelta(hours=2), usegmt=True)
    network.will(refused("8", date=date), INFO)
    await gateway.seller_info()
    first, second = (network.form(request) for request in network.requests)
    assert first["timestamp"] == "2026-05-01 09:30:00.000+0700"
    assert second["timestamp"] == "2026-05-01 11:30:00.000+0700"
    assert first["360buy_param_json"] == second["360buy_param_json"]
    assert gateway.clock_offset_s == 7200


@pytest.mark.parametrize("date", ["", "yesterday"])
async def test_without_a_date_there_is_nothing_to_mend_by(network, gateway, date) -> None:
    network.will(refused("8", date=date))
    with pytest.raises(RetryLater) as caught:
        await gateway.seller_info()
    assert caught.value.code == "clock_wrong"
    assert len(network.requests) == 1


async def test_a_date_without_a_zone_is_utc_and_noise_is_no_difference(network, gateway) -> None:
    network.will(refused("8", date="Fri, 01 May 2026 02:40:00 -0000"), INFO)
    await gateway.seller_info()
    assert gateway.clock_offset_s == 600
    network.will(refused("61", date="Fri, 01 May 2026 02:30:01 GMT"))
    with pytest.raises(Exception, match="getSellerInfo"):
        await gateway.seller_info()
    assert gateway.clock_offset_s == 0


async def test_a_page_of_somebody_else_does_not_set_the_clock(network, gateway) -> None:
    date = format_datetime(NOW + timedelta(days=9), usegmt=True)
    network.will(httpx.Response(200, html="<html>portal</html>", headers={"date": date}))
    with pytest.raises(RetryLater):
        await gateway.seller_info()
    assert gateway.clock_offset_s == 0


async def test_loggers_of_the_http_library_are_silent(network, factory, caplog) -> None:
    caplog.set_level(logging.DEBUG)
    network.will(httpx.Response(200, json={"access_token": "a", "expires_in": 1}))
    await factory.exchange_code("https://oauth.jd.id", APP, "the-code")
    assert APP.app_secret in str(network.requests[-1].url)
    assert APP.app_secret not in caplog.text
    assert "oauth.jd.id" not in caplog.text


async def test_calls_of_one_app_key_are_paced_and_other_keys_go_on() -> None:
    pacer = Pacer(per_second=50)
    loop = asyncio.get_running_loop()

    async def call(key: str, times: int) -> float:
        begin = loop.time()
        for _ in range(times):
            async with pacer.turn(key):
                continue
        return loop.time() - begin

    slow, quick = await asyncio.gather(call("a", 6), call("b", 1))
    assert slow >= 0.095
    assert quick < 0.05


async def test_the_gateway_can_be_closed_twice(network, factory, connection) -> None:
    network.will(INFO)
    gateway = factory.trial(connection, APP, TOKEN)
    await gateway.seller_info()
    await gateway.aclose()
    await gateway.aclose()
    assert gateway.calls == {SELLER: 1}
