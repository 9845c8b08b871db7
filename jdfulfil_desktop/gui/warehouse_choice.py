"""Choose a warehouse: as a filter beside a list, or as a field of a dialog."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from jdfulfil_desktop.application.queries import WarehouseRow
from jdfulfil_desktop.domain.warehouse import WarehouseKind
from jdfulfil_desktop.gui.words import tr


def house_words(row: WarehouseRow) -> str:
    """Name a warehouse in one line; JD's by number only, for their names hold the PIN (R9)."""
    if row.kind == WarehouseKind.JD:
        return f"{row.warehouse_no} · JD"
    return f"{row.warehouse_no} · {row.name}" if row.name else row.warehouse_no


class WarehouseField(QComboBox):
    """Choose one of the warehouses given; `warehouse_no()` is the chosen one's number."""

    def show_warehouses(self, rows: Sequence[WarehouseRow], chosen: str = "") -> None:
        """Offer these; `chosen`, or what was chosen before, stays chosen where it is offered."""
        wanted = chosen or self.warehouse_no()
        blocked = self.blockSignals(True)
        self.clear()
        for row in rows:
            self.addItem(house_words(row), row.warehouse_no)
        self.setCurrentIndex(max(self.findData(wanted), 0 if rows else -1))
        self.blockSignals(blocked)

    def warehouse_no(self) -> str:
        """Give the chosen warehouse's number; empty for none."""
        return str(self.currentData() or "")


class WarehouseFilter(WarehouseField):
    """Narrow a list to one warehouse; `chosen(number)`, empty for all of them."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Warehouse"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.addItem(tr("All warehouses"), "")
        self.activated.connect(lambda _at: self.chosen.emit(self.warehouse_no()))

    def show_warehouses(self, rows: Sequence[WarehouseRow], chosen: str = "") -> None:
        """Offer all, and each of these."""
        wanted = chosen or self.warehouse_no()
        super().show_warehouses(rows)
        self.insertItem(0, tr("All warehouses"), "")
        self.select(wanted)

    def select(self, warehouse_no: str) -> None:
        """Show one as chosen, without a signal."""
        self.setCurrentIndex(max(self.findData(warehouse_no), 0))
