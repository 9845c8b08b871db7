"""Lay down what the child process read: chunks of orders, then refused rows, one JSON text a line.

The file has no name (or one that vanishes with it) and belongs to this user alone. A chunk is small
enough that decoding it takes a few milliseconds: the window's thread never waits long for its turn.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from typing import IO, Any

from jdfulfil_desktop.domain.ids import OrderNo
from jdfulfil_desktop.domain.order import (
    Channel,
    Consignee,
    OrderLine,
    OrderSnapshot,
    OrderStatus,
)

CHUNK = 400
"""Orders a chunk: some 400 KB, about 6 ms to decode. With 200 the writer takes a tenth longer."""

RawRow = tuple[int, tuple[Any, ...]]
"""A row of the file as it stood: its number and its cells."""


def write_chunks(out: IO[bytes], orders: Iterator[str]) -> list[int]:
    """Write JSON texts of orders in chunks; give each chunk's length in bytes."""
    lengths = []
    chunk: list[str] = []
    for order in orders:
        chunk.append(order)
        if len(chunk) == CHUNK:
            lengths.append(_write(out, chunk))
            chunk = []
    if chunk:
        lengths.append(_write(out, chunk))
    return lengths


def _write(out: IO[bytes], chunk: Sequence[str]) -> int:
    line = ("[" + ",".join(chunk) + "]\n").encode("utf-8", errors="surrogatepass")
    out.write(line)
    return len(line)


def write_rows(out: IO[bytes], rows: Iterator[RawRow]) -> list[int]:
    """Write rows as they stood, numbers as numbers, in chunks; give the chunks' lengths."""
    texts = (
        json.dumps([number, [_plain(cell) for cell in cells]], ensure_ascii=False)
        for number, cells in rows
    )
    return write_chunks(out, texts)


def _plain(cell: Any) -> Any:
    """Wrap what JSON does not know."""
    if isinstance(cell, (datetime, date)):
        return {"date": cell.isoformat()}
    return cell if isinstance(cell, (str, int, float, bool, type(None))) else str(cell)


def read_rows(line: bytes) -> list[RawRow]:
    """Decode a chunk of raw rows."""
    return [
        (number, tuple(_cell(cell) for cell in cells))
        for number, cells in json.loads(line.decode("utf-8", errors="surrogatepass"))
    ]


def _cell(cell: Any) -> Any:
    return datetime.fromisoformat(cell["date"]) if isinstance(cell, dict) else cell


def read_orders(line: bytes, channel: Channel) -> tuple[OrderSnapshot, ...]:
    """Decode a chunk of orders."""
    texts = json.loads(line.decode("utf-8", errors="surrogatepass"))
    return tuple(_snapshot(each, channel) for each in texts)


def _snapshot(record: list[Any], channel: Channel) -> OrderSnapshot:
    (order_no, status, raw_status, number, requested, lines, rows), head = record
    courier, raw_courier, country, created, ship_by, consignee, purchase_channel, note = head
    return OrderSnapshot(
        channel=channel,
        order_no=OrderNo(order_no),
        status=OrderStatus(status),
        raw_status=raw_status,
        courier=courier,
        raw_courier=raw_courier,
        tracking_no=number,
        country=country,
        created_at=_moment(created),
        ship_by=_moment(ship_by),
        consignee=Consignee(*consignee),
        lines=tuple([OrderLine(*line) for line in lines]),
        cancel_requested=requested,
        purchase_channel=purchase_channel,
        note=note,
        rows=tuple(rows),
    )


def _moment(seconds: int | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)
