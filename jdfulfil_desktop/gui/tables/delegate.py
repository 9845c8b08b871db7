"""Paint the cells of a paged table: one delegate for every kind of column."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from jdfulfil_desktop.gui.tables.cells import cell_text
from jdfulfil_desktop.gui.tables.columns import (
    Column,
    ColumnKind,
    PictureCell,
    ReasonCell,
    StatusCell,
)
from jdfulfil_desktop.gui.tables.formats import NOTHING
from jdfulfil_desktop.gui.tables.model import PagedTableModel
from jdfulfil_desktop.gui.tables.painting import (
    paint_check_box,
    paint_picture,
    paint_skeleton,
    paint_text,
    skeleton_share,
)
from jdfulfil_desktop.gui.theme import (
    ROW_HEIGHT,
    SPACE_S,
    Role,
    code_font,
    paint_icon,
    status_look,
    table_font,
    theme,
)

_ICON = 16
_GAP = 6

Index = QModelIndex | QPersistentModelIndex


class CellDelegate(QStyledItemDelegate):
    """Draw text, codes, figures, times, statuses, reasons, checks and skeletons.

    `hovered_row` answers which row the mouse is over (-1: none); hovering tints the whole row.
    """

    def __init__(self, hovered_row: Callable[[], int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hovered_row = hovered_row
        self._font = table_font()
        self._code_font = code_font()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the fixed size of the design."""
        return QSize(80, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint what is described above."""
        model = index.model()
        if not isinstance(model, PagedTableModel):
            super().paint(painter, option, index)
            return
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        self.paint_cell(model, painter, option.rect, index.row(), index.column(), selected=selected)

    def paint_cell(
        self,
        model: PagedTableModel,
        painter: QPainter,
        rect: QRect,
        at: int,
        section: int,
        selected: bool,
    ) -> None:
        """Paint the cell of row `at` in column `section`."""
        self._paint_ground(painter, rect, at, selected=selected)
        column = model.columns[section]
        row = model.want_row(at)
        inner = rect.adjusted(SPACE_S, 0, -SPACE_S, -1)
        if row is None:
            if column.kind is not ColumnKind.CHECK:
                paint_skeleton(painter, inner, skeleton_share(at, section))
            return
        if column.kind is ColumnKind.CHECK:
            checked = model.is_checked(row)
            box = Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked
            paint_check_box(painter, rect, box, hot=self._hovered_row() == at)
            return
        self._paint_value(painter, inner, model, column, row, selected=selected)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Toggle a check on a click anywhere in its cell: 40 x 36 is a target one can hit."""
        if (
            isinstance(event, QMouseEvent)
            and event.type() is QEvent.Type.MouseButtonRelease
            and event.button() is Qt.MouseButton.LeftButton
            and isinstance(model, PagedTableModel)
            and model.columns[index.column()].kind is ColumnKind.CHECK
        ):
            row = model.row_at(index.row())
            if row is not None:
                model.set_checked([model.key_of(row)], not model.is_checked(row))
                return True
        return False

    def _paint_ground(self, painter: QPainter, rect: QRect, row: int, *, selected: bool) -> None:
        colours = theme()
        if selected:
            painter.fillRect(rect, colours.color(Role.SELECTION))
        elif row == self._hovered_row():
            painter.fillRect(rect, colours.color(Role.HOVER))
        painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), colours.color(Role.LINE))

    def _paint_value(
        self,
        painter: QPainter,
        rect: QRect,
        model: PagedTableModel,
        column: Column,
        row: Any,
        *,
        selected: bool,
    ) -> None:
        painter.setFont(self._code_font if column.kind is ColumnKind.CODE else self._font)
        value = column.value(row)
        if isinstance(value, StatusCell):
            self._paint_status(painter, rect, value, selected=selected)
            return
        if column.kind is ColumnKind.PICTURE:
            paint_picture(painter, rect, value.data if isinstance(value, PictureCell) else b"")
            return
        text = cell_text(column, row, model.formats)
        code = column.kind is ColumnKind.CODE
        elide = Qt.TextElideMode.ElideMiddle if code else Qt.TextElideMode.ElideRight
        colour = self._ink(column, value, text, selected=selected)
        paint_text(painter, rect, text, colour, column.alignment, elide)

    def _paint_status(
        self, painter: QPainter, rect: QRect, status: StatusCell, *, selected: bool
    ) -> None:
        """Paint shape and word; on the selection the word is plain text, to keep its contrast."""
        look = status_look(status.kind)
        colour = theme().color(look.role)
        box = QRect(rect.x() + 1, rect.center().y() - _ICON // 2 + 1, _ICON, _ICON)
        paint_icon(painter, box, status.icon or look.icon, colour)
        words = rect.adjusted(_ICON + _GAP + 1, 0, 0, 0)
        ink = theme().color(Role.TEXT) if selected else colour
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        paint_text(painter, words, status.text, ink, left)

    @staticmethod
    def _ink(column: Column, value: Any, text: str, *, selected: bool) -> QColor:
        quiet = column.dim or text == NOTHING or (isinstance(value, ReasonCell) and value.quiet)
        quiet = quiet or column.kind is ColumnKind.TIME
        return theme().color(Role.DIM if quiet and not selected else Role.TEXT)
