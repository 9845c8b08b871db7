"""Unknown columns said once, pasted rows, folders, the history with undo, any source of orders."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.application.ports import SheetInfo
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.gui.importing.columns import ColumnsDialog
from jdfulfil_desktop.gui.importing.dialogs import HistoryDialog, PasteDialog, WatchedFolderDialog
from jdfulfil_desktop.gui.importing.preview import PreviewDialog
from jdfulfil_desktop.gui.outbound.page import build
from jdfulfil_desktop.gui.widgets import FileDropOverlay
from tests.helpers.order_files import shopee_rows
from tests.helpers.pages import agree, choose, dialog_of, nameless, press, words_of
from tests.helpers.program import add_store, import_orders, order
from tests.helpers.sheets import FakeFile, FakeSheet
from tests.helpers.workbooks import write_csv, write_xlsx

STORE = "Lapak Kopi"
PATIENCE_MS = 30_000
HEADERS = ["Kode", "Keadaan", "Barang", "Berapa", "Nomor kirim"]


@pytest.fixture
def page(shell, qtbot):
    made = build(shell)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    return made


def open_one(qtbot, page, kind: type[Any]) -> Any:
    qtbot.waitUntil(
        lambda: any(d.isVisible() for d in page.window().findChildren(kind)), timeout=PATIENCE_MS
    )
    return dialog_of(qtbot, page, kind)


def trigger(page, name: str) -> None:
    page.ways.findChild(QAction, name).trigger()


def orders(program) -> dict[str, str]:
    found = program.reader.submit(lambda q: q.order_details()).result(10)
    return {one.order_no: one.tracking_no for one in found}


def test_columns_that_no_layout_knows_are_said_once(page, program, qtbot, tmp_path):
    add_store(program, STORE, Channel.BUKALAPAK)
    first = write_csv(tmp_path / "a.csv", [HEADERS, ["B-1", "dibayar", "KOPI", "2", "JX7"]])
    page.import_files([first])
    dialog = open_one(qtbot, page, ColumnsDialog)
    assert [row[1] for row in dialog.rows.rows()] == [("B-1", "dibayar", "KOPI", "2", "JX7")]
    assert nameless(dialog) == []
    dialog.channel.setCurrentIndex(dialog.channel.findData("bukalapak"))
    assert not dialog.deed_button.isEnabled()
    wanted = zip(("order_no", "status", "sku", "quantity"), HEADERS, strict=False)
    for name, header in wanted:
        dialog.choices[name].setCurrentIndex(dialog.choices[name].findData(header))
    assert dialog.deed_button.isEnabled()
    agree(qtbot, dialog)
    # The preview shows that the number has no column yet: say that as well.
    press(qtbot, open_one(qtbot, page, PreviewDialog), "mapColumnsButton")
    again = open_one(qtbot, page, ColumnsDialog)
    assert again.choices["order_no"].currentData() == "Kode"
    number = again.choices["tracking_no"]
    number.setCurrentIndex(number.findData("Nomor kirim"))
    agree(qtbot, again)
    preview = open_one(qtbot, page, PreviewDialog)
    qtbot.waitUntil(lambda: preview.table.rows()[0].tracking_no == "JX7")
    agree(qtbot, preview)
    qtbot.waitUntil(lambda: orders(program) == {"B-1": "JX7"}, timeout=PATIENCE_MS)
    page.import_files(
        [write_csv(tmp_path / "b.csv", [HEADERS, ["B-2", "paid", "TEH", "1", "JX8"]])]
    )
    preview = open_one(qtbot, page, PreviewDialog)
    assert preview.table.rows()[0].tracking_no == "JX8"
    agree(qtbot, preview)
    qtbot.waitUntil(lambda: "B-2" in orders(program), timeout=PATIENCE_MS)


def test_rows_pasted_from_a_spreadsheet_are_previewed_like_a_file(page, program, qtbot):
    add_store(program, STORE, Channel.SHOPEE)
    rows = shopee_rows({"No. Pesanan": "260801PASTE"})
    trigger(page, "pasteOrdersAction")
    dialog = open_one(qtbot, page, PasteDialog)
    assert not dialog.deed_button.isEnabled()
    dialog.rows.setPlainText("\n".join("\t".join(map(str, row)) for row in rows))
    assert dialog.deed_button.text() == "Look at 1 rows"
    agree(qtbot, dialog)
    agree(qtbot, open_one(qtbot, page, PreviewDialog))
    qtbot.waitUntil(lambda: "260801PASTE" in orders(program), timeout=PATIENCE_MS)
    [row] = program.reader.submit(lambda q: q.imports()).result(10)
    assert row.file.startswith("Pasted rows")


def test_a_dropped_folder_is_its_files(page, program, qtbot, tmp_path):
    add_store(program, STORE, Channel.SHOPEE)
    folder = tmp_path / "Pesanan bulan é"
    folder.mkdir()
    for name in ("satu", "dua"):
        number = {"No. Pesanan": f"260801{name.upper()}"}
        write_xlsx(folder / f"{name}.xlsx", {"orders": shopee_rows(number)})
    window = QWidget()
    qtbot.addWidget(window)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder))])
    page.import_files(FileDropOverlay(window).files_of(data))
    for _ in range(2):
        agree(qtbot, open_one(qtbot, page, PreviewDialog))
        qtbot.waitUntil(
            lambda: not any(d.isVisible() for d in page.window().findChildren(PreviewDialog))
        )
    wanted = {"260801SATU", "260801DUA"}
    qtbot.waitUntil(lambda: set(orders(program)) == wanted, timeout=PATIENCE_MS)


def test_the_history_takes_an_import_back(page, program, shell, qtbot):
    add_store(program, STORE, Channel.SHOPEE)
    import_orders(program, STORE, order("H1", ("kopi", 1)), order("H2", ("kopi", 1)))
    import_orders(program, STORE, order("H3", ("kopi", 1)))
    trigger(page, "importHistoryAction")
    dialog = open_one(qtbot, page, HistoryDialog)
    assert nameless(dialog) == []
    assert [(r.by, r.file, r.counts["new"]) for r in dialog.table.rows()] == [
        ("Ani", "orders.xlsx", 1),
        ("Ani", "orders.xlsx", 2),
    ]
    dialog.table.choose_position(1)
    agree(qtbot, dialog)
    qtbot.waitUntil(lambda: set(orders(program)) == {"H3"})
    qtbot.waitUntil(lambda: any("undone" in words for _kind, words in shell.said))
    trigger(page, "importHistoryAction")
    dialog = open_one(qtbot, page, HistoryDialog)
    dialog.table.choose_position(1)
    assert not dialog.deed_button.isEnabled()
    assert "by Ani" in dialog.deed_button.toolTip()


def test_the_watched_folder_has_to_be_there(page, shell, qtbot, tmp_path):
    trigger(page, "watchFolderAction")
    dialog = open_one(qtbot, page, WatchedFolderDialog)
    assert not dialog.switch.isChecked()
    dialog.switch.setChecked(True)
    dialog.folder.setText(str(tmp_path / "none"))
    agree(qtbot, dialog)
    assert dialog.field.error() == "There is no such folder."
    dialog.folder.setText(str(tmp_path))
    agree(qtbot, dialog)
    qtbot.waitUntil(lambda: page.ways.watch.folder == str(tmp_path))
    page.ways.watch.stop()


def test_substitutes_are_shown_where_they_fill_a_gap(page, program, qtbot, tmp_path):
    """FORMATS: what JD requires and the file does not give is filled, visibly."""
    add_store(program, STORE, Channel.SHOPEE)
    gaps = {"No. Pesanan": "260801GAPS", "No. Telepon": ""}
    rows = shopee_rows({"No. Pesanan": "260801FULL"}, gaps)
    page.import_files([write_xlsx(tmp_path / "a.xlsx", {"orders": rows})])
    preview = open_one(qtbot, page, PreviewDialog)
    assert "1 orders lack a name, phone or address" in words_of(preview)
    agree(qtbot, preview)
    qtbot.waitUntil(lambda: "260801GAPS" in orders(program), timeout=PATIENCE_MS)
    page.reload()
    choose(qtbot, page, lambda row: row.order_no == "260801GAPS")
    qtbot.waitUntil(lambda: page.detail.title() == "260801GAPS")
    assert "the store's contact (substitute)" in words_of(page.detail)
    assert "S***i" in words_of(page.detail)


@dataclass
class _Shop(FakeFile):
    """A marketplace's own interface, as it may come one day: no file, no columns."""


def test_any_source_of_orders_comes_through_the_same_door(page, program, shell, qtbot):
    add_store(program, STORE, Channel.SHOPEE)
    one = order("LIVE1", ("kopi", 1))
    info = SheetInfo("Shopee", "live", Channel.SHOPEE, (), shell.desk.clock.now(), orders=1)
    sheet = FakeSheet(info, [one])
    taken = shell.desk.start(page.imports.take(_Shop("Shopee", sheet)), page)
    preview = open_one(qtbot, page, PreviewDialog)
    assert preview.findChild(QWidget, "mapColumnsButton") is None
    agree(qtbot, preview)
    qtbot.waitUntil(taken.done, timeout=PATIENCE_MS)
    assert set(orders(program)) == {"LIVE1"}
    assert sheet.closed
    [row] = program.reader.submit(lambda q: q.imports()).result(10)
    assert (row.file, row.state) == ("Shopee", "complete")


def test_an_import_waits_until_an_undoing_is_over(program, qtbot):
    add_store(program, STORE, Channel.SHOPEE)
    import_orders(program, STORE, order("U1", ("kopi", 1)), order("U2", ("kopi", 1)))
    write = program.bus.writer.submit
    write(lambda uow: uow.batches.undo(1, 1)).result(10)
    with pytest.raises(RuleError) as refused:
        import_orders(program, STORE, order("U3", ("kopi", 1)))
    assert refused.value.code == "undo_running"
    program.recover()
    import_orders(program, STORE, order("U3", ("kopi", 1)))
    assert set(orders(program)) == {"U3"}
