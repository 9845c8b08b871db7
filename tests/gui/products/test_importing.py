"""Import of products: nothing before the user agrees, good rows kept, bad ones shown."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit

from jdfulfil_desktop.application.product_table import products_import
from jdfulfil_desktop.application.queries import Filter
from jdfulfil_desktop.domain.errors import FileProblem
from jdfulfil_desktop.gui.products.importing import ProductPreviewDialog
from jdfulfil_desktop.gui.products.page import ProductPage, build
from jdfulfil_desktop.gui.rows_table import RowsTable
from tests.helpers.pages import agree, dialog_of, nameless, press, words_of
from tests.helpers.program import add_account
from tests.helpers.workbooks import write_csv

HEAD = ["SKU", "Nama Produk", "Barcode", "Berat (kg)", "Masa Simpan (hari)", "Batas Masuk (hari)"]
SAMPLE = Path(__file__).parents[3] / "resources" / "samples" / "products.xlsx"


def opened(shell, qtbot) -> ProductPage:
    page = build(shell)
    qtbot.addWidget(page)
    page.resize(1366, 640)
    page.show()
    return page


def count(program) -> int:
    everything = Filter()
    return int(program.reader.submit(lambda q: q.product_count(everything)).result(10))


def test_a_file_is_shown_before_it_is_imported(program, shell, qtbot) -> None:
    add_account(program)
    page = opened(shell, qtbot)
    page.import_files([SAMPLE])
    dialog = dialog_of(qtbot, page, ProductPreviewDialog)
    assert count(program) == 0
    assert "0 refused" in words_of(dialog)
    assert "Every row can be read." in words_of(dialog)
    agree(qtbot, dialog)
    qtbot.waitUntil(page.notice.isVisible)
    new = count(program)
    assert new > 0
    assert f"{new} products new" in words_of(page.notice)
    assert page.notice.button.text() == "Register at JD"


def test_what_is_refused_is_listed_and_the_rest_is_kept(
    program, shell, qtbot, tmp_path: Path
) -> None:
    path = write_csv(
        tmp_path / "produk.csv",
        [
            HEAD,
            ["KOPI", "Kopi", "8991", "0,25", "365", "240"],
            ["TEH", "", "8992", "0,1", "", ""],
            ["GULA", "Gula", "8993", "berat", "", ""],
        ],
    )
    page = opened(shell, qtbot)
    page.import_files([path])
    dialog = dialog_of(qtbot, page, ProductPreviewDialog)
    assert not nameless(dialog)
    table = dialog.findChild(RowsTable, "previewProblems")
    assert table is not None
    assert [(p.row, p.code) for p in table.rows()] == [(3, "missing_value"), (4, "bad_number")]
    assert dialog.deed_button.text() == "Import 1 product"
    agree(qtbot, dialog)
    qtbot.waitUntil(lambda: count(program) == 1)
    told = "1 new, 0 changed, 0 the same, 2 refused."
    qtbot.waitUntil(lambda: any(told in words for _kind, words in shell.said))


def test_turning_away_writes_nothing(program, shell, qtbot) -> None:
    page = opened(shell, qtbot)
    page.import_files([SAMPLE])
    dialog = dialog_of(qtbot, page, ProductPreviewDialog)
    press(qtbot, dialog, "cancelButton")
    qtbot.waitUntil(lambda: not dialog_is_open(page))
    assert count(program) == 0
    assert not shell.errors


def dialog_is_open(page: ProductPage) -> bool:
    return any(d.isVisible() for d in page.findChildren(ProductPreviewDialog))


def test_the_same_file_again_has_nothing_to_import(program, shell, qtbot) -> None:
    page = opened(shell, qtbot)
    page.import_files([SAMPLE])
    agree(qtbot, dialog_of(qtbot, page, ProductPreviewDialog))
    qtbot.waitUntil(lambda: count(program) > 0 and not dialog_is_open(page))
    page.import_files([SAMPLE])
    dialog = dialog_of(qtbot, page, ProductPreviewDialog)
    assert not dialog.deed_button.isEnabled()
    assert "here already, unchanged" in words_of(dialog)


def test_a_foreign_file_is_refused_by_name(program, shell, qtbot, tmp_path: Path) -> None:
    path = tmp_path / "photo.xlsx"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    page = opened(shell, qtbot)
    page.import_files([path])
    qtbot.waitUntil(lambda: bool(shell.errors))
    assert isinstance(shell.errors[0], FileProblem)
    assert shell.errors[0].subject == "photo.xlsx"
    assert count(program) == 0


def test_the_template_is_saved_where_the_user_wants(program, shell, qtbot, tmp_path: Path) -> None:
    page = opened(shell, qtbot)
    shell.desk.start(page.imports.save_template(), page)
    dialog = dialog_of(qtbot, page, QFileDialog)
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    assert name is not None
    name.setText(str(tmp_path / "kosong.xlsx"))
    qtbot.keyClick(name, Qt.Key.Key_Return)
    qtbot.waitUntil((tmp_path / "kosong.xlsx").exists)
    qtbot.waitUntil(lambda: bool(shell.said))
    assert (tmp_path / "kosong.xlsx").stat().st_size > 1000


def test_the_refused_rows_are_saved_from_the_preview(program, shell, qtbot, tmp_path: Path) -> None:
    """R16, R20: the file says what is wrong with each row, and can be imported again."""
    path = write_csv(tmp_path / "produk.csv", [HEAD, ["TEH", "", "8992", "0,1", "", ""]])
    page = opened(shell, qtbot)
    page.import_files([path])
    dialog = dialog_of(qtbot, page, ProductPreviewDialog)
    press(qtbot, dialog, "saveRefusedButton")
    place = dialog_of(qtbot, page, QFileDialog)
    saved = tmp_path / "ditolak.xlsx"
    name = place.findChild(QLineEdit, "fileNameEdit")
    assert name is not None
    name.setText(str(saved))
    qtbot.keyClick(name, Qt.Key.Key_Return)
    qtbot.waitUntil(saved.exists)
    qtbot.waitUntil(lambda: any("1 rows saved" in words for _kind, words in shell.said))
    dialog.reject()
    report = products_import(program.bus, program.sheets, saved, dry_run=True)
    assert [(p.row, p.code) for p in report.problems] == [(2, "missing_value")]
    assert not shell.errors
