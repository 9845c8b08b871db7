from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from jdfulfil_desktop.adapters.db.store import open_database
from tests.integration.db.making import Desk, FixedClock, Listener, make_account


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "jdfulfil.db"


@pytest.fixture
def desk(path: Path) -> Iterator[Desk]:
    clock, listener = FixedClock(), Listener()
    database = open_database(path, listener, clock)
    yield Desk(database, clock, listener)
    database.close()


@pytest.fixture
def account(desk: Desk) -> int:
    """Keep an account with W1 and the Shopee store Toko bound to it; gives its id."""
    return desk.write(make_account)
