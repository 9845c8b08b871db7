"""Tambah Satuan (R25): one product to one location, by hand or with two scans."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QListWidgetItem, QWidget

from jdfulfil_desktop.application.queries import (
    Filter,
    GoodsName,
    LocationRow,
    Queries,
    Sort,
    WarehouseRow,
)
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.location import location_code
from jdfulfil_desktop.gui._generated.ui_bind_single_dialog import Ui_BindSingleDialog
from jdfulfil_desktop.gui.choosing import products_like
from jdfulfil_desktop.gui.desk import Desk
from jdfulfil_desktop.gui.form_parts import field_around, take_room
from jdfulfil_desktop.gui.tables.pictures import pixmap_of
from jdfulfil_desktop.gui.theme import Role, code_font, icon
from jdfulfil_desktop.gui.widgets import DialogFrame
from jdfulfil_desktop.gui.words import tr

_PAUSE_MS = 150
_PICTURE = 56
_Known = tuple[GoodsName | None, list[LocationRow], list[LocationRow], bytes]
"""The product, where it lies, what is free for it, and its picture."""
_LISTED = 300


class BindSingleDialog(DialogFrame):
    """Choose product, warehouse and location; gives (warehouse, code, SKU).

    Locations that the product lies at already are not offered. Enter after the product goes to the
    location, Enter there binds.
    """

    def __init__(
        self,
        desk: Desk,
        houses: Sequence[WarehouseRow],
        parent: QWidget,
        *,
        house: str = "",
        sku: str = "",
        place: str = "",
    ) -> None:
        super().__init__(
            tr("Add product to location"),
            tr("OK"),
            deed_name="bindButton",
            width=520,
            parent=parent,
        )
        self._desk = desk
        self._goods: GoodsName | None = None
        holder = QWidget(self)
        form = Ui_BindSingleDialog()
        form.setupUi(holder)  # type: ignore[no-untyped-call]  # uic writes no annotations
        self.house, self.sku, self.place = form.warehouseField, form.skuEdit, form.placeEdit
        self.places, self._picture = form.placesList, form.pictureLabel
        self._name, self._lying = form.goodsLabel, form.lyingLabel
        self.body.addWidget(holder)
        self._add_fields(houses, house)
        self._wire()
        self.sku.setText(sku)
        self.place.setText(place)
        self._pause.start()
        take_room(self, 520, 640)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin where something is missing."""
        super().showEvent(event)
        first = self.place if self.sku.text() else self.sku
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_fields(self, houses: Sequence[WarehouseRow], house: str) -> None:
        self.house.show_warehouses(houses, house)
        field_around(self.house, tr("Warehouse"), required=True)
        self.sku_field = field_around(
            self.sku,
            tr("Master SKU"),
            help_text=tr("Type or scan a SKU, a barcode or a part of the name."),
            required=True,
        )
        self.place_field = field_around(
            self.place,
            tr("Location"),
            help_text=tr("Type or scan, or choose below. Its own locations are left out."),
            required=True,
        )
        self.places.setAccessibleName(tr("Free locations"))
        self.sku.setFont(code_font())
        self.place.setFont(code_font())
        self.places.setFont(code_font())
        self.set_deed(tr("OK"), allowed=bool(houses), why_not=tr("No warehouse yet."))

    def _wire(self) -> None:
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(lambda: self._desk.start(self._look(), self))
        self.sku.offer_from(self._desk, products_like)
        self.sku.textChanged.connect(lambda _text: self._pause.start())
        self.place.textEdited.connect(lambda _text: self._pause.start())
        self.house.currentIndexChanged.connect(lambda _at: self._pause.start())
        self.sku.entered.connect(lambda _text: self.place.setFocus(Qt.FocusReason.TabFocusReason))
        self.place.entered.connect(lambda _text: self.submit())
        self.places.itemClicked.connect(lambda item: self.place.setText(item.text()))
        self.places.itemActivated.connect(self._take)

    def _take(self, item: QListWidgetItem) -> None:
        self.place.setText(item.text())
        self.submit()

    # -- what is known -----------------------------------------------------------------------------

    async def _look(self) -> None:
        """Show the product, and the locations that are free for it."""
        number, text, typed = self.house.warehouse_no(), self.sku.text().strip(), self.place.text()

        def read(q: Queries) -> _Known:
            goods = q.goods_named([text]).get(text)
            here = {"warehouse_no": number}
            lying = here | {"sku": goods.sku} if goods else None
            mine = q.location_page(Filter(equals=lying), Sort("code"), 0, _LISTED) if lying else []
            found = q.location_page(
                Filter(search=typed.strip(), equals=here), Sort("code"), 0, _LISTED
            )
            picture = q.picture(goods.sku) if goods and goods.picture else b""
            return goods, mine, found, picture

        goods, mine, found, picture = await self._desk.read(read)
        if (number, text) == (self.house.warehouse_no(), self.sku.text().strip()):
            self._show_picture(picture)
            self._show(goods, [row.code for row in mine], found)

    def _show(
        self, goods: GoodsName | None, mine: Sequence[str], found: Sequence[LocationRow]
    ) -> None:
        self._goods = goods
        self._name.setText(goods.name if goods else tr("No product chosen yet"))
        lying = (
            tr("Lies at {0}").format(", ".join(mine)) if mine else tr("Has no location here yet")
        )
        self._lying.setText(lying if goods else "")
        free = [row.code for row in found if goods is None or goods.sku not in row.skus]
        self.places.clear()
        self.places.addItems(free)
        if not free:
            none = QListWidgetItem(tr("No free location here"), self.places)
            none.setFlags(Qt.ItemFlag.NoItemFlags)

    def _show_picture(self, picture: bytes) -> None:
        side = _PICTURE
        shown = pixmap_of(picture, side, self._picture.devicePixelRatioF())
        if shown.isNull():
            shown = icon("image-outline", Role.CONTROL).pixmap(side // 2, side // 2)
        self._picture.setPixmap(shown)

    # -- deciding ----------------------------------------------------------------------------------

    def submit(self) -> None:
        """Check product and location against what is there, then close as agreed."""
        self._desk.start(self._check(), self)

    async def _check(self) -> None:
        text, number = self.sku.text().strip(), self.house.warehouse_no()
        code = _cleaned(self.place.text())
        goods, lying = await self._desk.read(
            lambda q: (q.goods_named([text]).get(text), q.lying_at(number, [code]).get(code))
        )
        self._goods = goods
        wrong_sku = "" if goods else tr("There is no such product.")
        wrong_place = "" if lying is not None else tr("This warehouse has no such location.")
        if goods and lying and goods.sku in lying:
            wrong_place = tr("It lies there already.")
        self.sku_field.set_error(wrong_sku)
        self.place_field.set_error(wrong_place)
        if wrong_sku or wrong_place:
            edit = self.sku if wrong_sku else self.place
            edit.setFocus(Qt.FocusReason.OtherFocusReason)
            edit.selectAll()
        else:
            self.accept()

    def value(self) -> tuple[str, str, str]:
        """Give warehouse number, location code and master SKU."""
        sku = self._goods.sku if self._goods else ""
        return self.house.warehouse_no(), _cleaned(self.place.text()), sku


def _cleaned(text: str) -> str:
    try:
        return location_code(text)
    except RuleError:
        return ""
