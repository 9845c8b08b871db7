"""Pass events on from the writer to everyone who wants them."""

from __future__ import annotations

import threading
from collections.abc import Sequence

from jdfulfil_desktop.application.ports import Notifier
from jdfulfil_desktop.domain.events import Event


class Hub:
    """Pass events on to everyone who subscribed, in the writer's thread; fulfils `Notifier`."""

    def __init__(self) -> None:
        self._receivers: tuple[Notifier, ...] = ()
        self._lock = threading.Lock()

    def subscribe(self, receiver: Notifier) -> None:
        """Add a receiver, behind those that are there."""
        with self._lock:
            self._receivers = (*self._receivers, receiver)

    def publish(self, events: Sequence[Event]) -> None:
        """Hand events to each receiver in turn."""
        for receiver in self._receivers:
            receiver.publish(events)
