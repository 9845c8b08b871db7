"""Gateways to test: in a thread of this process, or a process of their own."""

import json
import os
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from jdfulfil_desktop.sandbox.options import SandboxOptions
from jdfulfil_desktop.sandbox.server import run
from tests.contract.sandbox.practice import Practice


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

    def end() -> None:
        os.close(in_write)
        thread.join(10)
        assert not thread.is_alive()
        assert codes == [0]

    practice.end = end
    return practice


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
