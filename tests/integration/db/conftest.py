from __future__ import annotations

import inspect
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from jdfulfil_desktop.adapters.db.store import open_database
from tests.integration.db.importing import known, state
from tests.integration.db.making import Desk, FixedClock, Listener, make_account


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make one empty database: copying it is ten times quicker than creating its tables."""
    made = tmp_path_factory.mktemp("template") / "empty.db"
    open_database(made, Listener(), FixedClock()).close()
    return made


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Name a place where no database is yet."""
    return tmp_path / "data" / "jdfulfil.db"


@pytest.fixture
def empty(path: Path, template: Path) -> Path:
    """Put an empty database there."""
    path.parent.mkdir(mode=0o700)
    shutil.copy(template, path)
    return path


BACKENDS = ("sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run what stands on a desk on both databases, unless it looks at SQLite's file itself."""
    if "backend" in metafunc.fixturenames:
        alone = metafunc.definition.get_closest_marker("sqlite") or {"path", "template"} & set(
            inspect.signature(metafunc.function).parameters
        )
        metafunc.parametrize("backend", BACKENDS[:1] if alone else BACKENDS)


@pytest.fixture
def place(backend: str, request: pytest.FixtureRequest) -> str:
    """Name an empty database of the kind that the test runs on."""
    return str(request.getfixturevalue("empty" if backend == "sqlite" else "shared"))


@pytest.fixture
def desk(place: str) -> Iterator[Desk]:
    clock, listener = FixedClock(), Listener()
    database = open_database(place, listener, clock)
    yield Desk(database, clock, listener)
    database.close()


@pytest.fixture
def account(desk: Desk) -> int:
    """Keep an account with W1 and the Shopee store Toko bound to it; gives its id."""
    return desk.write(make_account)


@pytest.fixture
def before(desk: Desk, account: int) -> tuple[Any, ...]:
    """Keep two known orders, and what lists show of them."""
    desk.write(known)
    return state(desk)
