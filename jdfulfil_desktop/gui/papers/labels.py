"""Lay labels out on sheets and rolls: a location's code large, a product's name and barcode."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPagedPaintDevice

from jdfulfil_desktop.gui.papers.canvas import CENTRE, Canvas, prepare
from jdfulfil_desktop.gui.papers.symbols import Symbol, SymbolKind, linear_kind, symbol

_INSET = 2.5
_LINE = 4.5
_NARROWEST = 0.19
"""Millimetres of a module that hand scanners still read; a longer code becomes a QR code."""


class LabelStyle(StrEnum):
    """What is large: the code itself (locations, commands) or the name (products)."""

    PLACE = "place"
    GOODS = "goods"


@dataclass(frozen=True, slots=True)
class Label:
    """One label: `code` is what a scanner types, `title` and `note` are for eyes."""

    code: str
    title: str = ""
    note: str = ""
    style: LabelStyle = LabelStyle.PLACE


@dataclass(frozen=True, slots=True)
class LabelSheet:
    """A page of `columns` by `rows` labels that touch each other; sizes in millimetres."""

    name: str
    page: tuple[float, float]
    columns: int
    rows: int
    label: tuple[float, float]

    @property
    def on_page(self) -> int:
        """Give the labels of one page."""
        return self.columns * self.rows

    def area(self, position: int) -> QRectF:
        """Give the place of a label on its page, from 0, line by line; the page's rest is margin.

        The block of labels stands in the middle of the page, as on the sheets that are sold.
        """
        wide, high = self.label
        left = (self.page[0] - self.columns * wide) / 2
        top = (self.page[1] - self.rows * high) / 2
        row, column = divmod(position, self.columns)
        return QRectF(left + column * wide, top + row * high, wide, high)


A4_3X8 = LabelSheet("a4_3x8", (210.0, 297.0), 3, 8, (70.0, 37.0))
ROLL_50X30 = LabelSheet("roll_50x30", (50.0, 30.0), 1, 1, (50.0, 30.0))
SHEETS = (A4_3X8, ROLL_50X30)


def paint_labels(
    device: QPagedPaintDevice,
    labels: Sequence[Label],
    sheet: LabelSheet,
    *,
    qr: bool = False,
    skip: int = 0,
) -> int:
    """Paint labels, leaving out the `skip` places used already; give the number of pages.

    Raises OSError where the device takes nothing.
    """
    skip %= sheet.on_page
    prepare(device, *sheet.page)
    canvas = Canvas(device)
    try:
        for number, label in enumerate(labels, start=skip):
            if number % sheet.on_page == 0 and number > skip:
                device.newPage()
            paint_label(canvas, sheet.area(number % sheet.on_page), label, qr=qr)
    finally:
        canvas.end()
    return -(-(skip + len(labels)) // sheet.on_page)


def paint_label(canvas: Canvas, area: QRectF, label: Label, *, qr: bool = False) -> None:
    """Paint one label into its place."""
    inner = area.adjusted(_INSET, _INSET - 0.5, -_INSET, 0.5 - _INSET)
    shown = fitting_symbol(canvas, label.code, inner.width(), qr=qr)
    if shown.kind is SymbolKind.QR:
        _paint_square(canvas, inner, label, shown)
    elif label.style is LabelStyle.GOODS:
        _paint_goods(canvas, inner, label, shown)
    else:
        _paint_place(canvas, inner, label, shown)


def fitting_symbol(canvas: Canvas, code: str, width: float, *, qr: bool = False) -> Symbol:
    """Choose bars where they stay wide enough to be read in this width, else a QR code."""
    kind = SymbolKind.QR if qr else linear_kind(code)
    made = symbol(code, kind)
    if kind is not SymbolKind.QR and canvas.module_mm(width, made) < _NARROWEST:
        return symbol(code, SymbolKind.QR)
    return made


def _sides(area: QRectF) -> tuple[float, float, float, float]:
    return area.x(), area.y(), area.width(), area.height()


def _paint_place(canvas: Canvas, inner: QRectF, label: Label, shown: Symbol) -> None:
    """Code as large as it fits, bars below, the warehouse at the foot."""
    x, y, wide, high = _sides(inner)
    foot = _LINE if label.note or label.title else 0.0
    head = high * 0.4
    points = canvas.fitting(label.code, wide, 30, 9)
    canvas.text(QRectF(x, y, wide, head), label.code, points, bold=True, align=CENTRE)
    canvas.symbol(QRectF(x, y + head, wide, high - head - foot), shown)
    if foot:
        words = " · ".join(part for part in (label.title, label.note) if part)
        canvas.text(QRectF(x, y + high - foot, wide, foot), words, 7, align=CENTRE)


def _paint_goods(canvas: Canvas, inner: QRectF, label: Label, shown: Symbol) -> None:
    """Name in two lines, bars, what they say, and the SKU where the bars say something else."""
    x, y, wide, high = _sides(inner)
    head = _LINE * 1.7
    canvas.text(QRectF(x, y, wide, head), label.title, 8, bold=True, align=CENTRE, lines=2)
    foot = _LINE * (2 if label.note else 1)
    canvas.symbol(QRectF(x, y + head, wide, high - head - foot), shown)
    canvas.text(QRectF(x, y + high - foot, wide, _LINE), label.code, 9, bold=True, align=CENTRE)
    if label.note:
        canvas.text(QRectF(x, y + high - _LINE, wide, _LINE), label.note, 7, align=CENTRE)


def _paint_square(canvas: Canvas, inner: QRectF, label: Label, shown: Symbol) -> None:
    """QR code at the left, words at the right."""
    x, y, wide, high = _sides(inner)
    side = min(high, wide * 0.46)
    canvas.symbol(QRectF(x, y + (high - side) / 2, side, side), shown)
    left, room = x + side + 1.5, wide - side - 1.5
    of_place = label.style is LabelStyle.PLACE
    large, small = (label.code, label.title) if of_place else (label.title, label.code)
    points = canvas.fitting(large, room, 20 if of_place else 9, 8)
    head = high * 0.5
    canvas.text(QRectF(left, y, room, head), large, points, bold=True, lines=4 if of_place else 2)
    canvas.text(QRectF(left, y + head, room, high * 0.25), small, 8)
    canvas.text(QRectF(left, y + high * 0.75, room, high * 0.25), label.note, 7)
