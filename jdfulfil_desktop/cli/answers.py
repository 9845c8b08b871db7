"""Take a pasted answer of JD's login from standard input while the redirect is waited for (R5)."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable

from jdfulfil_desktop.application.ports import LoginListener
from jdfulfil_desktop.application.remote.pasted_answer import read_answer
from jdfulfil_desktop.cli.desk import Streams
from jdfulfil_desktop.domain.errors import FulfilError, RuleError


def take_answers(
    listener: LoginListener, streams: Streams, refused: Callable[[FulfilError], None]
) -> None:
    """Read lines in a thread of their own and hand them to the waiting login, until one is taken.

    Call it in the loop that waits. A line that is no answer is told to `refused`, and the next is
    waited for: the redirect may still come.
    """
    loop = asyncio.get_running_loop()
    taken = threading.Event()

    def hand_in(line: str) -> None:
        try:
            answer = read_answer(line)
            listener.hand_in(answer.code, answer.state, answer.error)
        except RuleError as failure:
            refused(failure)
        else:
            taken.set()

    def read() -> None:
        for line in iter(streams.stdin.readline, ""):
            if line.strip():
                try:
                    loop.call_soon_threadsafe(hand_in, line)
                except RuntimeError:
                    return  # the login is over, and its loop with it
            if taken.is_set():
                return

    threading.Thread(target=read, name="answers", daemon=True).start()
