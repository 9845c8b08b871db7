"""Judge pasted lines of location and product before anything is written (R26)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from jdfulfil_desktop.application.pasted_lines import Pair
from jdfulfil_desktop.application.queries import GoodsName, Queries
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.location import location_code


class Verdict(StrEnum):
    """What would become of a line."""

    GOOD = "good"
    THERE = "there"
    TWICE = "twice"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class JudgedLine:
    """A line, what its words were understood as, and what would become of it.

    `code` is the problem's code where the verdict is BAD, `value` what it is about.
    """

    line: int
    place: str
    sku: str
    name: str
    verdict: Verdict
    code: str = ""
    value: str = ""


def judge(q: Queries, warehouse_no: str, pairs: Sequence[Pair]) -> list[JudgedLine]:
    """Judge every line against one committed state; the same rules as when it is written."""
    places = {place: _code(place) for _line, place, _sku in pairs if place}
    lying = q.lying_at(warehouse_no, [code for code in places.values() if code])
    goods = q.goods_named([sku for _line, _place, sku in pairs])
    seen: set[tuple[str, str]] = set()
    return [_judge_one(pair, places, lying, goods, seen) for pair in pairs]


def _code(place: str) -> str:
    try:
        return location_code(place)
    except RuleError:
        return ""


def _judge_one(
    pair: Pair,
    places: Mapping[str, str],
    lying: Mapping[str, tuple[str, ...]],
    goods: Mapping[str, GoodsName],
    seen: set[tuple[str, str]],
) -> JudgedLine:
    line, place, text = pair
    code, found = places.get(place, ""), goods.get(text)

    def bad(problem: str, value: str) -> JudgedLine:
        name = found.name if found else ""
        return JudgedLine(line, code or place, text, name, Verdict.BAD, problem, value)

    if not place or not text:
        return bad("missing_value", f"{place} {text}".strip())
    if not code:
        return bad("location_code_invalid", place)
    if code not in lying:
        return bad("location_not_found", code)
    if found is None:
        return bad("product_not_found", text)
    verdict = Verdict.GOOD
    if found.sku in lying[code]:
        verdict = Verdict.THERE
    elif (code, found.sku) in seen:
        verdict = Verdict.TWICE
    seen.add((code, found.sku))
    return JudgedLine(line, code, found.sku, found.name, verdict)
