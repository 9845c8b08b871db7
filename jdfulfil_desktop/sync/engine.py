"""Run the sync in a thread of its own beside the window: one loop, in which no Session runs."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable, Coroutine, Sequence
from concurrent.futures import Future
from typing import Any, TypeVar

from jdfulfil_desktop.domain.errors import EnvironmentProblem
from jdfulfil_desktop.domain.events import Event
from jdfulfil_desktop.sync.fleet import Fleet
from jdfulfil_desktop.sync.means import Means
from jdfulfil_desktop.sync.supervisor import AccountStatus
from jdfulfil_desktop.sync.wake import dismiss

T = TypeVar("T")
log = logging.getLogger(__name__)
THREAD_NAME = "sync"


class Engine:
    """The background sync; its public methods may be called from any thread.

    It fulfils the port `Notifier`: events wake its workers. Stop it before the writer is closed.
    """

    def __init__(self, means: Means) -> None:
        self._means = means
        self._loop: asyncio.AbstractEventLoop | None = None
        self._fleet: Fleet | None = None
        self._stop: asyncio.Event | None = None
        self._deadline_s = 0.0
        self._ready = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Start the thread; returns once it takes work."""
        if self._thread is not None:
            raise RuntimeError("the engine was started before")
        self._thread = threading.Thread(target=self._main, name=THREAD_NAME, daemon=True)
        self._thread.start()
        self._ready.wait()

    def stop(self, deadline_s: float = 5.0) -> bool:
        """End: what is under way may finish within the deadline. Tell whether the thread ended.

        What did not finish is asked about at the next start.
        """
        thread, loop, stop = self._thread, self._loop, self._stop
        if thread is None or loop is None or stop is None:
            return True
        assert threading.current_thread() is not thread, "the engine cannot wait for itself"
        self._deadline_s = deadline_s
        call(loop, stop.set)
        thread.join(deadline_s + 2.0)
        return not thread.is_alive()

    def submit(self, work: Callable[[], Coroutine[Any, Any, T]]) -> Future[T]:
        """Run gateway work asked for by a person in the sync thread, such as Refresh Status.

        The future gives its result or raises its error; cancelling it cancels the work.
        """
        loop, thread = self._loop, self._thread
        if loop is None or thread is None or not thread.is_alive():
            refused: Future[T] = Future()
            refused.set_exception(EnvironmentProblem("sync_stopped"))
            return refused
        return asyncio.run_coroutine_threadsafe(_begin(work), loop)

    def publish(self, events: Sequence[Event]) -> None:
        """Wake the workers that events concern; called in the writer's thread, does not block."""
        loop, fleet = self._loop, self._fleet
        if loop is not None and fleet is not None:
            call(loop, lambda: fleet.notice(events))

    def status(self) -> tuple[AccountStatus, ...]:
        """Give a snapshot of every account."""
        fleet = self._fleet
        return fleet.status() if fleet is not None else ()

    def _main(self) -> None:
        try:
            with asyncio.Runner() as runner:
                runner.run(self._run())
        except Exception:  # a thread's last words must not be lost
            log.exception("the sync thread ended by a crash")
        finally:
            self._fleet = self._loop = None
            self._ready.set()

    async def _run(self) -> None:
        self._stop = asyncio.Event()
        fleet = Fleet(self._means)
        crew = asyncio.create_task(fleet.run(), name="sync fleet")
        self._fleet, self._loop = fleet, asyncio.get_running_loop()
        self._ready.set()
        try:
            await self._stop.wait()
            await fleet.close(self._deadline_s)
        finally:
            await dismiss(crew)


async def _begin(work: Callable[[], Coroutine[Any, Any, T]]) -> T:
    return await work()


def call(loop: asyncio.AbstractEventLoop, action: Callable[[], object]) -> None:
    """Hand an action to the loop; a loop that has ended needs none any more."""
    try:
        loop.call_soon_threadsafe(action)
    except RuntimeError:
        log.debug("the sync thread has ended already")
