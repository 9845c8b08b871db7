"""Let one window use a data folder, and one process sync an account."""

from __future__ import annotations

import hashlib
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


class FileAccountLock:
    """Fulfil the port `AccountLock` for processes of one PC on one data folder."""

    def __init__(self, data_dir: Path) -> None:
        self._folder = data_dir / "locks"
        self._locks: dict[str, FileLock] = {}

    def acquire(self, pin: str) -> bool:
        """Take the lock of an account without waiting; False where another process has it."""
        return self._locks.setdefault(pin, FileLock(self._folder / _file_name(pin))).acquire()

    def release(self, pin: str) -> None:
        """Let go of the lock of an account."""
        lock = self._locks.pop(pin, None)
        if lock is not None:
            lock.release()


def _file_name(pin: str) -> str:
    """Name an account's file without telling its PIN to whoever lists the folder."""
    return f"account-{hashlib.sha256(pin.encode()).hexdigest()[:16]}.lock"
