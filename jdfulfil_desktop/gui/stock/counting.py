"""Hitung stok: count what lies in an own warehouse, by scanner or by hand (R22)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.application.queries import (
    Filter,
    GoodsName,
    Queries,
    Sort,
    StockListRow,
    WarehouseRow,
)
from jdfulfil_desktop.gui._generated.ui_count_dialog import Ui_CountDialog
from jdfulfil_desktop.gui.choosing import products_like
from jdfulfil_desktop.gui.desk import Desk
from jdfulfil_desktop.gui.form_parts import field_around, take_room
from jdfulfil_desktop.gui.rows_table import RowsTable, TableCard
from jdfulfil_desktop.gui.sounds import Sounds, Tone
from jdfulfil_desktop.gui.stock.columns import signed
from jdfulfil_desktop.gui.tables import Column, ColumnKind, StatusCell
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import DialogFrame
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts

_PAGE = 1000
MOST = 999_999


@dataclass(frozen=True, slots=True)
class Counted:
    """A product that was counted, and what the program had of it; `found` False: nobody saw it."""

    sku: str
    name: str
    on_hand: int
    units: int
    found: bool = True


@dataclass(frozen=True, slots=True)
class Count:
    """What was counted: where, how many of what, and whether that is everything."""

    warehouse_no: str
    units: Mapping[str, int]
    whole: bool


class CountDialog(DialogFrame):
    """Count by scanning: each Enter adds the units beside the field; gives a `Count`."""

    def __init__(
        self,
        desk: Desk,
        houses: Sequence[WarehouseRow],
        parent: QWidget,
        *,
        house: str = "",
        sounds: Sounds | None = None,
    ) -> None:
        super().__init__(
            tr("Count stock"),
            tr("Keep the count"),
            intro=tr("Scan each piece, or type a SKU and how many there are."),
            deed_name="keepCountButton",
            width=720,
            parent=parent,
        )
        self._desk = desk
        self._sounds = sounds or Sounds()
        self.finished.connect(lambda _result: self._sounds.close())
        self._book: dict[str, StockListRow] = {}
        self._counted: dict[str, Counted] = {}
        holder = QWidget(self)
        self.form = Ui_CountDialog()
        self.form.setupUi(holder)  # type: ignore[no-untyped-call]  # uic writes no annotations
        form = self.form
        self.house, self.sku, self.units = form.warehouseField, form.skuEdit, form.unitsSpin
        self.house.show_warehouses(houses, house)
        self.table = RowsTable(
            _columns(desk.texts), name="countTable", title=tr("Counted"), key=lambda row: row.sku
        )
        self.form.tableLayout.addWidget(TableCard(self.table, holder))
        self.body.addWidget(holder)
        self._name_fields()
        self._wire()
        take_room(self, 860, 620)
        self._show()
        desk.start(self._read_book(), self)

    def _name_fields(self) -> None:
        form = self.form
        field_around(self.house, tr("Own warehouse"), required=True)
        self.sku_field = field_around(
            self.sku, tr("Product"), help_text=tr("Type or scan a SKU, a barcode or a name.")
        )
        field_around(self.units, tr("Pieces"), help_text=" ")
        self.units.setValue(1)
        self.units.setMaximum(MOST)
        form.addCountButton.dress(tr("Add"), "plus")
        form.removeCountButton.dress(tr("Take out"), "minus")
        form.wholeCheck.setText(tr("Everything was counted: what was not found is 0"))
        form.wholeCheck.setAccessibleName(form.wholeCheck.text())

    def _wire(self) -> None:
        form, start = self.form, self._desk.start
        self.sku.offer_from(self._desk, products_like)
        self.sku.entered.connect(lambda _text: start(self._add(), self))
        self.units.entered.connect(lambda: start(self._add(), self))
        form.addCountButton.clicked.connect(lambda: start(self._add(), self))
        form.removeCountButton.clicked.connect(self._take_out)
        form.wholeCheck.toggled.connect(lambda _on: self._show())
        self.house.currentIndexChanged.connect(lambda _at: start(self._read_book(), self))
        self.table.rowActivated.connect(self._change)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin where the scanner types."""
        super().showEvent(event)
        self.sku.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- counting ---------------------------------------------------------------------------------

    async def _read_book(self) -> None:
        """Read what the program has in this warehouse; a count for another one begins anew."""
        number = self.house.warehouse_no()
        rows = await self._desk.read(lambda q: _all_of(q, number))
        if number == self.house.warehouse_no():
            self._book = {row.sku: row for row in rows}
            self._counted = {
                sku: replace(line, on_hand=self._on_hand(sku))
                for sku, line in self._counted.items()
            }
            self._show()

    async def _add(self) -> None:
        """Add the pieces to the product that the field names; a tone says how it went."""
        text, units = self.sku.text().strip(), self.units.value()
        goods = (await self._desk.read(lambda q: q.goods_named([text]))).get(text)
        if goods is None:
            self._sounds.play(Tone.WRONG)
            self.sku_field.set_error(tr("There is no such product."))
            self.sku.selectAll()
            return
        self._sounds.play(Tone.RIGHT)
        self.sku_field.set_error("")
        self._count(goods, units)
        self.sku.clear()
        self.units.setValue(1)
        self.sku.setFocus()

    def _count(self, goods: GoodsName, units: int) -> None:
        known = self._counted.pop(goods.sku, None)
        total = min(units + (known.units if known else 0), MOST)
        line = Counted(goods.sku, goods.name, self._on_hand(goods.sku), total)
        self._counted[goods.sku] = line
        words = tr("{0}: {1} counted, {2} on hand until now.")
        number = self._desk.texts.number
        said = words.format(line.sku, number(line.units), number(line.on_hand))
        self.form.saidLabel.setText(said)
        self._show()

    def _on_hand(self, sku: str) -> int:
        row = self._book.get(sku)
        return row.on_hand if row else 0

    def _take_out(self) -> None:
        row = self.table.chosen_row()
        if row is not None and self._counted.pop(row.sku, None) is not None:
            self._show()

    def _change(self, row: Counted) -> None:
        """Take a line back into the fields, to be counted anew."""
        if row.found:
            self._counted.pop(row.sku, None)
            self._show()
        self.sku.setText(row.sku)
        self.units.setValue(row.units)
        self.units.setFocus()
        self.units.selectAll()

    def lines(self) -> list[Counted]:
        """Give what was counted, the newest first, then what nobody found where that counts."""
        found = list(reversed(self._counted.values()))
        if not self.form.wholeCheck.isChecked():
            return found
        missed = [
            Counted(row.sku, row.name, row.on_hand, 0, found=False)
            for row in self._book.values()
            if row.sku not in self._counted
        ]
        return [*found, *missed]

    def _show(self) -> None:
        lines = self.lines()
        self.table.show_rows(lines)
        changed = sum(1 for line in lines if line.units != line.on_hand)
        words = tr("Keep the count: {0} figures change").format(self._desk.texts.number(changed))
        nothing = tr("Nothing is counted yet.")
        self.set_deed(words, allowed=bool(lines) and self.house.count() > 0, why_not=nothing)
        self.form.removeCountButton.allow(bool(self._counted), nothing)

    def value(self) -> Count:
        """Give the count."""
        units = {sku: line.units for sku, line in self._counted.items()}
        return Count(self.house.warehouse_no(), units, self.form.wholeCheck.isChecked())


def _all_of(q: Queries, number: str) -> list[StockListRow]:
    wanted, rows = Filter(equals={"warehouse_no": number}), list[StockListRow]()
    while True:
        part = q.stock_page(wanted, Sort("sku"), len(rows), _PAGE)
        rows += part
        if len(part) < _PAGE:
            return rows


def _columns(texts: Texts) -> list[Column]:
    kind = ColumnKind
    return [
        Column("sku", tr("SKU"), kind.CODE, 160, lambda r: r.sku),
        Column("name", tr("Name"), kind.TEXT, 200, lambda r: r.name, stretch=True),
        Column("on_hand", texts.figure("on_hand"), kind.NUMBER, 100, lambda r: r.on_hand),
        Column("units", tr("Counted"), kind.NUMBER, 100, lambda r: r.units),
        Column("change", tr("Difference"), kind.STATUS, 140, lambda r: _change_cell(r, texts)),
    ]


def _change_cell(row: Counted, texts: Texts) -> StatusCell:
    change = row.units - row.on_hand
    if not change:
        return StatusCell(StatusKind.DONE, tr("Same"))
    kind = StatusKind.NEEDS_YOU if row.found else StatusKind.FAILED
    return StatusCell(kind, signed(change, texts))
