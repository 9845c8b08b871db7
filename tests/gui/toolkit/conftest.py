"""Fakes for the toolkit: rows, a source that counts its calls, a runner without an event loop."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from jdfulfil_desktop.gui.tables import (
    Column,
    ColumnKind,
    PagedTableModel,
    ReasonCell,
    Sort,
    StatusCell,
    check_column,
)
from jdfulfil_desktop.gui.theme import StatusKind, Theme, apply_theme


@dataclass(frozen=True)
class Row:
    key: str
    name: str
    quantity: int
    at: datetime
    kind: StatusKind = StatusKind.GOING_ON

    def renamed(self, name: str) -> Row:
        return replace(self, name=name)


def make_row(number: int) -> Row:
    return Row(f"N{number:07d}", f"Name {number}", number, datetime(2026, 8, 1, tzinfo=UTC))


def make_columns() -> Sequence[Column]:
    return (
        check_column(),
        Column("no", "Number", ColumnKind.CODE, 150, lambda r: r.key, sortable=True),
        Column("name", "Name", ColumnKind.TEXT, 120, lambda r: r.name, stretch=True),
        Column("quantity", "Quantity", ColumnKind.NUMBER, 90, lambda r: r.quantity, give_way=1),
        Column("at", "Came", ColumnKind.TIME, 110, lambda r: r.at, sortable=True, give_way=2),
        Column(
            "status", "Status", ColumnKind.STATUS, 130, lambda r: StatusCell(r.kind, r.kind.value)
        ),
        Column("reason", "Reason", ColumnKind.REASON, 120, lambda r: ReasonCell("R36", quiet=True)),
        Column("price", "Price", ColumnKind.MONEY, 90, lambda r: r.quantity * 100, hidden=True),
    )


class FakeTask:
    """Hold a coroutine that the test drives by hand."""

    def __init__(self, work: Coroutine[Any, Any, None]) -> None:
        self.work = work
        self.cancelled = False

    def cancel(self) -> bool:
        self.cancelled = True
        return True


class FakeRunner:
    """Keep coroutines until `run_all`; cancelled ones are closed, as a loop would."""

    def __init__(self) -> None:
        self.tasks: list[FakeTask] = []

    def __call__(self, work: Coroutine[Any, Any, None]) -> FakeTask:
        task = FakeTask(work)
        self.tasks.append(task)
        return task

    def run_all(self) -> int:
        ran = 0
        while self.tasks:
            self.finish(self.tasks.pop(0))
            ran += 1
        return ran

    def finish(self, task: FakeTask) -> None:
        if task.cancelled:
            task.work.close()
            return
        with pytest.raises(StopIteration):
            task.work.send(None)

    def close(self) -> None:
        for task in self.tasks:
            task.work.close()


class FakeSource:
    """Answer from a function of the position; remembers what was asked."""

    def __init__(self, total: int, row: Callable[[int], Row] = make_row) -> None:
        self.total = total
        self.row = row
        self.pages: list[int] = []
        self.sorts: list[Sort | None] = []
        self.counts = 0
        self.error: Exception | None = None

    async def count(self, filter: Any) -> int:
        self.counts += 1
        if self.error is not None:
            raise self.error
        return self.total

    async def page(self, filter: Any, sort: Sort | None, offset: int, limit: int) -> list[Row]:
        self.pages.append(offset)
        self.sorts.append(sort)
        if self.error is not None:
            raise self.error
        return [self.row(at) for at in range(offset, min(offset + limit, self.total))]


@pytest.fixture
def runner() -> Iterator[FakeRunner]:
    made = FakeRunner()
    yield made
    made.close()


@pytest.fixture(params=["light", "dark"])
def both_themes(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Theme]:
    yield apply_theme(qapp, request.param)
    apply_theme(qapp, "light")


@pytest.fixture
def styled(qapp: QApplication) -> Theme:
    return apply_theme(qapp, "light")


@pytest.fixture
def model() -> PagedTableModel:
    return PagedTableModel(make_columns(), page_size=100, cached_pages=5)


Found = TypeVar("Found", bound=QObject)


def child(parent: QObject, kind: type[Found], name: str) -> Found:
    """Return the part of this name; it must be there."""
    found = parent.findChild(kind, name)
    assert found is not None, name
    return found


def settle(widget: QWidget) -> None:
    """Let everything that is queued happen."""
    for _round in range(4):
        QApplication.processEvents()
        widget.update()
