"""An account's card: paused, checked, removed and brought back; the daily limit; its history."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from jdfulfil_desktop.application.handlers.account_state import mark_and_decide
from jdfulfil_desktop.domain.connection import ConnectionState, Mode, jakarta_day
from jdfulfil_desktop.domain.errors import AuthorizeAgain, Misconfigured, Refused, RuleError
from jdfulfil_desktop.domain.house_commands import AddUser, SwitchUser
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.domain.users import Role
from jdfulfil_desktop.gui.authorization import page as pages
from jdfulfil_desktop.gui.authorization.callback import CallbackField
from jdfulfil_desktop.gui.authorization.connecting import ConnectDialog, Known
from jdfulfil_desktop.gui.authorization.deeds import BusyDialog
from jdfulfil_desktop.gui.authorization.fields import field_of
from jdfulfil_desktop.gui.authorization.page import AuthorizationPage
from jdfulfil_desktop.gui.history import HistoryDialog
from jdfulfil_desktop.gui.restoring import RestoreDialog
from jdfulfil_desktop.gui.widgets import ConfirmDialog
from jdfulfil_desktop.texts import Texts
from tests.helpers.pages import agree, dialog_of, nameless, press, words_of
from tests.helpers.program import (
    HOUSE,
    PIN,
    add_account,
    add_products,
    add_store,
    import_orders,
    link,
    order,
    place,
    run,
    write,
)


@pytest.fixture
def page(shell, qtbot) -> AuthorizationPage:
    made = pages.build(shell)
    qtbot.addWidget(made)
    made.resize(1366, 700)
    made.show()
    qtbot.waitUntil(lambda: bool(made.findChildren(QAbstractButton, "basicButton")))
    return made


def account(program):
    return write(program, lambda uow: uow.connections.by_pin(PIN))


def sell(program) -> None:
    """Import an order that waits in the queue."""
    add_products(program, "KOPI")
    place(program, "KOPI", stock=5)
    add_store(program, "Toko", Channel.SHOPEE, HOUSE)
    link(program, "Toko", "KOPI", "KOPI")
    import_orders(program, "Toko", order("1", ("KOPI", 1)))


def shown(page: QWidget, name: str) -> list[QAbstractButton]:
    return [b for b in page.findChildren(QAbstractButton, name) if b.isVisible()]


def test_r10_an_account_is_paused_and_goes_on_and_its_history_says_so(page, program, qtbot) -> None:
    add_account(program)
    page._changed(())
    qtbot.waitUntil(lambda: bool(shown(page, "pauseAccountButton")))
    assert nameless(page) == []
    press(qtbot, page, "pauseAccountButton")
    qtbot.waitUntil(lambda: account(program).on_hold)
    page._changed(())
    qtbot.waitUntil(lambda: "You paused this account." in words_of(page))
    press(qtbot, page, "resumeAccountButton")
    qtbot.waitUntil(lambda: not account(program).on_hold)
    page._changed(())
    qtbot.waitUntil(lambda: bool(shown(page, "accountHistoryButton")))
    press(qtbot, page, "accountHistoryButton")
    history = dialog_of(qtbot, page, HistoryDialog)
    assert words_of(history).count("Paused: ") == 2
    agree(qtbot, history)


def test_r11_what_is_open_keeps_an_account_and_is_named(page, program, shell, qtbot) -> None:
    add_account(program)
    sell(program)
    page._changed(())
    qtbot.waitUntil(lambda: bool(shown(page, "removeAccountButton")))
    press(qtbot, page, "removeAccountButton")
    busy = dialog_of(qtbot, page, BusyDialog)
    assert HOUSE in words_of(busy)
    assert "1 order" in words_of(busy)
    agree(qtbot, busy)
    qtbot.waitUntil(lambda: bool(shell.went))
    assert not account(program).archived


def test_an_account_is_removed_and_comes_back(page, program, qtbot) -> None:
    add_account(program)
    page._changed(())
    qtbot.waitUntil(lambda: bool(shown(page, "removeAccountButton")))
    press(qtbot, page, "removeAccountButton")
    agree(qtbot, dialog_of(qtbot, page, ConfirmDialog))
    qtbot.waitUntil(lambda: account(program).archived)
    page._changed(())
    qtbot.waitUntil(page._removed.isEnabled)
    page._removed.trigger()
    dialog = dialog_of(qtbot, page, RestoreDialog)
    assert not dialog.deed_button.isEnabled()
    press(qtbot, dialog, "removedButton")
    agree(qtbot, dialog)
    qtbot.waitUntil(lambda: not account(program).archived)
    page._changed(())
    qtbot.waitUntil(lambda: "Authorize again and it goes on by itself." in words_of(page))


def test_r3_the_daily_limit_warns_and_shows_the_way_out(page, program, qtbot) -> None:
    made = add_account(program, mode=Mode.QUICK)
    day = jakarta_day(program.clock.now())

    def send(times: int) -> None:
        def work(uow) -> None:
            for _ in range(times):
                uow.connections.count_sending(made.id, day)

        write(program, work)
        page._changed(())

    send(799)
    qtbot.waitUntil(lambda: "799 of at most 999" in words_of(page))
    assert "later ones wait" not in words_of(page)
    send(1)
    qtbot.waitUntil(lambda: "800 of 999 orders sent today: later ones wait" in words_of(page))
    assert shown(page, "upgradeButton")


def test_r10_orders_that_wait_for_a_login_are_counted(page, program, qtbot) -> None:
    made = add_account(program)
    sell(program)
    write(
        program,
        lambda uow: mark_and_decide(
            made.id, ConnectionState.REAUTHORIZE, "needs_authorization", uow, program.office.env
        ),
    )
    page._changed(())
    qtbot.waitUntil(lambda: "1 order wait for it and nothing is lost." in words_of(page))


def test_r4_the_callback_address_is_shown_copied_and_judged(page, qtbot) -> None:
    page.begin(Mode.BASIC, Known("https://open-api.jd.id/routerjson", "EBU1", "W1", "jd_1"))
    dialog = dialog_of(qtbot, page, ConnectDialog)
    assert nameless(dialog) == []
    callback: CallbackField = dialog._callback
    assert callback.address() == "http://127.0.0.1:17653/callback"
    press(qtbot, dialog, "copyCallbackButton")
    edit = callback.field.field
    assert isinstance(edit, QLineEdit)
    edit.selectAll()
    qtbot.keyClicks(edit, "http://merchant.example/back")
    assert "cannot be used" in callback.field.error()
    edit.selectAll()
    qtbot.keyClicks(edit, "https://merchant.example/back")
    assert callback.field.error() == ""
    assert dialog.value().callback == "https://merchant.example/back"
    pin = dialog.form_fields["pin"].field
    assert isinstance(pin, QLineEdit)
    assert pin.displayText() != "jd_1"
    dialog.reject()


def test_r18_who_may_not_sees_the_buttons_withheld_and_who_may(page, program, shell, qtbot) -> None:
    add_account(program)
    run(program, AddUser("Ani", "1111", Role.OWNER))
    run(program, AddUser("Budi", "2222", Role.CLERK))
    run(program, SwitchUser("Budi", "2222"))
    shell.desk.start(shell.desk.permits.load(), page)
    qtbot.waitUntil(lambda: bool(shell.desk.permits.users))
    assert "Ani" in shell.desk.permits.gate("removeAccountButton")
    assert "Ani" in shell.desk.permits.gate("archiveStoreButton")


@pytest.mark.parametrize(
    ("error", "field"),
    [
        (AuthorizeAgain(jd_code="401", en="app_key or app_secret is wrong"), "app_secret"),
        (Misconfigured("connection_wrong", jd_code="12", en="Invalid Signature"), "app_secret"),
        (Misconfigured("connection_wrong", jd_code="21", en="Invalid app_key"), "app_key"),
        (Misconfigured("connection_wrong", jd_code="91", en="illegal PIN"), "pin"),
        (Refused(jd_code="61", en="parameter [deptNo] not valid"), "department_no"),
        (Refused(jd_code="61", en="parameter [warehouseNo] not valid"), "warehouse_no"),
        (Refused(jd_code="68", en="optional-field validation"), ""),
        (RuleError("warehouse_disabled"), "warehouse_no"),
    ],
)
def test_what_jd_refuses_names_its_field_and_says_jds_words(error, field) -> None:
    assert field_of(error) == field
    said = Texts("en").error(error)
    assert said.fix
    assert getattr(error, "en", "") in said.message
