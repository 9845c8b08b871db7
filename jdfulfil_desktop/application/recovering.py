"""Take up what a crash, or a database that could not be written to, left half-done (R31)."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager

from jdfulfil_desktop.application.bus import Bus
from jdfulfil_desktop.application.importing import undo_interrupted
from jdfulfil_desktop.domain.errors import FulfilError

Alone = Callable[[], AbstractContextManager[bool]]
"""Keep other processes from importing for a while; tells whether none is."""
EVERY_S = 60.0


def recover(bus: Bus, alone: Alone) -> None:
    """Undo imports that a crash ended, unless one may be running; go on with chunked work."""
    undo_if_alone(bus, alone)
    bus.resume()


def undo_if_alone(bus: Bus, alone: Alone) -> None:
    """Undo imports that nobody goes on with."""
    with alone() as nobody_imports:
        if nobody_imports:
            undo_interrupted(bus)


def start(bus: Bus, alone: Alone, closing: threading.Event) -> None:
    """Recover in a thread of its own until closed."""
    args = (bus, alone, closing)
    threading.Thread(target=keep_recovering, args=args, name="recovery", daemon=True).start()


def keep_recovering(
    bus: Bus, alone: Alone, closing: threading.Event, every_s: float = EVERY_S
) -> None:
    """Recover at the start and look again now and then until closed; blocks.

    Where the disk is full an import can neither go on nor be undone: it is, once there is room.
    """
    step = recover
    while True:
        # Whatever ails the database is said by those who work with it; here it is tried again.
        with contextlib.suppress(FulfilError):
            step(bus, alone)
            step = undo_if_alone
        if closing.wait(every_s):
            return
