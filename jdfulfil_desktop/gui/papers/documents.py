"""Paint a document on A4: number as a barcode, facts, a table over pages, lines to sign on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPagedPaintDevice

from jdfulfil_desktop.gui.papers.canvas import CENTRE, LEFT, RIGHT, Canvas, prepare
from jdfulfil_desktop.gui.papers.labels import fitting_symbol
from jdfulfil_desktop.gui.words import tr

_WIDE, _HIGH = 210.0, 297.0
_EDGE = 15.0
_ROOM = _WIDE - 2 * _EDGE
_ROW, _HEAD_ROW, _FACT = 8.5, 7.0, 6.0
_FOOT = _HIGH - 16.0
_SIGNING = 36.0


@dataclass(frozen=True, slots=True)
class PaperColumn:
    """A column of the table: its heading, its share of the width, and where its words stand."""

    words: str
    share: float
    align: Qt.AlignmentFlag = LEFT
    ticked: bool = False
    """An empty box to write into, in place of words."""
    barcode: bool = False
    """Words as bars that a scanner reads, with the words below."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A document, all in words: `mark` says that it was printed before, empty where it was not.

    A document without a number has no barcode.
    """

    title: str
    number: str
    facts: tuple[tuple[str, str], ...]
    columns: tuple[PaperColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...] = ()
    mark: str = ""
    note: str = ""
    signatures: tuple[str, ...] = ()
    printed: str = ""
    row: float = _ROW
    """Millimetres from row to row; rows with barcodes want more."""


def paint_papers(device: QPagedPaintDevice, papers: Sequence[Paper]) -> int:
    """Paint several documents into one file, each on pages of its own; give how many pages.

    Raises OSError where the device takes nothing.
    """
    prepare(device, _WIDE, _HIGH)
    canvas = Canvas(device)
    try:
        count = 0
        for paper in papers:
            if count:
                canvas.new_page()
            count += _paint_pages(canvas, paper)
    finally:
        canvas.end()
    return count


def paint_paper(device: QPagedPaintDevice, paper: Paper) -> int:
    """Paint a document; give the number of pages. Raises OSError where the device takes nothing."""
    return paint_papers(device, [paper])


def _paint_pages(canvas: Canvas, paper: Paper) -> int:
    pages = _pages(paper)
    for number, rows in enumerate(pages, start=1):
        if number > 1:
            canvas.new_page()
        top = _paint_first_head(canvas, paper) if number == 1 else _paint_head(canvas, paper)
        top = _paint_table(canvas, paper, rows, top, last=number == len(pages))
        if number == len(pages):
            _paint_end(canvas, paper, top)
        _paint_foot(canvas, paper, number, len(pages))
    return len(pages)


def _first_top(paper: Paper) -> float:
    """Give where the first page's table begins."""
    lines = -(-len(paper.facts) // 2)
    return _EDGE + 30 + lines * _FACT + 6


def _pages(paper: Paper) -> list[Sequence[tuple[str, ...]]]:
    """Share rows out to pages; the last one keeps room for the total, the note and signatures."""
    end = _ROW if paper.total else 0.0
    end += 12 if paper.note else 0.0
    end += _SIGNING if paper.signatures else 0.0
    pages: list[Sequence[tuple[str, ...]]] = []
    rest: Sequence[tuple[str, ...]] = paper.rows
    while True:
        top = (_EDGE + 14 if pages else _first_top(paper)) + _HEAD_ROW
        most = int((_FOOT - top) / paper.row)
        if len(rest) <= int((_FOOT - top - end) / paper.row):
            return [*pages, rest]
        # One row goes along to the last page, so that signatures never stand alone.
        here = min(most, len(rest) - 1)
        pages.append(rest[:here])
        rest = rest[here:]


def _paint_first_head(canvas: Canvas, paper: Paper) -> float:
    half = _ROOM / 2
    canvas.text(QRectF(_EDGE, _EDGE, half, 9), paper.title, 18, bold=True)
    canvas.text(QRectF(_EDGE, _EDGE + 10, half, 7), paper.number, 12, bold=True)
    if paper.mark:
        canvas.text(QRectF(_EDGE, _EDGE + 18, half, 7), paper.mark, 11, bold=True)
    if paper.number:
        right = QRectF(_EDGE + half + 8, _EDGE, half - 8, 17)
        canvas.symbol(right, fitting_symbol(canvas, paper.number, right.width()))
        under = QRectF(right.x(), right.bottom() + 0.5, right.width(), 5)
        canvas.text(under, paper.number, 9, align=CENTRE)
    top = _EDGE + 28
    for at, (label, words) in enumerate(paper.facts):
        left = _EDGE + (at % 2) * half
        y = top + (at // 2) * _FACT
        canvas.text(QRectF(left, y, 30, _FACT), label, 9, faint=True)
        canvas.text(QRectF(left + 31, y, half - 33, _FACT), words, 9)
    return _first_top(paper)


def _paint_head(canvas: Canvas, paper: Paper) -> float:
    words = " · ".join(part for part in (paper.title, paper.number, paper.mark) if part)
    canvas.text(QRectF(_EDGE, _EDGE, _ROOM, 8), words, 11, bold=True)
    return _EDGE + 14


def _paint_table(
    canvas: Canvas, paper: Paper, rows: Sequence[tuple[str, ...]], top: float, *, last: bool
) -> float:
    headings = tuple(column.words for column in paper.columns)
    _paint_row(canvas, paper, headings, top, _HEAD_ROW, heading=True)
    top += _HEAD_ROW
    canvas.line(_EDGE, top, _WIDE - _EDGE, top, thin=False)
    for row in rows:
        _paint_row(canvas, paper, row, top, paper.row)
        top += paper.row
        canvas.line(_EDGE, top, _WIDE - _EDGE, top)
    if last and paper.total:
        canvas.line(_EDGE, top, _WIDE - _EDGE, top, thin=False)
        _paint_row(canvas, paper, paper.total, top, _ROW, heading=True)
        top += _ROW
    return top


def _paint_row(
    canvas: Canvas,
    paper: Paper,
    cells: Sequence[str],
    top: float,
    high: float,
    *,
    heading: bool = False,
) -> None:
    shares = sum(column.share for column in paper.columns)
    left = _EDGE
    for column, words in zip(paper.columns, cells, strict=True):
        wide = _ROOM * column.share / shares
        area = QRectF(left + 1, top, wide - 3, high)
        if column.ticked and not heading:
            side = QRectF(area.right() - min(wide - 2, 18), top + 1.5, min(wide - 2, 18), high - 3)
            canvas.box(side)
        elif column.barcode and words and not heading:
            bars = QRectF(area.x(), area.y() + 1.2, area.width(), area.height() - 5.7)
            canvas.symbol(bars, fitting_symbol(canvas, words, bars.width()))
            under = QRectF(area.x(), bars.bottom() + 0.3, area.width(), 3.8)
            canvas.text(under, words, 7.5, align=CENTRE)
        elif words:
            lines = 1 if heading or column.align == RIGHT else 2
            size = 8.5 if heading or lines == 1 else 8
            canvas.text(area, words, size, bold=heading, align=column.align, lines=lines)
        left += wide


def _paint_end(canvas: Canvas, paper: Paper, top: float) -> None:
    """Put the note below the table, and lines to sign on."""
    if paper.note:
        words = tr("Note") + ": " + paper.note
        canvas.text(QRectF(_EDGE, top + 2, _ROOM, 10), words, 9, lines=2)
        top += 12
    if not paper.signatures:
        return
    wide = _ROOM / len(paper.signatures)
    for at, words in enumerate(paper.signatures):
        left = _EDGE + at * wide
        canvas.text(QRectF(left, top + 5, wide - 6, 6), words, 9, align=CENTRE)
        canvas.line(left + 6, top + 30, left + wide - 12, top + 30, thin=False)


def _paint_foot(canvas: Canvas, paper: Paper, number: int, pages: int) -> None:
    canvas.text(QRectF(_EDGE, _FOOT + 4, _ROOM / 2, 5), paper.printed, 7.5, faint=True)
    words = tr("Page {0} of {1}").format(number, pages)
    right = QRectF(_WIDE / 2, _FOOT + 4, _ROOM / 2, 5)
    canvas.text(right, words, 7.5, align=RIGHT, faint=True)
