"""Cut what is asked for into calls as large as JD takes, and no more of them than needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice


def batches(items: Iterable[str], size: int) -> Iterator[list[str]]:
    """Yield lists of at most `size` items, each item once, in their order."""
    rest = iter(dict.fromkeys(items))
    while batch := list(islice(rest, size)):
        yield batch
