"""Files of every schema that was released, opened by today's program."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from jdfulfil_desktop.adapters.db.migrate import REVISIONS
from jdfulfil_desktop.adapters.db.schema import HEAD
from jdfulfil_desktop.application.queries import Filter, Sort
from tests.integration.db.test_opening import migrated, opened, schema_of

RELEASED = Path(__file__).parents[2] / "data" / "schemas"


def contents_of(path: Path) -> dict[str, list[dict[str, Any]]]:
    """Give every row of every table, by its columns."""
    with closing(sqlite3.connect(path)) as database:
        database.row_factory = lambda cursor, row: {
            column[0]: value for column, value in zip(cursor.description, row, strict=True)
        }
        names = database.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'order_search_%'"
        ).fetchall()
        return {
            row["name"]: database.execute(f"SELECT * FROM {row['name']}").fetchall()
            for row in names
        }


def as_before(
    after: dict[str, list[dict[str, Any]]], before: dict[str, list[dict[str, Any]]]
) -> dict[str, list[dict[str, Any]]]:
    """Give what a newer file holds in the tables and columns of an older one."""
    return {
        name: [{column: row[column] for column in old[0]} for row in after[name]] if old else []
        for name, old in before.items()
    }


def test_every_schema_that_was_released_has_a_file() -> None:
    assert [path.stem for path in sorted(RELEASED.glob("*.db"))] == [
        f"schema-{revision}" for revision in REVISIONS[:-1]
    ]


@pytest.mark.parametrize("released", REVISIONS[:-1])
def test_a_real_old_file_is_migrated_with_all_it_holds(
    released: str, path: Path, tmp_path: Path
) -> None:
    """R18, R22: nobody works here yet and nothing runs low; everything else is as it was."""
    path.parent.mkdir(mode=0o700)
    shutil.copy(RELEASED / f"schema-{released}.db", path)
    before = contents_of(path)
    database = opened(path)
    everything = Filter()
    users, stock, orders = database.reader.submit(
        lambda q: (q.users(), q.stock_page(everything, Sort(), 0, 9), q.order_details())
    ).result(10)
    database.close()
    assert users == []
    assert [(row.sku, row.on_hand, row.threshold) for row in stock] == [("KOPI", 12, None)]
    assert [order.order_no for order in orders] == ["LAMA-1"]
    after = contents_of(path)
    newest = [{"version_num": HEAD}]
    assert as_before(after, before) == before | {"alembic_version": newest}
    assert {row["jd_waybill"] for row in after["outbounds"]} == {""}
    assert schema_of(path) == schema_of(migrated(tmp_path / "migrated.db"))
    assert path.with_name(f"jdfulfil.before-{released}-to-{HEAD}.db").exists()
