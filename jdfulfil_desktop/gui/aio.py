"""Run Qt and asyncio on one loop; the only module that knows qasync.

`QT_API` is set before qasync is imported: it picks PyQt first unless told.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtWidgets import QApplication

os.environ.setdefault("QT_API", "pyside6")

import qasync


def run(app: QApplication, main: Callable[[], Coroutine[Any, Any, int]]) -> int:
    """Run `main()` on a loop that serves Qt too; gives its exit code."""
    loop = qasync.QEventLoop(app)
    asyncio.set_event_loop(loop)
    try:
        with loop:
            code: int = loop.run_until_complete(main())
            return code
    finally:
        asyncio.set_event_loop(None)


def new_loop(app: QApplication) -> asyncio.AbstractEventLoop:
    """Give a loop that serves Qt and asyncio, for tests that drive a window."""
    loop: asyncio.AbstractEventLoop = qasync.QEventLoop(app)
    return loop
