"""Choose how labels are printed: sheet or roll, bars or QR, copies, places used up; with a look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPagedPaintDevice, QPixmap
from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.gui._generated.ui_label_dialog import Ui_LabelDialog
from jdfulfil_desktop.gui.form_parts import field_around
from jdfulfil_desktop.gui.papers.canvas import Canvas
from jdfulfil_desktop.gui.papers.labels import (
    A4_3X8,
    ROLL_50X30,
    SHEETS,
    Label,
    LabelSheet,
    paint_label,
    paint_labels,
)
from jdfulfil_desktop.gui.papers.output import save_pdf, send_to_printer
from jdfulfil_desktop.gui.shell import Shell
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import Button, DialogFrame, ask
from jdfulfil_desktop.gui.words import tr

_PREVIEW = 290
_KEPT_SHEET, _KEPT_QR = "labels/sheet", "labels/qr"


@dataclass(frozen=True, slots=True)
class LabelChoice:
    """What was chosen; `printer` False for a PDF."""

    sheet: LabelSheet
    qr: bool
    copies: int
    skip: int
    printer: bool


class LabelDialog(DialogFrame):
    """Choose how `labels` are printed; gives a `LabelChoice`."""

    def __init__(
        self,
        labels: Sequence[Label],
        parent: QWidget,
        *,
        sheet: str = "",
        qr: bool = False,
        scale: float = 1.0,
    ) -> None:
        super().__init__(
            tr("Print labels"),
            tr("Save PDF"),
            deed_name="saveLabelsButton",
            width=660,
            parent=parent,
        )
        self._labels, self._scale, self._printer = labels, scale, False
        holder = QWidget(self)
        form = Ui_LabelDialog()
        form.setupUi(holder)  # type: ignore[no-untyped-call]  # uic writes no annotations
        self.sheet, self.symbol = form.sheetField, form.symbolField
        self.copies, self.skip = form.copiesSpin, form.skipSpin
        self._preview, self.count = form.previewLabel, form.countLabel
        self.body.addWidget(holder)
        self._add_fields(sheet, qr=qr)
        self.print_button = Button(tr("Print"), name="printLabelsButton", icon_name="printer")
        self.print_button.clicked.connect(self._print)
        self.extra.addWidget(self.print_button)
        for box in (self.sheet, self.symbol):
            box.currentIndexChanged.connect(lambda _at: self._show())
        for spin in (self.copies, self.skip):
            spin.valueChanged.connect(lambda _value: self._show())
        self._show()

    def _add_fields(self, sheet: str, *, qr: bool) -> None:
        words = {
            A4_3X8: tr("A4 sheet, 3 x 8 labels of 70 x 37 mm"),
            ROLL_50X30: tr("Roll, 50 x 30 mm"),
        }
        for known in SHEETS:
            self.sheet.addItem(words[known], known.name)
        self.sheet.setCurrentIndex(max(self.sheet.findData(sheet), 0))
        self.symbol.addItem(tr("Bars (Code 128, EAN-13)"), False)
        self.symbol.addItem(tr("QR code"), True)
        self.symbol.setCurrentIndex(int(qr))
        field_around(self.sheet, tr("Paper"))
        field_around(self.symbol, tr("Barcode"))
        field_around(self.copies, tr("Copies of each"))
        self.skip_field = field_around(
            self.skip,
            tr("Places already used"),
            help_text=tr("For a sheet that was begun: so many labels are missing on it."),
        )

    def chosen_sheet(self) -> LabelSheet:
        """Give the sheet or roll chosen."""
        return next(sheet for sheet in SHEETS if sheet.name == self.sheet.currentData())

    def _show(self) -> None:
        """Show the first label as it will be, and count."""
        sheet = self.chosen_sheet()
        self.skip.setMaximum(sheet.on_page - 1)
        self.skip_field.setVisible(sheet.on_page > 1)
        number = len(self._labels) * self.copies.value()
        pages = -(-(number + self.skip.value()) // sheet.on_page)
        self.count.setText(tr("Labels: {0} · pages: {1}").format(number, pages))
        if self._labels:
            qr = bool(self.symbol.currentData())
            self._preview.setPixmap(label_picture(self._labels[0], sheet, qr, self._scale))
            self._preview.setAccessibleName(self._labels[0].code)

    def _print(self) -> None:
        self._printer = True
        self.submit()

    def value(self) -> LabelChoice:
        """Give what was chosen."""
        return LabelChoice(
            self.chosen_sheet(),
            bool(self.symbol.currentData()),
            self.copies.value(),
            self.skip.value(),
            self._printer,
        )


def label_picture(label: Label, sheet: LabelSheet, qr: bool, scale: float) -> QPixmap:
    """Draw one label as a picture, black on white in every theme: it is paper."""
    wide, high = sheet.label
    dots = round(_PREVIEW * scale)
    image = QImage(dots, round(dots * high / wide), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    per_metre = round(dots / (wide / 1000))
    image.setDotsPerMeterX(per_metre)
    image.setDotsPerMeterY(per_metre)
    canvas = Canvas(image)
    try:
        paint_label(canvas, QRectF(0, 0, wide, high), label, qr=qr)
    finally:
        canvas.end()
    picture = QPixmap.fromImage(image)
    picture.setDevicePixelRatio(scale)
    return picture


async def print_labels(shell: Shell, parent: QWidget, labels: Sequence[Label], name: str) -> bool:
    """Ask how, then write the PDF (offered as `name`) or print; tells whether that happened."""
    desk = shell.desk
    dialog = LabelDialog(
        labels,
        parent,
        sheet=desk.kept.load(_KEPT_SHEET) or "",
        qr=desk.kept.load(_KEPT_QR) == "1",
        scale=parent.devicePixelRatioF(),
    )
    choice: LabelChoice | None = await ask(dialog)
    if choice is None:
        return False
    desk.kept.save(_KEPT_SHEET, choice.sheet.name)
    desk.kept.save(_KEPT_QR, "1" if choice.qr else "0")
    wanted = [label for label in labels for _copy in range(choice.copies)]

    def paint(device: QPagedPaintDevice) -> int:
        return paint_labels(device, wanted, choice.sheet, qr=choice.qr, skip=choice.skip)

    title = tr("Print labels")
    if choice.printer:
        done = await send_to_printer(desk, parent, title, paint)
        words = tr("{0} labels sent to the printer.").format(desk.texts.number(len(wanted)))
    else:
        place = await save_pdf(desk, parent, title, name, paint)
        done = place is not None
        words = tr("Saved as {0}.").format(place.name if place else "")
    if done:
        shell.say(StatusKind.DONE, words)
    return done
