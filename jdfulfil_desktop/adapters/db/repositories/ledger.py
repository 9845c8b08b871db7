"""Write the append-only ledger and the sums that follow from it (R22)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from jdfulfil_desktop.adapters.db import dialect
from jdfulfil_desktop.adapters.db.bulk import Bulk, stored
from jdfulfil_desktop.adapters.db.schema import ledger, stock, thresholds
from jdfulfil_desktop.adapters.db.schema import shelves as shelf_rows
from jdfulfil_desktop.domain.ids import Sku, WarehouseNo
from jdfulfil_desktop.domain.stock import (
    FIGURE_OF,
    Figure,
    LedgerEntry,
    LedgerKind,
    Shelf,
    StockRow,
)

Key = tuple[str, str, str, str]


class SqlLedger:
    """Fulfil `ports.Ledger`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, entries: Iterable[LedgerEntry]) -> list[LedgerEntry]:
        """Write entries and move the stock rows by them; doubled keys are left out."""
        by_key: dict[Key, LedgerEntry] = {}
        for entry in entries:
            by_key.setdefault(_key(entry), entry)
        if not by_key:
            return []
        known = self._known({entry.document for entry in by_key.values()})
        written = [entry for key, entry in by_key.items() if key not in known]
        if written:
            _ADD.run(self._connection, [_values(entry) for entry in written])
            self._move(written)
        return written

    def rows(
        self,
        warehouse_nos: Collection[str] | None = None,
        skus: Collection[str] | None = None,
    ) -> dict[tuple[str, str], StockRow]:
        """Give stock rows by (warehouse, SKU)."""
        s = stock.c
        query = select(stock).order_by(s.warehouse_no, s.sku)
        if warehouse_nos is not None:
            query = query.where(dialect.among(s.warehouse_no, warehouse_nos))
        if skus is not None:
            query = query.where(dialect.among(s.sku, skus))
        return {
            (row.warehouse_no, row.sku): StockRow(
                WarehouseNo(row.warehouse_no),
                Sku(row.sku),
                row.on_hand,
                row.reserved,
                row.incoming,
                row.jd_figure,
                row.jd_figure_at,
            )
            for row in self._connection.execute(query)
        }

    def set_jd_figures(self, warehouse_no: str, figures: Mapping[str, int], at: datetime) -> None:
        """Put JD's own figures beside ours."""
        rows = [
            {"warehouse_no": warehouse_no, "sku": sku, "jd_figure": n, "jd_figure_at": at}
            for sku, n in figures.items()
        ]
        if rows:
            self._connection.execute(_SET_FIGURE, rows)

    def reserved_under(self, documents: Collection[str]) -> list[tuple[str, str, str, int]]:
        """Give what is still reserved under documents: (document, warehouse, SKU, units)."""
        held: dict[tuple[str, str, str], int] = defaultdict(int)
        query = select(ledger).where(
            dialect.among(ledger.c.document, documents),
            ledger.c.kind.in_((LedgerKind.RESERVED.value, LedgerKind.RELEASED.value)),
        )
        for row in self._connection.execute(query):
            held[row.document, row.warehouse_no, row.sku] += row.quantity
        return [(*key, n) for key, n in held.items() if n]

    def threshold(self, warehouse_no: str, sku: str) -> int | None:
        """Give the units below which a SKU runs low in a warehouse; None: not set."""
        t = thresholds.c
        query = select(t.units).where(t.warehouse_no == warehouse_no, t.sku == sku)
        units: int | None = self._connection.execute(query).scalar()
        return units

    def set_threshold(self, warehouse_no: str, sku: str, units: int | None) -> None:
        """Set it, or take it away."""
        t = thresholds.c
        if units is None:
            here = (t.warehouse_no == warehouse_no) & (t.sku == sku)
            self._connection.execute(delete(thresholds).where(here))
            return
        setting = dialect.inserting_or_replacing(thresholds, ("warehouse_no", "sku"))
        self._connection.execute(
            setting, {"warehouse_no": warehouse_no, "sku": sku, "units": units}
        )

    def set_shelves(self, warehouse_no: str, shelves: Sequence[Shelf]) -> None:
        """Keep JD's stock by date of expiry in the place of what it said before."""
        here = delete(shelf_rows).where(shelf_rows.c.warehouse_no == warehouse_no)
        self._connection.execute(here)
        if shelves:
            self._connection.execute(insert(shelf_rows), [_shelf_values(x) for x in shelves])

    def _known(self, documents: Collection[str]) -> set[Key]:
        x = ledger.c
        query = select(x.document, x.warehouse_no, x.sku, x.kind).where(
            dialect.among(x.document, documents)
        )
        return {tuple(row) for row in self._connection.execute(query)}

    def _move(self, written: Sequence[LedgerEntry]) -> None:
        moves: dict[tuple[str, str], dict[Figure, int]] = defaultdict(
            lambda: dict.fromkeys(Figure, 0)
        )
        for entry in written:
            moves[entry.warehouse_no, entry.sku][FIGURE_OF[entry.kind]] += entry.quantity
        rows = [
            {"warehouse_no": warehouse_no, "sku": sku, **{f.value: n for f, n in by.items()}}
            for (warehouse_no, sku), by in moves.items()
        ]
        _MOVE.run(self._connection, rows)


def _moving() -> Any:
    statement = dialect.inserting(stock)
    moved = {f.value: stock.c[f.value] + statement.excluded[f.value] for f in Figure}
    return statement.on_conflict_do_update(index_elements=["warehouse_no", "sku"], set_=moved)


def _setting_figures() -> Any:
    statement = dialect.inserting(stock)
    figures = {name: statement.excluded[name] for name in ("jd_figure", "jd_figure_at")}
    return statement.on_conflict_do_update(index_elements=["warehouse_no", "sku"], set_=figures)


_ADD = Bulk(insert(ledger), [c.name for c in ledger.columns if c.name != "id"])
_MOVE = Bulk(_moving(), ("warehouse_no", "sku", *(figure.value for figure in Figure)))
_SET_FIGURE = _setting_figures()


def _key(entry: LedgerEntry) -> Key:
    return (entry.document, entry.warehouse_no, entry.sku, entry.kind.value)


def _values(entry: LedgerEntry) -> dict[str, Any]:
    return {
        "at": stored(entry.at),
        "warehouse_no": entry.warehouse_no,
        "sku": entry.sku,
        "kind": entry.kind.value,
        "quantity": entry.quantity,
        "document": entry.document,
        "by": entry.by,
    }


def _shelf_values(shelf: Shelf) -> dict[str, Any]:
    return {
        "warehouse_no": shelf.warehouse_no,
        "sku": shelf.sku,
        "expires_on": shelf.expires_on.isoformat() if shelf.expires_on else "",
        "produced_on": shelf.produced_on.isoformat() if shelf.produced_on else "",
        "state": shelf.state,
        "total": shelf.total,
        "usable": shelf.usable,
        "shelf_life_days": shelf.shelf_life_days,
    }
