"""Read zone, aisle, shelf and bin out of location codes: `A-01-2` lies in `A-01`, that in `A`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

_PART = re.compile(r"[A-Z]+|[0-9]+")


@dataclass(slots=True)
class Grove:
    """Branches of codes: how many locations each holds, and the branches below it ("" is all)."""

    counts: dict[str, int] = field(default_factory=dict)
    below: dict[str, list[str]] = field(default_factory=dict)

    def deep(self) -> bool:
        """Tell whether there is anything to choose between."""
        return len(self.counts) > 2


def branches(code: str) -> list[str]:
    """Give a code's branches from the largest to itself: a part is letters or figures in a row."""
    return [code[: part.end()] for part in _PART.finditer(code)]


def grow(codes: Iterable[str]) -> Grove:
    """Count codes by branch, in the order given; a code ending in a sign counts in its branch."""
    grove = Grove()
    for code in codes:
        parent = ""
        grove.counts[""] = grove.counts.get("", 0) + 1
        for branch in branches(code):
            known = grove.counts.get(branch, 0)
            if not known:
                grove.below.setdefault(parent, []).append(branch)
            grove.counts[branch] = known + 1
            parent = branch
    return grove


def ways_to(branch: str) -> list[str]:
    """Give the branches that hold this one, the largest first."""
    return branches(branch)[:-1]
