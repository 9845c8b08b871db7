"""Bring a model and a source together: ask for what is looked at, drop what is no longer wanted."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from enum import StrEnum
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from jdfulfil_desktop.gui.tables.model import PagedTableModel
from jdfulfil_desktop.gui.tables.source import (
    Cancellable,
    KeyedSource,
    PagedSource,
    Runner,
    Sort,
)

_AT_ONCE = 2
_WAITING = 4


class LoadState(StrEnum):
    """Say what the table area shows."""

    LOADING = "loading"
    READY = "ready"
    EMPTY = "empty"
    FAILED = "failed"


class PageLoader(QObject):
    """Load a model's pages from a source; answers to older questions are ignored.

    Every `show` and `refresh` begins a new generation. Pages are fetched at most two at a time; of
    those still waiting only the four looked at last are kept, so that dragging the scroll bar over
    a million rows costs a handful of queries. Errors are signalled, never swallowed.
    """

    stateChanged = Signal(object)
    failed = Signal(object)
    counted = Signal(int)

    def __init__(
        self,
        model: PagedTableModel,
        source: PagedSource,
        runner: Runner,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._source = source
        self._runner = runner
        self._filter: Any = None
        self._sort: Sort | None = None
        self._generation = 0
        self._shown = 0
        self._fetching: set[int] = set()
        self._waiting: list[int] = []
        self._running: set[Cancellable] = set()
        self._pumping = QTimer(self)
        self._pumping.setSingleShot(True)
        self._pumping.setInterval(0)
        self._pumping.timeout.connect(self._pump)
        self.state: LoadState | None = None
        model.pageNeeded.connect(self._need)
        model.sortRequested.connect(self._sort_by)
        model.checkAllRequested.connect(self._check_all)

    @property
    def sort(self) -> Sort | None:
        """Return the order in force."""
        return self._sort

    @property
    def filter(self) -> Any:
        """Return the filter in force."""
        return self._filter

    def show(self, filter: Any, sort: Sort | None = None) -> None:
        """Show another filter or order: from the top, with skeleton rows until rows are here."""
        self._filter, self._sort = filter, sort
        self._shown += 1
        self._begin()
        self._model.reset(0)
        self._set_state(LoadState.LOADING)
        self._run(partial(self._open, self._generation))

    def refresh(self) -> None:
        """Ask again for the count and what is on the screen, without emptying the table."""
        if self.state in {None, LoadState.LOADING, LoadState.FAILED}:
            self.show(self._filter, self._sort)
            return
        self._begin()
        self._run(partial(self._recount, self._generation))

    def stop(self) -> None:
        """Cancel everything under way; call before the window closes."""
        self._begin()

    def _begin(self) -> None:
        self._generation += 1
        for task in list(self._running):
            task.cancel()
        self._running.clear()
        self._fetching.clear()
        self._waiting.clear()

    def _run(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Start work and remember it; made inside, so that one cancelled at once leaves nothing."""
        holder: list[Cancellable] = []

        async def guarded() -> None:
            try:
                await work()
            finally:
                self._running.difference_update(holder)

        task = self._runner(guarded())
        holder.append(task)
        if not (isinstance(task, asyncio.Future) and task.done()):
            self._running.add(task)

    async def _open(self, generation: int) -> None:
        """Fetch the first page before the count: the first rows must not wait for counting."""
        try:
            size = self._model.page_size
            rows = await self._source.page(self._filter, self._sort, 0, size)
            if generation != self._generation:
                return
            self._model.set_count(len(rows))
            self._model.set_page(0, rows)
            if rows:
                self._set_state(LoadState.READY)
            count = len(rows)
            if count == size:
                count = await self._source.count(self._filter)
            if generation == self._generation:
                self._take_count(count)
        except Exception as error:  # noqa: BLE001  any failure becomes the table's error state
            self._fail(generation, error)

    async def _recount(self, generation: int) -> None:
        try:
            count = await self._source.count(self._filter)
            if generation == self._generation:
                self._take_count(count)
                self._model.invalidate()
        except Exception as error:  # noqa: BLE001  as above
            self._fail(generation, error)

    def _take_count(self, count: int) -> None:
        self._model.set_count(count)
        self.counted.emit(count)
        self._set_state(LoadState.READY if count else LoadState.EMPTY)

    def _need(self, page: int) -> None:
        if page in self._fetching:
            return
        if page in self._waiting:
            self._waiting.remove(page)
        self._waiting.append(page)
        while len(self._waiting) > _WAITING:
            self._model.release_page(self._waiting.pop(0))
        self._pumping.start()

    def _pump(self) -> None:
        """Fetch what was asked for last; begun only after a whole burst was heard."""
        while self._waiting and len(self._fetching) < _AT_ONCE:
            page = self._waiting.pop()
            self._fetching.add(page)
            self._run(partial(self._fetch, self._generation, page))

    async def _fetch(self, generation: int, page: int) -> None:
        size = self._model.page_size
        try:
            rows = await self._source.page(self._filter, self._sort, page * size, size)
        except Exception as error:  # noqa: BLE001  as above
            self._fail(generation, error)
            return
        if generation == self._generation:
            self._fetching.discard(page)
            self._model.set_page(page, rows)
            self._pump()

    def _fail(self, generation: int, error: Exception) -> None:
        if generation != self._generation:
            return
        self._begin()
        self._set_state(LoadState.FAILED)
        self.failed.emit(error)

    def _sort_by(self, key: str, order: Qt.SortOrder) -> None:
        sort = Sort(key, descending=order is Qt.SortOrder.DescendingOrder)
        if sort != self._sort:
            self.show(self._filter, sort)

    def _check_all(self, checked: bool) -> None:
        if not checked:
            self._model.clear_checked()
        elif isinstance(self._source, KeyedSource):
            # Not stopped by news: what was asked for once is still meant a moment later.
            self._runner(self._check_keys(self._shown, self._source))
        else:
            self._model.set_checked(map(self._model.key_of, self._model.loaded_rows()), True)

    async def _check_keys(self, shown: int, source: KeyedSource) -> None:
        try:
            keys = await source.keys(self._filter)
        except Exception as error:  # noqa: BLE001  as above
            self._fail(self._generation, error)
            return
        if shown == self._shown:
            self._model.set_checked(keys, True)

    def _set_state(self, state: LoadState) -> None:
        if state is not self.state:
            self.state = state
            self.stateChanged.emit(state)
