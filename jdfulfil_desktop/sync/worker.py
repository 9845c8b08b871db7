"""Run one kind of work of an account, round by round, with its own backoff."""

from __future__ import annotations

import asyncio
from datetime import datetime
from typing import Protocol

from jdfulfil_desktop.domain.errors import (
    AuthorizeAgain,
    GatewayError,
    Misconfigured,
    QuotaExceeded,
    RetryLater,
)
from jdfulfil_desktop.sync.account import Account, words_of
from jdfulfil_desktop.sync.backoff import Backoff
from jdfulfil_desktop.sync.wake import Wake

EARLY_S = 0.05
"""What is put back is due a little before the worker wakes: clocks are not exact."""


class Task(Protocol):
    """What a worker does."""

    name: str
    wake: Wake

    async def round(self, probe: bool) -> float:
        """Do one round and give the seconds to rest: 0 where there is more to do.

        `probe`: make as few calls as possible, the quota may still be used up.
        """

    async def postpone(self, failure: GatewayError, until: datetime) -> None:
        """Put back what the round had taken: it is tried again at `until`."""


class Worker:
    """Repeat a task's rounds. What a round cannot handle ends the worker."""

    def __init__(self, account: Account, task: Task) -> None:
        self.account = account
        self.task = task
        self.backoff = Backoff(account.means.random)

    async def run(self) -> None:
        """Work until cancelled, or until a failure that concerns the whole account."""
        while True:
            wait, may_wake = await self._turn()
            if not may_wake:
                await self.account.means.sleep(wait)
            elif wait > 0:
                self.account.rested.set()
                await self.task.wake.wait(wait)

    async def _turn(self) -> tuple[float, bool]:
        """Do one round; give the seconds to wait and whether news of work may end the wait."""
        account = self.account
        async with account.gate.turn() as probe:
            if account.closing:
                await asyncio.Event().wait()
            account.begin()
            answers = account.answers
            try:
                rest = await self.task.round(probe)
            except (AuthorizeAgain, Misconfigured):
                raise
            except QuotaExceeded:
                return 0.0, True
            except GatewayError as failure:
                return await self._later(failure), False
            finally:
                account.end()
        if account.answers != answers:
            self.backoff.succeeded()
        return rest, True

    async def _later(self, failure: GatewayError) -> float:
        wait = self.backoff.failed()
        self.account.trouble = failure.code
        if isinstance(failure, RetryLater):
            await self.account.tell(failure.code)
        self.account.tally.retries += 1
        self.account.tally.error(failure.code, self.account.connection.pin, words_of(failure))
        await self.task.postpone(failure, self.account.after(max(0.0, wait - EARLY_S)))
        return wait
