"""Carry one inbound list from draft to Selesai (R27-R30, PROTOCOL 2.4 and 3.1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from jdfulfil_desktop.domain.ids import InboundNo, Sku, WarehouseNo


class InboundPushState(StrEnum):
    """Say how far a list is on its way to JD."""

    DRAFT = "draft"
    QUEUED = "queued"
    SENDING = "sending"
    UNCERTAIN = "uncertain"
    PUSHED = "pushed"
    REJECTED = "rejected"
    CANCELLING = "cancelling"
    CANCELLED = "cancelled"


PATH: dict[int, int] = {10: 1, 4: 2, 5: 3, 20: 4, 50: 5, 70: 6}
"""JD's code -> rank; 4 and 5 are waits before the list is issued (20)."""
COMPLETED, CANCELLING, CANCELLED, CANCEL_FAILED = 70, 90, 91, 92


@dataclass(frozen=True, slots=True)
class InboundLine:
    """Planned and really received units of a SKU.

    `differences`: units by JD's kind without `Qty`, non-zero only. `booked`: units in the ledger.
    """

    sku: Sku
    planned: int
    received: int = 0
    differences: Mapping[str, int] = field(default_factory=dict)
    booked: int = 0


@dataclass(frozen=True, slots=True)
class Inbound:
    """An inbound list.

    `corrections`: how often JD changed its receipt after completion (`NO#2` …).
    """

    inbound_no: InboundNo
    warehouse_no: WarehouseNo
    note: str = ""
    lines: tuple[InboundLine, ...] = ()
    push_state: InboundPushState = InboundPushState.DRAFT
    jd_no: str = ""
    jd_status: int | None = None
    created_at: datetime | None = None
    completed_at: datetime | None = None
    status_at: datetime | None = None
    attempts: int = 0
    next_attempt_at: datetime | None = None
    error_code: str = ""
    error_text: str = ""
    corrections: int = 0
    id: int | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """What JD received of a SKU: `received` is realInstoreQty, differences by kind."""

    sku: Sku
    received: int
    differences: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class InboundNews:
    """One status of JD for one list; `receipts` name master SKUs."""

    jd_no: str
    inbound_no: str
    status: int
    completed_at: datetime | None = None
    receipts: tuple[ReceiptLine, ...] = ()


@dataclass(frozen=True, slots=True)
class InboundApplied:
    """What news did. `booked`: signed units per SKU to book as `received` under `document_turn`.

    `takes_back_plan`: incoming goes back by all that was planned (completion or cancellation).
    """

    inbound: Inbound
    changed: bool = False
    booked: Mapping[Sku, int] = field(default_factory=dict)
    document_turn: int = 1
    takes_back_plan: bool = False
    odd: bool = False


def apply_news(inbound: Inbound, news: InboundNews) -> InboundApplied:
    """Apply JD's news of a list: late and doubled ones change nothing, 70 books once (R29)."""
    if inbound.jd_no and news.jd_no and news.jd_no != inbound.jd_no:
        return InboundApplied(inbound, odd=True)
    if inbound.push_state is InboundPushState.CANCELLED:
        return InboundApplied(inbound, odd=news.status == COMPLETED)
    if inbound.jd_status == COMPLETED:
        if news.status == COMPLETED:
            return _book(inbound, news, takes_back_plan=False)
        return InboundApplied(inbound, odd=news.status == CANCELLED)
    if news.status == COMPLETED:
        return _book(inbound, news, takes_back_plan=True)
    if news.status == CANCELLED:
        ended = replace(inbound, push_state=InboundPushState.CANCELLED, jd_status=CANCELLED)
        return InboundApplied(_named(ended, news), changed=True, takes_back_plan=True)
    return _move(inbound, news)


def _move(inbound: Inbound, news: InboundNews) -> InboundApplied:
    """Move along the path, or show an open cancel; receipts so far are shown, not booked.

    Whatever of this JD says, it has the list: what was in doubt is `pushed`.
    """
    pushed = InboundPushState.PUSHED
    if news.status == CANCELLING:
        moved = replace(inbound, push_state=InboundPushState.CANCELLING)
    elif news.status == CANCEL_FAILED:
        moved = replace(inbound, push_state=pushed)
    elif news.status in PATH:
        if PATH[news.status] < PATH.get(inbound.jd_status or 0, 0):
            return InboundApplied(inbound)
        asked = inbound.push_state is InboundPushState.CANCELLING
        moved = replace(
            inbound,
            push_state=inbound.push_state if asked else pushed,
            jd_status=news.status,
            lines=_received(inbound, news, final=False),
        )
    else:
        return InboundApplied(inbound, odd=True)
    moved = _named(moved, news)
    return InboundApplied(moved, changed=moved != inbound)


def _book(inbound: Inbound, news: InboundNews, *, takes_back_plan: bool) -> InboundApplied:
    """Book what was really received less what is booked already."""
    lines = _received(inbound, news, final=True)
    booked = {x.sku: x.received - x.booked for x in lines if x.received != x.booked}
    if not takes_back_plan and not booked:
        return InboundApplied(inbound)
    turn = inbound.corrections + (1 if takes_back_plan else 2)
    done = replace(
        inbound,
        push_state=InboundPushState.PUSHED,
        jd_status=COMPLETED,
        lines=tuple(replace(x, booked=x.received) for x in lines),
        completed_at=inbound.completed_at or news.completed_at,
        corrections=turn - 1,
    )
    return InboundApplied(
        _named(done, news),
        changed=True,
        booked=booked,
        document_turn=turn,
        takes_back_plan=takes_back_plan,
    )


def _received(inbound: Inbound, news: InboundNews, *, final: bool) -> tuple[InboundLine, ...]:
    """Put JD's receipt on the lines; a SKU that was not planned gets a line of its own.

    `final`: nothing more will come, so that what is missing is short.
    """
    receipts = {receipt.sku: receipt for receipt in news.receipts}
    lines = [_with_receipt(x, receipts.pop(x.sku, None), final=final) for x in inbound.lines]
    lines += [
        _with_receipt(InboundLine(sku, planned=0), receipt, final=final)
        for sku, receipt in receipts.items()
    ]
    return tuple(lines)


def _with_receipt(line: InboundLine, receipt: ReceiptLine | None, *, final: bool) -> InboundLine:
    received = receipt.received if receipt else line.received
    named = receipt.differences if receipt else line.differences
    differences = {kind: units for kind, units in named.items() if units}
    gap = received - line.planned
    if final and gap and not (receipt and differences):
        # Where JD names no kind, subtraction says whether there was too little or too much.
        differences = {"excess" if gap > 0 else "short": abs(gap)}
    return replace(line, received=received, differences=differences)


def _named(inbound: Inbound, news: InboundNews) -> Inbound:
    return replace(inbound, jd_no=inbound.jd_no or news.jd_no)
