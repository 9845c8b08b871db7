"""What was changed is in the pane; products are archived and come back; what runs low is listed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.bootstrap import Application
from jdfulfil_desktop.domain.commands import SaveProducts, SetOwnStock, SetWarehouseActive
from jdfulfil_desktop.gui.products.page import ProductPage
from jdfulfil_desktop.gui.products.page import build as products
from jdfulfil_desktop.gui.stock.dialogs import ThresholdDialog
from jdfulfil_desktop.gui.stock.page import build as stock
from jdfulfil_desktop.gui.warehouses.page import build as warehouses
from tests.helpers.pages import agree, choose, dialog_of, press, row_where, words_of
from tests.helpers.program import StubShell, add_own_warehouse, add_products, run, write


def opened(page: Any, qtbot: Any) -> Any:
    assert isinstance(page, QWidget)
    qtbot.addWidget(page)
    page.resize(1366, 700)
    page.show()
    return page


def test_a_products_history_stands_in_its_pane(
    program: Application, shell: StubShell, qtbot: Any
) -> None:
    add_products(program, "KOPI")
    known = write(program, lambda uow: uow.products.get_many(["KOPI"]))["KOPI"]
    run(program, SaveProducts((replace(known, name="Kopi Gayo"),)))
    page = opened(products(shell), qtbot)
    choose(qtbot, page, lambda row: row.sku == "KOPI")
    qtbot.waitUntil(lambda: "Name of KOPI → Kopi Gayo" in words_of(page.detail))
    assert "CHANGES" in words_of(page.detail)


def test_a_product_is_archived_and_restored(
    program: Application, shell: StubShell, qtbot: Any
) -> None:
    add_products(program, "KOPI", "TEH")
    page: ProductPage = opened(products(shell), qtbot)
    choose(qtbot, page, lambda row: row.sku == "KOPI")
    press(qtbot, page.detail, "archiveProductButton")
    qtbot.waitUntil(lambda: row_where(page, lambda row: row.sku == "KOPI") < 0)
    page.choose_basket("archived")
    choose(qtbot, page, lambda row: row.sku == "KOPI")
    qtbot.waitUntil(lambda: "Restore it and it is as it was." in words_of(page.detail))
    press(qtbot, page.detail, "restoreProductButton")
    page.choose_basket("all")
    qtbot.waitUntil(lambda: row_where(page, lambda row: row.sku == "KOPI") >= 0)
    assert shell.errors == []


def test_a_warehouses_history_stands_in_its_pane(
    program: Application, shell: StubShell, qtbot: Any
) -> None:
    house = add_own_warehouse(program)
    run(program, SetWarehouseActive(house, active=False))
    page = opened(warehouses(shell), qtbot)
    choose(qtbot, page, lambda row: row.warehouse_no == house)
    qtbot.waitUntil(lambda: "Active: yes → no" in words_of(page.detail))


def test_what_runs_low_is_listed(program: Application, shell: StubShell, qtbot: Any) -> None:
    """R22."""
    house = add_own_warehouse(program)
    add_products(program, "KOPI", "TEH")
    run(program, SetOwnStock(house, {"KOPI": 4, "TEH": 4}))
    page = opened(stock(shell), qtbot)
    choose(qtbot, page, lambda row: row.sku == "KOPI")
    press(qtbot, page.detail, "setThresholdButton")
    dialog = dialog_of(qtbot, page, ThresholdDialog)
    dialog.units.setValue(5)
    agree(qtbot, dialog)
    qtbot.waitUntil(lambda: "4 available, below your least of 5." in words_of(page.detail))
    page.choose_basket("low")
    qtbot.waitUntil(lambda: [row.sku for row in page.view.paged_model.loaded_rows()] == ["KOPI"])
    assert shell.errors == []
