"""Follow JD's message channel of a subscribed account: notified, then reading (PROTOCOL 4, R6)."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from typing import TypeVar

from jdfulfil_desktop.application.handlers.account_state import set_channel
from jdfulfil_desktop.application.handlers.channel_news import (
    Named,
    apply_channel_news,
    documents_named,
    show_unknown,
)
from jdfulfil_desktop.application.ports import FulfillmentGateway, Message, UnitOfWork
from jdfulfil_desktop.application.remote.looking import parents_of
from jdfulfil_desktop.application.remote.parcels import any_left
from jdfulfil_desktop.domain.errors import QuotaExceeded, Refused, RetryLater
from jdfulfil_desktop.domain.inbound import InboundNews
from jdfulfil_desktop.domain.outbound import INITIAL, OutboundNews
from jdfulfil_desktop.sync.account import Account, words_of
from jdfulfil_desktop.sync.allowance import Allowance
from jdfulfil_desktop.sync.backoff import Backoff
from jdfulfil_desktop.sync.poller import Poller
from jdfulfil_desktop.sync.wake import dismiss, first

T = TypeVar("T")
STANDS_AFTER_S = 2.0
"""A channel that has not broken for so long stands, also where nothing is told."""
GATHER_S = 0.2
"""How long messages are gathered from the first on: what changes is shown within a second."""
AT_ONCE, AT_ONCE_IN_THE_WAY, EVERY_S = 40, 4, 5.0
"""Readings that may follow each other at once, the same while orders are being sent, and how long
one more takes to become free: a stream of messages must take neither the calls that the queue is
waiting for nor the day's quota."""
MOST_AT_ONCE = 100
UNKNOWN_AGAIN_S = 2.0
"""A number may come on the channel before our own answer to the sending is written."""
NOT_OFFERED_AGAIN_S = 3600.0


class Channel:
    """Keep the channel up; while it is down the poller asks instead, and says Berkala."""

    name = "channel"

    def __init__(self, account: Account, poller: Poller) -> None:
        self.account = account
        self.poller = poller
        self._backoff = Backoff(account.means.random)
        self._parked: dict[str, int] = {}
        self._freely = Allowance(AT_ONCE, EVERY_S)
        self._in_the_way = Allowance(AT_ONCE_IN_THE_WAY, EVERY_S)
        self._cursor = account.connection.message_cursor

    async def run(self) -> None:
        """Follow for ever, connecting anew after every break."""
        while True:
            wait = 0.0
            try:
                async with self.account.gate.turn():
                    stream = self.account.gateway.messages(self._cursor)
                await self._follow(stream)
            except Refused:
                wait = NOT_OFFERED_AGAIN_S
            except (RetryLater, QuotaExceeded):
                wait = self._backoff.failed()
            finally:
                await self._say(False)
            await self.account.means.sleep(wait)

    async def _follow(self, stream: AsyncIterator[Message]) -> None:
        """Take in messages until the channel breaks; what a channel told before is asked for."""
        coming: asyncio.Future[Message] = asyncio.ensure_future(_next(stream))
        try:
            await self._came(coming, STANDS_AFTER_S)
            await self._say(True)
            self._backoff.succeeded()
            self.poller.want_all()
            while True:
                batch, coming = await self._gather(stream, coming)
                await self._take_in(batch)
        finally:
            await dismiss(coming)

    async def _gather(
        self, stream: AsyncIterator[Message], coming: asyncio.Future[Message]
    ) -> tuple[list[Message], asyncio.Future[Message]]:
        """Give the messages that come close together, so that many cost one call each 100.

        Where a number is parked the wait ends in time for its second look, without a message.
        """
        batch: list[Message] = []
        patience = UNKNOWN_AGAIN_S if self._parked else None
        clock, read_at = self.account.means.office.clock, 0.0
        try:
            while len(batch) < MOST_AT_ONCE and await self._came(coming, patience):
                batch.append(coming.result())
                coming = asyncio.ensure_future(_next(stream))
                read_at = read_at or clock.monotonic() + max(GATHER_S, self._until_free())
                patience = max(0.0, read_at - clock.monotonic())
        except BaseException:
            await dismiss(coming)  # whoever called knows the first one only
            raise
        return batch, coming

    def _until_free(self) -> float:
        """Give the seconds until one more reading fits."""
        allowance = self._in_the_way if self.account.sending else self._freely
        return allowance.wait(self.account.means.office.clock.monotonic())

    async def _came(self, coming: asyncio.Future[Message], seconds: float | None) -> bool:
        """Wait for the next message, at most some seconds; raise where the channel broke."""
        if seconds is None:
            await asyncio.wait({coming})
        else:
            await first(asyncio.shield(coming), seconds, self.account.means.sleep)
        if coming.done():
            coming.result()
        return coming.done()

    async def _take_in(self, batch: Sequence[Message]) -> None:
        """Read what the messages are about and apply it, together with the new cursor."""
        account, env = self.account, self.account.env
        told = dict(self._parked)
        for message in batch:
            status = told.setdefault(message.document_no, message.status)
            told[message.document_no] = message.status if status == INITIAL else status
        numbers = list(told)
        begun = [number for number, status in told.items() if status == INITIAL]
        named = await account.write(lambda uow: documents_named(numbers, uow, announced=begun))
        foreign = [number for number in named.unknown if number in self._parked]
        parents = dict(await self._parents(foreign))
        outbound_news, inbound_news = await self._read(named)
        newest = max((message.message_id for message in batch), default=self._cursor)

        def work(uow: UnitOfWork) -> int:
            show_unknown([number for number in foreign if number not in parents], uow, env)
            news = [*named.announced, *outbound_news]
            return apply_channel_news(account.id, news, inbound_news, newest, uow, env)

        account.tally.refreshed += (changed := await account.write(work))
        # Not before: where a question fails, the same numbers are looked at once more.
        self._parked = {no: told[no] for no in named.unknown if no not in foreign}
        self._cursor = newest
        self.poller.want_look([*named.parts, *parents.values()])
        if changed and (outbound_news or inbound_news):
            self.poller.want_figures()
            if any_left(outbound_news):
                self.poller.want_contents()

    async def _read(self, named: Named) -> tuple[list[OutboundNews], list[InboundNews]]:
        """Ask for the newest word on documents; a pause for quota is waited out here."""
        outbound_news: list[OutboundNews] = []
        inbound_news: list[InboundNews] = []
        if named.outbounds or named.inbounds:
            now = self.account.means.office.clock.monotonic()
            self._freely.take(now)
            self._in_the_way.take(now)
        for department_no, numbers in named.outbounds.items():

            async def outbounds(
                gateway: FulfillmentGateway, of: str = department_no, asked: list[str] = numbers
            ) -> list[OutboundNews]:
                return await gateway.outbound_news(of, asked)

            outbound_news += await self._ask(outbounds)
        if named.inbounds:
            inbound_news = await self._ask(lambda gateway: gateway.inbound_news(named.inbounds))
        return outbound_news, inbound_news

    async def _parents(self, foreign: Sequence[str]) -> list[tuple[str, str]]:
        """Find out which documents that nobody here knows are parts of orders that JD split."""
        if not foreign:
            return []
        office = self.account.means.office
        return await self._ask(lambda gateway: parents_of(office, gateway, foreign))

    async def _ask(self, question: Callable[[FulfillmentGateway], Awaitable[list[T]]]) -> list[T]:
        """Put a question; what JD refuses to tell is left to Refresh Status."""
        try:
            return await self.account.ask(question)
        except Refused as refusal:
            self.account.tally.error(refusal.code, self.account.connection.pin, words_of(refusal))
            return []

    async def _say(self, up: bool) -> None:
        """Write whether the channel stands: Real-time or Berkala."""
        account = self.account
        if account.connection.channel_up is not up:
            known = await account.write(lambda uow: set_channel(account.id, up, uow))
            account.connection = known or account.connection
            self.poller.wake.set()


async def _next(stream: AsyncIterator[Message]) -> Message:
    """Give the next message; a channel that ends has broken."""
    try:
        return await anext(stream)
    except StopAsyncIteration:
        raise RetryLater("channel_closed") from None
