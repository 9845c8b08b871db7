"""Split an order by hand over its store's warehouses (R14): one part a warehouse, unit by unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QGridLayout, QLineEdit, QSpinBox, QWidget

from jdfulfil_desktop.application.queries import Filter, OrderDetail, Queries, Sort
from jdfulfil_desktop.domain.commands import SplitPart
from jdfulfil_desktop.gui._generated.ui_split_order_dialog import Ui_SplitOrderDialog
from jdfulfil_desktop.gui.theme import SPACE_L, SPACE_S, code_font
from jdfulfil_desktop.gui.widgets import DialogFrame, FormField, SectionHeader, TextRole, text
from jdfulfil_desktop.gui.words import tr

_MOST_HOUSES = 50
_SPIN = 92


@dataclass(frozen=True, slots=True)
class Goods:
    """A master SKU of an order: units, and the bound warehouses that have it, by priority."""

    sku: str
    units: int
    houses: tuple[str, ...]


def goods_of(q: Queries, order: OrderDetail) -> list[Goods]:
    """Give the master SKUs of an order with the warehouses of its store that have them."""
    units: dict[str, int] = {}
    for line in order.lines:
        for sku, each in line.skus:
            units[sku] = units.get(sku, 0) + each * line.quantity
    store = next((row for row in q.stores() if row.name == order.store), None)
    bound = [number for number, _priority, _shop in store.bindings] if store else []
    return [Goods(sku, count, _houses_of(q, sku, bound)) for sku, count in units.items()]


def _houses_of(q: Queries, sku: str, bound: Sequence[str]) -> tuple[str, ...]:
    rows = q.stock_page(Filter(search=sku), Sort("sku"), 0, _MOST_HOUSES)
    having = {row.warehouse_no for row in rows if row.sku == sku}
    return tuple(number for number in bound if number in having)


class SplitDialog(DialogFrame):
    """Say how many units each warehouse sends, and each part's tracking number; gives the parts."""

    def __init__(self, order: OrderDetail, goods: Sequence[Goods], parent: QWidget) -> None:
        super().__init__(
            tr("Split order"),
            tr("Split order"),
            intro=tr(
                "Goods of different warehouses are not packed together. Each part of {0} becomes "
                "an outbound order and needs a tracking number of its own."
            ).format(order.order_no),
            deed_name="splitOrderButton",
            width=560,
            parent=parent,
        )
        self._goods = {item.sku: item for item in goods}
        self._houses = list(dict.fromkeys(house for item in goods for house in item.houses))
        self.units: dict[tuple[str, str], QSpinBox] = {}
        self.numbers: dict[str, QLineEdit] = {}
        self._by_house: dict[str, FormField] = {}
        holder = QWidget(self)
        self._form = Ui_SplitOrderDialog()
        self._form.setupUi(holder)  # type: ignore[no-untyped-call]  # uic writes no annotations
        self.body.addWidget(holder)
        self._form.partsLayout.addWidget(SectionHeader(tr("Which warehouse sends what")))
        self._add_units(holder)
        self._form.partsLayout.addWidget(SectionHeader(tr("Tracking number of each part")))
        for house in self._houses:
            self._add_number(house)
        self._show_parts()

    def _add_units(self, holder: QWidget) -> None:
        """Make a table: goods down, warehouses across, units in its cells."""
        table = QWidget(holder)
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_L)
        grid.setVerticalSpacing(SPACE_S)
        grid.setColumnStretch(0, 1)
        for column, house in enumerate(self._houses, 1):
            grid.addWidget(text(house, TextRole.DIM, parent=table), 0, column)
        for row, item in enumerate(self._goods.values(), 1):
            label = text(f"{item.sku} × {item.units}", TextRole.STRONG, parent=table)
            grid.addWidget(label, row, 0)
            for column, house in enumerate(self._houses, 1):
                if house in item.houses:
                    grid.addWidget(self._spin(item, house), row, column)
        self._form.partsLayout.addWidget(table)

    def _spin(self, item: Goods, house: str) -> QSpinBox:
        spin = QSpinBox()
        spin.setObjectName(f"units_{item.sku}_{house}")
        spin.setAccessibleName(tr("{0} from warehouse {1}").format(item.sku, house))
        # The style sheet's padding does not reach the line edit inside.
        spin.lineEdit().setTextMargins(SPACE_S - 2, 0, 0, 0)
        spin.setMinimumWidth(_SPIN)
        spin.setRange(0, item.units)
        spin.setValue(item.units if house == item.houses[0] else 0)
        spin.valueChanged.connect(lambda _value: self._show_parts())
        self.units[item.sku, house] = spin
        return spin

    def _add_number(self, house: str) -> None:
        edit = QLineEdit()
        edit.setObjectName(f"number_{house}")
        edit.setFont(code_font())
        edit.setMaxLength(200)
        self.numbers[house] = edit
        self._by_house[house] = FormField(
            tr("Warehouse {0}").format(house),
            edit,
            help_text=tr("Without one the part waits for it."),
        )
        self._form.partsLayout.addWidget(self._by_house[house])

    def _parts(self) -> Mapping[str, list[tuple[str, int]]]:
        parts: dict[str, list[tuple[str, int]]] = {}
        for (sku, house), spin in self.units.items():
            if spin.value():
                parts.setdefault(house, []).append((sku, spin.value()))
        return parts

    def _open(self) -> list[str]:
        """Give the SKUs whose units do not add up."""
        given = dict.fromkeys(self._goods, 0)
        for (sku, _house), spin in self.units.items():
            given[sku] += spin.value()
        return [sku for sku, item in self._goods.items() if given[sku] != item.units]

    def _show_parts(self) -> None:
        parts, wrong = self._parts(), self._open()
        for house, field in self._by_house.items():
            field.setVisible(house in parts)
        possible = not wrong and len(parts) > 1
        why_not = tr("Choose at least two warehouses.")
        if wrong:
            item = self._goods[wrong[0]]
            why_not = tr("{0}: the parts have to add up to {1}.").format(item.sku, item.units)
        words = tr("Split into {0} parts").format(len(parts)) if possible else tr("Split order")
        self.set_deed(words, allowed=possible, why_not=why_not)

    def value(self) -> tuple[SplitPart, ...]:
        """Give the parts, in the order of their warehouses."""
        return tuple(
            SplitPart(tuple(items), "".join(self.numbers[house].text().split()), house)
            for house, items in self._parts().items()
        )
