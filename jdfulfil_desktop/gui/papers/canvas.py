"""Draw on a printer, a PDF or a picture in millimetres."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from PySide6.QtCore import QLineF, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPaintDevice,
    QPainter,
    QPen,
    QTextOption,
)

from jdfulfil_desktop.gui.papers.symbols import Symbol
from jdfulfil_desktop.gui.theme import body_font

_INCH = 25.4
_INK, _PAPER, _FAINT = Qt.GlobalColor.black, Qt.GlobalColor.white, Qt.GlobalColor.gray
_ONE_LINE = QTextOption.WrapMode.NoWrap
_WORDS = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
LEFT = Qt.AlignmentFlag.AlignLeft
CENTRE = Qt.AlignmentFlag.AlignHCenter
RIGHT = Qt.AlignmentFlag.AlignRight


class Canvas:
    """A painter whose places and sizes are millimetres; type sizes are points. Ends with `end`."""

    def __init__(self, device: QPaintDevice) -> None:
        self.device = device
        self._paged = device if isinstance(device, QPagedPaintDevice) else None
        self._painter = QPainter()
        if not self._painter.begin(device):
            raise OSError("the paper cannot be drawn: printer or file does not take it")
        self._across = device.logicalDpiX() / _INCH
        self._down = device.logicalDpiY() / _INCH

    def end(self) -> None:
        """Finish; what is drawn after this is lost."""
        self._painter.end()

    def new_page(self) -> None:
        """Go on to the next page; a picture has only one."""
        if self._paged is not None:
            self._paged.newPage()

    def text(
        self,
        area: QRectF,
        words: str,
        points: float,
        *,
        bold: bool = False,
        align: Qt.AlignmentFlag = LEFT,
        lines: int = 1,
        faint: bool = False,
    ) -> None:
        """Write words into an area, in the middle of its height, cut with `…` where too long."""
        font = _font(points, bold=bold)
        place = self._place(area)
        metrics = QFontMetricsF(font, self.device)
        room = place.width() if lines == 1 else place.width() * (lines - 0.15)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        option = QTextOption(align | Qt.AlignmentFlag.AlignVCenter)
        option.setWrapMode(_ONE_LINE if lines == 1 else _WORDS)
        self._painter.setFont(font)
        self._painter.setPen(Qt.GlobalColor.darkGray if faint else _INK)
        self._painter.drawText(place, shown, option)

    def fitting(self, words: str, width: float, wanted: float, least: float) -> float:
        """Give the largest size in points, at most `wanted`, at which words fit a width."""
        room = width * self._across
        points = wanted
        while points > least:
            metrics = QFontMetricsF(_font(points, bold=True), self.device)
            if metrics.horizontalAdvance(words) <= room:
                return points
            points -= 0.5
        return least

    def line(
        self, left: float, top: float, right: float, bottom: float, *, thin: bool = True
    ) -> None:
        """Draw a line."""
        pen = QPen(_FAINT if thin else _INK)
        pen.setWidthF((0.15 if thin else 0.35) * self._across)
        self._painter.setPen(pen)
        self._painter.drawLine(
            QLineF(left * self._across, top * self._down, right * self._across, bottom * self._down)
        )

    def box(self, area: QRectF) -> None:
        """Draw an empty box, to be ticked or written into."""
        pen = QPen(_INK)
        pen.setWidthF(0.2 * self._across)
        self._painter.setPen(pen)
        self._painter.drawRect(self._place(area))

    def symbol(self, area: QRectF, shown: Symbol) -> None:
        """Draw a barcode in the middle of an area, quiet zone included.

        A module is a whole number of the device's dots where it can be: what falls between two dots
        of a label printer is not read.
        """
        place = self._place(area)
        self._painter.fillRect(place, _PAPER)
        linear = len(shown.rows) == 1
        room = place.width() if linear else min(place.width(), place.height())
        module = room / shown.width
        module = float(int(module)) if module >= 2 else module
        left = place.center().x() - module * len(shown.rows[0]) / 2
        high = place.height() if linear else module
        top = place.top() if linear else place.center().y() - module * len(shown.rows) / 2
        if module == int(module):
            left, top = float(round(left)), float(round(top))
        for number, row in enumerate(shown.rows):
            for start, length in _dark_runs(row):
                self._painter.fillRect(
                    QRectF(left + start * module, top + number * high, length * module, high), _INK
                )

    def module_mm(self, width: float, shown: Symbol) -> float:
        """Give the width that a module would get in an area of this width."""
        module = width * self._across / shown.width
        return (int(module) if module >= 2 else module) / self._across

    def _place(self, area: QRectF) -> QRectF:
        return QRectF(
            area.x() * self._across,
            area.y() * self._down,
            area.width() * self._across,
            area.height() * self._down,
        )


def prepare(device: QPagedPaintDevice, width: float, height: float) -> None:
    """Make the device's pages this large, in millimetres, and use them from edge to edge."""
    if (width, height) == (210.0, 297.0):
        size = QPageSize(QPageSize.PageSizeId.A4)
    else:
        size = QPageSize(QSizeF(width, height), QPageSize.Unit.Millimeter)
    device.setPageSize(size)
    device.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)


def _dark_runs(row: tuple[bool, ...]) -> Iterator[tuple[int, int]]:
    """Give (start, length) of neighbouring dark modules: one bar, drawn without seams."""
    at = 0
    for dark, modules in groupby(row):
        length = len(list(modules))
        if dark:
            yield at, length
        at += length


def _font(points: float, *, bold: bool) -> QFont:
    font = body_font(weight=QFont.Weight.Bold if bold else QFont.Weight.Normal)
    font.setPointSizeF(points)
    return font
