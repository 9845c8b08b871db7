"""Run what commands share: reading, commanding, asking JD; each waits for its answer."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any, TypeVar

from jdfulfil_desktop.application.queries import Filter, Queries, Sort
from jdfulfil_desktop.application.remote.office import Office
from jdfulfil_desktop.cli.desk import Desk
from jdfulfil_desktop.domain.commands import Command

T = TypeVar("T")
PAGE = 1000


def read(desk: Desk, work: Callable[[Queries], T]) -> T:
    """Read one committed state."""
    return desk.reader.submit(work).result()


def command(desk: Desk, wanted: Command) -> Any:
    """Hand a command to the bus and give its result. Raises FulfilError."""
    return desk.bus.submit(wanted).result()


def remote(desk: Desk, use_case: Callable[[Office], Coroutine[Any, Any, T]]) -> T:
    """Run a use case that speaks to JD. Raises FulfilError."""
    return asyncio.run(use_case(desk.office))


def pages(
    desk: Desk,
    page: Callable[[Queries, Filter, Sort, int, int], list[T]],
) -> list[T]:
    """Read a whole list page by page in its own order."""
    rows: list[T] = []
    found: list[T] = []
    while not rows or len(found) == PAGE:
        found = read(desk, partial(_page, page, len(rows)))
        if not found:
            break
        rows += found
    return rows


def _page(
    page: Callable[[Queries, Filter, Sort, int, int], list[T]], offset: int, queries: Queries
) -> list[T]:
    return page(queries, Filter(), Sort(), offset, PAGE)
