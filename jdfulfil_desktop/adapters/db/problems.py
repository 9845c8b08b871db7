"""Turn errors of databases into ours, by blame: the one seam of this adapter."""

from __future__ import annotations

import sqlite3

from sqlalchemy.exc import DBAPIError

from jdfulfil_desktop.domain.errors import EnvironmentProblem

_CODES = {
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_READONLY: "database_readonly",
    sqlite3.SQLITE_PERM: "database_readonly",
    sqlite3.SQLITE_BUSY: "database_locked",
    sqlite3.SQLITE_LOCKED: "database_locked",
    sqlite3.SQLITE_CANTOPEN: "database_unavailable",
    sqlite3.SQLITE_IOERR: "disk_error",
    sqlite3.SQLITE_CORRUPT: "database_damaged",
    sqlite3.SQLITE_NOTADB: "database_damaged",
}


def translate(error: BaseException, place: str) -> BaseException:
    """Give the EnvironmentProblem that an error of a database means; any other error as it is.

     `place`: the database's path, or host and name of a shared one.
    Errors of ours (broken constraints, wrong SQL) stay what they are.
    """
    origin = error.orig if isinstance(error, DBAPIError) else error
    if not isinstance(origin, sqlite3.Error):
        return _translate_shared(error, origin, place)
    # Extended codes carry the primary one in their low byte.
    code = _CODES.get((getattr(origin, "sqlite_errorcode", None) or 0) & 0xFF)
    if code is None:
        return error
    problem = EnvironmentProblem(code, subject=place, words=str(origin))
    problem.__cause__ = error
    return problem


def _translate_shared(
    error: BaseException, origin: BaseException | None, place: str
) -> BaseException:
    """Ask PostgreSQL's table where its driver speaks; importing it for any error takes 0.1 s."""
    if not type(origin).__module__.startswith("psycopg"):
        return error
    from jdfulfil_desktop.adapters.db.shared.problems import translate_shared

    return translate_shared(error, place)
