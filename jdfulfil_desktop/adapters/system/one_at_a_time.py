"""Let one window use a data folder, and one process sync an account."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jdfulfil_desktop.adapters.system.file_lock import FileLock


class SingleInstance:
    """The right to show the window of a data folder; gone when the process is."""

    def __init__(self, data_dir: Path) -> None:
        self._lock = FileLock(data_dir / "locks" / "window.lock")

    def acquire(self) -> bool:
        """Take it; False where a window of this data folder is open already."""
        return self._lock.acquire()

    def release(self) -> None:
        """Give it back."""
        self._lock.release()


def import_lock(data_dir: Path) -> FileLock:
    """Give the lock that an import of this process holds: one at a time in a data folder."""
    return FileLock(data_dir / "locks" / "import.lock")


@contextmanager
def nobody_imports(data_dir: Path, *, is_window: bool) -> Iterator[bool]:
    """Keep other processes from importing for a while; tells whether none does.

    `is_window`: this process has the window of the data folder.
    """
    window, lock = SingleInstance(data_dir), import_lock(data_dir)
    try:
        yield (is_window or window.acquire()) and lock.acquire()
    finally:
        lock.release()
        window.release()


class FileAccountLock:
    """Fulfil the port `AccountLock` for processes of one PC on one data folder."""

    def __init__(self, data_dir: Path) -> None:
        self._folder = data_dir / "locks"
        self._locks: dict[str, FileLock] = {}

    def acquire(self, pin: str) -> bool:
        """Take the lock of an account without waiting; False where another process has it."""
        return self._locks.setdefault(pin, FileLock(self._folder / _file_name(pin))).acquire()

    def holds(self, pin: str) -> bool:
        """Tell whether an account's lock is ours; on one PC nothing takes it away."""
        return pin in self._locks and self._locks[pin].held

    def release(self, pin: str) -> None:
        """Let go of the lock of an account."""
        lock = self._locks.pop(pin, None)
        if lock is not None:
            lock.release()


class NoTurns:
    """Fulfil `AccountLock` for a database whose accounts are synced from somewhere else now."""

    def acquire(self, pin: str) -> bool:
        """Take nothing."""
        return False

    def holds(self, pin: str) -> bool:
        """Hold nothing."""
        return False

    def release(self, pin: str) -> None:
        """Let nothing go."""


def _file_name(pin: str) -> str:
    """Name an account's file without telling its PIN to whoever lists the folder."""
    return f"account-{hashlib.sha256(pin.encode()).hexdigest()[:16]}.lock"
