"""Choose where secrets lie on this PC."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping
from pathlib import Path

from jdfulfil_desktop.adapters.secrets.encrypted_file import EncryptedFile
from jdfulfil_desktop.adapters.secrets.system_keyring import Backend, SystemKeyring, find_backend
from jdfulfil_desktop.adapters.system.redaction import hide_everywhere
from jdfulfil_desktop.application.ports import SecretStore
from jdfulfil_desktop.domain.errors import EnvironmentProblem

logger = logging.getLogger(__name__)

CHOICE = "JDFULFIL_SECRETS"
PROBE = "probe"


class KeyringFirst:
    """The keyring, and the encrypted file for what it did not take or while it was locked.

    What lies in the file is younger than what the keyring has of it: it was written while the
    keyring could not be. It moves into the keyring with the next writing.
    """

    place = "keyring"

    def __init__(self, keyring: SecretStore, file: SecretStore) -> None:
        self._keyring = keyring
        self._file = file

    def read(self, name: str) -> str | None:
        """Return a secret; None where there is none. Raises: EnvironmentProblem."""
        found = self._file.read(name)
        return found if found is not None else self._keyring.read(name)

    def write(self, name: str, value: str) -> None:
        """Put a secret. Raises: EnvironmentProblem where neither place takes it."""
        try:
            self._keyring.write(name, value)
        except EnvironmentProblem as error:
            logger.info("the keyring did not take a secret (%s): it goes into the file", error.code)
            self._file.write(name, value)
        else:
            self._file.delete(name)

    def delete(self, name: str) -> None:
        """Remove a secret from both places. Raises: EnvironmentProblem."""
        self._file.delete(name)
        self._keyring.delete(name)


class SecretsOfFolder:
    """The secret store of a data folder, opened when it is first needed.

    Looking for a keyring takes longer than the rest of a command; most commands need no secret.
    What goes through it is hidden from the log.
    """

    def __init__(self, open_store: Callable[[], SecretStore]) -> None:
        self._open = open_store
        self._lock = threading.Lock()
        self._store: SecretStore | None = None

    def read(self, name: str) -> str | None:
        """Return a secret; None where there is none. Raises: EnvironmentProblem."""
        found = self._opened().read(name)
        if found is not None:
            hide_everywhere(found)
        return found

    def write(self, name: str, value: str) -> None:
        """Put a secret. Raises: EnvironmentProblem."""
        hide_everywhere(value)
        self._opened().write(name, value)

    def delete(self, name: str) -> None:
        """Remove a secret, if it is there. Raises: EnvironmentProblem."""
        self._opened().delete(name)

    @property
    def place(self) -> str:
        """Name where secrets lie: `keyring` or `file`."""
        return self._opened().place

    def _opened(self) -> SecretStore:
        with self._lock:
            if self._store is None:
                self._store = self._open()
            return self._store


def open_secret_store(
    data_dir: Path,
    environment: Mapping[str, str],
    find: Callable[[], Backend | None] = find_backend,
) -> SecretStore:
    """Return the secret store of a data folder: the keyring where there is one that answers.

    `JDFULFIL_SECRETS=file` forces the encrypted file. It never waits for a prompt.
    """

    def choose() -> SecretStore:
        file = EncryptedFile(data_dir)
        if environment.get(CHOICE) == "file":
            return file
        backend = find()
        if backend is None:
            return file
        keyring = SystemKeyring(backend, data_dir)
        return KeyringFirst(keyring, file) if _answers(keyring) else file

    return SecretsOfFolder(choose)


def _answers(keyring: SecretStore) -> bool:
    """Tell whether the keyring keeps what it is given, without a prompt."""
    try:
        keyring.write(PROBE, PROBE)
        kept = keyring.read(PROBE) == PROBE
        keyring.delete(PROBE)
    except EnvironmentProblem as error:
        logger.info("no keyring (%s): secrets lie in an encrypted file", error.code)
        return False
    return kept
