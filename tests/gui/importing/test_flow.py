"""Importing in the window: preview, several files, refused rows saved and mended, undo, Cancel."""

from __future__ import annotations

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLineEdit

from jdfulfil_desktop.application.results import Verdict
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.gui.importing.preview import PreviewDialog, StoreDialog
from jdfulfil_desktop.gui.outbound.page import OutboundPage, build
from jdfulfil_desktop.gui.theme import StatusKind
from tests.helpers.order_files import shopee_rows
from tests.helpers.pages import agree, dialog_of, nameless, press, words_of
from tests.helpers.program import add_store
from tests.helpers.workbooks import write_xlsx

STORE = "Toko Kopi"
PATIENCE_MS = 30_000


@pytest.fixture
def page(shell, qtbot) -> OutboundPage:
    made = build(shell)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    return made


def shopee_file(path, orders) -> None:
    """Write a Shopee export with a row for each set of changes."""
    write_xlsx(path, {"orders": shopee_rows(*orders)})


def numbers(program) -> list[str]:
    found = program.reader.submit(lambda q: q.order_details()).result(10)
    return sorted(row.order_no for row in found)


def previewed(qtbot, page) -> PreviewDialog:
    """Wait for the preview: files are read by a process of its own, which takes its time."""
    qtbot.waitUntil(lambda: bool(shown(page)), timeout=PATIENCE_MS)
    return shown(page)[-1]


@pytest.fixture
def file(tmp_path):
    """Two good orders and one whose quantity is none."""
    path = tmp_path / "orders.xlsx"
    shopee_file(
        path,
        [
            {"No. Pesanan": "260801AA01"},
            {"No. Pesanan": "260801AA02", "No. Resi": ""},
            {"No. Pesanan": "260801AA03", "Jumlah": "dua"},
        ],
    )
    return path


def test_nothing_is_written_before_the_user_agrees(page, program, qtbot, file):
    page.import_files([file])
    qtbot.waitUntil(lambda: bool(page.findChildren(StoreDialog)), timeout=PATIENCE_MS)
    store = dialog_of(qtbot, page, StoreDialog)
    agree(qtbot, store)
    assert store.field.error() == "Enter a name."
    store.choice.setEditText(STORE)
    agree(qtbot, store)
    dialog = previewed(qtbot, page)
    verdicts = [(row.order_no, row.verdict) for row in dialog.table.rows()]
    assert verdicts == [
        ("260801AA03", Verdict.REFUSED),
        ("260801AA01", Verdict.NEW),
        ("260801AA02", Verdict.NEW),
    ]
    assert "dua" in dialog.table.rows()[0].problem.value
    assert dialog.deed_button.text() == "Import 2 orders"
    assert nameless(dialog) == []
    dialog.chips.chip("refused").click()
    assert [row.order_no for row in dialog.table.rows()] == ["260801AA03"]
    dialog.reject()
    qtbot.waitUntil(lambda: not page.findChildren(PreviewDialog))
    assert numbers(program) == []
    assert program.reader.submit(lambda q: q.stores()).result(10) == []


def test_the_file_may_belong_to_another_store(page, program, qtbot, file):
    add_store(program, STORE, Channel.SHOPEE)
    page.import_files([file])
    dialog = previewed(qtbot, page)
    assert STORE in words_of(dialog)
    press(qtbot, dialog, "otherStoreButton")
    store = dialog_of(qtbot, page, StoreDialog)
    store.choice.setEditText("Toko Teh")
    agree(qtbot, store)
    again = previewed(qtbot, page)
    assert "Toko Teh" in words_of(again)
    agree(qtbot, again)
    qtbot.waitUntil(lambda: len(numbers(program)) == 2, timeout=PATIENCE_MS)
    found = program.reader.submit(lambda q: q.order_details()).result(10)
    assert {row.store for row in found} == {"Toko Teh"}


def test_several_files_end_in_one_line_that_can_be_undone(page, program, shell, qtbot, tmp_path):
    add_store(program, STORE, Channel.SHOPEE)
    files = []
    for name in ("A", "B"):
        path = tmp_path / f"{name}.xlsx"
        shopee_file(path, [{"No. Pesanan": f"260801{name}1"}, {"No. Pesanan": f"260801{name}2"}])
        files.append(path)
    bad = tmp_path / "bad.xlsx"
    bad.write_text("no workbook")
    page.import_files([files[0], bad, files[1]])
    for step in ("file 1 of 3", "file 3 of 3"):
        qtbot.waitUntil(
            lambda step=step: any(step in words_of(d) for d in shown(page)), timeout=PATIENCE_MS
        )
        agree(qtbot, shown(page)[-1])
    qtbot.waitUntil(lambda: len(numbers(program)) == 4, timeout=PATIENCE_MS)
    assert [error.code for error in shell.errors] == ["unknown_layout"]
    qtbot.waitUntil(page.notice.isVisible)
    assert "A.xlsx, B.xlsx: 4 new, 0 changed, 0 the same, 0 refused." in words_of(page.notice)
    qtbot.mouseClick(page.notice.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: numbers(program) == [])
    qtbot.waitUntil(lambda: any("undone" in words for _kind, words in shell.said))


def shown(page) -> list[PreviewDialog]:
    return [d for d in page.window().findChildren(PreviewDialog) if d.isVisible()]


def test_refused_rows_are_saved_mended_and_imported_again(
    page, program, shell, qtbot, tmp_path, file
):
    add_store(program, STORE, Channel.SHOPEE)
    page.import_files([file])
    dialog = previewed(qtbot, page)
    press(qtbot, dialog, "downloadRefusedButton")
    place = dialog_of(qtbot, page, QFileDialog)
    target = tmp_path / "mend.xlsx"
    name = place.findChild(QLineEdit, "fileNameEdit")
    name.setText(str(target))
    qtbot.keyClick(name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(shell.said), timeout=PATIENCE_MS)
    assert shell.said[-1][0] is StatusKind.DONE
    agree(qtbot, dialog)
    qtbot.waitUntil(lambda: len(numbers(program)) == 2, timeout=PATIENCE_MS)
    book = load_workbook(target)
    sheet = book.active
    heads = [cell.value for cell in sheet[1]]
    assert heads[-2:] == ["Reason", "Advice"]
    assert "dua" in str(sheet.cell(2, heads.index("Reason") + 1).value)
    sheet.cell(2, heads.index("Jumlah") + 1).value = "2"
    book.save(target)
    page.import_files([target])
    agree(qtbot, previewed(qtbot, page))
    qtbot.waitUntil(lambda: "260801AA03" in numbers(program), timeout=PATIENCE_MS)


def test_a_cancelled_import_says_so_and_keeps_nothing(page, program, shell, qtbot, tmp_path):
    add_store(program, STORE, Channel.SHOPEE)
    path = tmp_path / "many.xlsx"
    shopee_file(path, [{"No. Pesanan": f"260801{n:05d}"} for n in range(1200)])
    page.import_files([path])
    dialog = previewed(qtbot, page)
    agree(qtbot, dialog)
    page.imports.cancel()
    qtbot.waitUntil(lambda: bool(shell.said), timeout=PATIENCE_MS)
    assert shell.said[-1] == (
        StatusKind.WAITING,
        "Import cancelled: nothing of many.xlsx was kept.",
    )
    assert numbers(program) == []


def test_a_file_seen_before_has_nothing_to_import(page, program, qtbot, file):
    add_store(program, STORE, Channel.SHOPEE)
    page.import_files([file])
    agree(qtbot, previewed(qtbot, page))
    qtbot.waitUntil(lambda: len(numbers(program)) == 2, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not shown(page))
    page.import_files([file])
    again = previewed(qtbot, page)
    assert not again.deed_button.isEnabled()
    assert again.deed_button.toolTip() == "Every order of this file is here already, unchanged."
    again.reject()
    assert page.findChild(QAbstractButton, "importOrdersButton").isEnabled()
