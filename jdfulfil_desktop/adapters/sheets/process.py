"""Start the reading process, listen to it, and end it: by itself, on Cancel, or when it hangs."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from time import monotonic
from typing import IO, Any

from jdfulfil_desktop.adapters.sheets.child import FLAG, MARK
from jdfulfil_desktop.domain.errors import ActionCancelled, EnvironmentProblem, FileProblem

POLL_S = 0.05
"""Seconds between two looks at the Cancel button."""
SILENCE_S = 300.0
"""Seconds without a word after which the child is taken to hang."""
_LAST_WORDS = 4_000
_WINDOWS_FLAGS = getattr(subprocess, "CREATE_NO_WINDOW", 0) | getattr(
    subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0
)
_OUT_OF_MEMORY = (b"memory allocation of", b"MemoryError", b"capacity overflow")


def run_child(
    request: Mapping[str, object],
    spool: IO[bytes],
    *,
    subject: str,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    silence_s: float = SILENCE_S,
) -> dict[str, Any]:
    """Let a child process do a request, its output going to `spool`; give what it reports.

    Blocks, for use in a worker thread. Raises FileProblem, ActionCancelled, EnvironmentProblem.
    """
    child = _start(spool)
    try:
        _send(child, request)
        return _listen(child, subject, progress, cancelled, silence_s)
    finally:
        _end(child)


def command() -> list[str]:
    """Give the command that starts the child, also from a frozen program."""
    if getattr(sys, "frozen", False):
        return [sys.executable, FLAG]
    # -P: the folder in which the program was started must not shadow modules.
    return [sys.executable, "-P", "-m", "jdfulfil_desktop.adapters.sheets.child"]


def _start(spool: IO[bytes]) -> subprocess.Popen[bytes]:
    root = str(Path(__file__).resolve().parents[3])
    paths = [root, *filter(None, [os.environ.get("PYTHONPATH")])]
    try:
        return subprocess.Popen(  # noqa: S603  # our own interpreter and module
            command(),
            stdin=subprocess.PIPE,
            stdout=spool,
            stderr=subprocess.PIPE,
            env={
                **os.environ,
                "PYTHONPATH": os.pathsep.join(paths),
                # A backtrace would push the library's own words out of what is kept.
                "RUST_BACKTRACE": "0",
            },
            creationflags=_WINDOWS_FLAGS,
        )
    except OSError as error:
        raise EnvironmentProblem("reader_not_started", reason=str(error)) from error


def _send(child: subprocess.Popen[bytes], request: Mapping[str, object]) -> None:
    assert child.stdin is not None
    # A child that died at once is told apart by its exit code below.
    with contextlib.suppress(BrokenPipeError):
        child.stdin.write(json.dumps(request).encode("ascii") + b"\n")
        child.stdin.flush()


def _listen(
    child: subprocess.Popen[bytes],
    subject: str,
    progress: Callable[[int, int], None] | None,
    cancelled: Callable[[], bool] | None,
    silence_s: float,
) -> dict[str, Any]:
    lines: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
    listener = threading.Thread(
        target=_pump, args=(child, lines), name="sheet-messages", daemon=True
    )
    listener.start()
    last_words = b""
    heard = monotonic()
    while True:
        if cancelled is not None and cancelled():
            raise ActionCancelled(subject=subject)
        try:
            line = lines.get(timeout=POLL_S)
        except queue.Empty:
            if monotonic() - heard > silence_s:
                raise FileProblem("too_large", subject=subject, reason="time") from None
            continue
        heard = monotonic()
        if line is None:
            raise _crash(child.wait(), last_words, subject)
        if not line.startswith(MARK):
            last_words = (last_words + line)[-_LAST_WORDS:]
            continue
        answer = _answered(json.loads(line[1:]), subject, progress)
        if answer is not None:
            return answer


def _answered(
    message: dict[str, Any], subject: str, progress: Callable[[int, int], None] | None
) -> dict[str, Any] | None:
    if "done" in message:
        done: dict[str, Any] = message["done"]
        return done
    if "refused" in message:
        raise FileProblem(message["refused"], subject=subject, **message["data"])
    if "failed" in message:
        raise EnvironmentProblem("disk", subject=subject, **message["data"])
    if progress is not None:
        progress(*message["progress"])
    return None


def _crash(code: int, last_words: bytes, subject: str) -> FileProblem:
    """Class a child that ended without an answer: out of memory, or broken by the file."""
    killed = sys.platform != "win32" and code == -signal.SIGKILL
    if killed or any(sign in last_words for sign in _OUT_OF_MEMORY):
        return FileProblem("too_large", subject=subject, reason="memory")
    return FileProblem("damaged", subject=subject, reason="crash", exit_code=code)


def _pump(child: subprocess.Popen[bytes], lines: queue.SimpleQueue[bytes | None]) -> None:
    assert child.stderr is not None
    with contextlib.suppress(ValueError, OSError):
        for line in child.stderr:
            lines.put(line)
    lines.put(None)


def _end(child: subprocess.Popen[bytes]) -> None:
    """Leave no process behind, whatever happened."""
    if child.poll() is None:
        try:
            child.wait(timeout=POLL_S)
        except subprocess.TimeoutExpired:
            child.kill()
    child.wait()
    for pipe in (child.stdin, child.stderr):
        if pipe is not None:
            with contextlib.suppress(OSError):
                pipe.close()
