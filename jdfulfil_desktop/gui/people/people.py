"""Hang on the window who is signed in: two entries of the user's menu, and buttons withheld (R18).

While there are no users only the way to make the first one is there.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.events import Event, UsersChanged
from jdfulfil_desktop.domain.house_commands import SwitchUser
from jdfulfil_desktop.domain.users import Right
from jdfulfil_desktop.gui.desk import Desk
from jdfulfil_desktop.gui.people.switching import SwitchUserDialog
from jdfulfil_desktop.gui.people.users_dialog import UsersDialog
from jdfulfil_desktop.gui.widgets import Button, HeaderBar, ask
from jdfulfil_desktop.gui.words import tr


class People(QObject):
    """Keep menu, header and buttons true to who is signed in."""

    def __init__(self, window: QWidget, desk: Desk, menu: QMenu, header: HeaderBar) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        self._menu, self._header = menu, header
        self.switch_action = QAction(tr("Switch user"), menu)
        self.users_action = QAction(tr("Users and rights"), menu)
        for action, name, deed in (
            (self.switch_action, "switchUserAction", self.switch),
            (self.users_action, "usersAction", self.manage),
        ):
            action.setObjectName(name)
            action.triggered.connect(lambda _on=False, deed=deed: desk.start(deed(), window))
        above = menu.actions()[0] if menu.actions() else menu.addSeparator()
        menu.insertActions(above, [self.switch_action, self.users_action])
        desk.permits.changed.connect(self._show)
        desk.watch(self, self._changed, UsersChanged)
        self._show()
        desk.start(self._begin(), window)

    async def _begin(self) -> None:
        """Ask who is there at the start, where there is more than one way to answer."""
        await self._desk.permits.load()
        if self._desk.permits.users and not self._desk.permits.user:
            await self.switch()

    def _changed(self, _events: Sequence[Event]) -> None:
        self._desk.start(self._desk.permits.load(), self._window)

    def _show(self) -> None:
        """Say who is signed in, and withhold or give back every button that stands."""
        permits = self._desk.permits
        self.switch_action.setVisible(bool(permits.users))
        why = permits.why_not(Right.USERS)
        self.users_action.setEnabled(not why)
        self.users_action.setToolTip(why)
        self._menu.setToolTipsVisible(bool(why))
        nobody = permits.users and not permits.user
        self._header.set_user(tr("Sign in") if nobody else permits.actor, self._menu)
        for button in self._window.findChildren(Button):
            button.withhold(permits.gate(button.objectName()))

    async def switch(self) -> None:
        """Let another user go on; a wrong PIN brings the dialog back."""
        permits, refusal = self._desk.permits, ""
        chosen = permits.user
        while True:
            dialog = SwitchUserDialog(permits.users, chosen, self._window)
            dialog.show_error(refusal)
            given: tuple[str, str] | None = await ask(dialog)
            if given is None:
                return
            try:
                await self._desk.command(SwitchUser(*given))
            except RuleError as error:
                words = self._desk.texts.error(error)
                refusal, chosen = f"{words.message} {words.fix}".strip(), given[0]
            else:
                await permits.load()
                return

    async def manage(self) -> None:
        """Show the users."""
        await ask(UsersDialog(self._desk, self._window))
