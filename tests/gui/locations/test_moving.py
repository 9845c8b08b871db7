"""Products moved from bin to bin, empty bins deleted, files of pairs (R25, R26)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest

from jdfulfil_desktop.application.queries import Filter, Sort
from jdfulfil_desktop.bootstrap import Application
from jdfulfil_desktop.domain.commands import BindLocations, CreateLocations
from jdfulfil_desktop.gui.locations.bulk import BindBulkDialog
from jdfulfil_desktop.gui.locations.moving import MoveDialog
from jdfulfil_desktop.gui.locations.page import LocationPage, build
from jdfulfil_desktop.gui.locations.verdicts import Verdict
from jdfulfil_desktop.gui.shell import Place
from jdfulfil_desktop.gui.widgets import ConfirmDialog
from tests.helpers.pages import agree, answer_file, choose, dialog_of, nameless, press
from tests.helpers.program import HOUSE, StubShell, add_account, add_products, run

EAN = "8991002101418"


@pytest.fixture
def filled(program: Application) -> Application:
    add_account(program)
    add_products(program, "TEH", "KOPI")
    add_products(program, "GULA", barcode=EAN)
    run(program, CreateLocations(HOUSE, ("A-1", "A-2", "A-3")))
    run(program, BindLocations(HOUSE, ((1, "A-1", "TEH"), (2, "A-1", "KOPI"), (3, "A-2", "KOPI"))))
    return program


@pytest.fixture
def page(qtbot: Any, filled: Application, shell: StubShell) -> LocationPage:
    made = build(shell)
    assert isinstance(made, LocationPage)
    qtbot.addWidget(made)
    made.resize(1326, 640)
    made.show()
    qtbot.waitUntil(lambda: bool(made.houses) and made.view.model().rowCount() == 3)
    return made


def lying(program: Application) -> dict[str, tuple[str, ...]]:
    found = program.reader.submit(lambda q: q.location_page(Filter(), Sort("code"), 0, 100))
    return {row.code: row.skus for row in found.result(10)}


def test_one_product_or_all_are_moved_by_a_scan_of_the_new_location(
    page: LocationPage, filled: Application, shell: StubShell, qtbot: Any
):
    choose(qtbot, page, lambda row: row.code == "A-1")
    press(qtbot, page.detail, "moveButton")
    asked = dialog_of(qtbot, page, MoveDialog)
    assert nameless(asked) == []
    qtbot.waitUntil(asked.target.hasFocus)
    for wrong in ("A-1", "Z-9"):
        asked.target.setText(wrong)
        agree(qtbot, asked)
        qtbot.waitUntil(lambda: bool(asked.field.error()))
        assert asked.isVisible()
        asked.field.set_error("")
    asked.target.clear()
    QTest.keyClicks(asked.target, "a-3")
    QTest.keyClick(asked.target, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: sum(len(skus) for skus in lying(filled).values()) == 3)
    qtbot.waitUntil(lambda: len(lying(filled)["A-3"]) == 1)
    choose(qtbot, page, lambda row: row.code == "A-1" and len(row.skus) == 1)
    qtbot.waitUntil(lambda: page.detail.title() == "A-1")
    press(qtbot, page.detail, "moveAllButton")
    second = dialog_of(qtbot, page, MoveDialog)
    second.target.setText("A-2")
    agree(qtbot, second)
    qtbot.waitUntil(lambda: lying(filled)["A-1"] == ())
    assert sorted(lying(filled)["A-2"] + lying(filled)["A-3"]).count("TEH") == 1
    assert not shell.errors


def test_empty_locations_are_deleted_and_the_others_stay(
    page: LocationPage, filled: Application, shell: StubShell, qtbot: Any
):
    page.view.paged_model.set_checked([(HOUSE, "A-1"), (HOUSE, "A-3")], True)
    press(qtbot, page, "deleteCheckedButton")
    agree(qtbot, dialog_of(qtbot, page, ConfirmDialog))
    qtbot.waitUntil(lambda: sorted(lying(filled)) == ["A-1", "A-2"])
    qtbot.waitUntil(lambda: bool(shell.said) and "1 stay" in shell.said[-1][1])


@pytest.mark.parametrize("kind", ["xlsx", "csv", "bare.csv"])
def test_bulk_takes_pairs_from_a_file_each_in_the_line_of_its_row(
    page: LocationPage, filled: Application, qtbot: Any, tmp_path: Path, kind: str
):
    path = tmp_path / f"lokasi.{kind}"
    rows = [["A-2", "TEH"], ["Z-9", "TEH"], ["A-3", EAN]]
    if kind == "bare.csv":
        path.write_text("\n".join(",".join(row) for row in rows), encoding="utf-8")
    else:
        filled.write_table(path, "Lokasi", ["Lokasi", "SKU"], rows)
    press(qtbot, page, "bindBulkButton")
    asked = dialog_of(qtbot, page, BindBulkDialog)
    press(qtbot, asked, "fileLinesButton")
    answer_file(qtbot, path)
    qtbot.waitUntil(lambda: len(asked.judged) == 3, timeout=20_000)
    head = 0 if kind == "bare.csv" else 1
    assert [(line.line, line.verdict) for line in asked.judged] == [
        (1 + head, Verdict.GOOD),
        (2 + head, Verdict.BAD),
        (3 + head, Verdict.GOOD),
    ]
    agree(qtbot, asked)
    qtbot.waitUntil(lambda: lying(filled)["A-3"] == ("GULA",))
    assert lying(filled)["A-2"] == ("KOPI", "TEH")
    asked.reject()


def test_the_page_leads_to_what_lies_nowhere(page: LocationPage, shell: StubShell):
    action = page.findChild(QAction, "nowhereAction")
    assert action is not None
    action.trigger()
    assert shell.went == [("stockTab", Place(basket="nowhere"))]
