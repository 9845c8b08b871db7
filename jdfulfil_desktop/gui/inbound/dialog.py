"""Buat Daftar Inbound (R27): warehouse, note, and lines added singly, by scan or pasted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.application.queries import GoodsName, WarehouseRow
from jdfulfil_desktop.gui._generated.ui_inbound_dialog import Ui_InboundDialog
from jdfulfil_desktop.gui.choosing import products_like
from jdfulfil_desktop.gui.desk import Desk
from jdfulfil_desktop.gui.form_parts import field_around, take_room
from jdfulfil_desktop.gui.inbound.count_mode import CountMode
from jdfulfil_desktop.gui.inbound.counting import ScanGuard
from jdfulfil_desktop.gui.inbound.drafting import Drafting
from jdfulfil_desktop.gui.inbound.lines import Plan, PlannedLine, with_line
from jdfulfil_desktop.gui.inbound.pasting import Pasting
from jdfulfil_desktop.gui.inbound.plan_table import plan_table
from jdfulfil_desktop.gui.rows_table import TableCard
from jdfulfil_desktop.gui.sounds import Sounds
from jdfulfil_desktop.gui.theme import code_font
from jdfulfil_desktop.gui.widgets import Button, DialogFrame, ScanCatcher
from jdfulfil_desktop.gui.widgets.search import monotonic_ms
from jdfulfil_desktop.gui.words import tr

_PAUSE_MS = 150
_KEPT_COUNT = "inbound/scan_counts"
_TAB = 24
"""Room of a SKU in the pasted lines, in digits."""


class InboundDialog(DialogFrame):
    """Draw a list up; gives a `Plan`: to send, or to keep as a draft."""

    def __init__(
        self,
        desk: Desk,
        houses: Sequence[WarehouseRow],
        parent: QWidget,
        *,
        house: str = "",
        plan: Plan | None = None,
        drafting: Drafting | None = None,
        sounds: Sounds | None = None,
    ) -> None:
        known = drafting.number if drafting else ""
        super().__init__(
            tr("Change {0}").format(known) if known else tr("Create inbound list"),
            tr("Submit"),
            deed_name="sendInboundButton",
            width=720,
            parent=parent,
        )
        self._desk = desk
        self._drafting = drafting or Drafting(desk)
        self._send = True
        self._warned = False
        self._goods: GoodsName | None = None
        self.lines: list[PlannedLine] = list(plan.lines) if plan else []
        self._add_form(houses, plan.warehouse_no if plan else house, sounds)
        self.note.setText(plan.note if plan else "")
        self.draft = Button(tr("Keep as draft"), name="keepDraftButton")
        self.extra.addWidget(self.draft)
        self._wire()
        self._show_lines()
        take_room(self, 940, 640)

    def _add_form(self, houses: Sequence[WarehouseRow], house: str, sounds: Sounds | None) -> None:
        holder = QWidget(self)
        self.form = Ui_InboundDialog()
        self.form.setupUi(holder)  # type: ignore[no-untyped-call]  # uic writes no annotations
        self.house, self.note = self.form.warehouseField, self.form.noteEdit
        self.sku, self.quantity = self.form.skuEdit, self.form.quantitySpin
        self.pasted, self.sign = self.form.pasteEdit, self.form.scanSign
        self.counts = self.form.scanCountCheck
        self._mode = CountMode(self._desk, self.sign, self._counted, sounds)
        self.finished.connect(lambda _result: self._mode.close())
        self.house.show_warehouses(houses, house)
        self._name_fields()
        self.table = plan_table(holder)
        self.form.linesLayout.addWidget(TableCard(self.table, holder))
        self.body.addWidget(holder)

    def _name_fields(self) -> None:
        form = self.form
        field_around(self.house, tr("JD.ID warehouse"), required=True)
        field_around(self.note, tr("Note"))
        self.sku_field = field_around(
            self.sku, tr("Product"), help_text=tr("Type or scan a SKU, a barcode or a name.")
        )
        self.quantity_field = field_around(self.quantity, tr("Quantity"), help_text=" ")
        self.paste_field = field_around(
            self.pasted,
            tr("Several at once"),
            help_text=tr("Paste lines of SKU and quantity from a spreadsheet."),
        )
        self.sku.setFont(code_font())
        self.pasted.setFont(code_font())
        wide = self.pasted.fontMetrics().horizontalAdvance("0")
        self.pasted.setTabStopDistance(_TAB * wide)
        form.addLineButton.dress(tr("Add line"), "plus")
        form.takeLinesButton.dress(tr("Add lines"), "playlist-plus")
        form.fileLinesButton.dress(tr("From a file"), "file-table-outline")
        self.counts.setText(tr("Each scan counts one"))
        self.counts.setAccessibleName(tr("Each scan counts one"))
        form.removeLineButton.dress(tr("Remove line"), "delete-outline")
        form.lineSpin.setAccessibleName(tr("Quantity of the chosen line"))

    def _wire(self) -> None:
        form = self.form
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(lambda: self._desk.start(self._look(), self))
        self.sku.offer_from(self._desk, products_like)
        self.sku.textChanged.connect(lambda _text: self._pause.start())
        self.sku.entered.connect(self._entered)
        ScanGuard(self.quantity).scanned.connect(
            lambda code: self._desk.start(self._next_scan(code), self)
        )
        ScanCatcher(self, monotonic_ms).scanned.connect(self._scanned_anywhere)
        self.counts.toggled.connect(self._counting_switched)
        self.counts.setChecked(self._desk.kept.load(_KEPT_COUNT) == "1")
        self._counting_switched(self.counts.isChecked())
        self.quantity.entered.connect(self._add)
        form.addLineButton.clicked.connect(self._add)
        pasting = Pasting(self._desk, self.pasted, self.paste_field, self._add_all)
        form.takeLinesButton.clicked.connect(lambda: self._desk.start(pasting.take(), self))
        form.fileLinesButton.clicked.connect(
            lambda: self._desk.start(pasting.read_file(self), self)
        )
        for changed in (self.note.editingFinished, self.house.currentIndexChanged):
            changed.connect(self._keep_draft)
        form.removeLineButton.clicked.connect(self._remove)
        form.lineSpin.valueChanged.connect(self._change)
        self.table.rowChosen.connect(self._chosen)
        self.draft.clicked.connect(self._keep)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the first product: the warehouse is chosen already."""
        super().showEvent(event)
        self.sku.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- single lines ------------------------------------------------------------------------------

    async def _look(self) -> None:
        """Show what the typed text names."""
        text = self.sku.text().strip()
        found = await self._desk.read(lambda q: q.goods_named([text]).get(text))
        if text == self.sku.text().strip():
            self._goods = found
            self.form.goodsLabel.setText(found.name if found else "")
            if found:
                self.sku_field.set_error("")

    async def _to_quantity(self) -> None:
        """Go on to the quantity where the product is known."""
        await self._look()
        if self._goods is None:
            self.sku_field.set_error(tr("There is no such product."))
            self.sku.selectAll()
            return
        self.quantity.setFocus(Qt.FocusReason.TabFocusReason)
        self.quantity.selectAll()

    def _add(self) -> None:
        self._desk.start(self._add_line(), self)

    async def _add_line(self) -> None:
        await self._look()
        if self._goods is None:
            self.sku_field.set_error(tr("There is no such product."))
        else:
            line = PlannedLine(self._goods.sku, self._goods.name, self.quantity.value())
            self.lines = with_line(self.lines, line)
            self._show_lines()
            self.sku.clear()
            self.quantity.setValue(1)
        self.sku.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_all(self, lines: Sequence[PlannedLine]) -> None:
        for line in lines:
            self.lines = with_line(self.lines, line)
        self._show_lines()

    # -- scans -------------------------------------------------------------------------------------

    def _scanned_anywhere(self, code: str) -> None:
        """Take a scan that came while a button or the table had the keyboard."""
        self.sku.setText(code)
        self._entered(code)

    def _entered(self, text: str) -> None:
        if self.counts.isChecked():
            self.sku.clear()  # at once: the next scan may come before this one is looked up
            self._desk.start(self._mode.take(text, lambda: self.lines), self)
        else:
            self._desk.start(self._to_quantity(), self)

    async def _next_scan(self, code: str) -> None:
        """Go on with the next product where its code was scanned into the quantity."""
        self.quantity.setValue(1)
        await self._add_line()
        self.sku.setText(code)
        await self._to_quantity()

    def _counted(self, lines: list[PlannedLine], sku: str) -> None:
        """Show what a scan did to the lines."""
        self.lines = lines
        self._show_lines()
        at = next((n for n, line in enumerate(lines) if line.sku == sku), -1)
        if at >= 0:
            self.table.choose_position(at)
        self.sku.setFocus(Qt.FocusReason.OtherFocusReason)

    def _counting_switched(self, on: bool) -> None:
        """Give the large word the place of the box while scans count."""
        self._desk.kept.save(_KEPT_COUNT, "1" if on else "0")
        form = self.form
        self.sign.setVisible(on)
        buttons = (form.addLineButton, form.takeLinesButton, form.fileLinesButton)
        for widget in (self.paste_field, self.quantity_field, *buttons):
            widget.setVisible(not on)
        self.sku.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- the list ----------------------------------------------------------------------------------

    def _show_lines(self) -> None:
        number = self._desk.texts.number
        units = sum(line.quantity for line in self.lines)
        words = tr("{0} products, {1} units")
        self.form.linesLabel.setText(words.format(number(len(self.lines)), number(units)))
        self.table.show_rows(self.lines)
        self._chosen(None)
        self._warned = False
        ready = bool(self.lines) and bool(self.house.count())
        why = tr("Add a product first.") if self.house.count() else tr("No JD.ID warehouse yet.")
        self.set_deed(tr("Submit"), allowed=ready, why_not=why)
        self.draft.allow(ready, why)
        self._keep_draft()

    def _keep_draft(self) -> None:
        """Write the lines down as they are: a crash costs none of them."""
        if self.lines and self.isVisible() and self.house.count():
            self._desk.start(self._drafting.keep(self.value()), self)

    def _chosen(self, line: PlannedLine | None) -> None:
        form = self.form
        form.chosenLabel.setText(line.sku if line else tr("Choose a line to change it"))
        for widget in (form.lineSpin, form.removeLineButton):
            widget.setEnabled(line is not None)
        if line is not None:
            blocked = form.lineSpin.blockSignals(True)
            form.lineSpin.setValue(line.quantity)
            form.lineSpin.blockSignals(blocked)

    def _change(self, units: int) -> None:
        chosen = self.table.chosen_row()
        if chosen is None:
            return
        at = [line.sku for line in self.lines].index(chosen.sku)
        self.lines[at] = PlannedLine(chosen.sku, chosen.name, units)
        self._show_lines()
        self.table.choose_position(at)

    def _remove(self) -> None:
        chosen = self.table.chosen_row()
        if chosen is not None:
            self.lines = [line for line in self.lines if line.sku != chosen.sku]
            self._show_lines()

    # -- deciding ----------------------------------------------------------------------------------

    def _keep(self) -> None:
        self._send = False
        self.accept()

    def reject(self) -> None:
        """Close; where lines would be lost, say so once first."""
        if self.lines and not self._warned:
            self._warned = True
            self.show_error(tr("Close again to give these lines up, or keep them as draft."))
            return
        super().reject()

    def value(self) -> Plan:
        """Give the plan."""
        return Plan(
            self.house.warehouse_no(), self.note.text().strip(), tuple(self.lines), self._send
        )
