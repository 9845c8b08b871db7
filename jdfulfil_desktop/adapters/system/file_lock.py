"""Lock a file against other processes; the lock dies with its holder."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from jdfulfil_desktop.adapters.system.private import create_file, make_folder
from jdfulfil_desktop.domain.errors import EnvironmentProblem


class FileLock:
    """A lock on a file of its own. The file stays; only the lock on it means something."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None

    @property
    def held(self) -> bool:
        """Tell whether this object holds the lock."""
        return self._handle is not None

    def acquire(self, *, wait: bool = False) -> bool:
        """Take the lock; False where another process, or another lock object, has it.

        `wait` blocks until it is free. Raises: EnvironmentProblem where the file cannot be made.
        """
        if self._handle is not None:
            return True
        make_folder(self._path.parent)
        try:
            handle = create_file(self._path, os.O_RDWR | os.O_CREAT)
        except OSError as error:
            raise EnvironmentProblem("folder_unusable", subject=str(self._path)) from error
        if not _lock(handle, wait=wait):
            os.close(handle)
            return False
        self._handle = handle
        return True

    def release(self) -> None:
        """Let go of the lock."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def __enter__(self) -> FileLock:
        self.acquire(wait=True)
        return self

    def __exit__(self, *exc: object) -> None:
        self.release()


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int, *, wait: bool) -> bool:
        """Lock the first byte. LK_LOCK itself gives up after ten tries a second apart."""
        while True:
            try:
                msvcrt.locking(handle, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
            except OSError:
                if wait:
                    continue
                return False
            return True

else:
    import fcntl

    def _lock(handle: int, *, wait: bool) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            return False
        return True
