"""Know shipping labels: pages of a marketplace's PDF, each told by a number that stands on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

_SHORTEST, _LONGEST = 8, 60
_WORD = re.compile(r"[0-9A-Za-z][0-9A-Za-z/_.\-]*[0-9A-Za-z]")
_DIGIT = re.compile(r"\d")
KEPT_TEXT = 400
"""Characters of a page that are kept, for whoever looks for its order by hand."""


@dataclass(frozen=True, slots=True)
class LabelPage:
    """One page of a file: its number from 1, what can be read on it, and itself as a PDF."""

    page: int
    text: str
    pdf: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Label:
    """A page that is kept. `order_id` None: nobody knows yet whose it is."""

    file: str
    digest: str
    page: int
    read: str
    added_at: datetime
    by: str
    order_id: int | None = None
    matched_by: str = ""
    id: int | None = None


def numbers_on(text: str) -> tuple[str, ...]:
    """Give what on a page could be an order's or a tracking number, in the order it stands there.

    A number may be set apart by blanks (`SPXID 0123 4567 89`) or stand behind a label and a colon,
    so that each line is also looked at as a whole. What has no digit is a word.
    """
    found: dict[str, None] = {}
    for line in text.splitlines():
        for candidate in (*_WORD.findall(line), *map(_joined, re.split("[:：]", line))):
            if _SHORTEST <= len(candidate) <= _LONGEST and _DIGIT.search(candidate):
                found[candidate] = None
    return tuple(found)


def owner_of(
    numbers: Iterable[str],
    by_tracking: Mapping[str, Iterable[int]],
    by_order: Mapping[str, Iterable[int]],
) -> tuple[int, str] | None:
    """Give the one order that a page's numbers name, and by which number.

    The tracking number decides: order numbers of several orders may stand on one page. Where two
    orders are named alike nobody is guessed.
    """
    for known in (by_tracking, by_order):
        named = {number: set(known.get(number, ())) for number in numbers}
        owners = set().union(*named.values()) if named else set()
        if len(owners) == 1:
            [owner] = owners
            return owner, next(number for number, ids in named.items() if ids)
        if owners:
            return None
    return None


def _joined(text: str) -> str:
    joined = "".join(text.split())
    return joined if joined and _WORD.fullmatch(joined) else ""
