"""Say orders and outbound orders: CONTRACT's documents, and lines for people."""

from __future__ import annotations

from collections.abc import Sequence

from jdfulfil_desktop.application.queries import LineRow, OrderDetail, OutboundDetail
from jdfulfil_desktop.cli.outcome import table
from jdfulfil_desktop.texts import Texts


def order_document(order: OrderDetail, texts: Texts) -> dict[str, object]:
    """Give one order as CONTRACT shapes it; what is not there is null."""
    outbounds = [outbound_document(outbound, texts) for outbound in order.outbounds]
    return {
        "channel": order.channel,
        "store": order.store,
        "order_no": order.order_no,
        "status": order.status,
        "raw_status": order.raw_status,
        "courier": order.courier,
        "raw_courier": order.raw_courier,
        "tracking_no": order.tracking_no or None,
        "country": order.country,
        "created_at": order.created_at,
        "accepted": order.accepted,
        "on_hold": order.on_hold,
        "lines": [_line(line) for line in order.lines],
        "decision": {
            "rule": order.rule,
            "create": order.create,
            "push": order.push,
            "reasons": [_reason(code, rule, about, texts) for code, rule, about in order.reasons],
        },
        "outbound": outbounds[0] if outbounds else None,
        "outbounds": outbounds,
    }


def _line(line: LineRow) -> dict[str, object]:
    skus = [sku for sku, _ in line.skus]
    return {
        "channel_sku": line.channel_sku,
        "sku": ", ".join(skus) or None,
        "name": line.name,
        "quantity": line.quantity,
        "components": [{"sku": sku, "quantity": quantity} for sku, quantity in line.skus],
    }


def _reason(code: str, rule: str, about: tuple[str, ...], texts: Texts) -> dict[str, object]:
    words = texts.reason(code, about)
    return {"code": code, "rule": rule, "message": words.message, "fix": words.fix}


def outbound_document(outbound: OutboundDetail, texts: Texts) -> dict[str, object]:
    """Give CONTRACT's OUTBOUND."""
    return {
        "outbound_no": outbound.outbound_no,
        "warehouse_no": outbound.warehouse_no or None,
        "push_state": outbound.push_state,
        "jd_no": outbound.jd_no or None,
        "jd_status": outbound.jd_status,
        "shipment_state": outbound.shipment_state,
        "tracking_no": outbound.tracking_no or None,
        "attempts": outbound.attempts,
        "next_attempt_at": outbound.next_attempt_at,
        "last_error": {
            "code": outbound.error_code,
            "message": outbound.error_message or texts.message(outbound.error_code),
        }
        if outbound.error_code
        else None,
    }


def order_table(orders: Sequence[OrderDetail], texts: Texts) -> list[str]:
    """Give a table of orders; empty where there are none."""
    if not orders:
        return []
    names = ("channel", "order", "store", "status", "tracking", "state", "rule", "reason")
    return table([texts.say(f"col.{name}") for name in names], [_row(o, texts) for o in orders])


def _row(order: OrderDetail, texts: Texts) -> list[str]:
    return [
        texts.channel(order.channel),
        order.order_no,
        order.store,
        texts.order_status(order.status, order.raw_status),
        order.tracking_no,
        state_of(order, texts),
        order.rule,
        "; ".join(texts.reason(code, about).short for code, _, about in order.reasons),
    ]


def state_of(order: OrderDetail, texts: Texts) -> str:
    """Say how far an order is, in one or two words."""
    if not order.outbounds:
        return "" if order.create else texts.say("cli.order.no_outbound")
    return outbound_state(order.outbounds[0], texts)


def outbound_state(outbound: OutboundDetail, texts: Texts) -> str:
    """Say how far an outbound order is: ours until JD has it, then JD's."""
    if outbound.push_state == "pushed":
        return texts.shipment_state(outbound.shipment_state)
    return texts.push_state(outbound.push_state)


def order_lines(order: OrderDetail, texts: Texts) -> list[str]:
    """Say one order whole: facts, goods, why it waits and what to do."""
    status = texts.order_status(order.status, order.raw_status)
    courier = texts.courier(order.courier, order.raw_courier)
    lines = [
        f"{texts.channel(order.channel)} {order.order_no} · {order.store}",
        f"{texts.say('col.status')}: {status} · {state_of(order, texts)}".rstrip(" ·"),
        f"{texts.say('col.courier')}: {courier} · {order.tracking_no}".rstrip(" ·"),
    ]
    lines += [
        f"  {texts.number(line.quantity)} × {line.name} ({line.channel_sku})"
        + (f" → {', '.join(f'{n} × {sku}' for sku, n in line.skus)}" if line.skus else "")
        for line in order.lines
    ]
    for code, rule, about in order.reasons:
        words = texts.reason(code, about)
        lines += [f"{rule}: {words.message}", f"    {words.fix}"]
    for outbound in order.outbounds:
        status = texts.outbound_status(outbound.jd_status, outbound.jd_words)
        parts = (outbound.outbound_no, outbound_state(outbound, texts), outbound.jd_no, status)
        lines.append(" · ".join(part for part in parts if part))
    return lines
