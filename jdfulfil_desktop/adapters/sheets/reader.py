"""Read order files and tables for the rest of the program: the SheetReader port."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import IO, Any

from jdfulfil_desktop.adapters.sheets import spool
from jdfulfil_desktop.adapters.sheets.mapping import newest
from jdfulfil_desktop.adapters.sheets.process import SILENCE_S, run_child
from jdfulfil_desktop.application.ports import (
    ColumnMap,
    LayoutFields,
    OrderSource,
    RowProblem,
    SheetInfo,
    TableSheet,
)
from jdfulfil_desktop.domain.errors import EnvironmentProblem, FileProblem
from jdfulfil_desktop.domain.order import Channel, OrderSnapshot

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


class SpooledOrderSheet:
    """A parsed order file. Its spool is a nameless 0600 file that vanishes on `close`."""

    def __init__(
        self, info: SheetInfo, file: IO[bytes], chunks: list[int], refused: list[int]
    ) -> None:
        self.info = info
        self._file = file
        self._lock = threading.Lock()
        self._chunks = _places(0, chunks)
        self._refused = _places(sum(chunks), refused)

    def chunks(self) -> Iterator[tuple[OrderSnapshot, ...]]:
        """Yield the orders, some 400 at a time; can be asked any number of times."""
        for place in self._chunks:
            yield spool.read_orders(self._line(*place), self.info.channel)

    def refused_rows(self) -> Iterator[spool.RawRow]:
        """Yield the rows of refused orders as they stand in the file: (row number, cells)."""
        for place in self._refused:
            yield from spool.read_rows(self._line(*place))

    def _line(self, start: int, length: int) -> bytes:
        with self._lock:
            self._file.seek(start)
            return self._file.read(length)

    def close(self) -> None:
        """Remove the spool; harmless twice."""
        self._file.close()

    def __enter__(self) -> SpooledOrderSheet:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


@dataclass(frozen=True, slots=True)
class FileOrders:
    """An order file as a source of orders."""

    reader: ChildProcessSheetReader
    path: Path
    channel: Channel | None = None
    known: Mapping[str, ColumnMap] = field(default_factory=dict)
    said: ColumnMap | None = None

    @property
    def name(self) -> str:
        """Give the file's name."""
        return self.path.name

    def read(
        self, *, progress: Progress | None = None, cancelled: Cancelled | None = None
    ) -> SpooledOrderSheet:
        """Read the file in a process of its own."""
        return self.reader.read_orders(
            self.path,
            channel=self.channel,
            progress=progress,
            cancelled=cancelled,
            known=self.known,
            said=self.said,
        )


class ChildProcessSheetReader:
    """Read spreadsheets in a child process (port SheetReader).

    Blocks its caller, so a worker thread calls it. `spool_dir`: where the nameless spool lies,
    default the system's temporary folder. `silence_s`: seconds without a sign of life after which
    the child is killed.
    """

    def __init__(self, spool_dir: Path | None = None, *, silence_s: float = SILENCE_S) -> None:
        self._spool_dir = spool_dir
        self._silence_s = silence_s

    def read_orders(
        self,
        path: Path,
        *,
        channel: Channel | None = None,
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
        known: Mapping[str, ColumnMap] | None = None,
        said: ColumnMap | None = None,
    ) -> SpooledOrderSheet:
        """Recognise the layout by its headers, parse and spool. `progress(done, total)` rows.

        `channel`: the user's choice; a file of another one is `wrong_channel`. `known`: what users
        said of columns, by the fingerprint of their headers; `said`: what is said of this file's.
        Raises FileProblem, ActionCancelled, EnvironmentProblem.
        """
        modified = _modified_at(path)
        request = {
            "what": "orders",
            "path": str(path),
            "channel": channel.value if channel else None,
            "known": {mark: _as_request(one) for mark, one in newest(known or {}).items()},
            "said": _as_request(said) if said else None,
        }
        file = self._new_spool()
        try:
            told = run_child(
                request,
                file,
                subject=path.name,
                progress=progress,
                cancelled=cancelled,
                silence_s=self._silence_s,
            )
            info = _info(path, modified, told)
            return SpooledOrderSheet(info, file, told["chunks"], told["refused_chunks"])
        except BaseException:
            file.close()
            raise

    def orders_in(
        self,
        path: Path,
        *,
        channel: Channel | None = None,
        known: Mapping[str, ColumnMap] | None = None,
        said: ColumnMap | None = None,
    ) -> OrderSource:
        """Give an order file as a source of orders (port OrderSource)."""
        return FileOrders(self, path, channel, known or {}, said)

    def layouts(self) -> Sequence[LayoutFields]:
        """Say which layouts are known and what each can read."""
        # Not above: who lists tables only has no use for them.
        from jdfulfil_desktop.adapters.sheets.profiles import LAYOUTS

        return [
            LayoutFields(one.key, one.channel, tuple(one.fields), one.required) for one in LAYOUTS
        ]

    def read_table(
        self, path: Path, columns: Mapping[str, Sequence[str]], required: Sequence[str]
    ) -> TableSheet:
        """Read rows by header. `columns`: canonical name -> accepted headers (any language).

        A row with an unreadable or a blank required cell is listed under `problems` and left out.
        """
        _modified_at(path)
        request = {
            "what": "table",
            "path": str(path),
            "columns": {name: list(aliases) for name, aliases in columns.items()},
            "required": list(required),
        }
        with self._new_spool() as file:
            told = run_child(request, file, subject=path.name, silence_s=self._silence_s)
            file.seek(0)
            rows = tuple(
                (number, dict(zip(told["names"], values, strict=True)))
                for length in told["chunks"]
                for number, values in spool.read_rows(file.read(length))
            )
        spoiled = tuple(
            (int(number), dict(zip(told["names"], values, strict=True)))
            for number, values in told["spoiled"]
        )
        return TableSheet(path.name, rows, _problems(told["problems"]), spoiled)

    def _new_spool(self) -> IO[bytes]:
        try:
            return tempfile.TemporaryFile(prefix="jdfulfil-", dir=self._spool_dir)
        except OSError as error:
            raise EnvironmentProblem("disk", reason=str(error)) from error


def _as_request(said: ColumnMap) -> dict[str, Any]:
    """Give a user's word as the child takes it (`Maps.asked`)."""
    return {"channel": said.channel.value, "fields": dict(said.fields)}


def _modified_at(path: Path) -> datetime:
    """Give a file's modification time; refuse what is not there or no file."""
    try:
        if not path.is_file():
            raise FileProblem("not_found", subject=path.name)
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except (OSError, ValueError) as error:
        raise FileProblem("not_found", subject=path.name, reason=str(error)) from error


def _info(path: Path, modified: datetime, told: Mapping[str, Any]) -> SheetInfo:
    return SheetInfo(
        file=path.name,
        profile=told["profile"],
        channel=Channel(told["channel"]),
        columns=tuple((header, name) for header, name in told["columns"]),
        modified_at=modified,
        rows_read=told["rows_read"],
        orders=told["orders"],
        refused_orders=told["refused_orders"],
        problems=_problems(told["problems"]),
        unknown_statuses=tuple(told["unknown_statuses"]),
        fingerprint=told["fingerprint"],
        sample=tuple(map(tuple, told["sample"])),
    )


def _problems(told: Sequence[Sequence[Any]]) -> tuple[RowProblem, ...]:
    return tuple(RowProblem(row, column, value, code, {}) for row, column, value, code in told)


def _places(start: int, lengths: Sequence[int]) -> list[tuple[int, int]]:
    places = []
    for length in lengths:
        places.append((start, length))
        start += length
    return places
