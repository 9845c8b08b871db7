"""Hold what the workers of one account share: its gateway, its gate, its counts, its wake-ups."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import TypeVar

from jdfulfil_desktop.application.env import Env
from jdfulfil_desktop.application.handlers.account_state import mark_and_decide, resume
from jdfulfil_desktop.application.ports import FulfillmentGateway, Priority, UnitOfWork
from jdfulfil_desktop.domain.connection import Connection, ConnectionState
from jdfulfil_desktop.domain.errors import (
    AlreadyThere,
    GatewayError,
    QuotaExceeded,
    Refused,
)
from jdfulfil_desktop.domain.events import GatewayAnswers
from jdfulfil_desktop.sync.gate import Gate
from jdfulfil_desktop.sync.means import Means, Tally
from jdfulfil_desktop.sync.wake import Wake

T = TypeVar("T")


class Account:
    """One account while it is being synced. Lives in the sync thread's loop.

    `work_due`: something may be claimed; `doubt`: something is uncertain; `rested`: a worker found
    nothing to do. `trouble` is the code of what keeps a worker from going on; `answers` counts
    JD's words, refusals included. `sending`: orders are on their way, and need the calls.
    `lacking`: numbers that JD said it does not have, since they were sent last by this process:
    these alone may be sent.
    """

    def __init__(self, means: Means, connection: Connection, tally: Tally, rested: Wake) -> None:
        self.means = means
        self.connection = connection
        self.tally = tally
        self.rested = rested
        self.gateway: FulfillmentGateway = means.office.gateways.open(connection)
        self.gate = Gate(means.office.clock, means.sleep)
        self.work_due = Wake(means.sleep)
        self.doubt = Wake(means.sleep)
        self.changed = Wake(means.sleep)
        self.trouble = ""
        self.last_answer_at: datetime | None = None
        self.answers = 0
        self.lacking: set[str] = set()
        self.closing = False
        self.sending = False
        self._told = ""
        self._busy = 0
        self._quiet = asyncio.Event()
        self._quiet.set()

    @property
    def id(self) -> int:
        """Give the connection's id."""
        return self.connection.id or 0

    @property
    def env(self) -> Env:
        """Give the handlers' surroundings: clock and who acts."""
        return self.means.office.env

    def now(self) -> datetime:
        """Give the present time, UTC."""
        return self.means.office.clock.now()

    def after(self, seconds: float) -> datetime:
        """Give the time some seconds ahead, UTC."""
        return self.now() + timedelta(seconds=seconds)

    async def write(self, work: Callable[[UnitOfWork], T]) -> T:
        """Run one transaction with the priority of JD's answers."""
        return await self.means.office.write(work, Priority.ANSWER)

    async def ask(self, question: Callable[[FulfillmentGateway], Awaitable[T]]) -> T:
        """Put one question to JD; its failures go on to the worker that asked.

        Any word of JD ends a pause for quota; "quota used up" begins one.
        """
        try:
            answer = await question(self.gateway)
        except QuotaExceeded as failure:
            self.gate.close()
            await self._keep(ConnectionState.PAUSED, failure.code)
            raise
        except (Refused, AlreadyThere):
            await self._answered()
            raise
        await self._answered()
        return answer

    async def _answered(self) -> None:
        self.last_answer_at = self.now()
        self.answers += 1
        self.trouble = ""
        await self.tell("")
        opened = self.gate.open()
        if opened or (self.gate.is_open and self.connection.state is ConnectionState.PAUSED):
            known = await self.write(lambda uow: resume(self.id, self.now(), uow))
            self.connection = known or self.connection

    async def tell(self, trouble: str) -> None:
        """Tell windows when the gateway cannot be reached, and when it answers again."""
        if trouble != self._told:
            self._told = trouble
            event = GatewayAnswers(self.connection.pin, trouble)
            await self.write(lambda uow: uow.emit(event))

    async def _keep(self, state: ConnectionState, code: str) -> None:
        self.trouble = code
        known = await self.means.office.through(
            lambda uow: mark_and_decide(self.id, state, code, uow, self.env), Priority.ANSWER
        )
        self.connection = known or self.connection

    async def refuse(self, state: ConnectionState, failure: GatewayError) -> None:
        """Write down that the account cannot go on before a person mended it (R10)."""
        self.tally.error(failure.code, self.connection.pin, words_of(failure))
        await self._keep(state, failure.code)

    def begin(self) -> None:
        """Note that a worker has begun a round."""
        self._busy += 1
        self._quiet.clear()

    def end(self) -> None:
        """Note that a worker's round is over."""
        self._busy -= 1
        if not self._busy:
            self._quiet.set()

    async def quiet(self) -> None:
        """Wait until no round is under way."""
        await self._quiet.wait()


def words_of(failure: GatewayError) -> str:
    """Give JD's own words of a failure, in English and Chinese where it gave both."""
    return " / ".join(dict.fromkeys(text for text in (failure.en, failure.zh) if text))
