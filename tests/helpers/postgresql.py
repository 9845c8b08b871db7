"""Start a PostgreSQL server of this test run's own, and give each test a database on it.

Its folder lies in the system's place for temporary files and belongs to a user who is not root:
the server refuses to run as root. Sorting is that of a language, so that nothing relies on code
points by accident; nothing is synced to disk, as nobody pulls a plug here.
"""

from __future__ import annotations

import itertools
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

USER, PASSWORD = "kasir", "rahasia-kita-42"
START_WITHIN_S = 60


def binaries() -> Path | None:
    """Find the folder of the server's programs: of a Debian package, or on PATH."""
    packaged = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if packaged:
        return packaged[-1].parent
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None


@dataclass
class Server:
    """A running server. `make` gives the URL of a new database; `path` of a URL is its name."""

    folder: Path
    port: int
    process: subprocess.Popen[bytes]
    start: Callable[[], subprocess.Popen[bytes]]
    _numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def url(self, name: str) -> str:
        return f"postgresql+psycopg://{USER}:{PASSWORD}@127.0.0.1:{self.port}/{name}"

    def run(self, statement: str, database: str = "postgres") -> list[tuple[Any, ...]]:
        """Run a statement by itself."""
        import psycopg

        conninfo = self.url(database).replace("+psycopg", "")
        with psycopg.connect(conninfo, autocommit=True) as connection:
            cursor = connection.execute(statement)
            return cursor.fetchall() if cursor.description else []

    def make(self, template: str = "template0") -> str:
        """Make a database; gives its URL."""
        with self._lock:
            name = f"toko_{next(self._numbers)}"
            self.run(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return self.url(name)

    def drop(self, url: str) -> None:
        self.run(f'DROP DATABASE IF EXISTS "{name_in(url)}" WITH (FORCE)')

    def stop(self) -> None:
        """End every session at once and the server with them."""
        self.process.send_signal(3)  # SIGQUIT: at once, as a power cut
        self.process.wait(30)

    def restart(self) -> None:
        """Begin anew after `stop`."""
        self.process = self.start()
        _wait_ready(self)


class Emptying:
    """Empty a database of ours: its rows go, its numbers begin anew, its sessions are ended."""

    def __init__(self, url: str) -> None:
        import psycopg

        self._connection = psycopg.connect(url.replace("+psycopg", ""), autocommit=True)
        # The ledger's trigger and foreign keys are no matter here; only a superuser may say so.
        self._connection.execute("SET session_replication_role = replica")
        tables = self._names("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        counts = self._names("SELECT sequencename FROM pg_sequences WHERE schemaname = 'public'")
        parts = [f'DELETE FROM "{name}"' for name in tables if name != "alembic_version"]
        parts += [f'ALTER SEQUENCE "{name}" RESTART' for name in counts]
        self._script = "; ".join(parts)

    def empty(self) -> None:
        self._connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        self._connection.execute(self._script)

    def close(self) -> None:
        self._connection.close()

    def _names(self, query: str) -> list[str]:
        return [row[0] for row in self._connection.execute(query).fetchall()]


def name_in(url: str) -> str:
    return url.rpartition("/")[2]


@contextmanager
def running() -> Iterator[Server]:
    """Run a server while the context lasts."""
    found = binaries()
    assert found is not None, "ask for `binaries()` first"
    user = _user()
    folder = Path(tempfile.mkdtemp(prefix="jdfulfil-postgresql-", dir="/tmp"))
    server = None
    try:
        data = folder / "data"
        (folder / "password").write_text(PASSWORD)
        _own(folder, user)
        language = ["--locale-provider=icu", "--icu-locale=en-US"]
        make = [found / "initdb", "-D", data, "-U", USER, "-A", "scram-sha-256", "-E", "UTF8"]
        make += ["--pwfile", folder / "password", "--no-sync", "--locale=C.UTF-8"]
        made = _call([*make, *language], user)
        if made.returncode:
            made = _call(make, user)
        assert made.returncode == 0, made.stderr.decode()
        port = _free_port()
        kept = {
            "port": port,
            "listen_addresses": "127.0.0.1",
            "unix_socket_directories": folder,
            "fsync": "off",
            "full_page_writes": "off",
            "max_connections": 60,
            "shared_buffers": "32MB",
            "log_min_messages": "fatal",
        }
        command = [found / "postgres", "-D", data]
        command += [x for name, value in kept.items() for x in ("-c", f"{name}={value}")]

        def start() -> subprocess.Popen[bytes]:
            log = (folder / "log").open("ab")
            with log:
                return subprocess.Popen(
                    list(map(str, command)), user=user, cwd=folder, stdout=log, stderr=log
                )

        server = Server(folder, port, start(), start)
        _wait_ready(server)
        yield server
    finally:
        if server is not None and server.process.poll() is None:
            server.stop()
        shutil.rmtree(folder, ignore_errors=True)


def _wait_ready(server: Server) -> None:
    import psycopg

    pause = threading.Event()
    for _ in range(START_WITHIN_S * 20):
        assert server.process.poll() is None, (server.folder / "log").read_text()
        try:
            server.run("SELECT 1")
        except psycopg.OperationalError:
            pause.wait(0.05)
        else:
            return
    raise AssertionError("the server did not start in time")


def _user() -> str | None:
    """Name who runs the server: root may not."""
    if os.geteuid():
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def _own(folder: Path, user: str | None) -> None:
    if user is not None:
        shutil.chown(folder, user)
        for path in folder.iterdir():
            shutil.chown(path, user)


def _call(command: list[Any], user: str | None) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        list(map(str, command)), user=user, cwd="/", capture_output=True, check=False
    )


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
