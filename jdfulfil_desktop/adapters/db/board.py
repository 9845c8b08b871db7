"""Keep what lists show of orders in step with the transaction: baskets, leads, search, counters.

An import's chunk says three things of an order, one after the other: the order, its outbound
orders, its verdict. New orders are therefore held back and written once, with all three: writing
a row of a dozen indices twice costs half as much again. `flush` comes before whatever reads them,
and before the commit.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, bindparam, insert, select, text, update

from jdfulfil_desktop.adapters.db import dialect, schema
from jdfulfil_desktop.adapters.db.baskets import Standing, lead_of
from jdfulfil_desktop.adapters.db.bulk import Bulk, stored
from jdfulfil_desktop.adapters.db.rows.order import NO_DECISION
from jdfulfil_desktop.adapters.db.schema.base import EPOCH

_DAY = 24 * 3600 * 1_000_000
_WIB = 7 * 3600 * 1_000_000

Fields = Mapping[str, Any] | RowMapping
_ORDER_BY_ID = update(schema.orders).where(schema.orders.c.id == bindparam("row_id"))
_INSERT_ORDERS = Bulk(insert(schema.orders), dialect.column_names(schema.orders))
INSERT_LINES = Bulk(insert(schema.order_lines), dialect.column_names(schema.order_lines))
_MOVE = Bulk(_ORDER_BY_ID, ("basket", "lead_id"))
_RENAME = Bulk(_ORDER_BY_ID, ("search_text",))
_ADD_SEARCH = Bulk(text("INSERT INTO order_search(rowid, search_text) VALUES (:id, :search_text)"))
_REMOVE_SEARCH = Bulk(
    text(
        "INSERT INTO order_search(order_search, rowid, search_text) "
        "VALUES ('delete', :id, :search_text)"
    )
)


class Board:
    """Collect what one transaction does to orders and bring the lists after it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._new: dict[int, dict[str, Any]] = {}
        self._lines: dict[int, list[dict[str, Any]]] = {}
        self._standings: dict[int, dict[int, Standing]] = defaultdict(dict)
        self._numbers: dict[int, list[str]] = defaultdict(list)
        self._touched: set[int] = set()
        self._counts: Counter[str] = Counter()

    def is_new(self, order_id: int) -> bool:
        """Tell whether an order is still held back."""
        return order_id in self._new

    def add(self, order_id: int, values: dict[str, Any], lines: list[dict[str, Any]]) -> None:
        """Hold a new order back until the transaction has said all of it."""
        known = self._new.get(order_id)
        if known is None:
            # The caller's own dictionary: copying forty values of every order is felt.
            values["id"] = order_id
            values.update(NO_DECISION)
            self._new[order_id] = values
        else:
            known.update(values)
        self._lines[order_id] = lines

    def decide(self, order_id: int, values: Fields) -> bool:
        """Put a verdict on an order that is held back; False where it is not."""
        known = self._new.get(order_id)
        if known is None:
            return False
        known.update(values)
        return True

    def outbound_saved(self, row: Fields) -> None:
        """Take note of an outbound order that was written or changed."""
        order_id = row["order_id"]
        if order_id is None:
            return
        if order_id not in self._new:
            self._touched.add(order_id)
            return
        self._standings[order_id][row["id"]] = _standing(row)
        self._numbers[order_id] += _numbers_of(row)

    def touch(self, order_ids: Iterable[int]) -> None:
        """Take note that orders in the database, or their outbound orders, changed."""
        self._touched.update(order_ids)

    def forget_outbounds(self, order_ids: Collection[int]) -> None:
        """Take note that outbound orders went: what is held back is written and looked at anew."""
        self.flush()
        self.touch(order_ids)

    def count(self, name: str, by: int) -> None:
        """Move a counter."""
        self._counts[name] += by

    def flush(self) -> None:
        """Write what was held back, and bring lists, search and counters after what changed."""
        if self._new:
            self._insert()
        if self._touched:
            self._refresh(sorted(self._touched))
            self._touched.clear()
        if self._counts:
            self._move_counters()

    def _insert(self) -> None:
        rows = list(self._new.values())
        for row in rows:
            order_id = row["id"]
            row["basket"], row["lead_id"] = lead_of(
                row["status"], row["reason_code"], self._standings.get(order_id, {}).values()
            )
            lines = self._lines[order_id]
            row["search_text"] = _search_text(
                row["order_no"], row["tracking_no"], self._numbers.get(order_id, ()), lines
            )
            self._counts[f"basket:{row['basket']}"] += 1
            self._counts[f"store:{row['store']}"] += 1
            self._counts[f"seen:{seen_on(row['first_seen_at'])}"] += 1
        _INSERT_ORDERS.run(self._connection, rows)
        lines = [line for order_id in self._new for line in self._lines[order_id]]
        INSERT_LINES.run(self._connection, lines)
        self._add_search(rows)
        self._new.clear()
        self._lines.clear()
        self._standings.clear()
        self._numbers.clear()

    def _refresh(self, ids: list[int]) -> None:
        standings, numbers, lines = self._around(ids)
        moved, renamed = [], []
        o = schema.orders.c
        query = select(
            o.id,
            o.status,
            o.reason_code,
            o.basket,
            o.lead_id,
            o.search_text,
            o.order_no,
            o.tracking_no,
        ).where(dialect.among(o.id, ids))
        for row in self._connection.execute(query).all():
            basket, lead_id = lead_of(row.status, row.reason_code, standings.get(row.id, ()))
            if (basket, lead_id) != (row.basket, row.lead_id):
                moved.append({"row_id": row.id, "basket": basket, "lead_id": lead_id})
                self._counts[f"basket:{row.basket}"] -= 1
                self._counts[f"basket:{basket}"] += 1
            found = _search_text(
                row.order_no, row.tracking_no, numbers.get(row.id, ()), lines.get(row.id, ())
            )
            if found != row.search_text:
                renamed.append({"id": row.id, "search_text": row.search_text, "new": found})
        if moved:
            _MOVE.run(self._connection, moved)
        if renamed:
            self._rename(renamed)

    def _rename(self, renamed: list[dict[str, Any]]) -> None:
        """Replace search texts: an external-content index wants the old text to take it out."""
        after = [{"id": row["id"], "search_text": row["new"]} for row in renamed]
        self._remove_search(renamed)
        _RENAME.run(self._connection, [{"row_id": row["id"], **row} for row in after])
        self._add_search(after)

    def _add_search(self, rows: Sequence[Fields]) -> None:
        """Put texts into the index; PostgreSQL's follows its column by itself."""
        if not dialect.is_shared(self._connection):
            _ADD_SEARCH.run(self._connection, rows)

    def _remove_search(self, rows: Sequence[Fields]) -> None:
        if not dialect.is_shared(self._connection):
            _REMOVE_SEARCH.run(self._connection, rows)

    def _around(
        self, ids: list[int]
    ) -> tuple[dict[int, list[Standing]], dict[int, list[str]], dict[int, list[Fields]]]:
        """Read what a basket and a search text depend on besides the order's own row."""
        standings: dict[int, list[Standing]] = defaultdict(list)
        numbers: dict[int, list[str]] = defaultdict(list)
        lines: dict[int, list[Fields]] = defaultdict(list)
        b = schema.outbounds.c
        columns = (b.id, b.order_id, b.part, b.attempt, b.push_state, b.shipment_state)
        query = select(*columns, b.outbound_no, b.jd_no, b.tracking_no, b.jd_waybill)
        query = query.where(dialect.among(b.order_id, ids)).order_by(b.order_id, b.id)
        for row in self._connection.execute(query).mappings():
            standings[row["order_id"]].append(_standing(row))
            numbers[row["order_id"]] += _numbers_of(row)
        x = schema.order_lines.c
        of_lines = select(x.order_id, x.channel_sku, x.tracking_no)
        of_lines = of_lines.where(dialect.among(x.order_id, ids)).order_by(x.order_id, x.place)
        for row in self._connection.execute(of_lines).mappings():
            lines[row["order_id"]].append(row)
        return standings, numbers, lines

    def _move_counters(self) -> None:
        moved = [{"name": name, "value": n} for name, n in self._counts.items() if n]
        self._counts.clear()
        if moved:
            self._connection.execute(dialect.adding(schema.counters), moved)

    def remove(self, order_ids: Collection[int]) -> None:
        """Take orders out: rows, lines, search and counters. Their outbound orders went before."""
        self._touched.difference_update(order_ids)
        self.flush()
        o = schema.orders.c
        chosen = dialect.among(o.id, order_ids)
        query = select(o.id, o.search_text, o.basket, o.store, o.first_seen_at).where(chosen)
        rows = self._connection.execute(query).mappings().all()
        for row in rows:
            self._counts[f"basket:{row['basket']}"] -= 1
            self._counts[f"store:{row['store']}"] -= 1
            self._counts[f"seen:{seen_on(stored(row['first_seen_at']))}"] -= 1
        self._remove_search(rows)
        self._connection.execute(schema.orders.delete().where(chosen))
        self._move_counters()


def seen_on(at: int | None) -> int:
    """Give the ordinal of the Jakarta day (UTC+7, no summer time) of a stored time; 0 for none."""
    return 0 if at is None else EPOCH.toordinal() + (at + _WIB) // _DAY


def _standing(row: Fields) -> Standing:
    return Standing(
        row["id"], row["part"], row["attempt"], row["push_state"], row["shipment_state"]
    )


def _numbers_of(row: Fields) -> list[str]:
    """Give what an outbound order can be found by, beyond what follows from its order's number."""
    derived = row["part"] == 1 and row["attempt"] == 1
    carried = row["jd_waybill"].split(",")
    return [
        n.strip()
        for n in (row["tracking_no"], row["jd_no"], *carried, "" if derived else row["outbound_no"])
        if n.strip()
    ]


def _search_text(
    order_no: str, tracking_no: str, numbers: Iterable[str], lines: Iterable[Fields]
) -> str:
    words = dict.fromkeys((order_no, tracking_no, *numbers))
    for line in lines:
        words[line["channel_sku"]] = None
        words[line["tracking_no"]] = None
    words.pop("", None)
    return "\n".join(words)
