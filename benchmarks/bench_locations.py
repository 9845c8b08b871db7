"""Measure the locations of a large warehouse against a small one, in one run.

    python benchmarks/bench_locations.py [locations]

100,000 locations (or as many as told) with three bindings each stand beside a hundredth of them.
Milliseconds are the best of three; the last column is how many times as long the large one takes. A
page, a search or a scan must not take a hundred times as long; the tree reads every code and may.
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

SKUS_HERE, LINES, TIMES, SMALLER = 3, 2000, 3, 100
WHOLE = ("codes for the tree", "growing the tree", "count of used", "count of empty")
"""What looks at every location by its nature, and so grows with them (and `count of twice`)."""
Times = dict[str, float]


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


def best(work: Callable[[], Any]) -> float:
    """Give the best time, in milliseconds."""
    return min(_seconds(work) for _ in range(TIMES)) * 1000


def _seconds(work: Callable[[], Any]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def questions(codes: list[str], pairs: list[tuple[int, str, str]]) -> dict[str, Any]:
    """Give what the page asks, by what it is for."""
    by_code, deep = Sort("code"), max(len(codes) - 100, 0)
    near = codes[len(codes) // 2]
    branch = {"within": near.rpartition("-")[0]}
    asked: dict[str, Callable[[Queries], Any]] = {
        "list, first page": lambda q: q.location_page(Filter(), by_code, 0, 100),
        "list, last page": lambda q: q.location_page(Filter(), by_code, deep, 100),
        "search by code": lambda q: q.location_page(Filter(search=near), by_code, 0, 99),
        "search by SKU": lambda q: q.location_page(Filter(search="SKU-000777"), by_code, 0, 99),
        "a branch of the tree": lambda q: q.location_page(Filter(equals=branch), by_code, 0, 99),
        "codes for the tree": lambda q: q.location_codes(HOUSE),
        f"verdicts on {LINES} pasted lines": lambda q: judge(q, HOUSE, pairs),
        "a scan looked up": lambda q: look_up(q, HOUSE, "SKU-000005", codes[0]),
        "an unknown scan looked up": lambda q: look_up(q, HOUSE, "NOTHING-KNOWN", codes[0]),
    }
    for basket in ("used", "empty", "twice"):
        asked[f"count of {basket}"] = lambda q, b=basket: q.location_count(Filter(basket=b))
    return asked


def measured(codes: list[str]) -> Times:
    """Fill a warehouse and measure what its page does, in milliseconds."""
    pairs = [(at + 1, codes[at * 37 % len(codes)], f"SKU-{at:06}") for at in range(LINES)]
    with tempfile.TemporaryDirectory() as folder:
        program = open_program(Path(folder) / "data")
        try:
            fill(program, codes)
            times = {
                words: best(lambda work=work: program.reader.submit(work).result(60))
                for words, work in questions(codes, pairs).items()
            }
            times["growing the tree"] = best(lambda: grow(codes))
            bind = BindLocations(HOUSE, tuple(pairs))
            times[f"binding {LINES} lines"] = best(lambda: run(program, bind))
        finally:
            program.close()
    return times


def compared(count: int) -> dict[str, tuple[float, float]]:
    """Give (small, large) milliseconds by what was asked."""
    small = measured(codes_of(max(count // SMALLER, 100)))
    large = measured(codes_of(count))
    return {words: (small[words], large[words]) for words in large}


def main() -> None:
    """Print a line each."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    print(f"{'':34} {count // SMALLER:>10,} {count:>10,}  locations")
    for words, (small, large) in compared(count).items():
        print(f"{words:34} {small:7.1f} ms {large:7.1f} ms   x {large / small:.1f}")


if __name__ == "__main__":
    main()
