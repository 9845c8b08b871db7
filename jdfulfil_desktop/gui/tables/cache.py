"""Keep the pages of a table that were looked at last, and find rows in them by key."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Any


class PageCache:
    """Hold at most `capacity` pages of `page_size` rows, dropping the one unused for longest."""

    def __init__(self, page_size: int, capacity: int, key_of: Callable[[Any], Hashable]) -> None:
        self.page_size = page_size
        self._capacity = capacity
        self._key_of = key_of
        self._pages: OrderedDict[int, list[Any]] = OrderedDict()
        self._stale: set[int] = set()
        self._where: dict[Hashable, int] = {}

    def __len__(self) -> int:
        return len(self._pages)

    def clear(self) -> None:
        """Forget everything."""
        self._pages.clear()
        self._stale.clear()
        self._where.clear()

    def mark_stale(self) -> None:
        """Keep showing what is here, but want all of it again."""
        self._stale = set(self._pages)

    def looked_at_last(self, count: int) -> list[int]:
        """Give the pages whose rows were asked for last, the latest at the end."""
        return list(self._pages)[-count:]

    def is_fresh(self, page: int) -> bool:
        """Tell whether a page is here and was not marked stale."""
        return page in self._pages and page not in self._stale

    def row(self, index: int) -> Any | None:
        """Return the row at a position of the whole table, or None where its page is not here."""
        page, offset = divmod(index, self.page_size)
        rows = self._pages.get(page)
        if rows is None or offset >= len(rows):
            return None
        self._pages.move_to_end(page)
        return rows[offset]

    def position(self, key: Hashable) -> int | None:
        """Return where the row with this key is, or None where it is not here."""
        return self._where.get(key)

    def put(self, page: int, rows: Sequence[Any]) -> tuple[list[int], list[int]]:
        """Store a page; return the positions that changed and the pages dropped for it."""
        old = self._pages.get(page, [])
        new = list(rows)
        first = page * self.page_size
        changed = [
            first + offset
            for offset in range(max(len(old), len(new)))
            if offset >= len(old) or offset >= len(new) or old[offset] != new[offset]
        ]
        self._forget_keys(page)
        self._pages[page] = new
        self._pages.move_to_end(page)
        self._stale.discard(page)
        for offset, row in enumerate(new):
            self._where[self._key_of(row)] = first + offset
        return changed, self._shrink()

    def replace(self, key: Hashable, row: Any) -> int | None:
        """Put another row in the place of the one with this key; return its position."""
        position = self._where.get(key)
        if position is None:
            return None
        page, offset = divmod(position, self.page_size)
        rows = self._pages[page]
        if rows[offset] == row:
            return None
        rows[offset] = row
        return position

    def rows(self) -> Iterator[Any]:
        """Yield every row that is here."""
        for page in sorted(self._pages):
            yield from self._pages[page]

    def _shrink(self) -> list[int]:
        dropped = []
        while len(self._pages) > self._capacity:
            page = next(iter(self._pages))
            self._forget_keys(page)
            del self._pages[page]
            self._stale.discard(page)
            dropped.append(page)
        return dropped

    def _forget_keys(self, page: int) -> None:
        for offset, row in enumerate(self._pages.get(page, ())):
            key = self._key_of(row)
            if self._where.get(key) == page * self.page_size + offset:
                del self._where[key]
