"""Dialogs of the outbound page on one order: Atur Pengiriman, linking a channel SKU, binding."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.application.queries import OrderDetail, Queries, WarehouseRow
from jdfulfil_desktop.gui._generated.ui_arrange_dialog import Ui_ArrangeDialog
from jdfulfil_desktop.gui._generated.ui_link_sku_dialog import Ui_LinkSkuDialog
from jdfulfil_desktop.gui._generated.ui_order_house_dialog import Ui_OrderHouseDialog
from jdfulfil_desktop.gui.choosing import products_like
from jdfulfil_desktop.gui.desk import Desk
from jdfulfil_desktop.gui.form_parts import field_around
from jdfulfil_desktop.gui.theme import code_font
from jdfulfil_desktop.gui.widgets import DialogFrame
from jdfulfil_desktop.gui.words import tr


class ArrangeDialog(DialogFrame):
    """Enter the tracking number of one order (R39); gives it cleaned."""

    def __init__(self, order: OrderDetail, parent: QWidget) -> None:
        super().__init__(
            tr("Arrange shipment"),
            tr("Save and push"),
            intro=tr(
                "Order {0}: enter or scan the tracking number that the marketplace gave. "
                "The order is accepted with it."
            ).format(order.order_no),
            deed_name="saveTrackingButton",
            parent=parent,
        )
        holder = QWidget(self)
        form = Ui_ArrangeDialog()
        form.setupUi(holder)  # type: ignore[no-untyped-call]  # uic writes no annotations
        self.body.addWidget(holder)
        self.number = form.trackingEdit
        self.number.setFont(code_font())
        self.number.setText(order.tracking_no)
        self.field = field_around(
            self.number,
            tr("Tracking number"),
            help_text=tr("A number that a newer file brings goes before it until the push."),
            required=True,
        )
        self.number.textChanged.connect(lambda _text: self.field.set_error(""))

    def validate(self) -> bool:
        """Ask for a number."""
        given = bool(self.value())
        self.field.set_error("" if given else tr("Enter the tracking number."))
        return given

    def value(self) -> str:
        """Give the number without blanks."""
        return "".join(self.number.text().split())


class LinkDialog(DialogFrame):
    """Choose the master SKU that a channel SKU stands for (R16, R34); gives (sku, units)."""

    def __init__(
        self, desk: Desk, channel_sku: str, name: str, suggestion: str, parent: QWidget
    ) -> None:
        super().__init__(
            tr("Link SKU"),
            tr("Link"),
            intro=tr("Which product is {0} ({1})? All orders that wait for it go on.").format(
                channel_sku, name
            ),
            deed_name="linkSkuButton",
            parent=parent,
        )
        self._desk = desk
        holder = QWidget(self)
        form = Ui_LinkSkuDialog()
        form.setupUi(holder)  # type: ignore[no-untyped-call]  # uic writes no annotations
        self.body.addWidget(holder)
        self.choice, self.units = form.productEdit, form.unitsSpin
        self.choice.offer_from(desk, products_like)
        self.choice.setText(suggestion)
        self.choice.entered.connect(lambda _text: self.submit())
        self.field = field_around(
            self.choice,
            tr("Master product"),
            help_text=tr("Type or scan a SKU, a barcode or a part of the name."),
            required=True,
        )
        self.choice.textChanged.connect(lambda _text: self.field.set_error(""))
        field_around(self.units, tr("Units of it in one"))
        self._sku = ""

    def submit(self) -> None:
        """Look the product up first: a barcode names it as well."""
        self._desk.start(self._submit(), self)

    async def _submit(self) -> None:
        typed = self.choice.text().strip()
        self._sku = await self._desk.read(lambda q: _sku_named(q, typed))
        super().submit()

    def validate(self) -> bool:
        """Ask for a product that there is."""
        self.field.set_error("" if self._sku else tr("There is no product of this SKU or barcode."))
        return bool(self._sku)

    def value(self) -> tuple[str, int]:
        """Give the chosen SKU and how many units of it one piece is."""
        return self._sku, self.units.value()


def _sku_named(q: Queries, typed: str) -> str:
    found = q.goods_named([typed]).get(typed) if typed else None
    return found.sku if found else ""


class OrderHouseDialog(DialogFrame):
    """Choose the warehouse that a store's orders go to (R12); gives its number."""

    def __init__(
        self,
        store: str,
        warehouses: Sequence[WarehouseRow],
        parent: QWidget,
        *,
        title: str = "",
        intro: str = "",
    ) -> None:
        super().__init__(
            title or tr("Bind store to warehouse"),
            tr("Bind"),
            intro=intro or tr("Orders of {0} go to this warehouse.").format(store),
            deed_name="bindStoreButton",
            parent=parent,
        )
        holder = QWidget(self)
        form = Ui_OrderHouseDialog()
        form.setupUi(holder)  # type: ignore[no-untyped-call]  # uic writes no annotations
        self.body.addWidget(holder)
        self.choice = form.warehouseField
        self.choice.show_warehouses(warehouses)
        field_around(self.choice, tr("Warehouse"), required=True)
        self.set_deed(tr("Bind"), allowed=bool(warehouses), why_not=tr("No warehouse yet."))

    def value(self) -> str:
        """Give the chosen warehouse's number."""
        return str(self.choice.warehouse_no())
