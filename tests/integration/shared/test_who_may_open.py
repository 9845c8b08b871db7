"""Who may open a shared database, and what the others are told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from jdfulfil_desktop.adapters.db.store import open_database
from jdfulfil_desktop.domain.errors import EnvironmentProblem
from tests.helpers.fakes import FakeClock, RecordingNotifier
from tests.helpers.postgresql import Server, name_in

pytestmark = pytest.mark.postgresql


@pytest.fixture
def shop(postgresql: Server) -> Iterator[str]:
    """A database as docs/several-pcs.md makes it: its owner is no superuser."""
    postgresql.run("CREATE ROLE toko LOGIN PASSWORD 'x'")
    postgresql.run("CREATE ROLE tamu LOGIN PASSWORD 'x'")
    postgresql.run("CREATE DATABASE toko OWNER toko")
    yield f"127.0.0.1:{postgresql.port}"
    postgresql.run("DROP DATABASE toko WITH (FORCE)")
    postgresql.run("DROP ROLE toko")
    postgresql.run("DROP ROLE tamu")


def open_as(who: str, shop: str, name: str = "toko") -> None:
    url = f"postgresql://{who}@{shop}/{name}"
    open_database(url, RecordingNotifier(), FakeClock()).close()


def test_the_owner_makes_everything_and_opens_it_again(shop: str, postgresql: Server) -> None:
    open_as("toko:x", shop)
    open_as("toko:x", shop)
    found = postgresql.run("SELECT 1 FROM pg_indexes WHERE indexname = 'order_search'", "toko")
    assert found == [(1,)]


@pytest.mark.parametrize(
    ("who", "name", "code"),
    [
        ("tamu:x", "toko", "database_readonly"),
        ("tamu:salah", "toko", "database_refused"),
        ("toko:x", "tiada", "database_unavailable"),
    ],
)
def test_others_are_told_what_is_wrong(shop: str, who: str, name: str, code: str) -> None:
    open_as("toko:x", shop)
    with pytest.raises(EnvironmentProblem) as met:
        open_as(who, shop, name)
    assert met.value.code == code
    assert met.value.subject == f"{shop}/{name}"
    assert "salah" not in f"{met.value.data} {met.value.__cause__}"


def test_another_programs_and_a_newer_database_are_left_alone(postgresql: Server) -> None:
    url = postgresql.make()
    postgresql.run("CREATE TABLE songs (name text)", name_in(url))
    with pytest.raises(EnvironmentProblem, match="database_unavailable"):
        open_database(url, RecordingNotifier(), FakeClock())
    postgresql.run("DROP TABLE songs", name_in(url))
    open_database(url, RecordingNotifier(), FakeClock()).close()
    postgresql.run("UPDATE alembic_version SET version_num = '9999'", name_in(url))
    with pytest.raises(EnvironmentProblem, match="database_newer"):
        open_database(url, RecordingNotifier(), FakeClock())
    postgresql.drop(url)
