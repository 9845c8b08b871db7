"""Turn PostgreSQL's errors into ours, by blame."""

from __future__ import annotations

from typing import Any

from sqlalchemy.exc import DBAPIError

from jdfulfil_desktop.domain.errors import EnvironmentProblem

UNREACHABLE = "database_unreachable"
_STATES = {
    "53100": "disk_full",
    "25006": "database_readonly",
    "42501": "database_readonly",
    "55P03": "database_locked",
    "40P01": "database_locked",
    "40001": "database_locked",
    "57014": "database_locked",
    "3D000": "database_unavailable",
    "28P01": "database_refused",
    "28000": "database_refused",
}
_CLASSES = {"08": UNREACHABLE, "57": UNREACHABLE, "53": UNREACHABLE, "58": "disk_error"}
_CLASSES["XX"] = "database_damaged"
_NOT_YET = ("starting up", "shutting down", "recovery mode", "too many")


def translate_shared(error: BaseException, place: str) -> BaseException:
    """Give the EnvironmentProblem that an error of PostgreSQL means; any other error as it is.

    `place`: host and name of the database, without user and password.
    """
    origin: Any = error.orig if isinstance(error, DBAPIError) else error
    code = _code_of(origin)
    if code is None:
        return error
    problem = EnvironmentProblem(code, subject=place, words=_words(origin))
    problem.__cause__ = error
    return problem


def _code_of(origin: Any) -> str | None:
    import psycopg

    if not isinstance(origin, psycopg.Error):
        return None
    state = origin.sqlstate or ""
    if state:
        return _STATES.get(state) or _CLASSES.get(state[:2])
    if isinstance(origin, psycopg.OperationalError | psycopg.InterfaceError):
        return _code_of_silence(str(origin))
    return None


def _code_of_silence(words: str) -> str:
    """Read what kept a connection from being made: libpq gives no code, only the server's words."""
    if "FATAL" not in words or any(sign in words for sign in _NOT_YET):
        return UNREACHABLE
    return "database_unavailable" if "does not exist" in words else "database_refused"


def _words(origin: BaseException) -> str:
    return str(origin).strip().splitlines()[0] if str(origin).strip() else type(origin).__name__
