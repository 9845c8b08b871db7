"""Send what is queued: claim, close the transaction, send, write the answer."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial

from jdfulfil_desktop.application.env import Env
from jdfulfil_desktop.application.handlers.push_answers import (
    adopted,
    carried_otherwise,
    lacking,
    outcome_unknown,
    put_back,
    rejected,
    retry_later,
    sent,
)
from jdfulfil_desktop.application.handlers.pushing import Lack, claim, unasked
from jdfulfil_desktop.application.ports import (
    FulfillmentGateway,
    OutboundRequest,
    OutboundWhole,
    UnitOfWork,
)
from jdfulfil_desktop.application.remote.preparing import ensure_ready
from jdfulfil_desktop.domain.errors import (
    AlreadyThere,
    AuthorizeAgain,
    GatewayError,
    Misconfigured,
    OutcomeUnknown,
    QuotaExceeded,
    Refused,
    RetryLater,
)
from jdfulfil_desktop.domain.outbound import OutboundNews
from jdfulfil_desktop.sync.account import Account, words_of
from jdfulfil_desktop.sync.backoff import QUESTIONS_S

AT_ONCE = 4
"""How many orders of an account are under way together."""
ASKED_AT_ONCE = 100
LACKING_AGAIN_S = 60.0
OTHERS_TURN_S = 2.0


class Pusher:
    """Push one account's queue. JD is first asked for each number, 100 a call."""

    name = "pusher"

    def __init__(self, account: Account) -> None:
        self.account = account
        self.wake = account.work_due
        self._prepared: set[Lack] = set()
        self._unsent: list[str] = []

    async def round(self, probe: bool) -> float:
        """Send a few orders, or clear what stands in their way; rest where nothing is due."""
        account, env = self.account, self.account.env
        limit = 1 if probe else AT_ONCE
        lacking = account.lacking
        claimed = await account.write(lambda uow: claim(account.id, limit, lacking, uow, env))
        account.sending = bool(claimed.requests or claimed.unasked)
        if claimed.requests:
            await self._send_all(claimed.requests)
        elif claimed.unasked:
            await self._ask_first()
        elif claimed.lacks:
            await self._prepare(claimed.lacks)
        elif not claimed.held:
            return await self._rest()
        return 0.0

    async def postpone(self, failure: GatewayError, until: datetime) -> None:
        """Queue again what was not sent because JD cannot be reached."""
        numbers, self._unsent = self._unsent, []
        code, words, env = failure.code, words_of(failure), self.account.env

        def work(uow: UnitOfWork) -> None:
            for number in numbers:
                retry_later(number, code, words, until, uow, env)

        if numbers:
            await self.account.write(work)

    async def _send_all(self, requests: Sequence[OutboundRequest]) -> None:
        """Send together; what concerns the whole account is raised once every answer is written."""
        sendings = (self._send(request) for request in requests)
        failures = [
            outcome
            for outcome in await asyncio.gather(*sendings, return_exceptions=True)
            if isinstance(outcome, BaseException)
        ]
        if failures:
            raise min(failures, key=_severity)

    async def _send(self, request: OutboundRequest) -> None:
        account, env, number = self.account, self.account.env, request.outbound_no
        try:
            jd_no = await account.ask(lambda gateway: gateway.create_outbound(request))
        except RetryLater:
            self._unsent.append(number)
            raise
        except (QuotaExceeded, AuthorizeAgain, Misconfigured):
            await account.write(lambda uow: put_back([number], uow, env))
            raise
        except Refused as refusal:
            code, words = refusal.code, words_of(refusal)
            account.tally.error(code, number, words)
            await account.write(lambda uow: rejected(number, code, words, uow, env))
        except GatewayError as doubt:
            account.lacking.discard(number)
            await self._in_doubt(number, doubt)
        else:
            await account.write(lambda uow: sent(number, jd_no, uow, env))
            account.tally.pushed += 1
            account.lacking.discard(number)

    async def _in_doubt(self, number: str, doubt: GatewayError) -> None:
        """Nobody knows whether JD took it: it is asked by our number before anything else."""
        account = self.account
        work = partial(
            outcome_unknown, number, doubt.code, words_of(doubt), account.after(QUESTIONS_S[0])
        )
        await account.write(lambda uow: work(uow, account.env))
        account.doubt.set()

    async def _ask_first(self) -> None:
        """Ask JD for numbers before they are sent; what is there is taken over."""
        account, env = self.account, self.account.env
        groups = await account.write(
            lambda uow: unasked(account.id, account.lacking, ASKED_AT_ONCE, uow, env)
        )
        for department_no, numbers in groups.items():
            try:
                answer = await account.ask(partial(_outbound_news, department_no, numbers))
            except Refused as refusal:
                # JD will not tell; that it refuses a doubled number still keeps each single.
                account.tally.error(refusal.code, department_no, words_of(refusal))
                answer = []
            news = [item for item in answer if item.outbound_no in numbers]
            if news:
                wholes = await self._look_into(news)
                await account.write(partial(_adopt, news, wholes, env))
            account.lacking.update(numbers)

    async def _look_into(self, news: Sequence[OutboundNews]) -> dict[str, OutboundWhole]:
        """Read in full what JD carries under another number than ours; who carries it counts."""
        account = self.account
        wholes = {}
        for jd_no in await account.write(lambda uow: carried_otherwise(news, uow)):
            try:
                wholes[jd_no] = await account.ask(partial(_outbound_whole, jd_no))
            except Refused as refusal:
                account.tally.error(refusal.code, jd_no, words_of(refusal))
        return wholes

    async def _prepare(self, lacks: Sequence[Lack]) -> None:
        """Ask JD for the numbers that requests need; what lacks even then waits and says why."""
        account = self.account
        if not self._prepared.issuperset(lacks):
            try:
                await account.ask(
                    lambda gateway: ensure_ready(account.means.office, account.connection, gateway)
                )
            except (Refused, AlreadyThere, OutcomeUnknown) as failure:
                await self._lacking(lacks, failure.code, words_of(failure))
            else:
                self._prepared.update(lacks)
            return
        await self._lacking(lacks, "", "")
        self._prepared.difference_update(lacks)

    async def _lacking(self, lacks: Sequence[Lack], code: str, words: str) -> None:
        account, again_at = self.account, self.account.after(LACKING_AGAIN_S)

        def work(uow: UnitOfWork) -> None:
            for lack in lacks:
                why = code or f"{lack.what}_missing"
                lacking(lack.outbound_no, why, words or lack.subject, again_at, uow, account.env)

        await account.write(work)
        for lack in lacks:
            account.tally.error(code or f"{lack.what}_missing", lack.outbound_no, words)

    async def _rest(self) -> float:
        """Give the seconds until something of the account is due, at most until the next look."""
        account = self.account
        due_at = await account.write(lambda uow: uow.outbounds.next_due(account.id))
        if due_at is None:
            return account.means.look_every_s
        seconds = (due_at - account.now()).total_seconds()
        return min(account.means.look_every_s, seconds if seconds > 0 else OTHERS_TURN_S)


def _severity(failure: BaseException) -> int:
    """Rank failures of one round: what is unexpected first, what passes by itself last."""
    if not isinstance(failure, GatewayError):
        return 0
    return {QuotaExceeded: 2, RetryLater: 3}.get(type(failure), 1)


async def _outbound_news(
    department_no: str, numbers: Sequence[str], gateway: FulfillmentGateway
) -> list[OutboundNews]:
    return await gateway.outbound_news(department_no, numbers)


async def _outbound_whole(jd_no: str, gateway: FulfillmentGateway) -> OutboundWhole:
    return await gateway.outbound_whole(jd_no)


def _adopt(
    news: Sequence[OutboundNews], wholes: Mapping[str, OutboundWhole], env: Env, uow: UnitOfWork
) -> int:
    return adopted(news, uow, env, wholes)
