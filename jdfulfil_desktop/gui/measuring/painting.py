"""Wait until something is on the screen: a widget, a list's first rows or its empty state."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.gui.record_page import RecordPage
from jdfulfil_desktop.gui.tables import LoadState
from jdfulfil_desktop.gui.widgets import TableArea


class _Painted(QObject):
    """Tell a future once the watched widget was painted."""

    def __init__(self, done: asyncio.Future[None]) -> None:
        super().__init__()
        self._done = done

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            # The filter comes before the widget: the loop's next turn comes after its painting.
            asyncio.get_event_loop().call_soon(self._tell)
        return False

    def _tell(self) -> None:
        if not self._done.done():
            self._done.set_result(None)


async def painted(widget: QWidget) -> None:
    """Wait until a visible widget is painted, asking for it once more."""
    done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    watcher = _Painted(done)
    widget.installEventFilter(watcher)
    widget.update()
    try:
        await done
    finally:
        widget.removeEventFilter(watcher)


async def rows_painted(page: RecordPage) -> None:
    """Wait until a list page's first rows, or its empty state, are on the screen.

    Raises what the list could not be read for.
    """
    failures: asyncio.Future[Exception] = asyncio.get_running_loop().create_future()
    settled = asyncio.Event()

    def failed(error: Exception) -> None:
        if not failures.done():
            failures.set_result(error)
        settled.set()

    def changed(state: LoadState) -> None:
        if state is not LoadState.LOADING:
            settled.set()

    loader = page.loader
    loader.failed.connect(failed)
    loader.stateChanged.connect(changed)
    try:
        if loader.state in {LoadState.READY, LoadState.EMPTY}:
            settled.set()
        elif loader.state is LoadState.FAILED:
            loader.refresh()
        await settled.wait()
    finally:
        loader.failed.disconnect(failed)
        loader.stateChanged.disconnect(changed)
    if failures.done():
        raise failures.result()
    await painted(_shown_in(page.area))


def _shown_in(area: TableArea) -> QWidget:
    """Give what paints itself there: the table's viewport, or what stands in its place."""
    shown = area.shown()
    return area.view.viewport() if shown is area.view else shown
