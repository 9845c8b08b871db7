"""Measure the locations of a large warehouse: 100,000 of them, with 300,000 bindings.

    python benchmarks/bench_locations.py [locations]

Milliseconds are the best of three; what the page asks for stands beside what it is for.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from jdfulfil_desktop.application.queries import Filter, Queries, Sort  # noqa: E402  after the path
from jdfulfil_desktop.domain.commands import BindLocations, CreateLocations  # noqa: E402  likewise
from jdfulfil_desktop.gui.locations.branches import grow  # noqa: E402  likewise
from jdfulfil_desktop.gui.locations.scanning import look_up  # noqa: E402  likewise
from jdfulfil_desktop.gui.locations.verdicts import judge  # noqa: E402  likewise
from tests.helpers.program import (  # noqa: E402  likewise
    HOUSE,
    add_account,
    add_products,
    open_program,
    run,
    write,
)

SKUS_HERE, LINES, TIMES = 3, 2000, 3


def codes_of(count: int) -> list[str]:
    """Give codes of ten zones, with 40 shelves an aisle and 10 bins a shelf."""
    aisles = -(-count // 4000)
    every = (
        f"{zone}-{aisle:03}-{shelf:02}-{bin_no}"
        for zone in "ABCDEFGHIJ"
        for aisle in range(aisles)
        for shelf in range(40)
        for bin_no in range(10)
    )
    return list(every)[:count]


def fill(program: Any, codes: list[str]) -> None:
    """Create the locations, and bind three SKUs to each."""
    from jdfulfil_desktop.domain.ids import Sku, WarehouseNo
    from jdfulfil_desktop.domain.location import LocationBinding

    add_account(program)
    add_products(program, *[f"SKU-{number:06}" for number in range(LINES)])
    run(program, CreateLocations(HOUSE, tuple(codes)))
    number = WarehouseNo(HOUSE)
    bindings = [
        LocationBinding(number, codes[(at * 7919 + more * 31) % len(codes)], Sku(f"SKU-{at:06}"))
        for at in range(len(codes))
        for more in range(SKUS_HERE)
    ]
    write(program, lambda uow: uow.locations.add_bindings(bindings))


def measure(words: str, work: Callable[[], Any]) -> None:
    """Print the best time."""
    best = min(_seconds(work) for _ in range(TIMES))
    print(f"{words:34} {best * 1000:8.1f} ms")


def _seconds(work: Callable[[], Any]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    """Fill a warehouse and measure what its page does."""
    codes = codes_of(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
    pairs = [(at + 1, codes[at * 37 % len(codes)], f"SKU-{at:06}") for at in range(LINES)]
    with tempfile.TemporaryDirectory() as folder:
        program = open_program(Path(folder) / "data")
        fill(program, codes)

        def read(words: str, work: Callable[[Queries], Any]) -> None:
            measure(words, lambda: program.reader.submit(work).result(60))

        branch = {"within": "C-010"}
        by_code = Sort("code")
        deep = len(codes) - 100
        read("list, first page", lambda q: q.location_page(Filter(), by_code, 0, 100))
        read("list, last page", lambda q: q.location_page(Filter(), by_code, deep, 100))
        read("search by code", lambda q: q.location_page(Filter(search="C-010-03"), by_code, 0, 99))
        read(
            "search by SKU", lambda q: q.location_page(Filter(search="SKU-000777"), by_code, 0, 99)
        )
        read(
            "a branch of the tree", lambda q: q.location_page(Filter(equals=branch), by_code, 0, 99)
        )
        for basket in ("used", "empty", "twice"):
            read(f"count of {basket}", lambda q, b=basket: q.location_count(Filter(basket=b)))
        read("codes for the tree", lambda q: q.location_codes(HOUSE))
        measure("growing the tree", lambda: grow(codes))
        read(f"verdicts on {LINES} pasted lines", lambda q: judge(q, HOUSE, pairs))
        bind = BindLocations(HOUSE, tuple(pairs))
        measure(f"binding {LINES} lines", lambda: run(program, bind))
        read("a scan looked up", lambda q: look_up(q, HOUSE, "SKU-000005", codes[0]))
        read("an unknown scan looked up", lambda q: look_up(q, HOUSE, "NOTHING-KNOWN", codes[0]))
        program.close()


if __name__ == "__main__":
    main()
