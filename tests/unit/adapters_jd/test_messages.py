"""The message channel against streams that break in every way."""

from __future__ import annotations

import json
from contextlib import aclosing

import httpx
import pytest

from jdfulfil_desktop.application.ports import Message
from jdfulfil_desktop.domain.errors import (
    AuthorizeAgain,
    GatewayError,
    Misconfigured,
    QuotaExceeded,
    Refused,
    RetryLater,
)
from jdfulfil_desktop.wire.signing import sign
from tests.unit.adapters_jd.conftest import APP, refused


def news(number: int, **changes: object) -> bytes:
    line = {
        "msgId": f"M{number}",
        "topic": "outbound",
        "deptNo": "EBU1",
        "documentNo": "ESL1",
        "status": "10016",
        "time": "2026-05-01T09:30:00+07:00",
    }
    return json.dumps({**line, **changes}).encode() + b"\n"


class Pieces(httpx.AsyncByteStream):
    def __init__(self, *pieces: bytes | Exception) -> None:
        self.pieces = pieces

    async def __aiter__(self):
        for piece in self.pieces:
            if isinstance(piece, Exception):
                raise piece
            yield piece


def stream(*pieces: bytes | Exception) -> httpx.Response:
    return httpx.Response(200, stream=Pieces(*pieces))


async def listen(gateway, cursor: str, found: list[Message]) -> None:
    async with aclosing(gateway.messages(cursor)) as messages:
        while True:
            found.append(await anext(messages))


async def follow(gateway, cursor: str = "M0") -> tuple[list[Message], GatewayError]:
    """Follow to the end; gives what came and what ended it."""
    found: list[Message] = []
    with pytest.raises(GatewayError) as caught:
        await listen(gateway, cursor, found)
    return found, caught.value


async def test_lines_come_whole_however_they_are_cut(network, gateway) -> None:
    whole = b"\n" + news(1) + b"\n\n" + news(2, status=None)
    network.will(lambda _: stream(*(whole[i : i + 7] for i in range(0, len(whole), 7))))
    found, error = await follow(gateway)
    assert found == [
        Message("M1", "outbound", "EBU1", "ESL1", 10016),
        Message("M2", "outbound", "EBU1", "ESL1", -1),
    ]
    assert (type(error), error.code) == (RetryLater, "channel_closed")
    url = network.requests[0].url
    assert str(url.copy_with(query=None)) == "https://open-api.jd.id/sandbox/messages"
    asked = dict(url.params)
    assert asked["since"] == "M0"
    assert asked["sign"] == sign(asked, APP.app_secret)


@pytest.mark.parametrize(
    ("pieces", "code"),
    [
        ((news(1), httpx.ReadError("cut")), "connection_lost"),
        ((news(1), httpx.ReadTimeout("silent")), "gateway_too_slow"),
        ((news(1), b"garbage\n"), "answer_not_json"),
        ((news(1), b"[]\n"), "answer_not_a_message"),
        ((news(1), news(2)[:20]), "answer_not_json"),
        ((news(1), news(2, msgId="")), "answer_not_a_message"),
        ((news(1), b"x" * 70_000), "answer_line_too_long"),
    ],
)
async def test_what_breaks_is_tried_again_later(network, gateway, pieces, code) -> None:
    network.will(lambda _: stream(*pieces))
    found, error = await follow(gateway)
    assert [message.message_id for message in found] == ["M1"]
    assert (type(error), error.code) == (RetryLater, code)


@pytest.mark.parametrize(
    ("answer", "kind", "code"),
    [
        (httpx.Response(404), Refused, "channel_not_offered"),
        (httpx.Response(302, headers={"location": "/home"}), Refused, "channel_not_offered"),
        (httpx.Response(200, html="<html>"), Refused, "channel_not_offered"),
        (httpx.Response(503), RetryLater, "http_503"),
        (refused("24"), Refused, "channel_not_offered"),
        (refused("61"), Refused, "gateway_rejected"),
        (refused("2"), QuotaExceeded, "quota_exceeded"),
        (refused("12"), Misconfigured, "connection_wrong"),
        (httpx.ConnectError("away"), RetryLater, "gateway_unreachable"),
    ],
)
async def test_answers_that_are_no_channel(network, gateway, answer, kind, code) -> None:
    network.will(lambda _: answer)
    found, error = await follow(gateway)
    assert found == []
    assert (type(error), error.code) == (kind, code)
    assert len(network.requests) == 1


async def test_a_dead_token_and_a_wrong_clock_are_mended_once(network, gateway) -> None:
    fresh = httpx.Response(200, json={"access_token": "access-2", "code": 0})
    late = "Fri, 01 May 2026 04:30:00 GMT"
    network.will(refused("19"), fresh, refused("8", date=late), stream(news(1)))
    found, error = await follow(gateway)
    assert len(found) == 1
    assert error.code == "channel_closed"
    last = dict(network.requests[-1].url.params)
    assert (last["access_token"], last["timestamp"]) == (
        "access-2",
        "2026-05-01 11:30:00.000+0700",
    )
    network.will(refused("19"), fresh, refused("19"))
    _, error = await follow(gateway)
    assert type(error) is AuthorizeAgain
