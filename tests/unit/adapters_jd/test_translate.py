"""The seam of errors as a table: what happens on the way, on a read and on a write."""

from __future__ import annotations

import asyncio
import ssl

import httpx
import pytest

from jdfulfil_desktop.domain.errors import (
    AlreadyThere,
    AuthorizeAgain,
    Misconfigured,
    OutcomeUnknown,
    QuotaExceeded,
    Refused,
    RetryLater,
)
from tests.unit.adapters_jd.conftest import APP


def certificate() -> Exception:
    error = httpx.ConnectError("handshake")
    error.__cause__ = ssl.SSLCertVerificationError("self-signed")
    return error


def page(status: int, **headers: str) -> httpx.Response:
    return httpx.Response(status, html="<html>?</html>", headers=headers)


def body(content: bytes) -> httpx.Response:
    return httpx.Response(200, content=content)


def error(code: str) -> httpx.Response:
    document = {"error_response": {"code": code, "zh_desc": "不行", "en_desc": "no"}}
    return httpx.Response(200, json=document)


def foreign() -> httpx.Response:
    return httpx.Response(200, json={"jingdong_eclp_stock_queryStock_responce": {"code": "0"}})


R, U, M = RetryLater, OutcomeUnknown, Misconfigured
TABLE = [
    (httpx.ConnectError("refused"), R, R, "gateway_unreachable"),
    (httpx.ConnectTimeout("slow"), R, R, "gateway_unreachable"),
    (httpx.PoolTimeout("busy"), R, R, "gateway_unreachable"),
    (httpx.ProxyError("no"), R, R, "gateway_unreachable"),
    (certificate(), M, M, "certificate_refused"),
    (httpx.UnsupportedProtocol("gopher"), M, M, "address_invalid"),
    (httpx.WriteError("reset"), R, U, "connection_lost"),
    (httpx.ReadError("reset"), R, U, "connection_lost"),
    (httpx.RemoteProtocolError("length"), R, U, "connection_lost"),
    (httpx.DecodingError("gzip"), R, U, "connection_lost"),
    (httpx.WriteTimeout("slow"), R, U, "gateway_too_slow"),
    (httpx.ReadTimeout("slow"), R, U, "gateway_too_slow"),
    (TimeoutError(), R, U, "gateway_too_slow"),
    (page(500), R, U, "http_500"),
    (page(503), R, U, "http_503"),
    (page(200), R, U, "answer_not_json"),
    (page(404), R, U, "answer_not_json"),
    (page(302, location="https://elsewhere.example/"), M, M, "redirected"),
    (page(307, location="https://elsewhere.example/"), M, M, "redirected"),
    (page(304), M, M, "redirected"),
    (page(407), M, M, "proxy_refuses"),
    (page(511), M, M, "proxy_refuses"),
    (page(429), QuotaExceeded, QuotaExceeded, "quota_exceeded"),
    (body(b""), R, U, "answer_empty"),
    (body(b'{"a"'), R, U, "answer_not_json"),
    (body('{"a":"é"}'.encode("latin-1")), R, U, "answer_not_json"),
    (body(b"x" * 100_001), R, U, "answer_too_large"),
    (foreign(), R, U, "answer_foreign_answer"),
    (error("1"), R, U, "gateway_unreachable"),
    (error("65"), R, U, "gateway_unreachable"),
    (error("78"), R, R, "gateway_unreachable"),
    (error("2"), QuotaExceeded, QuotaExceeded, "quota_exceeded"),
    (error("11"), M, M, "connection_wrong"),
    (error("88"), M, M, "connection_wrong"),
    (error("17"), AlreadyThere, AlreadyThere, "already_there"),
    (error("15"), Refused, Refused, "method_not_offered"),
    (error("61"), Refused, Refused, "gateway_rejected"),
    (error("9999"), Refused, Refused, "gateway_rejected"),
]


@pytest.mark.parametrize(
    ("answer", "read", "write", "code"),
    TABLE,
    ids=[f"{index}-{row[3]}" for index, row in enumerate(TABLE)],
)
async def test_classes(network, gateway, request_of_ours, answer, read, write, code) -> None:
    network.will(lambda _: answer)
    with pytest.raises(read) as caught:
        await gateway.seller_info()
    assert type(caught.value) is read
    assert caught.value.code == code
    assert caught.value.subject == "jingdong.eclp.master.getSellerInfo"
    assert caught.value.__cause__ is not None or code.startswith(
        ("http_", "redirected", "proxy_refuses", "quota_exceeded")
    )
    with pytest.raises(write) as caught:
        await gateway.create_outbound(request_of_ours)
    assert type(caught.value) is write
    assert len(network.requests) == 2


async def test_a_write_without_its_result_is_no_clear_word(
    network, gateway, request_of_ours
) -> None:
    network.will({"something": "else"})
    with pytest.raises(OutcomeUnknown):
        await gateway.create_outbound(request_of_ours)


async def test_a_read_with_an_odd_result_is_asked_again(network, gateway) -> None:
    network.will({"queryorder_result": "?"})
    with pytest.raises(RetryLater):
        await gateway.outbound_news("EBU1", ["SHOPEE-1"])
    network.will({"querystock_result": [{"goodsNo": "EMG1", "totalNum": "many"}]})
    with pytest.raises(RetryLater):
        await gateway.stock("EBU1", "110")


async def test_an_answer_that_drips_is_cut_off(network, gateway, request_of_ours) -> None:
    class Drip(httpx.AsyncByteStream):
        async def __aiter__(self):
            while True:
                await asyncio.sleep(0.02)
                yield b" "

    network.will(lambda _: httpx.Response(200, stream=Drip()))
    with pytest.raises(OutcomeUnknown) as caught:
        await gateway.create_outbound(request_of_ours)
    assert caught.value.code == "gateway_too_slow"


async def test_words_of_jd_are_kept(network, gateway) -> None:
    network.will(error("61"))
    with pytest.raises(Refused) as caught:
        await gateway.seller_info()
    assert (caught.value.jd_code, caught.value.zh, caught.value.en) == ("61", "不行", "no")


async def test_no_error_tells_a_secret(network, factory) -> None:
    network.will(httpx.ReadError("reset"))
    with pytest.raises(RetryLater) as caught:
        await factory.exchange_code("https://oauth.jd.id", APP, "the-code")
    chain = [caught.value, caught.value.__cause__, caught.value.__context__]
    for link in chain:
        assert APP.app_secret not in f"{link!r} {link} {vars(link).get('data')}"


async def test_a_dead_token_after_its_refresh_means_authorize_again(network, gateway) -> None:
    fresh = httpx.Response(200, json={"access_token": "access-2", "expires_in": 86400, "code": 0})
    network.will(error("19"), fresh, error("19"))
    with pytest.raises(AuthorizeAgain):
        await gateway.seller_info()
    assert len(network.requests) == 3
