"""Painting all cells in one go gives to the pixel what Qt's own way gives, a cell a call."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPaintEvent
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from jdfulfil_desktop.gui.tables import PagedTableModel, TableView
from jdfulfil_desktop.gui.tables.row_painting import paint_rows
from tests.gui.toolkit.conftest import make_columns, make_row


class CellByCell(TableView):
    """The same table as Qt paints it."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        QTableView.paintEvent(self, event)


def shown(qtbot: QtBot, kind: type[TableView], count: int) -> TableView:
    model = PagedTableModel(make_columns())
    view = kind(model, name="painted")
    model.setParent(view)
    qtbot.addWidget(view)
    model.reset(count)
    for page in range(2):
        rows = [make_row(at) for at in range(page * 100, min(count, page * 100 + 100))]
        model.set_page(page, rows)
    view.resize(420, 300)
    with qtbot.waitExposed(view):
        view.show()
    return view


def picture(view: TableView) -> QImage:
    return view.viewport().grab().toImage()


@pytest.mark.parametrize("count", [0, 3, 150])
@pytest.mark.parametrize(("down", "right"), [(0, 0), (37, 55), (100_000, 100_000)])
def test_both_ways_look_the_same(qtbot: QtBot, count: int, down: int, right: int) -> None:
    pictures = []
    for kind in (TableView, CellByCell):
        view = shown(qtbot, kind, count)
        view.verticalScrollBar().setValue(down)
        view.horizontalScrollBar().setValue(right)
        if count:
            view.selectRow(count - 1)
            view.paged_model.set_checked([view.paged_model.key_of(make_row(0))], True)
        view.clearFocus()  # the mark of the keyboard's row is not of the rows
        view.horizontalHeader().hideSection(2)
        view.horizontalHeader().moveSection(0, 1)
        pictures.append(picture(view))
    assert pictures[0] == pictures[1]


def test_only_what_is_asked_for_is_painted(qtbot: QtBot) -> None:
    painted: list[tuple[int, int]] = []

    class Spy(TableView):
        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
            height, width = self.rowHeight(0), self.columnWidth(0)
            painted.clear()
            paint_rows(
                self,
                QRect(0, height, width, 2 * height),
                lambda _painter, _rect, row, column, _selected: painted.append((row, column)),
            )

    view = shown(qtbot, Spy, 150)
    picture(view)
    assert painted == [(1, 0), (2, 0)]
