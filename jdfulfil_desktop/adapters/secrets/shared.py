"""Keep secrets as ciphertext in a shared database, under a key that each PC has in its keyring."""

from __future__ import annotations

import threading
from typing import Any

from cryptography.fernet import Fernet, InvalidToken
from sqlalchemy import Engine, delete, select
from sqlalchemy.engine import URL

from jdfulfil_desktop.adapters.db import dialect
from jdfulfil_desktop.adapters.db.problems import translate
from jdfulfil_desktop.adapters.db.schema import meta, shared_secrets
from jdfulfil_desktop.adapters.db.shared.address import place_of
from jdfulfil_desktop.adapters.db.shared.engines import plain_engine
from jdfulfil_desktop.adapters.system.redaction import hide_everywhere
from jdfulfil_desktop.application.ports import SecretStore
from jdfulfil_desktop.domain.errors import EnvironmentProblem, RuleError

CHECK, CHECKED = "key-check", "jdfulfil"
"""What shows whether a key fits: a known text under it. With it the first key is chosen."""
KEY = "shared-key"


class SharedSecrets:
    """Fulfil the port `SecretStore` on a shared database.

    The first PC that has something to keep makes the key; the others are given it
    (`jdfulfil key export`, `key import`). Without it nothing is read: `key_not_here`.
    """

    def __init__(self, url: URL, local: SecretStore) -> None:
        self._url = url
        self._local = local
        self._lock = threading.Lock()
        self._engine: Engine | None = None
        self._key: Fernet | None = None

    @property
    def place(self) -> str:
        """Name where this PC's key lies: `keyring` or `file`."""
        return self._local.place

    def read(self, name: str) -> str | None:
        """Return a secret; None where there is none. Raises: EnvironmentProblem."""
        with self._lock:
            text = self._row(name)
            found = None if text is None else self._decrypted(text)
        if found is not None:
            hide_everywhere(found)
        return found

    def write(self, name: str, value: str) -> None:
        """Put a secret. Raises: EnvironmentProblem."""
        hide_everywhere(value)
        with self._lock:
            ciphertext = self._own_key(may_make=True).encrypt(value.encode()).decode()
            statement = dialect.inserting_or_replacing(shared_secrets, ("name",))
            self._do(statement, {"name": name, "ciphertext": ciphertext})

    def delete(self, name: str) -> None:
        """Remove a secret, if it is there. Raises: EnvironmentProblem."""
        with self._lock:
            self._do(delete(shared_secrets).where(shared_secrets.c.name == name))

    def export_key(self) -> str:
        """Give the key, for the next PC; where nobody has made one yet, this PC does."""
        with self._lock:
            self._own_key(may_make=True)
            return self._local.read(self._entry()) or ""

    def import_key(self, key: str) -> None:
        """Take the key from another PC. Raises RuleError `key_wrong` where it does not fit."""
        with self._lock:
            try:
                given = Fernet(key.strip().encode())
            except ValueError:
                raise RuleError("key_wrong", subject=place_of(self._url)) from None
            check = self._row(CHECK)
            if check is None:
                raise RuleError("key_not_made", subject=place_of(self._url))
            if not _fits(given, check):
                raise RuleError("key_wrong", subject=place_of(self._url))
            self._local.write(self._entry(), key.strip())
            self._key = given

    def close(self) -> None:
        """Close the connection."""
        if self._engine is not None:
            self._engine.dispose()

    def _own_key(self, *, may_make: bool) -> Fernet:
        if self._key is not None:
            return self._key
        check = self._row(CHECK)
        kept = self._local.read(self._entry())
        if check is None and may_make:
            kept = self._make(kept)
            check = self._row(CHECK)
        if kept is None or check is None or not _fits(Fernet(kept.encode()), check):
            raise EnvironmentProblem("key_not_here", subject=place_of(self._url))
        self._key = Fernet(kept.encode())
        return self._key

    def _make(self, kept: str | None) -> str:
        """Make the database's first key; of two PCs at once one is the first."""
        key = kept or Fernet.generate_key().decode()
        self._local.write(self._entry(), key)
        check = Fernet(key.encode()).encrypt(CHECKED.encode()).decode()
        statement = dialect.inserting(shared_secrets).on_conflict_do_nothing()
        self._do(statement, {"name": CHECK, "ciphertext": check})
        return key

    def _decrypted(self, text: str) -> str:
        try:
            return self._own_key(may_make=False).decrypt(text.encode()).decode()
        except InvalidToken:
            raise EnvironmentProblem("key_not_here", subject=place_of(self._url)) from None

    def _entry(self) -> str:
        """Name the key in this PC's keyring by the database's own identity, not its address."""
        query = select(meta.c.value).where(meta.c.name == "identity")
        return f"{KEY}:{self._one(query)}"

    def _row(self, name: str) -> str | None:
        query = select(shared_secrets.c.ciphertext).where(shared_secrets.c.name == name)
        found: str | None = self._one(query)
        return found

    def _one(self, query: Any) -> Any:
        try:
            with self._opened().connect() as connection:
                return connection.execute(query).scalar()
        except Exception as error:
            raise self._ours(error) from error

    def _do(self, statement: Any, values: dict[str, Any] | None = None) -> None:
        try:
            with self._opened().connect() as connection:
                connection.execute(statement, values)
        except Exception as error:
            raise self._ours(error) from error

    def _opened(self) -> Engine:
        if self._engine is None:
            self._engine = plain_engine(self._url, "jdfulfil secrets")
        return self._engine

    def _ours(self, error: Exception) -> BaseException:
        return translate(error, place_of(self._url))


def _fits(key: Fernet, check: str) -> bool:
    try:
        return key.decrypt(check.encode()).decode() == CHECKED
    except InvalidToken:
        return False
