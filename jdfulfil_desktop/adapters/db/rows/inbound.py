"""Map inbound lists and their lines to rows and back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row

from jdfulfil_desktop.domain.ids import InboundNo, Sku, WarehouseNo
from jdfulfil_desktop.domain.inbound import COMPLETED, Inbound, InboundLine, InboundPushState
from jdfulfil_desktop.domain.receipts import Receipt, ReceiptPart

_S = InboundPushState
_BASKETS = {
    _S.DRAFT: "draft",
    _S.QUEUED: "queued",
    _S.SENDING: "uncertain",
    _S.UNCERTAIN: "uncertain",
    _S.CANCELLING: "uncertain",
    _S.PUSHED: "at_jd",
    _S.REJECTED: "held",
    _S.CANCELLED: "closed",
}


def inbound_basket(inbound: Inbound) -> str:
    """Say under what the list shows it: `draft queued uncertain at_jd done held closed`."""
    basket = _BASKETS[inbound.push_state]
    return "done" if basket == "at_jd" and inbound.jd_status == COMPLETED else basket


def inbound_values(inbound: Inbound) -> dict[str, Any]:
    """Give the columns of a list, apart from id and version."""
    return {
        "inbound_no": inbound.inbound_no,
        "warehouse_no": inbound.warehouse_no,
        "note": inbound.note,
        "push_state": inbound.push_state.value,
        "jd_no": inbound.jd_no,
        "jd_status": inbound.jd_status,
        "created_at": inbound.created_at,
        "completed_at": inbound.completed_at,
        "status_at": inbound.status_at,
        "attempts": inbound.attempts,
        "next_attempt_at": inbound.next_attempt_at,
        "error_code": inbound.error_code,
        "error_text": inbound.error_text,
        "corrections": inbound.corrections,
        "basket": inbound_basket(inbound),
        "planned": sum(line.planned for line in inbound.lines),
        "received": sum(line.received for line in inbound.lines),
    }


def inbound_line_values(inbound_id: int, lines: Sequence[InboundLine]) -> list[dict[str, Any]]:
    """Give the rows of a list's lines in their order."""
    return [
        {
            "inbound_id": inbound_id,
            "place": place,
            "sku": line.sku,
            "planned": line.planned,
            "received": line.received,
            "differences": json.dumps(dict(line.differences)) if line.differences else "",
            "booked": line.booked,
        }
        for place, line in enumerate(lines)
    ]


def differences_from(text: str) -> dict[str, int]:
    """Read differences by JD's kind."""
    return {str(kind): int(n) for kind, n in json.loads(text).items()} if text else {}


def inbound_line_from(row: Row[Any]) -> InboundLine:
    """Build a line."""
    return InboundLine(
        Sku(row.sku), row.planned, row.received, differences_from(row.differences), row.booked
    )


def inbound_from(row: Row[Any], lines: Sequence[InboundLine]) -> Inbound:
    """Build a list from its row and lines."""
    return Inbound(
        inbound_no=InboundNo(row.inbound_no),
        warehouse_no=WarehouseNo(row.warehouse_no),
        note=row.note,
        lines=tuple(lines),
        push_state=InboundPushState(row.push_state),
        jd_no=row.jd_no,
        jd_status=row.jd_status,
        created_at=row.created_at,
        completed_at=row.completed_at,
        status_at=row.status_at,
        attempts=row.attempts,
        next_attempt_at=row.next_attempt_at,
        error_code=row.error_code,
        error_text=row.error_text,
        corrections=row.corrections,
        id=row.id,
        version=row.version,
    )


def receipt_values(inbound_id: int, place: int, receipt: Receipt) -> dict[str, Any]:
    """Give the row of a list's receipt."""
    return {
        "inbound_id": inbound_id,
        "place": place,
        "at": receipt.at,
        "jd_status": receipt.status,
        "document": receipt.document,
        "booked": receipt.booked,
        "parts": json.dumps([[p.sku, p.units, dict(p.differences)] for p in receipt.parts]),
    }


def receipt_from(row: Row[Any]) -> Receipt:
    """Build a receipt."""
    parts = tuple(
        ReceiptPart(Sku(sku), units, differences)
        for sku, units, differences in json.loads(row.parts)
    )
    return Receipt(row.at, row.jd_status, row.document, row.booked, parts)
