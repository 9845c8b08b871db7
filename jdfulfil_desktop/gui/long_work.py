"""Run what takes its time with progress and a way to stop it, in the status strip.

moved = LongWork(shell, tr("Exporting"))
count = await moved.in_worker(lambda step, stopped: write(…))     # on a worker thread
async with moved.steps(total) as step: …                           # or step by step in the window
"""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from jdfulfil_desktop.gui.shell import Shell

T = TypeVar("T")
Step = Callable[[int, int], None]
"""Say how far it is: done, of how many."""


class LongWork(QObject):
    """One piece of long work; `stopped()` tells whether the user pressed Cancel."""

    moved = Signal(int, int)

    def __init__(self, shell: Shell, words: str) -> None:
        super().__init__()
        self._shell = shell
        self._words = words
        self._stop = threading.Event()
        self.moved.connect(self._show)

    def stopped(self) -> bool:
        """Tell whether it is to end; from any thread."""
        return self._stop.is_set()

    async def in_worker(self, job: Callable[[Step, Callable[[], bool]], T]) -> T:
        """Run a job on a worker thread; it is given how to say its progress, and `stopped`."""
        self._shell.progress(self._words, None, self._stop.set)
        try:
            return await self._shell.desk.work(lambda: job(self.moved.emit, self.stopped))
        finally:
            self._stop.set()  # a task that is cancelled leaves no thread behind that goes on
            self._shell.progress_done()

    @asynccontextmanager
    async def steps(self, total: int) -> AsyncIterator[Callable[[int], None]]:
        """Show progress over `total` while the block runs; call what is given with what is done."""
        self._shell.progress(self._words, 0 if total else None, self._stop.set)
        try:
            yield lambda done: self._show(done, total)
        finally:
            self._shell.progress_done()

    def _show(self, done: int, total: int) -> None:
        self._shell.progress(self._words, done * 100 // max(total, 1), self._stop.set)
