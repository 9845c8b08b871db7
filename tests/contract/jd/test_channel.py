"""The message channel of the practice gateway."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from dataclasses import replace

import pytest

from jdfulfil_desktop.domain.errors import AuthorizeAgain, Refused, RetryLater


async def first(gateway, count: int, cursor: str = ""):
    found = []
    async with aclosing(gateway.messages(cursor)) as messages, asyncio.timeout(20):
        async for message in messages:
            found.append(message)
            if len(found) == count:
                break
    return found


async def test_changes_come_with_a_cursor_that_goes_on(practice, stocked) -> None:
    gateway = stocked.gateway
    own = practice.number("SHOPEE")
    number = await gateway.create_outbound(stocked.order(own))
    practice.advance(number, 10014)
    cursor = ""
    seen = []
    async with aclosing(gateway.messages("")) as messages, asyncio.timeout(20):
        async for message in messages:
            cursor = message.message_id
            if message.document_no in (number, own):
                seen.append(message)
                if message.status == 10014:
                    break
    assert seen[-1].department_no == practice.department
    assert seen[-1].topic
    practice.advance(number, 10015)
    (next_one,) = await first(gateway, 1, cursor)
    assert (next_one.document_no, next_one.status) == (seen[-1].document_no, 10015)


async def test_news_arrive_while_listening(practice, stocked) -> None:
    gateway = stocked.gateway
    number = await gateway.create_outbound(stocked.order(practice.number("SHOPEE")))
    statuses = []
    async with aclosing(gateway.messages("")) as messages, asyncio.timeout(20):
        async for message in messages:
            if message.document_no != number:
                continue
            statuses.append(message.status)
            if len(statuses) == 1:
                practice.advance(number, 10019)
            if message.status == 10019:
                break
    assert statuses[0] == 10010


async def test_a_dead_token_is_refreshed_for_the_channel_too(practice, stocked, tokens) -> None:
    await stocked.gateway.create_outbound(stocked.order(practice.number("SHOPEE")))
    practice.fault("/sandbox/messages", "expire_token")
    assert len(await first(stocked.gateway, 1)) == 1
    assert len(tokens) == 1


@pytest.mark.parametrize(
    "kind", ["drop_before", "http_500", "http_502_html", "garbage", "truncated", "drop_after"]
)
async def test_a_broken_channel_is_tried_again_later(practice, stocked, kind) -> None:
    await stocked.gateway.create_outbound(stocked.order(practice.number("SHOPEE")))
    practice.fault("/sandbox/messages", kind)
    with pytest.raises(RetryLater):
        await first(stocked.gateway, 10_000)


async def test_without_a_subscription_there_is_no_channel(
    practice, factory, connection, app
) -> None:
    login = factory.login_url(practice.oauth_url, app.app_key, "http://127.0.0.1:9/callback", "s")
    code = practice.code_of(practice.log_in(login, subscribe=False))
    token = await factory.exchange_code(practice.oauth_url, app, code)
    gateway = factory.trial(connection, app, token)
    with pytest.raises(Refused) as caught:
        await first(gateway, 1)
    assert (caught.value.code, caught.value.jd_code) == ("channel_not_offered", "24")
    await gateway.aclose()


async def test_a_revoked_trial_cannot_follow(practice, factory, connection, app, token) -> None:
    gateway = factory.trial(connection, app, replace(token, access_token="dead"))
    with pytest.raises(AuthorizeAgain):
        await first(gateway, 1)
    await gateway.aclose()
