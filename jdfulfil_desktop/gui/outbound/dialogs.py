"""Dialogs of the outbound page: Atur Pengiriman, linking a channel SKU, binding a store."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox, QWidget

from jdfulfil_desktop.application.queries import OrderDetail, ProductRow, WarehouseRow
from jdfulfil_desktop.gui.widgets import DialogFrame, FormField
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
        self.number = QLineEdit(order.tracking_no)
        self.number.setObjectName("trackingEdit")
        self.number.setMaxLength(200)
        self.field = FormField(tr("Tracking number"), self.number, required=True)
        self.body.addWidget(self.field)
        self.number.setFocus()

    def validate(self) -> bool:
        """Ask for a number."""
        given = bool(self.number.text().strip())
        self.field.set_error("" if given else tr("Enter the tracking number."))
        return given

    def value(self) -> str:
        """Give the number without blanks around it."""
        return self.number.text().strip()


class LinkDialog(DialogFrame):
    """Choose the master SKU that a channel SKU stands for (R16, R34); gives (sku, units)."""

    def __init__(
        self,
        channel_sku: str,
        name: str,
        products: Sequence[ProductRow],
        suggestion: str,
        parent: QWidget,
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
        self.choice = QComboBox()
        self.choice.setObjectName("productCombo")
        self.choice.setEditable(True)
        self.choice.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for product in products:
            self.choice.addItem(f"{product.sku} · {product.name}", product.sku)
        at = self.choice.findData(suggestion)
        self.choice.setCurrentIndex(at if at >= 0 else -1)
        self.units = QSpinBox()
        self.units.setObjectName("unitsSpin")
        self.units.setRange(1, 9999)
        self.field = FormField(
            tr("Master product"),
            self.choice,
            help_text=tr("Type or scan a SKU or a part of the name."),
            required=True,
        )
        self.body.addWidget(self.field)
        self.body.addWidget(FormField(tr("Units of it in one"), self.units))

    def _sku(self) -> str:
        at = self.choice.findText(self.choice.currentText())
        if at >= 0:
            return str(self.choice.itemData(at))
        typed = self.choice.currentText().strip().casefold()
        for at in range(self.choice.count()):
            if str(self.choice.itemData(at)).casefold() == typed:
                return str(self.choice.itemData(at))
        return ""

    def validate(self) -> bool:
        """Ask for a product that there is."""
        known = bool(self._sku())
        self.field.set_error("" if known else tr("Choose a product from the list."))
        return known

    def value(self) -> tuple[str, int]:
        """Give the chosen SKU and how many units of it one piece is."""
        return self._sku(), self.units.value()


class BindStoreDialog(DialogFrame):
    """Choose the warehouse that a store's orders go to (R12); gives its number."""

    def __init__(self, store: str, warehouses: Sequence[WarehouseRow], parent: QWidget) -> None:
        super().__init__(
            tr("Bind store to warehouse"),
            tr("Bind"),
            intro=tr("Orders of {0} go to this warehouse.").format(store),
            deed_name="bindStoreButton",
            parent=parent,
        )
        self.choice = QComboBox()
        self.choice.setObjectName("warehouseCombo")
        for house in warehouses:
            self.choice.addItem(house.warehouse_no, house.warehouse_no)
        self.body.addWidget(FormField(tr("Warehouse"), self.choice, required=True))
        self.set_deed(tr("Bind"), allowed=bool(warehouses), why_not=tr("No warehouse yet."))

    def value(self) -> str:
        """Give the chosen warehouse's number."""
        return str(self.choice.currentData())
