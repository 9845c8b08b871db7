"""Offer the goods that JD already has, and take them over with progress and Cancel (R20)."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from jdfulfil_desktop.application.remote.adopting import Adoption, adopt_goods, count_goods
from jdfulfil_desktop.application.remote.office import Office
from jdfulfil_desktop.domain.errors import FulfilError
from jdfulfil_desktop.gui._generated.ui_adopt_dialog import Ui_AdoptDialog
from jdfulfil_desktop.gui.desk import Desk
from jdfulfil_desktop.gui.form_parts import field_around
from jdfulfil_desktop.gui.widgets import DialogFrame
from jdfulfil_desktop.gui.words import tr


class AdoptDialog(DialogFrame):
    """Choose a warehouse, see how many goods JD has, take them over; gives the Adoption.

    Cancel while it works keeps what was taken over; the rest can be had later.
    """

    def __init__(self, desk: Desk, houses: Sequence[str], parent: QWidget) -> None:
        super().__init__(
            tr("Take over JD's goods"),
            tr("Take over"),
            intro=tr(
                "What JD already has becomes a master product here, with JD's figure as its "
                "opening stock. Products that you have already are found by number or barcode."
            ),
            deed_name="adoptGoodsButton",
            width=480,
            parent=parent,
        )
        self._desk = desk
        self._under_way: asyncio.Future[None] | None = None
        self._result: Adoption | None = None
        holder = QWidget(self)
        self.form = Ui_AdoptDialog()
        self.form.setupUi(holder)  # type: ignore[no-untyped-call]  # uic writes no annotations
        self.body.addWidget(holder)
        self.form.warehouseCombo.addItems(list(houses))
        self._house = field_around(self.form.warehouseCombo, tr("Warehouse"), required=True)
        self.form.warehouseCombo.currentTextChanged.connect(lambda _text: self._count())
        words = tr("Also what lies in one of my own warehouses (R13)")
        self.form.agreedCheck.setText(words)
        self.form.agreedCheck.setAccessibleName(words)
        self.form.adoptBar.setAccessibleName(tr("Progress"))
        self.form.adoptBar.setVisible(False)
        self.rejected.connect(self._give_up)
        self._count()

    def warehouse_no(self) -> str:
        """Give the warehouse chosen."""
        return str(self.form.warehouseCombo.currentText())

    def value(self) -> Adoption | None:
        """Give what came of it."""
        return self._result

    def _count(self) -> None:
        self.set_deed(tr("Take over"), allowed=False, why_not=tr("JD.ID is being asked."))
        self.form.countLabel.setText(tr("JD is asked how many goods it has …"))
        self._under_way = self._desk.start(self._ask_count(self.warehouse_no()), self)

    async def _ask_count(self, house: str) -> None:
        try:
            count = await self._desk.remote(lambda office: count_goods(office, house))
        except FulfilError as error:
            words = self._desk.texts.error(error)
            self.form.countLabel.setText(f"{words.message} {words.fix}".strip())
            return
        if house != self.warehouse_no():
            return
        number = self._desk.texts.number(count)
        self.form.countLabel.setText(tr("JD has {0} goods in this department.").format(number))
        deed = tr("Take over {0} goods").format(number) if count else tr("Take over")
        self.set_deed(deed, allowed=bool(count), why_not=tr("JD has no goods here yet."))

    def submit(self) -> None:
        """Take over; the dialog closes when it is done."""
        self.show_error("")
        self._under_way = self._desk.start(self._adopt(), self)

    def _give_up(self) -> None:
        if self._under_way is not None:
            self._under_way.cancel()

    async def _adopt(self) -> None:
        house, agreed = self.warehouse_no(), bool(self.form.agreedCheck.isChecked())
        loop = asyncio.get_running_loop()

        def progress(done: int, total: int) -> None:
            loop.call_soon_threadsafe(self._show_progress, done, total)

        async def use_case(office: Office) -> Adoption:
            return await adopt_goods(office, house, confirmed=agreed, progress=progress)

        self.set_busy(True)
        self.form.adoptBar.setVisible(True)
        self._show_progress(0, 0)
        try:
            self._result = await self._desk.remote(use_case)
        except FulfilError as error:
            words = self._desk.texts.error(error)
            self.show_error(f"{words.message} {words.fix}".strip())
            return
        finally:
            if isValid(self):
                self.set_busy(False)
        self.accept()

    def _show_progress(self, done: int, total: int) -> None:
        if not isValid(self):
            return
        self.form.adoptBar.setRange(0, total)
        self.form.adoptBar.setValue(done)
        number = self._desk.texts.number
        if total:
            words = tr("{0} of {1} looked at").format(number(done), number(total))
            self.form.countLabel.setText(words)


def adopted_words(done: Adoption, desk: Desk) -> str:
    """Say what came of it."""
    number = desk.texts.number
    words = tr("{0} goods taken over, {1} of them new products.")
    said = words.format(number(done.adopted), number(done.new))
    if done.problems:
        lie = tr("{0} lie in your own warehouse as well and were left alone (R13).")
        said = f"{said} {lie.format(number(len(done.problems)))}"
    return said
