"""Say whose a label page is where no number on it says so: look at it, name its order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.application.queries import Filter, LabelRow, Queries, Sort
from jdfulfil_desktop.domain.commands import OrderKey
from jdfulfil_desktop.domain.label_commands import AssignLabels, RemoveLabels
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.gui._generated.ui_loose_labels_dialog import Ui_LooseLabelsDialog
from jdfulfil_desktop.gui.desk import Desk
from jdfulfil_desktop.gui.form_parts import field_around, take_room
from jdfulfil_desktop.gui.rows_table import RowsTable, TableCard
from jdfulfil_desktop.gui.tables import Column, ColumnKind
from jdfulfil_desktop.gui.widgets import Button, ButtonKind, DialogFrame
from jdfulfil_desktop.gui.words import tr

_PREVIEW = 290


class LooseLabelsDialog(DialogFrame):
    """The pages that wait; each given to an order leaves the list, and the next one follows."""

    def __init__(self, desk: Desk, rows: Sequence[LabelRow], parent: QWidget) -> None:
        super().__init__(
            tr("Labels without an order"),
            tr("Assign"),
            intro=tr(
                "No number that an order has could be read on these pages. Enter or scan the "
                "order or tracking number of each."
            ),
            deed_name="assignLabelButton",
            width=760,
            parent=parent,
        )
        self._desk = desk
        self.given = 0
        holder = QWidget(self)
        form = Ui_LooseLabelsDialog()
        form.setupUi(holder)  # type: ignore[no-untyped-call]  # uic writes no annotations
        self.body.addWidget(holder)
        self.table = RowsTable(
            _columns(), name="looseLabelsTable", title=tr("Pages"), key=_id, parent=holder
        )
        form.tableLayout.addWidget(TableCard(self.table, holder))
        self.preview = form.previewLabel
        self.number = form.orderEdit
        self.field = field_around(self.number, tr("Order or tracking number"), required=True)
        self.number.textChanged.connect(lambda _text: self.field.set_error(""))
        remove = Button(tr("Remove page"), name="removeLabelButton", kind=ButtonKind.DANGER)
        remove.clicked.connect(lambda: self._desk.start(self._remove(), self))
        self.extra.addWidget(remove)
        self.cancel_button.setText(tr("Close"))
        self.table.rowChosen.connect(lambda row: self._desk.start(self._look_at(row), self))
        take_room(self, 900, 600)
        self._show(rows)

    def submit(self) -> None:
        """Give the page looked at to the order named, and stay open for the next one."""
        self._desk.start(self._assign(), self)

    def _show(self, rows: Sequence[LabelRow]) -> None:
        self.table.show_rows(list(rows))
        if rows:
            self.table.choose_position(0)
        self.number.clear()
        self.number.setFocus(Qt.FocusReason.OtherFocusReason)

    async def _look_at(self, row: LabelRow | None) -> None:
        if row is None:
            self.preview.clear()
            return
        scale = self.devicePixelRatioF()
        pdfs = await self._desk.read(lambda q: q.label_pdfs([row.id]))
        if row.id in pdfs and row == self.table.chosen_row():
            self.preview.setPixmap(await page_picture(self._desk, pdfs[row.id], _PREVIEW, scale))
            self.preview.setAccessibleName(row.read)

    async def _assign(self) -> None:
        row, typed = self.table.chosen_row(), "".join(self.number.text().split())
        if row is None or not typed:
            self.field.set_error(tr("Enter the number of the order."))
            return
        found = await self._desk.read(lambda q: orders_named(q, typed))
        if len(found) != 1:
            unknown = tr("No such order.")
            self.field.set_error(unknown if not found else tr("Several orders have this number."))
            return
        await self._desk.command(AssignLabels((row.id,), found[0]))
        self.given += 1
        await self._again()

    async def _remove(self) -> None:
        row = self.table.chosen_row()
        if row is not None:
            await self._desk.command(RemoveLabels((row.id,)))
            await self._again()

    async def _again(self) -> None:
        rows = await self._desk.read(lambda q: q.loose_labels())
        if rows:
            self._show(rows)
        else:
            self.accept()

    def value(self) -> tuple[int]:
        """Give how many pages were given to orders, in a tuple: none is an answer too."""
        return (self.given,)


def orders_named(q: Queries, number: str) -> list[OrderKey]:
    """Give the orders that a number names: their own, else a tracking number."""
    found = q.order_details(order_nos=[number], limit=3)
    if found:
        return [OrderKey(Channel(o.channel), o.order_no, o.store) for o in found]
    rows = q.outbound_page(Filter(search=number), Sort(), 0, 3)
    return [OrderKey(Channel(r.channel), r.order_no, r.store) for r in rows]


async def page_picture(desk: Desk, pdf: bytes, width: int, scale: float) -> QPixmap:
    """Draw a page as it is: paper, white in every theme."""
    labels = desk.program.labels
    wide, high, rows = await desk.work(lambda: labels.picture(pdf, round(width * scale)))
    image = QImage(rows, wide, high, wide * 4, QImage.Format.Format_RGB32).copy()
    picture = QPixmap.fromImage(image)
    picture.setDevicePixelRatio(scale)
    return picture


def _id(row: LabelRow) -> int:
    return row.id


def _columns() -> list[Column]:
    kind = ColumnKind

    def read(row: Any) -> str:
        return str(row.read)

    return [
        Column("file", tr("File"), kind.TEXT, 130, lambda r: r.file),
        Column("page", tr("Page"), kind.NUMBER, 84, lambda r: r.page),
        Column("read", tr("What can be read"), kind.TEXT, 200, read, stretch=True),
    ]
