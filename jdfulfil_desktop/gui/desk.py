"""Give pages what they may do: read, command, ask JD, say words. Everything slow is awaited.

rows = await desk.read(lambda q: q.warehouses())
await desk.command(AcceptOrders(keys))
report = await desk.remote(lambda office: refresh_outbounds(office))
desk.start(self._import(path), self)            # a task; what it cannot do is reported
desk.watch(self, self._changed, OrdersChanged)  # called when such events happened
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QThread, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from jdfulfil_desktop.application.ports import Priority
from jdfulfil_desktop.application.queries import Queries
from jdfulfil_desktop.application.remote.office import Office
from jdfulfil_desktop.domain.commands import Command
from jdfulfil_desktop.domain.errors import ActionCancelled
from jdfulfil_desktop.domain.events import Event
from jdfulfil_desktop.gui.bridge import Bridge
from jdfulfil_desktop.gui.kept import Kept
from jdfulfil_desktop.gui.permits import Permits
from jdfulfil_desktop.gui.program import Program, SyncThread
from jdfulfil_desktop.gui.watching import Watch

T = TypeVar("T")


class Desk(QObject):
    """The window's services. `failed(error, widget)` tells what a task could not do."""

    failed = Signal(object, object)
    happened = Signal(object)

    def __init__(
        self,
        program: Program,
        sync: SyncThread,
        bridge: Bridge,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.program = program
        self.texts = program.texts
        self.clock = program.clock
        self.kept = Kept(program.config_dir)
        self.permits = Permits(
            program.bus, program.texts, lambda: self.read(lambda q: q.users()), self
        )
        self._sync = sync
        self._tasks: set[asyncio.Task[None]] = set()
        self._never: asyncio.Future[None] | None = None
        bridge.happened.connect(self.happened)

    async def read(self, work: Callable[[Queries], T]) -> T:
        """Read on a reader thread."""
        return await asyncio.wrap_future(self.program.reader.submit(work))

    async def command(self, command: Command, priority: Priority = Priority.PERSON) -> Any:
        """Hand a command to the bus and await what it did. Raises FulfilError."""
        return await asyncio.wrap_future(self.program.bus.submit(command, priority))

    async def remote(self, use_case: Callable[[Office], Coroutine[Any, Any, T]]) -> T:
        """Run a use case that speaks to JD on the sync thread. Raises FulfilError."""
        office = self.program.office
        return await asyncio.wrap_future(self._sync.submit(lambda: use_case(office)))

    async def work(self, job: Callable[[], T]) -> T:
        """Run blocking work (files) on a worker thread."""
        return await asyncio.to_thread(job)

    def start(
        self, work: Coroutine[Any, Any, Any], widget: QWidget | None = None
    ) -> asyncio.Future[None]:
        """Start a task; it is kept alive, and what it cannot do is told through `failed`.

        Once the desk is closed nothing starts any more: what comes back is cancelled already.
        """
        assert QThread.currentThread() is self.thread(), "tasks of the window start in its thread"
        if self._never is not None:
            work.close()
            return self._never
        task = asyncio.get_event_loop().create_task(self._guarded(work, widget))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        # A task that is cancelled before its first step would leave the work unawaited.
        task.add_done_callback(lambda _task: work.close())
        return task

    async def _guarded(self, work: Awaitable[Any], widget: QWidget | None) -> None:
        try:
            await work
        except ActionCancelled:
            return
        except Exception as error:  # noqa: BLE001  the user is told, the window lives on
            # What was asked for a dialog that is closed meanwhile is wanted by nobody.
            if widget is None or isValid(widget):
                self.failed.emit(error, widget)

    def watch(
        self, owner: QObject, react: Callable[[Sequence[Event]], None], *kinds: type[Event]
    ) -> None:
        """Call `react` with the events of these kinds whenever some happened; `owner` ends it.

        A page in a tab that is not seen hears of them when it is shown.
        """
        watch = Watch(owner, react, kinds)

        def tell(events: Sequence[Event]) -> None:
            if self._never is None:
                watch.take(events)

        connection = self.happened.connect(tell)
        # The static call: where the desk went first there is nothing left to disconnect.
        owner.destroyed.connect(lambda: QObject.disconnect(connection))

    async def quiet(self) -> None:
        """Wait until no task of the window is under way; not for calling from one."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    async def close(self) -> None:
        """Cancel what is under way and wait for it; nothing that happens is told from now on.

        A timer of a dialog that nobody deleted yet may still start something: it gets what is
        cancelled already, and needs no loop for it.
        """
        self._never = asyncio.get_running_loop().create_future()
        self._never.cancel()
        while self._tasks:  # a timer may begin another one while these end
            ending = list(self._tasks)
            for task in ending:
                task.cancel()
            await asyncio.gather(*ending, return_exceptions=True)
