"""Add a department to an account, or a warehouse to a department (R7)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.gui._generated.ui_department_dialog import Ui_DepartmentDialog
from jdfulfil_desktop.gui._generated.ui_department_warehouse_dialog import (
    Ui_DepartmentWarehouseDialog,
)
from jdfulfil_desktop.gui.authorization.fields import help_of, wrong_with
from jdfulfil_desktop.gui.authorization.trying import Attempt, TryingDialog
from jdfulfil_desktop.gui.desk import Desk
from jdfulfil_desktop.gui.form_parts import field_around
from jdfulfil_desktop.gui.words import tr


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
        self.pin.addItems(list(pins))
        self.form_fields["pin"] = field_around(self.pin, tr("PIN"), required=True)
        self.form_fields["department_no"] = field_around(
            self.number, tr("Department number"), help_text=help_of("department_no"), required=True
        )
        self.number.textEdited.connect(lambda _text: self._check())

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
        return self.pin.currentText(), self.number.text().strip()


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
            self.number, tr("Warehouse number"), required=True
        )
        self.number.textEdited.connect(lambda _text: self._check())

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
