"""A watched folder: whole files are imported once, by themselves, and nothing else is touched."""

from __future__ import annotations

import shutil

import pytest

from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.gui.importing.watcher import KEPT, FolderWatch
from jdfulfil_desktop.gui.outbound.page import build
from tests.helpers.order_files import shopee_rows
from tests.helpers.program import add_store
from tests.helpers.workbooks import write_csv, write_xlsx

PATIENCE_MS = 30_000


@pytest.fixture
def page(shell, qtbot):
    made = build(shell)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def downloads(tmp_path):
    folder = tmp_path / "Unduhan"
    folder.mkdir()
    write_xlsx(folder / "lama.xlsx", {"orders": shopee_rows({"No. Pesanan": "260801OLD1"})})
    return folder


@pytest.fixture
def watch(shell, page):
    made = FolderWatch(shell.desk, page.imports, page, settle_ms=20)
    yield made
    made.stop()


def numbers(program) -> list[str]:
    return sorted(o.order_no for o in program.reader.submit(lambda q: q.order_details()).result(10))


def alerts(program) -> list[tuple[str, str, object]]:
    found = program.reader.submit(lambda q: q.alerts()).result(10)
    return [(one.code, one.subject, one.data.get("problem")) for one in found]


def begin(watch, shell, qtbot, folder) -> None:
    shell.desk.start(watch.watch(str(folder)))
    qtbot.waitUntil(lambda: watch.folder == str(folder))


def test_what_arrives_is_imported_once_and_what_was_there_is_left(
    watch, shell, program, qtbot, downloads, tmp_path
):
    add_store(program, "Toko", Channel.SHOPEE)
    begin(watch, shell, qtbot, downloads)
    (downloads / "foto.csv").write_text("nama,umur\nSiti,31\n", encoding="utf-8")
    write_xlsx(tmp_path / "baru.xlsx", {"orders": shopee_rows({"No. Pesanan": "260801NEW1"})})
    arrived: list[str] = []
    watch.arrived.connect(lambda reports: arrived.extend(one.file for one in reports))
    shutil.copy(tmp_path / "baru.xlsx", downloads / "Order.all.xlsx")
    qtbot.waitUntil(lambda: arrived == ["Order.all.xlsx"], timeout=PATIENCE_MS)
    # The same content under another name, and one that is new.
    shutil.copy(tmp_path / "baru.xlsx", downloads / "Order.all (1).xlsx")
    write_xlsx(downloads / "z.xlsx", {"orders": shopee_rows({"No. Pesanan": "260801NEW2"})})
    qtbot.waitUntil(lambda: arrived == ["Order.all.xlsx", "z.xlsx"], timeout=PATIENCE_MS)
    assert numbers(program) == ["260801NEW1", "260801NEW2"]
    assert len(program.reader.submit(lambda q: q.imports()).result(10)) == 2
    assert not [one for one in alerts(program) if one[0] == "watched_file_waits"]


def test_a_file_still_being_written_is_left_until_it_stands(
    watch, shell, program, qtbot, downloads
):
    add_store(program, "Toko", Channel.SHOPEE)
    begin(watch, shell, qtbot, downloads)
    whole = downloads.parent / "whole.csv"
    rows = shopee_rows(*[{"No. Pesanan": f"260801CSV{n}"} for n in range(3)])
    content = write_csv(whole, rows).read_bytes()
    (downloads / "Order.csv.crdownload").write_bytes(content[: len(content) // 2])
    growing = downloads / "Order.csv"
    growing.write_bytes(b"")
    with growing.open("ab") as file:
        for at in range(0, len(content), len(content) // 4 + 1):
            file.write(content[at : at + len(content) // 4 + 1])
            file.flush()
    arrived: list[int] = []
    watch.arrived.connect(lambda reports: arrived.extend(one.orders_new for one in reports))
    qtbot.waitUntil(lambda: arrived == [3], timeout=PATIENCE_MS)


def test_what_cannot_go_by_itself_waits_for_a_person(watch, shell, program, qtbot, downloads):
    add_store(program, "Toko 1", Channel.SHOPEE)
    add_store(program, "Toko 2", Channel.SHOPEE)
    begin(watch, shell, qtbot, downloads)
    write_xlsx(downloads / "dua.xlsx", {"orders": shopee_rows({})})
    qtbot.waitUntil(lambda: bool(alerts(program)), timeout=PATIENCE_MS)
    assert alerts(program) == [("watched_file_waits", "dua.xlsx", "store_needed")]
    assert numbers(program) == []
    shell.desk.start(watch.watch(""))
    qtbot.waitUntil(lambda: watch.folder == "")
    assert shell.desk.kept.load(KEPT) == ""
