"""The list of users with what each may do (R18): for owners, and for whoever is alone."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.application.history import of_user
from jdfulfil_desktop.domain.account_commands import RestoreUser
from jdfulfil_desktop.domain.commands import Command
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.house_commands import AddUser, ChangeUser, RemoveUser
from jdfulfil_desktop.domain.users import Right, Role, User
from jdfulfil_desktop.gui._generated.ui_users_dialog import Ui_UsersDialog
from jdfulfil_desktop.gui.desk import Desk
from jdfulfil_desktop.gui.form_parts import take_room
from jdfulfil_desktop.gui.history import show_history
from jdfulfil_desktop.gui.people.user_dialog import Entry, UserDialog
from jdfulfil_desktop.gui.restoring import RestoreDialog
from jdfulfil_desktop.gui.rows_table import RowsTable, TableCard
from jdfulfil_desktop.gui.tables import Column, ColumnKind
from jdfulfil_desktop.gui.widgets import ButtonKind, DialogFrame, ask, confirm
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts


class UsersDialog(DialogFrame):
    """Add, change and remove users."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(
            tr("Users and rights"),
            tr("Done"),
            intro=tr("Who works here, and what each may do. Without users everything is allowed."),
            deed_name="usersDoneButton",
            width=640,
            parent=parent,
        )
        self._desk = desk
        holder = QWidget(self)
        form = Ui_UsersDialog()
        form.setupUi(holder)  # type: ignore[no-untyped-call]  # uic writes no annotations
        self.table = RowsTable(
            _columns(desk.texts),
            name="usersTable",
            title=tr("Users"),
            key=lambda user: user.name,
            parent=holder,
        )
        form.tableLayout.addWidget(TableCard(self.table, holder))
        self._dress(form)
        self.body.addWidget(holder)
        self.cancel_button.hide()
        take_room(self, 680, 660)
        self.table.rowChosen.connect(lambda _row: self._offer())
        self.table.rowActivated.connect(lambda _row: desk.start(self._change_user(), self))
        desk.permits.changed.connect(self._show)
        self._show()

    def _dress(self, form: Ui_UsersDialog) -> None:
        """Give the form's buttons words and deeds."""
        self._add, self._change, self._remove = (
            form.addUserButton,
            form.changeUserButton,
            form.removeUserButton,
        )
        self._add.dress(tr("Add user"), "plus")
        self._change.dress(tr("Edit"), "pencil-outline")
        self._remove.dress(tr("Remove"), kind=ButtonKind.DANGER)
        self._history, restore = form.userHistoryButton, form.restoreUserButton
        self._history.dress(tr("History"), kind=ButtonKind.LINK)
        restore.dress(tr("Removed users"), kind=ButtonKind.LINK)
        for button, deed in (
            (self._history, self._show_history),
            (restore, self._restore_user),
            (self._add, self._add_user),
            (self._change, self._change_user),
            (self._remove, self._remove_user),
        ):
            button.clicked.connect(lambda _on=False, deed=deed: self._desk.start(deed(), self))

    def _show(self) -> None:
        """Show who is there; where nothing changed the chosen one stays chosen."""
        users = list(self._desk.permits.users)
        if users != self.table.rows():
            self.table.show_rows(users)
            if users:
                self.table.choose_position(0)
        self._offer()

    def _offer(self) -> None:
        chosen = self.table.chosen_row() is not None
        for button in (self._change, self._remove, self._history):
            button.allow(chosen, tr("Choose a user first."))

    async def _add_user(self) -> None:
        first = not self._desk.permits.users

        def command(entry: Entry) -> Command:
            return AddUser(entry.name, entry.pin, entry.role, _own_rights(entry))

        await self._ask(None, command, first=first)

    async def _change_user(self) -> None:
        user = self.table.chosen_row()

        def command(entry: Entry) -> Command:
            return ChangeUser(entry.name, entry.role, _own_rights(entry), entry.pin)

        if user is not None:
            await self._ask(user, command)

    async def _remove_user(self) -> None:
        user = self.table.chosen_row()
        words = tr("What {0} did keeps the name. The PIN opens nothing until {0} comes back.")
        if user is not None and await confirm(
            self,
            tr("Remove {0}").format(user.name),
            words.format(user.name),
            tr("Remove"),
            danger=True,
        ):
            await self._do(RemoveUser(user.name))

    async def _show_history(self) -> None:
        user = self.table.chosen_row()
        if user is not None:
            await show_history(self._desk, of_user(user.name), user.name, self)

    async def _restore_user(self) -> None:
        """Offer the users who were removed: they come back with their rights and PIN."""
        found = await self._desk.read(lambda q: q.removed())
        role = self._desk.texts.role
        rows = [(user.name, f"{user.name} · {role(user.role)}") for user in found.users]
        intro = tr("Who comes back has the rights and the PIN of then.")
        name = await ask(RestoreDialog(tr("Removed users"), intro, rows, self))
        if not name:
            return
        try:
            await self._do(RestoreUser(name))
        except RuleError as error:
            words = self._desk.texts.error(error)
            self.show_error(f"{words.message} {words.fix}".strip())

    async def _ask(self, known: User | None, command: Any, *, first: bool = False) -> None:
        """Show the form until it is saved or turned away; a refusal brings it back."""
        entry: Entry | None = None
        refusal = ""
        while True:
            dialog = UserDialog(self._desk.texts, known, self, first=first)
            if entry is not None and known is None:
                dialog.name.setText(entry.name)
            dialog.show_error(refusal)
            entry = await ask(dialog)
            if entry is None:
                return
            try:
                await self._do(command(entry))
            except RuleError as error:
                words = self._desk.texts.error(error)
                refusal = f"{words.message} {words.fix}".strip()
            else:
                return

    async def _do(self, command: Command) -> None:
        await self._desk.command(command)
        await self._desk.permits.load()


def _own_rights(entry: Entry) -> tuple[Right, ...]:
    return entry.rights if entry.role is Role.CUSTOM else ()


def _columns(texts: Texts) -> list[Column]:
    kind = ColumnKind
    return [
        Column("name", tr("Name"), kind.TEXT, 150, lambda u: u.name),
        Column("role", tr("Role"), kind.TEXT, 110, lambda u: texts.role(u.role)),
        Column(
            "rights",
            tr("Rights"),
            kind.TEXT,
            300,
            lambda u: ", ".join(texts.right(right) for right in Right if u.may(right)),
            stretch=True,
        ),
    ]
