"""Wait until a widget is on the screen."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class _Painted(QObject):
    """Tell a future once the watched widget was painted."""

    def __init__(self, done: asyncio.Future[None]) -> None:
        super().__init__()
        self._done = done

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            # The filter comes before the widget: the loop's next turn comes after its painting.
            self._done.get_loop().call_soon(self._tell)
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
