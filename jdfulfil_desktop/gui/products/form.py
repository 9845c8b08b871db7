"""Add or change one product: R16's fields, R17's shelf life, and where it goes first (R19)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSpinBox, QWidget

from jdfulfil_desktop.application.queries import WarehouseRow
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.product import Picture, Product, ShelfLife
from jdfulfil_desktop.gui._generated.ui_product_dialog import Ui_ProductDialog
from jdfulfil_desktop.gui.desk import Desk
from jdfulfil_desktop.gui.form_parts import field_around, take_room
from jdfulfil_desktop.gui.products.picture_field import PictureField
from jdfulfil_desktop.gui.warehouse_choice import house_words
from jdfulfil_desktop.gui.widgets import DialogFrame, FormField
from jdfulfil_desktop.gui.words import tr


@dataclass(frozen=True, slots=True)
class Entry:
    """What the form gives: the product, and for a new one where it goes and how many come."""

    product: Product
    warehouse_no: str = ""
    quantity: int = 0
    new_picture: bool = False
    picture_name: str = ""
    picture: Picture | None = None
    """With `new_picture`: the one to keep from now on, None for none."""


class ProductDialog(DialogFrame):
    """Enter a product; gives an `Entry`. `fixed`: JD holds the shelf life already, for good."""

    def __init__(
        self,
        desk: Desk,
        start: Entry | None,
        houses: Sequence[WarehouseRow],
        parent: QWidget,
        *,
        fixed: bool = False,
    ) -> None:
        product = start.product if start else None
        self._known = product if product is not None and product.id is not None else None
        super().__init__(
            tr("Edit product") if self._known else tr("Add product"),
            tr("Save"),
            intro="" if self._known else _first_words(),
            deed_name="saveProductButton",
            width=680,
            parent=parent,
        )
        self._desk, self._texts = desk, desk.texts
        self._fixed = fixed
        holder = QWidget(self)
        self.form = Ui_ProductDialog()
        self.form.setupUi(holder)  # type: ignore[no-untyped-call]  # uic writes no annotations
        self.body.addWidget(holder)
        self.fields: dict[str, FormField] = {}
        self._add_fields()
        self._add_places(houses)
        self._wire()
        self._fill(product)
        if start is not None:
            self._choose_place(start.warehouse_no, start.quantity)
            if start.new_picture:
                self.picture.hold(start.picture_name, start.picture)
        self._life_changed()
        self.form.outerLayout.addStretch(1)
        take_room(self, 680, 560 if self._known else 620)

    # -- the form ---------------------------------------------------------------------------------

    def _add_fields(self) -> None:
        form = self.form
        for name, field, label, needed, hint in (
            ("sku", form.skuEdit, tr("Master SKU"), True, ""),
            ("name", form.nameEdit, tr("Name"), True, ""),
            ("barcode", form.barcodeEdit, tr("Barcode"), False, ""),
            ("family", form.familyEdit, tr("Family of variants"), False, ""),
            ("colour", form.colourEdit, tr("Colour"), False, ""),
            ("size", form.sizeEdit, tr("Size of the variant"), False, ""),
            ("weight", form.weightSpin, tr("Weight"), False, ""),
            ("length", form.lengthSpin, tr("Length"), False, ""),
            ("width", form.widthSpin, tr("Width"), False, ""),
            ("height", form.heightSpin, tr("Height"), False, ""),
            ("days", form.daysSpin, tr("Validity"), False, ""),
            ("inbound", form.inboundSpin, tr("Least days when coming in"), False, ""),
            ("outbound", form.outboundSpin, tr("Least days when going out"), False, ""),
        ):
            self.fields[name] = field_around(field, label, help_text=hint, required=needed)
        form.familyEdit.setToolTip(tr("The same for all its colours and sizes"))
        self.picture = PictureField(
            self._desk,
            self,
            form.pictureLabel,
            form.pictureNameLabel,
            (form.choosePictureButton, form.removePictureButton),
        )
        form.weightSpin.setSuffix(" kg")
        for spin in (form.lengthSpin, form.widthSpin, form.heightSpin):
            spin.setSuffix(" cm")
        for whole in (form.daysSpin, form.inboundSpin, form.outboundSpin):
            whole.setSuffix(tr(" days"))
        for spin in (form.weightSpin, form.lengthSpin, form.widthSpin, form.heightSpin):
            spin.setSpecialValueText("–")
        form.lifeCheck.setText(tr("This product has a shelf life"))
        form.lifeCheck.setAccessibleName(form.lifeCheck.text())

    def _add_places(self, houses: Sequence[WarehouseRow]) -> None:
        """Offer a first warehouse for a new product (R19); what is known is placed elsewhere."""
        form = self.form
        form.placeCombo.addItem(tr("Not now"), "")
        for house in houses:
            form.placeCombo.addItem(house_words(house), house.warehouse_no)
        self.fields["place"] = field_around(form.placeCombo, tr("Register for warehouse"))
        self.fields["quantity"] = field_around(form.quantitySpin, tr("Quantity coming in"))
        offered = self._known is None and bool(houses)
        self.fields["place"].setVisible(offered)
        self.fields["quantity"].setVisible(offered)

    def _choose_place(self, warehouse_no: str, quantity: int) -> None:
        combo = self.form.placeCombo
        combo.setCurrentIndex(max(combo.findData(warehouse_no), 0))
        self.form.quantitySpin.setValue(quantity)

    def _wire(self) -> None:
        form = self.form
        form.lifeCheck.toggled.connect(self._life_changed)
        for spin in (form.daysSpin, form.inboundSpin, form.outboundSpin):
            spin.valueChanged.connect(self._life_changed)
        form.placeCombo.currentIndexChanged.connect(
            lambda: form.quantitySpin.setEnabled(bool(form.placeCombo.currentData()))
        )
        form.quantitySpin.setEnabled(False)
        for name, edit in (
            ("sku", form.skuEdit),
            ("name", form.nameEdit),
            ("barcode", form.barcodeEdit),
        ):
            edit.textChanged.connect(lambda _t, name=name: self.fields[name].set_error(""))

    def _fill(self, product: Product | None) -> None:
        if product is None:
            return
        form = self.form
        form.skuEdit.setText(product.sku)
        if self._known is not None:
            form.skuEdit.setReadOnly(True)
            form.skuEdit.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        form.nameEdit.setText(product.name)
        form.barcodeEdit.setText(product.barcode)
        form.familyEdit.setText(product.family)
        form.colourEdit.setText(product.colour)
        form.sizeEdit.setText(product.size)
        self.picture.fill(product.picture, product.sku if self._known else "")
        form.weightSpin.setValue(product.weight_g / 1000)
        form.lengthSpin.setValue(product.length_mm / 10)
        form.widthSpin.setValue(product.width_mm / 10)
        form.heightSpin.setValue(product.height_mm / 10)
        if product.shelf_life:
            form.lifeCheck.setChecked(True)
            form.daysSpin.setValue(product.shelf_life.days)
            form.inboundSpin.setValue(product.shelf_life.inbound_limit_days)
            form.outboundSpin.setValue(product.shelf_life.outbound_limit_days)

    # -- shelf life -------------------------------------------------------------------------------

    def _life_changed(self, *_changed: object) -> None:
        """Show what JD would get, or that it is final (R17)."""
        form = self.form
        on = form.lifeCheck.isChecked()
        form.lifeCheck.setEnabled(not self._fixed)
        spins: tuple[QSpinBox, ...] = (form.daysSpin, form.inboundSpin, form.outboundSpin)
        for name in ("days", "inbound", "outbound"):
            self.fields[name].setVisible(on)
            self.fields[name].set_error("")
        for spin in spins:
            spin.setEnabled(not self._fixed)
        form.lifeLabel.setVisible(on)
        form.lifeLabel.setText(self._life_words() if on else "")

    def _life_words(self) -> str:
        if self._fixed:
            return tr("JD holds these days already, and there they are final (R17).")
        life = self._life()
        if life is None:
            return tr("The validity can never be changed once JD has it; it is asked for then.")
        return tr(
            "JD gets {0} and the shares {1} and {2}. It never lets them change; you confirm "
            "them before the product first goes there (R17)."
        ).format(
            self._texts.count("days", life.days),
            self._share(life.inbound_share),
            self._share(life.outbound_share),
        )

    def _share(self, share: Decimal) -> str:
        return self._texts.formats.decimal(float(share), 2)

    def _life(self) -> ShelfLife | None:
        """Give the shelf life as it is entered; None for none, or one that cannot be."""
        form = self.form
        if not form.lifeCheck.isChecked():
            return None
        try:
            return ShelfLife(
                form.daysSpin.value(), form.inboundSpin.value(), form.outboundSpin.value()
            )
        except RuleError:
            return None

    # -- what comes of it -------------------------------------------------------------------------

    def validate(self) -> bool:
        """Check the fields, each where it is wrong."""
        form = self.form
        good = True
        for name, edit in (("sku", form.skuEdit), ("name", form.nameEdit)):
            given = bool(edit.text().strip())
            self.fields[name].set_error("" if given else tr("This is needed."))
            good = good and given
        if form.lifeCheck.isChecked() and self._life() is None:
            days = form.daysSpin.value()
            self.fields["days"].set_error("" if days else tr("More than 0 days."))
            for name, spin in (("inbound", form.inboundSpin), ("outbound", form.outboundSpin)):
                over = bool(days) and spin.value() > days
                self.fields[name].set_error(tr("At most the validity.") if over else "")
            good = False
        return good

    def value(self) -> Entry:
        """Give the product; what the form does not show stays as it is known."""
        form = self.form
        known = self._known or Product(Sku(""), "")
        product = replace(
            known,
            sku=Sku(form.skuEdit.text().strip()),
            name=" ".join(form.nameEdit.text().split()),
            barcode=form.barcodeEdit.text().strip(),
            family=" ".join(form.familyEdit.text().split()),
            colour=" ".join(form.colourEdit.text().split()),
            size=" ".join(form.sizeEdit.text().split()),
            weight_g=round(form.weightSpin.value() * 1000),
            length_mm=round(form.lengthSpin.value() * 10),
            width_mm=round(form.widthSpin.value() * 10),
            height_mm=round(form.heightSpin.value() * 10),
            shelf_life=self._life(),
        )
        place = "" if self._known else str(form.placeCombo.currentData() or "")
        quantity = form.quantitySpin.value() if place else 0
        chosen = self.picture
        return Entry(product, place, quantity, chosen.changed, chosen.name, chosen.picture)


def _first_words() -> str:
    """Say what comes of a new product (R19)."""
    return tr(
        "With a warehouse it is registered at JD at once; with a quantity, an inbound "
        "list is made for it."
    )
