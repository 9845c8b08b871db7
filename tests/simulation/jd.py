"""A model of JD made for the simulation: what it holds, how it moves on, and what it may not see.

It shares no code with the practice gateway and none with the program but the port's records. It
keeps book of the one rule that counts on the wire: no number is sent (again) unless JD was asked
for it since and did not have it.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from random import Random

from jdfulfil_desktop.application.ports import (
    CancelAnswer,
    InboundRequest,
    Message,
    OutboundRequest,
)
from jdfulfil_desktop.domain.errors import AlreadyThere, Refused
from tests.simulation.loop import VirtualLoop, true_time

JD_CARRIES = "CYS0000010"
PATH = (10010, 100130, 10014, 10015, 10016, 10017, 10018, 10019, 10020, 10034)
PICKED = PATH.index(10016)
LEFT = PATH.index(10019)


@dataclass(slots=True)
class Doc:
    """A document of JD. `place`: how far on the path; `status` may lie off it."""

    number: str
    jd_no: str
    pin: str
    department_no: str
    warehouse_no: str
    lines: tuple[tuple[str, int], ...]
    status: int
    tracking_no: str = ""
    shipper_no: str = ""
    place: int = 0
    at: datetime | None = None
    lost: bool = False
    left: bool = False
    paused: str = ""
    received: tuple[tuple[str, int], ...] = ()
    history: list[int] = field(default_factory=list)

    @property
    def is_over(self) -> bool:
        return self.lost or self.status in (10028, 91, 70) or self.place >= self.last

    @property
    def last(self) -> int:
        """Give the place on the path at which nothing more is to come."""
        return len(PATH) - (1 if self.shipper_no == JD_CARRIES else 2)


@dataclass
class Jd:
    """One JD for all accounts; it goes on whatever becomes of the PC."""

    loop: VirtualLoop
    chance: Random
    goods: dict[tuple[str, str], str] = field(default_factory=dict)
    stock: Counter[tuple[str, str]] = field(default_factory=Counter)
    outbounds: dict[str, Doc] = field(default_factory=dict)
    inbounds: dict[str, Doc] = field(default_factory=dict)
    shops: dict[str, str] = field(default_factory=dict)
    suppliers: dict[str, str] = field(default_factory=dict)
    log: dict[str, list[Message]] = field(default_factory=dict)
    heard: dict[str, asyncio.Event] = field(default_factory=dict)
    refuses: set[str] = field(default_factory=set)
    cleared: set[str] = field(default_factory=set)
    under_way: Counter[str] = field(default_factory=Counter)
    broken_rules: list[str] = field(default_factory=list)
    frozen: bool = False
    """Nothing moves while the oracle compares."""
    _documents: int = 0
    mischief: float = 0.0
    """How often JD itself cancels, pauses, stops, loses or returns what it has."""

    # ------------------------------------------------------------------------ the wire's one rule

    def sending(self, number: str) -> None:
        """Note that a request for a number leaves the PC now."""
        if self.under_way[number]:
            self.broken_rules.append(f"{number} is sent twice at once")
        if number not in self.cleared:
            self.broken_rules.append(f"{number} is sent without asking for it first")
        self.under_way[number] += 1
        self.cleared.discard(number)

    def sent(self, number: str, *, nothing_done: bool) -> None:
        """Note that the PC knows what became of a request, or died over it."""
        self.under_way[number] -= 1
        if nothing_done:
            self.cleared.add(number)

    # -------------------------------------------------------------------------------- outbound

    def take_outbound(self, pin: str, request: OutboundRequest) -> str:
        number = request.outbound_no
        known = self.outbounds.get(number)
        if known is not None and not known.lost:
            raise AlreadyThere(subject=number, jd_code="17")
        if number in self.refuses:
            raise Refused(zh="地址错误", en="address is wrong", jd_code="61")
        for goods_no, units in request.lines:
            if goods_no not in self.goods.values() or units <= 0:
                raise Refused(en=f"unknown goods {goods_no}", jd_code="61")
        doc = Doc(
            number,
            self._next("ESL"),
            pin,
            request.department_no,
            request.warehouse_no,
            request.lines,
            10010,
            request.tracking_no,
            request.shipper_no,
        )
        self.outbounds[number] = doc
        self._moved(doc, 10010)
        self._later(doc)
        return doc.jd_no

    def _next(self, prefix: str) -> str:
        self._documents += 1
        return f"{prefix}{self._documents:06d}"

    def find(self, jd_no: str) -> Doc | None:
        every = (*self.outbounds.values(), *self.inbounds.values())
        return next((doc for doc in every if doc.jd_no == jd_no), None)

    def _later(self, doc: Doc) -> None:
        mean = self.chance.choice((5.0, 120.0, 1800.0, 5400.0))
        self.loop.call_later(self.chance.expovariate(1 / mean), self._go_on, doc)

    def _go_on(self, doc: Doc) -> None:
        if doc.is_over or doc.status == 10027:
            return
        if self.frozen:
            self.loop.call_later(600.0, self._go_on, doc)
            return
        if self.chance.random() < self.mischief and self._mischief(doc):
            return
        if doc.paused and self.chance.random() < 0.5:
            self._later(doc)
            return
        self.move_on(doc)
        if not doc.is_over:
            self._later(doc)

    def move_on(self, doc: Doc) -> None:
        """Go a step or two on along the path."""
        doc.paused = ""
        steps = 2 if self.chance.random() < 0.2 else 1
        doc.place = min(doc.last, doc.place + steps)
        if doc.place >= LEFT and not doc.left:
            doc.left = True
            for goods_no, units in doc.lines:
                self.stock[doc.warehouse_no, goods_no] -= units
        self._moved(doc, PATH[doc.place])

    def _mischief(self, doc: Doc) -> bool:
        """Do something else with a document than to go on; tells whether it is over with that."""
        kind = self.chance.choice(("cancel", "stop", "pause", "lose", "stop", "pause"))
        if kind == "cancel" and doc.place < PICKED:
            self._moved(doc, 10028)
            return True
        if kind == "stop" and doc.place < LEFT:
            self._moved(doc, self.chance.choice((10031, 10051, 10077)))
        elif kind == "pause" and doc.place < PICKED:
            doc.paused = "库存不足"
        elif kind == "lose" and doc.place < PICKED and self.chance.random() < 0.3:
            doc.lost = True
            return True
        self._later(doc)
        return True

    def _moved(self, doc: Doc, status: int) -> None:
        doc.status, doc.at = status, true_time(self.loop)
        doc.history.append(status)
        self.tell(doc.pin, "outbound" if doc.jd_no.startswith("ESL") else "inbound", doc)

    def cancel(self, jd_no: str) -> tuple[CancelAnswer, str]:
        doc = self.find(jd_no)
        if doc is None or doc.lost:
            raise Refused(en="no such order", jd_code="62")
        if doc.status == 10028:
            return CancelAnswer.DONE, ""
        if doc.place >= PICKED or self.chance.random() < 0.15:
            return CancelAnswer.REFUSED, "picked already"
        if doc.status == 10027 or self.chance.random() < 0.3:
            if doc.status != 10027:
                self._moved(doc, 10027)
                self.loop.call_later(self.chance.uniform(1, 3000), self.end_cancel, doc)
            return CancelAnswer.OPEN, ""
        self._moved(doc, 10028)
        return CancelAnswer.DONE, ""

    def end_cancel(self, doc: Doc) -> None:
        """Say at last what becomes of a cancel that was left open."""
        if doc.status != 10027:
            return
        refused = self.chance.random() < 0.3
        self._moved(doc, 10029 if refused else 10028)
        if refused:
            self._later(doc)

    # --------------------------------------------------------------------------------- inbound

    def take_inbound(self, pin: str, request: InboundRequest) -> str:
        if request.inbound_no in self.inbounds:
            raise AlreadyThere(subject=request.inbound_no, jd_code="17")
        doc = Doc(
            request.inbound_no,
            self._next("EPL"),
            pin,
            request.department_no,
            request.warehouse_no,
            request.lines,
            10,
        )
        self.inbounds[doc.number] = doc
        self._moved(doc, 10)
        self._receive_later(doc)
        return doc.jd_no

    def _receive_later(self, doc: Doc) -> None:
        self.loop.call_later(self.chance.uniform(1, 9000), self.receive_on, doc)

    def receive_on(self, doc: Doc) -> None:
        """Go on with an inbound list; at the end the goods that really came are in stock."""
        if doc.is_over:
            return
        if self.frozen:
            self.loop.call_later(600.0, self.receive_on, doc)
            return
        status = {10: 20, 20: 50, 50: 70}[doc.status]
        if status == 70:
            doc.received = tuple(
                (goods_no, max(0, units + self.chance.choice((0, 0, 0, -1, 1))))
                for goods_no, units in doc.lines
            )
            for goods_no, units in doc.received:
                self.stock[doc.warehouse_no, goods_no] += units
        self._moved(doc, status)
        if status != 70:
            self._receive_later(doc)

    # -------------------------------------------------------------------------------- messages

    def tell(self, pin: str, topic: str, doc: Doc) -> None:
        """Put a message on the channel: that a document changed, not how."""
        self.say(pin, topic, doc.department_no, doc.jd_no, doc.status)

    def say(self, pin: str, topic: str, department_no: str, document_no: str, status: int) -> None:
        log = self.log.setdefault(pin, [])
        number = f"M{len(log) + 1:08d}"
        log.append(Message(number, topic, department_no, document_no, status))
        if pin in self.heard:
            self.heard[pin].set()

    def settle(self) -> None:
        """Bring to an end what JD left open, so that nothing waits for JD."""
        for doc in self.outbounds.values():
            if doc.lost:
                doc.lost = False
                self.tell(doc.pin, "outbound", doc)
            self.end_cancel(doc)
        self.refuses.clear()
