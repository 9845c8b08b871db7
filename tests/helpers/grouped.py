"""Group rows in this process, without a file: what the reading child does with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jdfulfil_desktop.adapters.sheets import spool
from jdfulfil_desktop.adapters.sheets.grouping import Grouping
from jdfulfil_desktop.adapters.sheets.headers import recognise
from jdfulfil_desktop.domain.order import OrderSnapshot
from tests.helpers.workbooks import Value


@dataclass(frozen=True)
class Grouped:
    """What came of some rows. `problems`: (row, column, value, code)."""

    orders: list[OrderSnapshot]
    problems: list[tuple[int, str, str, str]]
    rows_read: int
    refused_orders: int
    refused_rows: set[int]
    unknown_statuses: list[str]

    @property
    def only(self) -> OrderSnapshot:
        """Give the one order; fail where there are more or none."""
        assert len(self.orders) == 1, self
        return self.orders[0]


def group(rows: Sequence[Sequence[Value]]) -> Grouped:
    """Recognise and group rows, header and titles included; numbers count from 1 as on screen."""
    copied = [list(row) for row in rows]
    recognised = recognise(copied)
    assert recognised is not None, "no layout has these headers"
    grouping = Grouping(recognised)
    for number, row in enumerate(copied, start=1):
        if number > recognised.row + 1:
            grouping.feed(number, list(row))
    refused, refused_rows = grouping.refused()
    line = f"[{','.join(grouping.orders())}]".encode()
    return Grouped(
        orders=list(spool.read_orders(line, recognised.layout.channel)),
        problems=grouping.problems,
        rows_read=grouping.rows_read,
        refused_orders=refused,
        refused_rows=refused_rows,
        unknown_statuses=sorted(grouping.unknown_statuses),
    )
