"""A JD of a few dictionaries: takes documents, refuses doubled numbers, fails as it is told."""

from __future__ import annotations

import asyncio
from collections import Counter, defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from jdfulfil_desktop.application.ports import CancelAnswer, Message, OutboundWhole
from tests.unit.sync.virtual import VirtualTime


@dataclass(slots=True)
class Document:
    """An outbound order or an inbound list as JD has it."""

    number: str
    jd_no: str
    request: Any
    status: int = 10010


@dataclass(slots=True)
class Fault:
    """What goes wrong with a call: before it is done, or after. `seconds`: how long it takes."""

    error: BaseException | None
    done: bool = False
    seconds: float = 0.0


@dataclass
class FakeJd:
    """One JD for all accounts. `steps` is called at every moment at which the process may die."""

    time: VirtualTime
    outbounds: dict[str, Document] = field(default_factory=dict)
    inbounds: dict[str, Document] = field(default_factory=dict)
    shops: dict[str, str] = field(default_factory=dict)
    suppliers: list[str] = field(default_factory=list)
    goods: dict[str, str] = field(default_factory=dict)
    figures: dict[str, int] = field(default_factory=dict)
    waybills: dict[str, tuple[str, ...]] = field(default_factory=dict)
    told_bills: dict[str, str] = field(default_factory=dict)
    wholes: dict[str, OutboundWhole] = field(default_factory=dict)
    paused: dict[str, str] = field(default_factory=dict)
    faults: dict[str, deque[Fault]] = field(default_factory=lambda: defaultdict(deque))
    messages: list[Message] = field(default_factory=list)
    told: asyncio.Event | None = None
    cancel_answers: deque[tuple[CancelAnswer, str]] = field(default_factory=deque)
    sendings: Counter[str] = field(default_factory=Counter)
    blind: int = 0
    opened: list[Any] = field(default_factory=list)
    carriers: dict[str, str] = field(
        default_factory=lambda: {
            "JD Express": "CYS0000010",
            "J&T Express": "CYS2",
            "Kurir Pihak Ketiga": "CYS99",
        }
    )
    offset_s: float = 0.0
    steps: Callable[[str], bool] | None = None

    def fail(
        self,
        method: str,
        error: BaseException | None,
        *,
        times: int = 1,
        done: bool = False,
        seconds: float = 0.0,
    ) -> None:
        self.faults[method].extend(Fault(error, done, seconds) for _ in range(times))

    def mend(self, method: str = "") -> None:
        for name in [method] if method else list(self.faults):
            self.faults[name].clear()

    def by_jd_no(self, jd_no: str) -> Document:
        every = [*self.outbounds.values(), *self.inbounds.values()]
        return next(document for document in every if document.jd_no == jd_no)

    def tell(self, document_no: str, status: int, topic: str = "outbound") -> None:
        number = f"M{len(self.messages) + 1:06d}"
        self.messages.append(Message(number, topic, "EBU1", document_no, status))
        if self.told is not None:
            self.told.set()

    def move(self, number: str, status: int, *, tell: bool = False) -> None:
        document = self.outbounds[number]
        document.status = status
        if tell:
            self.tell(document.jd_no, status)
