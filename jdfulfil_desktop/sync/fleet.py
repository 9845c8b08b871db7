"""Keep one supervisor for each connection: several accounts at once, none waits for another."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import replace

from jdfulfil_desktop.application.ports import UnitOfWork
from jdfulfil_desktop.application.results import SyncReport
from jdfulfil_desktop.domain.connection import Connection
from jdfulfil_desktop.domain.errors import EnvironmentProblem
from jdfulfil_desktop.domain.events import ConnectionsChanged, Event, PushQueued
from jdfulfil_desktop.sync.backoff import Backoff
from jdfulfil_desktop.sync.means import Means, report
from jdfulfil_desktop.sync.supervisor import AccountStatus, Supervisor
from jdfulfil_desktop.sync.wake import Wake, dismiss

ACTOR = "sync"
"""Who acts, in ledger and timelines, where no person does."""
log = logging.getLogger(__name__)


class Fleet:
    """All accounts of a database. Lives in one event loop."""

    def __init__(self, means: Means) -> None:
        env = replace(means.office.env, actor=ACTOR, by_itself=True)
        self.means = means = replace(means, office=replace(means.office, env=env))
        self.rested = Wake(means.sleep)
        self.listed = False
        self._look = Wake(means.sleep)
        self._backoff = Backoff(means.random)
        self._crews: dict[int, tuple[Supervisor, asyncio.Task[None]]] = {}
        self._gone: list[Supervisor] = []

    async def run(self) -> None:
        """Follow the list of connections until cancelled; new ones get a supervisor."""
        try:
            while True:
                await self._look.wait(await self._follow_list())
        finally:
            await dismiss(*(task for _, task in self._crews.values()))

    async def close(self, deadline_s: float) -> bool:
        """Let what is under way end, at most some seconds; tell whether all did."""
        crews = [supervisor for supervisor, _ in self._crews.values()]
        return all(await asyncio.gather(*(crew.close(deadline_s) for crew in crews)))

    def notice(self, events: Sequence[Event]) -> None:
        """Wake whom events concern."""
        record = any(isinstance(event, ConnectionsChanged) for event in events)
        work = any(isinstance(event, PushQueued) for event in events)
        if record:
            self._look.set()
        if record or work:
            for supervisor, _ in self._crews.values():
                supervisor.notice(work=work, record=record)

    async def is_idle(self) -> bool:
        """Tell whether no account has anything left that the program would still do by itself."""
        if not self.listed:
            return False
        for supervisor, _ in list(self._crews.values()):
            if not await supervisor.is_idle():
                return False
        return True

    def status(self) -> tuple[AccountStatus, ...]:
        """Give a snapshot of every account; may be called from any thread."""
        return tuple(supervisor.status() for supervisor, _ in list(self._crews.values()))

    def report(self, *, idle: bool, seconds: float) -> SyncReport:
        """Add up what all accounts did."""
        crews = [*self._gone, *(supervisor for supervisor, _ in self._crews.values())]
        return report([crew.tally for crew in crews], idle=idle, seconds=seconds)

    async def _follow_list(self) -> float:
        """Start supervisors for new connections; give the seconds until the next look."""

        def connections(uow: UnitOfWork) -> list[Connection]:
            return uow.connections.all()

        try:
            known = await self.means.office.write(connections)
        except EnvironmentProblem:
            return self._backoff.failed()
        except Exception:  # whatever it is, the accounts that run go on
            log.exception("the list of connections cannot be read")
            return self._backoff.failed()
        self._backoff.succeeded()
        for number, (supervisor, task) in list(self._crews.items()):
            if task.done():
                self._bury(number, supervisor, task)
        for connection in known:
            if connection.id is not None and connection.id not in self._crews:
                supervisor = Supervisor(self.means, connection, self.rested)
                task = asyncio.create_task(supervisor.run(), name="sync supervisor")
                self._crews[connection.id] = (supervisor, task)
        self.listed = True
        return self.means.look_every_s

    def _bury(self, number: int, supervisor: Supervisor, task: asyncio.Task[None]) -> None:
        """Keep what a supervisor counted; one that crashed is followed by a new one."""
        del self._crews[number]
        self._gone.append(supervisor)
        if crash := task.exception():
            log.error("the supervisor of an account crashed", exc_info=crash)
            supervisor.tally.error("internal", supervisor.connection.pin)
