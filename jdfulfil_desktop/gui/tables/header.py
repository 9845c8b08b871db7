"""The header row of a table: titles, the sort arrow, the box that checks everything."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from jdfulfil_desktop.gui.tables.columns import Column, ColumnKind
from jdfulfil_desktop.gui.tables.model import PagedTableModel
from jdfulfil_desktop.gui.tables.painting import paint_check_box, paint_text
from jdfulfil_desktop.gui.theme import (
    HEADER_HEIGHT,
    RADIUS,
    SIZE_SMALL,
    SPACE_S,
    Role,
    body_font,
    paint_icon,
    theme,
)

_ARROW = 14


class TableHeader(QHeaderView):
    """Paint header sections ourselves: rounded like the card, quiet, with a tri-state check box."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFont(body_font(SIZE_SMALL, QFont.Weight.DemiBold))
        self.setAccessibleName(self.tr("Column titles"))
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(36)
        self.setFixedHeight(HEADER_HEIGHT)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:
        """Return the fixed size of the design."""
        return QSize(super().sizeHint().width(), HEADER_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the whole row first: also right of the last column."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.viewport().rect())
        path = QPainterPath()
        path.addRoundedRect(whole.adjusted(0, 0, 0, RADIUS), RADIUS - 1, RADIUS - 1)
        painter.setClipRect(whole)
        painter.fillPath(path, theme().color(Role.HEADER_ROW))
        line = QRectF(0, whole.height() - 1, whole.width(), 1)
        painter.fillRect(line, theme().color(Role.LINE))
        painter.end()
        super().paintEvent(event)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Paint one title."""
        column = self._column(logicalIndex)
        if column is None or not rect.isValid():
            return
        if column.kind is ColumnKind.CHECK:
            paint_check_box(painter, rect.adjusted(0, 0, 0, -1), self._all_checked(), hot=False)
            return
        painter.setFont(self.font())
        inner = rect.adjusted(SPACE_S, 0, -SPACE_S, -1)
        sorted_here = self.isSortIndicatorShown() and self.sortIndicatorSection() == logicalIndex
        if sorted_here:
            self._paint_arrow(painter, inner, column)
            left = bool(column.alignment & Qt.AlignmentFlag.AlignLeft)
            inner.adjust(0 if left else _ARROW, 0, -_ARROW if left else 0, 0)
        colour = theme().color(Role.TEXT if sorted_here else Role.DIM)
        paint_text(painter, inner, column.title, colour, column.alignment)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Check or uncheck everything on a click on the check column's header."""
        at = self.logicalIndexAt(event.position().toPoint())
        column = self._column(at)
        super().mouseReleaseEvent(event)
        if column is not None and column.kind is ColumnKind.CHECK:
            model = self.model()
            if isinstance(model, PagedTableModel):
                unchecked = self._all_checked() is Qt.CheckState.Unchecked
                model.checkAllRequested.emit(unchecked)

    def _paint_arrow(self, painter: QPainter, inner: QRect, column: Column) -> None:
        text = QFontMetrics(self.font()).horizontalAdvance(column.title)
        left = bool(column.alignment & Qt.AlignmentFlag.AlignLeft)
        room = inner.width() - _ARROW
        offset = min(text, room) + 2 if left else room - min(text, room) - 2
        box = QRect(inner.x() + offset, inner.center().y() - _ARROW // 2 + 1, _ARROW, _ARROW)
        descending = self.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
        name = "menu-down" if descending else "menu-up"
        paint_icon(painter, box, name, theme().color(Role.TEXT))

    def _all_checked(self) -> Qt.CheckState:
        model = self.model()
        if not isinstance(model, PagedTableModel) or not model.checked_count():
            return Qt.CheckState.Unchecked
        whole = model.checked_count() >= model.rowCount() > 0
        return Qt.CheckState.Checked if whole else Qt.CheckState.PartiallyChecked

    def _column(self, index: int) -> Column | None:
        model = self.model()
        if isinstance(model, PagedTableModel) and 0 <= index < len(model.columns):
            return model.columns[index]
        return None
