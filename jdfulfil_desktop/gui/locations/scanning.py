"""Scan mode without a window: location, item, item, location …; each scan bound at once (R25, R26).

A code is looked up, never guessed by its form: the UNDO code, then a location of the warehouse, a
product by SKU or barcode, and else whatever the program knows under it, which is then said.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol, TypeVar

from jdfulfil_desktop.application.queries import GoodsName, Queries, SearchHit
from jdfulfil_desktop.application.results import BindReport
from jdfulfil_desktop.domain.commands import BindLocations, Command, UnbindLocation
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.location import location_code

T = TypeVar("T")

UNDO_CODE = "JDF-UNDO"
"""Scanned in scan mode it takes the last scan back."""


class Outcome(StrEnum):
    """What a scan did."""

    PLACE = "place"
    BOUND = "bound"
    REPEATED = "repeated"
    UNDONE = "undone"
    NOTHING_TO_UNDO = "nothing_to_undo"
    NO_PLACE_YET = "no_place_yet"
    OTHER_KIND = "other_kind"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Scan:
    """A scan and what it did; `kind` says what the code is where it fits nowhere here.

    Kinds: `order tracking inbound location product`; `detail` names the record (for a location of
    another warehouse its number). What was taken back is a `product` or a `location`; empty where
    the scan taken back had changed nothing.
    """

    outcome: Outcome
    code: str
    place: str = ""
    sku: str = ""
    name: str = ""
    kind: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What a code is: a location of the warehouse, with what lies there, a product, something."""

    place: str = ""
    goods: GoodsName | None = None
    lying: tuple[str, ...] = ()
    """SKUs at the location chosen before"""
    kind: str = ""
    detail: str = ""


class Hands(Protocol):
    """What scan mode does its work with; the window's `Desk` is one."""

    def read(self, work: Callable[[Queries], T]) -> Awaitable[T]: ...

    def command(self, command: Command) -> Awaitable[Any]: ...


def look_up(q: Queries, warehouse_no: str, code: str, place: str) -> Known:
    """Tell what a code is, from one committed state; `place` is the location chosen before."""
    try:
        wanted = location_code(code)
    except RuleError:
        wanted = ""
    lying = q.lying_at(warehouse_no, [text for text in (wanted, place) if text])
    goods = q.goods_named([code]).get(code)
    here = wanted if wanted in lying else ""
    if here or goods is not None:
        return Known(here, goods, lying.get(place, ()))
    hit = next((found for found in q.search(code) if _is_exactly(found, code)), None)
    return Known() if hit is None else Known(kind=_kind(hit, code), detail=_detail(hit))


def _is_exactly(hit: SearchHit, code: str) -> bool:
    parts = [hit.title, hit.key.rpartition("/")[2], *hit.subtitle.split(" · ")]
    return hit.kind != "product" and code.casefold() in {part.casefold() for part in parts}


def _kind(hit: SearchHit, code: str) -> str:
    is_order_no = hit.title.casefold() == code.casefold()
    return "tracking" if hit.kind == "order" and not is_order_no else hit.kind


def _detail(hit: SearchHit) -> str:
    return hit.subtitle if hit.kind == "location" else hit.title


@dataclass(frozen=True, slots=True)
class _Step:
    """What a scan changed: the location chosen before it, and the pair it bound, if any."""

    place_before: str
    bound: tuple[str, str, str] | None
    """(warehouse, location, SKU)"""
    scan: Scan


class ScanBinding:
    """One round of scanning: the location chosen, and what can be taken back.

    Scans come faster than they are written; `take` answers them one after the other, in order.
    """

    def __init__(self, hands: Hands, warehouse_no: str) -> None:
        self._hands = hands
        self._steps: list[_Step] = []
        self._turn = asyncio.Lock()
        self.warehouse_no = warehouse_no
        self.place = ""
        self.bound = 0

    def change_warehouse(self, warehouse_no: str) -> None:
        """Go on in another warehouse; a location has to be scanned first."""
        if warehouse_no != self.warehouse_no:
            self.warehouse_no, self.place = warehouse_no, ""

    async def take(self, text: str) -> Scan:
        """Answer a scan: choose the location, bind the product, or say what the code is."""
        code = text.strip()
        async with self._turn:
            if code.upper() == UNDO_CODE:
                return await self._undo(code)
            house, place = self.warehouse_no, self.place
            known = await self._hands.read(lambda q: look_up(q, house, code, place))
            if known.place and not (place and known.goods):
                return self._choose(code, known.place)
            if known.goods is not None:
                return await self._bind(code, known.goods, known.lying)
            if known.kind:
                return Scan(Outcome.OTHER_KIND, code, place, kind=known.kind, detail=known.detail)
            return Scan(Outcome.UNKNOWN, code, place)

    def _choose(self, code: str, place: str) -> Scan:
        outcome = Outcome.REPEATED if place == self.place else Outcome.PLACE
        scan = Scan(outcome, code, place)
        self._steps.append(_Step(self.place, None, scan))
        self.place = place
        return scan

    async def _bind(self, code: str, goods: GoodsName, lying: tuple[str, ...]) -> Scan:
        place = self.place
        if not place:
            return Scan(Outcome.NO_PLACE_YET, code, sku=goods.sku, name=goods.name)
        if goods.sku in lying:
            scan = Scan(Outcome.REPEATED, code, place, goods.sku, goods.name)
            self._steps.append(_Step(place, None, scan))
            return scan
        command = BindLocations(self.warehouse_no, ((1, place, goods.sku),))
        report: BindReport = await self._hands.command(command)
        if report.problems:
            return Scan(Outcome.UNKNOWN, code, place)
        new = report.bound > 0
        scan = Scan(Outcome.BOUND if new else Outcome.REPEATED, code, place, goods.sku, goods.name)
        pair = (self.warehouse_no, place, goods.sku) if new else None
        self._steps.append(_Step(place, pair, scan))
        self.bound += int(new)
        return scan

    async def _undo(self, code: str) -> Scan:
        """Take the last scan back that did something; wrong scans did nothing."""
        if not self._steps:
            return Scan(Outcome.NOTHING_TO_UNDO, code, self.place)
        step = self._steps[-1]
        if step.bound is not None:
            await self._hands.command(UnbindLocation(*step.bound))
            self.bound -= 1
        self._steps.pop()
        self.place = step.place_before
        was = step.scan
        kind = "product" if step.bound is not None else "location" if not was.sku else ""
        return Scan(Outcome.UNDONE, code, was.place, was.sku, was.name, kind)
