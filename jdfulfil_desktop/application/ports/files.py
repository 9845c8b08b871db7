"""Say how spreadsheets are read: recognised, parsed, spooled."""

from __future__ import annotations

from collections.abc import (
    Callable,
    Iterator,
    Mapping,
    Sequence,
)
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from jdfulfil_desktop.domain.order import Channel, OrderSnapshot


@dataclass(frozen=True, slots=True)
class RowProblem:
    """One thing that is wrong in a file. `row` is the number the user sees in the spreadsheet."""

    row: int
    column: str
    value: str
    code: str
    data: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SheetInfo:
    """How a file was understood. `columns`: (header, canonical field or "")."""

    file: str
    profile: str
    channel: Channel
    columns: tuple[tuple[str, str], ...]
    modified_at: datetime
    rows_read: int = 0
    orders: int = 0
    refused_orders: int = 0
    problems: tuple[RowProblem, ...] = ()
    unknown_statuses: tuple[str, ...] = ()


class OrderSheet(Protocol):
    """A parsed order file, spooled on disk; chunks can be read several times.

    Close it after use.
    """

    info: SheetInfo

    def chunks(self) -> Iterator[tuple[OrderSnapshot, ...]]: ...

    def refused_rows(self) -> Iterator[tuple[int, tuple[object, ...]]]:
        """Give the rows of refused orders as they stand in the file, for mending: (row, cells)."""

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class TableSheet:
    """A small sheet (products, stock) as rows of text by canonical column, with row numbers."""

    file: str
    rows: tuple[tuple[int, Mapping[str, str]], ...]
    problems: tuple[RowProblem, ...] = ()


class SheetReader(Protocol):
    """Read spreadsheets in a child process that can be killed.

    Raises FileProblem, ActionCancelled.
    """

    def read_orders(
        self,
        path: Path,
        *,
        channel: Channel | None = None,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> AbstractContextManager[OrderSheet]:
        """Recognise the layout by its headers, parse and spool. `progress(done, total)` rows."""

    def read_table(
        self, path: Path, columns: Mapping[str, Sequence[str]], required: Sequence[str]
    ) -> TableSheet:
        """Read rows by header. `columns`: canonical name -> accepted headers (any language)."""
