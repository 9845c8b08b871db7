"""Gudang: the list with masked PINs, what may be deactivated, own warehouses."""

from __future__ import annotations

from dataclasses import replace

from jdfulfil_desktop.domain.commands import SetWarehouseActive
from jdfulfil_desktop.domain.connection import ConnectionState
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.events import ConnectionsChanged
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.gui.shell import Place
from jdfulfil_desktop.gui.warehouses.dialogs import OwnWarehouseDialog
from jdfulfil_desktop.gui.warehouses.page import WarehousePage, build
from jdfulfil_desktop.gui.widgets import Button, ConfirmDialog
from tests.helpers.pages import agree, choose, dialog_of, nameless, press, row_where, words_of
from tests.helpers.program import (
    HOUSE,
    PIN,
    add_account,
    add_own_warehouse,
    add_products,
    add_store,
    import_orders,
    link,
    order,
    place,
    run,
    write,
)


def opened(shell, qtbot) -> WarehousePage:
    page = build(shell)
    qtbot.addWidget(page)
    page.resize(1366, 640)
    page.show()
    return page


def cells(page: WarehousePage, row: int) -> list[str]:
    model = page.view.paged_model
    return [str(model.index(row, at).data()) for at in range(model.columnCount())]


def row_of(page: WarehousePage, number: str) -> int:
    return row_where(page, lambda row: row.warehouse_no == number)


def test_an_empty_list_says_where_warehouses_come_from(program, shell, qtbot) -> None:
    page = opened(shell, qtbot)
    qtbot.waitUntil(lambda: "No warehouses yet" in words_of(page))
    press(qtbot, page, "emptyAuthorizeButton")
    assert shell.went == [("authorizationTab", None)]
    assert page.view.objectName() == "warehouseTable"
    assert not nameless(page)


def test_the_list_shows_both_kinds_and_masks_the_pin(program, shell, qtbot) -> None:
    add_account(program)
    own = add_own_warehouse(program)
    add_store(program, "Toko", Channel.SHOPEE, HOUSE, own)
    page = opened(shell, qtbot)
    qtbot.waitUntil(lambda: row_of(page, HOUSE) >= 0 and row_of(page, own) >= 0)
    text = " | ".join(cells(page, row_of(page, HOUSE)))
    assert PIN not in text
    assert f"{HOUSE} - EBU4418046510001 - jd" in text
    assert "Toko" in text
    assert "Real-time" in text
    assert "Gudang Bandung" in cells(page, row_of(page, own))
    qtbot.waitUntil(lambda: page.chips.chip("own").count == 1)
    page.search("nowhere")
    qtbot.waitUntil(lambda: "Nothing fits" in words_of(page))
    press(qtbot, page, "emptyShowAllButton")
    page.search(PIN)
    qtbot.waitUntil(lambda: page.view.paged_model.rowCount() == 1)
    assert row_of(page, HOUSE) == 0


def test_the_pane_shows_the_pin_only_when_asked(program, shell, qtbot) -> None:
    add_account(program)
    page = opened(shell, qtbot)
    choose(qtbot, page, lambda row: row.warehouse_no == HOUSE)
    qtbot.waitUntil(lambda: "No store is bound here yet" in words_of(page.detail))
    assert PIN not in words_of(page.detail)
    press(qtbot, page, "pinEyeButton")
    assert PIN in words_of(page.detail)
    press(qtbot, page, "stockHereButton")
    assert shell.went == [("stockTab", Place(search=HOUSE))]


def test_a_busy_warehouse_cannot_be_deactivated_and_says_why(program, shell, qtbot) -> None:
    add_account(program)
    add_products(program, "KOPI")
    place(program, "KOPI", stock=5)
    add_store(program, "Toko", Channel.SHOPEE, HOUSE)
    link(program, "Toko", "KOPI", "KOPI")
    import_orders(program, "Toko", order("2608010001", ("KOPI", 1)))
    page = opened(shell, qtbot)
    choose(qtbot, page, lambda row: row.open_outbounds == 1)
    qtbot.waitUntil(lambda: page.findChild(Button, "deactivateButton") is not None)
    button = page.detail.findChild(Button, "deactivateButton")
    assert button is not None
    assert not button.isEnabled()
    assert "1 order" in button.toolTip()
    assert "R11" in button.toolTip()
    # Whoever is quicker than the pane is still refused, and told so.
    shell.desk.start(shell.desk.command(SetWarehouseActive(HOUSE, False)), page)
    qtbot.waitUntil(lambda: bool(shell.errors))
    assert isinstance(shell.errors[0], RuleError)
    assert shell.errors[0].code == "warehouse_busy"


def test_a_free_warehouse_is_deactivated_after_a_question_and_comes_back(
    program, shell, qtbot
) -> None:
    own = add_own_warehouse(program)
    page = opened(shell, qtbot)
    choose(qtbot, page, lambda row: row.warehouse_no == own)
    qtbot.waitUntil(lambda: page.detail.findChild(Button, "deactivateButton") is not None)
    press(qtbot, page.detail, "deactivateButton")
    agree(qtbot, dialog_of(qtbot, page, ConfirmDialog))
    qtbot.waitUntil(lambda: page.chips.chip("inactive").count == 1)
    qtbot.waitUntil(lambda: page.detail.findChild(Button, "activateButton") is not None)
    press(qtbot, page.detail, "activateButton")
    qtbot.waitUntil(lambda: page.chips.chip("inactive").count == 0)
    assert not shell.errors


def test_an_own_warehouse_is_added_by_name(program, shell, qtbot) -> None:
    page = opened(shell, qtbot)
    press(qtbot, page, "addOwnWarehouseButton")
    dialog = dialog_of(qtbot, page, OwnWarehouseDialog)
    agree(qtbot, dialog)
    assert dialog.field.error() == "Enter a name."
    qtbot.keyClicks(dialog.name, "Gudang Solo")
    assert not nameless(dialog)
    agree(qtbot, dialog)
    qtbot.waitUntil(lambda: row_where(page, lambda row: row.name == "Gudang Solo") >= 0)


def test_an_account_that_has_to_be_authorized_again_is_led_there(program, shell, qtbot) -> None:
    add_account(program)
    page = opened(shell, qtbot)
    choose(qtbot, page, lambda row: row.warehouse_no == HOUSE)

    def spoil(uow) -> None:
        known = uow.connections.by_pin(PIN)
        uow.connections.save(replace(known, state=ConnectionState.REAUTHORIZE))
        uow.emit(ConnectionsChanged(PIN))

    write(program, spoil)
    qtbot.waitUntil(lambda: page.detail.findChild(Button, "authorizeHouseButton") is not None)
    press(qtbot, page.detail, "authorizeHouseButton")
    assert shell.went == [("authorizationTab", None)]
    qtbot.waitUntil(lambda: "Authorize again" in cells(page, row_of(page, HOUSE)))


def test_orders_of_an_inactive_warehouse_come_when_it_is_active_again(
    program, shell, qtbot
) -> None:
    add_account(program)
    run(program, SetWarehouseActive(HOUSE, False))
    page = opened(shell, qtbot)
    choose(qtbot, page, lambda row: row.warehouse_no == HOUSE)
    qtbot.waitUntil(lambda: "Inactive" in words_of(page.detail))
    page.chips.chip("inactive").click()
    qtbot.waitUntil(lambda: page.view.paged_model.rowCount() == 1)
    assert page.filter.basket == "inactive"
