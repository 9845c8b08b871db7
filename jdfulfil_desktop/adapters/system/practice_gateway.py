"""Run the practice gateway as a child of this program."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from jdfulfil_desktop.domain.errors import EnvironmentProblem


@dataclass(frozen=True, slots=True)
class PracticeGateway:
    """A practice gateway of this program's own; `info` is its first line (CONTRACT)."""

    process: subprocess.Popen[str]
    info: Mapping[str, Any]

    def close(self) -> None:
        """End it: it ends with its standard input."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(5)
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()


def _drain(stream: IO[str]) -> None:
    """Read a stream to its end and close it."""
    with stream:
        for _line in stream:
            continue


def start_practice_gateway(
    data_dir: Path, *, manual: bool = False, extra: Sequence[str] = ()
) -> PracticeGateway:
    """Start the practice gateway as a child that keeps its state in `data_dir`.

    Raises EnvironmentProblem("practice_gateway_failed") with what it said.
    """
    program = [] if getattr(sys, "frozen", False) else ["-m", "jdfulfil_desktop"]
    state = ["--state", str(data_dir / "gateway.db"), "--with-parent"]
    command = [sys.executable, *program, "sandbox", *state, *(["--manual"] * manual), *extra]
    process = subprocess.Popen(  # noqa: S603  our own program
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        # On Windows a console window would open beside ours.
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    assert process.stdout is not None
    assert process.stderr is not None
    first = process.stdout.readline()
    if not first:
        said = process.communicate()[1].strip()
        raise EnvironmentProblem("practice_gateway_failed", detail=said)
    # Nobody reads these two later, and a full pipe would stop the gateway.
    for stream in (process.stdout, process.stderr):
        threading.Thread(
            target=_drain, args=(stream,), name="practice-gateway", daemon=True
        ).start()
    return PracticeGateway(process, json.loads(first))
