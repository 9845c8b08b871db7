"""Tambah Massal (R26) filled by a scanner."""

from __future__ import annotations

import time
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from jdfulfil_desktop.application.queries import Filter, LocationRow, Queries, Sort
from jdfulfil_desktop.bootstrap import Application
from jdfulfil_desktop.domain.commands import CreateLocations
from jdfulfil_desktop.gui.locations.bulk import BindBulkDialog
from jdfulfil_desktop.gui.locations.page import LocationPage, build
from tests.helpers.pages import dialog_of, press
from tests.helpers.program import HOUSE, StubShell, add_account, add_products, run

ITEMS, PLACES = 200, 20


def lying(q: Queries) -> list[LocationRow]:
    return q.location_page(Filter(), Sort("code"), 0, 1000)


def test_two_hundred_products_are_bound_by_scanning_into_the_bulk_box(
    qtbot: Any, program: Application, shell: StubShell, capsys: Any
):
    skus = [f"SKU-{number:04}" for number in range(ITEMS)]
    places = [f"R-{number:02}" for number in range(PLACES)]
    add_account(program)
    add_products(program, *skus)
    run(program, CreateLocations(HOUSE, tuple(places)))
    page = build(shell)
    assert isinstance(page, LocationPage)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: bool(page.houses))
    press(qtbot, page, "bindBulkButton")
    dialog = dialog_of(qtbot, page, BindBulkDialog)
    qtbot.waitUntil(dialog.lines.hasFocus)
    began = time.perf_counter()
    for number, sku in enumerate(skus):
        for code in (places[number % PLACES], sku):
            QTest.keyClicks(dialog.lines, code)
            QTest.keyClick(dialog.lines, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: str(ITEMS) in dialog.deed_button.text())
    dialog.deed_button.click()
    qtbot.waitUntil(lambda: bool(shell.said))
    seconds = time.perf_counter() - began
    rows = program.reader.submit(lying).result(10)
    assert [len(row.skus) for row in rows] == [ITEMS // PLACES] * PLACES
    with capsys.disabled():
        each_ms = seconds * 1000 / ITEMS
        print(f"\n{ITEMS} SKUs bound in bulk: {each_ms:.0f} ms per item")  # noqa: T201  asked for
    assert seconds / ITEMS < 0.5
    assert not shell.errors
