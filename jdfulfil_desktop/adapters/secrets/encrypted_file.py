"""Keep secrets in an encrypted file, its random key in a file beside it.

Whoever can read both files can read the secrets: that is why the place is called `file` on screen.
It keeps them out of backups of single files, of synced folders that show previews, and of sight.
"""

from __future__ import annotations

import json
import logging
import threading
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken

from jdfulfil_desktop.adapters.system.file_lock import FileLock
from jdfulfil_desktop.adapters.system.private import make_folder, write_whole
from jdfulfil_desktop.domain.errors import EnvironmentProblem

logger = logging.getLogger(__name__)


class EncryptedFile:
    """Fulfil the port `SecretStore` with two files: `secrets.bin` and `secrets.key`.

    Each reading looks at the file anew: another process may have written. Files that do not fit
    each other are put aside and count as empty, as secrets can be had again by authorizing again.
    """

    place = "file"

    def __init__(self, folder: Path) -> None:
        self._path = folder / "secrets.bin"
        self._key_path = folder / "secrets.key"
        self._thread_lock = threading.Lock()
        self._file_lock = FileLock(folder / "locks" / "secrets.lock")

    def read(self, name: str) -> str | None:
        """Return a secret; None where there is none. Raises: EnvironmentProblem."""
        return self._load().get(name)

    def write(self, name: str, value: str) -> None:
        """Put a secret. Raises: EnvironmentProblem; the old ones are then still there."""
        self._change(name, value)

    def delete(self, name: str) -> None:
        """Remove a secret, if it is there. Raises: EnvironmentProblem."""
        if name in self._load():
            self._change(name, None)

    def _change(self, name: str, value: str | None) -> None:
        try:
            make_folder(self._path.parent)
            with self._thread_lock, self._file_lock:
                kept = self._load()
                if value is None:
                    kept.pop(name, None)
                else:
                    kept[name] = value
                content = Fernet(self._key()).encrypt(json.dumps(kept).encode())
                write_whole(self._path, content)
        except OSError as error:
            raise EnvironmentProblem("secrets_not_written", subject=str(self._path)) from error

    def _load(self) -> dict[str, str]:
        try:
            content = self._path.read_bytes()
            key = self._key_path.read_bytes()
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise EnvironmentProblem("secrets_not_read", subject=str(self._path)) from error
        try:
            kept = json.loads(Fernet(key).decrypt(content))
        except (InvalidToken, ValueError):
            return self._put_aside()
        return {str(name): str(value) for name, value in kept.items()}

    def _put_aside(self) -> dict[str, str]:
        """Keep files that do not fit each other out of the way, for whoever can mend them."""
        logger.warning("%s cannot be read with its key and is put aside", self._path.name)
        for path in (self._path, self._key_path):
            try:
                path.replace(path.with_name(f"{path.name}.damaged"))
            except OSError as error:
                raise EnvironmentProblem("secrets_not_read", subject=str(path)) from error
        return {}

    def _key(self) -> bytes:
        """Return the key, a new one where there is none; called under the lock."""
        try:
            return self._key_path.read_bytes()
        except FileNotFoundError:
            key = Fernet.generate_key()
            write_whole(self._key_path, key)
            return key
