"""One process of the program on the PC: it may die before or after any step it takes."""

from __future__ import annotations

import asyncio
import heapq
import itertools
from collections.abc import Callable, Coroutine, Mapping, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field
from random import Random
from typing import Any, Protocol, TypeVar

from jdfulfil_desktop.application.bus import Bus, Env
from jdfulfil_desktop.application.importing import undo_interrupted
from jdfulfil_desktop.application.ports import GatewayFactory, Priority, UnitOfWork
from jdfulfil_desktop.application.remote.office import Office
from jdfulfil_desktop.application.remote.patience import Patience
from jdfulfil_desktop.domain.command import Command
from jdfulfil_desktop.domain.commands import UndoImport
from jdfulfil_desktop.domain.errors import EnvironmentProblem, FulfilError
from jdfulfil_desktop.domain.events import Event
from jdfulfil_desktop.sync.fleet import Fleet
from jdfulfil_desktop.sync.means import Means
from tests.simulation.disk import Disk
from tests.simulation.loop import OWNER, Died, PcClock, VirtualLoop

T = TypeVar("T")
RECOVERED_EVERY_S = 3600.0


class Locks:
    """Which process syncs which account: released when its holder dies."""

    def __init__(self) -> None:
        self.holders: dict[str, object] = {}


@dataclass(frozen=True, slots=True)
class ProcessLock:
    """One process's view of the locks."""

    locks: Locks
    holder: Process

    def acquire(self, pin: str) -> bool:
        if self.holder.dead:
            raise Died
        return self.locks.holders.setdefault(pin, self.holder) is self.holder

    def release(self, pin: str) -> None:
        if self.locks.holders.get(pin) is self.holder:
            del self.locks.holders[pin]


class Surroundings(Protocol):
    """What a process finds on the PC."""

    loop: VirtualLoop
    clock: PcClock
    disk: Disk
    locks: Locks
    chance: Random
    log: list[str] | None
    look_every_s: float
    news_every_s: float

    def gateways(self, process: Process) -> GatewayFactory: ...

    def trace(self, what: str) -> None: ...

    def after_commit(self) -> None:
        """Look at what was just committed."""


@dataclass(order=True)
class _Piece:
    priority: int
    number: int
    work: Callable[[UnitOfWork], Any] = field(compare=False)
    future: Future[Any] = field(compare=False)


def name_of(work: Any) -> str:
    """Name a piece of work for the log of a replayed life."""
    found = getattr(work, "func", work)
    name = str(getattr(found, "__qualname__", found))
    if name.startswith("Bus._send"):
        cells = (cell.cell_contents for cell in work.__closure__ or ())
        return next((repr(cell)[:300] for cell in cells if isinstance(cell, Command)), name)
    return name.replace(".<locals>.", ".")


class SimWriter:
    """The writer of one process: a queue with priorities, worked off a little later each time."""

    def __init__(self, process: Process) -> None:
        self._process = process
        self._queue: list[_Piece] = []
        self._numbers = itertools.count()
        self.at_once = True

    def submit(
        self, work: Callable[[UnitOfWork], T], priority: Priority = Priority.PERSON
    ) -> Future[T]:
        future: Future[T] = Future()
        if self._process.dead:
            future.set_exception(Died())
            return future
        piece = _Piece(int(priority), next(self._numbers), work, future)
        if self.at_once:
            self._do(piece)
            return future
        heapq.heappush(self._queue, piece)
        chance = self._process.pc.chance
        delay = 0.0 if chance.random() < 0.9 else chance.uniform(0.0, 3.0)
        self._process.pc.loop.call_later(delay, self._next)
        return future

    def _next(self) -> None:
        if self._queue and not self._process.dead:
            self._do(heapq.heappop(self._queue))

    def _do(self, piece: _Piece) -> None:
        process, pc = self._process, self._process.pc
        if process.step("tx"):
            self._unanswered(piece)
            return
        try:
            result, events = pc.disk.transact(
                piece.work, process.clock, lambda: process.break_off("commit")
            )
        except Died:
            self._unanswered(piece)
            return
        except BaseException as error:  # noqa: BLE001  whatever it is belongs to who waits
            piece.future.set_exception(error)
            return
        if pc.log is not None:
            pc.log.append(f"{pc.loop.ticks:.6f} {process.name}: {name_of(piece.work)}")
        pc.after_commit()
        if process.step("committed"):
            self._unanswered(piece)
            return
        if events:
            process.publish(events)
        piece.future.set_result(result)

    def _unanswered(self, piece: _Piece) -> None:
        """Leave whoever waits without an answer: it is dead as well."""
        piece.future.set_exception(Died())


class Process:
    """The program running once: office, bus, and a fleet where it syncs."""

    def __init__(self, pc: Surroundings, name: str, *, dies_in: int = 0) -> None:
        self.pc = pc
        self.name = name
        self.clock = pc.clock
        self.dead = False
        self.tasks: list[asyncio.Task[Any]] = []
        self.fleet: Fleet | None = None
        self._dies_in = dies_in
        self.writer = SimWriter(self)
        self.chance = Random(pc.chance.random())
        env = Env(self.clock, name)
        bus = Bus(self.writer, env)
        patience = Patience(self.sleep, self.chance)
        self.office = Office(self.writer, pc.gateways(self), bus, env, patience)

    async def sleep(self, seconds: float) -> None:
        if self.dead:
            raise Died
        await asyncio.sleep(seconds)

    def means(self) -> Means:
        return Means(
            self.office,
            self.chance,
            self.sleep,
            ProcessLock(self.pc.locks, self),
            news_every_s=self.pc.news_every_s,
            look_every_s=self.pc.look_every_s,
        )

    def start(self, work: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
        """Begin something that ends with the process."""
        if self.dead:
            work.close()
            raise Died
        token = OWNER.set(self.tasks)
        try:
            return asyncio.get_running_loop().create_task(work)
        finally:
            OWNER.reset(token)

    def begin(self, *, recovers: bool) -> None:
        """Do what a window does at its start: take up what a crash left, then sync."""
        if recovers:
            with suppress(EnvironmentProblem, Died):  # as the thread that does it would end
                undo_interrupted(self.office.bus)
                self.office.bus.resume()
        self.writer.at_once = False

    def recover_again(self, importing: Mapping[int, Process]) -> None:
        """Look now and then for imports that were left half-way, as the window does."""

        async def again() -> None:
            while True:
                await self.sleep(RECOVERED_EVERY_S)
                with suppress(FulfilError):
                    left = await self.office.write(lambda uow: uow.batches.incomplete())
                    for batch_id in left:
                        if batch_id not in importing or importing[batch_id].dead:
                            await self.office.command(UndoImport(batch_id))

        self.start(again())

    def sync(self) -> None:
        """Run the background sync."""
        fleet = Fleet(self.means())
        self.fleet = fleet
        self.start(fleet.run())

    def publish(self, events: Sequence[Event]) -> None:
        if self.fleet is not None:
            self.pc.loop.call_soon(self._tell, events)

    def _tell(self, events: Sequence[Event]) -> None:
        if self.fleet is not None and not self.dead:
            self.fleet.notice(events)

    # ------------------------------------------------------------------------------------ dying

    def step(self, what: str) -> bool:
        """Take a step; tells whether the process is dead now."""
        if self.dead:
            return True
        self.pc.trace(f"{self.name}:{what}")
        if self._dies_in:
            self._dies_in -= 1
            if not self._dies_in:
                self.die()
        return self.dead

    def live_on(self) -> None:
        """Die no more by itself."""
        self._dies_in = 0

    def break_off(self, what: str) -> None:
        """Take a step in the middle of something that a death leaves undone."""
        if self.step(what):
            raise Died

    def die(self) -> None:
        """End at once: whatever was under way stays as it is."""
        self.dead = True
        self.pc.trace(f"{self.name}:died")
        for pin in [pin for pin, holder in self.pc.locks.holders.items() if holder is self]:
            del self.pc.locks.holders[pin]
        self.pc.loop.call_soon(self._cancel_all)

    def _cancel_all(self) -> None:
        for task in self.tasks:
            task.cancel()

    async def bury(self) -> None:
        """Take the tasks of a dead process away."""
        for _ in range(5):
            left = [task for task in self.tasks if not task.done()]
            for task in left:
                task.cancel()
            if not left:
                break
            await asyncio.gather(*left, return_exceptions=True)
        self.tasks.clear()

    async def close(self, deadline_s: float = 10.0) -> None:
        """End as a window does that is closed."""
        if self.fleet is not None and not self.dead:
            closing = self.start(self.fleet.close(deadline_s))
            await asyncio.wait({closing})
        self.die()
        await self.bury()
