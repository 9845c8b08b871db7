"""What a table needs from the world: a count and pages. Implemented by pages over read ports."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, runtime_checkable


@dataclass(frozen=True, slots=True)
class Sort:
    """Name the column that orders a table, by its key."""

    key: str
    descending: bool = False


class PagedSource(Protocol):
    """Answer for a filter; `filter` is whatever the page and its source agreed on."""

    async def count(self, filter: Any) -> int:
        """Return how many rows the filter leaves."""
        ...

    async def page(
        self,
        filter: Any,
        sort: Sort | None,
        offset: int,
        limit: int,
    ) -> Sequence[Any]:
        """Return at most `limit` rows from `offset` on, in the asked order."""
        ...


@runtime_checkable
class KeyedSource(Protocol):
    """A source that can also name all rows of a filter, so that "check all" means all."""

    async def keys(self, filter: Any) -> Sequence[Hashable]:
        """Return the keys of every row that the filter leaves."""
        ...


class Cancellable(Protocol):
    """Something under way that can be stopped, such as an asyncio.Task."""

    def cancel(self) -> object:
        """Stop it."""
        ...


Runner = Callable[[Coroutine[Any, Any, None]], Cancellable]
"""Start a coroutine on the GUI thread's loop: `gui/aio.py` gives one, tests give their own."""
