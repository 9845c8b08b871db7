"""Dialogs of the authorization page: the two forms, a department, a warehouse, the waiting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from jdfulfil_desktop.application.remote.authorizing import ConnectRequest
from jdfulfil_desktop.domain.connection import Mode
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import (
    Button,
    ButtonKind,
    DialogFrame,
    FormField,
    Notice,
    TextRole,
    text,
)
from jdfulfil_desktop.gui.words import tr


@dataclass(frozen=True, slots=True)
class Known:
    """What a form can be filled with beforehand."""

    gateway_url: str = ""
    department_no: str = ""
    warehouse_no: str = ""
    pin: str = ""


class ConnectDialog(DialogFrame):
    """The form of Cepat or Dasar; gives a ConnectRequest. Fields are checked while typing (R5)."""

    def __init__(self, mode: Mode, known: Known, parent: QWidget) -> None:
        quick = mode is Mode.QUICK
        super().__init__(
            tr("Quick authorization") if quick else tr("Basic authorization"),
            tr("Start Sync"),
            intro=tr(
                "JD.ID's login page opens in your browser. Tick Subscribe there to have statuses "
                "in real time. Your password is typed on that page only."
            ),
            deed_name="startSyncButton",
            width=520,
            parent=parent,
        )
        self._mode = mode
        self._form: dict[str, FormField] = {}
        self._add(
            "gateway_url",
            tr("Gateway address"),
            known.gateway_url,
            tr("From JD, or the practice gateway's."),
        )
        if not quick:
            self._add("app_key", tr("App Key"), "", "")
            self._add("app_secret", tr("App Secret"), "", tr("Kept in this PC's keyring."), True)
            self._add("gateway_user", tr("Gateway user"), "", "")
        self._add(
            "department_no", tr("Department number"), known.department_no, tr("Begins with EBU.")
        )
        self._add("warehouse_no", tr("Warehouse number"), known.warehouse_no, "")
        self._add(
            "pin", tr("PIN"), known.pin, tr("Your JD.ID account. One PIN belongs to one merchant.")
        )
        if not quick:
            self._add_request_text()

    def _add(self, name: str, label: str, value: str, help_text: str, secret: bool = False) -> None:
        edit = QLineEdit(value)
        edit.setObjectName(f"{name}Edit")
        if secret:
            edit.setEchoMode(QLineEdit.EchoMode.Password)
        edit.textChanged.connect(lambda _text: self._clear(name))
        field = FormField(label, edit, help_text=help_text, required=True)
        self._form[name] = field
        self.body.addWidget(field)

    def _add_request_text(self) -> None:
        """Give the text by which JD's customer service is asked for access (R4)."""
        copy = Button(
            tr("Copy the request to JD.ID customer service"),
            name="copyRequestButton",
            icon_name="content-copy",
            kind=ButtonKind.LINK,
        )
        copy.clicked.connect(self._copy_request)
        self.extra.addWidget(copy)

    def _copy_request(self) -> None:
        words = tr(
            "Hello, please grant our merchant account access to the open platform for fulfillment: "
            "App Key, App Secret and gateway user. Department: {0}. Warehouse: {1}. "
            "Callback address: http://127.0.0.1"
        )
        QGuiApplication.clipboard().setText(
            words.format(self._text("department_no"), self._text("warehouse_no"))
        )

    def _text(self, name: str) -> str:
        edit = self._form[name].field
        return edit.text().strip() if isinstance(edit, QLineEdit) else ""

    def _clear(self, name: str) -> None:
        self._form[name].set_error("")

    def validate(self) -> bool:
        """Ask for what is missing, at its field."""
        good = True
        for name, field in self._form.items():
            missing = not self._text(name)
            field.set_error(tr("This is needed.") if missing else "")
            good = good and not missing
        return good

    def value(self) -> ConnectRequest:
        """Give the request; pasted values are trimmed."""
        given = {name: self._text(name) for name in self._form}
        return ConnectRequest(mode=self._mode, **given)


class WaitingDialog(DialogFrame):
    """Wait visibly for the login in the browser; Cancel stops waiting."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            tr("Log in at JD.ID"),
            tr("Copy the address"),
            intro=tr("Your browser shows JD.ID's login page. This window goes on by itself."),
            deed_name="copyLoginButton",
            parent=parent,
        )
        self._address = ""
        self._notice = Notice(StatusKind.GOING_ON, parent=self)
        self.body.addWidget(self._notice)
        hint = tr("If no page opened, copy the address and open it in any browser on this PC.")
        self.body.addWidget(text(hint, TextRole.DIM, wrap=True, parent=self))
        self._notice.show_notice(StatusKind.GOING_ON, tr("Waiting for the login …"))
        self.set_deed(tr("Copy the address"), allowed=False)

    @property
    def address(self) -> str:
        """Give the login page's address once it is known."""
        return self._address

    def show_address(self, address: str) -> None:
        """Offer the login page's address."""
        self._address = address
        self.set_deed(tr("Copy the address"))

    def submit(self) -> None:
        """Copy the address; the dialog stays."""
        QGuiApplication.clipboard().setText(self._address)


class DepartmentDialog(DialogFrame):
    """+ Tambah Departemen (R7): PIN and department number; gives both."""

    def __init__(self, pins: Sequence[str], parent: QWidget) -> None:
        super().__init__(
            tr("Add department"),
            tr("OK"),
            intro=tr("A further department of a JD.ID account that is authorized already."),
            deed_name="saveDepartmentButton",
            parent=parent,
        )
        self.pin = QComboBox()
        self.pin.setObjectName("pinCombo")
        self.pin.addItems(list(pins))
        self.number = QLineEdit()
        self.number.setObjectName("departmentEdit")
        self.field = FormField(tr("Department number"), self.number, required=True)
        self.body.addWidget(FormField(tr("PIN"), self.pin, required=True))
        self.body.addWidget(self.field)

    def validate(self) -> bool:
        """Ask for the number."""
        given = bool(self.number.text().strip())
        self.field.set_error("" if given else tr("This is needed."))
        return given

    def value(self) -> tuple[str, str]:
        """Give PIN and department number."""
        return self.pin.currentText(), self.number.text().strip()


class WarehouseDialog(DialogFrame):
    """A further warehouse of an authorized department: no new login (R7); gives both numbers."""

    def __init__(self, departments: Sequence[str], parent: QWidget) -> None:
        super().__init__(
            tr("Add warehouse"),
            tr("OK"),
            intro=tr("No new login is needed for a department that is authorized already."),
            deed_name="saveWarehouseButton",
            parent=parent,
        )
        self.department = QComboBox()
        self.department.setObjectName("departmentCombo")
        self.department.addItems(list(departments))
        self.number = QLineEdit()
        self.number.setObjectName("warehouseEdit")
        self.field = FormField(tr("Warehouse number"), self.number, required=True)
        self.body.addWidget(FormField(tr("Department"), self.department, required=True))
        self.body.addWidget(self.field)

    def validate(self) -> bool:
        """Ask for the number."""
        given = bool(self.number.text().strip())
        self.field.set_error("" if given else tr("This is needed."))
        return given

    def value(self) -> tuple[str, str]:
        """Give department and warehouse number."""
        return self.department.currentText(), self.number.text().strip()
