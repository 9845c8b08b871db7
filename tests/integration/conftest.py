from __future__ import annotations

from collections.abc import Iterator

import pytest

from jdfulfil_desktop.adapters.db.store import open_database
from tests.helpers.fakes import FakeClock, RecordingNotifier
from tests.helpers.postgresql import Emptying, Server, binaries, running


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """A PostgreSQL server of this run."""
    if binaries() is None:
        pytest.skip("PostgreSQL's server is not installed (apt-get install postgresql)")
    with running() as server:
        yield server


@pytest.fixture(scope="session")
def shared_schema(postgresql: Server) -> Iterator[tuple[str, Emptying]]:
    """A shared database with our schema, and what empties it: 20 ms, where copying it takes 300."""
    url = postgresql.make()
    open_database(url, RecordingNotifier(), FakeClock()).close()
    emptying = Emptying(url)
    yield url, emptying
    emptying.close()


@pytest.fixture
def shared(shared_schema: tuple[str, Emptying]) -> str:
    """An empty shared database; gives its URL."""
    url, emptying = shared_schema
    emptying.empty()
    return url
