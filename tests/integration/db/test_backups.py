"""Daily copies, kept 7 + 4; what lies in one; everything as open files; a migration that fails."""

from __future__ import annotations

import csv
import shutil
import sqlite3
import threading
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from jdfulfil_desktop.adapters.db.backups import DailyBackups, keep_daily, worth_keeping
from jdfulfil_desktop.adapters.db.exporting import open_tables, told_columns
from jdfulfil_desktop.adapters.db.keeping import DatabaseKeeping
from jdfulfil_desktop.adapters.db.schema import HEAD
from jdfulfil_desktop.domain.errors import (
    ActionCancelled,
    EnvironmentProblem,
    FileProblem,
    FulfilError,
)
from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.product import Product
from tests.helpers.fakes import FakeClock
from tests.integration.db.making import Desk
from tests.integration.db.test_opening import opened
from tests.integration.db.test_released_files import RELEASED, contents_of

pytestmark = pytest.mark.sqlite


@pytest.fixture
def keeping(desk: Desk) -> DatabaseKeeping:
    return DatabaseKeeping(desk.database, desk.clock)


def test_a_day_has_one_copy_for_this_user_alone(desk: Desk) -> None:
    clock = FakeClock(datetime(2026, 11, 24, 16, 50, tzinfo=UTC))
    daily = DailyBackups(desk.database.path, clock)
    first = daily.make()
    assert first is not None
    assert first.name == "daily-2026-11-24.db"
    assert first.stat().st_mode & 0o077 == 0
    assert first.parent.stat().st_mode & 0o077 == 0
    assert daily.make() is None
    clock.advance(minutes=15)  # midnight in Jakarta, not in London
    second = daily.make()
    assert second is not None
    assert second.name == "daily-2026-11-25.db"
    assert [backup.path for backup in daily.kept()] == [second, first]


def test_seven_days_and_four_weeks_stay(desk: Desk) -> None:
    clock = FakeClock(datetime(2026, 9, 1, 3, tzinfo=UTC))
    daily = DailyBackups(desk.database.path, clock)
    for _ in range(50):
        daily.make()
        clock.advance(days=1)
    kept = sorted(path.stem.removeprefix("daily-") for path in daily.folder.iterdir())
    days = [f"2026-10-{day:02}" for day in range(14, 21)]
    assert kept == ["2026-09-27", "2026-10-04", "2026-10-11", "2026-10-13", *days]


def test_a_pc_that_is_off_for_weeks_keeps_its_copies() -> None:
    used = [date(2026, 1, 1) + timedelta(days=40 * n) for n in range(12)]
    assert worth_keeping(used) == set(used[1:])


def test_what_is_not_ours_stays_in_the_folder(desk: Desk) -> None:
    daily = DailyBackups(desk.database.path, FakeClock())
    daily.make()
    foreign = daily.folder / "daily-mine.db"
    foreign.write_bytes(b"")
    for day in range(1, 20):
        DailyBackups(desk.database.path, FakeClock(datetime(2030, 1, day, tzinfo=UTC))).make()
    assert foreign.exists()


def test_a_failing_copy_is_an_alert_once(desk: Desk) -> None:
    folder = desk.database.path.parent / "backups"
    folder.write_bytes(b"a file stands where the folder should be")
    end = threading.Event()
    asked = threading.Event()

    def say(failure: FulfilError) -> str:
        asked.set()
        return failure.code

    keep_daily(desk.database, desk.clock, say, end)
    assert asked.wait(10)
    end.set()
    desk.write(lambda uow: uow.settings.get("x"))  # the writer has done what came before
    [alert] = desk.read(lambda q: q.alerts())
    assert (alert.code, dict(alert.data)) == ("backup_failed", {"reason": "folder_unusable"})


def test_without_room_no_copy_is_begun(desk: Desk) -> None:
    daily = DailyBackups(desk.database.path, desk.clock)
    with desk.database.path.with_name("huge.db").open("wb") as file:
        file.truncate(shutil.disk_usage(daily.folder.parent).free)
    with pytest.raises(EnvironmentProblem, match="disk_full"):
        DailyBackups(desk.database.path.with_name("huge.db"), desk.clock).make()
    assert list(daily.folder.iterdir()) == []


def test_a_copy_says_what_it_holds(desk: Desk, keeping: DatabaseKeeping, tmp_path: Path) -> None:
    desk.write(lambda uow: uow.products.save_many([Product(Sku("KOPI"), "Kopi")]))
    keeping.back_up(tmp_path / "copy.db")
    found = keeping.look_into(tmp_path / "copy.db")
    assert (found.orders, found.products, found.ledger_rows) == (0, 1, 0)
    (tmp_path / "copy.db").write_bytes(b"no database at all")
    for name in ("copy.db", "nothing.db"):
        with pytest.raises(FileProblem, match="backup_invalid"):
            keeping.look_into(tmp_path / name)
    assert not (tmp_path / "nothing.db").exists()


def test_everything_is_exported_as_open_files(
    desk: Desk, keeping: DatabaseKeeping, before: object, tmp_path: Path
) -> None:
    evil = Product(Sku("=1+1"), "@SUM(A1)\nKopi")
    desk.write(lambda uow: uow.products.save_many([evil]))
    written = keeping.export(tmp_path / "out")
    assert set(written) == {table.name for table in open_tables()}
    assert written["orders"] == 2
    for table in open_tables():
        path = tmp_path / "out" / f"{table.name}.csv"
        assert path.stat().st_mode & 0o077 == 0
        with path.open(encoding="utf-8-sig", newline="") as file:
            header, *rows = list(csv.reader(file))
        assert header == [column.name for column in told_columns(table)]
        assert len(rows) == written[table.name]
        if table.name == "products":
            assert ("'=1+1", "'@SUM(A1)\nKopi") in {(row[1], row[2]) for row in rows}
    named = (tmp_path / "out" / "users.csv").read_text(encoding="utf-8-sig")
    assert "pin_hash" not in named


def test_an_export_can_be_ended(desk: Desk, keeping: DatabaseKeeping, tmp_path: Path) -> None:
    with pytest.raises(ActionCancelled):
        keeping.export(tmp_path / "out", lambda _table, _rows: False)
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(EnvironmentProblem, match="folder_unusable"):
        keeping.export(tmp_path / "file")


def test_a_migration_that_fails_leaves_the_old_file(path: Path) -> None:
    path.parent.mkdir(mode=0o700)
    shutil.copy(RELEASED / "schema-0001.db", path)
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE users (in_the_way TEXT)")
    before = contents_of(path)
    for _ in range(2):  # a second start finds the same
        with pytest.raises(EnvironmentProblem) as met:
            opened(path)
        assert met.value.code == "migration_failed"
        assert contents_of(path) == before
    copy = path.with_name(f"jdfulfil.before-0001-to-{HEAD}.db")
    assert contents_of(copy) == before
