"""`gui --measure-start` and `gui --measure-import`, as a script runs them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.cli.program import Program
from tests.helpers.order_files import write_many_orders

pytestmark = [pytest.mark.slow, pytest.mark.alone, pytest.mark.timeout(300)]

ORDERS = 1500
BEARABLE_MS = 1000
"""Far above what is aimed at (50 ms, `benchmarks/bench_import.py`): other tests run beside this."""


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path / "data")


def test_the_start_is_measured_on_an_empty_and_on_a_filled_list(
    program: Program, tmp_path: Path
) -> None:
    empty = program.do("gui", "--measure-start")
    assert set(empty) == {"import_ms", "window_ms", "first_rows_ms", "rss_mib"}
    assert 0 < empty["import_ms"] < empty["window_ms"] < empty["first_rows_ms"]
    assert 20 < empty["rss_mib"] < 500
    program.do("store", "add", "--channel", "shopee", "--name", "Toko")
    program.do("order", "import", str(write_many_orders(tmp_path / "orders.csv", 20)))
    filled = program.do("gui", "--measure-start")
    assert filled["window_ms"] < filled["first_rows_ms"]


def test_an_import_is_measured_with_the_window_open(program: Program, tmp_path: Path) -> None:
    file = write_many_orders(tmp_path / "orders.xlsx", ORDERS)
    figures = program.do("gui", "--measure-import", str(file))
    assert set(figures) == {"rows", "seconds", "worst_stall_ms", "p99_stall_ms", "rss_mib"}
    assert figures["rows"] == 2 * ORDERS
    assert 0 < figures["seconds"] < 60
    assert 0 <= figures["p99_stall_ms"] <= figures["worst_stall_ms"] < BEARABLE_MS
    # What was measured was a real import, into a store that was made for the file's channel.
    assert len(program.do("order", "list")["orders"]) == ORDERS
    [store] = program.do("store", "list")["stores"]
    assert store["channel"] == "shopee"
    again = program.do("gui", "--measure-import", str(file))
    assert again["rows"] == 2 * ORDERS
    assert len(program.do("order", "list")["orders"]) == ORDERS


def test_a_file_that_cannot_be_imported_is_refused_as_everywhere(
    program: Program, tmp_path: Path
) -> None:
    missing = tmp_path / "nowhere.xlsx"
    assert program.refuse("gui", "--measure-import", str(missing)) == "not_found"
    foreign = tmp_path / "foreign.csv"
    foreign.write_text("nama,umur\nAni,3\n", encoding="utf-8")
    assert program.refuse("gui", "--measure-import", str(foreign)) == "unknown_layout"
