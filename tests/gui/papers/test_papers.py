"""Labels and papers from the pages' own buttons to a PDF that another decoder reads."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QDialog

from jdfulfil_desktop.application.queries import InboundLineRow, InboundRow
from jdfulfil_desktop.bootstrap import Application
from jdfulfil_desktop.domain.commands import CreateInbound, CreateLocations
from jdfulfil_desktop.gui.inbound.page import build as build_inbound
from jdfulfil_desktop.gui.inbound.papers import delivery_note, inbound_list
from jdfulfil_desktop.gui.locations.page import LocationPage
from jdfulfil_desktop.gui.locations.page import build as build_locations
from jdfulfil_desktop.gui.locations.scanning import UNDO_CODE
from jdfulfil_desktop.gui.papers.documents import paint_paper
from jdfulfil_desktop.gui.papers.label_dialog import LabelDialog
from jdfulfil_desktop.gui.papers.labels import ROLL_50X30
from jdfulfil_desktop.gui.papers.output import write_pdf
from jdfulfil_desktop.gui.papers.paper_dialog import PaperDialog
from jdfulfil_desktop.gui.products.page import ProductPage
from jdfulfil_desktop.gui.stock.page import build as build_stock
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.texts import Texts
from tests.helpers.pages import answer_file, choose, dialog_of, nameless, press
from tests.helpers.paper_reading import codes, needs_decoder, pictures, words
from tests.helpers.program import HOUSE, StubShell, add_account, add_products, place, run

NOW = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)
EAN = "8991002101418"


def in_list(lines: int) -> InboundRow:
    rows = tuple(
        InboundLineRow(f"SKU{at:03}", f"Teh nomor {at}", 12, 10, {"short": 2})
        for at in range(1, lines + 1)
    )
    return InboundRow(
        inbound_no="IN-20261124-0007",
        warehouse_no=HOUSE,
        note="Kiriman pertama",
        push_state="pushed",
        jd_no="CPL43980",
        jd_status=70,
        created_at=NOW,
        completed_at=NOW,
        planned=12 * lines,
        received=10 * lines,
        lines=rows,
        error_code="",
        error_text="",
    )


def take_way(page: Any, name: str) -> None:
    """Choose an entry of the pane's menu."""
    action = page.detail.findChild(QAction, name)
    assert action is not None
    action.trigger()


@needs_decoder
def test_a_delivery_note_goes_over_pages_and_carries_its_number(qapp: QApplication, tmp_path: Path):
    path = tmp_path / "note.pdf"
    paper = delivery_note(in_list(60), "Gudang", Texts("id"), NOW)
    write_pdf(path, "note", lambda device: paint_paper(device, paper))
    assert len(pictures(path)) == 3
    assert codes(path) == [("CODE-128", "IN-20261124-0007")]
    said = words(path)
    assert all(f"SKU{at:03}" in said for at in range(1, 61))
    assert "720" in said
    assert "REPRINT" not in said


@pytest.mark.parametrize("lines", range(14, 28))
def test_signatures_never_stand_on_a_page_alone(qapp: QApplication, tmp_path: Path, lines: int):
    paper = delivery_note(in_list(lines), "Gudang", Texts("id"), NOW)
    told: list[int] = []
    write_pdf(tmp_path / "n.pdf", "note", lambda device: told.append(paint_paper(device, paper)))
    assert told == [1 if lines <= 18 else 2]


@needs_decoder
def test_a_second_copy_is_marked_and_the_list_tells_what_was_received(
    qapp: QApplication, tmp_path: Path
):
    path = tmp_path / "list.pdf"
    row = in_list(3)
    paper = inbound_list(row, "Gudang", Texts("en"), NOW, copy=2)
    assert paper.total == ("", "", "Total", "36", "30", "")
    write_pdf(path, "list", lambda device: paint_paper(device, paper))
    said = words(path)
    assert "REPRINT, copy 2" in said
    assert codes(path) == [("CODE-128", row.inbound_no)]
    assert ("JD status", "Completed (70)") in paper.facts
    assert said.count("2") >= 3
    untold = inbound_list(replace(row, jd_status=None), "Gudang", Texts("en"), NOW)
    assert untold.rows[0][4] == "–"


@pytest.fixture
def filled(program: Application) -> Application:
    add_account(program)
    add_products(program, "TEH", barcode=EAN)
    add_products(program, "KOPI")
    place(program, "TEH", "KOPI", stock=5)
    run(program, CreateLocations(HOUSE, ("A-1", "A-2", "A-3")))
    return program


@needs_decoder
def test_checked_locations_become_labels_in_a_pdf(
    qtbot: Any, filled: Application, shell: StubShell, tmp_path: Path
):
    page = build_locations(shell)
    assert isinstance(page, LocationPage)
    qtbot.addWidget(page)
    page.resize(1326, 640)
    page.show()
    qtbot.waitUntil(lambda: page.view.model().rowCount() == 3 and bool(page.houses))
    page.view.paged_model.set_checked([(HOUSE, "A-1"), (HOUSE, "A-3")], True)
    press(qtbot, page, "bulkLabelsButton")
    dialog = dialog_of(qtbot, page, LabelDialog)
    assert nameless(dialog) == []
    dialog.sheet.setCurrentIndex(dialog.sheet.findData(ROLL_50X30.name))
    dialog.copies.setValue(2)
    assert not dialog.skip_field.isVisible()
    dialog.deed_button.click()
    path = tmp_path / "labels.pdf"
    answer_file(qtbot, path)
    qtbot.waitUntil(lambda: bool(shell.said) and shell.said[-1][0] is StatusKind.DONE)
    assert [text for _kind, text in codes(path)] == ["A-1", "A-1", "A-3", "A-3"]
    assert page.view.paged_model.checked_count() == 0
    assert not shell.errors


@needs_decoder
def test_the_undo_label_and_all_locations_come_from_the_menu(
    qtbot: Any, filled: Application, shell: StubShell, tmp_path: Path
):
    page = build_locations(shell)
    qtbot.addWidget(page)
    page.show()
    assert isinstance(page, LocationPage)
    qtbot.waitUntil(lambda: bool(page.houses))
    for at, wanted in ((0, ["A-1", "A-2", "A-3"]), (1, [UNDO_CODE])):
        page.actions_of_labels[at].trigger()
        dialog_of(qtbot, page, LabelDialog).deed_button.click()
        path = tmp_path / f"{at}.pdf"
        answer_file(qtbot, path)
        qtbot.waitUntil(lambda at=at: len(shell.said) == at + 1)
        assert sorted(text for _kind, text in codes(path)) == wanted


@needs_decoder
@pytest.mark.parametrize("place_of_it", ["products", "stock"])
def test_checked_products_become_labels(
    qtbot: Any, filled: Application, shell: StubShell, tmp_path: Path, place_of_it: str
):
    page: Any = ProductPage(shell) if place_of_it == "products" else build_stock(shell)
    qtbot.addWidget(page)
    page.resize(1326, 640)
    page.show()
    qtbot.waitUntil(lambda: page.view.model().rowCount() == 2)
    keys = ["KOPI", "TEH"] if place_of_it == "products" else [(HOUSE, "KOPI"), (HOUSE, "TEH")]
    page.view.paged_model.set_checked(keys, True)
    press(qtbot, page, "bulkLabelsButton")
    dialog_of(qtbot, page, LabelDialog).deed_button.click()
    path = tmp_path / "goods.pdf"
    answer_file(qtbot, path)
    qtbot.waitUntil(lambda: bool(shell.said))
    assert sorted(codes(path)) == [("CODE-128", "KOPI"), ("EAN-13", EAN)]


@needs_decoder
def test_a_delivery_note_from_the_pane_is_marked_the_second_time(
    qtbot: Any, filled: Application, shell: StubShell, tmp_path: Path
):
    number = str(run(filled, CreateInbound(HOUSE, (("TEH", 7),), "Dari pabrik")))
    page: Any = build_inbound(shell)
    qtbot.addWidget(page)
    page.resize(1326, 640)
    page.show()
    qtbot.waitUntil(lambda: bool(page.houses))
    choose(qtbot, page, lambda row: row.inbound_no == number)
    for copy in (1, 2):
        take_way(page, "deliveryNoteAction")
        dialog = dialog_of(qtbot, page, PaperDialog)
        dialog.deed_button.click()
        path = tmp_path / f"note{copy}.pdf"
        answer_file(qtbot, path)
        qtbot.waitUntil(lambda copy=copy: len(shell.said) == copy)
        assert codes(path) == [("CODE-128", number)]
        assert ("REPRINT" in words(path)) is (copy == 2)
    notes = filled.reader.submit(lambda q: q.notes(number)).result(10)
    assert [n.kind for n in notes] == ["inbound_created", "printed", "reprinted"]
    assert "copy 2" in shell.desk.texts.note(notes[-1].kind, notes[-1].data)
    assert not shell.errors


@needs_decoder
def test_labels_go_to_a_printer_at_its_own_resolution(
    qtbot: Any, filled: Application, shell: StubShell, tmp_path: Path
):
    page: Any = build_locations(shell)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: bool(page.houses))
    page.actions_of_labels[0].trigger()
    labels = dialog_of(qtbot, page, LabelDialog)
    labels.sheet.setCurrentIndex(labels.sheet.findData(ROLL_50X30.name))
    labels.print_button.click()
    path = tmp_path / "printed.pdf"
    dialog = dialog_of(qtbot, page, QPrintDialog)
    # The nearest thing to a printer here: Qt's own printing engine with a file behind it.
    dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog.printer().setOutputFileName(str(path))
    dialog.printer().setResolution(203)
    dialog.done(QDialog.DialogCode.Accepted.value)
    qtbot.waitUntil(lambda: bool(shell.said) or bool(shell.errors))
    assert not shell.errors
    assert sorted(text for _kind, text in codes(path)) == ["A-1", "A-2", "A-3"]
