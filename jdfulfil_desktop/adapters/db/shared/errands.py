"""Carry errands between the PCs as rows of the database that they share."""

from __future__ import annotations

import threading
from typing import Any

from sqlalchemy.engine import URL

from jdfulfil_desktop.adapters.db.problems import translate
from jdfulfil_desktop.adapters.db.shared.address import place_of
from jdfulfil_desktop.adapters.db.shared.line import Line
from jdfulfil_desktop.application.ports import Errand

_NOW = "(extract(epoch FROM clock_timestamp()) * 1000000)::bigint"
_A_DAY = 86_400_000_000
_ELSEWHERE = f"""SELECT pin FROM sync_turns WHERE until > {_NOW} AND holder <> %s AND NOT EXISTS
(SELECT 1 FROM sync_turns WHERE holder = %s) ORDER BY pin LIMIT 1"""  # noqa: S608  a constant above
_POST = f"""INSERT INTO errands (pin, task, arguments, by, at, state)
VALUES (%s, %s, %s, %s, {_NOW}, 'waiting') RETURNING id"""  # noqa: S608  a constant above
_FORGET = f"DELETE FROM errands WHERE at < {_NOW} - {_A_DAY}"  # noqa: S608  constants above
_TAKE = """UPDATE errands SET state = 'begun' WHERE id = (SELECT id FROM errands
WHERE state = 'waiting' AND pin = %s ORDER BY id FOR UPDATE SKIP LOCKED LIMIT 1)
RETURNING id, task, arguments, by"""
_FINISH = f"""UPDATE errands SET state = 'done', answer = %s, ended_at = {_NOW}
WHERE id = %s"""  # noqa: S608  a constant above
_WITHDRAW = "DELETE FROM errands WHERE id = %s AND state = 'waiting' RETURNING 1"
_ANSWER = "SELECT answer FROM errands WHERE id = %s"


class SharedErrands:
    """Fulfil the port `Errands`. Every method waits for the server; call it off the loop."""

    def __init__(self, url: URL, holder: str) -> None:
        self._url = url
        self._holder = holder
        self._line = Line(url, "jdfulfil errands")
        self._lock = threading.Lock()

    def elsewhere(self) -> str:
        """Name an account that another process syncs now; empty where this one syncs, or none."""
        row = self._fetch(_ELSEWHERE, self._holder, self._holder)
        return str(row[0]) if row else ""

    def post(self, pin: str, task: str, arguments: str, by: str) -> int:
        """Write an errand down; gives its number."""
        self._fetch(_FORGET)
        return int(self._fetch(_POST, pin, task, arguments, by)[0])

    def answer(self, number: int) -> str:
        """Give an errand's answer; empty until there is one."""
        row = self._fetch(_ANSWER, number)
        return str(row[0]) if row else ""

    def withdraw(self, number: int) -> bool:
        """Take an errand back; False where it was begun."""
        return self._fetch(_WITHDRAW, number) is not None

    def take(self, pin: str) -> Errand | None:
        """Begin an account's oldest errand."""
        row = self._fetch(_TAKE, pin)
        return Errand(*row) if row else None

    def finish(self, number: int, answer: str) -> None:
        """Write an errand's answer."""
        self._fetch(_FINISH, answer, number)

    def close(self) -> None:
        """End the session."""
        with self._lock:
            self._line.close()

    def _fetch(self, statement: str, *parameters: object) -> Any:
        with self._lock:
            try:
                return self._line.fetch(statement, *parameters)
            except Exception as error:
                self._line.close()
                translated = translate(error, place_of(self._url))
                if translated is error:
                    raise
                raise translated from error
