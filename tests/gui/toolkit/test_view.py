from __future__ import annotations

import json
from time import perf_counter

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication

from jdfulfil_desktop.gui.tables import PagedTableModel, Sort, TableView
from jdfulfil_desktop.gui.theme import HEADER_HEIGHT, ROW_HEIGHT
from jdfulfil_desktop.gui.theme.tokens import LIGHT
from tests.gui.toolkit.conftest import make_columns, make_row, settle

LEFT = Qt.MouseButton.LeftButton


class Settings:
    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def load(self, name: str) -> str | None:
        return self.kept.get(name)

    def save(self, name: str, value: str) -> None:
        self.kept[name] = value


def fill(model: PagedTableModel, count: int = 300) -> None:
    model.reset(count)
    for page in range(min(3, (count + 99) // 100)):
        model.set_page(
            page, [make_row(at) for at in range(page * 100, min(count, page * 100 + 100))]
        )


def make_view(qtbot, model, settings=None, width=900) -> TableView:
    view = TableView(model, name="test", settings=settings)
    view.setAccessibleName("Test")
    qtbot.addWidget(view)
    view.resize(width, 420)
    view.show()
    settle(view)
    return view


@pytest.fixture
def view(qtbot, styled, model) -> TableView:
    fill(model)
    return make_view(qtbot, model)


def test_rows_and_header_have_the_heights_of_the_design(view) -> None:
    assert view.rowHeight(0) == ROW_HEIGHT
    assert view.horizontalHeader().height() == HEADER_HEIGHT


def test_a_million_rows_scroll_to_middle_and_end_at_once(qtbot, styled, model) -> None:
    asked: list[int] = []
    model.pageNeeded.connect(asked.append)
    view = make_view(qtbot, model)
    started = perf_counter()
    model.reset(1_000_000)
    settle(view)
    view.scrollToBottom()
    settle(view)
    view.scrollTo(model.index(500_000, 1))
    settle(view)
    view.choose_position(999_999)
    settle(view)
    assert perf_counter() - started < 1.0
    assert {0, 9999, 5000} <= set(asked)
    assert len(asked) < 10


def test_painting_covers_every_kind_in_both_themes(qtbot, both_themes, model) -> None:
    fill(model, 150)
    model.reset(400)
    model.set_page(0, [make_row(at) for at in range(100)])
    model.set_checked(["N0000001"], True)
    view = make_view(qtbot, model)
    view.selectRow(2)
    image = view.viewport().grab().toImage()
    colours = {image.pixelColor(x, y).name().upper() for x in range(0, 880, 3) for y in range(380)}
    tokens = both_themes.tokens
    assert {tokens.line, tokens.selection, tokens.card, tokens.accent} <= colours
    view.scrollTo(model.index(350, 1))
    image = view.viewport().grab().toImage()
    middle = {image.pixelColor(60, y).name().upper() for y in range(380)}
    assert tokens.skeleton in middle


def test_skeleton_rows_stand_in_while_loading(qtbot, both_themes, model) -> None:
    view = make_view(qtbot, model)
    view.set_loading(loading=True)
    image = view.viewport().grab().toImage()
    assert image.pixelColor(60, 17).name().upper() == both_themes.tokens.skeleton
    view.set_loading(loading=False)
    image = view.viewport().grab().toImage()
    assert image.pixelColor(60, 17).name().upper() == both_themes.tokens.card


def test_choosing_tells_the_row_once_and_again_when_it_changed(view, model) -> None:
    told: list[object] = []
    view.rowChosen.connect(told.append)
    view.choose_position(5)
    assert told == [make_row(5)]
    model.update_row("N0000005", make_row(5).renamed("other"))
    assert told[-1] == make_row(5).renamed("other")
    model.update_row("N0000006", make_row(6).renamed("other"))
    assert len(told) == 2
    assert view.chosen_row() == make_row(5).renamed("other")
    model.reset(10)
    assert told[2:] == [None]
    view.choose_position(1000)
    assert view.chosen_row() is None


def test_a_row_that_comes_later_is_told_when_it_is_here(qtbot, view, model) -> None:
    model.reset(300)
    told: list[object] = []
    view.rowChosen.connect(told.append)
    view.choose_position(0)
    model.set_page(0, [make_row(0)])
    assert told == [make_row(0)]


def test_news_that_move_rows_do_not_change_the_chosen_record(view, model) -> None:
    view.choose_position(5)
    told: list[object] = []
    view.rowChosen.connect(told.append)
    moved = [make_row(at) for at in range(100)]
    model.set_page(0, [make_row(900), *moved[:99]])
    assert view.currentIndex().row() == 6
    assert view.selected_keys() == ["N0000005"]
    assert told == []
    model.set_page(0, [make_row(at) for at in range(500, 600)])
    assert told == [None]
    assert view.selected_keys() == []


def test_keyboard_goes_copies_checks_and_opens(qtbot, view, model) -> None:
    view.setFocus()
    view.choose_position(0)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.chosen_row() == make_row(1)
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert view.selected_keys() == ["N0000001", "N0000002"]
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0].split("\t")[:3] == ["N0000001", "Name 1", "1"]
    assert len(lines) == 2
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert model.checked_keys() == {"N0000001", "N0000002"}
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert model.checked_count() == 0
    opened: list[object] = []
    view.rowActivated.connect(opened.append)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened == [make_row(2)]
    with qtbot.waitSignal(model.checkAllRequested, timeout=500):
        qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert view.currentIndex().row() == 299


def test_arriving_by_tab_chooses_nothing_but_shows_where_the_keyboard_is(
    qtbot, view, model
) -> None:
    told: list[object] = []
    view.rowChosen.connect(told.append)
    view.activateWindow()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(view.hasFocus)
    assert view.currentIndex().row() == 0
    model.update_row("N0000000", make_row(0).renamed("other"))
    assert (told, view.selected_keys()) == ([], [])
    image = view.viewport().grab().toImage()
    assert image.pixelColor(1, 10).name().upper() == LIGHT.accent
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert model.checked_keys() == {"N0000000"}
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert told == [make_row(1)]
    view.clearFocus()
    image = view.viewport().grab().toImage()
    assert image.pixelColor(1, 10).name().upper() != LIGHT.accent


def test_a_click_anywhere_in_the_check_cell_checks(qtbot, view, model) -> None:
    spot = QPoint(6, ROW_HEIGHT * 3 + 4)
    qtbot.mouseClick(view.viewport(), LEFT, pos=spot)
    assert model.checked_keys() == {"N0000003"}
    qtbot.mouseClick(view.viewport(), LEFT, pos=spot)
    assert model.checked_count() == 0


def test_the_header_box_asks_for_all_and_for_none(qtbot, view, model) -> None:
    asked: list[bool] = []
    model.checkAllRequested.connect(asked.append)
    header = view.horizontalHeader().viewport()
    qtbot.mouseClick(header, LEFT, pos=QPoint(20, 15))
    model.set_checked(["N0000000"], True)
    qtbot.mouseClick(header, LEFT, pos=QPoint(20, 15))
    assert asked == [True, False]


def test_clicking_a_title_asks_for_the_order(qtbot, view, model) -> None:
    asked: list[tuple[str, Qt.SortOrder]] = []
    model.sortRequested.connect(lambda key, order: asked.append((key, order)))
    header = view.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(1) + 20, 15)
    qtbot.mouseClick(header.viewport(), LEFT, pos=at)
    qtbot.mouseClick(header.viewport(), LEFT, pos=at)
    assert [key for key, _order in asked] == ["no", "no"]
    assert {order for _key, order in asked} == set(Qt.SortOrder)
    name = QPoint(header.sectionViewportPosition(2) + 20, 15)
    qtbot.mouseClick(header.viewport(), LEFT, pos=name)
    assert len(asked) == 2
    view.show_sort(Sort("at", descending=True))
    assert header.sortIndicatorSection() == 4
    view.show_sort(None)
    assert header.sortIndicatorSection() == -1


def test_hovering_tints_one_row(qtbot, view) -> None:
    qtbot.mouseMove(view.viewport(), QPoint(100, ROW_HEIGHT * 2 + 9))
    assert view.itemDelegate()._hovered_row() == 2
    qtbot.mouseMove(view.viewport(), QPoint(100, ROW_HEIGHT * 4 + 9))
    assert view.itemDelegate()._hovered_row() == 4


def test_columns_give_way_in_their_order(qtbot, styled, model) -> None:
    view = make_view(qtbot, model, width=900)
    shown = [not view.isColumnHidden(at) for at in range(8)]
    assert shown == [True, True, True, True, True, True, True, False]
    view.resize(660, 420)
    settle(view)
    assert view.isColumnHidden(4)
    assert not view.isColumnHidden(3)
    view.resize(540, 420)
    settle(view)
    assert view.isColumnHidden(3)
    view.resize(1200, 420)
    settle(view)
    assert not view.isColumnHidden(3)
    assert not view.isColumnHidden(4)
    assert view.horizontalHeader().length() == view.viewport().width()


def test_columns_are_kept_by_their_keys(qtbot, styled, model) -> None:
    settings = Settings()
    view = make_view(qtbot, model, settings)
    view.horizontalHeader().moveSection(5, 1)
    view.horizontalHeader().resizeSection(1, 222)
    menu = view.columns_menu()
    titles = {action.text(): action for action in menu.actions() if action.text()}
    titles["Price"].trigger()
    titles["Came"].trigger()
    view.hide()
    kept = json.loads(settings.kept["table/test"])
    assert [entry["key"] for entry in kept][:3] == ["check", "status", "no"]
    other = make_view(qtbot, PagedTableModel(make_columns()), settings, width=1200)
    assert other.columnWidth(1) == 222
    assert other.isColumnHidden(4)
    assert not other.isColumnHidden(7)
    assert other.horizontalHeader().visualIndex(5) == 1
    other.columns_menu().actions()[-1].trigger()
    assert other.columnWidth(1) == 150
    assert other.horizontalHeader().visualIndex(5) == 5
    assert other.isColumnHidden(7)


def test_a_new_version_with_another_column_keeps_the_old_ones(qtbot, styled) -> None:
    settings = Settings()
    old = make_view(qtbot, PagedTableModel(make_columns()[:3]), settings)
    old.horizontalHeader().resizeSection(1, 199)
    old.hide()
    new = make_view(qtbot, PagedTableModel(make_columns()), settings)
    assert new.columnWidth(1) == 199
    assert new.horizontalHeader().visualIndex(6) == 6


def test_a_damaged_layout_is_left_alone(qtbot, styled, model) -> None:
    settings = Settings()
    settings.kept["table/test"] = '[{"key": "no"}]'
    view = make_view(qtbot, model, settings)
    assert view.columnWidth(1) == 150


def test_the_last_column_cannot_be_hidden(qtbot, styled) -> None:
    view = make_view(qtbot, PagedTableModel(make_columns()[:3]))
    view.column_layout.show_column(1, shown=False)
    view.column_layout.show_column(2, shown=False)
    assert view.column_layout.is_wanted(2)
