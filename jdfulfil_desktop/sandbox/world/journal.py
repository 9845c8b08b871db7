"""Keep the gateway's records in one SQLite file, written before anything is answered."""

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Protocol

SCHEMA = """
CREATE TABLE IF NOT EXISTS records (
    kind TEXT NOT NULL, key TEXT NOT NULL, document TEXT NOT NULL, PRIMARY KEY (kind, key)
) WITHOUT ROWID;
"""


class StateFileError(Exception):
    """The state file cannot be used: held by another gateway, damaged, or no such place."""


class Journal(Protocol):
    """Where records outlive the process."""

    def load(self) -> Iterator[tuple[str, str, dict[str, Any]]]:
        """Yield kind, key and JSON form of all records."""
        ...

    def write(self, changes: Iterable[tuple[str, str, dict[str, Any] | None]]) -> None:
        """Write records, or delete those whose form is None, in one transaction."""
        ...

    def close(self) -> None:
        """Let the file go."""
        ...


class NoJournal:
    """Forget everything at the end of the process."""

    def load(self) -> Iterator[tuple[str, str, dict[str, Any]]]:
        """Yield nothing."""
        return iter(())

    def write(self, changes: Iterable[tuple[str, str, dict[str, Any] | None]]) -> None:
        """Keep nothing."""

    def close(self) -> None:
        """Do nothing."""


class SqliteJournal:
    """Records in a SQLite file that only one gateway may hold.

    The write-ahead log with `synchronous=NORMAL` survives the death of the process at any moment;
    a power cut may cost the last answers, which a practice gateway can afford.
    """

    def __init__(self, path: Path) -> None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
            self._connection = sqlite3.connect(
                path, isolation_level=None, timeout=0.5, check_same_thread=False
            )
            self._connection.execute("PRAGMA locking_mode=EXCLUSIVE")
            self._connection.execute("PRAGMA journal_mode=WAL")
            self._connection.execute("PRAGMA synchronous=NORMAL")
            self._connection.executescript(SCHEMA)
        except (OSError, sqlite3.Error) as error:
            raise StateFileError(f"{path}: {error}") from error

    def load(self) -> Iterator[tuple[str, str, dict[str, Any]]]:
        """Yield kind, key and JSON form of all records, in the order of their keys."""
        rows = self._connection.execute("SELECT kind, key, document FROM records ORDER BY 1, 2")
        for kind, key, document in rows:
            yield kind, key, json.loads(document)

    def write(self, changes: Iterable[tuple[str, str, dict[str, Any] | None]]) -> None:
        """Write records, or delete those whose form is None, in one transaction."""
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            for kind, key, document in changes:
                self._write_one(kind, key, document)
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")

    def _write_one(self, kind: str, key: str, document: dict[str, Any] | None) -> None:
        if document is None:
            self._connection.execute("DELETE FROM records WHERE kind=? AND key=?", (kind, key))
            return
        text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
        self._connection.execute("REPLACE INTO records VALUES (?, ?, ?)", (kind, key, text))

    def close(self) -> None:
        """Let the file go."""
        self._connection.close()
