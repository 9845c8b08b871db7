"""Group rows into orders by a layout's rules (FORMATS rules 3-5, 8 and 9).

Rows of an order need not stand together. One unreadable row refuses its whole order; only that row
is listed. Orders leave as compact JSON texts, so that a hundred thousand of them fit into memory.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from jdfulfil_desktop.adapters.sheets import cells
from jdfulfil_desktop.adapters.sheets.cells import BadCell, Cell
from jdfulfil_desktop.adapters.sheets.details import DetailReader
from jdfulfil_desktop.adapters.sheets.headers import Recognised
from jdfulfil_desktop.adapters.sheets.profiles.layout import FillDown
from jdfulfil_desktop.adapters.sheets.settling import Line, settle
from jdfulfil_desktop.adapters.sheets.statuses import NOT_LEFT, StatusTable
from jdfulfil_desktop.domain.order import OrderStatus

T = TypeVar("T")

PROBLEM_LIMIT = 5_000
"""More problems than anybody reads: the rest is counted by refused orders only."""
_DESCRIPTION_ROWS = 5
_MEMORY_LIMIT = 20_000

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode


class _Order:
    __slots__ = ("head", "lines", "order_no", "refused", "rows")

    def __init__(self, order_no: str) -> None:
        self.order_no = order_no
        self.head = ""
        self.rows: list[int] = []
        self.lines: list[Line] = []
        self.refused = False


class Grouping:
    """Take rows one by one, give orders at the end.

    `rows_read` counts data rows, refused ones included; `given` the orders that left;
    `problems` are (row, column, value, code).
    """

    def __init__(self, recognised: Recognised) -> None:
        self._layout = recognised.layout
        self._columns = recognised.columns
        self._headers = recognised.headers
        self._width = len(recognised.headers)
        self._statuses = StatusTable(recognised.layout.statuses)
        self._details = DetailReader(recognised)
        self._orders: dict[str, _Order] = {}
        self._line_ids: dict[tuple[str, str, str], tuple[object, ...]] = {}
        self._pool: dict[str, str] = {}
        self._memory: dict[tuple[int, str], Any] = {}
        self._row = 0
        self._bad = False
        self._previous: list[Cell] = []
        self._carried = tuple(
            sorted(
                place for name, place in self._columns.items() if name in self._layout.order_fields
            )
        )
        self.rows_read = 0
        self.given = 0
        self.problems: list[tuple[int, str, str, str]] = []
        self.unknown_statuses: dict[str, None] = {}
        self._find_columns()

    def _find_columns(self) -> None:
        """Keep the places of what every row is asked for; -1 meets the blank that pads each row."""
        place = self._columns.get
        self._order_no = place("order_no", -1)
        self._status = place("status", -1)
        self._sub = place("substatus", -1)
        self._request = place("request", -1)
        self._cancelled = place("cancelled_at", -1)
        self._arranged = place("arranged_at", -1)
        self._quantity = place("quantity", -1)
        self._returned = place("returned", -1)
        self._name = place("name", -1)
        self._price = place("price", -1)
        self._line_id = place("line_id", -1)
        self._package = place("package", -1)
        self._numbers = tuple(
            place(name, -1)
            for name in ("tracking_no", "tracking_no_other")
            if name in self._columns
        )
        self._sku = [
            (place(first, -1), tuple(place(more, -1) for more in others))
            for first, *others in self._layout.sku
            if first in self._columns
        ]

    def feed(self, number: int, row: list[Cell]) -> None:
        """Take one row under the header; `number` is the one the user sees."""
        if len(row) < self._width:
            row.extend([""] * (self._width - len(row)))
        row.append("")
        if not any(row) or (self.rows_read < _DESCRIPTION_ROWS and self._describes(row)):
            return
        self._row, self._bad = number, False
        order_no = self._read(row, self._order_no, cells.identifier)
        if self._layout.fill_down is not FillDown.NEVER and not self._bad:
            order_no = self._filled_down(row, order_no or "")
        sku = self._sku_of(row)
        if not order_no and not sku and not self._bad:
            return
        self.rows_read += 1
        order = self._order_of(row, order_no)
        order.rows.append(number)
        line = self._line_of(row, order_no or "", sku)
        if self._bad or line is None:
            order.refused = True
        elif not order.refused:
            order.lines.append(line)

    def _describes(self, row: list[Cell]) -> bool:
        """Tell whether a row only explains the columns, in whatever language it does."""
        first, wanted = row[self._order_no], self._layout.description
        if not wanted or not isinstance(first, str):
            return False
        # An order number has no blanks; a sentence has, and only the first row is one.
        sentence = self.rows_read == 0 and " " in first.strip()
        return sentence or cells.text(first).casefold() == wanted

    def _filled_down(self, row: list[Cell], order_no: str) -> str:
        """Carry the order's cells into a continued row, in place; give its order number."""
        if self._layout.fill_down is FillDown.WHILE_ORDER_REPEATS:
            continued = (
                bool(self._previous)
                and bool(order_no)
                and (row[self._order_no] == self._previous[self._order_no])
            )
        else:
            continued = (
                bool(self._previous)
                and not order_no
                and any(cells.show(cell).strip() for cell in row)
            )
        if continued:
            for place in self._carried:
                if row[place] is None or row[place] == "":
                    row[place] = self._previous[place]
            order_no = cells.identifier(row[self._order_no])
        self._previous = row
        return order_no

    def _order_of(self, row: list[Cell], order_no: str | None) -> _Order:
        """Find or begin the row's order; a row without a readable number is an order of its own."""
        if not order_no:
            if order_no is not None:
                self._problem(self._order_no, "", "missing_value")
            shown = cells.show(row[self._order_no])
            return self._orders.setdefault(f"\0{shown or self._row}", _Order(shown))
        order = self._orders.get(order_no)
        if order is None:
            order = self._orders[order_no] = _Order(order_no)
            order.head = _encode(self._details.read(row, self._problem))
        return order

    def _line_of(self, row: list[Cell], order_no: str, sku: str | None) -> Line | None:
        number = self._number_of(row)
        status, raw_status, requested = self._status_of(row, number)
        if sku == "":
            self._problem(self._sku[0][0], "", "missing_value")
        units = self._units_of(row)
        price = self._recall(row, self._price, cells.rupiah) if self._price >= 0 else None
        name = self._shared(cells.text(row[self._name]))
        line_id = self._id_of(row, self._line_id)
        package = self._id_of(row, self._package)
        if self._bad or sku is None or units is None or status is None:
            return None
        line = (sku, name, units, line_id, package, number, price, status, raw_status, requested)
        if line_id and not self._same_line(order_no, line):
            self._problem(self._line_id, line_id, "duplicate_line_conflict")
        return line

    def _status_of(self, row: list[Cell], number: str) -> tuple[OrderStatus | None, str, bool]:
        """Read status, its raw words and whether cancelling or returning was asked for (rule 8)."""
        raw, sub = self._shared(cells.word(row[self._status])), cells.word(row[self._sub])
        if not raw and not sub:
            self._problem(self._status, "", "missing_value")
            return None, "", False
        arranged = bool(number) or bool(cells.word(row[self._arranged]))
        if self._cancelled >= 0 and cells.word(row[self._cancelled]):
            status = OrderStatus.CANCELLED
        else:
            status = self._statuses.find(raw, sub, arranged)
        full = self._shared(f"{raw} | {sub}" if raw and sub else raw or sub)
        if status is OrderStatus.UNKNOWN:
            self.unknown_statuses[full] = None
        asked = bool(cells.word(row[self._request]))
        if asked and status in (OrderStatus.SHIPPING, OrderStatus.DELIVERED):
            return OrderStatus.RETURNED, full, False
        return status, full, asked and status in NOT_LEFT

    def _units_of(self, row: list[Cell]) -> int | None:
        """Count a line's units, what came back taken off; None where unreadable."""
        if self._layout.row_is_unit and self._quantity < 0:
            return 1
        cell = row[self._quantity]
        if cell is None or (isinstance(cell, str) and cell.strip() in cells.BLANK_WORDS):
            self._problem(self._quantity, "", "missing_value")
            return None
        units = self._recall(row, self._quantity, cells.quantity)
        back = row[self._returned]
        if units is None or not cells.word(back):
            return units
        returned = self._recall(row, self._returned, cells.returned)
        if returned is not None and returned > units:
            self._problem(self._returned, cells.show(back), "quantity_invalid")
            return None
        return None if returned is None else units - returned

    def _id_of(self, row: list[Cell], place: int) -> str:
        return (self._read(row, place, cells.identifier) or "") if place >= 0 else ""

    def _number_of(self, row: list[Cell]) -> str:
        for place in self._numbers:
            number = self._read(row, place, cells.tracking_number)
            if number:
                return self._shared(number)
        return ""

    def _sku_of(self, row: list[Cell]) -> str | None:
        """Give the line's SKU by the layout's order of trying, "" where all are blank."""
        for place, others in self._sku:
            first = self._read(row, place, cells.sku)
            if first is None:
                return None
            if first:
                more = [text for text in (cells.word(row[other]) for other in others) if text]
                return self._shared(" | ".join((first, *more)))
        return ""

    def _same_line(self, order_no: str, line: Line) -> bool:
        """Tell whether a line id seen before had the same content."""
        key = (order_no, line[3], line[4])
        content = (line[0], line[1], line[2], line[6], line[7])
        return self._line_ids.setdefault(key, content) == content

    # --- cells -----------------------------------------------------------------------------------

    def _read(self, row: list[Cell], place: int, reader: Callable[[Cell], T]) -> T | None:
        try:
            return reader(row[place])
        except BadCell as bad:
            self._problem(place, cells.show(row[place]), bad.code)
            return None

    def _recall(self, row: list[Cell], place: int, reader: Callable[[Cell], T]) -> T | None:
        """Read a text that is likely to come again, such as a price, only once."""
        cell = row[place]
        if not isinstance(cell, str):
            return self._read(row, place, reader)
        key = (place, cell)
        if key in self._memory:
            known: T | None = self._memory[key]
            return known
        value = self._read(row, place, reader)
        # A bad cell is read again, so that each of its rows is listed.
        if value is not None and len(self._memory) < _MEMORY_LIMIT:
            self._memory[key] = value
        return value

    def _problem(self, place: int, value: str, code: str) -> None:
        problem = (self._row, self._headers[place], value[:200], code)
        self._bad = True
        if len(self.problems) < PROBLEM_LIMIT:
            self.problems.append(problem)

    def _shared(self, value: str) -> str:
        """Keep one copy of texts that repeat over thousands of rows."""
        return self._pool.setdefault(value, value)

    # --- orders ----------------------------------------------------------------------------------

    def orders(self) -> Iterator[str]:
        """Give the readable orders as JSON texts, in the order of the file, freeing each."""
        for key in list(self._orders):
            order = self._orders[key]
            if not order.refused:
                del self._orders[key]
                settled = settle(order.lines, by_number=self._layout.package_is_number)
                self.given += 1
                tail = _encode([order.order_no, *settled, order.rows])
                yield f"[{tail},{order.head}]"

    def refused(self) -> tuple[int, set[int]]:
        """Count the refused orders and give the numbers of all their rows."""
        refused = [order for order in self._orders.values() if order.refused]
        return len(refused), {row for order in refused for row in order.rows}
