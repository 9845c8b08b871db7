"""Let one PC at a time sync an account: an advisory lock, and a lease beside it.

The lock goes with the session: a process that dies frees it at once. The lease is for a PC that is
cut off and does not know it yet: it trusts its turn for a while after the last answer of the
server, and that while is over before the lease is, and the lease before anybody else begins.
"""

from __future__ import annotations

import hashlib
import logging
import os
import secrets
import socket
import threading
from collections.abc import Callable
from time import monotonic

from sqlalchemy.engine import URL

from jdfulfil_desktop.adapters.db.shared.line import Line

LEASE_S = 12.0
TRUSTED_SHARE = 0.6
"""The part of a lease after which a PC without an answer of the server stops trusting it."""
BEAT_S = 2.0
log = logging.getLogger(__name__)

_NOW = "(extract(epoch FROM clock_timestamp()) * 1000000)::bigint"
_TAKE = f"""INSERT INTO sync_turns (pin, holder, until) VALUES (%s, %s, {_NOW} + %s)
ON CONFLICT (pin) DO UPDATE SET holder = excluded.holder, until = excluded.until
WHERE sync_turns.until <= {_NOW} OR sync_turns.holder = excluded.holder RETURNING 1"""  # noqa: S608  a constant above
_RENEW = f"UPDATE sync_turns SET until = {_NOW} + %s WHERE holder = %s AND pin = ANY(%s)"  # noqa: S608  a constant above
_LEAVE = "DELETE FROM sync_turns WHERE pin = %s AND holder = %s"


class SharedTurns:
    """Fulfil the port `AccountLock` for the PCs on one PostgreSQL database.

    Times of the lease are the server's: clocks of PCs may differ.
    """

    def __init__(
        self, url: URL, clock: Callable[[], float] = monotonic, lease_s: float = LEASE_S
    ) -> None:
        self._lease_s = lease_s
        self._line = Line(url, "jdfulfil turns")
        self._clock = clock
        self._lock = threading.Lock()
        self._held: dict[str, float] = {}
        self._failed = False
        self._ended = threading.Event()
        self._thread: threading.Thread | None = None
        self.holder = f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(4)}"

    def acquire(self, pin: str) -> bool:
        """Take an account's turn without waiting.

        False where another PC has it, or had it until a moment ago, or the server is away.
        """
        with self._lock:
            if pin in self._held:
                return self.holds(pin)
            if self._failed and not self._line.is_open:
                return False  # connecting may take seconds: that is for the thread below
            try:
                return self._take(pin)
            except Exception as error:  # noqa: BLE001  the driver is not imported by name here
                self._lose(error)
                return False
            finally:
                self._begin()

    def holds(self, pin: str) -> bool:
        """Tell whether the turn is surely still ours."""
        confirmed = self._held.get(pin)
        return confirmed is not None and self._clock() - confirmed < self._lease_s * TRUSTED_SHARE

    def release(self, pin: str) -> None:
        """Give a turn back: another PC may go on at once."""
        with self._lock:
            if self._held.pop(pin, None) is None or not self._line.is_open:
                return
            try:
                self._line.fetch(_LEAVE, pin, self.holder)
                self._line.fetch("SELECT pg_advisory_unlock(%s)", key_of(pin))
            except Exception as error:  # noqa: BLE001  as above; the session's end frees it too
                self._lose(error)

    def close(self) -> None:
        """Give every turn back and end the session."""
        self._ended.set()
        for pin in list(self._held):
            self.release(pin)
        if self._thread is not None:
            self._thread.join(2 * BEAT_S)
        with self._lock:
            self._line.close()

    def _take(self, pin: str) -> bool:
        asked_at = self._clock()
        [free] = self._line.fetch("SELECT pg_try_advisory_lock(%s)", key_of(pin))
        if not free:
            return False
        if self._line.fetch(_TAKE, pin, self.holder, _micros(self._lease_s)) is None:
            self._line.fetch("SELECT pg_advisory_unlock(%s)", key_of(pin))
            return False
        self._held[pin] = asked_at
        return True

    def _begin(self) -> None:
        if self._thread is None and not self._ended.is_set():
            self._thread = threading.Thread(target=self._beat, name="sync-turns", daemon=True)
            self._thread.start()

    def _beat(self) -> None:
        """Renew the leases while the session lives; make a new one where it has ended."""
        while not self._ended.wait(BEAT_S):
            with self._lock:
                try:
                    asked_at = self._clock()
                    # Only what this session holds: a lease of a former one has to run out.
                    self._line.fetch(_RENEW, _micros(self._lease_s), self.holder, list(self._held))
                    self._held = dict.fromkeys(self._held, asked_at)
                    self._failed = False
                except Exception as error:  # noqa: BLE001  as above
                    self._lose(error)

    def _lose(self, error: Exception) -> None:
        """Count every turn as lost: the server frees the locks of a session that has ended."""
        if not self._failed:
            log.info("the turns of this PC are lost: %s", type(error).__name__)
        self._failed = True
        self._held.clear()
        self._line.close()


def key_of(pin: str) -> int:
    """Give the number of an account's advisory lock."""
    digest = hashlib.sha256(f"account:{pin}".encode()).digest()
    return int.from_bytes(digest[:8], "big", signed=True)


def _micros(seconds: float) -> int:
    return int(seconds * 1_000_000)
