"""Read the address of a shared database, and refuse one that would speak in clear."""

from __future__ import annotations

from typing import Any

from sqlalchemy.engine import URL

from jdfulfil_desktop.application.remote.addresses import is_this_pc
from jdfulfil_desktop.domain.errors import EnvironmentProblem

DRIVER = "postgresql+psycopg"
IN_CLEAR = frozenset({"disable", "allow", "prefer"})
"""Values of `sslmode` under which a password or an order may travel unencrypted."""
CONNECT_WITHIN_S = 5
LOCK_WITHIN_S = 20
IDLE_WITHIN_S = 60


def shared_url(url: URL) -> URL:
    """Give the address with our driver, and with TLS outside this PC.

    Raises EnvironmentProblem: `database_unavailable` (no database is named),
    `database_in_clear` (TLS was switched off for another machine).
    """
    if not url.database:
        raise EnvironmentProblem("database_unavailable", subject="postgresql")
    url = url.set(drivername=DRIVER)
    if all(is_local(host) for host in _hosts(url)):
        return url
    mode = str(url.query.get("sslmode", ""))
    if mode in IN_CLEAR:
        raise EnvironmentProblem("database_in_clear", subject=place_of(url))
    if mode:
        return url
    own = {} if "sslrootcert" in url.query else {"sslrootcert": "system"}
    return url.update_query_dict({"sslmode": "verify-full", **own})


def place_of(url: URL) -> str:
    """Name a database without user and password: `HOST:PORT/NAME`."""
    host = ",".join(_hosts(url)) or "localhost"
    return f"{host}:{url.port or 5432}/{url.database}"


def is_local(host: str) -> bool:
    """Tell whether a host is this PC: a socket's folder, `localhost`, a loopback address."""
    return not host or host.startswith(("/", "@")) or is_this_pc(host)


def _hosts(url: URL) -> list[str]:
    if url.host:
        return [url.host]
    named = url.query.get("host", "")
    several = [named] if isinstance(named, str) else list(named)
    return [part.rpartition(":")[0] or part for part in several if part]


def connect_arguments(name: str, *, reading: bool = False) -> dict[str, Any]:
    """Give what every connection is opened with.

    A dead PC or server is noticed within half a minute, and nothing waits for ever for a lock.
    """
    kept = {
        "lock_timeout": f"{LOCK_WITHIN_S}s",
        "idle_in_transaction_session_timeout": f"{IDLE_WITHIN_S}s",
        "tcp_keepalives_idle": "10",
        "tcp_keepalives_interval": "5",
        "tcp_keepalives_count": "3",
        "client_min_messages": "error",
    }
    if reading:
        kept["default_transaction_read_only"] = "on"
        kept["default_transaction_isolation"] = "repeatable\\ read"
    return {
        "connect_timeout": CONNECT_WITHIN_S,
        "keepalives": 1,
        "keepalives_idle": 10,
        "keepalives_interval": 5,
        "keepalives_count": 3,
        "tcp_user_timeout": 20_000,
        "application_name": name,
        "options": " ".join(f"-c {key}={value}" for key, value in kept.items()),
    }
