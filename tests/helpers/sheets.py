"""A reader of order files and tables that are made up in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from jdfulfil_desktop.application.ports import (
    ColumnMap,
    LayoutFields,
    OrderSheet,
    OrderSource,
    RowProblem,
    SheetInfo,
    TableSheet,
)
from jdfulfil_desktop.domain.errors import FileProblem
from jdfulfil_desktop.domain.order import Channel, OrderSnapshot


@dataclass
class FakeSheet:
    """A parsed order file."""

    info: SheetInfo
    orders: Sequence[OrderSnapshot]
    size: int = 2
    closed: bool = False

    def refused_rows(self) -> Iterator[tuple[int, tuple[object, ...]]]:
        return iter(())

    def chunks(self) -> Iterator[tuple[OrderSnapshot, ...]]:
        for start in range(0, len(self.orders), self.size):
            yield tuple(self.orders[start : start + self.size])

    def close(self) -> None:
        self.closed = True


@dataclass
class FakeFile:
    """Fulfil `ports.OrderSource`: a file, or whatever else orders come from."""

    name: str
    sheet: FakeSheet | None

    @contextmanager
    def read(
        self,
        *,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Iterator[OrderSheet]:
        if self.sheet is None:
            raise FileProblem("not_found", subject=self.name)
        try:
            yield self.sheet
        finally:
            self.sheet.close()


@dataclass
class FakeSheets:
    """Fulfil `ports.SheetReader` for files that tests put in by name."""

    orders: dict[str, FakeSheet] = field(default_factory=dict)
    tables: dict[str, TableSheet] = field(default_factory=dict)

    asked: list[tuple[Mapping[str, ColumnMap], ColumnMap | None]] = field(default_factory=list)

    def orders_in(
        self,
        path: Path,
        *,
        channel: Channel | None = None,
        known: Mapping[str, ColumnMap] | None = None,
        said: ColumnMap | None = None,
    ) -> OrderSource:
        self.asked.append((known or {}, said))
        return FakeFile(path.name, self.orders.get(path.name))

    def layouts(self) -> Sequence[LayoutFields]:
        return [
            LayoutFields("shopee", Channel.SHOPEE, ("order_no", "tracking_no"), (("order_no",),))
        ]

    def read_table(
        self, path: Path, columns: Mapping[str, Sequence[str]], required: Sequence[str]
    ) -> TableSheet:
        assert set(required) <= set(columns)
        return self.tables[path.name]

    def put_table(
        self, name: str, *rows: Mapping[str, str], problems: tuple[RowProblem, ...] = ()
    ) -> Path:
        """Put a table in; its first data row is row 2, as in a spreadsheet."""
        self.tables[name] = TableSheet(name, tuple(enumerate(rows, start=2)), problems)
        return Path(name)
