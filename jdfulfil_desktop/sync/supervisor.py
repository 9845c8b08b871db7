"""Run one account's workers and decide what an error does to them (R10, FAULTS)."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from jdfulfil_desktop.application.handlers.account_state import set_channel
from jdfulfil_desktop.application.handlers.leftovers import is_settled, recover_inbounds
from jdfulfil_desktop.application.handlers.push_answers import recover_sending
from jdfulfil_desktop.application.ports import Priority
from jdfulfil_desktop.domain.connection import Connection, ConnectionState
from jdfulfil_desktop.domain.errors import AuthorizeAgain, EnvironmentProblem, Misconfigured
from jdfulfil_desktop.sync.account import Account
from jdfulfil_desktop.sync.backoff import QUESTIONS_S, Backoff
from jdfulfil_desktop.sync.errands import Errander
from jdfulfil_desktop.sync.finisher import Finisher
from jdfulfil_desktop.sync.follower import Follower
from jdfulfil_desktop.sync.means import Means, Tally
from jdfulfil_desktop.sync.messages import Channel
from jdfulfil_desktop.sync.poller import Poller
from jdfulfil_desktop.sync.pusher import Pusher
from jdfulfil_desktop.sync.upkeep import Reopen, Upkeep
from jdfulfil_desktop.sync.wake import Wake, dismiss, first
from jdfulfil_desktop.sync.worker import Worker

LOCK_AGAIN_S = 5.0
TURN_EVERY_S = 1.0
log = logging.getLogger(__name__)


class Runner(Protocol):
    """Anything that works until it is cancelled or fails."""

    async def run(self) -> None:
        """Work."""


@dataclass(frozen=True, slots=True)
class AccountStatus:
    """A snapshot for the window.

    `phase`: `starting working stopped elsewhere reauthorize wrong paused`. `trouble` is the code of
    what keeps work from going on now; `pause_s` the seconds until the quota is probed again.
    """

    pin: str
    phase: str
    trouble: str = ""
    pause_s: float = 0.0
    channel_up: bool = False
    pushed: int = 0


class Turn:
    """Watch that this PC still has an account's turn; whoever lost it must send nothing more."""

    def __init__(self, means: Means, pin: str) -> None:
        self._means = means
        self._pin = pin

    async def run(self) -> None:
        """Work for ever. Raises Reopen once the turn may be another PC's."""
        while self._means.holds(self._pin):
            await self._means.sleep(TURN_EVERY_S)
        raise Reopen


class Supervisor:
    """Keep one account's workers running while it is authorized and no other process has it."""

    def __init__(self, means: Means, connection: Connection, rested: Wake) -> None:
        self.means = means
        self.connection = connection
        self.tally = Tally()
        self.account: Account | None = None
        self.changed = Wake(means.sleep)
        self.phase = "starting"
        self._rested = rested
        self._poller: Poller | None = None
        self._backoff = Backoff(means.random)
        self._closing = False

    async def run(self) -> None:
        """Work for ever; ends when the connection is gone."""
        while await self._reload():
            if not self.connection.works:
                self.phase = "paused" if self.connection.on_hold else str(self.connection.state)
                if not self.connection.on_hold:
                    self.tally.error(self.connection.state_code or self.phase, self.connection.pin)
                self._rest()
                await self.changed.wait(self.means.look_every_s)
            elif not self.means.lock.acquire(self.connection.pin):
                self.phase = "elsewhere"
                self._rest()
                await self.changed.wait(LOCK_AGAIN_S)
            else:
                try:
                    await self._serve()
                finally:
                    self.means.lock.release(self.connection.pin)

    def notice(self, *, work: bool, record: bool) -> None:
        """Wake what waits: work may be due, the record may have changed."""
        if record:
            self.changed.set()
        if self.account is not None:
            if work:
                self.account.work_due.set()
                self.account.doubt.set()
            if record:
                self.account.changed.set()

    async def close(self, deadline_s: float) -> bool:
        """Let what is under way end, at most some seconds; tell whether it did."""
        self._closing = True
        if self.account is None:
            return True
        self.account.closing = True
        return await first(self.account.quiet(), deadline_s, self.means.sleep)

    async def is_idle(self) -> bool:
        """Tell whether nothing is left that the program would still do by itself."""
        office, number = self.means.office, self.connection.id or 0
        try:
            settled = await office.write(
                lambda uow: is_settled(number, uow, office.env), Priority.ANSWER
            )
        except EnvironmentProblem:
            return False
        if not settled:
            return False
        if self.phase == "working" and self._poller is not None:
            return self._poller.is_done
        return self.phase not in ("starting", "working")

    def status(self) -> AccountStatus:
        """Give a snapshot; may be called from any thread."""
        account = self.account
        if account is None:
            return AccountStatus(self.connection.pin, self.phase, pushed=self.tally.pushed)
        return AccountStatus(
            self.connection.pin,
            self.phase,
            account.trouble,
            account.gate.seconds_left,
            account.connection.channel_up,
            self.tally.pushed,
        )

    async def _reload(self) -> bool:
        number = self.connection.id or 0
        try:
            known = await self.means.office.write(lambda uow: uow.connections.by_id(number))
        except EnvironmentProblem:
            await self.means.sleep(self._backoff.failed())
            return True
        self.connection = known or self.connection
        return known is not None and not known.archived

    async def _serve(self) -> None:
        """Run the workers until something ends them, and decide what comes next."""
        account = Account(self.means, self.connection, self.tally, self._rested)
        account.closing = self._closing
        try:
            await self._work(account)
        except EnvironmentProblem as problem:
            self.tally.error(problem.code, problem.subject)
            await self.means.sleep(self._backoff.failed())
        except Exception:  # one account's crash must not end the others
            log.exception("the sync of an account crashed and starts anew")
            self.tally.error("internal", self.connection.pin)
            await self.means.sleep(self._backoff.failed())
        finally:
            self.account = self._poller = None
            self.tally.add_calls(account.gateway.calls)
            await account.gateway.aclose()

    async def _work(self, account: Account) -> None:
        """Work until the account has to start anew, or cannot go on before a person mended it."""
        try:
            await self._start(account)
            self.account, self.phase = account, "working"
            await self._run_all(account)
        except Reopen:
            self._backoff.succeeded()
        except AuthorizeAgain as refusal:
            await account.refuse(ConnectionState.REAUTHORIZE, refusal)
        except Misconfigured as refusal:
            await account.refuse(ConnectionState.WRONG, refusal)

    async def _start(self, account: Account) -> None:
        """Take up what a former run left; only the holder of the account's lock may."""
        ask_at = account.now() + timedelta(seconds=QUESTIONS_S[0])
        await account.write(lambda uow: recover_sending(account.id, ask_at, uow, account.env))
        await account.write(lambda uow: recover_inbounds(account.id, uow, account.env))
        known = await account.write(lambda uow: set_channel(account.id, False, uow))
        account.connection = known or account.connection

    async def _run_all(self, account: Account) -> None:
        """Run every worker until the first fails; its failure is raised."""
        self._poller = Poller(account)
        runners: list[Runner] = [
            Worker(account, Pusher(account)),
            Worker(account, Follower(account)),
            Worker(account, Finisher(account)),
            Worker(account, self._poller),
            Worker(account, Upkeep(account)),
            Turn(account.means, account.connection.pin),
        ]
        if self.means.errands is not None:
            runners.append(Errander(account, self.means.errands))
        if account.connection.subscribed:
            runners.append(Channel(account, self._poller))
        await run_together(runners)

    def _rest(self) -> None:
        self._rested.set()


async def run_together(runners: Sequence[Runner]) -> None:
    """Run all until the first ends; raise what it failed of once all others are gone."""
    tasks = [
        asyncio.create_task(runner.run(), name=f"sync {place} {type(runner).__name__}")
        for place, runner in enumerate(runners)
    ]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        await dismiss(*tasks)
    done.pop().result()
