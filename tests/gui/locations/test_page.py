"""Locations: one created (R23), several (R24), products bound singly (R25) and in bulk (R26)."""

from __future__ import annotations

from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget

from jdfulfil_desktop.application.queries import Filter, Sort
from jdfulfil_desktop.bootstrap import Application
from jdfulfil_desktop.domain.commands import BindLocations, CreateLocations
from jdfulfil_desktop.gui.locations.bulk import BindBulkDialog
from jdfulfil_desktop.gui.locations.dialogs import LocationDialog, LocationsDialog
from jdfulfil_desktop.gui.locations.page import LocationPage, build
from jdfulfil_desktop.gui.locations.single import BindSingleDialog
from jdfulfil_desktop.gui.locations.verdicts import Verdict
from jdfulfil_desktop.gui.shell import Place
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import ConfirmDialog
from tests.helpers.pages import nameless
from tests.helpers.program import HOUSE, StubShell, add_account, add_products, run

D = TypeVar("D", bound=QDialog)


@pytest.fixture
def filled(program: Application) -> Application:
    add_account(program)
    add_products(program, "TEH", "KOPI", barcode="")
    add_products(program, "GULA", barcode="8991")
    run(program, CreateLocations(HOUSE, ("A-1", "A-2", "A-3")))
    run(program, BindLocations(HOUSE, ((1, "A-1", "TEH"),)))
    return program


@pytest.fixture
def page(qtbot: Any, filled: Application, shell: StubShell) -> LocationPage:
    made = build(shell)
    assert isinstance(made, LocationPage)
    qtbot.addWidget(made)
    made.resize(1326, 640)
    made.show()
    qtbot.waitUntil(lambda: len(made.houses) == 1 and made.view.model().rowCount() == 3)
    return made


def press(page: QWidget, name: str) -> None:
    button = page.findChild(QPushButton, name)
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


def lying(program: Application) -> dict[str, tuple[str, ...]]:
    rows = program.reader.submit(lambda q: q.location_page(Filter(), Sort("code"), 0, 100)).result(
        10
    )
    return {row.code: row.skus for row in rows}


def test_the_list_says_what_lies_where_and_counts_it(page: LocationPage, qtbot: Any):
    qtbot.waitUntil(lambda: page.chips.chip("all").count == 3)
    assert (page.chips.chip("used").count, page.chips.chip("empty").count) == (1, 2)
    assert page.view.objectName() == "locationTable"
    row = page.view.model().index(0, 5)
    qtbot.waitUntil(lambda: row.data() == "TEH")
    page.chips.chip("empty").click()
    qtbot.waitUntil(lambda: page.view.model().rowCount() == 2)


def test_one_location_is_created_and_said_to_be_virtual(
    page: LocationPage, filled: Application, shell: StubShell, qtbot: Any
):
    press(page, "createLocationButton")
    asked = dialog(qtbot, LocationDialog)
    assert "virtual" in " ".join(label.text() for label in asked.findChildren(QLabel, "introLabel"))
    asked.code.setText("not a code!")
    asked.deed_button.click()
    assert asked.isVisible()
    assert asked.field.error()
    asked.code.setText(" b-07 ")
    asked.deed_button.click()
    qtbot.waitUntil(lambda: "B-07" in lying(filled))
    qtbot.waitUntil(lambda: page.view.model().rowCount() == 4)
    assert shell.said[-1][0] is StatusKind.DONE


def test_several_are_counted_before_they_are_made(
    page: LocationPage, filled: Application, qtbot: Any
):
    press(page, "createLocationsButton")
    asked = dialog(qtbot, LocationsDialog)
    assert not asked.deed_button.isEnabled()
    asked.codes.setPlainText("A-{1-12}")
    qtbot.waitUntil(lambda: "9" in asked.deed_button.text())
    assert "3" in asked.preview.text()
    asked.codes.setPlainText("A-{1-12} ??")
    qtbot.waitUntil(lambda: not asked.deed_button.isEnabled())
    assert "??" in asked.field.error()
    asked.codes.setPlainText("A-{1-12}")
    qtbot.waitUntil(asked.deed_button.isEnabled)
    asked.deed_button.click()
    qtbot.waitUntil(lambda: len(lying(filled)) == 12)


def test_a_product_is_offered_only_locations_it_does_not_lie_at(
    page: LocationPage, filled: Application, qtbot: Any
):
    press(page, "bindSingleButton")
    asked = dialog(qtbot, BindSingleDialog)
    asked.sku.setText("TEH")
    qtbot.waitUntil(lambda: asked.places.count() == 2)
    assert [asked.places.item(at).text() for at in range(2)] == ["A-2", "A-3"]
    asked.place.setText("A-1")
    asked.deed_button.click()
    qtbot.waitUntil(lambda: bool(asked.place_field.error()))
    assert asked.isVisible()
    asked.place.setText("a-3")
    asked.deed_button.click()
    qtbot.waitUntil(lambda: lying(filled)["A-3"] == ("TEH",))


def test_two_scans_bind_without_a_mouse(page: LocationPage, filled: Application, qtbot: Any):
    press(page, "bindSingleButton")
    asked = dialog(qtbot, BindSingleDialog)
    qtbot.waitUntil(asked.sku.hasFocus)
    qtbot.keyClicks(asked.sku, "8991")
    qtbot.keyClick(asked.sku, Qt.Key.Key_Return)
    assert asked.isVisible()
    assert asked.place.hasFocus()
    qtbot.keyClicks(asked.place, "A-2")
    qtbot.keyClick(asked.place, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: lying(filled)["A-2"] == ("GULA",))


def test_unknown_things_are_said_at_their_field(page: LocationPage, qtbot: Any):
    press(page, "bindSingleButton")
    asked = dialog(qtbot, BindSingleDialog)
    asked.sku.setText("NOTHING")
    asked.place.setText("Z-9")
    asked.deed_button.click()
    qtbot.waitUntil(lambda: bool(asked.sku_field.error()))
    assert asked.place_field.error()
    assert asked.isVisible()
    asked.reject()


def test_bulk_judges_while_typing_binds_the_good_and_keeps_the_bad(
    page: LocationPage, filled: Application, shell: StubShell, qtbot: Any
):
    press(page, "bindBulkButton")
    asked = dialog(qtbot, BindBulkDialog)
    assert not asked.deed_button.isEnabled()
    asked.lines.setPlainText("A-2\tTEH\nZ-9\tKOPI\nA-3,8991\nA-1 TEH\nA-1\nA-2 NONE\nA-2 TEH")
    qtbot.waitUntil(lambda: len(asked.judged) == 7)
    assert [line.verdict for line in asked.judged] == [
        Verdict.GOOD,
        Verdict.BAD,
        Verdict.GOOD,
        Verdict.THERE,
        Verdict.BAD,
        Verdict.BAD,
        Verdict.TWICE,
    ]
    assert asked.judged[2].sku == "GULA"
    assert "2" in asked.deed_button.text()
    asked.only_bad.setChecked(True)
    assert [row.line for row in asked.table.rows()] == [2, 5, 6]
    asked.deed_button.click()
    qtbot.waitUntil(lambda: lying(filled)["A-3"] == ("GULA",))
    assert lying(filled)["A-2"] == ("TEH",)
    qtbot.waitUntil(lambda: asked.judged[0].verdict is Verdict.THERE)
    assert asked.isVisible()
    assert not asked.deed_button.isEnabled()
    assert asked.lines.textCursor().blockNumber() == 1
    asked.lines.setPlainText("A-2\tKOPI")
    qtbot.waitUntil(asked.deed_button.isEnabled)
    asked.deed_button.click()
    qtbot.waitUntil(lambda: lying(filled)["A-2"] == ("KOPI", "TEH"))
    qtbot.waitUntil(lambda: bool(shell.said) and shell.said[-1][0] is StatusKind.DONE)
    assert not shell.errors


@pytest.mark.parametrize("end", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_the_box_takes_scans_that_end_with_enter_or_tab(
    page: LocationPage, qtbot: Any, end: Qt.Key
):
    press(page, "bindBulkButton")
    asked = dialog(qtbot, BindBulkDialog)
    qtbot.waitUntil(asked.lines.hasFocus)
    for code in ("A-1", "KOPI", "A-2", "GULA"):
        qtbot.keyClicks(asked.lines, code)
        qtbot.keyClick(asked.lines, end)
    assert asked.lines.toPlainText() == "A-1\tKOPI\nA-2\tGULA\n"
    asked.reject()


def test_a_product_is_taken_off_from_the_pane(page: LocationPage, filled: Application, qtbot: Any):
    page.view.choose_position(0)
    qtbot.waitUntil(lambda: page.detail.title() == "A-1")
    off = page.detail.findChild(QWidget, "unbindButton")
    assert off is not None
    qtbot.mouseClick(off, Qt.MouseButton.LeftButton)
    dialog(qtbot, ConfirmDialog).deed_button.click()
    qtbot.waitUntil(lambda: lying(filled)["A-1"] == ())


def test_without_a_warehouse_the_page_says_what_to_do_first(
    program: Application, shell: StubShell, qtbot: Any
):
    made = build(shell)
    qtbot.addWidget(made)
    made.show()
    assert isinstance(made, LocationPage)
    qtbot.waitUntil(
        lambda: (
            (b := made.findChild(QPushButton, "emptyWarehouseButton")) is not None and b.isVisible()
        )
    )
    for name in ("createLocationButton", "bindBulkButton"):
        button = made.findChild(QPushButton, name)
        assert button is not None
        assert not button.isEnabled()
        assert button.toolTip()
    press(made, "emptyWarehouseButton")
    qtbot.waitUntil(lambda: shell.went == [("warehouseTab", None)])


def test_a_found_location_is_looked_at(page: LocationPage, qtbot: Any):
    page.go_to(Place(key=f"{HOUSE}/A-2"))
    qtbot.waitUntil(lambda: page.detail.title() == "A-2")
    assert page.view.model().rowCount() == 1


def test_every_control_has_a_name_in_the_page_and_its_dialogs(page: LocationPage, qtbot: Any):
    assert nameless(page) == []
    press(page, "bindBulkButton")
    bulk = dialog(qtbot, BindBulkDialog)
    assert nameless(bulk) == []
    bulk.reject()
    press(page, "bindSingleButton")
    single = dialog(qtbot, BindSingleDialog)
    assert nameless(single) == []
    single.reject()


def test_missing_locations_are_created_from_the_lines_that_name_them(
    page: LocationPage, filled: Application, qtbot: Any
):
    press(page, "bindBulkButton")
    asked = dialog(qtbot, BindBulkDialog)
    asked.lines.setPlainText("Z-1 TEH\nz-1 KOPI\nZ-2 GULA\nA-1 NONE")
    qtbot.waitUntil(lambda: "2" in asked.create_missing.text())
    asked.create_missing.click()
    qtbot.waitUntil(lambda: "3" in asked.deed_button.text())
    assert not asked.create_missing.isVisible()
    assert {"Z-1", "Z-2"} <= set(lying(filled))
    asked.reject()
