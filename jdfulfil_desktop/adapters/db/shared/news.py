"""Tell the other PCs what changed, with the commit that made it true, and hear theirs."""

from __future__ import annotations

import dataclasses
import json
import logging
import secrets
import select
import socket
import threading
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.engine import URL

from jdfulfil_desktop.adapters.db.shared.line import Line
from jdfulfil_desktop.application.ports import Notifier
from jdfulfil_desktop.domain import events as known
from jdfulfil_desktop.domain.events import Event

CHANNEL = "jdfulfil"
ROOM = 7_000
"""Bytes that one notice may take: PostgreSQL gives 8,000."""
LOOK_EVERY_S = 5.0
AGAIN_S = 2.0
EVERYTHING = (
    known.OrdersChanged(),
    known.PushQueued(),
    known.InboundsChanged(),
    known.StockChanged(),
    known.ProductsChanged(),
    known.LocationsChanged(),
    known.WarehousesChanged(),
    known.ConnectionsChanged(),
    known.SettingsChanged(),
    known.UsersChanged(),
)
"""What may have happened while this PC was cut off."""
log = logging.getLogger(__name__)


class SharedNews:
    """Send events with a transaction and publish those of other PCs, in a thread of its own."""

    def __init__(self, url: URL, notifier: Notifier) -> None:
        self._line = Line(url, "jdfulfil news")
        self._notifier = notifier
        # Pulled to end the wait for news at once.
        self._rope, self._bell = socket.socketpair()
        self._own = secrets.token_hex(6)
        self._ended = threading.Event()
        self._connected = threading.Event()
        self._thread: threading.Thread | None = None

    def announce(self, connection: Connection, events: Sequence[Event]) -> None:
        """Let the transaction carry the news: it arrives with the commit, or not at all."""
        connection.exec_driver_sql(
            "SELECT pg_notify(%s, %s)", (CHANNEL, written(self._own, events))
        )

    def begin(self) -> None:
        """Listen from now on."""
        self._thread = threading.Thread(target=self._listen, name="db-news", daemon=True)
        self._thread.start()

    def wait_connected(self, timeout_s: float) -> bool:
        """Wait until other PCs are heard."""
        return self._connected.wait(timeout_s)

    def close(self) -> None:
        """Stop listening."""
        self._ended.set()
        self._rope.send(b"x")
        if self._thread is not None:
            self._thread.join(5.0)
        self._line.close()
        self._rope.close()
        self._bell.close()

    def _listen(self) -> None:
        missed = False
        while not self._ended.is_set():
            try:
                self._line.open().execute(f"LISTEN {CHANNEL}")
                self._connected.set()
                if missed:
                    self._publish(EVERYTHING)
                self._hear()
            except Exception as error:  # noqa: BLE001  whatever it is, listening begins anew
                self._line.close()
                self._connected.clear()
                if not missed:
                    log.info("other PCs are not heard for now: %s", type(error).__name__)
                missed = True
                self._ended.wait(AGAIN_S)

    def _hear(self) -> None:
        """Publish what comes, until the end or until the server is gone."""
        while not self._ended.is_set():
            connection = self._line.open()
            for notice in connection.notifies(timeout=0):
                sender, events = read(notice.payload)
                if sender != self._own and events:
                    self._publish(events)
            heard, _, _ = select.select([connection, self._bell], [], [], LOOK_EVERY_S)
            if not heard:
                # A server that went away without a word is noticed by asking.
                self._line.fetch("SELECT 1")

    def _publish(self, events: Sequence[Event]) -> None:
        try:
            self._notifier.publish(events)
        except Exception:  # what a listener of ours does must not make this PC deaf
            log.exception("publishing the events of another PC failed")


def written(sender: str, events: Iterable[Event]) -> str:
    """Write events as a notice; where there are too many numbers, they mean "many"."""
    events = list(events)
    text = _text(sender, events)
    if len(text.encode()) <= ROOM:
        return text
    return _text(sender, dict.fromkeys(map(_vague, events)))


def read(payload: str) -> tuple[str, list[Event]]:
    """Read a notice; what this program does not know, a newer one's events, is left out."""
    try:
        said = json.loads(payload)
        sender, found = str(said["from"]), said["events"]
        return sender, [event for name, data in found if (event := _event(name, data)) is not None]
    except (ValueError, KeyError, TypeError):
        return "", []


def _text(sender: str, events: Iterable[Event]) -> str:
    said = [[type(event).__name__, dataclasses.asdict(event)] for event in events]
    return json.dumps({"from": sender, "events": said}, separators=(",", ":"))


def _vague(event: Event) -> Event:
    lists = {
        field.name: ()
        for field in dataclasses.fields(event)
        if isinstance(getattr(event, field.name), tuple)
    }
    return dataclasses.replace(event, **lists)


def _event(name: str, data: dict[str, Any]) -> Event | None:
    kind = getattr(known, name, None)
    if not (isinstance(kind, type) and issubclass(kind, Event)):
        return None
    values = {key: tuple(x) if isinstance(x, list) else x for key, x in data.items()}
    try:
        return kind(**values)
    except TypeError:
        return None
