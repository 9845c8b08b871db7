"""A reader of order files and tables that are made up in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from jdfulfil_desktop.application.ports import OrderSheet, RowProblem, SheetInfo, TableSheet
from jdfulfil_desktop.domain.errors import FileProblem
from jdfulfil_desktop.domain.order import Channel, OrderSnapshot


@dataclass
class FakeSheet:
    """A parsed order file."""

    info: SheetInfo
    orders: Sequence[OrderSnapshot]
    size: int = 2
    closed: bool = False

    def chunks(self) -> Iterator[tuple[OrderSnapshot, ...]]:
        for start in range(0, len(self.orders), self.size):
            yield tuple(self.orders[start : start + self.size])

    def close(self) -> None:
        self.closed = True


@dataclass
class FakeSheets:
    """Fulfil `ports.SheetReader` for files that tests put in by name."""

    orders: dict[str, FakeSheet] = field(default_factory=dict)
    tables: dict[str, TableSheet] = field(default_factory=dict)

    @contextmanager
    def read_orders(
        self,
        path: Path,
        *,
        channel: Channel | None = None,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Iterator[OrderSheet]:
        if path.name not in self.orders:
            raise FileProblem("not_found", subject=path.name)
        sheet = self.orders[path.name]
        try:
            yield sheet
        finally:
            sheet.close()

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
