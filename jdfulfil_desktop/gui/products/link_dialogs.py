"""Say what a channel SKU stands for: one product, or several as a bundle (R16)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.application.queries import StoreRow
from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.domain.product import Component
from jdfulfil_desktop.gui._generated.ui_link_dialog import Ui_LinkDialog
from jdfulfil_desktop.gui._generated.ui_new_link_dialog import Ui_NewLinkDialog
from jdfulfil_desktop.gui.choosing import products_like
from jdfulfil_desktop.gui.desk import Desk
from jdfulfil_desktop.gui.form_parts import field_around
from jdfulfil_desktop.gui.products.problems import on_card
from jdfulfil_desktop.gui.rows_table import RowsTable
from jdfulfil_desktop.gui.tables import Column, ColumnKind
from jdfulfil_desktop.gui.widgets import DialogFrame
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts

_PARTS_HEIGHT = 150


@dataclass(frozen=True, slots=True)
class Part:
    """A product of a bundle: its name, and how many units are in one piece."""

    sku: str
    name: str
    units: int


class LinkDialog(DialogFrame):
    """Choose the products that a channel SKU stands for; gives a tuple of `Component`.

    With one product, Enter is enough. "Add to bundle" puts further ones into the list.
    """

    def __init__(
        self,
        desk: Desk,
        channel_sku: str,
        name: str,
        parent: QWidget,
        *,
        suggestion: str = "",
        parts: Sequence[Part] = (),
    ) -> None:
        named = f"{channel_sku} ({name})" if name else channel_sku
        super().__init__(
            tr("Change link") if parts else tr("Link SKU"),
            tr("Link"),
            intro=tr("Which product is {0}? All orders that wait for it go on.").format(named),
            deed_name="linkSkuButton",
            width=520,
            parent=parent,
        )
        self._desk = desk
        self.parts: list[Part] = list(parts)
        holder = QWidget(self)
        self.form = Ui_LinkDialog()
        self.form.setupUi(holder)  # type: ignore[no-untyped-call]  # uic writes no annotations
        self.body.addWidget(holder)
        self.form.skuEdit.offer_from(desk, products_like)
        self.field = field_around(
            self.form.skuEdit,
            tr("Master product"),
            help_text=tr("Type or scan a SKU, a barcode or a part of the name."),
            required=True,
        )
        field_around(self.form.unitsSpin, tr("Units in one"), help_text=" ")
        self._add_parts()
        self.form.skuEdit.setText(suggestion)
        self.form.skuEdit.entered.connect(lambda _text: self.submit())
        self.form.unitsSpin.entered.connect(self.submit)
        self._show_parts()

    def _add_parts(self) -> None:
        form = self.form
        self.table = RowsTable(
            _columns(), name="partsTable", title=tr("Products of the bundle"), key=lambda p: p.sku
        )
        form.tableLayout.addWidget(on_card(self.table, _PARTS_HEIGHT))
        form.addPartButton.dress(tr("Add to bundle"), "plus")
        form.removePartButton.dress(tr("Take out"), "minus")
        form.addPartButton.clicked.connect(lambda: self._desk.start(self._add(), self))
        form.removePartButton.clicked.connect(self._take_out)
        self.table.rowActivated.connect(self._change)

    # -- the bundle -------------------------------------------------------------------------------

    def _show_parts(self) -> None:
        form, several = self.form, bool(self.parts)
        form.partsHolder.setVisible(several)
        self.table.show_rows(self.parts)
        form.hintLabel.setText(
            tr("Is it sold as a set? Add its products one after the other.") if not several else ""
        )
        form.partsLabel.setText(tr("One piece takes all of these. Enter on a line changes it."))
        words = tr("Link as bundle of {0}").format(len(self.parts))
        self.set_deed(words if len(self.parts) > 1 else tr("Link"))

    async def _add(self) -> bool:
        """Put the product of the field into the list; False where there is none."""
        part = await self._look_up()
        if part is None:
            return False
        merged = {known.sku: known for known in self.parts}
        merged[part.sku] = part
        self.parts = list(merged.values())
        self.form.skuEdit.clear()
        self.form.unitsSpin.setValue(1)
        self._show_parts()
        self.form.skuEdit.setFocus()
        return True

    def _take_out(self) -> None:
        row = self.table.chosen_row()
        if row is not None:
            self.parts = [part for part in self.parts if part.sku != row.sku]
            self._show_parts()

    def _change(self, row: Part) -> None:
        """Bring a line back into the fields."""
        self.form.skuEdit.setText(row.sku)
        self.form.unitsSpin.setValue(row.units)
        self.form.unitsSpin.setFocus()
        self.form.unitsSpin.selectAll()

    # -- deciding ---------------------------------------------------------------------------------

    def submit(self) -> None:
        """Look the product up, by SKU or barcode, before closing; a list alone is enough."""
        self._desk.start(self._finish(), self)

    async def _finish(self) -> None:
        if (self.parts and not self.form.skuEdit.text().strip()) or await self._add():
            self.accept()

    async def _look_up(self) -> Part | None:
        text = self.form.skuEdit.text().strip()
        found = (await self._desk.read(lambda q: q.goods_named([text]))).get(text)
        self.field.set_error("" if found else tr("Choose a product from the list."))
        return Part(found.sku, found.name, self.form.unitsSpin.value()) if found else None

    def value(self) -> tuple[Component, ...]:
        """Give the products and their units."""
        return tuple(Component(Sku(part.sku), part.units) for part in self.parts)


def _columns() -> list[Column]:
    kind = ColumnKind
    return [
        Column("sku", tr("Master SKU"), kind.CODE, 150, lambda p: p.sku),
        Column("name", tr("Name"), kind.TEXT, 180, lambda p: p.name, stretch=True),
        Column("units", tr("Units in one"), kind.NUMBER, 110, lambda p: p.units),
    ]


@dataclass(frozen=True, slots=True)
class NewLink:
    """A channel SKU that is to stand for a product: where it is sold, and its units."""

    channel: Channel
    store: str
    channel_sku: str
    units: int


class NewLinkDialog(DialogFrame):
    """Link a channel SKU that no order has named yet; gives a `NewLink`."""

    def __init__(self, sku: str, stores: Sequence[StoreRow], texts: Texts, parent: QWidget) -> None:
        super().__init__(
            tr("Link channel SKU"),
            tr("Link"),
            intro=tr("Under which SKU does a store sell {0}?").format(sku),
            deed_name="linkChannelSkuButton",
            parent=parent,
        )
        holder = QWidget(self)
        self.form = Ui_NewLinkDialog()
        self.form.setupUi(holder)  # type: ignore[no-untyped-call]  # uic writes no annotations
        self.body.addWidget(holder)
        form = self.form
        for store in stores:
            words = f"{store.name} · {texts.channel(store.channel)}"
            form.storeCombo.addItem(words, (store.channel, store.name))
        for channel in sorted({store.channel for store in stores}):
            words = tr("Every store of {0}").format(texts.channel(channel))
            form.storeCombo.addItem(words, (channel, ""))
        field_around(form.storeCombo, tr("Store"), required=True)
        self.field = field_around(form.channelSkuEdit, tr("Channel SKU"), required=True)
        field_around(form.unitsSpin, tr("Units in one"))
        form.channelSkuEdit.setText(sku)
        form.channelSkuEdit.selectAll()
        form.unitsSpin.entered.connect(self.submit)
        self.set_deed(tr("Link"), allowed=bool(stores), why_not=tr("Add a store first."))

    def validate(self) -> bool:
        """Take only what names a channel SKU."""
        given = bool(self.form.channelSkuEdit.text().strip())
        self.field.set_error("" if given else tr("This is needed."))
        return given

    def value(self) -> NewLink:
        """Give what was entered."""
        channel, store = self.form.storeCombo.currentData()
        text = self.form.channelSkuEdit.text().strip()
        return NewLink(Channel(channel), store, text, self.form.unitsSpin.value())
