"""Cut what is asked for into calls as large as JD takes, and no more of them than needed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Generic, TypeVar

T = TypeVar("T")

MOST_PAGES = 10_000
"""A gateway that never ends its pages must not keep us asking for good."""


def batches(items: Iterable[str], size: int) -> Iterator[list[str]]:
    """Yield lists of at most `size` items, each item once, in their order."""
    rest = iter(dict.fromkeys(items))
    while batch := list(islice(rest, size)):
        yield batch


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page: its items, how many rows JD gave, and how many there are in all (0: not said)."""

    items: list[T]
    rows: int
    total: int = 0

    def is_last(self, so_far: int, size: int) -> bool:
        """Tell whether a page ends the list: it is not full, or JD's count is reached."""
        return self.rows < size or 0 < self.total <= so_far


async def every_page(
    ask: Callable[[int], Awaitable[Page[T]]], size: int, *, most: int = 0
) -> list[T]:
    """Ask page by page, the first is 1, until the last or until `most` rows came (0: all)."""
    found: list[T] = []
    so_far = 0
    for number in range(1, MOST_PAGES):
        page = await ask(number)
        found += page.items
        so_far += page.rows
        if page.is_last(so_far, size) or 0 < most <= so_far:
            break
    return found
