"""Add a department to an account, or a warehouse to a department (R7)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget
from shiboken6 import isValid

from jdfulfil_desktop.application.remote.extending import Offer, offers
from jdfulfil_desktop.domain.errors import FulfilError
from jdfulfil_desktop.gui._generated.ui_department_dialog import Ui_DepartmentDialog
from jdfulfil_desktop.gui._generated.ui_department_warehouse_dialog import (
    Ui_DepartmentWarehouseDialog,
)
from jdfulfil_desktop.gui.authorization.fields import help_of, wrong_with
from jdfulfil_desktop.gui.authorization.trying import Attempt, TryingDialog
from jdfulfil_desktop.gui.desk import Desk
from jdfulfil_desktop.gui.form_parts import field_around
from jdfulfil_desktop.gui.widgets import FormField
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import masked


async def show_offers(dialog: DepartmentDialog | WarehouseDialog, desk: Desk, pin: str) -> None:
    """Ask JD what it lists for the account and offer that; trouble says nothing here.

    The number is checked by JD in any case before it is kept.
    """
    try:
        found = await desk.remote(lambda office: offers(office, pin))
    except FulfilError:
        found = []
    if isValid(dialog):
        dialog.offer(found)


def _complete(edit: QLineEdit, field: FormField, choices: Sequence[str]) -> None:
    if not choices:
        return
    completer = QCompleter(list(choices), edit)
    completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
    edit.setCompleter(completer)
    field.set_help(tr("JD offers: {0}").format(", ".join(choices)))


class DepartmentDialog(TryingDialog):
    """+ Tambah Departemen (R7): PIN and department number; gives both."""

    def __init__(self, desk: Desk, pins: Sequence[str], attempt: Attempt, parent: QWidget) -> None:
        super().__init__(
            tr("Add department"),
            tr("OK"),
            intro=tr("A further department of a JD.ID account that is authorized already."),
            deed_name="saveDepartmentButton",
            parent=parent,
        )
        self.attempt_with(desk, attempt)
        holder = QWidget(self)
        form = Ui_DepartmentDialog()
        form.setupUi(holder)  # type: ignore[no-untyped-call]  # uic writes no annotations
        self.body.addWidget(holder)
        self.pin, self.number = form.pinCombo, form.departmentEdit
        for pin in pins:
            self.pin.addItem(masked(pin), pin)
        self.form_fields["pin"] = field_around(self.pin, tr("PIN"), required=True)
        self.form_fields["department_no"] = field_around(
            self.number, tr("Department number"), help_text=help_of("department_no"), required=True
        )
        self.number.textEdited.connect(lambda _text: self._check())

    def offer(self, found: Sequence[Offer]) -> None:
        """Offer the departments that JD lists and that are not kept yet."""
        new = [offer.department_no for offer in found if not offer.known]
        _complete(self.number, self.form_fields["department_no"], new)

    def _check(self, *, whole: bool = False) -> bool:
        given = self.number.text().strip()
        wanted = whole or bool(given)
        words = wrong_with("department_no", given, self._desk.texts) if wanted else ""
        self.form_fields["department_no"].set_error(words)
        return not words

    def validate(self) -> bool:
        """Ask for a number that can be one."""
        return self._check(whole=True)

    def value(self) -> tuple[str, str]:
        """Give PIN and department number."""
        return str(self.pin.currentData()), self.number.text().strip()


class WarehouseDialog(TryingDialog):
    """A further warehouse of an authorized department: no new login (R7); gives both numbers."""

    def __init__(
        self, desk: Desk, departments: Sequence[str], attempt: Attempt, parent: QWidget
    ) -> None:
        super().__init__(
            tr("Add warehouse"),
            tr("OK"),
            intro=tr("No new login is needed for a department that is authorized already."),
            deed_name="saveWarehouseButton",
            parent=parent,
        )
        self.attempt_with(desk, attempt)
        holder = QWidget(self)
        form = Ui_DepartmentWarehouseDialog()
        form.setupUi(holder)  # type: ignore[no-untyped-call]  # uic writes no annotations
        self.body.addWidget(holder)
        self.department, self.number = form.departmentCombo, form.warehouseEdit
        self.department.addItems(list(departments))
        self.form_fields["department_no"] = field_around(
            self.department, tr("Department number"), required=True
        )
        self.form_fields["warehouse_no"] = field_around(
            self.number,
            tr("Warehouse number"),
            help_text=tr("JD is asked what it offers …"),
            required=True,
        )
        self.number.textEdited.connect(lambda _text: self._check())
        self._offers: dict[str, list[str]] = {}
        self.department.currentTextChanged.connect(lambda _text: self._complete_here())

    def offer(self, found: Sequence[Offer]) -> None:
        """Offer the warehouses that JD has for the department chosen and that are not kept yet."""
        self._offers = {o.department_no: [number for number, _name in o.warehouses] for o in found}
        self._complete_here()

    def _complete_here(self) -> None:
        choices = self._offers.get(self.department.currentText(), [])
        self.form_fields["warehouse_no"].set_help(tr("As JD.ID told you."))
        _complete(self.number, self.form_fields["warehouse_no"], choices)

    def _check(self, *, whole: bool = False) -> bool:
        given = self.number.text().strip()
        wanted = whole or bool(given)
        words = wrong_with("warehouse_no", given, self._desk.texts) if wanted else ""
        self.form_fields["warehouse_no"].set_error(words)
        return not words

    def validate(self) -> bool:
        """Ask for a number that can be one."""
        return self._check(whole=True)

    def value(self) -> tuple[str, str]:
        """Give department and warehouse number."""
        return self.department.currentText(), self.number.text().strip()
