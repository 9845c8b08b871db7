"""Files hard to reach, very wide, very large, or with more than cells: read, or said why not."""

from __future__ import annotations

import shutil
import sys
import zipfile
from pathlib import Path

import pytest

from jdfulfil_desktop.adapters.sheets.reader import ChildProcessSheetReader
from jdfulfil_desktop.domain.errors import EnvironmentProblem, FileProblem
from tests.helpers.order_files import many_shopee_rows, shopee_rows
from tests.helpers.workbooks import write_csv, write_xlsx

READER = ChildProcessSheetReader()
MIB = 1024 * 1024


def numbers(path: Path) -> list[str]:
    with READER.read_orders(path) as sheet:
        return [order.order_no for chunk in sheet.chunks() for order in chunk]


def test_spaces_accents_and_other_scripts_in_a_path(tmp_path: Path) -> None:
    folder = tmp_path / "Unduhan é ü" / "订单 (1) #50% & co"
    folder.mkdir(parents=True)
    path = write_xlsx(folder / "Order all – août.xlsx", {"orders": shopee_rows({})})
    assert numbers(path) == ["260801TESTAA01"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs a setting of the system there")
def test_a_path_of_more_than_260_letters(tmp_path: Path) -> None:
    folder = tmp_path
    while len(str(folder)) < 300:
        folder = folder / "folder-with-a-long-name-as-shares-have"
    folder.mkdir(parents=True)
    path = write_csv(folder / "orders.csv", shopee_rows({}))
    assert len(str(path)) > 260
    assert numbers(path) == ["260801TESTAA01"]


@pytest.mark.skipif(sys.platform != "linux", reason="the system's own file that cannot be read")
def test_a_share_that_fails_while_it_is_read() -> None:
    """Reading it ends as on a share that went away: with an error of the system, in words."""
    with pytest.raises(EnvironmentProblem) as problem:
        READER.read_orders(Path("/proc/self/mem"))
    assert problem.value.code == "disk"


def test_a_workbook_with_macros_is_cells_and_nothing_else(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "orders.xlsm", {"orders": shopee_rows({})})
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"Auto_Open" * 100)
        archive.writestr("xl/externalLinks/externalLink1.xml", b"<externalLink/>")
    assert numbers(path) == ["260801TESTAA01"]


def test_a_row_of_16384_columns(tmp_path: Path) -> None:
    header, row = shopee_rows({})
    wide = [*header, *(f"kolom {n}" for n in range(16_384 - len(header)))]
    path = write_xlsx(tmp_path / "wide.xlsx", {"orders": [wide, row]})
    assert numbers(path) == ["260801TESTAA01"]


def test_half_a_gigabyte_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "huge.csv", many_shopee_rows(500))
    with path.open("ab") as file:
        file.truncate(600 * MIB)  # takes no room on the disk
    with pytest.raises(FileProblem) as problem:
        READER.read_orders(path)
    assert problem.value.code == "too_large"


def test_two_million_rows_are_refused(tmp_path: Path) -> None:
    line = ",".join(["x"] * 5).encode() + b"\n"
    path = write_csv(tmp_path / "rows.csv", shopee_rows({}))
    with path.open("ab") as file:
        for _ in range(200):
            file.write(line * 10_000)
    with pytest.raises(FileProblem) as problem:
        READER.read_orders(path)
    assert problem.value.code == "too_large"


@pytest.mark.alone
def test_a_long_csv_takes_little_memory(tmp_path: Path) -> None:
    """A tenth of the 300,000 rows that `benchmarks/bench_reading.py` reads whole."""
    path = write_csv(tmp_path / "long.csv", many_shopee_rows(15_000))
    with READER.read_orders(path) as sheet:
        assert (sheet.info.rows_read, sheet.info.orders) == (30_000, 15_000)
    if sys.platform == "linux":
        import resource  # not on Windows

        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
        assert peak < 600 * MIB


def test_a_file_that_goes_once_it_was_read_is_not_missed(tmp_path: Path) -> None:
    folder = tmp_path / "gone"
    folder.mkdir()
    path = write_xlsx(folder / "orders.xlsx", {"orders": shopee_rows({"Jumlah": "dua"}, {})})
    with READER.read_orders(path) as sheet:
        shutil.rmtree(folder)
        assert [number for number, _cells in sheet.refused_rows()] == [2, 3]
