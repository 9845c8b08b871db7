"""Create locations: one (R23), or a batch of shelf numbers (R24)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.application.queries import WarehouseRow
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.location import location_code
from jdfulfil_desktop.gui._generated.ui_location_dialog import Ui_LocationDialog
from jdfulfil_desktop.gui._generated.ui_locations_dialog import Ui_LocationsDialog
from jdfulfil_desktop.gui.desk import Desk
from jdfulfil_desktop.gui.form_parts import field_around, take_room
from jdfulfil_desktop.gui.locations.patterns import MOST, Expanded, expand
from jdfulfil_desktop.gui.theme import code_font
from jdfulfil_desktop.gui.widgets import DialogFrame
from jdfulfil_desktop.gui.words import tr

_PAUSE_MS = 150
_SHOWN = 12


def _virtual() -> str:
    return tr(
        "JD.ID has no locations: these are virtual. They stay in this program and are never "
        "sent to JD."
    )


class LocationDialog(DialogFrame):
    """Buat 1 Lokasi (R23): warehouse and location number; gives both, the code cleaned."""

    def __init__(self, houses: Sequence[WarehouseRow], chosen: str, parent: QWidget) -> None:
        super().__init__(
            tr("Create 1 location"),
            tr("Create"),
            intro=_virtual(),
            deed_name="saveLocationButton",
            parent=parent,
        )
        holder = QWidget(self)
        self._form = Ui_LocationDialog()
        self._form.setupUi(holder)  # type: ignore[no-untyped-call]  # uic writes no annotations
        self.house, self.code = self._form.warehouseField, self._form.codeEdit
        self.house.show_warehouses(houses, chosen)
        field_around(self.house, tr("Warehouse"), required=True)
        self.field = field_around(
            self.code,
            tr("Location number"),
            help_text=tr("1-50 letters, digits, or . _ / -"),
            required=True,
        )
        self.body.addWidget(holder)
        self.code.setFont(code_font())
        self.code.textChanged.connect(lambda _text: self.field.set_error(""))
        self.set_deed(tr("Create"), allowed=bool(houses), why_not=tr("No warehouse yet."))

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the field: the warehouse is chosen already."""
        super().showEvent(event)
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def validate(self) -> bool:
        """Ask for a code that can be one."""
        try:
            location_code(self.code.text())
        except RuleError:
            self.field.set_error(tr("Use 1-50 letters, digits, or . _ / -"))
            return False
        return True

    def value(self) -> tuple[str, str]:
        """Give warehouse number and code."""
        return self.house.warehouse_no(), location_code(self.code.text())


class LocationsDialog(DialogFrame):
    """Buat Beberapa Lokasi (R24): shelf numbers as a list or a pattern, with what will be made."""

    def __init__(
        self, desk: Desk, houses: Sequence[WarehouseRow], chosen: str, parent: QWidget
    ) -> None:
        super().__init__(
            tr("Create several locations"),
            tr("Submit"),
            intro=_virtual(),
            deed_name="saveLocationsButton",
            width=520,
            parent=parent,
        )
        self._desk = desk
        holder = QWidget(self)
        form = Ui_LocationsDialog()
        form.setupUi(holder)  # type: ignore[no-untyped-call]  # uic writes no annotations
        self.house, self.codes = form.warehouseField, form.codesEdit
        self.preview, self.listed = form.previewLabel, form.codesLabel
        self.house.show_warehouses(houses, chosen)
        field_around(self.house, tr("Warehouse"), required=True)
        self.field = field_around(
            self.codes,
            tr("Shelf numbers"),
            help_text=tr(
                "Paste a list, or write a pattern: A{01-12}-{1-4} makes A01-1 to A12-4, "
                "{A-D} makes letters."
            ),
            required=True,
        )
        self.codes.setFont(code_font())
        self.listed.setFont(code_font())
        self.body.addWidget(holder)
        self.expanded = Expanded()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._look)
        self.codes.textChanged.connect(self._pause.start)
        self.house.currentIndexChanged.connect(lambda _at: self._look())
        self._show(Expanded(), 0)
        take_room(self, 520, 560)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the field: the warehouse is chosen already."""
        super().showEvent(event)
        self.codes.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look(self) -> None:
        self._desk.start(self._preview(), self)

    async def _preview(self) -> None:
        """Count what would be made, and what is there already."""
        found, number = expand(self.codes.toPlainText()), self.house.warehouse_no()
        there = await self._desk.read(lambda q: q.lying_at(number, found.codes))
        if found == expand(self.codes.toPlainText()) and number == self.house.warehouse_no():
            self._show(found, len(there))

    def _show(self, found: Expanded, there: int) -> None:
        self.expanded = found
        number = self._desk.texts.number
        new = len(found.codes) - there
        words = [tr("{0} new locations").format(number(new))]
        if there:
            words.append(tr("{0} are there already").format(number(there)))
        self.preview.setText(" · ".join(words) if found.codes else "")
        self.listed.setText(_sample(found.codes))
        self.field.set_error(_wrong(found))
        allowed = new > 0 and not found.bad and not found.too_many and bool(self.house.count())
        self.set_deed(
            tr("Submit {0} locations").format(number(new)) if new else tr("Submit"),
            allowed=allowed,
            why_not=tr("Enter shelf numbers that are not there yet."),
        )

    def value(self) -> tuple[str, tuple[str, ...]]:
        """Give warehouse number and codes."""
        return self.house.warehouse_no(), self.expanded.codes

    def validate(self) -> bool:
        """Look at what stands there now: typing may not have paused yet."""
        self.expanded = expand(self.codes.toPlainText())
        wrong = _wrong(self.expanded)
        self.field.set_error(wrong)
        return bool(self.expanded.codes) and not wrong


def _sample(codes: Sequence[str]) -> str:
    if len(codes) <= _SHOWN:
        return ", ".join(codes)
    return f"{', '.join(codes[: _SHOWN - 2])} … {codes[-1]}"


def _wrong(found: Expanded) -> str:
    if found.too_many:
        return tr("At most {0} at once.").format(MOST)
    if found.bad:
        return tr("Not a location number: {0}").format(", ".join(found.bad[:3]))
    return ""
