"""Wait until a list's first rows, or its empty state, are on the screen."""

from __future__ import annotations

import asyncio

from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.gui.painted import painted
from jdfulfil_desktop.gui.record_page import RecordPage
from jdfulfil_desktop.gui.tables import LoadState
from jdfulfil_desktop.gui.widgets import TableArea


async def rows_painted(page: QWidget) -> None:
    """Wait until a list page's first rows, or its empty state, are on the screen.

    Raises what the list could not be read for.
    """
    assert isinstance(page, RecordPage), "only a list page has rows"
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
