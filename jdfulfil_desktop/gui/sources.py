"""Feed paged tables from the read port: one small source a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from jdfulfil_desktop.application import queries
from jdfulfil_desktop.application.queries import Filter, Queries
from jdfulfil_desktop.gui.desk import Desk
from jdfulfil_desktop.gui.tables import source

Page = Callable[[Queries, Filter, queries.Sort, int, int], Sequence[Any]]
Count = Callable[[Queries, Filter], int]
Keys = Callable[[Queries, Filter], Sequence[Any]]


class QuerySource:
    """A `PagedSource` over two functions of `Queries`, run on reader threads."""

    def __init__(self, desk: Desk, page: Page, count: Count) -> None:
        self._desk = desk
        self._page = page
        self._count = count

    async def count(self, filter: Filter | None) -> int:
        """Count the rows that the filter leaves."""
        wanted = filter or Filter()
        return await self._desk.read(lambda q: self._count(q, wanted))

    async def page(
        self, filter: Filter | None, sort: source.Sort | None, offset: int, limit: int
    ) -> Sequence[Any]:
        """Read one page."""
        wanted = filter or Filter()
        order = queries.Sort(sort.key, sort.descending) if sort else queries.Sort()
        return await self._desk.read(lambda q: self._page(q, wanted, order, offset, limit))


class KeyedQuerySource(QuerySource):
    """A `QuerySource` that names all rows: "check all" means all, not what is loaded."""

    def __init__(self, desk: Desk, page: Page, count: Count, keys: Keys) -> None:
        super().__init__(desk, page, count)
        self._keys = keys

    async def keys(self, filter: Filter | None) -> Sequence[Any]:
        """Give the key of every row that the filter leaves."""
        wanted = filter or Filter()
        return await self._desk.read(lambda q: self._keys(q, wanted))


def whole_list(
    rows: Callable[[Queries], Sequence[Any]], fits: Callable[[Any, Filter], bool]
) -> tuple[Page, Count]:
    """Make a page and a count out of a query that gives a whole small list (warehouses …)."""

    def page(
        q: Queries, wanted: Filter, _sort: queries.Sort, offset: int, limit: int
    ) -> Sequence[Any]:
        return [row for row in rows(q) if fits(row, wanted)][offset : offset + limit]

    def count(q: Queries, wanted: Filter) -> int:
        return sum(1 for row in rows(q) if fits(row, wanted))

    return page, count
