"""Everything that may knock at the loopback door while a login is going on."""

from __future__ import annotations

import asyncio
import socket
from urllib.parse import urlsplit

import httpx
import pytest

from jdfulfil_desktop.adapters.jd.login_listener import LoopbackListener
from jdfulfil_desktop.domain.errors import AuthorizeAgain, RuleError

STATE = "st+te/1"


async def get(url: str, **params: str) -> httpx.Response:
    async with httpx.AsyncClient(trust_env=False) as browser:
        return await browser.get(url, params=params)


async def test_the_right_state_once() -> None:
    async with LoopbackListener() as listener:
        uri = listener.redirect_uri
        assert urlsplit(uri).hostname == "127.0.0.1"
        waiting = asyncio.create_task(listener.wait_for_code(STATE, 10))
        for wrong in ({}, {"code": "evil"}, {"code": "evil", "state": "other"}, {"state": STATE}):
            assert (await get(uri, **wrong)).status_code == 400
        assert (await get(f"{uri}?code=a&state=x&state={STATE}")).status_code == 400
        assert not waiting.done()
        good = await get(uri, code="abc", state=STATE)
        assert good.status_code == 200
        assert "close this window" in good.text
        assert good.headers["cache-control"] == "no-store"
        assert "abc" not in good.text
        assert await waiting == "abc"
        assert (await get(uri, code="abc", state=STATE)).status_code == 400


async def test_other_paths_methods_and_hosts() -> None:
    async with LoopbackListener() as listener:
        uri = listener.redirect_uri
        waiting = asyncio.create_task(listener.wait_for_code(STATE, 10))
        base = uri.removesuffix("/callback")
        async with httpx.AsyncClient(trust_env=False) as browser:
            assert (await browser.get(f"{base}/favicon.ico")).status_code == 404
            assert (await browser.post(uri, data={"state": STATE})).status_code == 405
            foreign = {"host": "evil.example"}
            query = {"code": "abc", "state": STATE}
            assert (await browser.get(uri, params=query, headers=foreign)).status_code == 400
        assert not waiting.done()
        localhost = base.replace("127.0.0.1", "localhost")
        assert (await get(f"{localhost}/callback", **query)).status_code == 200
        assert await waiting == "abc"


async def test_a_refusal_on_jds_page() -> None:
    async with LoopbackListener() as listener:
        waiting = asyncio.create_task(listener.wait_for_code(STATE, 10))
        wrong = await get(listener.redirect_uri, error="access_denied", state="other")
        assert wrong.status_code == 400
        page = await get(listener.redirect_uri, error="access_denied", state=STATE)
        assert "Otorisasi dibatalkan" in page.text
        with pytest.raises(AuthorizeAgain) as caught:
            await waiting
        assert (caught.value.code, caught.value.en) == ("login_denied", "access_denied")


async def test_a_redirect_quicker_than_the_waiting() -> None:
    async with LoopbackListener() as listener:
        early = asyncio.create_task(get(listener.redirect_uri, code="abc", state=STATE))
        await asyncio.sleep(0.05)
        assert not early.done()
        assert await listener.wait_for_code(STATE, 10) == "abc"
        assert (await early).status_code == 200


async def test_waiting_ends() -> None:
    async with LoopbackListener() as listener:
        with pytest.raises(AuthorizeAgain) as caught:
            await listener.wait_for_code(STATE, 0.01)
        assert caught.value.code == "login_timed_out"
        assert (await get(listener.redirect_uri, code="abc", state=STATE)).status_code == 400
        with pytest.raises(AuthorizeAgain):
            await listener.wait_for_code(STATE, 0.01)


@pytest.mark.parametrize("sent", [b"", b"GET /callback", b"\x16\x03\x01" + b"x" * 20_000])
async def test_what_is_no_request_gets_no_answer(sent: bytes) -> None:
    async with LoopbackListener() as listener:
        port = urlsplit(listener.redirect_uri).port
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(sent)
        writer.write_eof()
        try:
            answer = await reader.read()
        except ConnectionError:
            answer = b""
        assert answer == b""
        writer.close()


async def test_the_port_is_free_afterwards_even_with_a_silent_visitor() -> None:
    async with LoopbackListener() as listener:
        port = urlsplit(listener.redirect_uri).port
        _, writer = await asyncio.open_connection("127.0.0.1", port)
        await asyncio.sleep(0.01)
    writer.close()
    with socket.socket() as again:
        again.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        again.bind(("127.0.0.1", port))
        assert again.getsockname()[1] == port
    await listener.__aexit__()


async def test_r5_the_registered_address_where_its_port_is_free() -> None:
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        wished = f"http://127.0.0.1:{holder.getsockname()[1]}/callback"
        holder.listen()
        async with LoopbackListener(wished) as listener:
            assert listener.redirect_uri != wished
    async with LoopbackListener(wished) as listener:
        assert listener.redirect_uri == wished


async def test_r5_a_pasted_answer() -> None:
    async with LoopbackListener() as listener:
        with pytest.raises(RuleError, match="login_answer_late"):
            listener.hand_in("abc")
        waiting = asyncio.create_task(listener.wait_for_code(STATE, 10))
        await asyncio.sleep(0)
        with pytest.raises(RuleError, match="login_answer_of_other"):
            listener.hand_in("evil", "other")
        listener.hand_in("abc", STATE)
        assert await waiting == "abc"


async def test_r5_a_pasted_refusal() -> None:
    async with LoopbackListener() as listener:
        waiting = asyncio.create_task(listener.wait_for_code(STATE, 10))
        await asyncio.sleep(0)
        listener.hand_in("", STATE, "access_denied")
        with pytest.raises(AuthorizeAgain, match="login_denied"):
            await waiting
