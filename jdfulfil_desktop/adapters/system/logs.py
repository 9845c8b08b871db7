"""Write the log: one JSON object a line into a rotating file, warnings to the terminal as well."""

from __future__ import annotations

import logging
import logging.handlers
import threading
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import Any, TextIO

import structlog

from jdfulfil_desktop.adapters.system.places import LOG_FILE
from jdfulfil_desktop.adapters.system.private import create_file, make_folder
from jdfulfil_desktop.adapters.system.redaction import Redactor

LARGEST = 2 * 1024 * 1024
KEPT = 5


class RedactingFormatter(logging.Formatter):
    """Format by another formatter and redact what comes out, tracebacks included."""

    def __init__(self, inner: logging.Formatter, redact: Redactor) -> None:
        super().__init__()
        self._inner = inner
        self._redact = redact

    def format(self, record: logging.LogRecord) -> str:
        """Return the finished line."""
        return self._redact(self._inner.format(record))


class PrivateRotatingHandler(logging.handlers.RotatingFileHandler):
    """A rotating log file for this user alone; a full disk or a held file is no reason to fail."""

    def _open(self) -> TextIOWrapper[Any]:
        return open(self.baseFilename, "a", encoding="utf-8", opener=create_file)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name
        """Drop the line: nobody may be stopped by the log."""


class Logs:
    """The log as configured; `close` puts back what was there, for tests."""

    def __init__(self, redact: Redactor, handlers: Sequence[logging.Handler]) -> None:
        self.redact = redact
        self._handlers = tuple(handlers)
        root = logging.getLogger()
        self._level = root.level
        root.setLevel(logging.INFO)
        for handler in self._handlers:
            root.addHandler(handler)

    def close(self) -> None:
        """Take the handlers away and close them."""
        root = logging.getLogger()
        root.setLevel(self._level)
        for handler in self._handlers:
            root.removeHandler(handler)
            handler.close()
        structlog.reset_defaults()


def configure_logs(
    folder: Path, *, terminal: TextIO | None = None, name: str = LOG_FILE, verbose: bool = False
) -> Logs:
    """Begin to log into `folder`; `terminal` gets warnings and errors only.

    `verbose` writes DEBUG lines of our own modules too. structlog and plain `logging` end in the
    same place.
    """
    redact = Redactor()
    path = make_folder(folder) / name
    file = PrivateRotatingHandler(path, maxBytes=LARGEST, backupCount=KEPT, delay=True)
    file.setFormatter(RedactingFormatter(_formatter(structlog.processors.JSONRenderer()), redact))
    handlers: list[logging.Handler] = [file]
    if terminal is not None:
        speaker = logging.StreamHandler(terminal)
        speaker.setLevel(logging.WARNING)
        plain = logging.Formatter("%(levelname)s: %(message)s")
        speaker.setFormatter(RedactingFormatter(plain, redact))
        handlers.append(speaker)
    structlog.configure(
        processors=[*_shared(), structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    if verbose:
        logging.getLogger("jdfulfil_desktop").setLevel(logging.DEBUG)
    return Logs(redact, handlers)


def _shared() -> list[structlog.typing.Processor]:
    return [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.ExtraAdder(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _thread,
        structlog.processors.StackInfoRenderer(),
        structlog.processors.format_exc_info,
    ]


def _thread(_: object, __: str, event: structlog.typing.EventDict) -> structlog.typing.EventDict:
    """Name the thread: windows, sync and writer speak at the same time."""
    event["thread"] = threading.current_thread().name
    return event


def _formatter(renderer: structlog.typing.Processor) -> logging.Formatter:
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=_shared(),
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
    )
