"""Ask where products go, and what R13 and R17 ask before they do."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from jdfulfil_desktop.application.queries import ProductRow, WarehouseRow
from jdfulfil_desktop.domain.product import ShelfLife
from jdfulfil_desktop.domain.warehouse import WarehouseKind
from jdfulfil_desktop.gui._generated.ui_register_dialog import Ui_RegisterDialog
from jdfulfil_desktop.gui.form_parts import field_around
from jdfulfil_desktop.gui.products.problems import on_card
from jdfulfil_desktop.gui.rows_table import RowsTable
from jdfulfil_desktop.gui.tables import Column, ColumnKind
from jdfulfil_desktop.gui.theme import HEADER_HEIGHT, ROW_HEIGHT
from jdfulfil_desktop.gui.widgets import DialogFrame
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts

_SEEN_ROWS = 4


class RegisterDialog(DialogFrame):
    """Choose a warehouse for products and answer what has to be agreed; gives its number.

    `fixed`: the warehouse is chosen already.
    """

    def __init__(
        self,
        rows: Sequence[ProductRow],
        houses: Sequence[WarehouseRow],
        texts: Texts,
        parent: QWidget,
        *,
        house: str = "",
        fixed: bool = False,
    ) -> None:
        super().__init__(
            tr("Add to warehouse"),
            tr("Register"),
            deed_name="saveRegistrationButton",
            width=800,
            parent=parent,
        )
        self._rows, self._texts = rows, texts
        self._houses = {row.warehouse_no: row for row in houses}
        holder = QWidget(self)
        self.form = Ui_RegisterDialog()
        self.form.setupUi(holder)  # type: ignore[no-untyped-call]  # uic writes no annotations
        self.body.addWidget(holder)
        self.form.warehouseField.show_warehouses(houses, house)
        field_around(
            self.form.warehouseField,
            tr("Warehouse"),
            help_text=tr("What JD has already is adopted: nothing is made twice."),
            required=True,
        )
        self.form.warehouseField.setEnabled(not fixed)
        self._add_tables()
        self.form.warehouseField.currentIndexChanged.connect(self._house_changed)
        for box in (self.form.lifeCheck, self.form.otherCheck):
            box.toggled.connect(self._show_deed)
        self._house_changed()

    # -- the two questions ------------------------------------------------------------------------

    def _add_tables(self) -> None:
        texts, kind = self._texts, ColumnKind
        sku = Column("sku", tr("Master SKU"), kind.CODE, 170, lambda r: r.sku)

        def limit(which: str) -> Callable[[ProductRow], str]:
            return lambda r: self._limit(r, which)

        def days(row: ProductRow) -> str:
            return texts.count("days", row.shelf_life_days or 0)

        self.lives = RowsTable(
            [
                sku,
                Column("days", tr("Validity"), kind.TEXT, 110, days),
                Column("inbound", tr("Coming in"), kind.TEXT, 220, limit("inbound")),
                Column(
                    "outbound", tr("Going out"), kind.TEXT, 170, limit("outbound"), stretch=True
                ),
            ],
            name="shelfLifeTable",
            title=tr("Shelf lives to confirm"),
            key=lambda r: r.sku,
        )
        self.others = RowsTable(
            [
                sku,
                Column("name", tr("Name"), kind.TEXT, 200, lambda r: r.name, stretch=True),
                Column(
                    "houses", tr("Lies in"), kind.TEXT, 200, lambda r: ", ".join(self._apart(r))
                ),
            ],
            name="otherHouseTable",
            title=tr("Products in another warehouse"),
            key=lambda r: r.sku,
        )
        self._add_words()

    def _add_words(self) -> None:
        """Say what has to be agreed to, and put each table on its card."""
        form = self.form
        form.lifeTitle.setText(tr("Shelf life: final once JD has it (R17)").upper())
        form.otherTitle.setText(tr("In another warehouse already (R13)").upper())
        form.lifeCheck.setText(tr("I checked the days. They can never be changed afterwards."))
        form.otherCheck.setText(tr("Put them in both; an order may then find its goods apart."))
        for box in (form.lifeCheck, form.otherCheck):
            box.setAccessibleName(box.text())
        self._cards = {
            form.lifeTitle: on_card(self.lives),
            form.otherTitle: on_card(self.others),
        }
        form.lifeLayout.addWidget(self._cards[form.lifeTitle])
        form.otherLayout.addWidget(self._cards[form.otherTitle])

    def _limit(self, row: ProductRow, which: str) -> str:
        """Say a limit in days and as the share that JD keeps."""
        life = ShelfLife(
            row.shelf_life_days or 1, row.inbound_limit_days or 0, row.outbound_limit_days or 0
        )
        days = getattr(life, f"{which}_limit_days")
        share = self._texts.formats.decimal(float(getattr(life, f"{which}_share")), 2)
        return tr("{0} ({1} of validity)").format(self._texts.count("days", days), share)

    def _apart(self, row: ProductRow) -> list[str]:
        """Give the other warehouses that a product lies in; own ones do not mind each other."""
        number = self.form.warehouseField.warehouse_no()
        own = {n for n, h in self._houses.items() if h.kind == WarehouseKind.OWN}
        others = [house for house in row.warehouses if house != number]
        return others if not {number, *others} <= own else []

    def _to_jd(self) -> bool:
        house = self._houses.get(self.form.warehouseField.warehouse_no())
        return house is not None and house.kind == WarehouseKind.JD

    def _house_changed(self) -> None:
        """Ask anew for the warehouse that is chosen now."""
        form = self.form
        lives = [r for r in self._rows if r.shelf_life_days and not r.shelf_life_confirmed]
        others = [row for row in self._rows if self._apart(row)]
        for title, table, box, shown in (
            (form.lifeTitle, self.lives, form.lifeCheck, lives if self._to_jd() else []),
            (form.otherTitle, self.others, form.otherCheck, others),
        ):
            self._ask(title, table, box, shown)
        self._show_deed()

    def _ask(
        self, title: QLabel, table: RowsTable, box: QCheckBox, rows: Sequence[ProductRow]
    ) -> None:
        table.show_rows(rows)
        box.setChecked(False)
        height = HEADER_HEIGHT + ROW_HEIGHT * min(len(rows), _SEEN_ROWS) + 4
        self._cards[title].setFixedHeight(height)
        for widget in (title, self._cards[title], box):
            widget.setVisible(bool(rows))

    def asks(self) -> bool:
        """Tell whether something has to be agreed to for the warehouse that is chosen."""
        return bool(self.lives.rows() or self.others.rows())

    def _show_deed(self, *_changed: object) -> None:
        form = self.form
        boxes = [(form.lifeCheck, self.lives), (form.otherCheck, self.others)]
        open_ones = [box for box, table in boxes if table.rows() and not box.isChecked()]
        count = self._texts.count("products", len(self._rows))
        words = tr("Register {0} at JD") if self._to_jd() else tr("Place {0}")
        self.set_deed(
            words.format(count),
            allowed=not open_ones and bool(self._rows),
            why_not=tr("Please confirm first."),
        )

    def value(self) -> tuple[str, bool]:
        """Give the warehouse's number, and whether it is JD's."""
        return self.form.warehouseField.warehouse_no(), self._to_jd()
