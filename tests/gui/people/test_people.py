"""R18 in the window: alone nothing is different; with users buttons say who may."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from jdfulfil_desktop.bootstrap import Application
from jdfulfil_desktop.domain.house_commands import AddUser
from jdfulfil_desktop.domain.users import Right, Role
from jdfulfil_desktop.gui.people.switching import SwitchUserDialog
from jdfulfil_desktop.gui.people.user_dialog import UserDialog
from jdfulfil_desktop.gui.people.users_dialog import UsersDialog
from jdfulfil_desktop.gui.widgets import Button, ConfirmDialog
from jdfulfil_desktop.gui.window import MainWindow
from tests.helpers.pages import agree, dialog_of, nameless, press, words_of
from tests.helpers.program import (
    add_account,
    add_own_warehouse,
    add_products,
    run,
)
from tests.helpers.window import standing_window


@pytest.fixture
def window(qapp: QApplication, program: Application) -> Iterator[MainWindow]:
    add_account(program)
    add_own_warehouse(program)
    add_products(program, "KOPI")
    with standing_window(qapp, program) as made:
        yield made


def staff(program: Application) -> None:
    run(program, AddUser("Ani Pemilik", "1111", Role.OWNER))
    run(program, AddUser("Budi", "2222", Role.CLERK))


def button(window: MainWindow, page: str, name: str) -> Button:
    found = window.show_page(page).findChild(Button, name)
    assert found is not None
    return found


def sign_in(qtbot: Any, window: MainWindow, name: str, pin: str) -> None:
    window.people.switch_action.trigger()
    dialog = dialog_of(qtbot, window, SwitchUserDialog)
    dialog.user.setCurrentText(name)
    dialog.pin.setText(pin)
    agree(qtbot, dialog)


def test_alone_there_is_no_sign_of_users(window: MainWindow, qtbot: Any) -> None:
    add = button(window, "productTab", "addProductButton")
    qtbot.waitUntil(add.isVisible)
    assert add.isEnabled()
    assert add.toolTip() == ""
    assert not window.people.switch_action.isVisible()
    assert window.header.user.text() == "Ani"


def test_without_the_right_a_button_says_who_may(
    window: MainWindow, program: Application, qtbot: Any
) -> None:
    add = button(window, "productTab", "addProductButton")
    staff(program)
    qtbot.waitUntil(lambda: len(window.desk.permits.users) == 2)
    assert window.header.user.text() == "Ani Pemilik"
    assert add.isEnabled()
    sign_in(qtbot, window, "Budi", "2222")
    qtbot.waitUntil(lambda: window.header.user.text() == "Budi")
    assert not add.isEnabled()
    assert "Ani Pemilik" in add.toolTip()
    assert "Master products" in add.toolTip()
    own = button(window, "warehouseTab", "addOwnWarehouseButton")
    qtbot.waitUntil(lambda: not own.isEnabled())
    assert button(window, "outboundTab", "importOrdersButton").isEnabled()
    assert not window.people.users_action.isEnabled()
    sign_in(qtbot, window, "Ani Pemilik", "1111")
    qtbot.waitUntil(add.isEnabled)
    assert add.toolTip() == ""


def test_a_wrong_pin_brings_the_dialog_back(
    window: MainWindow, program: Application, qtbot: Any
) -> None:
    staff(program)
    qtbot.waitUntil(lambda: len(window.desk.permits.users) == 2)
    sign_in(qtbot, window, "Budi", "9999")

    def refused() -> bool:
        opened = [d for d in window.findChildren(SwitchUserDialog) if d.isVisible()]
        return bool(opened) and "PIN of Budi is wrong" in words_of(opened[-1])

    qtbot.waitUntil(refused)
    dialog = dialog_of(qtbot, window, SwitchUserDialog)
    assert dialog.user.currentText() == "Budi"
    dialog.cancel_button.click()
    assert window.header.user.text() == "Ani Pemilik"


def test_the_owner_adds_changes_and_removes(
    window: MainWindow, program: Application, qtbot: Any
) -> None:
    window.people.users_action.trigger()
    users = dialog_of(qtbot, window, UsersDialog)
    assert not nameless(users)
    for name, pin, role in (("Ani", "1111", Role.OWNER), ("Citra", "3333", Role.CUSTOM)):
        press(qtbot, users, "addUserButton")
        form = dialog_of(qtbot, window, UserDialog)
        assert not nameless(form)
        agree(qtbot, form)
        assert "Enter a name." in words_of(form)
        form.name.setText(name)
        form.pin.setText(pin)
        form.role.setCurrentIndex(form.role.findData(role))
        for right, tick in form.ticks.items():
            tick.setChecked(right is Right.STOCK)
        agree(qtbot, form)
        qtbot.waitUntil(lambda name=name: name in [u.name for u in users.table.rows()])
    [ani, citra] = users.table.rows()
    assert (ani.role, citra.rights) == (Role.OWNER, frozenset({Right.STOCK}))
    assert window.desk.permits.user == "Ani"
    users.table.choose_position(1)
    press(qtbot, users, "removeUserButton")
    agree(qtbot, dialog_of(qtbot, window, ConfirmDialog))
    qtbot.waitUntil(lambda: [u.name for u in users.table.rows()] == ["Ani"])
    users.table.choose_position(0)
    press(qtbot, users, "changeUserButton")
    form = dialog_of(qtbot, window, UserDialog)
    form.role.setCurrentIndex(form.role.findData(Role.CLERK))
    agree(qtbot, form)

    def refused() -> bool:
        opened = [d for d in window.findChildren(UserDialog) if d.isVisible()]
        return bool(opened) and "only owner" in words_of(opened[-1])

    qtbot.waitUntil(refused)
    dialog_of(qtbot, window, UserDialog).cancel_button.click()
    agree(qtbot, users)
