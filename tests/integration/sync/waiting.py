"""Wait for a condition, not for a time."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest


def wait_until(holds: Callable[[], bool], seconds: float = 20.0) -> None:
    """Look twenty times a second; fail after some seconds."""
    tick = threading.Event()
    for _ in range(int(seconds * 20)):
        if holds():
            return
        tick.wait(0.05)
    pytest.fail("it did not happen in time")
