"""Keep a connection of its own beside the engines', for what belongs to a session."""

from __future__ import annotations

from typing import Any

from sqlalchemy.engine import URL
from sqlalchemy.engine.url import make_url

from jdfulfil_desktop.adapters.db.shared.address import connect_arguments


class Line:
    """One session on the server: what it holds is gone with it. Used by one thread at a time."""

    def __init__(self, url: URL, name: str) -> None:
        self._url = make_url(url)
        self._name = name
        self._connection: Any = None

    @property
    def is_open(self) -> bool:
        """Tell whether there is a session, as far as this side knows."""
        return self._connection is not None and not self._connection.closed

    def open(self) -> Any:
        """Give the psycopg connection, which commits each statement; connects where needed.

        Raises psycopg.Error.
        """
        if not self.is_open:
            import psycopg

            kept = connect_arguments(self._name)
            # Nothing is ever left open in a transaction here.
            named = self._url.translate_connect_args(username="user", database="dbname")
            self._connection = psycopg.connect(
                **{**named, **dict(self._url.query), **kept}, autocommit=True
            )
        return self._connection

    def fetch(self, statement: str, *parameters: object) -> Any:
        """Run one statement; gives the first row, or None. Raises psycopg.Error."""
        cursor = self.open().execute(statement, parameters)
        return cursor.fetchone() if cursor.description else None

    def close(self) -> None:
        """End the session."""
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()
