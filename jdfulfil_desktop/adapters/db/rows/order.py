"""Map orders and their lines to rows and back."""

from __future__ import annotations

import functools
import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row

from jdfulfil_desktop.adapters.db.bulk import stored
from jdfulfil_desktop.application.ports import StoredDecision
from jdfulfil_desktop.domain.ids import OrderNo
from jdfulfil_desktop.domain.order import (
    MARKETPLACES,
    Channel,
    Consignee,
    Order,
    OrderLine,
    OrderSnapshot,
    OrderStatus,
)

Reasons = tuple[tuple[str, str, tuple[str, ...]], ...]
NO_DECISION: dict[str, Any] = {
    "rule": "",
    "creates": 0,
    "pushes": 0,
    "reasons": "",
    "reason_code": "",
    "reason_subject": "",
    "reason_count": 0,
}
_CHANNELS = {channel.value: channel for channel in Channel}
_STATUSES = {status.value: status for status in OrderStatus}


def store_key(channel: Channel, store: str) -> str:
    """Give the store's share in an order's key: none for the five marketplaces (R46)."""
    return "" if channel in MARKETPLACES else store


def order_values(order: Order) -> dict[str, Any]:
    """Give the columns that an order itself fills (not its verdict, not its place in lists)."""
    said = order.snapshot
    consignee = said.consignee
    return {
        "channel": said.channel.value,
        "store": order.store,
        "store_key": store_key(said.channel, order.store),
        "order_no": said.order_no,
        "status": said.status.value,
        "raw_status": said.raw_status,
        "courier": said.courier,
        "raw_courier": said.raw_courier,
        "tracking_no": order.tracking_no,
        "file_tracking_no": said.tracking_no,
        "typed_tracking_no": order.typed_tracking_no,
        "country": said.country,
        "created_at": stored(said.created_at),
        "ship_by": stored(said.ship_by),
        "first_seen_at": stored(order.first_seen_at),
        "file_time": stored(order.file_time),
        "cancel_requested": int(said.cancel_requested),
        "purchase_channel": said.purchase_channel,
        "note": said.note,
        "file_rows": ",".join(map(str, said.rows)),
        "accepted": int(order.accepted),
        "on_hold": int(order.on_hold),
        "consignee_name": consignee.name,
        "consignee_phone": consignee.phone,
        "consignee_address": consignee.address,
        "consignee_province": consignee.province,
        "consignee_city": consignee.city,
        "consignee_district": consignee.district,
        "consignee_village": consignee.village,
        "consignee_postcode": consignee.postcode,
    }


def line_values(order_id: int, lines: Sequence[OrderLine]) -> list[dict[str, Any]]:
    """Give the rows of an order's lines in their order."""
    return [
        {
            "order_id": order_id,
            "place": place,
            "channel_sku": line.channel_sku,
            "name": line.name,
            "quantity": line.quantity,
            "line_id": line.line_id,
            "package": line.package,
            "tracking_no": line.tracking_no,
            "unit_price": line.unit_price,
        }
        for place, line in enumerate(lines)
    ]


def decision_values(decision: StoredDecision) -> dict[str, Any]:
    """Give the columns of a verdict; the first reason stands apart for lists."""
    first = decision.reasons[0] if decision.reasons else ("", "", ())
    return {
        "rule": decision.rule,
        "creates": int(decision.create),
        "pushes": int(decision.push),
        "reasons": _reasons_text(decision.reasons),
        "reason_code": first[0],
        "reason_subject": first[2][0] if first[2] else "",
        "reason_count": len(decision.reasons),
    }


@functools.lru_cache(maxsize=4096)
def _reasons_text(reasons: Reasons) -> str:
    return json.dumps(reasons, ensure_ascii=False) if reasons else ""


@functools.lru_cache(maxsize=4096)
def reasons_from(text: str) -> Reasons:
    """Read stored reasons: (code, rule, subjects)."""
    if not text:
        return ()
    return tuple((code, rule, tuple(subjects)) for code, rule, subjects in json.loads(text))


def line_from(row: Row[Any]) -> OrderLine:
    """Build a line."""
    return OrderLine(
        channel_sku=row.channel_sku,
        name=row.name,
        quantity=row.quantity,
        line_id=row.line_id,
        package=row.package,
        tracking_no=row.tracking_no,
        unit_price=row.unit_price,
    )


def order_from(row: Row[Any], lines: Sequence[OrderLine]) -> Order:
    """Build an order from its row and lines."""
    return Order(
        store=row.store,
        snapshot=_snapshot_from(row, lines),
        accepted=row.accepted,
        on_hold=row.on_hold,
        typed_tracking_no=row.typed_tracking_no,
        file_time=row.file_time,
        first_seen_at=row.first_seen_at,
        id=row.id,
    )


def _snapshot_from(row: Row[Any], lines: Sequence[OrderLine]) -> OrderSnapshot:
    return OrderSnapshot(
        channel=_CHANNELS[row.channel],
        order_no=OrderNo(row.order_no),
        status=_STATUSES[row.status],
        raw_status=row.raw_status,
        courier=row.courier,
        raw_courier=row.raw_courier,
        tracking_no=row.file_tracking_no,
        country=row.country,
        created_at=row.created_at,
        ship_by=row.ship_by,
        consignee=Consignee(
            row.consignee_name,
            row.consignee_phone,
            row.consignee_address,
            row.consignee_province,
            row.consignee_city,
            row.consignee_district,
            row.consignee_village,
            row.consignee_postcode,
        ),
        lines=tuple(lines),
        cancel_requested=row.cancel_requested,
        purchase_channel=row.purchase_channel,
        note=row.note,
        rows=tuple(map(int, row.file_rows.split(","))) if row.file_rows else (),
    )
