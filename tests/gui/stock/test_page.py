from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from jdfulfil_desktop.application.ports import UnitOfWork
from jdfulfil_desktop.application.queries import Filter, Sort, StockListRow
from jdfulfil_desktop.bootstrap import Application
from jdfulfil_desktop.domain.commands import CreateLocations, PlaceProducts, SetOwnStock
from jdfulfil_desktop.domain.errors import FulfilError
from jdfulfil_desktop.domain.warehouse import PlacementState
from jdfulfil_desktop.gui.locations.single import BindSingleDialog
from jdfulfil_desktop.gui.products.register_dialog import RegisterDialog
from jdfulfil_desktop.gui.shell import Place
from jdfulfil_desktop.gui.stock.dialogs import SetStockDialog, StockImportDialog
from jdfulfil_desktop.gui.stock.page import StockPage, build
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import Callout, ConfirmDialog
from tests.helpers.pages import choose, nameless, words_of
from tests.helpers.program import (
    HOUSE,
    StubShell,
    add_account,
    add_own_warehouse,
    add_products,
    place,
    run,
    write,
)

D = TypeVar("D", bound=QDialog)


@pytest.fixture
def own(program: Application) -> str:
    """Fill the program: JD's warehouse has TEH (JD counts 3 less) and KOPI, ours has GULA."""
    add_account(program)
    number = add_own_warehouse(program)
    add_products(program, "TEH", "KOPI", "GULA", "SUSU")
    place(program, "TEH", stock=40)
    place(program, "KOPI", state=PlacementState.WAITING)
    run(program, PlaceProducts(number, ("GULA",), confirmed=True))
    run(program, SetOwnStock(number, {"GULA": 5}))

    def jd_counts(uow: UnitOfWork) -> None:
        uow.ledger.set_jd_figures(HOUSE, {"TEH": 37}, program.clock.now())

    write(program, jd_counts)
    return number


@pytest.fixture
def page(qtbot: Any, own: str, shell: StubShell) -> StockPage:
    made = build(shell)
    assert isinstance(made, StockPage)
    qtbot.addWidget(made)
    made.resize(1326, 640)
    made.show()
    qtbot.waitUntil(lambda: len(made.houses) == 2 and made.view.model().rowCount() == 3)
    return made


def press(parent: QWidget, name: str) -> None:
    button = parent.findChild(QPushButton, name)
    assert button is not None
    assert button.isEnabled()
    button.click()


def dialog(qtbot: Any, kind: type[D]) -> D:
    found: list[D] = []

    def look() -> bool:
        found[:] = [
            w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()
        ]
        return bool(found)

    qtbot.waitUntil(look)
    return found[0]


def stock(program: Application) -> dict[tuple[str, str], StockListRow]:
    rows = program.reader.submit(lambda q: q.stock_page(Filter(), Sort(), 0, 100)).result(10)
    return {(row.warehouse_no, row.sku): row for row in rows}


def test_differences_are_marked_counted_and_adopted_after_a_question(
    page: StockPage, program: Application, shell: StubShell, qtbot: Any
):
    assert page.view.objectName() == "stockTable"
    qtbot.waitUntil(lambda: page.chips.chip("differs").count == 1)
    assert page.chips.chip("all").count == 3
    page.chips.chip("differs").click()
    qtbot.waitUntil(lambda: page.view.model().rowCount() == 1)
    choose(qtbot, page, lambda row: row.sku == "TEH")
    qtbot.waitUntil(lambda: page.detail.findChild(Callout) is not None)
    press(page.detail, "adoptButton")
    asked = dialog(qtbot, ConfirmDialog)
    assert "37" in words_of(asked)
    assert stock(program)[HOUSE, "TEH"].on_hand == 40
    asked.deed_button.click()
    qtbot.waitUntil(lambda: stock(program)[HOUSE, "TEH"].on_hand == 37)
    qtbot.waitUntil(lambda: page.chips.chip("differs").count == 0)
    entries = program.reader.submit(lambda q: q.ledger("TEH", HOUSE)).result(10)
    assert [(x.kind, x.quantity, x.by) for x in entries][-1] == ("adjustment", -3, "Ani")
    assert shell.said[-1][0] is StatusKind.DONE


def test_the_stock_card_names_document_person_and_balance(page: StockPage, qtbot: Any):
    choose(qtbot, page, lambda row: row.sku == "TEH")
    qtbot.waitUntil(lambda: "Opening" in words_of(page.detail))
    words = words_of(page.detail).splitlines()
    assert "+40" in words
    assert any(line.startswith("JD · JD") for line in words)


def test_an_own_figure_is_set_from_a_count(
    page: StockPage, program: Application, own: str, qtbot: Any
):
    page.choose_house(own)
    qtbot.waitUntil(lambda: page.view.model().rowCount() == 1)
    qtbot.waitUntil(lambda: page.chips.chip("all").count == 1)
    choose(qtbot, page, lambda row: row.sku == "GULA")
    qtbot.waitUntil(lambda: page.detail.findChild(QPushButton, "setFigureButton") is not None)
    press(page.detail, "setFigureButton")
    asked = dialog(qtbot, SetStockDialog)
    assert asked.figure.value() == 5
    assert not asked.deed_button.isEnabled()
    asked.figure.setValue(12)
    qtbot.keyClick(asked.figure, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: stock(program)[own, "GULA"].on_hand == 12)
    assert page.detail.findChild(QPushButton, "adoptButton") is None


def test_a_product_that_jd_lacks_can_be_registered_from_here(
    page: StockPage, shell: StubShell, qtbot: Any
):
    choose(qtbot, page, lambda row: row.sku == "KOPI")
    qtbot.waitUntil(lambda: page.detail.findChild(QPushButton, "registerButton") is not None)
    qtbot.waitUntil(lambda: "JD does not hold this product" in words_of(page.detail))
    press(page.detail, "registerButton")
    qtbot.waitUntil(lambda: bool(shell.errors), timeout=15000)  # this test has no gateway
    assert isinstance(shell.errors[0], FulfilError)


def test_binding_to_a_location_begins_with_what_is_looked_at(
    page: StockPage, program: Application, qtbot: Any
):
    run(program, CreateLocations(HOUSE, ("A-1",)))
    choose(qtbot, page, lambda row: row.sku == "TEH")
    press(page, "bindSingleButton")
    asked = dialog(qtbot, BindSingleDialog)
    assert (asked.sku.text(), asked.house.warehouse_no()) == ("TEH", HOUSE)
    asked.place.setText("A-1")
    asked.deed_button.click()
    qtbot.waitUntil(lambda: stock(program)[HOUSE, "TEH"].locations == ("A-1",))


def test_a_table_sets_own_figures_after_a_look(
    page: StockPage, program: Application, own: str, shell: StubShell, tmp_path: Path, qtbot: Any
):
    table = tmp_path / "stok.csv"
    table.write_text("sku,jumlah\nGULA,9\nSUSU,4\nNONE,1\nTEH,x\n")
    page.desk.start(page.deeds.import_table(own, table), page)
    asked = dialog(qtbot, StockImportDialog)
    qtbot.waitUntil(asked.deed_button.isEnabled, timeout=15000)
    assert "2" in asked.deed_button.text()
    shown = asked.table.paged_model
    at = shown.column_index("result")
    results = [shown.index(row, at).data() for row in range(shown.rowCount())]
    assert results[0].startswith("Row 4")
    assert results[1].startswith("Row 5")
    assert results[2:] == ["Adjusted by +4", "Adjusted by +4"]
    assert stock(program)[own, "GULA"].on_hand == 5
    asked.deed_button.click()
    qtbot.waitUntil(lambda: stock(program)[own, "GULA"].on_hand == 9, timeout=15000)
    qtbot.waitUntil(lambda: bool(shell.said))
    assert stock(program)[own, "SUSU"].on_hand == 4
    assert shell.said[-1][0] is StatusKind.NEEDS_YOU  # two rows were refused
    assert not shell.errors


def test_a_sku_of_another_warehouse_is_asked_about_before_its_figure_is_set(
    page: StockPage, program: Application, own: str, tmp_path: Path, qtbot: Any
):
    table = tmp_path / "stok.csv"
    table.write_text("sku,jumlah\nTEH,2\n")
    page.desk.start(page.deeds.import_table(own, table), page)
    asked = dialog(qtbot, StockImportDialog)
    qtbot.waitUntil(asked.deed_button.isEnabled, timeout=15000)
    asked.deed_button.click()
    question = dialog(qtbot, RegisterDialog)
    assert [row.sku for row in question.others.rows()] == ["TEH"]
    assert (own, "TEH") not in stock(program)
    assert not question.deed_button.isEnabled()
    question.form.otherCheck.setChecked(True)
    question.deed_button.click()
    qtbot.waitUntil(
        lambda: bool((row := stock(program).get((own, "TEH"))) and row.on_hand == 2), timeout=15000
    )
    assert stock(program)[HOUSE, "TEH"].on_hand == 40


def test_a_table_for_jd_announces_and_never_overwrites(
    page: StockPage, program: Application, shell: StubShell, tmp_path: Path, qtbot: Any
):
    table = tmp_path / "stok.csv"
    table.write_text("sku,jumlah\nTEH,6\n")
    page.desk.start(page.deeds.import_table(HOUSE, table), page)
    asked = dialog(qtbot, StockImportDialog)
    qtbot.waitUntil(asked.deed_button.isEnabled, timeout=15000)
    assert "inbound" in asked.deed_button.text()
    asked.deed_button.click()
    # TEH is registered already: JD, which is not there in this test, need not be asked for it.
    qtbot.waitUntil(lambda: bool(shell.went), timeout=15000)
    (made,) = program.reader.submit(lambda q: q.inbound_page(Filter(), Sort(), 0, 10)).result(10)
    assert shell.went == [("inboundTab", Place(key=made.inbound_no))]
    assert [(line.sku, line.planned) for line in made.lines] == [("TEH", 6)]
    assert stock(program)[HOUSE, "TEH"].on_hand == 40


def test_what_cannot_be_read_is_said_in_the_dialog(
    page: StockPage, own: str, tmp_path: Path, qtbot: Any
):
    table = tmp_path / "kosong.csv"
    table.write_text("nothing,of,this\n1,2,3\n")
    page.desk.start(page.deeds.import_table(own, table), page)
    asked = dialog(qtbot, StockImportDialog)
    qtbot.waitUntil(lambda: "kosong.csv" in words_of(asked) and asked.preview is None)
    qtbot.waitUntil(lambda: bool(asked.deed_button.toolTip()), timeout=15000)
    assert not asked.deed_button.isEnabled()
    asked.reject()


def test_the_import_menu_and_every_control_have_names(page: StockPage):
    actions = {action.objectName() for action in page.findChildren(QAction)}
    assert {"updateStockAction", "updateWarehouseStockAction"} <= actions
    assert nameless(page) == []


def test_an_empty_list_leads_to_products(program: Application, shell: StubShell, qtbot: Any):
    made = build(shell)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(
        lambda: (
            (b := made.findChild(QPushButton, "emptyProductsButton")) is not None and b.isVisible()
        )
    )
    press(made, "emptyProductsButton")
    assert shell.went == [("productTab", None)]


def test_the_way_from_a_warehouse_leads_to_its_stock(page: StockPage, own: str, qtbot: Any):
    page.go_to(Place(search=own))
    qtbot.waitUntil(lambda: page.view.model().rowCount() == 1)
    assert (page.filter.search, page.house()) == ("", own)
    page.go_to(Place(search="KOPI"))
    qtbot.waitUntil(lambda: bool((r := page.view.paged_model.row_at(0)) and r.sku == "KOPI"))
    assert page.filter.equals == {}


def test_the_way_leads_there_also_before_the_page_knows_its_warehouses(
    own: str, shell: StubShell, qtbot: Any
):
    made = build(shell)
    assert isinstance(made, StockPage)
    qtbot.addWidget(made)
    made.show()
    made.go_to(Place(search=own))
    qtbot.waitUntil(lambda: made.filter.equals == {"warehouse_no": own})
    qtbot.waitUntil(lambda: made.view.model().rowCount() == 1)
