"""Gateways to test: in a thread of this process, or a process of their own."""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from jdfulfil_desktop.sandbox.options import SandboxOptions
from jdfulfil_desktop.sandbox.server import run
from tests.contract.sandbox.practice import Practice

_ENDING: list[Callable[[], None]] = []


class MovableClock:
    """The machine's clock, moved on by hand."""

    def __init__(self) -> None:
        self.moved = timedelta()

    def now(self) -> datetime:
        return datetime.now(UTC) + self.moved

    def monotonic(self) -> float:
        return time.monotonic() + self.moved.total_seconds()


def serve(clock: MovableClock | None = None, **options: Any) -> Practice:
    """Run a gateway in a thread of this process; it ends with its standard input."""
    settings = SandboxOptions(
        **{"manual": True, "rate": 0, "daily": 0, **options, "with_parent": True}
    )
    in_read, in_write = os.pipe()
    out_read, out_write = os.pipe()
    stdin, stdout = os.fdopen(in_read), os.fdopen(out_write, "w")
    codes: list[int] = []

    def serving() -> None:
        with stdin, stdout:
            codes.append(run(settings, stdout=stdout, stderr=sys.stderr, stdin=stdin, clock=clock))

    thread = threading.Thread(target=serving, name="practice")
    thread.start()
    with os.fdopen(out_read) as first:
        practice = Practice(json.loads(first.readline()), None)

    practice.end = lambda: os.close(in_write)

    def wait() -> None:
        thread.join(10)
        assert not thread.is_alive()
        assert codes == [0]

    _ENDING.append(wait)
    return practice


def wait_for_ended() -> None:
    """Wait until all gateways that were told to end have ended well.

    Each takes a tenth of a second for that, which tests need not wait for one by one.
    """
    while _ENDING:
        _ENDING.pop()()


def start(*arguments: str, state: Path | None = None) -> Practice:
    """Start a gateway of its own and wait for its first line."""
    command = [sys.executable, "-m", "jdfulfil_desktop.sandbox", "--manual", *arguments]
    if state is not None:
        command += ["--state", str(state)]
    process = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    first = process.stdout.readline()
    assert first, process.stderr.read()
    return Practice(json.loads(first), process)
