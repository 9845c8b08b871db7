"""Dialogs of Otorisasi, Gudang and the user's menu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QAbstractButton

from jdfulfil_desktop.application.remote.addresses import JD_OAUTH
from jdfulfil_desktop.domain.connection import Mode
from jdfulfil_desktop.domain.users import Role, User
from jdfulfil_desktop.gui.authorization.page import AuthorizationPage
from jdfulfil_desktop.gui.authorization.waiting import WaitingDialog
from jdfulfil_desktop.gui.demo.scene import Scene
from jdfulfil_desktop.gui.demo.stage import Stage
from jdfulfil_desktop.gui.people.switching import SwitchUserDialog
from jdfulfil_desktop.gui.people.user_dialog import UserDialog
from jdfulfil_desktop.gui.warehouses.page import WarehousePage
from jdfulfil_desktop.gui.widgets import ask

_ACCOUNT, _HOUSE = "authorizationTab", "warehouseTab"


def _pressed(page: str, name: str) -> Callable[[Stage], object]:
    """Press a button of a page by its name."""

    def press(stage: Stage) -> None:
        shown = stage.window.show_page(page)
        assert shown is not None
        button = next(b for b in shown.findChildren(QAbstractButton, name) if b.isVisible())
        button.click()

    return press


def _begun(mode: Mode) -> Callable[[Stage], object]:
    def begin(stage: Stage) -> None:
        page = stage.window.show_page(_ACCOUNT)
        assert isinstance(page, AuthorizationPage)
        page.begin(mode)

    return begin


def _store(stage: Stage) -> None:
    page = stage.window.show_page(_HOUSE)
    assert isinstance(page, WarehousePage)
    stage.desk.start(page.stores.add_store(), stage.window)


def _user(stage: Stage) -> None:
    dialog = UserDialog(stage.desk.texts, None, stage.window, first=True)
    stage.desk.start(ask(dialog), stage.window)


def _waiting(stage: Stage) -> None:
    dialog = WaitingDialog(stage.window)
    dialog.show_address(f"{JD_OAUTH}/oauth2/to_login", opened=False)
    stage.desk.start(ask(dialog), stage.window)


def _switching(stage: Stage) -> None:
    users = [User("Ani", Role.OWNER), User("Budi", Role.CLERK)]
    stage.desk.start(ask(SwitchUserDialog(users, "Budi", stage.window)), stage.window)


def _removed(stage: Stage) -> None:
    page = stage.window.show_page(_ACCOUNT)
    assert isinstance(page, AuthorizationPage)
    stage.desk.start(page.deeds.bring_back(), stage.window)


def _users(stage: Stage) -> None:
    stage.desk.start(stage.window.people.manage(), stage.window)


SCENES = (
    Scene("quick", _ACCOUNT, _begun(Mode.QUICK)),
    Scene("basic", _ACCOUNT, _begun(Mode.BASIC)),
    Scene("login", _ACCOUNT, _waiting),
    Scene("removed-accounts", _ACCOUNT, _removed),
    Scene("add-department", _ACCOUNT, _pressed(_ACCOUNT, "addDepartmentButton")),
    Scene("add-warehouse", _ACCOUNT, _pressed(_ACCOUNT, "addWarehouseButton")),
    Scene("take-over-goods", _ACCOUNT, _pressed(_ACCOUNT, "adoptButton")),
    Scene("account-history", _ACCOUNT, _pressed(_ACCOUNT, "accountHistoryButton")),
    Scene("account-busy", _ACCOUNT, _pressed(_ACCOUNT, "removeAccountButton")),
    Scene("own-warehouse", _HOUSE, _pressed(_HOUSE, "addOwnWarehouseButton")),
    Scene("bind-store", _HOUSE, _pressed(_HOUSE, "bindStoreButton")),
    Scene("add-store", _HOUSE, _store),
    Scene("channel-rules", _HOUSE, _pressed(_HOUSE, "channelRulesButton")),
    Scene("users", "", _users),
    Scene("user", "", _user),
    Scene("switch-user", "", _switching),
)
