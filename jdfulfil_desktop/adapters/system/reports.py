"""Keep what is needed to mend a fault of the program: a report a crash, offered at the next start.

A report is a small text for this user alone, without secrets and phone numbers: version, system,
traceback, the last lines of the log. Nothing is ever sent by itself.
"""

from __future__ import annotations

import faulthandler
import platform
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from jdfulfil_desktop import __version__
from jdfulfil_desktop.adapters.system.places import LOG_FILE
from jdfulfil_desktop.adapters.system.private import create_file, make_folder
from jdfulfil_desktop.adapters.system.redaction import Redactor
from jdfulfil_desktop.application.ports import Clock

KEPT = 10
_LOG_LINES = 60
_LONGEST_LINE = 2_000
_HARD = "crash.trace"
"""What the interpreter itself writes where it dies: a fault in a library written in C."""


class CrashReports:
    """The reports of one folder of logs; `close` it at the end of an orderly run."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._folder, self._clock = make_folder(folder), clock
        self._redact = Redactor()
        self._trace: TextIO | None = None

    def arm(self) -> None:
        """Have hard crashes written down too; one of the last run becomes a report."""
        path = self._folder / _HARD
        if path.is_file() and (found := path.read_text(encoding="utf-8", errors="replace").strip()):
            self._write(found)
        self._trace = open(path, "w", encoding="utf-8", opener=create_file)  # noqa: SIM115  open for as long as the program runs
        faulthandler.enable(self._trace)

    def close(self) -> None:
        """Disarm: this run ended in order."""
        if self._trace is not None:
            faulthandler.disable()
            self._trace.close()
            self._trace = None

    def write(self, error: BaseException) -> Path:
        """Write the report of an error that nobody caught; gives its file."""
        return self._write("".join(traceback.format_exception(error)).strip())

    def waiting(self) -> Sequence[Path]:
        """Give the reports that nobody was told of yet, newest first."""
        return sorted(self._folder.glob("crash-*.txt"), reverse=True)

    def told(self) -> None:
        """Mark all reports as offered, and keep no more than the newest."""
        for path in self.waiting():
            path.replace(path.with_suffix(".seen"))
        for path in sorted(self._folder.glob("crash-*.seen"), reverse=True)[KEPT:]:
            path.unlink(missing_ok=True)

    def about(self) -> str:
        """Give what support asks first: version, system, the last lines of the log, redacted."""
        system = f"{platform.system()} {platform.release()} ({platform.machine()})"
        return "\n".join(
            (
                f"JD Fulfil Desktop {__version__}",
                f"Python {platform.python_version()}, {system}",
                f"{self._clock.now():%Y-%m-%d %H:%M:%S} UTC",
                "",
                *self._last_lines(),
            )
        )

    def _write(self, what: str) -> Path:
        stamp = f"{self._clock.now():%Y%m%d-%H%M%S-%f}"
        path = self._folder / f"crash-{stamp}.txt"
        with open(path, "w", encoding="utf-8", opener=create_file) as file:
            file.write(self._redact(f"{what}\n\n{self.about()}\n"))
        return path

    def _last_lines(self) -> list[str]:
        try:
            said = (self._folder / LOG_FILE).read_text(encoding="utf-8", errors="replace")
        except OSError:
            return []
        lines = said.splitlines()[-_LOG_LINES:]
        return [self._redact(line[:_LONGEST_LINE]) for line in lines]
