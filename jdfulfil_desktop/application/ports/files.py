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
class ColumnMap:
    """What a user said of an export's columns: header -> canonical field, and whose export it is.

    It is said once and holds for every file with the same set of headers.
    """

    channel: Channel
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class LayoutFields:
    """What one known layout can read. Of each tuple in `required` one field needs a column."""

    key: str
    channel: Channel
    fields: tuple[str, ...]
    required: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class SheetInfo:
    """How a file was understood. `columns`: (header, canonical field or "").

    `fingerprint` names the set of its headers; `sample`: its first rows as they look, a cell a
    column.
    """

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
    fingerprint: str = ""
    sample: tuple[tuple[str, ...], ...] = ()


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
    spoiled: tuple[tuple[int, Mapping[str, str]], ...] = ()
    """Rows that `problems` left out, as they are seen in the file."""


class OrderSource(Protocol):
    """One place that orders come from: a file today, a marketplace's own interface later.

    It is the only door for orders: preview, import, history and undo know nothing else of where
    they come from.
    """

    @property
    def name(self) -> str:
        """Give the name by which history and messages call it: a file's, or a shop's."""

    def read(
        self,
        *,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> AbstractContextManager[OrderSheet]:
        """Fetch what is there now. `progress(done, total)`; blocks, for a worker thread.

        Raises FileProblem, EnvironmentProblem, GatewayError, ActionCancelled.
        """


class SheetReader(Protocol):
    """Read spreadsheets in a child process that can be killed.

    Raises FileProblem, ActionCancelled.
    """

    def orders_in(
        self,
        path: Path,
        *,
        channel: Channel | None = None,
        known: Mapping[str, ColumnMap] | None = None,
        said: ColumnMap | None = None,
    ) -> OrderSource:
        """Give an order file as a source; its layout is recognised by its headers.

        `channel`: the user's choice. `known`: what users said of columns, by fingerprint; `said`:
        what this user says of this file's.
        """

    def layouts(self) -> Sequence[LayoutFields]:
        """Say which layouts are known and what each can read: choices for mapping columns."""

    def read_table(
        self, path: Path, columns: Mapping[str, Sequence[str]], required: Sequence[str]
    ) -> TableSheet:
        """Read rows by header. `columns`: canonical name -> accepted headers (any language)."""
