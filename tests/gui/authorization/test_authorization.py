"""Otorisasi: both forms, checked while typing, against a real practice gateway (R1-R10)."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit

from jdfulfil_desktop.bootstrap import Application, build
from jdfulfil_desktop.cli.desk import Options
from jdfulfil_desktop.domain.connection import ConnectionState, Dialect, Mode
from jdfulfil_desktop.gui.authorization import page as pages
from jdfulfil_desktop.gui.authorization.connecting import ConnectDialog, Known
from jdfulfil_desktop.gui.authorization.extending import DepartmentDialog, WarehouseDialog
from jdfulfil_desktop.gui.authorization.page import AuthorizationPage
from jdfulfil_desktop.gui.authorization.waiting import WaitingDialog
from jdfulfil_desktop.gui.shell import Place
from jdfulfil_desktop.gui.theme import StatusKind
from tests.e2e.cli.program import Sandbox
from tests.helpers.pages import agree, dialog_of, nameless, press, words_of
from tests.helpers.program import DEPARTMENT, HOUSE, PIN, add_account

PATIENCE_MS = 20_000


class Browser:
    """The user's browser: logs in by itself while `logs_in`, else only remembers the address."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.sandbox = sandbox
        self.logs_in, self.subscribe, self.merchant = True, True, 0
        self.addresses: list[str] = []

    def open(self, address: str) -> bool:
        self.addresses.append(address)
        if self.logs_in:
            threading.Thread(
                target=self.sandbox.log_in,
                args=(address,),
                kwargs={"merchant": self.merchant, "subscribe": self.subscribe},
            ).start()
        return self.logs_in


@pytest.fixture
def browser(sandbox: Sandbox) -> Browser:
    return Browser(sandbox)


@pytest.fixture
def program(tmp_path: Path, browser: Browser) -> Iterator[Application]:
    options = Options(data_dir=tmp_path / "data", lang="en")
    opened = build(options, actor="Ani", browser=browser.open)
    yield opened
    opened.close()


@pytest.fixture
def page(shell, qtbot) -> AuthorizationPage:
    made = pages.build(shell)
    qtbot.addWidget(made)
    made.resize(1366, 700)
    made.show()
    qtbot.waitUntil(lambda: bool(made.findChildren(QAbstractButton, "basicButton")))
    return made


def begin(page, qtbot, mode: Mode, known: Known) -> ConnectDialog:
    page.begin(mode, known)
    return dialog_of(qtbot, page, ConnectDialog)


def known_of(sandbox: Sandbox, place: int = 0, house: int = 0) -> Known:
    merchant = sandbox.merchant(place)
    return Known(
        sandbox.info["gateway_url"],
        merchant["department_no"],
        merchant["warehouse_nos"][house],
        merchant["pin"],
    )


def type_into(dialog, qtbot, name: str, words: str) -> None:
    edit = dialog.form_fields[name].field
    edit.selectAll()
    qtbot.keyClicks(edit, words)


def accounts(program):
    return program.reader.submit(lambda q: q.connections()).result(10)


def test_quick_by_hand_connects_and_shows_health(page, program, shell, sandbox, qtbot):
    known = known_of(sandbox)
    dialog = begin(page, qtbot, Mode.QUICK, Known())
    assert nameless(dialog) == []
    agree(qtbot, dialog)
    assert {name: field.error() for name, field in dialog.form_fields.items()} == dict.fromkeys(
        ("gateway_url", "department_no", "warehouse_no", "pin"), "This is needed."
    )
    for name in dialog.form_fields:
        type_into(dialog, qtbot, name, getattr(known, name))
    agree(qtbot, dialog)
    qtbot.waitUntil(lambda: bool(accounts(program)), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: shell.said[-1:] == [(StatusKind.DONE, "Connected. News: Periodic.")])
    qtbot.waitUntil(lambda: "Upgrade to Basic" in buttons(page))
    seen = words_of(page)
    assert known.department_no in seen
    assert known.pin not in seen
    assert "0 of at most 999" in seen
    assert page.table.rows()[0].state == "ok"


def buttons(page) -> list[str]:
    return [b.text() for b in page.findChildren(QAbstractButton) if b.isVisible()]


def test_fields_are_checked_while_typing(page, sandbox, qtbot):
    dialog = begin(page, qtbot, Mode.QUICK, Known())
    type_into(dialog, qtbot, "gateway_url", "http://jd.example/routerjson")
    assert "without encryption" in dialog.form_fields["gateway_url"].error()
    type_into(dialog, qtbot, "warehouse_no", "1100 09")
    assert dialog.form_fields["warehouse_no"].error() == "It cannot hold blanks."
    type_into(dialog, qtbot, "warehouse_no", "110009999")
    assert dialog.form_fields["warehouse_no"].error() == ""
    dialog.reject()


def test_an_address_without_a_published_key_says_so_and_offers_basic(page, sandbox, qtbot):
    dialog = begin(page, qtbot, Mode.QUICK, Known(pin="jd_1"))
    type_into(dialog, qtbot, "gateway_url", "http://127.0.0.1:9/routerjson")
    field = dialog.form_fields["gateway_url"]
    qtbot.waitUntil(lambda: "cannot be reached" in field.error(), timeout=PATIENCE_MS)
    press(qtbot, dialog, "useBasicButton")
    qtbot.waitUntil(lambda: any("app_key" in d.form_fields for d in open_forms(page)))
    basic = open_forms(page)[-1]
    assert basic.value().pin == "jd_1"
    basic.reject()


def open_forms(page) -> list[ConnectDialog]:
    return [d for d in page.findChildren(ConnectDialog) if d.isVisible()]


@pytest.mark.parametrize(
    ("wrong", "value", "words"),
    [
        ("department_no", "EBU1", "does not list department EBU1"),
        ("warehouse_no", "999", "999"),
        ("pin", "somebody", "somebody"),
    ],
)
def test_what_jd_refuses_is_said_at_its_field(page, program, sandbox, qtbot, wrong, value, words):
    dialog = begin(page, qtbot, Mode.QUICK, known_of(sandbox))
    type_into(dialog, qtbot, wrong, value)
    agree(qtbot, dialog)
    field = dialog.form_fields[wrong]
    qtbot.waitUntil(lambda: words in field.error(), timeout=PATIENCE_MS)
    assert dialog.isVisible()
    assert accounts(program) == []
    assert dialog.deed_button.isEnabled()
    dialog.reject()


def test_waiting_can_be_ended_and_the_address_copied(page, program, browser, shell, sandbox, qtbot):
    browser.logs_in = False
    dialog = begin(page, qtbot, Mode.QUICK, known_of(sandbox))
    agree(qtbot, dialog)
    waiting = dialog_of(qtbot, page, WaitingDialog)
    qtbot.waitUntil(lambda: bool(waiting.address), timeout=PATIENCE_MS)
    assert "No browser could be opened" in words_of(waiting)
    agree(qtbot, waiting)
    assert QGuiApplication.clipboard().text() == browser.addresses[0]
    waiting.reject()
    qtbot.waitUntil(lambda: bool(shell.said))
    assert shell.said[-1] == (StatusKind.WAITING, "The authorization was cancelled.")
    assert dialog.isVisible()
    assert accounts(program) == []
    dialog.reject()


def test_basic_with_own_key_and_the_text_for_customer_service(page, program, sandbox, qtbot):
    basic, known = sandbox.info["basic"], known_of(sandbox)
    dialog = begin(page, qtbot, Mode.BASIC, known)
    press(qtbot, dialog, "copyRequestButton")
    copied = QGuiApplication.clipboard().text()
    assert known.pin in copied
    assert known.department_no in copied
    for name in ("app_key", "app_secret", "gateway_user"):
        type_into(dialog, qtbot, name, basic[name])
    press(qtbot, dialog, "advancedButton")
    combo = dialog.findChild(QComboBox, "dialectCombo")
    assert combo.isVisible()
    assert combo.currentData() == Dialect.JOS
    assert nameless(dialog) == []
    combo.setCurrentIndex(1)
    qtbot.keyClicks(dialog.findChild(QLineEdit, "shipperNoEdit"), "CYS0000099")
    agree(qtbot, dialog)
    qtbot.waitUntil(lambda: bool(accounts(program)), timeout=PATIENCE_MS)
    [account] = accounts(program)
    assert (account.mode, account.dialect) == ("basic", Dialect.LOP)


def test_authorizing_again_changes_how_news_come(page, program, browser, sandbox, qtbot):
    browser.subscribe = False
    agree(qtbot, begin(page, qtbot, Mode.QUICK, known_of(sandbox)))
    qtbot.waitUntil(lambda: bool(accounts(program)), timeout=PATIENCE_MS)
    assert accounts(program)[0].news == "manual"
    qtbot.waitUntil(lambda: "Authorize again" in buttons(page))
    qtbot.waitUntil(lambda: not open_forms(page))
    browser.subscribe = True
    press(qtbot, page, "authorizeAgainButton")
    again = dialog_of(qtbot, page, ConnectDialog)
    assert again.value().pin == sandbox.merchant()["pin"]
    agree(qtbot, again)
    qtbot.waitUntil(lambda: accounts(program)[0].news == "periodic", timeout=PATIENCE_MS)
    assert len(accounts(program)) == 1


def test_a_further_warehouse_needs_no_login(page, program, browser, sandbox, qtbot):
    agree(qtbot, begin(page, qtbot, Mode.QUICK, known_of(sandbox)))
    qtbot.waitUntil(lambda: "Add warehouse" in buttons(page), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not open_forms(page))
    press(qtbot, page, "addWarehouseButton")
    dialog = dialog_of(qtbot, page, WarehouseDialog)
    type_into(dialog, qtbot, "warehouse_no", "5")
    agree(qtbot, dialog)
    field = dialog.form_fields["warehouse_no"]
    qtbot.waitUntil(lambda: bool(field.error()), timeout=PATIENCE_MS)
    second = sandbox.merchant()["warehouse_nos"][1]
    type_into(dialog, qtbot, "warehouse_no", second)
    agree(qtbot, dialog)
    qtbot.waitUntil(lambda: second in accounts(program)[0].departments[0][1], timeout=PATIENCE_MS)
    assert len(browser.addresses) == 1


def test_a_department_that_is_not_listed_stays_in_its_dialog(page, program, sandbox, qtbot):
    agree(qtbot, begin(page, qtbot, Mode.QUICK, known_of(sandbox)))
    qtbot.waitUntil(lambda: "Add warehouse" in buttons(page), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not open_forms(page))
    press(qtbot, page, "addDepartmentButton")
    dialog = dialog_of(qtbot, page, DepartmentDialog)
    type_into(dialog, qtbot, "department_no", "EBU0000000000000")
    agree(qtbot, dialog)
    field = dialog.form_fields["department_no"]
    qtbot.waitUntil(lambda: "does not list" in field.error(), timeout=PATIENCE_MS)
    dialog.reject()


def test_quick_is_forbidden_with_its_reason_where_it_cannot_work(page, qtbot):
    quick = page.findChild(QAbstractButton, "quickButton")
    assert not quick.isEnabled()
    assert "practice gateways only" in quick.toolTip()
    assert "practice gateways only" in words_of(page)
    press(qtbot, page, "wayRoundButton")
    dialog_of(qtbot, page, ConnectDialog).reject()


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (ConnectionState.REAUTHORIZE, "Authorize again and it goes on by itself."),
        (ConnectionState.WRONG, "Authorize again with the right values"),
        (ConnectionState.PAUSED, "quota for the App Key is used up"),
    ],
)
def test_trouble_is_said_with_what_to_do(page, program, qtbot, state, words):
    add_account(program, state=state)
    page._changed(())
    qtbot.waitUntil(lambda: words in words_of(page))
    assert "The queue waits and nothing is lost." in words_of(page)


def test_several_accounts_are_one_click_apart(page, program, qtbot):
    add_account(program)
    add_account(program, pin="jd_merchant02", department="EBU2", houses=("220009999",))
    page._changed(())
    qtbot.waitUntil(lambda: len(page.table.rows()) == 2)
    page.go_to(Place(key="jd_merchant02"))
    qtbot.waitUntil(lambda: "220009999" in words_of(page))
    page.go_to(Place(key=PIN))
    qtbot.waitUntil(lambda: HOUSE in words_of(page) and DEPARTMENT in words_of(page))
    assert nameless(page) == []
    assert not page.table.verticalScrollBar().isVisible()
