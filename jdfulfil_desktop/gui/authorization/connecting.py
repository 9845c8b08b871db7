"""The forms of Otorisasi Cepat and Dasar (R2-R5), checked while typing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from jdfulfil_desktop.application.remote.authorizing import ConnectRequest, is_quick_possible
from jdfulfil_desktop.application.remote.office import Office
from jdfulfil_desktop.domain.connection import Mode
from jdfulfil_desktop.domain.errors import FulfilError
from jdfulfil_desktop.gui._generated.ui_basic_dialog import Ui_BasicDialog
from jdfulfil_desktop.gui._generated.ui_quick_dialog import Ui_QuickDialog
from jdfulfil_desktop.gui.authorization.advanced import AdvancedOptions
from jdfulfil_desktop.gui.authorization.callback import CallbackField
from jdfulfil_desktop.gui.authorization.fields import field_of, help_of, wrong_with
from jdfulfil_desktop.gui.authorization.trying import Attempt, TryingDialog
from jdfulfil_desktop.gui.desk import Desk
from jdfulfil_desktop.gui.form_parts import field_around, take_room
from jdfulfil_desktop.gui.masked_field import mask
from jdfulfil_desktop.gui.widgets import Button, ButtonKind
from jdfulfil_desktop.gui.words import tr

_PAUSE_MS = 500
_NUMBERS = ("department_no", "warehouse_no", "pin")
_KEYS = ("app_key", "app_secret", "gateway_user")


@dataclass(frozen=True, slots=True)
class Known:
    """What a form can be filled with beforehand."""

    gateway_url: str = ""
    department_no: str = ""
    warehouse_no: str = ""
    pin: str = ""


class ConnectDialog(TryingDialog):
    """The form of Cepat or Dasar; fields are checked while typing (R5).

    It stays open until the account is connected. The value is a ConnectRequest.
    `basicWanted(Known)`: the user turned to Basic.
    """

    basicWanted = Signal(object)

    def __init__(
        self, desk: Desk, mode: Mode, known: Known, attempt: Attempt, parent: QWidget
    ) -> None:
        quick = mode is Mode.QUICK
        super().__init__(
            tr("Quick authorization") if quick else tr("Basic authorization"),
            tr("Start Sync"),
            intro=_quick_intro() if quick else _basic_intro(),
            deed_name="startSyncButton",
            width=520 if quick else 720,
            parent=parent,
        )
        self.attempt_with(desk, attempt)
        self._mode = mode
        holder = QWidget(self)
        form = Ui_QuickDialog() if quick else Ui_BasicDialog()
        form.setupUi(holder)  # type: ignore[no-untyped-call]  # uic writes no annotations
        self.body.addWidget(holder)
        form.outerLayout.addStretch(1)
        self._add_fields(form, known)
        if isinstance(form, Ui_QuickDialog):
            self._add_way_out()
        else:
            self._callback = CallbackField(form, desk.texts)
            self._add_request_text()
        self._advanced = AdvancedOptions(self)
        self.body.addWidget(self._advanced)
        self.extra.addWidget(self._advanced.toggle)
        self._advanced.toggle.setVisible(not quick)
        # Room for what is said at every field: a form that grows would begin to scroll.
        take_room(self, 520 if quick else 720, 540 if quick else 620)

    def _add_fields(self, form: Ui_QuickDialog | Ui_BasicDialog, known: Known) -> None:
        names = ("gateway_url", *(_KEYS if self._mode is Mode.BASIC else ()), *_NUMBERS)
        for name in names:
            first, *rest = name.split("_")
            edit: QLineEdit = getattr(form, first + "".join(map(str.title, rest)) + "Edit")
            edit.setText(getattr(known, name, ""))
            edit.textEdited.connect(lambda _text, name=name: self._typed(name))
            if name == "pin":
                mask(edit)
            self.form_fields[name] = field_around(
                edit, self._desk.texts.field(name), help_text=help_of(name), required=True
            )
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._look_at_gateway)
        if self._mode is Mode.QUICK and known.gateway_url:
            self._pause.start()

    def _typed(self, name: str) -> None:
        """Check a field while it is typed in; what is missing is said when the deed is asked."""
        given = self._text(name)
        words = wrong_with(name, given, self._desk.texts) if given else ""
        self.form_fields[name].set_error(words)
        if name == "gateway_url" and self._mode is Mode.QUICK:
            self._way_out.setVisible(False)
            self._pause.start()

    # -- Quick: is there an App Key for everybody? -------------------------------------------------

    def _add_way_out(self) -> None:
        self._way_out = Button(
            tr("Use Basic authorization instead"), name="useBasicButton", kind=ButtonKind.LINK
        )
        self._way_out.clicked.connect(self._want_basic)
        self._way_out.setVisible(False)
        self.extra.addWidget(self._way_out)

    def _want_basic(self) -> None:
        self.basicWanted.emit(Known(*(self._text(n) for n in ("gateway_url", *_NUMBERS))))
        self.reject()

    def _look_at_gateway(self) -> None:
        self._desk.start(self._ask_gateway(), self)

    async def _ask_gateway(self) -> None:
        """Ask the typed address for its quick App Key; say at the field where it has none (R3)."""
        address = self._text("gateway_url")
        if wrong_with("gateway_url", address, self._desk.texts):
            return

        async def published(office: Office) -> bool:
            return await is_quick_possible(office, address)

        words = ""
        try:
            if not await self._desk.remote(published):
                words = tr(
                    "No App Key of the program is known for this address: practice gateways "
                    "publish one, a distributor's file brings one. Use Basic here."
                )
        except FulfilError as error:
            words = self._desk.texts.error(error).what
        if address == self._text("gateway_url"):
            self.form_fields["gateway_url"].set_error(words)
            self._way_out.setVisible(bool(words))

    # -- Basic: the text for customer service ------------------------------------------------------

    def _add_request_text(self) -> None:
        """Give the text by which JD's customer service is asked for access (R4)."""
        self._copy = Button(
            tr("Copy the request to JD.ID customer service"),
            name="copyRequestButton",
            icon_name="content-copy",
            kind=ButtonKind.LINK,
        )
        self._copy.clicked.connect(self._copy_request)
        self.extra.addWidget(self._copy)

    def _copy_request(self) -> None:
        nothing = "-"
        words = tr(
            "Hello JD.ID, please grant our merchant account access to the open platform for "
            "fulfillment and send us App Key, App Secret and gateway user.\n"
            "PIN: {0}\nDepartment number: {1}\nWarehouse number: {2}\n"
            "Callback address: {3}\nThank you."
        )
        numbers = [self._text(name) or nothing for name in ("pin", "department_no", "warehouse_no")]
        numbers.append(self._callback.address())
        QGuiApplication.clipboard().setText(words.format(*numbers))
        self._copy.setText(tr("Copied: paste it into your message"))
        self._copy.set_icon_name("check")

    # -- value -------------------------------------------------------------------------------------

    def _text(self, name: str) -> str:
        edit = self.form_fields[name].field
        return edit.text().strip() if isinstance(edit, QLineEdit) else ""

    def validate(self) -> bool:
        """Say at each field what is wrong with it, and begin at the first."""
        wrong = {
            name: wrong_with(name, self._text(name), self._desk.texts) for name in self.form_fields
        }
        for name, words in wrong.items():
            self.form_fields[name].set_error(words)
        first = next((name for name, words in wrong.items() if words), "")
        if first:
            self.form_fields[first].field.setFocus()
        basic = self._mode is Mode.BASIC
        return not first and (not basic or (self._callback.check() and self._advanced.check()))

    def show_refusal(self, error: FulfilError) -> None:
        """Show an error about the ISV source at its field, which is folded away at first."""
        if field_of(error) == "isv_source" and self._mode is Mode.BASIC:
            words = self._desk.texts.error(error)
            self._advanced.show_error(f"{words.message} {words.fix}".strip())
            return
        super().show_refusal(error)

    def value(self) -> ConnectRequest:
        """Give the request; pasted values are trimmed."""
        given: dict[str, Any] = {name: self._text(name) for name in self.form_fields}
        more = self._advanced
        return replace(
            ConnectRequest(self._mode, **given),
            isv_source=more.isv_source if self._mode is Mode.BASIC else "",
            callback=self._callback.address() if self._mode is Mode.BASIC else "",
            shipper_no=more.shipper_no,
            dialect=more.dialect,
        )


def _quick_intro() -> str:
    return tr(
        "JD.ID's login page opens in your browser. Tick Subscribe there to have statuses "
        "in real time. Your password is typed on that page only."
    )


def _basic_intro() -> str:
    return tr(
        "JD.ID customer service grants App Key, App Secret and gateway user: copy the request "
        "below and send it to them. Then JD.ID's login page opens in your browser."
    )
