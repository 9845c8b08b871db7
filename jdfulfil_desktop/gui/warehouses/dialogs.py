"""Dialogs of the warehouse page: an own warehouse, a store, a store's warehouse and contact."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from jdfulfil_desktop.application.queries import StoreRow, WarehouseRow
from jdfulfil_desktop.domain.commands import AddStore, BindStore
from jdfulfil_desktop.domain.order import MARKETPLACES, Channel
from jdfulfil_desktop.domain.warehouse import WarehouseKind
from jdfulfil_desktop.gui._generated.ui_bind_store_dialog import Ui_BindStoreDialog
from jdfulfil_desktop.gui._generated.ui_store_dialog import Ui_StoreDialog
from jdfulfil_desktop.gui.form_parts import field_around, take_room
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import DialogFrame, FormField, Notice
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts


class OwnWarehouseDialog(DialogFrame):
    """Name a warehouse of the merchant's own (R11); gives the name."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            tr("Add own warehouse"),
            tr("Add warehouse"),
            intro=tr(
                "Orders that resolve to it get an outbound order that is never pushed: "
                "you ship them yourself."
            ),
            deed_name="saveOwnWarehouseButton",
            parent=parent,
        )
        self.name = QLineEdit()
        self.name.setObjectName("warehouseNameEdit")
        self.name.setMaxLength(100)
        self.field = FormField(
            tr("Name"), self.name, help_text=tr("Such as Gudang Bandung."), required=True
        )
        self.body.addWidget(self.field)

    def validate(self) -> bool:
        """Ask for a name."""
        self.field.set_error("" if self.value() else tr("Enter a name."))
        return bool(self.value())

    def value(self) -> str:
        """Give the name."""
        return self.name.text().strip()


class StoreDialog(DialogFrame):
    """Add a store of a channel; gives the AddStore command."""

    def __init__(self, texts: Texts, known: Sequence[str], parent: QWidget) -> None:
        super().__init__(
            tr("Add store"),
            tr("Add store"),
            intro=tr("Name it as you call it. Its order files are imported under this name."),
            deed_name="saveStoreButton",
            parent=parent,
        )
        self._known = {name.casefold() for name in known}
        holder = QWidget(self)
        self.form = Ui_StoreDialog()
        self.form.setupUi(holder)  # type: ignore[no-untyped-call]  # uic writes no annotations
        self.body.addWidget(holder)
        for channel in Channel:
            self.form.channelCombo.addItem(texts.channel(channel), channel.value)
        self.name_field = field_around(self.form.nameEdit, tr("Name of the store"), required=True)
        self.channel_field = field_around(self.form.channelCombo, tr("Channel"), required=True)
        self.form.channelCombo.currentIndexChanged.connect(self._say_limits)
        self.notice = Notice(StatusKind.NEEDS_YOU, parent=self)
        self.body.addWidget(self.notice)

    def _channel(self) -> Channel:
        return Channel(str(self.form.channelCombo.currentData()))

    def _say_limits(self) -> None:
        """Say at once that a channel cannot use JD (R32)."""
        supported = self._channel() in MARKETPLACES
        words = tr("This channel has no electronic waybill: JD cannot ship its orders (R32).")
        self.notice.show_notice(StatusKind.NEEDS_YOU, "" if supported else words)

    def validate(self) -> bool:
        """Ask for a name that no other store has."""
        name = self.form.nameEdit.text().strip()
        words = "" if name else tr("Enter a name.")
        if name.casefold() in self._known:
            words = tr("A store of this name exists.")
        self.name_field.set_error(words)
        return not words

    def value(self) -> AddStore:
        """Give the command."""
        return AddStore(self.form.nameEdit.text().strip(), self._channel())


class BindDialog(DialogFrame):
    """Bind a store to a warehouse with a priority and a contact (R12); gives BindStore."""

    def __init__(
        self,
        stores: Sequence[StoreRow],
        houses: Sequence[WarehouseRow],
        parent: QWidget,
        *,
        store: str = "",
        house: str = "",
    ) -> None:
        super().__init__(
            tr("Bind store to warehouse"),
            tr("Bind"),
            intro=tr(
                "An order goes to the warehouse its store is bound to. With several, the first "
                "by priority that stocks every line wins."
            ),
            deed_name="saveBindingButton",
            width=520,
            parent=parent,
        )
        self._stores = {row.name: row for row in stores}
        self._houses = {row.warehouse_no: row for row in houses if row.active}
        holder = QWidget(self)
        self.form = Ui_BindStoreDialog()
        self.form.setupUi(holder)  # type: ignore[no-untyped-call]  # uic writes no annotations
        self.body.addWidget(holder)
        self.notice = Notice(StatusKind.NEEDS_YOU, parent=self)
        self.body.addWidget(self.notice)
        self._add_words()
        self.form.storeCombo.addItems(list(self._stores))
        self.form.storeCombo.setCurrentText(store or next(iter(self._stores), ""))
        self.form.warehouseField.show_warehouses(list(self._houses.values()), house)
        self.form.storeCombo.currentTextChanged.connect(self._store_chosen)
        self.form.warehouseField.currentIndexChanged.connect(self._house_chosen)
        self._store_chosen()
        allowed = bool(self._stores and self._houses)
        self.set_deed(tr("Bind"), allowed=allowed, why_not=tr("Add a store and a warehouse first."))
        self.body.addStretch(1)
        take_room(self, 520, 560)

    def _add_words(self) -> None:
        field_around(self.form.storeCombo, tr("Store"), required=True)
        field_around(self.form.warehouseField, tr("Warehouse"), required=True)
        field_around(self.form.prioritySpin, tr("Priority"))
        self.form.contactLabel.setText(tr("After-sales contact for JD").upper())
        field_around(self.form.nameEdit, tr("Contact name"))
        field_around(self.form.phoneEdit, tr("Phone"))
        field_around(
            self.form.addressEdit,
            tr("Address"),
            help_text=tr("Left blank, JD gets the department's or the warehouse's."),
        )

    def _store_chosen(self) -> None:
        """Show what is known of the store."""
        store = self._stores.get(self.form.storeCombo.currentText())
        if store is None:
            return
        self.form.nameEdit.setText(store.contact_name)
        self.form.phoneEdit.setText(store.contact_phone)
        self.form.addressEdit.setText(store.contact_address)
        self._house_chosen()

    def _house_chosen(self) -> None:
        """Offer the binding's priority, else the next free one; say what cannot work (R32)."""
        store = self._stores.get(self.form.storeCombo.currentText())
        if store is None:
            return
        number = self.form.warehouseField.warehouse_no()
        taken = {house: priority for house, priority, _shop in store.bindings}
        self.form.prioritySpin.setValue(taken.get(number, max(taken.values(), default=0) + 1))
        house = self._houses.get(number)
        to_jd = house is not None and house.kind == WarehouseKind.JD
        unable = to_jd and Channel(store.channel) not in MARKETPLACES
        words = tr("This channel has no electronic waybill: JD cannot ship its orders (R32).")
        self.notice.show_notice(StatusKind.NEEDS_YOU, words if unable else "")

    def value(self) -> BindStore:
        """Give the command."""
        return BindStore(
            self.form.storeCombo.currentText(),
            self.form.warehouseField.warehouse_no(),
            self.form.prioritySpin.value(),
            self.form.nameEdit.text().strip(),
            self.form.phoneEdit.text().strip(),
            self.form.addressEdit.text().strip(),
        )
