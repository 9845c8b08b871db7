"""Painted pieces that cells and headers share: check boxes, elided text, skeleton bars."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QHeaderView, QWidget

from jdfulfil_desktop.gui.tables.pictures import pixmap_of
from jdfulfil_desktop.gui.theme import ROW_HEIGHT, SPACE_S, Role, paint_icon, theme

BOX = 16
_SHARES = (0.62, 0.45, 0.75, 0.52, 0.68)


def paint_check_box(painter: QPainter, cell: QRect, state: Qt.CheckState, *, hot: bool) -> None:
    """Paint a check box in the middle of a cell; its frame keeps 3:1 against the card."""
    box = QRectF(0, 0, BOX, BOX)
    box.moveCenter(QPointF(cell.center()) + QPointF(0.5, 0.5))
    box.moveTo(round(box.x()) + 0.5, round(box.y()) + 0.5)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colours = theme()
    filled = state is not Qt.CheckState.Unchecked
    frame = colours.color(Role.ACCENT if filled or hot else Role.CONTROL)
    painter.setPen(QPen(frame, 1))
    painter.setBrush(colours.color(Role.ACCENT if filled else Role.FIELD))
    painter.drawRoundedRect(box, 4, 4)
    if filled:
        painter.setPen(
            QPen(
                colours.color(Role.ON_ACCENT),
                2,
                Qt.PenStyle.SolidLine,
                Qt.PenCapStyle.RoundCap,
                Qt.PenJoinStyle.RoundJoin,
            )
        )
        painter.drawPolyline(_mark(box, partial=state is Qt.CheckState.PartiallyChecked))
    painter.restore()


def _mark(box: QRectF, *, partial: bool) -> QPolygonF:
    shape = [(4.5, 8.0), (11.5, 8.0)] if partial else [(4.0, 8.3), (7.0, 11.2), (12.2, 5.2)]
    return QPolygonF([QPointF(box.x() + x, box.y() + y) for x, y in shape])


def paint_text(
    painter: QPainter,
    rect: QRect,
    text: str,
    colour: QColor,
    alignment: Qt.AlignmentFlag,
    elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> None:
    """Paint one line of text with the painter's font, elided to the rectangle."""
    shown = QFontMetrics(painter.font()).elidedText(text, elide, rect.width())
    painter.setPen(colour)
    painter.drawText(rect, int(alignment) | int(Qt.TextFlag.TextSingleLine), shown)


def paint_picture(painter: QPainter, rect: QRect, data: bytes) -> None:
    """Paint a packed picture in a square as high as the row allows; an icon where there is none."""
    side = min(rect.height() - 6, rect.width())
    place = QRect(rect.x(), rect.center().y() - side // 2 + 1, side, side)
    found = pixmap_of(data, side, painter.device().devicePixelRatio())
    if found.isNull():
        room = (side - BOX) // 2
        inner = place.adjusted(room, room, -room, -room)
        paint_icon(painter, inner, "image-outline", theme().color(Role.CONTROL))
        return
    size = found.deviceIndependentSize().toSize()
    shown = QRect(place.topLeft(), size)
    shown.moveCenter(place.center())
    painter.drawPixmap(shown, found)


def paint_skeleton(painter: QPainter, rect: QRect, share: float) -> None:
    """Paint a bar where text will be; `share` is the part of the width that it takes."""
    bar = QRectF(rect.x(), rect.center().y() - 4, max(12.0, rect.width() * share), 9)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().color(Role.SKELETON))
    painter.drawRoundedRect(bar, 4, 4)
    painter.restore()


def paint_skeleton_rows(viewport: QWidget, header: QHeaderView) -> None:
    """Paint rows of bars below each column, as many as fit."""
    painter = QPainter(viewport)
    for row in range(viewport.height() // ROW_HEIGHT):
        top = row * ROW_HEIGHT
        for at in range(header.count()):
            width = header.sectionSize(at)
            if width > BOX * 3:
                place = QRect(header.sectionViewportPosition(at), top, width, ROW_HEIGHT)
                paint_skeleton(
                    painter, place.adjusted(SPACE_S, 0, -SPACE_S, 0), skeleton_share(row, at)
                )
        line = QRect(0, top + ROW_HEIGHT - 1, viewport.width(), 1)
        painter.fillRect(line, theme().color(Role.LINE))
    painter.end()


def paint_keyboard_mark(viewport: QWidget, top: int) -> None:
    """Mark the row that the keyboard is on with a bar at its left edge."""
    painter = QPainter(viewport)
    painter.fillRect(QRect(0, top, 3, ROW_HEIGHT - 1), theme().color(Role.ACCENT))
    painter.end()


def skeleton_share(row: int, column: int) -> float:
    """Return a share of the width that looks like text: uneven, but the same every time."""
    return _SHARES[(row + column) % len(_SHARES)]
