"""The form of one user: name, PIN, role, and the rights of a role of one's own (R18)."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QCheckBox, QWidget

from jdfulfil_desktop.domain.users import GRANTABLE, Right, Role, User
from jdfulfil_desktop.gui._generated.ui_user_dialog import Ui_UserDialog
from jdfulfil_desktop.gui.form_parts import field_around, take_room
from jdfulfil_desktop.gui.widgets import DialogFrame
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts


@dataclass(frozen=True, slots=True)
class Entry:
    """What was typed; an empty PIN keeps the old one."""

    name: str
    pin: str
    role: Role
    rights: tuple[Right, ...]


class UserDialog(DialogFrame):
    """Add a user, or change one; the first has to be an owner. Gives an Entry."""

    def __init__(
        self, texts: Texts, known: User | None, parent: QWidget, *, first: bool = False
    ) -> None:
        title = tr("Change {0}").format(known.name) if known else tr("Add user")
        super().__init__(
            title, tr("Save"), intro=_intro(first), deed_name="saveUserButton", parent=parent
        )
        holder = QWidget(self)
        self._form = form = Ui_UserDialog()
        form.setupUi(holder)  # type: ignore[no-untyped-call]  # uic writes no annotations
        self.name, self.pin, self.role = form.nameEdit, form.pinEdit, form.roleCombo
        self._needs_pin = known is None
        help_text = "" if known is None else tr("Leave empty to keep the PIN.")
        self._name_field = field_around(self.name, tr("Name"), required=True)
        self._pin_field = field_around(
            self.pin, tr("PIN"), help_text=help_text, required=self._needs_pin
        )
        roles = [Role.OWNER] if first else list(Role)
        for role in roles:
            self.role.addItem(texts.role(role), role)
        field_around(self.role, tr("Role"))
        self.ticks = self._add_ticks(texts, holder)
        self.body.addWidget(holder)
        self.body.addStretch(1)
        self._fill(known, roles)
        self.role.currentIndexChanged.connect(lambda _at: self._show_rights())
        self._show_rights()
        take_room(self, 480, 580)

    def _add_ticks(self, texts: Texts, holder: QWidget) -> dict[Right, QCheckBox]:
        ticks: dict[Right, QCheckBox] = {}
        for at, right in enumerate(GRANTABLE):
            tick = QCheckBox(texts.right(right), holder)
            tick.setObjectName(f"{right.value}Check")
            tick.setAccessibleName(texts.right(right))
            self._form.rightsLayout.addWidget(tick, at // 2, at % 2)
            ticks[right] = tick
        return ticks

    def _fill(self, known: User | None, roles: list[Role]) -> None:
        wanted = known.role if known else roles[0] if len(roles) == 1 else Role.CLERK
        self.role.setCurrentIndex(roles.index(wanted))
        if known is not None:
            self.name.setText(known.name)
            self.name.setEnabled(False)
            for right, tick in self.ticks.items():
                tick.setChecked(right in known.ticked)

    def _show_rights(self) -> None:
        """Show what the role may do; only the role of one's own is ticked by hand."""
        role = Role(self.role.currentData())
        for right, tick in self.ticks.items():
            tick.setEnabled(role is Role.CUSTOM)
            if role is not Role.CUSTOM:
                tick.setChecked(User("", role).may(right))

    def validate(self) -> bool:
        """Ask for what is missing; the rest is said by the rule that refuses it."""
        name, pin = self.name.text().strip(), self.pin.text().strip()
        self._name_field.set_error("" if name else tr("Enter a name."))
        lacks = self._needs_pin and not pin
        self._pin_field.set_error(tr("Choose a PIN of 4 to 12 digits.") if lacks else "")
        return bool(name) and not lacks

    def value(self) -> Entry:
        """Give what was typed."""
        rights = tuple(right for right, tick in self.ticks.items() if tick.isChecked())
        role = Role(self.role.currentData())
        return Entry(self.name.text().strip(), self.pin.text().strip(), role, rights)


def _intro(first: bool) -> str:
    if not first:
        return ""
    return tr(
        "The first user is the owner, who may do everything and adds the others. From then on the "
        "window asks for a name and a PIN."
    )
