from __future__ import annotations

import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from jdfulfil_desktop.adapters.db.engine import url_of, writing_engine
from jdfulfil_desktop.adapters.db.migrate import back_up
from jdfulfil_desktop.adapters.db.migrations.settings import alembic_config
from jdfulfil_desktop.adapters.db.schema import HEAD, metadata
from jdfulfil_desktop.adapters.db.store import Database, open_database
from jdfulfil_desktop.domain.errors import EnvironmentProblem
from tests.integration.db.making import Desk, FixedClock, Listener

NEXT = f"{int(HEAD) + 1:04d}"


def opened(path: Path) -> Database:
    return open_database(path, Listener(), FixedClock())


def schema_of(path: Path) -> dict[str, str]:
    """Give the SQL of every object, white space aside."""
    with closing(sqlite3.connect(path)) as database:
        rows = database.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {name: "".join(sql.split()) for name, sql in rows}


def migrated(path: Path) -> Path:
    """Make a database by running every migration from nothing."""
    from alembic import command

    engine = writing_engine(url_of(path))
    with engine.begin() as connection:
        command.upgrade(alembic_config(connection), "head")
    engine.dispose()
    return path


def test_file_and_folders_are_private(path: Path) -> None:
    opened(path).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_side_files_are_private(desk: Desk, path: Path) -> None:
    desk.write(lambda uow: uow.settings.put("a", 1))
    modes = {p.name: stat.S_IMODE(p.stat().st_mode) for p in path.parent.iterdir()}
    assert set(modes) == {path.name, f"{path.name}-wal", f"{path.name}-shm"}
    assert set(modes.values()) == {0o600}


@pytest.mark.sqlite
def test_pragmas_of_both_engines(desk: Desk) -> None:
    writing, reading = desk.database.engines
    for engine, only in ((writing, 0), (reading, 1)):
        with engine.connect() as connection:
            found = {
                name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
                for name in ("journal_mode", "synchronous", "foreign_keys", "query_only")
            }
        assert found == {
            "journal_mode": "wal",
            "synchronous": 2,
            "foreign_keys": 1,
            "query_only": only,
        }


def test_opens_again_with_what_was_kept(path: Path) -> None:
    first = opened(path)
    first.writer.submit(lambda uow: uow.settings.put("greeting", "halo")).result(10)
    first.close()
    second = opened(path)
    assert second.writer.submit(lambda uow: uow.settings.get("greeting")).result(10) == "halo"
    second.close()


def test_takes_a_url(path: Path) -> None:
    database = open_database(f"sqlite:///{path}", Listener(), FixedClock())
    database.close()
    assert path.exists()


def test_refuses_another_kind_of_database() -> None:
    with pytest.raises(EnvironmentProblem) as caught:
        open_database("mysql://x/y", Listener(), FixedClock())
    assert caught.value.code == "database_unavailable"


def test_refuses_a_newer_database_untouched(path: Path) -> None:
    opened(path).close()
    with closing(sqlite3.connect(path)) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
        database.commit()
    before = path.read_bytes()
    with pytest.raises(EnvironmentProblem) as caught:
        opened(path)
    assert caught.value.code == "database_newer"
    assert path.read_bytes() == before


def test_refuses_a_file_that_is_no_database(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"this is a letter to my aunt\n" * 100)
    before = path.read_bytes()
    with pytest.raises(EnvironmentProblem) as caught:
        opened(path)
    assert caught.value.code == "database_damaged"
    assert path.read_bytes() == before


def test_refuses_the_database_of_another_program(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE songs (name TEXT)")
    with pytest.raises(EnvironmentProblem) as caught:
        opened(path)
    assert caught.value.code == "database_unavailable"


def test_damage_is_said_when_it_is_met(path: Path) -> None:
    database = opened(path)
    database.writer.submit(
        lambda uow: uow.journal.note_many(
            [("D", "kind", FixedClock().now(), "me", {"text": "x" * 500}) for _ in range(2000)]
        )
    ).result(10)
    database.close()
    data = bytearray(path.read_bytes())
    for at in range(250 * 4096, len(data) - 4096, 4096):
        data[at : at + 512] = b"\xff" * 512
    path.write_bytes(bytes(data))
    again = opened(path)
    failure = again.reader.submit(lambda queries: queries.notes("D")).exception(10)
    again.close()
    assert isinstance(failure, EnvironmentProblem)
    assert failure.code == "database_damaged"


def test_refuses_a_folder_that_cannot_be() -> None:
    with pytest.raises(EnvironmentProblem) as caught:
        opened(Path("/dev/null/data/x.db"))
    assert caught.value.code == "database_unavailable"


def test_migrations_and_metadata_agree(path: Path, tmp_path: Path) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    engine = create_engine(f"sqlite:///{migrated(tmp_path / 'migrated.db')}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = [
            difference
            for difference in compare_metadata(context, metadata)
            # The search index is a virtual table with tables of its own, unknown to MetaData.
            if not (
                difference[0] == "remove_table" and difference[1].name.startswith("order_search")
            )
        ]
    engine.dispose()
    assert differences == []


def test_a_new_database_equals_a_migrated_one(path: Path, tmp_path: Path) -> None:
    opened(path).close()
    assert schema_of(path) == schema_of(migrated(tmp_path / "migrated.db"))


@pytest.mark.sqlite
def test_backup_holds_what_lies_in_the_wal(desk: Desk, tmp_path: Path) -> None:
    desk.write(lambda uow: uow.settings.put("late", True))
    target = tmp_path / "out" / "copy.db"
    desk.database.back_up(target)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    copy = opened(target)
    assert copy.reader.submit(lambda queries: queries.settings()).result(10) == {"late": True}
    copy.close()


def test_an_older_database_is_copied_and_migrated(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stand another revision beside the newest, in a copy of the migrations."""
    database = opened(path)
    database.writer.submit(lambda uow: uow.settings.put("kept", 7)).result(10)
    database.close()
    script = f"""
import shutil, sys
from pathlib import Path
from jdfulfil_desktop.adapters.db import migrate, schema
from jdfulfil_desktop.adapters.db.migrations import settings
folder = Path({str(tmp_path / "steps")!r})
shutil.copytree(Path(settings.__file__).parent, folder)
(folder / "versions" / "{NEXT}_more.py").write_text('''
from alembic import op
revision, down_revision = "{NEXT}", "{HEAD}"
def upgrade():
    op.execute("ALTER TABLE settings ADD COLUMN more TEXT")
    {{failing}}
'''.replace("{{failing}}", sys.argv[1]))
settings.__file__ = str(folder / "settings.py")
migrate.HEAD, migrate.REVISIONS = "{NEXT}", ("{HEAD}", "{NEXT}")
from jdfulfil_desktop.adapters.db.engine import url_of, writing_engine
path = Path({str(path)!r})
print(migrate.make_current(writing_engine(url_of(path)), path))
"""
    failed = subprocess.run(
        [sys.executable, "-c", script, "raise RuntimeError('half-way')"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "half-way" in failed.stderr
    with closing(sqlite3.connect(path)) as old:
        assert old.execute("SELECT version_num FROM alembic_version").fetchone() == (HEAD,)
        assert len(old.execute("SELECT * FROM settings").fetchone()) == 2
    shutil_free = tmp_path / "steps"
    shutil_free.rename(tmp_path / "steps-failed")
    done = subprocess.run(
        [sys.executable, "-c", script, "pass"], capture_output=True, text=True, check=True
    )
    copy = Path(done.stdout.strip())
    with closing(sqlite3.connect(path)) as new, closing(sqlite3.connect(copy)) as old:
        assert new.execute("SELECT version_num FROM alembic_version").fetchone() == (NEXT,)
        assert new.execute("SELECT name, value, more FROM settings").fetchall() == [
            ("kept", "7", None)
        ]
        assert old.execute("SELECT version_num FROM alembic_version").fetchone() == (HEAD,)
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600


def test_opening_a_current_database_imports_no_alembic(path: Path) -> None:
    opened(path).close()
    script = f"""
import sys
from datetime import UTC, datetime
from jdfulfil_desktop.adapters.db.store import open_database
class Any_:
    def publish(self, events): ...
    def now(self): return datetime.now(UTC)
    def monotonic(self): return 0.0
open_database({str(path)!r}, Any_(), Any_()).close()
print([name for name in sys.modules if name.split(".")[0] in ("alembic", "mako")])
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_backing_up_makes_missing_folders(path: Path, tmp_path: Path) -> None:
    opened(path).close()
    back_up(path, tmp_path / "a" / "b" / "copy.db")
    assert schema_of(tmp_path / "a" / "b" / "copy.db") == schema_of(path)
