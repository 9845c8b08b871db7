"""Keep secrets in the system's keyring, and never wait for somebody to unlock it."""

from __future__ import annotations

import hashlib
import importlib
import logging
import queue
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeVar

from jdfulfil_desktop.domain.errors import EnvironmentProblem

logger = logging.getLogger(__name__)
T = TypeVar("T")

SERVICE = "jdfulfil"
PATIENCE_S = 5.0
"""A keyring that takes longer shows a prompt; nobody may be there to answer it."""


class Backend(Protocol):
    """What is used of a keyring's backend."""

    def get_password(self, service: str, username: str) -> str | None: ...

    def set_password(self, service: str, username: str, password: str) -> None: ...

    def delete_password(self, service: str, username: str) -> None: ...


class SystemKeyring:
    """Fulfil the port `SecretStore` with the system's keyring.

    Entries are called by the data folder and the secret's name: a practice folder beside the real
    one never meets its secrets.
    """

    place = "keyring"

    def __init__(self, backend: Backend, folder: Path, patience_s: float = PATIENCE_S) -> None:
        self._backend = backend
        self._prefix = hashlib.sha256(str(folder).encode()).hexdigest()[:12]
        self._patience_s = patience_s

    def read(self, name: str) -> str | None:
        """Return a secret; None where there is none. Raises: EnvironmentProblem."""
        entry = self._entry(name)
        return self._patiently(lambda: self._backend.get_password(SERVICE, entry))

    def write(self, name: str, value: str) -> None:
        """Put a secret. Raises: EnvironmentProblem."""
        entry = self._entry(name)
        self._patiently(lambda: self._backend.set_password(SERVICE, entry, value))

    def delete(self, name: str) -> None:
        """Remove a secret, if it is there. Raises: EnvironmentProblem."""
        if self.read(name) is not None:
            entry = self._entry(name)
            self._patiently(lambda: self._backend.delete_password(SERVICE, entry))

    def _entry(self, name: str) -> str:
        return f"{self._prefix}/{name}"

    def _patiently(self, ask: Callable[[], T]) -> T:
        """Ask in a thread of its own and leave it behind where the keyring keeps it waiting."""
        answers: queue.SimpleQueue[tuple[T | None, Exception | None]] = queue.SimpleQueue()

        def run() -> None:
            try:
                answers.put((ask(), None))
            except Exception as error:  # noqa: BLE001 - backends raise whatever their system does
                answers.put((None, error))

        threading.Thread(target=run, name="keyring", daemon=True).start()
        try:
            answer, error = answers.get(timeout=self._patience_s)
        except queue.Empty:
            raise EnvironmentProblem("keyring_locked", subject=SERVICE) from None
        if error is not None:
            raise EnvironmentProblem("keyring_unusable", subject=SERVICE) from error
        return answer  # type: ignore[return-value]  # without an error it is the answer itself


def find_backend() -> Backend | None:
    """Return the keyring of this PC; None where there is none, or it is locked."""
    import keyring

    backend = keyring.get_keyring()
    module = type(backend).__module__
    if module.startswith(("keyring.backends.fail", "keyring.backends.null")):
        return None
    chained = getattr(backend, "backends", None)
    if chained is not None and not list(chained):
        return None
    if _is_locked(backend):
        return None
    return backend


def _is_locked(backend: object) -> bool:
    """Tell whether the Secret Service would put a prompt on the screen.

    It does where its collection is locked, and where there is none yet, to have one made.
    """
    chained = getattr(backend, "backends", None) or [backend]
    if not any(type(one).__module__.endswith(".SecretService") for one in chained):
        return False
    secretstorage = importlib.import_module("secretstorage")
    try:
        connection = secretstorage.dbus_init()
        try:
            return bool(secretstorage.Collection(connection).is_locked())
        finally:
            connection.close()
    except secretstorage.SecretStorageException:
        return True
