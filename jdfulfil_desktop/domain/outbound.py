"""Carry one outbound order from queue to Selesai (R42-R44, PROTOCOL 3.2 and 11).

Two state machines run side by side: `push_state` is ours (what we know of the sending),
`shipment_state` is what JD does with the goods. JD's codes are ranked by a table, never by number:
100130 lies before 10014, 10027-10029 lie off the path.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from jdfulfil_desktop.domain.ids import OrderNo, OutboundNo, Sku, WarehouseNo
from jdfulfil_desktop.domain.order import Channel


class PushState(StrEnum):
    """Say what we know of the sending."""

    HELD = "held"
    QUEUED = "queued"
    SENDING = "sending"
    UNCERTAIN = "uncertain"
    PUSHED = "pushed"
    REJECTED = "rejected"
    CANCELLING = "cancelling"
    CANCELLED = "cancelled"


SENT = frozenset({PushState.SENDING, PushState.UNCERTAIN, PushState.PUSHED, PushState.CANCELLING})
"""What was sent stays `push: true` whatever a later file says, until JD cancels it."""


class ShipmentState(StrEnum):
    """Say what JD, or the own warehouse, did with the goods."""

    WAITING = "waiting"
    PROCESSING = "processing"
    PICKED = "picked"
    PACKED = "packed"
    SHIPPED = "shipped"
    COMPLETED = "completed"
    CANCELLED = "cancelled"
    RETURNED = "returned"
    ABNORMAL = "abnormal"


_P = ShipmentState
PATH: dict[int, tuple[int, ShipmentState]] = {
    10010: (1, _P.WAITING),
    100130: (2, _P.WAITING),
    10014: (3, _P.PROCESSING),
    10015: (4, _P.PROCESSING),
    10016: (5, _P.PICKED),
    10017: (6, _P.PACKED),
    10018: (7, _P.PACKED),
    10019: (8, _P.SHIPPED),
    10020: (9, _P.SHIPPED),
    10054: (10, _P.SHIPPED),
    10032: (11, _P.SHIPPED),
    10033: (12, _P.SHIPPED),
    10034: (13, _P.COMPLETED),
    10035: (14, _P.RETURNED),
    10036: (15, _P.RETURNED),
    10037: (16, _P.RETURNED),
    10038: (17, _P.RETURNED),
}
"""JD's code -> (rank, our state). 10020 is `completed` where another courier carries it."""
INITIAL, PARCEL_OUT = 10010, 10020
CANCELLING, CANCELLED, CANCEL_FAILED = 10027, 10028, 10029
PICKED_RANK = PATH[10016][0]
SHIPPED_RANK = PATH[10019][0]
PAUSED = "outbound_paused"
"""Code of `last_error` while JD holds an order up, for want of stock or of an answer to it."""
ENDED = frozenset({ShipmentState.COMPLETED, ShipmentState.CANCELLED, ShipmentState.RETURNED})
"""Nothing more is expected of JD; a return may still follow a completion."""
HOLDS_STOCK = SENT | {PushState.QUEUED}
"""Stock is reserved for what is queued or at JD, never for what is held (CONTRACT, stock rows)."""


@dataclass(frozen=True, slots=True)
class Item:
    """One master SKU of an outbound order, in units."""

    sku: Sku
    quantity: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class Failure:
    """What went wrong last: our code and the words that go with it (JD's where JD spoke)."""

    code: str
    message: str = ""


@dataclass(frozen=True, slots=True)
class Outbound:
    """An outbound order. `tracking_no` is the number in force, `sent_tracking_no` the one JD has.

    `turn`: how often stock was reserved for it; `reserved`: it is reserved now. `booked`: stock was
    deducted. `rank`: how far JD's news have come on `PATH`. `ours_carried`: another courier than JD
    carries it. `jd_words`: JD's own name of its last status. `house_wanted`: what a split by hand
    says. `jd_waybill`: JD's way bills, joined by commas; they never replace the merchant's number.
    """

    outbound_no: OutboundNo
    channel: Channel
    store: str
    order_no: OrderNo
    push_state: PushState = PushState.HELD
    shipment_state: ShipmentState = ShipmentState.WAITING
    warehouse_no: WarehouseNo | None = None
    items: tuple[Item, ...] = ()
    part: int = 1
    attempt: int = 1
    package: str = ""
    tracking_no: str = ""
    sent_tracking_no: str = ""
    jd_no: str = ""
    jd_status: int | None = None
    jd_words: str = ""
    rank: int = 0
    ours_carried: bool = True
    attempts: int = 0
    next_attempt_at: datetime | None = None
    last_error: Failure | None = None
    first_sent_at: datetime | None = None
    status_at: datetime | None = None
    shipped_at: datetime | None = None
    completed_at: datetime | None = None
    turn: int = 0
    reserved: bool = False
    booked: bool = False
    limit_day: str = ""
    split_by_hand: bool = False
    house_wanted: WarehouseNo | None = None
    jd_waybill: str = ""
    order_id: int | None = None
    id: int | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class OutboundNews:
    """One status of JD for one outbound order; `at` is UTC, `words` are JD's."""

    jd_no: str
    outbound_no: str
    status: int
    at: datetime | None = None
    words: str = ""
    waybill: str = ""


class Anomaly(StrEnum):
    """Name news that cannot be: shown to look at, never applied."""

    FOREIGN_DOCUMENT = "foreign_document"
    IMPOSSIBLE_STEP = "impossible_step"


@dataclass(frozen=True, slots=True)
class Applied:
    """What news did: the order after it, whether it just shipped, and what is odd about it."""

    outbound: Outbound
    changed: bool = False
    ships: bool = False
    ends_cancelled: bool = False
    anomaly: Anomaly | None = None


def may_cancel(outbound: Outbound) -> bool:
    """Tell whether JD may still be asked to cancel: before picking only (R44)."""
    return outbound.rank < PICKED_RANK and outbound.shipment_state not in (
        ShipmentState.CANCELLED,
        ShipmentState.RETURNED,
    )


def apply_news(outbound: Outbound, news: OutboundNews) -> Applied:
    """Apply one status of JD: doubled and late news change nothing, impossible ones are anomalies.

    Whatever the order in which news come, the farthest status wins and stock is booked once.
    """
    if outbound.jd_no and news.jd_no and news.jd_no != outbound.jd_no:
        return Applied(outbound, anomaly=Anomaly.FOREIGN_DOCUMENT)
    if news.status in (CANCELLING, CANCELLED, CANCEL_FAILED):
        return _apply_cancel(outbound, news)
    if news.status not in PATH:
        return _apply_abnormal(outbound, news)
    return _apply_path(outbound, news)


def _is_late(outbound: Outbound, news: OutboundNews) -> bool:
    """Tell whether JD said this before what we know last."""
    return bool(outbound.status_at and news.at and news.at < outbound.status_at)


def _apply_path(outbound: Outbound, news: OutboundNews) -> Applied:
    rank, state = PATH[news.status]
    if outbound.push_state is PushState.CANCELLED:
        # A step of before the cancel that comes late is no riddle; one after it cannot be.
        late = rank <= outbound.rank or _is_late(outbound, news)
        return Applied(outbound, anomaly=None if late else Anomaly.IMPOSSIBLE_STEP)
    resumes = (
        outbound.shipment_state is ShipmentState.ABNORMAL
        and rank == outbound.rank
        and not _is_late(outbound, news)
    )
    if rank <= outbound.rank and not resumes:
        return Applied(outbound)
    if news.status == PARCEL_OUT and outbound.ours_carried:
        state = ShipmentState.COMPLETED
    still_asked = outbound.push_state is PushState.CANCELLING and rank < PICKED_RANK
    ships = rank >= SHIPPED_RANK and not outbound.booked
    moved = replace(
        outbound,
        push_state=PushState.CANCELLING if still_asked else PushState.PUSHED,
        shipment_state=state,
        rank=rank,
        booked=outbound.booked or ships,
        last_error=None if is_paused(outbound) else outbound.last_error,
        shipped_at=outbound.shipped_at or (news.at if rank >= SHIPPED_RANK else None),
        completed_at=outbound.completed_at
        or (news.at if state is ShipmentState.COMPLETED else None),
    )
    return Applied(_stamp(moved, news), changed=True, ships=ships)


def is_paused(outbound: Outbound) -> bool:
    """Tell whether JD holds an order up, as far as is known here."""
    return outbound.last_error is not None and outbound.last_error.code == PAUSED


def _apply_cancel(outbound: Outbound, news: OutboundNews) -> Applied:
    """Follow the way off the path: 10027 asks, 10028 ends it, 10029 gives back what was before."""
    if outbound.push_state is PushState.CANCELLED:
        odd = news.status == CANCEL_FAILED and not _is_late(outbound, news)
        return Applied(outbound, anomaly=Anomaly.IMPOSSIBLE_STEP if odd else None)
    if news.status == CANCELLED:
        if outbound.rank >= SHIPPED_RANK:
            return Applied(outbound, anomaly=Anomaly.IMPOSSIBLE_STEP)
        ended = replace(
            outbound,
            push_state=PushState.CANCELLED,
            shipment_state=ShipmentState.CANCELLED,
            last_error=None if is_paused(outbound) else outbound.last_error,
        )
        return Applied(_stamp(ended, news), changed=True, ends_cancelled=True)
    asks = news.status == CANCELLING
    asked = outbound.push_state is PushState.CANCELLING
    if asks is asked or _is_late(outbound, news) or (asks and outbound.rank >= SHIPPED_RANK):
        return Applied(outbound)
    moved = replace(outbound, push_state=PushState.CANCELLING if asks else PushState.PUSHED)
    return Applied(_stamp(moved, news), changed=True)


def _apply_abnormal(outbound: Outbound, news: OutboundNews) -> Applied:
    """Show a code off every path (10031, 10051, unknown) with JD's words; nothing is booked."""
    if (
        outbound.shipment_state in ENDED
        or outbound.jd_status == news.status
        or _is_late(outbound, news)
    ):
        return Applied(outbound)
    asked = outbound.push_state is PushState.CANCELLING
    odd = replace(
        outbound,
        push_state=PushState.CANCELLING if asked else PushState.PUSHED,
        shipment_state=ShipmentState.ABNORMAL,
    )
    return Applied(_stamp(odd, news), changed=True)


def _stamp(outbound: Outbound, news: OutboundNews) -> Outbound:
    return replace(
        outbound,
        jd_no=outbound.jd_no or news.jd_no,
        jd_status=news.status,
        jd_words=news.words,
        status_at=news.at or outbound.status_at,
        jd_waybill=jd_waybills(outbound, news.waybill.split(",")),
    )


def jd_waybills(outbound: Outbound, numbers: Iterable[str]) -> str:
    """Put numbers that JD names beside those known as JD's own, joined by commas.

    The merchant's number, which JD repeats as the way bill where another courier carries the
    parcel, is none of JD's.
    """
    ours = {"", outbound.tracking_no, outbound.sent_tracking_no}
    known = [*outbound.jd_waybill.split(","), *numbers]
    return ",".join(dict.fromkeys(number for number in known if number not in ours))
