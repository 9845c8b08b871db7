from __future__ import annotations

import random
import sys

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from jdfulfil_desktop.gui.tables import PagedTableModel
from jdfulfil_desktop.gui.tables.model import KEY_ROLE, LOADING_ROLE, VALUE_ROLE
from tests.gui.toolkit.conftest import make_columns, make_row

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
CHECK = Qt.ItemDataRole.CheckStateRole


def rows(page: int, size: int = 100):
    return [make_row(at) for at in range(page * size, (page + 1) * size)]


def changed(model: PagedTableModel) -> list[tuple[int, int]]:
    seen: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: seen.append((first.row(), last.row())))
    return seen


def test_model_keeps_qts_contract_through_a_random_life(qapp, model) -> None:
    QAbstractItemModelTester(model, FATAL)
    seed = random.randrange(10**6)
    sys.stdout.write(f"seed {seed}\n")
    chance = random.Random(seed)
    for _step in range(200):
        deed = chance.choice(["count", "page", "reset", "update", "check", "invalidate"])
        count = model.rowCount()
        if deed == "count":
            model.set_count(chance.randrange(0, 2000))
        elif deed == "page" and count:
            model.set_page(chance.randrange(0, count // 100 + 1), rows(chance.randrange(20)))
        elif deed == "reset":
            model.reset(chance.randrange(0, 500))
        elif deed == "update":
            number = chance.randrange(2000)
            model.update_row(f"N{number:07d}", make_row(number).renamed("new"))
        elif deed == "check":
            model.set_checked([f"N{chance.randrange(2000):07d}"], chance.random() < 0.5)
        else:
            model.invalidate()
        assert model.rowCount() == model.rowCount(QModelIndex())


def test_a_page_is_asked_for_once_and_outside_of_painting(qtbot, model) -> None:
    model.reset(1_000_000)
    asked: list[int] = []
    model.pageNeeded.connect(asked.append)
    index = model.index(500_000, 1)
    assert index.data(LOADING_ROLE) is True
    assert index.data() is None
    assert model.index(500_001, 1).data() is None
    assert asked == []
    qtbot.waitUntil(lambda: asked == [5000])
    model.set_page(5000, rows(5000))
    assert index.data() == "N0500000"
    assert index.data(LOADING_ROLE) is False
    assert index.data(KEY_ROLE) == "N0500000"
    assert model.index(500_000, 3).data(VALUE_ROLE) == 500_000


def test_what_was_looked_at_last_is_asked_for_last(qtbot, model) -> None:
    model.reset(10_000)
    asked: list[int] = []
    model.pageNeeded.connect(asked.append)
    for row in (0, 2500, 7200):
        model.index(row, 1).data()
    qtbot.waitUntil(lambda: len(asked) == 3)
    assert asked == [0, 25, 72]


def test_only_the_pages_looked_at_last_stay(qtbot, model) -> None:
    model.reset(1000)
    for page in range(7):
        model.set_page(page, rows(page))
    assert model.row_at(0) is None
    assert model.row_at(699) == make_row(699)
    assert len(model.loaded_rows()) == 500
    assert model.position_of("N0000001") is None
    assert model.position_of("N0000650") == 650


def test_one_changed_row_repaints_one_row(model) -> None:
    model.reset(300)
    model.set_page(1, rows(1))
    seen = changed(model)
    assert model.update_row("N0000150", make_row(150).renamed("other")) is True
    assert model.update_row("N0000150", make_row(150).renamed("other")) is False
    assert model.update_row("N0000005", make_row(5)) is False
    assert seen == [(150, 150)]
    assert model.index(150, 2).data() == "other"


def test_the_same_page_again_repaints_nothing(model) -> None:
    model.reset(300)
    model.set_page(0, rows(0))
    seen = changed(model)
    model.set_page(0, rows(0))
    assert seen == []
    model.set_page(0, [*rows(0)[:40], make_row(40).renamed("x"), *rows(0)[41:]])
    assert seen == [(40, 40)]


def test_invalidating_keeps_showing_what_is_here_and_asks_again(qtbot, model) -> None:
    model.reset(100)
    model.set_page(0, rows(0))
    asked: list[int] = []
    model.pageNeeded.connect(asked.append)
    model.invalidate()
    assert model.index(7, 1).data() == "N0000007"
    qtbot.waitUntil(lambda: asked == [0])


def test_a_released_page_is_asked_for_again(qtbot, model) -> None:
    model.reset(100)
    asked: list[int] = []
    model.pageNeeded.connect(asked.append)
    model.index(0, 1).data()
    qtbot.waitUntil(lambda: asked == [0])
    model.release_page(0)
    model.index(0, 1).data()
    qtbot.waitUntil(lambda: asked == [0, 0])


def test_growing_and_shrinking_never_resets(model) -> None:
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    model.set_count(50)
    model.set_count(120)
    model.set_count(120)
    model.set_count(3)
    assert model.rowCount() == 3
    assert resets == []


def test_thousands_of_checks_are_kept_by_key_and_survive_a_reset(model) -> None:
    model.reset(300)
    model.set_page(0, rows(0))
    counts: list[int] = []
    model.checkedChanged.connect(counts.append)
    seen = changed(model)
    keys = [f"N{number:07d}" for number in range(5000)]
    model.set_checked(keys, True)
    assert counts == [5000]
    assert len(seen) == 1
    model.reset(300)
    model.set_page(0, rows(0))
    assert model.index(0, 0).data(CHECK) == Qt.CheckState.Checked
    model.set_checked(keys[:10], False)
    assert model.index(0, 0).data(CHECK) == Qt.CheckState.Unchecked
    assert model.checked_count() == 4990
    model.clear_checked()
    assert model.checked_keys() == frozenset()
    assert counts == [5000, 4990, 0]


def test_a_check_is_set_through_qts_door_too(model) -> None:
    model.reset(100)
    assert model.setData(model.index(0, 0), Qt.CheckState.Checked, CHECK) is False
    model.set_page(0, rows(0))
    assert model.setData(model.index(0, 0), Qt.CheckState.Checked, CHECK) is True
    assert model.checked_keys() == {"N0000000"}
    assert model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsUserCheckable
    assert not model.flags(model.index(0, 1)) & Qt.ItemFlag.ItemIsUserCheckable


def test_sorting_is_asked_for_and_never_done(model) -> None:
    model.reset(100)
    model.set_page(0, rows(0))
    asked: list[tuple[str, Qt.SortOrder]] = []
    model.sortRequested.connect(lambda key, order: asked.append((key, order)))
    model.sort(1, Qt.SortOrder.DescendingOrder)
    model.sort(2)
    assert asked == [("no", Qt.SortOrder.DescendingOrder)]
    assert model.row_at(0) == make_row(0)


def test_headers_and_screen_readers_get_words(model) -> None:
    model.reset(100)
    model.set_page(0, rows(0))
    horizontal = Qt.Orientation.Horizontal
    assert model.headerData(3, horizontal) == "Quantity"
    assert model.headerData(99, horizontal) is None
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(9, 3).data(role) == "Quantity: 9"
    right = Qt.AlignmentFlag.AlignRight
    assert model.index(9, 3).data(Qt.ItemDataRole.TextAlignmentRole) & right
    assert model.column_index("status") == 5
    with pytest.raises(KeyError):
        model.column_index("none")


def test_columns_come_from_the_page(qapp) -> None:
    columns = make_columns()
    assert PagedTableModel(columns).columnCount() == len(columns)
