"""Dialogs of the outbound list's filters and named views."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QComboBox, QWidget

from jdfulfil_desktop.application.queries import Queries, StoreRow, WarehouseRow
from jdfulfil_desktop.domain.holds import KINDS
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.gui._generated.ui_outbound_filter_dialog import Ui_OutboundFilterDialog
from jdfulfil_desktop.gui._generated.ui_view_name_dialog import Ui_ViewNameDialog
from jdfulfil_desktop.gui.form_parts import field_around
from jdfulfil_desktop.gui.outbound.named_views import NamedViews
from jdfulfil_desktop.gui.warehouse_choice import house_words
from jdfulfil_desktop.gui.widgets import Button, DialogFrame
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts


@dataclass(frozen=True, slots=True)
class Choices:
    """What orders can be narrowed to."""

    stores: Sequence[StoreRow]
    houses: Sequence[WarehouseRow]
    couriers: Sequence[str]


def choices(q: Queries) -> Choices:
    """Read what there is to choose from."""
    return Choices(q.stores(), q.warehouses(), q.couriers())


class FilterDialog(DialogFrame):
    """Choose channel, store, warehouse, courier and reason; gives the exact values by column."""

    def __init__(
        self, offered: Choices, chosen: Mapping[str, str], texts: Texts, parent: QWidget
    ) -> None:
        super().__init__(
            tr("Filter orders"),
            tr("Apply"),
            deed_name="applyFilterButton",
            width=560,
            parent=parent,
        )
        holder = QWidget(self)
        form = Ui_OutboundFilterDialog()
        form.setupUi(holder)  # type: ignore[no-untyped-call]  # uic writes no annotations
        self.body.addWidget(holder)
        self.fields: dict[str, QComboBox] = {
            "channel": form.channelField,
            "store": form.storeField,
            "warehouse_no": form.warehouseField,
            "courier": form.courierField,
            "reason_code": form.reasonField,
        }
        self._offer("channel", tr("Channel"), [(c.value, texts.channel(c)) for c in Channel])
        self._offer("store", tr("Store"), [(row.name, row.name) for row in offered.stores])
        houses = [(row.warehouse_no, house_words(row)) for row in offered.houses]
        self._offer("warehouse_no", tr("Warehouse"), houses)
        self._offer(
            "courier", tr("Courier"), [(c, texts.courier(c) or c) for c in offered.couriers]
        )
        self._offer(
            "reason_code", tr("Reason"), [(k.code, texts.reason(k.code).short) for k in KINDS]
        )
        for key, value in chosen.items():
            if key in self.fields:
                self.fields[key].setCurrentIndex(max(self.fields[key].findData(value), 0))
        clear = Button(tr("Clear all"), name="clearFilterButton")
        clear.clicked.connect(self._clear)
        self.extra.addWidget(clear)

    def _offer(self, key: str, label: str, rows: Sequence[tuple[str, str]]) -> None:
        box = self.fields[key]
        box.addItem(tr("All"), "")
        for value, words in rows:
            box.addItem(words, value)
        field_around(box, label)

    def _clear(self) -> None:
        for box in self.fields.values():
            box.setCurrentIndex(0)

    def value(self) -> dict[str, str]:
        """Give what was chosen, by column; what is not narrowed is left out."""
        found = {key: str(box.currentData() or "") for key, box in self.fields.items()}
        return {key: value for key, value in found.items() if value}


class ViewNameDialog(DialogFrame):
    """Name a view; gives the name. With `old` it is another name for that one."""

    def __init__(self, views: NamedViews, parent: QWidget, *, old: str = "") -> None:
        super().__init__(
            tr("Rename view") if old else tr("Save view"),
            tr("Rename") if old else tr("Save"),
            intro=tr("Basket, search, filters, order and columns are kept under this name."),
            deed_name="saveViewButton",
            width=420,
            parent=parent,
        )
        self._views, self._old = views, old
        holder = QWidget(self)
        form = Ui_ViewNameDialog()
        form.setupUi(holder)  # type: ignore[no-untyped-call]  # uic writes no annotations
        self.body.addWidget(holder)
        self.name = form.nameEdit
        self.name.setText(old)
        self.field = field_around(self.name, tr("Name"), required=True)
        self.name.textChanged.connect(lambda _text: self._judge())

    def _judge(self) -> None:
        """Say before it happens that a view of this name is replaced."""
        self.field.set_error("")
        replaces = not self._old and self._views.taken(self.value())
        self.deed_button.setText(tr("Replace") if replaces else tr("Save"))
        if self._old:
            self.deed_button.setText(tr("Rename"))

    def validate(self) -> bool:
        """Ask for a name that no other view has; saving anew may replace one."""
        name = self.value()
        clash = bool(self._old) and name.casefold() != self._old.casefold()
        if not name:
            self.field.set_error(tr("Enter a name."))
        elif clash and self._views.taken(name):
            self.field.set_error(tr("There is a view of this name."))
        else:
            return True
        return False

    def value(self) -> str:
        """Give the name without blanks around it."""
        return " ".join(self.name.text().split())
