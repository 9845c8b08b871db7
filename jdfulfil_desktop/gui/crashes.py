"""Let a crash in a slot, a task or a thread be logged and told once, and the window go on."""

from __future__ import annotations

import logging
import sys
import threading
from asyncio import AbstractEventLoop
from collections.abc import Callable
from types import TracebackType
from typing import Any

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

_log = logging.getLogger(__name__)
_qt = logging.getLogger("qt")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_NOISE = "This plugin does not support "
"""So Qt's offscreen platform begins what it says of every window; it means nothing."""

Handler = Callable[[QtMsgType, QMessageLogContext, str], None]


class CrashWatch(QObject):
    """Take what nobody caught while it is installed; `crashed(error)` comes in the GUI thread."""

    crashed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before: tuple[Any, Any] | None = None
        self._loop: AbstractEventLoop | None = None

    def install(self, loop: AbstractEventLoop) -> None:
        """Begin: slots end in `sys.excepthook`, tasks in the loop's handler."""
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._take
        threading.excepthook = self._take_thread
        self._loop = loop
        loop.set_exception_handler(self._take_task)

    def remove(self) -> None:
        """End; what was there before is put back."""
        if self._before is not None:
            sys.excepthook, threading.excepthook = self._before
            self._before = None
        if self._loop is not None:
            self._loop.set_exception_handler(None)
            self._loop = None

    def _take(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            sys.__excepthook__(kind, error, trace)
            return
        _log.error("Nobody caught this in a slot", exc_info=(kind, error, trace))
        self.crashed.emit(error)

    def _take_thread(self, given: threading.ExceptHookArgs) -> None:
        error = given.exc_value
        if error is None or isinstance(error, SystemExit):
            return
        name = given.thread.name if given.thread else "?"
        trace = (type(error), error, given.exc_traceback)
        _log.error("Nobody caught this in the thread %s", name, exc_info=trace)
        self.crashed.emit(error)

    def _take_task(self, _loop: AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if isinstance(error, BaseException):
            _log.error("Nobody caught this in a task", exc_info=error)
            self.crashed.emit(error)
        else:
            _log.warning("asyncio: %s", context.get("message", ""))


def log_qt_messages() -> Handler | None:
    """Send Qt's own messages to the log instead of the terminal; gives the handler before."""
    before: Handler | None = qInstallMessageHandler(_take_qt)
    return before


def _take_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    if not message.startswith(_NOISE):
        category = context.category or ""
        _qt.log(_LEVELS.get(kind, logging.WARNING), "%s: %s", category, message)
