from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

import pytest
from PySide6.QtCore import Qt

from jdfulfil_desktop.gui.tables import LoadState, PagedTableModel, PageLoader, Sort
from tests.gui.toolkit.conftest import FakeSource, Row, make_columns, make_row


def states(loader: PageLoader) -> list[LoadState]:
    seen: list[LoadState] = []
    loader.stateChanged.connect(seen.append)
    return seen


@pytest.fixture
def source() -> FakeSource:
    return FakeSource(1_000_000)


@pytest.fixture
def loader(qapp, model, source, runner) -> PageLoader:
    return PageLoader(model, source, runner)


def test_first_rows_come_before_the_count(model, loader, source, runner) -> None:
    seen = states(loader)
    counted: list[int] = []
    loader.counted.connect(counted.append)
    loader.show("all", Sort("no"))
    assert seen == [LoadState.LOADING]
    runner.run_all()
    assert seen == [LoadState.LOADING, LoadState.READY]
    assert source.pages == [0]
    assert counted == [1_000_000]
    assert model.rowCount() == 1_000_000
    assert model.row_at(0) == make_row(0)
    assert (loader.filter, loader.sort) == ("all", Sort("no"))


def test_a_short_list_needs_no_count(model, runner) -> None:
    source = FakeSource(42)
    loader = PageLoader(model, source, runner)
    loader.show(None)
    runner.run_all()
    assert source.counts == 0
    assert model.rowCount() == 42
    assert loader.state is LoadState.READY


def test_nothing_is_empty_and_not_ready(model, runner) -> None:
    loader = PageLoader(model, FakeSource(0), runner)
    seen = states(loader)
    loader.show(None)
    runner.run_all()
    assert seen == [LoadState.LOADING, LoadState.EMPTY]


def test_dragging_over_a_million_rows_costs_a_handful_of_pages(
    qtbot, model, loader, source, runner
) -> None:
    loader.show(None)
    runner.run_all()
    for row in range(0, 1_000_000, 5_000):
        model.index(row, 1).data()
    qtbot.waitUntil(lambda: len(runner.tasks) == 2)
    runner.run_all()
    assert len(source.pages) <= 8
    assert model.row_at(995_000) == make_row(995_000)
    model.index(5_000, 1).data()
    qtbot.waitUntil(lambda: bool(runner.tasks))
    runner.run_all()
    assert model.row_at(5_000) == make_row(5_000)


def test_answers_to_an_older_question_are_ignored(model, source, runner) -> None:
    loader = PageLoader(model, source, runner)
    loader.show("first")
    old = runner.tasks.pop()
    source.row = lambda at: make_row(at).renamed("second")
    loader.show("second")
    runner.run_all()
    assert old.cancelled
    old.cancelled = False
    source.row = make_row
    runner.finish(old)
    first = model.row_at(0)
    assert isinstance(first, Row)
    assert first.name == "second"


def test_refreshing_keeps_the_rows_while_it_asks(qtbot, model, loader, source, runner) -> None:
    loader.show(None)
    runner.run_all()
    seen = states(loader)
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    source.row = lambda at: make_row(at).renamed("fresh")
    source.total = 999_990
    loader.refresh()
    assert model.row_at(0) == make_row(0)
    runner.run_all()
    assert model.rowCount() == 999_990
    assert model.want_row(0) == make_row(0)
    qtbot.waitUntil(lambda: bool(runner.tasks))
    runner.run_all()
    first = model.row_at(0)
    assert isinstance(first, Row)
    assert first.name == "fresh"
    assert (seen, resets) == ([], [])


def test_a_failure_is_told_and_trying_again_works(model, loader, source, runner) -> None:
    told: list[Exception] = []
    loader.failed.connect(told.append)
    seen = states(loader)
    source.error = OSError("disk")
    loader.show(None)
    runner.run_all()
    assert told == [source.error]
    source.error = None
    loader.refresh()
    runner.run_all()
    assert seen == [LoadState.LOADING, LoadState.FAILED, LoadState.LOADING, LoadState.READY]


def test_a_failing_page_and_a_failing_recount_are_told(
    qtbot, model, loader, source, runner
) -> None:
    told: list[Exception] = []
    loader.failed.connect(told.append)
    loader.show(None)
    runner.run_all()
    source.error = OSError("later")
    model.index(9_000, 1).data()
    qtbot.waitUntil(lambda: bool(runner.tasks))
    runner.run_all()
    assert told == [source.error]
    source.error = None
    loader.refresh()
    runner.run_all()
    source.error = OSError("count")
    loader.refresh()
    runner.run_all()
    assert told[-1] is source.error


def test_another_order_starts_from_the_top(model, loader, source, runner) -> None:
    loader.show("x")
    runner.run_all()
    model.sort(1, Qt.SortOrder.DescendingOrder)
    runner.run_all()
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert runner.run_all() == 0
    assert source.sorts == [None, Sort("no", descending=True)]


class KeyedFake(FakeSource):
    async def keys(self, filter: Any) -> Sequence[str]:
        if self.error is not None:
            raise self.error
        return [make_row(at).key for at in range(self.total)]


def test_check_all_means_all_where_the_source_can_name_them(model, runner) -> None:
    source = KeyedFake(3000)
    loader = PageLoader(model, source, runner)
    loader.show(None)
    runner.run_all()
    model.checkAllRequested.emit(True)
    runner.run_all()
    assert model.checked_count() == 3000
    model.checkAllRequested.emit(False)
    assert model.checked_count() == 0
    source.error = OSError("keys")
    model.checkAllRequested.emit(True)
    runner.run_all()
    assert loader.state is LoadState.FAILED


def test_check_all_means_what_is_here_where_it_cannot(model, loader, runner) -> None:
    loader.show(None)
    runner.run_all()
    model.checkAllRequested.emit(True)
    assert model.checked_count() == 100


def test_stopping_cancels_what_is_under_way(model, loader, runner) -> None:
    loader.show(None)
    loader.stop()
    assert [task.cancelled for task in runner.tasks] == [True]
    runner.run_all()
    assert model.rowCount() == 0


def test_works_with_real_tasks(qapp) -> None:
    async def scene() -> tuple[int, LoadState | None]:
        model = PagedTableModel(make_columns())
        loop = asyncio.get_running_loop()
        loader = PageLoader(model, FakeSource(250), loop.create_task)
        loader.show("a")
        loader.show("b")
        for _turn in range(10):
            await asyncio.sleep(0)
        return model.rowCount(), loader.state

    assert asyncio.run(scene()) == (250, LoadState.READY)
