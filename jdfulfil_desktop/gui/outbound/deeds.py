"""Know what may be done with an order as it stands; buttons and bulk deeds ask the same."""

from __future__ import annotations

from jdfulfil_desktop.application.queries import OrderDetail, OutboundDetail
from jdfulfil_desktop.domain.order import CLOSED, MARKETPLACES, Channel, OrderStatus

_SENT = frozenset({"sending", "uncertain", "pushed", "cancelling"})
_WAITS = frozenset({"rejected", "queued", "uncertain", "cancelling"})
_BEFORE_PICKING = frozenset({"waiting", "processing"})
_OVER = frozenset({"completed", "cancelled", "returned"})
_NOT_WORKABLE = CLOSED | {OrderStatus.SHIPPING, OrderStatus.PENDING_PAYMENT}


def is_sent(order: OrderDetail) -> bool:
    """Tell whether JD has, or may have, something of the order."""
    return any(outbound.push_state in _SENT for outbound in order.outbounds)


def retryable(outbound: OutboundDetail) -> bool:
    """Tell whether an outbound order waits for another try."""
    return outbound.push_state in _WAITS


def at_jd(outbound: OutboundDetail) -> bool:
    """Tell whether JD works on an outbound order."""
    return outbound.push_state == "pushed" and outbound.shipment_state not in _OVER


def cancellable(outbound: OutboundDetail) -> bool:
    """Tell whether JD can still be asked to cancel: not picked yet (R44)."""
    return at_jd(outbound) and outbound.shipment_state in _BEFORE_PICKING


def workable(order: OrderDetail) -> bool:
    """Tell whether an order can be accepted: paid, open, of a channel that JD serves (R39)."""
    return order.channel in MARKETPLACES and OrderStatus(order.status) not in _NOT_WORKABLE


def _can_be_split(order: OrderDetail) -> bool:
    """Tell whether there is something to divide: linked, more than one unit, not in one part (R14).

    An order that has to be split is split by its reason's button.
    """
    told = any(code == "mixed_warehouses" for code, _rule, _skus in order.reasons)
    linked = all(line.skus for line in order.lines)
    return linked and not told and sum(line.quantity for line in order.lines) > 1


def may(deed: str, order: OrderDetail) -> bool:
    """Tell whether a deed fits an order: `accept arrange hold release retry split cancel`."""
    status = OrderStatus(order.status)
    open_here = not is_sent(order) and status not in CLOSED
    known = workable(order) and status is not OrderStatus.UNKNOWN
    # Shopee's paid orders need no acceptance (R36): only the other four have it (R39).
    to_accept = known and status is OrderStatus.PAID and order.channel != Channel.SHOPEE
    return {
        "accept": open_here and to_accept and not order.accepted,
        "arrange": open_here and known,
        "hold": open_here and not order.on_hold and status is not OrderStatus.SHIPPING,
        "release": order.on_hold,
        "retry": any(map(retryable, order.outbounds)),
        "split": open_here and known and _can_be_split(order),
        "cancel": any(map(at_jd, order.outbounds)),
    }[deed]
