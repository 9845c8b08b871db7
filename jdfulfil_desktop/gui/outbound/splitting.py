"""Split an order by hand whose goods lie in different warehouses (R14): one part a warehouse."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from jdfulfil_desktop.application.queries import Filter, OrderDetail, Queries, Sort
from jdfulfil_desktop.domain.commands import SplitPart
from jdfulfil_desktop.gui._generated.ui_split_order_dialog import Ui_SplitOrderDialog
from jdfulfil_desktop.gui.theme import code_font
from jdfulfil_desktop.gui.widgets import DialogFrame, FormField, SectionHeader
from jdfulfil_desktop.gui.words import tr

_MOST_HOUSES = 50


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
    """Say which warehouse sends what, and each part's tracking number; gives the parts."""

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
        self.choices: dict[str, QComboBox] = {}
        self.numbers: dict[str, QLineEdit] = {}
        self._by_house: dict[str, FormField] = {}
        holder = QWidget(self)
        self._form = Ui_SplitOrderDialog()
        self._form.setupUi(holder)  # type: ignore[no-untyped-call]  # uic writes no annotations
        self.body.addWidget(holder)
        self._form.partsLayout.addWidget(SectionHeader(tr("Which warehouse sends what")))
        for item in goods:
            self._add_choice(item)
        self._form.partsLayout.addWidget(SectionHeader(tr("Tracking number of each part")))
        for number in dict.fromkeys(house for item in goods for house in item.houses):
            self._add_number(number)
        self._show_parts()

    def _add_choice(self, item: Goods) -> None:
        choice = QComboBox()
        choice.setObjectName(f"house_{item.sku}")
        choice.addItems(list(item.houses))
        choice.currentIndexChanged.connect(lambda _at: self._show_parts())
        self.choices[item.sku] = choice
        self._form.partsLayout.addWidget(FormField(f"{item.sku} × {item.units}", choice))

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

    def _parts(self) -> Mapping[str, list[Goods]]:
        parts: dict[str, list[Goods]] = {}
        for sku, choice in self.choices.items():
            parts.setdefault(choice.currentText(), []).append(self._goods[sku])
        return parts

    def _show_parts(self) -> None:
        parts = self._parts()
        for house, field in self._by_house.items():
            field.setVisible(house in parts)
        possible = "" not in parts and len(parts) > 1
        words = tr("Split into {0} parts").format(len(parts)) if possible else tr("Split order")
        self.set_deed(words, allowed=possible, why_not=tr("Choose at least two warehouses."))

    def value(self) -> tuple[SplitPart, ...]:
        """Give the parts, in the order of their warehouses."""
        return tuple(
            SplitPart(
                tuple((item.sku, item.units) for item in items),
                "".join(self.numbers[house].text().split()),
            )
            for house, items in self._parts().items()
        )
