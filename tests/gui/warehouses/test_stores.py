"""Hubungkan Gudang Toko: the matrix by keyboard, its dialogs, and contacts."""

from __future__ import annotations

from PySide6.QtCore import Qt

from jdfulfil_desktop.domain.commands import BindStore
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.gui.history import HistoryDialog
from jdfulfil_desktop.gui.restoring import RestoreDialog
from jdfulfil_desktop.gui.shell import Place
from jdfulfil_desktop.gui.warehouses.dialogs import BindDialog, StoreDialog
from jdfulfil_desktop.gui.warehouses.page import WarehousePage, build
from jdfulfil_desktop.gui.widgets import ConfirmDialog
from tests.helpers.pages import agree, dialog_of, nameless, press, words_of
from tests.helpers.program import HOUSE, add_account, add_own_warehouse, add_store, run

OTHER = "110008888"


def opened(shell, qtbot) -> WarehousePage:
    page = build(shell)
    qtbot.addWidget(page)
    page.resize(1366, 640)
    page.show()
    page.go_to(Place(basket="stores"))
    qtbot.waitUntil(lambda: page.stores.isVisible() and page.chips.chip("stores").count is not None)
    return page


def text_at(table, row: int, column: int) -> str:
    item = table.item(row, column)
    return item.text() if item is not None else ""


def bindings(program, store: str) -> dict[str, int]:
    rows = program.reader.submit(lambda q: q.stores()).result(10)
    found = next(row for row in rows if row.name == store)
    return {house: priority for house, priority, _shop in found.bindings}


def test_without_stores_the_panel_says_what_they_are_for(program, shell, qtbot) -> None:
    page = opened(shell, qtbot)
    qtbot.waitUntil(lambda: "No stores yet" in words_of(page.stores))
    assert not page.splitter.isVisible()
    page.chips.chip("all").click()
    assert page.splitter.isVisible()


def test_a_new_store_is_offered_a_warehouse_at_once(program, shell, qtbot) -> None:
    add_account(program)
    page = opened(shell, qtbot)
    press(qtbot, page, "emptyStoreButton")
    dialog = dialog_of(qtbot, page, StoreDialog)
    agree(qtbot, dialog)
    assert dialog.name_field.error() == "Enter a name."
    qtbot.keyClicks(dialog.form.nameEdit, "Kopi Nusantara")
    assert not nameless(dialog)
    agree(qtbot, dialog)
    bind = dialog_of(qtbot, page, BindDialog)
    assert bind.form.storeCombo.currentText() == "Kopi Nusantara"
    assert not nameless(bind)
    qtbot.keyClicks(bind.form.nameEdit, "Sari")
    agree(qtbot, bind)
    qtbot.waitUntil(lambda: bindings(program, "Kopi Nusantara") == {HOUSE: 1})
    qtbot.waitUntil(lambda: text_at(page.stores.table, 0, 4) == "1")
    assert not shell.errors


def test_digits_bind_with_that_priority_and_delete_unbinds(program, shell, qtbot) -> None:
    add_account(program, houses=(HOUSE, OTHER))
    add_store(program, "Toko", Channel.SHOPEE)
    page = opened(shell, qtbot)
    table = page.stores.table
    qtbot.waitUntil(lambda: table.rowCount() == 1 and table.columnCount() == 6)
    table.setCurrentCell(0, 4)
    qtbot.keyClick(table, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: bindings(program, "Toko") == {OTHER: 2})
    qtbot.waitUntil(lambda: text_at(table, 0, 4) == "2")
    assert table.place() == ("Toko", OTHER)
    qtbot.keyClick(table, Qt.Key.Key_Right)
    qtbot.keyClick(table, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: bindings(program, "Toko") == {OTHER: 2, HOUSE: 1})
    qtbot.waitUntil(lambda: text_at(table, 0, 5) == "1")
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    agree(qtbot, dialog_of(qtbot, page, ConfirmDialog))
    qtbot.waitUntil(lambda: bindings(program, "Toko") == {OTHER: 2})
    assert not shell.errors


def test_enter_opens_the_binding_and_a_blank_contact_keeps_what_is_known(
    program, shell, qtbot
) -> None:
    add_account(program)
    add_store(program, "Toko", Channel.SHOPEE, HOUSE)
    run(program, BindStore("Toko", HOUSE, 1, "Sari", "0812", "Jl. Kenanga 1"))
    page = opened(shell, qtbot)
    table = page.stores.table
    qtbot.waitUntil(lambda: table.rowCount() == 1 and text_at(table, 0, 2) == "complete")
    table.setCurrentCell(0, 4)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    dialog = dialog_of(qtbot, page, BindDialog)
    assert dialog.form.nameEdit.text() == "Sari"
    dialog.form.nameEdit.clear()
    dialog.form.phoneEdit.setText("0813")
    agree(qtbot, dialog)

    def contact() -> tuple[str, str]:
        row = program.reader.submit(lambda q: q.stores()).result(10)[0]
        return row.contact_name, row.contact_phone

    qtbot.waitUntil(lambda: contact() == ("Sari", "0813"))


def test_the_next_free_priority_is_offered(program, shell, qtbot) -> None:
    add_account(program, houses=(HOUSE, OTHER))
    add_store(program, "Toko", Channel.SHOPEE, HOUSE)
    page = opened(shell, qtbot)
    shell.desk.start(page.stores.bind("Toko", OTHER), page)
    dialog = dialog_of(qtbot, page, BindDialog)
    assert dialog.form.prioritySpin.value() == 2
    dialog.form.warehouseField.setCurrentIndex(dialog.form.warehouseField.findData(HOUSE))
    assert dialog.form.prioritySpin.value() == 1
    assert dialog.value().warehouse_no == HOUSE


def test_channels_without_electronic_waybill_are_warned_of(program, shell, qtbot) -> None:
    add_account(program)
    own = add_own_warehouse(program)
    add_store(program, "Situs", Channel.SHOPIFY)
    page = opened(shell, qtbot)
    qtbot.waitUntil(lambda: page.stores.table.rowCount() == 1)
    assert text_at(page.stores.table, 0, 4) == "R32"
    shell.desk.start(page.stores.bind("Situs", HOUSE), page)
    dialog = dialog_of(qtbot, page, BindDialog)
    assert "R32" in words_of(dialog.notice)
    dialog.form.warehouseField.setCurrentIndex(dialog.form.warehouseField.findData(own))
    assert not dialog.notice.isVisible()


def test_a_store_name_is_taken_once(program, shell, qtbot) -> None:
    add_store(program, "Toko", Channel.SHOPEE)
    page = opened(shell, qtbot)
    qtbot.waitUntil(lambda: page.stores.table.rowCount() == 1)
    press(qtbot, page, "addStoreButton")
    dialog = dialog_of(qtbot, page, StoreDialog)
    qtbot.keyClicks(dialog.form.nameEdit, "toko")
    dialog.form.channelCombo.setCurrentIndex(
        dialog.form.channelCombo.findData(Channel.WOOCOMMERCE.value)
    )
    assert "R32" in words_of(dialog.notice)
    agree(qtbot, dialog)
    assert dialog.name_field.error() == "A store of this name exists."


def test_searching_narrows_the_stores(program, shell, qtbot) -> None:
    add_store(program, "Kopi", Channel.SHOPEE)
    add_store(program, "Teh", Channel.LAZADA)
    page = opened(shell, qtbot)
    qtbot.waitUntil(lambda: page.stores.table.rowCount() == 2)
    page.search("lazada")
    assert page.stores.table.rowCount() == 1
    assert text_at(page.stores.table, 0, 0) == "Teh"


def test_r12_a_store_is_put_away_and_comes_back_with_its_history(program, shell, qtbot) -> None:
    add_account(program)
    add_store(program, "Toko Satu", Channel.SHOPEE, HOUSE)
    page = opened(shell, qtbot)
    panel = page.stores
    qtbot.waitUntil(lambda: panel.table.rowCount() == 1)
    assert not panel.form.archiveStoreButton.isEnabled()
    panel.table.setCurrentCell(0, 0)
    press(qtbot, panel, "archiveStoreButton")
    agree(qtbot, dialog_of(qtbot, page, ConfirmDialog))
    qtbot.waitUntil(lambda: not program.reader.submit(lambda q: q.stores()).result(10))
    page.reload()
    qtbot.waitUntil(lambda: not panel.stores)
    panel.form.panelStack.setCurrentIndex(0)
    shell.desk.start(panel._restore(), page)
    dialog = dialog_of(qtbot, page, RestoreDialog)
    press(qtbot, dialog, "removedButton")
    agree(qtbot, dialog)
    qtbot.waitUntil(lambda: bool(program.reader.submit(lambda q: q.stores()).result(10)))
    page.reload()
    qtbot.waitUntil(lambda: panel.table.rowCount() == 1 and bool(panel.stores))
    panel.table.setCurrentCell(0, 0)
    press(qtbot, panel, "storeHistoryButton")
    history = dialog_of(qtbot, page, HistoryDialog)
    assert words_of(history).count("Archived: ") == 2
    agree(qtbot, history)
