"""Map outbound orders and their items to rows and back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from operator import attrgetter
from typing import Any

from sqlalchemy import Row

from jdfulfil_desktop.adapters.db.bulk import stored
from jdfulfil_desktop.domain.ids import OrderNo, OutboundNo, Sku, WarehouseNo
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.domain.outbound import (
    Failure,
    Item,
    Outbound,
    PushState,
    ShipmentState,
)

_CHANNELS = {channel.value: channel for channel in Channel}
_PUSH_STATES = {state.value: state for state in PushState}
_SHIPMENT_STATES = {state.value: state for state in ShipmentState}
_STAMPS = ("id", "version")
ENDED = frozenset({ShipmentState.COMPLETED, ShipmentState.CANCELLED, ShipmentState.RETURNED})


_FIELDS = attrgetter(*(field.name for field in fields(Outbound) if field.name not in _STAMPS))


def stamped(outbound: Outbound, outbound_id: int, version: int) -> Outbound:
    """Give an outbound order with its id and version: `replace` takes twice as long a field."""
    return Outbound(*(*_FIELDS(outbound), outbound_id, version))


def is_live(outbound: Outbound) -> bool:
    """Tell whether something may still happen to it by itself, or by a mend."""
    return outbound.push_state is not PushState.CANCELLED and outbound.shipment_state not in ENDED


def outbound_values(outbound: Outbound) -> dict[str, Any]:
    """Give the columns that an outbound order fills, apart from id, version and batches."""
    failure = outbound.last_error
    return {
        "outbound_no": outbound.outbound_no,
        "order_id": outbound.order_id,
        "channel": outbound.channel.value,
        "store": outbound.store,
        "order_no": outbound.order_no,
        "push_state": outbound.push_state.value,
        "shipment_state": outbound.shipment_state.value,
        "warehouse_no": outbound.warehouse_no,
        "part": outbound.part,
        "attempt": outbound.attempt,
        "package": outbound.package,
        "tracking_no": outbound.tracking_no,
        "sent_tracking_no": outbound.sent_tracking_no,
        "jd_no": outbound.jd_no,
        "jd_status": outbound.jd_status,
        "jd_words": outbound.jd_words,
        "rank": outbound.rank,
        "ours_carried": int(outbound.ours_carried),
        "attempts": outbound.attempts,
        "next_attempt_at": stored(outbound.next_attempt_at),
        "error_code": None if failure is None else failure.code,
        "error_message": "" if failure is None else failure.message,
        "first_sent_at": stored(outbound.first_sent_at),
        "status_at": stored(outbound.status_at),
        "shipped_at": stored(outbound.shipped_at),
        "completed_at": stored(outbound.completed_at),
        "turn": outbound.turn,
        "reserved": int(outbound.reserved),
        "booked": int(outbound.booked),
        "limit_day": outbound.limit_day,
        "split_by_hand": int(outbound.split_by_hand),
        "live": int(is_live(outbound)),
        "house_wanted": outbound.house_wanted,
        "jd_waybill": outbound.jd_waybill,
    }


def item_values(outbound_id: int, items: Sequence[Item]) -> list[dict[str, Any]]:
    """Give the rows of an outbound order's items in their order."""
    return [
        {
            "outbound_id": outbound_id,
            "place": place,
            "sku": item.sku,
            "quantity": item.quantity,
            "name": item.name,
        }
        for place, item in enumerate(items)
    ]


def item_from(row: Row[Any]) -> Item:
    """Build an item."""
    return Item(Sku(row.sku), row.quantity, row.name)


def outbound_from(row: Row[Any], items: Sequence[Item]) -> Outbound:
    """Build an outbound order from its row and items."""
    return Outbound(
        outbound_no=OutboundNo(row.outbound_no),
        channel=_CHANNELS[row.channel],
        store=row.store,
        order_no=OrderNo(row.order_no),
        push_state=_PUSH_STATES[row.push_state],
        shipment_state=_SHIPMENT_STATES[row.shipment_state],
        warehouse_no=None if row.warehouse_no is None else WarehouseNo(row.warehouse_no),
        items=tuple(items),
        part=row.part,
        attempt=row.attempt,
        package=row.package,
        tracking_no=row.tracking_no,
        sent_tracking_no=row.sent_tracking_no,
        jd_no=row.jd_no,
        jd_status=row.jd_status,
        jd_words=row.jd_words,
        rank=row.rank,
        ours_carried=row.ours_carried,
        attempts=row.attempts,
        next_attempt_at=row.next_attempt_at,
        last_error=None if row.error_code is None else Failure(row.error_code, row.error_message),
        first_sent_at=row.first_sent_at,
        status_at=row.status_at,
        shipped_at=row.shipped_at,
        completed_at=row.completed_at,
        turn=row.turn,
        reserved=row.reserved,
        booked=row.booked,
        limit_day=row.limit_day,
        split_by_hand=row.split_by_hand,
        house_wanted=None if row.house_wanted is None else WarehouseNo(row.house_wanted),
        jd_waybill=row.jd_waybill,
        order_id=row.order_id,
        id=row.id,
        version=row.version,
    )
